"""What is done with the chosen tasks: buttons for one, fields that fill many."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.gui.widgets.unit_lines import RoleBox
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.plan.model import Role


class BulkBar(QWidget):
    """One line: for one task what moves it, for several what they shall all get."""

    unit_given = Signal(str, Role)
    unit_taken = Signal(str)
    lead_given = Signal(str)
    day_given = Signal(object)  # a date, or None for no deadline
    refused = Signal(str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self.count = quiet("")
        self.count.setWordWrap(False)
        self.picker = UnitPicker(UnitNames(), many=False)
        self.picker.setAccessibleName("给所选任务设定的单位")
        self.picker.setMinimumWidth(170)
        self.role = RoleBox("给所选任务设定的分工")
        self.day = DeadlineEdit(year, "给所选任务设定的时限")
        self.day.setPlaceholderText("如 6月30日")
        self.day.setMinimumWidth(110)
        self.give_unit = button(
            "加入", self._give_unit, tip="所选任务都加入这个单位\uff08Enter\uff09"
        )
        self.take_unit = button("移除", self._take_unit, tip="所选任务都不再由这个单位承担")
        self.give_lead = button("改由其牵头", self._give_lead, tip="所选任务都由这个单位一家牵头")
        self.give_day = button("设定时限", self._give_day, tip="所选任务都用这个时限")
        self.picker.returnPressed.connect(self._give_unit)
        self.day.returnPressed.connect(self._give_day)
        self._for_one: list[QPushButton] = []
        self._for_many: tuple[QWidget, ...] = (
            self.count, self.picker, self.role, self.give_unit, self.take_unit, self.give_lead,
            self.day, self.give_day,
        )  # fmt: skip

    def set_buttons(self, always: Sequence[QPushButton], for_one: Sequence[QPushButton]) -> None:
        """Lay out the line: what is always there comes first, so that it never moves."""
        self._for_one = list(for_one)
        line = Flow(self)
        for part in (*always, *for_one, *self._for_many):
            line.addWidget(part)

    def show_count(self, number: int) -> None:
        """How many tasks are chosen; what cannot be done with the only one needs no room."""
        self.count.setText(f"已选 {number} 项")
        for single in self._for_one:
            single.setVisible(number < 2 and single.isEnabled())
        for part in self._for_many:
            part.setVisible(number > 1)

    def _give_unit(self) -> None:
        if units := self.picker.units():
            self.unit_given.emit(units[0], self.role.role())
            self.picker.clear()

    def _take_unit(self) -> None:
        if units := self.picker.units():
            self.unit_taken.emit(units[0])

    def _give_lead(self) -> None:
        if units := self.picker.units():
            self.lead_given.emit(units[0])
            self.picker.clear()

    def _give_day(self) -> None:
        if self.day.text().strip() and self.day.is_understood():
            self.day_given.emit(self.day.day())
            self.day.clear()
        elif self.day.text().strip():
            self.refused.emit(unreadable(self.day.text()))
