"""One change for all chosen tasks: a unit in a role, or a deadline."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.gui.widgets.units_panel import RoleBox
from shuangda_desktop.plan.model import Role


class BulkBar(QWidget):
    """Says how many tasks are chosen and takes what they shall all get."""

    unit_given = Signal(str, Role)
    day_given = Signal(object)  # a date, or None for no deadline
    refused = Signal(str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self.count = quiet("")
        self.count.setWordWrap(False)
        self.picker = UnitPicker(UnitNames(), many=False)
        self.picker.setAccessibleName("给所选任务设定的单位")
        self.picker.setMinimumWidth(190)
        self.role = RoleBox("给所选任务设定的分工")
        self.day = DeadlineEdit(year, "给所选任务设定的时限")
        self.day.setMinimumWidth(170)
        self.give_unit = button("设定单位", self._give_unit, tip="所选任务都由这个单位承担")
        self.give_day = button("设定时限", self._give_day, tip="所选任务都用这个时限")
        self.picker.returnPressed.connect(self._give_unit)
        self.day.returnPressed.connect(self._give_day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            flow(self.count, self.picker, self.role, self.give_unit, self.day, self.give_day)
        )

    def show_count(self, number: int) -> None:
        """How many tasks are chosen."""
        self.count.setText(f"已选 {number} 项")
        self.setEnabled(bool(number))

    def _give_unit(self) -> None:
        if units := self.picker.units():
            self.unit_given.emit(units[0], self.role.role())
            self.picker.clear()

    def _give_day(self) -> None:
        if self.day.text().strip() and self.day.is_understood():
            self.day_given.emit(self.day.day())
            self.day.clear()
        elif self.day.text().strip():
            self.refused.emit(unreadable(self.day.text()))
