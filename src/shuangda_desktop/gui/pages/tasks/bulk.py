"""What is done with several chosen tasks at once."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from shuangda_desktop.gui.theme import STATUS_SIGNS
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.tasks.life import LIFE_WORDS, allowed, verb
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow


class TaskBulk(QWidget):
    """Offers the moves that at least one of the tasks may make, and a common deadline."""

    move_given = Signal(Status, str)
    day_given = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.count = quiet("")
        self.count.setWordWrap(False)
        self.moves, self.note = QComboBox(), Line("原因", "原因")
        self.moves.setAccessibleName("所选任务一起办理")
        self.day = DeadlineEdit(date.min.year, "所选任务的时限")
        self.day.setPlaceholderText("时限 如 9月30日")
        self.do = button("一起办理", self._give_move, tip="不能这样办的任务不动")
        self.set_day = button("设定时限", self._give_day)
        self.note.returnPressed.connect(self._give_move)
        self.day.returnPressed.connect(self._give_day)
        line = Flow(self, gap=6)
        for part in (self.count, self.moves, self.note, self.do, self.day, self.set_day):
            line.addWidget(part)
        self.hide()

    def show_rows(self, rows: Sequence[TaskRow], year: int) -> None:
        """Offer what these tasks may do; nothing for a single one."""
        self.setVisible(len(rows) > 1)
        if len(rows) < 2:
            return
        self.count.setText(f"已选 {len(rows)} 项")
        self.day.set_year(year)
        able = {way: sum(way in allowed(row.status) for row in rows) for way in LIFE_WORDS}
        wanted = sorted(
            ((way, number) for way, number in able.items() if number), key=lambda one: -one[1]
        )
        kept = self.moves.currentData()
        self.moves.clear()
        for way, number in wanted:
            word = verb(Status.NOT_STARTED if way is not Status.NOT_STARTED else Status.DRAFT, way)
            self.moves.addItem(f"{STATUS_SIGNS[way].shape} {word}\uff08{number}项可办\uff09", way)
        self.moves.setCurrentIndex(max(self.moves.findData(kept), 0))

    def clear(self) -> None:
        """Begin anew."""
        self.note.clear()
        self.day.clear()

    def _give_move(self) -> None:
        if self.moves.count():
            self.move_given.emit(Status(self.moves.currentData()), self.note.text())

    def _give_day(self) -> None:
        day = self.day.day()
        if day is None:
            self.refused.emit(unreadable(self.day.text() or "空"))
        else:
            self.day_given.emit(day)
