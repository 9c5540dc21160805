"""When reports are due after the end of their period."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, card, quiet, strong
from shuangda_desktop.services.city.calendar import LONGEST
from shuangda_desktop.tasks.occurrences import DueRule
from shuangda_desktop.tasks.workdays import SHIFT_WORDS, Shift


class DueForm(QWidget):
    """So many days after, and where a day off sends the due day."""

    given = Signal(int, Shift)

    def __init__(self) -> None:
        super().__init__()
        self.days, self.shift = QSpinBox(), QComboBox()
        self.days.setRange(0, LONGEST)
        self.days.setSuffix(" 天")
        self.days.setAccessibleName("期满后多少天报送")
        self.shift.setAccessibleName("报送日遇到休息日")
        for shift, word in SHIFT_WORDS.items():
            self.shift.addItem(word, shift)
        self.button = button("保存报送日", self._give)
        frame, column = card()
        foot = QHBoxLayout()
        foot.addWidget(
            quiet(
                "天数用于定期任务的各报送期\uff0c如月报在次月5日前\uff1b遇休息日怎么办\uff0c也用于收发的报送截止日。"
            ),
            1,
        )
        foot.addWidget(self.button)
        column.addWidget(strong("报送日"))
        column.addWidget(flow(QLabel("每期结束后"), self.days, QLabel("内报送"), gap=6))
        column.addWidget(flow(QLabel("遇休息日"), self.shift, gap=6))
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_rule(self, rule: DueRule) -> None:
        """Show the rule of now."""
        self.days.setValue(rule.days_after)
        self.shift.setCurrentIndex(self.shift.findData(rule.shift))

    def _give(self) -> None:
        self.given.emit(self.days.value(), Shift(self.shift.currentData()))
