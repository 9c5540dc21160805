"""A line of the progress log: which unit, how far, when, in its words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from shuangda_desktop.gui.keys import is_ctrl_enter
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.occurrences import Answer, Occurrence
from shuangda_desktop.tasks.progress import UNSTATED
from shuangda_desktop.tasks.rows import AssignedUnit

NOT_GIVEN = -1  # the lowest place of the box, where it says so in words


class ProgressForm(QWidget):
    """Gives an entry; its note is what a unit wrote, in whole sentences."""

    given = Signal(object)  # a ProgressEntry
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._task_id = 0
        self._aside: dict[int, str] = {}  # by task, what was typed and not recorded yet
        self._last: dict[str, int] = {}  # what each unit gave last
        self.unit, self.percent = QComboBox(), QSpinBox()
        self.note = Line("进展情况", "做了什么、有什么结果")
        self.on, self.period = DeadlineEdit(date.min.year, "进展日期"), QComboBox()
        self.period.setAccessibleName("报送期")
        self.period.hide()
        self.button = button("登记进展", self._give, kind="main", tip="登记\uff08Ctrl+Enter\uff09")
        self.unit.setAccessibleName("报送单位")
        self.percent.setAccessibleName("完成率")
        self.percent.setRange(NOT_GIVEN, 100)
        self.percent.setSpecialValueText(UNSTATED)
        self.percent.setSingleStep(5)
        self.percent.setSuffix(" %")
        for line in (self.note, self.on):
            line.returnPressed.connect(self._give)
        self.unit.activated.connect(lambda _: self._turn())
        self._lay_out()

    def show_task(self, task_id: int, units: Sequence[AssignedUnit], today: date) -> None:
        """Take entries for a task; what is being typed for a task stays with it."""
        names = list(dict.fromkeys(part.unit for part in units))
        self._last = {part.unit: _last(part) for part in reversed(units)}
        if task_id == self._task_id and names == self._names():
            return
        if task_id != self._task_id:
            self._put_aside(task_id)
            self.on.set_year(today.year)
            self.on.set_day(today)
        self._task_id = task_id
        self.unit.clear()
        self.unit.addItems(names)
        self._turn()
        self.setEnabled(bool(names))

    def offer_periods(self, found: Sequence[Occurrence]) -> None:
        """Ask a recurring duty which period is meant; first the oldest that still waits."""
        waiting = [one for one in found if one.answer in (Answer.MISSING, Answer.WAITING)]
        keys = [one.period.key for one in waiting]
        if keys != [self.period.itemData(at) for at in range(1, self.period.count())]:
            self.period.clear()
            self.period.addItem("按日期", "")
            for one in waiting:
                self.period.addItem(one.period.label, one.period.key)
            self.period.setCurrentIndex(min(1, len(keys)))
        self.period.setVisible(bool(keys))

    def choose(self, part: AssignedUnit) -> None:
        """Turn to a unit, with the percentage that it reported last."""
        self.unit.setCurrentText(part.unit)
        self.percent.setValue(_last(part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter records from any field."""
        if is_ctrl_enter(event):
            self._give()
        else:
            super().keyPressEvent(event)

    def unkept(self) -> dict[int, str]:
        """By task, what was typed and not recorded yet."""
        typed = self.note.text()
        return self._aside | ({self._task_id: typed} if typed.strip() else {})

    def _put_aside(self, task_id: int) -> None:
        """The clerk looks something up in another task, and comes back to what was typed."""
        self._aside = self.unkept()
        self.note.setText(self._aside.pop(task_id, ""))

    def _turn(self) -> None:
        """The percentage of another unit is never supposed to be this one's."""
        self.percent.setValue(self._last.get(self.unit.currentText(), NOT_GIVEN))

    def _names(self) -> list[str]:
        return [self.unit.itemText(place) for place in range(self.unit.count())]

    def _give(self) -> None:
        day = self.on.day()
        if day is None:
            self.refused.emit(unreadable(self.on.text() or "空", "进展日期"))
            return
        entry = ProgressEntry(
            self._task_id,
            self.unit.currentText(),
            day,
            None if self.percent.value() == NOT_GIVEN else self.percent.value(),
            self.note.text(),
            period=str(self.period.currentData() or ""),
        )
        self.given.emit(entry)

    def clear(self, task_id: int) -> None:
        """Begin anew once an entry of a task was kept; by then the list may have turned to another task."""
        self._aside.pop(task_id, None)
        if task_id == self._task_id:
            self.note.clear()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.addWidget(QLabel("单位"), 0, 0)
        grid.addWidget(self.unit, 0, 1)
        grid.addWidget(self.percent, 0, 2)
        grid.addWidget(QLabel("进展"), 1, 0)
        grid.addWidget(self.note, 1, 1, 1, 2)
        grid.addWidget(QLabel("日期"), 2, 0)
        grid.addWidget(self.on, 2, 1)
        grid.addWidget(self.button, 2, 2)
        grid.addWidget(self.period, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)


def _last(part: AssignedUnit) -> int:
    """What a unit gave last; nought is typed by the clerk, never supposed."""
    return NOT_GIVEN if part.percent is None else part.percent
