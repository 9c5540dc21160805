"""What an edited document says otherwise than the tasks: each difference is taken over or left."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.return_rows import LEFT, TAKEN, words_column
from shuangda_desktop.gui.models.rows import Index, RowTable
from shuangda_desktop.gui.theme import Look
from shuangda_desktop.gui.widgets.actions import action
from shuangda_desktop.gui.widgets.parts import button, quiet, title
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.two_lines import TwoLines
from shuangda_desktop.services.outputs.readback import Change, Difference, ReadBack
from shuangda_desktop.tasks.columns.column import Column

INKS = {Change.GONE: "late", Change.NEW: "near"}
Line = tuple[int, Difference]  # its place in the list of all


class ReadBackPanel(QWidget):
    """Shown in the place of the page; nothing has been changed yet, and nothing is ticked."""

    taken = Signal(object)  # the chosen differences
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ticked: set[int] = set()
        self.words = quiet("")
        self.model = RowTable(self._columns(), key=lambda line: line[0], decorate=_look)
        self.table = Sheet(self.model, "文件与任务的不同", stretch=4, lines=2)
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.before, self.after = TwoLines("任务现在的"), TwoLines("文件里的")
        self.take = button("", self._take, kind="main", tip="可以撤销", key="Ctrl+Return")
        self.all = button("全部勾选", lambda: self._tick(range(len(self.model.rows)), True))
        self.none = button("全不勾选", lambda: self._tick(range(len(self.model.rows)), False))
        self.leave = button("都不采用", self.left.emit, key="Esc")
        self.table.add_actions([action(self.table, "勾选、取消", self._toggle_chosen, "Space")])
        self.table.clicked.connect(self._clicked)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_line())
        self._lay_out()

    def show_read_back(self, found: ReadBack, file: str) -> None:
        """Show what is different; the clerk ticks what is to be taken over."""
        self._ticked.clear()
        self.words.setText(
            f"“{file}”对上{found.matched}项任务\uff0c有{len(found.differences)}处不同。"
            "勾选要采用的\uff0c任务就照文件改\uff1b不勾选的保持现在的样子。现在还没有改动。"
        )
        self.model.set_rows(list(enumerate(found.differences)))
        self.table.choose(self.model.index(0, 0))
        self._show_line()
        self._show_ticks()

    def land(self) -> None:
        """The keyboard walks the differences."""
        self.table.setFocus()

    @property
    def chosen(self) -> tuple[Difference, ...]:
        """What will be taken over."""
        return tuple(one for place, one in self.model.rows if place in self._ticked)

    # -- inside

    def _columns(self) -> Sequence[Column[Line]]:
        return (
            words_column("taken", "采用", lambda n: TAKEN if n[0] in self._ticked else LEFT, 3),
            words_column("change", "哪里", lambda n: n[1].change.value, 3),
            words_column("task", "任务", _named, 12),
            words_column("before", "任务现在的", lambda n: n[1].before, 18),
            words_column("after", "文件里的", lambda n: n[1].after, 18),
        )

    def _clicked(self, index: Index) -> None:
        line = self.model.row_at(index)
        if line is not None and self.model.columns[index.column()].key == "taken":
            self._tick([line[0]], line[0] not in self._ticked)

    def _toggle_chosen(self) -> None:
        places = [place for place, _ in self.table.chosen_rows()]
        self._tick(places, not self._ticked.issuperset(places))

    def _tick(self, places: Iterable[int], on: bool) -> None:
        self._ticked = self._ticked | set(places) if on else self._ticked - set(places)
        self._show_ticks()

    def _show_ticks(self) -> None:
        count = len(self._ticked)
        self.take.setText(f"采用勾选的{count}处")
        self.take.setEnabled(bool(count))
        self.table.viewport().update()

    def _show_line(self) -> None:
        one = next((one for _, one in self.table.chosen_rows()), None)
        self.before.say(f"任务现在的\uff1a{one.before or '没有这一项'}" if one else "")
        self.after.say(f"文件里的\uff1a{one.after or '没有这一项'}" if one else "")

    def _take(self) -> None:
        self.taken.emit(self.chosen)

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title("读回改过的实施方案"))
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        for label in (self.before, self.after):
            column.addWidget(label)
        for part in (self.all, self.none):
            foot.addWidget(part)
        foot.addStretch()
        for part in (self.leave, self.take):
            foot.addWidget(part)
        column.addLayout(foot)


def _named(line: Line) -> str:
    one = line[1]
    return f"{one.number} {one.title}" if one.number else f"新的一项 {one.title}"


def _look(line: Line, column: Column[Line]) -> Look | None:
    ink = INKS.get(line[1].change)
    return Look(ink=ink) if column.key == "change" and ink else None
