"""What a workbook would change in the directory, and the rows that are not clear, before it is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.theme import Look
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.city.directory_book import Preview
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.units.book import Trouble
from shuangda_desktop.units.changes import ADDED, REMOVED, UnitChange

INKS = {ADDED: "near", REMOVED: "late"}
SHOWN = 6  # names in a sentence


class DirectoryPreview(QWidget):
    """Changes above, troubles below; one main button, which says what it does."""

    kept = Signal(bool, bool)  # leave unclear rows out, drop what is missing
    left = Signal()
    missing_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._unclear = False
        self.head, self.words = strong(""), quiet("")
        self.changes = RowTable(_change_columns(), key=lambda change: change, decorate=_look)
        self.change_table = Sheet(self.changes, "名录的变动", stretch=4, lines=2)
        self.troubles = RowTable(_trouble_columns(), key=lambda trouble: trouble)
        self.trouble_table = Sheet(self.troubles, "不清楚的行", stretch=2, lines=2)
        self.missing = QCheckBox("")
        self.missing.toggled.connect(self.missing_changed)
        self.keep = button("导入", self._keep, kind="main")
        self.leave = button("放弃", self.left.emit)
        self._lay_out()

    def show_preview(self, name: str, seen: Preview) -> None:
        """Show what the workbook of this name would do."""
        self.head.setText(f"导入名录\uff1a{name}")
        count, unclear = len(seen.changes), len(seen.troubles)
        clear = f"{count}处变动" if count else "没有变动"
        more = (
            f"\uff1b{unclear}处不清楚\uff0c请改好表格再导入\uff0c或者跳过这些行" if unclear else ""
        )
        self.words.setText(f"{clear}{more}\u3002还没有存下任何内容\u3002")
        self.changes.set_rows(seen.changes)
        self.troubles.set_rows(seen.troubles)
        self.trouble_table.setVisible(bool(unclear))
        self.missing.setText(_missing_words(seen.missing))
        self.missing.setVisible(bool(seen.missing))
        self.keep.setText("跳过不清楚的行\uff0c导入" if unclear else "导入")
        self.keep.setEnabled(bool(count))
        self._unclear = bool(unclear)

    def _keep(self) -> None:
        self.kept.emit(self._unclear, self.missing.isChecked() and self.missing.isVisible())

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.missing, 1)
        line.addWidget(self.leave)
        line.addWidget(self.keep)
        down = QSplitter(Qt.Orientation.Vertical)
        down.setChildrenCollapsible(False)
        down.setHandleWidth(12)
        down.addWidget(self.change_table)
        down.addWidget(self.trouble_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.head, self.words):
            column.addWidget(part)
        column.addWidget(down, 1)
        column.addLayout(line)


def _missing_words(names: tuple[str, ...]) -> str:
    shown = "、".join(names[:SHOWN]) + ("等" if len(names) > SHOWN else "")
    return f"把表里没有的{len(names)}个单位从名录删除\uff08{shown}\uff09"


def _change_columns() -> tuple[Column[UnitChange], ...]:
    return (
        Column("kind", "变动", lambda c: c.kind, lambda c: c.kind, 3),
        Column("what", "单位", lambda c: c.what, lambda c: c.what, 11),
        Column("field", "项目", lambda c: c.field, lambda c: c.field, 5),
        Column("before", "原来", lambda c: c.before, lambda c: c.before, 14),
        Column("after", "现在", lambda c: c.after, lambda c: c.after, 14),
    )


def _trouble_columns() -> tuple[Column[Trouble], ...]:
    return (
        Column("sheet", "工作表", lambda t: t.sheet, lambda t: t.sheet, 5),
        Column("row", "行", lambda t: str(t.row or ""), lambda t: t.row, 2, numeric=True),
        Column("message", "哪里不清楚", lambda t: t.message, lambda t: t.message, 30),
    )


def _look(change: UnitChange, column: Column[UnitChange]) -> Look | None:
    return Look(ink=INKS[change.kind]) if column.key == "kind" and change.kind in INKS else None
