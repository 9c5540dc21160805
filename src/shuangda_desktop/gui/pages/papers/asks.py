"""What a kind of paper wants to know: the period, the unit, a day, where units are named."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QWidget

from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit
from shuangda_desktop.gui.widgets.filter_fields import UnitFilter
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.papers.model import DutyStyle
from shuangda_desktop.services.outputs.paper_kinds import (
    APPROVED,
    CONTACT,
    DUTIES,
    PERIOD,
    RANKING,
    REPLY,
    UNIT,
    PaperWanted,
    kind_of,
)
from shuangda_desktop.tasks.periods import KIND_WORDS, Period, PeriodKind, period_of

STYLES = {
    DutyStyle.BRACKETS: "单位写在句末括号里",
    DutyStyle.LINES: "单位另起一行写",
    DutyStyle.TABLE: "单位只写在分工表里",
}
KINDS = (
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.HALF_YEAR,
    PeriodKind.YEAR,
    PeriodKind.WEEK,
)


class PeriodPicker(QWidget):
    """A kind of period, and steps back and forth."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.period: Period = period_of(PeriodKind.MONTH, today).previous()
        self._today = today
        self.kind = QComboBox()
        self.kind.setAccessibleName("报送期的长短")
        for kind in KINDS:
            self.kind.addItem(f"按{KIND_WORDS[kind]}", kind)
        self.label = QLabel(self.period.label)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        back = button("\u2039", lambda: self._show(self.period.previous()), tip="前一期")
        forth = button("\u203a", lambda: self._show(self.period.next()), tip="后一期")
        back.setAccessibleName("前一期")
        forth.setAccessibleName("后一期")
        for part in (self.kind, back, self.label, forth):
            line.addWidget(part)
        self.kind.currentIndexChanged.connect(lambda _: self._turn())

    def choose(self, period: Period) -> None:
        """Show a period without a word to anybody."""
        with QSignalBlocker(self.kind):
            self.kind.setCurrentIndex(KINDS.index(period.kind))
        self.period = period
        self.label.setText(period.label)

    def _turn(self) -> None:
        kind = PeriodKind(self.kind.currentData())
        self._show(period_of(kind, self._today).previous())

    def _show(self, period: Period) -> None:
        self.choose(period)
        self.changed.emit()


class PaperAsks(QWidget):
    """Shows of all questions those that the chosen kind asks."""

    changed = Signal()
    ranked_changed = Signal(bool)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.period = PeriodPicker(today)
        self.ranked = QCheckBox("给单位排名计分")
        self.ranked.clicked.connect(self.ranked_changed)
        self.unit = UnitFilter("写给哪个单位")
        self.duties = QComboBox()
        self.duties.setAccessibleName("责任单位写在哪里")
        for style, words in STYLES.items():
            self.duties.addItem(words, style)
        self.reply = DeadlineEdit(today.year, "反馈日期")
        self.reply.setPlaceholderText("反馈日期\uff0c如 7月10日")
        self.approved = Line("经谁同意", "经谁同意\uff0c如 市人民政府")
        self.contact = Line("联系人及电话", "联系人及电话")
        for field in (self.reply, self.approved, self.contact):
            field.fit_example()
            field.editingFinished.connect(self.changed)
        self.parts: dict[str, QWidget] = {
            PERIOD: self.period,
            UNIT: self.unit,
            DUTIES: self.duties,
            REPLY: self.reply,
            APPROVED: self.approved,
            CONTACT: self.contact,
            RANKING: self.ranked,
        }
        line = flow(*self.parts.values())
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(line)
        for signal in (self.period.changed, self.unit.changed, self.duties.currentIndexChanged):
            signal.connect(lambda *_: self.changed.emit())

    def show_kind(self, key: str) -> None:
        """Ask what this kind wants to know."""
        asks = kind_of(key).asks
        for ask, part in self.parts.items():
            part.setVisible(ask in asks)
        self.setVisible(bool(asks))

    def show_ranking(self, on: bool) -> None:
        """Show what the office decided."""
        self.ranked.setChecked(on)

    def wanted(self, key: str, today: date) -> PaperWanted:
        """What the answers ask for."""
        return PaperWanted(
            key,
            today,
            self.period.period,
            self.unit.unit(),
            self.reply.day(),
            DutyStyle(self.duties.currentData()),
            self.approved.text().strip(),
            self.contact.text().strip(),
        )
