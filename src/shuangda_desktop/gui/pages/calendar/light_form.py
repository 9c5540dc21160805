"""The lights as the office sets them, with the rule as it will be read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.theme import LIGHT_SIGNS
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, card, quiet, strong
from shuangda_desktop.services.city.office import LONGEST
from shuangda_desktop.tasks.model import Light
from shuangda_desktop.tasks.status import COLOURS, LightRule

_MEANINGS = {
    Light.GREEN: "按进度推进",
    Light.YELLOW: "临近时限",
    Light.RED: "逾期",
    Light.GREY: "不用提醒",
}


class LightForm(QWidget):
    """Thresholds, then one line a light: its shape stays, word and colour are chosen."""

    given = Signal(object)  # a LightRule

    def __init__(self) -> None:
        super().__init__()
        self.near, self.silent = QSpinBox(), QSpinBox()
        self.words = {light: Line(f"{meaning}的灯叫什么") for light, meaning in _MEANINGS.items()}
        self.colours = {light: QComboBox() for light in _MEANINGS}
        self.rule = quiet("")
        self.button = button("保存亮灯规则", lambda: self.given.emit(self.chosen()))
        self._prepare()
        self._lay_out()

    def show_rule(self, rule: LightRule) -> None:
        """Show the rule of now."""
        self.near.setValue(rule.due_soon_days)
        self.silent.setValue(rule.silent_days or 0)
        for light in Light:
            self.words[light].setText(rule.word(light))
            self.colours[light].setCurrentIndex(self.colours[light].findData(rule.colour(light)))
        self._tell()

    def chosen(self) -> LightRule:
        """What the form says."""
        return LightRule(
            self.near.value(),
            self.silent.value() or None,
            tuple(self.words[light].text().strip() for light in Light),
            tuple(str(self.colours[light].currentData()) for light in Light),
        )

    def _tell(self) -> None:
        self.rule.setText(self.chosen().words())

    def _prepare(self) -> None:
        self.near.setRange(1, LONGEST)
        self.near.setSuffix(" 天")
        self.near.setAccessibleName("临期提前的天数")
        self.silent.setRange(0, LONGEST)
        self.silent.setSuffix(" 天")
        self.silent.setSpecialValueText("不要求")
        self.silent.setAccessibleName("多少天没有报送就提醒")
        for light, box in self.colours.items():
            box.setAccessibleName(f"{_MEANINGS[light]}的灯的颜色")
            for name, word in COLOURS.items():
                box.addItem(word, name)
            box.currentIndexChanged.connect(lambda _: self._tell())
        for line in self.words.values():
            line.textChanged.connect(lambda _: self._tell())
        for spin in (self.near, self.silent):
            spin.setMinimumHeight(self.words[Light.GREEN].sizeHint().height())
            spin.valueChanged.connect(lambda _: self._tell())

    def _lay_out(self) -> None:
        frame, column = card()
        grid, foot = QGridLayout(), QHBoxLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, (word, spin) in enumerate((("临期提前", self.near), ("未报送满", self.silent))):
            grid.addWidget(QLabel(word), at, 0)
            grid.addWidget(spin, at, 1)
        for at, light in enumerate(_MEANINGS, 2):
            grid.addWidget(QLabel(f"{LIGHT_SIGNS[light].shape} {_MEANINGS[light]}"), at, 0)
            grid.addWidget(self.words[light], at, 1)
            grid.addWidget(self.colours[light], at, 2)
        foot.addStretch()
        foot.addWidget(self.button)
        column.addWidget(strong("亮灯"))
        column.addLayout(grid)
        column.addWidget(self.rule)
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
