"""版本: what was issued, what was adjusted since and why, and version against version."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QTabWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.division import Division
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.version_rows import VersionRow, version_columns, version_rows
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.writing_out import WriteOut
from shuangda_desktop.gui.theme import DOUBT, Look
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.grid_sheet import GridSheet
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.dividing import extracts, versioning
from shuangda_desktop.store.versions import load_adjustments, load_versions
from shuangda_desktop.tasks.columns import adjustments as adjustment_columns
from shuangda_desktop.tasks.columns import changes as change_columns
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rounds.versions import Version, VersionKind
from shuangda_desktop.text.punctuation import widen

EMPTY = (
    "还没有印发过。印发以后仍可修改\uff0c每处修改都记为调整\uff0c写明时间和理由\uff1b"
    "印发时的内容不变\uff0c随时可以对照。"
)
NOW = "当前任务清单"


class VersionsView(QWidget):
    """Above the versions, below what was adjusted since the chosen one, or the two compared."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plan_id = 0
        self._write = WriteOut(self, context)
        self.number = Line("文号", "文号或说明\uff0c可以稍后再填")
        self.issue = button("印发", self.issue_now, kind="main", tip="把当前任务清单定为印发稿")
        self.model = EditableRows(
            version_columns(),
            key=lambda row: row.version.id,
            edit=self._edit_note,
            editable=lambda _, key: key == "note",
            tool_tip=_version_tip,
        )
        self.table = GridSheet(self.model, "版本", stretch=2)
        self.adjustments = EditableRows(
            adjustment_columns.adjustment_columns(),
            key=lambda row: row[1].id,
            edit=self._edit_reason,
            editable=lambda _, key: key == "reason",
            decorate=_adjustment_look,
        )
        self.adjusted = GridSheet(self.adjustments, "调整", stretch=5, lines=2)
        self.reason = Line("所选调整的理由", "所选调整的理由")
        self.changes = RowTable(change_columns.change_columns(), key=_change_key)
        self.compared = Sheet(self.changes, "版本对照", stretch=5, lines=2)
        self.other = QComboBox()
        self.tabs, self.words = QTabWidget(), quiet(EMPTY)
        self._lay_out()

    def show_division(self, division: Division) -> None:
        """Show the versions of a plan's task list."""
        store, self._plan_id = self._context.store, division.plan_id
        known = load_versions(store, self._plan_id)
        self.model.set_rows(version_rows(known, load_adjustments(store, self._plan_id)))
        self.words.setVisible(not any(v.kind is VersionKind.ISSUED for v in known))
        self._offer(known)
        self.table.choose_some()
        self.show_version()

    def land(self) -> None:
        """The keyboard walks the versions, or stands where the first is made."""
        (self.table if self.model.rowCount() else self.number).setFocus()

    def open_pending(self) -> None:
        """Turn to the adjustments that have no reason yet."""
        place = next((at for at, row in enumerate(self.model.rows) if row.pending), 0)
        self.table.choose(self.model.index(place, 0))
        self.tabs.setCurrentIndex(0)
        waiting = (at for at, (_, one) in enumerate(self.adjustments.rows) if one.is_pending)
        self.adjusted.choose(self.adjustments.index(next(waiting, 0), 7))
        self.adjusted.setFocus()

    def show_version(self) -> None:
        """Show what was adjusted since the chosen version, and how it differs from another."""
        version = self.version()
        known = load_adjustments(self._context.store, self._plan_id) if version else ()
        own = [one for one in known if version and one.version_id == version.id]
        self.adjustments.set_rows(adjustment_columns.numbered(own))
        self.tabs.setTabText(0, f"此后调整 {len(own)}")
        self._compare()

    def version(self) -> Version | None:
        """The version that is chosen."""
        row = self.table.current()
        return row.version if row is not None else None

    # -- what the clerk does

    def issue_now(self) -> None:
        """Freeze the list as issued."""
        store, now = self._context.store, self._context.now()
        made = versioning.issue(store, self._plan_id, now, self.number.text())
        self.number.clear()
        bare = versioning.without_lead(store, self._plan_id)
        more = f"其中{bare}项没有牵头单位,请到“分解”的“检查”里看。" if bare else ""
        self._context.notify(widen(f"已定为{made.name},内容已经固定;以后的修改记为调整。{more}"))
        self.table.choose(self.model.index(0, 0))

    def give_reason(self) -> None:
        """Give the chosen adjustments one reason."""
        ids = [one.id for _, one in self.adjusted.chosen_rows()]
        if ids and self.reason.text().strip():
            now = self._context.now()
            versioning.give_reason(self._context.store, ids, self.reason.text(), now)
            self.reason.clear()
            self._context.notify(f"已填写{len(ids)}处调整的理由。")

    def write_adjustments(self) -> None:
        """调整情况表.xlsx."""
        version = self.version()
        if version is not None:
            day = self._context.today()
            job = extracts.adjustment_workbook(self._context.store, self._plan_id, version.id, day)
            self._write.begin(job, job.name)

    def write_comparison(self) -> None:
        """版本对照表.xlsx."""
        pair = self._pair()
        if pair is not None:
            day = self._context.today()
            job = extracts.comparison_workbook(self._context.store, self._plan_id, *pair, day)
            self._write.begin(job, job.name)

    # -- inside

    def _edit_note(self, row: VersionRow, key: str, typed: str) -> None:
        versioning.set_note(self._context.store, row.version.id, typed, self._context.now())
        self._context.notify("已填写文号。")

    def _edit_reason(self, row: adjustment_columns.Numbered, key: str, typed: str) -> None:
        versioning.give_reason(self._context.store, [row[1].id], typed, self._context.now())
        self._context.notify("已填写调整的理由。")

    def _pair(self) -> tuple[int, int | None] | None:
        """The older and the newer of the two versions that are compared."""
        version = self.version()
        other: int | None = self.other.currentData()
        if version is None or other == version.id:
            return None
        if other is not None and other < version.id:
            return other, version.id
        return version.id, other

    def _compare(self) -> None:
        pair = self._pair()
        store = self._context.store
        found = versioning.compare(store, *pair, self._plan_id) if pair else ()
        self.changes.set_rows(change_columns.numbered(found))
        self.tabs.setTabText(1, f"版本对照 {len(found)}")

    def _offer(self, known: tuple[Version, ...]) -> None:
        kept = self.other.currentData()
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(NOW, None)
        for version in known:
            self.other.addItem(version.name, version.id)
        self.other.setCurrentIndex(max(self.other.findData(kept), 0) if kept else 0)
        self.other.blockSignals(False)

    def _lay_out(self) -> None:
        self.other.setAccessibleName("与哪个版本对照")
        self.other.currentIndexChanged.connect(lambda _: self._compare())
        self.table.selectionModel().selectionChanged.connect(self.show_version)
        self.number.returnPressed.connect(self.issue_now)
        self.reason.returnPressed.connect(self.give_reason)
        give = button("填写理由", self.give_reason, tip="所选的调整都用这个理由")
        adjusted = button("写出调整情况表\u2026", self.write_adjustments)
        compared = button("写出版本对照表\u2026", self.write_comparison)
        self.tabs.addTab(_page(self.adjusted, flow(self.reason, give, adjusted)), "此后调整")
        self.tabs.addTab(_page(self.compared, flow(self.other, compared)), "版本对照")
        self.number.setMinimumWidth(220)
        self.reason.setMinimumWidth(260)
        above, down = QWidget(), QSplitter()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(flow(self.number, self.issue))
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        down.setOrientation(Qt.Orientation.Vertical)
        down.addWidget(above)
        down.addWidget(self.tabs)
        down.setSizes([220, 420])
        down.setChildrenCollapsible(False)
        down.setHandleWidth(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(down)


def _page(table: QWidget, below: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(8)
    column.addWidget(table, 1)
    column.addWidget(below)
    return holder


def _change_key(row: change_columns.Numbered) -> tuple[str, str, str]:
    return (row[1].label, row[1].kind, row[1].title)


def _adjustment_look(
    row: adjustment_columns.Numbered, column: Column[adjustment_columns.Numbered]
) -> Look | None:
    return DOUBT if column.key == "reason" and row[1].is_pending else None


def _version_tip(row: VersionRow, column: Column[VersionRow]) -> str:
    if column.key == "digest":
        return f"SHA-256\uff1a{row.version.digest}"
    return column.text(row)
