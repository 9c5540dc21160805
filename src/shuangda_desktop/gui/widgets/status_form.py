"""Moving a task by hand: only the moves that make sense, each with a word of why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from shuangda_desktop.gui.theme import STATUS_SIGNS
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.status import STATUS_WORDS, allowed


class StatusForm(QWidget):
    """Offers the statuses that may follow."""

    given = Signal(Status, str)

    def __init__(self) -> None:
        super().__init__()
        self.status, self.note = QComboBox(), Line("说明", "说明\uff08可不填\uff09")
        self.status.setAccessibleName("改为")
        self.button = button("改状态", self._give, tip="把任务改为左边选的状态")
        self.note.returnPressed.connect(self._give)
        line = Flow(self, gap=8)
        for part in (self.status, self.note, self.button):
            line.addWidget(part)

    def show_status(self, status: Status) -> None:
        """Offer what may follow this status."""
        moves = allowed(status)
        if moves != self._offered():
            self.status.clear()
            for move in moves:
                self.status.addItem(f"{STATUS_SIGNS[move].shape} {STATUS_WORDS[move]}", move)
        self.setEnabled(bool(moves))

    def _offered(self) -> tuple[Status, ...]:
        return tuple(Status(self.status.itemData(at)) for at in range(self.status.count()))

    def _give(self) -> None:
        if self.status.count():
            note = self.note.text()
            self.note.clear()
            self.given.emit(Status(self.status.currentData()), note)
