"""How often the units report, until which day, and to whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, card, quiet, strong
from shuangda_desktop.services.rounds.asking import Habit
from shuangda_desktop.tasks.periods import KIND_WORDS, PeriodKind


class HabitForm(QWidget):
    """In the place of the board while it is being changed; ``given`` carries a Habit."""

    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.day = QComboBox(), QSpinBox()
        self.contact = Line("联系人和电话", "如 张三 0800-1234567")
        for kind in PeriodKind:
            self.kind.addItem(f"每{KIND_WORDS[kind]}一次", kind.value)
        self.kind.setAccessibleName("多久报送一次")
        self.day.setRange(1, 31)
        self.day.setPrefix("当期最后一个月的 ")
        self.day.setSuffix(" 日前")
        self.day.setAccessibleName("报送截止日")
        self.day.setMinimumHeight(self.contact.sizeHint().height())
        self.keep = button("保存", self._give)
        self.close_it = button("收起", self.left.emit)
        frame, column = card()
        form, row = QFormLayout(), QHBoxLayout()
        form.addRow("多久一次", self.kind)
        form.addRow("截止", self.day)
        form.addRow("", quiet("遇周末、节假日顺延还是提前\uff0c在“数据”“日历与亮灯”里定\u3002"))
        form.addRow("联系人", self.contact)
        row.addStretch()
        row.addWidget(self.close_it)
        row.addWidget(self.keep)
        column.addWidget(strong("报送设置"))
        column.addLayout(form)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch()

    def show_habit(self, habit: Habit) -> None:
        """Show the settings of now."""
        self.kind.setCurrentIndex(self.kind.findData(habit.kind.value))
        self.day.setValue(habit.day)
        self.contact.setText(habit.contact)

    def _give(self) -> None:
        kind = PeriodKind(self.kind.currentData())
        self.given.emit(Habit(kind, self.day.value(), self.contact.text()))
