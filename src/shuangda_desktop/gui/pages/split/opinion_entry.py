"""A line to type in what a unit said by phone or on paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from shuangda_desktop.gui.widgets.aside import Aside
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.rounds.opinions import Opinion, Stance
from shuangda_desktop.tasks.rounds.reading import ON_ALL


class OpinionEntry(QWidget):
    """Which task, what shall be changed, why."""

    entered = Signal(object)  # an Opinion

    def __init__(self) -> None:
        super().__init__()
        self._about = 0, ""  # the round and the unit
        self._tasks: list[tuple[int, str]] = []
        self.task = QComboBox()
        self.task.setAccessibleName("意见对应的任务")
        self.task.setMinimumContentsLength(12)
        self.task.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.proposal = Line("登记的修改内容", "电话、书面提出的修改内容")
        self.reason = Line("登记的理由", "理由")
        self.aside = Aside(self.proposal, self.reason, boxes=[self.task])
        self.add = button("登记意见", self._enter, tip="登记所选单位的意见\uff08Enter\uff09")
        self.proposal.returnPressed.connect(self._enter)
        self.reason.returnPressed.connect(self._enter)
        self.proposal.setMinimumWidth(220)
        line = Flow(self)
        for part in (self.task, self.proposal, self.reason, self.add):
            line.addWidget(part)

    def show_unit(self, round_id: int, unit: str, tasks: Sequence[tuple[int, str]]) -> None:
        """Take in opinions of this unit in a round, on these tasks or on the whole."""
        about = round_id, unit
        if (about, list(tasks)) != (self._about, self._tasks):
            self.aside.turn(about, lambda: self._offer(tasks))
        self._about, self._tasks = about, list(tasks)
        self.setEnabled(bool(unit))

    def begun(self) -> list[str]:
        """The units of which something is typed and not kept."""
        keys = [key for key in self.aside.typed() if isinstance(key, tuple)]
        return list(dict.fromkeys(unit for _, unit in keys if unit))

    def _offer(self, tasks: Sequence[tuple[int, str]]) -> None:
        self.task.clear()
        for task_id, label in tasks:
            self.task.addItem(label, task_id)
        self.task.addItem(ON_ALL, None)

    def _enter(self) -> None:
        proposal, reason = self.proposal.text().strip(), self.reason.text().strip()
        key = self._about
        if self.task.currentIndex() < 0:
            self.task.setFocus()
        elif key[1] and (proposal or reason):
            about, task_id = self.task.currentText(), self.task.currentData()
            stance = Stance.CHANGE if proposal else Stance.AGAINST
            self.entered.emit(Opinion(key[1], task_id, about, stance, proposal, reason))
            self.aside.forget(key)
        else:
            self.proposal.setFocus()
