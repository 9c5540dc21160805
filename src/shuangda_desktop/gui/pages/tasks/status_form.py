"""Moving a task by hand: only the moves that make sense, each with day, who and why."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from shuangda_desktop.gui.theme import STATUS_SIGNS
from shuangda_desktop.gui.widgets.aside import Aside
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.life import allowed, needs_reason, verb
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow


class StatusForm(QWidget):
    """Offers the moves that may follow, by the verbs of the office."""

    given = Signal(Status, str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._now = Status.NOT_STARTED
        self.status, self.note = QComboBox(), Line("说明", "说明")
        self.status.setAccessibleName("办理")
        self.status.currentIndexChanged.connect(lambda _: self._ask())
        self.on = DeadlineEdit(date.min.year, "办理日期")
        self.on.setPlaceholderText("今天")
        self.on.keep_narrow()
        self.aside = Aside(self.note, self.on, boxes=[self.status])
        self.button = button("办理", self._give, tip="按左边选的办\uff0c记入流转")
        for field in (self.note, self.on):
            field.returnPressed.connect(self._give)
        line = Flow(self, gap=8)
        for part in (self.status, self.on, self.note, self.button):
            line.addWidget(part)

    def show_task(self, row: TaskRow, year: int) -> None:
        """Offer what may follow the status of a task."""
        status = row.status
        self.on.set_year(year)
        moves = allowed(status)
        self.aside.turn(row.task_id, lambda: self._offer(status, moves))
        self.setEnabled(bool(moves))

    def day(self) -> date | None:
        """The day of the move; None for today."""
        return self.on.day()

    def _offer(self, status: Status, moves: tuple[Status, ...]) -> None:
        if (status, moves) != (self._now, self._offered()):
            self._now = status
            self.status.clear()
            for move in moves:
                self.status.addItem(f"{STATUS_SIGNS[move].shape} {verb(status, move)}", move)

    def _ask(self) -> None:
        """Say whether a why is wanted."""
        if self.status.currentData() is not None:
            wanted = needs_reason(self._now, Status(self.status.currentData()))
            self.note.setPlaceholderText(
                "原因\uff08要填\uff09" if wanted else "说明\uff08可不填\uff09"
            )

    def _offered(self) -> tuple[Status, ...]:
        return tuple(Status(self.status.itemData(at)) for at in range(self.status.count()))

    def _give(self) -> None:
        typed = self.on.text().strip()
        if typed and self.on.day() is None:
            self.refused.emit(unreadable(typed, "办理日期"))
        elif self.status.currentIndex() >= 0:
            self.given.emit(Status(self.status.currentData()), self.note.text())
        else:
            self.status.setFocus()
