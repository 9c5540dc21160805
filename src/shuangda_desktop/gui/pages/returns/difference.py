"""What came back, cell by cell, before anything is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QSplitter, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.return_rows import (
    LINE_DOORS,
    NARROW,
    Line,
    corrected,
    file_columns,
    line_columns,
    line_look,
    line_words,
    lines_of,
    name_in,
    ticks_of,
    together,
    told_of,
    undoubted,
)
from shuangda_desktop.gui.models.rows import Index, RowTable
from shuangda_desktop.gui.pages.returns.count_doors import CountDoors
from shuangda_desktop.gui.widgets.actions import action
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet, scrolled, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.tasks.returns.batch import Chosen
from shuangda_desktop.tasks.returns.model import Change, Return, Verdict

TAKEN, AFTER, BEFORE = "taken", "after", "before"
UNIT, SHORT_FILES = "unit", ("unit", "kind")
WIDE = 1000  # pixels below which the table shows the old and the new words, and not the unit again
WORD_LINES = 5  # of the chosen line below the table
MOST_TOLD = 40  # oddities of one file that are shown


class ReturnReview(QWidget):
    """The files of a batch, their changes, and what is odd about them.

    ``accepted`` carries the chosen changes; ``named`` the digest of a file and the unit it is of.
    """

    accepted = Signal(object)
    named = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._narrow_screen: bool | None = None
        self.lines: tuple[Line, ...] = ()
        self._returns: tuple[Return, ...] = ()
        self.head = strong("")
        self.doors = CountDoors({key: word for key, word, _ in LINE_DOORS}, "填报内容")
        self.files = RowTable(file_columns(), key=lambda one: (one.sha256, one.file))
        self.file_table = Sheet(self.files, "收到的文件", stretch=2, whole=2)
        self.model = EditableRows(
            line_columns(),
            key=lambda line: line.number,
            edit=self._edit,
            editable=lambda line, key: key == AFTER,
            decorate=line_look,
        )
        self.table = Sheet(self.model, "填报与现有内容的差别", stretch=None)
        self.odd, self.words = quiet(""), quiet("")
        self.unit = QComboBox()
        self.unit.setAccessibleName("这份是哪个单位的")
        self.ask_unit = quiet("这份是哪个单位的\uff1f")
        self.name_it = button("按这个单位重读", self._name)
        self.take = button("", self._accept, kind="main", key="Ctrl+Return")
        self.all = button("勾选没有疑问的", lambda: self._tick_all(True))
        self.none = button("全不勾选", lambda: self._tick_all(False))
        self.back = button("放弃\uff0c不保存", self.left.emit, key="Esc")
        tick = action(self.table, "勾选、取消", self._toggle_chosen, "Space")
        self.table.add_actions([tick])
        self._lay_out()
        self.doors.changed.connect(self._narrow)
        self.file_table.selectionModel().selectionChanged.connect(self._show_file)
        self.table.clicked.connect(self._clicked)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell_line())

    def show_batch(self, returns: Sequence[Return], units: Sequence[str]) -> None:
        """Show what came back; ``units`` are those that a file may be of."""
        self._returns, self.lines = tuple(returns), lines_of(returns)
        self.unit.clear()
        self.unit.addItems(list(units))
        self.files.set_rows(self._returns)
        self.file_table.clearSelection()
        if [one.certain for one in self._returns] == [False]:  # whose it is can be said at once
            self.file_table.choose(self.files.index(0, 0))
        self.doors.choose("all")
        known = any(line.change.before for line in self.lines)
        keys = [column.key for column in self.model.columns]
        self.table.setColumnHidden(keys.index(BEFORE), not known)  # room for the names of tasks
        self.show_lines()
        self._show_file()
        self.table.setFocus()

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """What will be kept: changes, each with the digest of its file."""
        return tuple((line.sha256, line.change) for line in self.lines if line.taken)

    def corrections(self) -> Mapping[int, Change]:
        """What the clerk wrote instead of what was read, by the number of its line."""
        read = lines_of(self._returns)
        pairs = zip(read, self.lines, strict=True)
        return {new.number: new.change for old, new in pairs if old.change != new.change}

    def returns(self) -> tuple[Return, ...]:
        """The files as they were read, with what the clerk corrected."""
        fresh = iter(line.change for line in self.lines)
        return tuple(
            replace(one, changes=tuple(next(fresh) for _ in one.changes)) for one in self._returns
        )

    def show_lines(self) -> None:
        """Show the changes behind the open door, of the chosen files or of all."""
        near = self._near()
        self.doors.count({key: sum(map(holds, near)) for key, _, holds in LINE_DOORS})
        holds = next(holds for key, _, holds in LINE_DOORS if key == self.doors.chosen)
        shown = [line for line in near if holds(line)]
        self.model.set_rows(together(shown) if self.doors.chosen == Verdict.CLASH else shown)
        self._tell_line()
        units = len({one.unit for one in self._returns if one.unit})
        self.head.setText(f"读到{len(self._returns)}份文件\uff0c{units}个单位")
        count = len(self.chosen)
        self.take.setText(f"采用勾选的{count}处" if count else "只登记收到\uff0c不采用内容")
        self.take.setAccessibleName(self.take.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the old and the new words stand side by side; whose they are says the list."""
        super().resizeEvent(event)
        narrow = event.size().width() < WIDE
        if narrow is not self._narrow_screen:  # or widths that the clerk has drawn would be lost
            self._narrow_screen = narrow
            self._fit(narrow=narrow)
        self.words.setMaximumHeight(self._words_height())

    # -- inside

    def _fit(self, *, narrow: bool) -> None:
        keys = [column.key for column in self.model.columns]
        self.table.setColumnHidden(keys.index(UNIT), narrow)
        self.table.fit_columns(NARROW if narrow else None)
        stretch, free = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Interactive
        self.file_table.horizontalHeader().setSectionResizeMode(0, stretch if narrow else free)
        self.file_table.fit_columns()  # what stretched until now would keep whatever room it had
        keys = [column.key for column in self.files.columns if narrow]
        self.file_table.leave_out(n for n, key in enumerate(keys) if key not in SHORT_FILES)

    def _words_height(self) -> int:
        """Of so many lines as they are drawn: other letters than those of the metrics may be higher."""
        lines = "\n".join(["国"] * WORD_LINES)
        return self.words.fontMetrics().boundingRect(QRect(), 0, lines).height() + 2

    def _narrow(self) -> None:
        """Show what the door opens; the chosen line stays in sight, or the list begins at its top."""
        self.show_lines()
        self.table.choose_some()
        QTimer.singleShot(0, self, self._scroll)  # the table has not laid its rows out yet

    def _scroll(self) -> None:
        current = self.table.currentIndex()
        if current.isValid():
            self.table.scrollTo(current)
        else:
            self.table.scrollToTop()

    def _tell_line(self) -> None:
        self.words.setText(line_words(self.table.current()))

    def _near(self) -> list[Line]:
        files = {(one.sha256, one.file) for one in self.file_table.chosen_rows()}
        return [line for line in self.lines if not files or (line.sha256, line.file) in files]

    def _clicked(self, index: Index) -> None:
        line = self.model.row_at(index)
        if line is not None and self.model.columns[index.column()].key == TAKEN:
            self._toggle([line])

    def _toggle_chosen(self) -> None:
        self._toggle(self.table.chosen_rows())

    def _toggle(self, lines: Sequence[Line]) -> None:
        able = [line for line in lines if line.can_be_taken]
        wanted = not all(line.taken for line in able)
        self._put(ticks_of(self.lines, able) if wanted else {one.number: False for one in able})

    def _tick_all(self, wanted: bool) -> None:
        none = {line.number: False for line in self.lines}
        self._put(undoubted(self.lines) if wanted else none)

    def _put(self, ticks: Mapping[int, bool]) -> None:
        self.lines = tuple(
            replace(line, taken=ticks.get(line.number, line.taken)) for line in self.lines
        )
        self.show_lines()

    def _edit(self, line: Line, _: str, text: str) -> None:
        """What the clerk writes is what is meant."""
        fresh = corrected(line, text.strip())
        self.lines = tuple(fresh if one.number == line.number else one for one in self.lines)
        self._put(ticks_of(self.lines, [fresh]) if fresh.taken else {})

    def _accept(self) -> None:
        self.accepted.emit(self.chosen)

    def _name(self) -> None:
        chosen = self.file_table.chosen_rows()
        if chosen:
            self.named.emit(chosen[0].sha256, self.unit.currentText())

    def _show_file(self) -> None:
        """Say what is odd: of the chosen file, of all where none is chosen."""
        chosen = self.file_table.chosen_rows()
        told = [
            f"{name_in(one, self._returns)}\uff1a{odd.place}{' ' if odd.place else ''}{odd.message}"
            for one in chosen or self._returns
            for odd in told_of(one)
        ]
        more = (
            [f"还有{len(told) - MOST_TOLD}条\uff0c选中文件后可以逐份看\u3002"]
            if len(told) > MOST_TOLD
            else []
        )
        self.odd.setText("\n".join([*told[:MOST_TOLD], *more]) or "没有疑点\u3002")
        asking = len(chosen) == 1 and not chosen[0].certain
        for part in (self.ask_unit, self.unit, self.name_it):
            part.setVisible(asking)
        self.show_lines()

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.words)
        return right

    def _lay_out(self) -> None:
        left, body = QWidget(), QSplitter(Qt.Orientation.Horizontal)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.file_table, 3)
        column.addWidget(flow(self.ask_unit, self.unit, self.name_it))
        column.addWidget(strong("疑点"))
        self.odd.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(scrolled(self.odd), 2)
        body.addWidget(left)
        body.addWidget(self._right())
        body.setSizes([330, 900])
        body.setStretchFactor(0, 1)
        body.setStretchFactor(1, 3)
        body.setHandleWidth(16)
        body.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.head)
        outer.addWidget(self.doors)
        outer.addWidget(body, 1)
        outer.addWidget(flow(self.take, self.all, self.none, self.back))
