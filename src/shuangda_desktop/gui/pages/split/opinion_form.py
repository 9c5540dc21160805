"""One opinion beside its task: what it would change, and the three ways to settle it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from shuangda_desktop.gui.models.dates import read_date
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.tasks.checks.findings import Field
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.tasks.rounds.opinions import Opinion, Outcome
from shuangda_desktop.tasks.rounds.proposals import FIELD_TITLES, change_of, suggested, value_of
from shuangda_desktop.text.punctuation import widen

NOTHING = "不改任务"
ROOMY = 170  # pixels


@dataclass(frozen=True, slots=True)
class Begun:
    """What was typed about an opinion and not settled yet; ``value`` is None where only the reason was."""

    reason: str
    field: Field | None = None
    value: str | None = None


class OpinionForm(QWidget):
    """Left what the unit says, right the field that it changes, as the program understood it."""

    settled = Signal(int, object, str, object)  # id, Outcome, reason, the change or None
    refused = Signal(str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self._opinion: Opinion | None = None
        self._task: Task | None = None
        self._aside: dict[Opinion, Begun] = {}  # as it was then: what was settled begins anew
        self.year = year
        self.said = _box("单位的意见", is_open=False)
        self.field = QComboBox()
        self.field.setAccessibleName("修改任务的哪一项")
        self.field.addItem(NOTHING, None)
        for field, word in FIELD_TITLES.items():
            self.field.addItem(f"修改{word}", field)
        self.value = _box("改为", is_open=True)
        self.reason = Line("说明", "部分采纳、不采纳要写明理由")
        self.before, self.doubt = quiet(""), quiet("")
        self.field.currentIndexChanged.connect(self._field_chosen)
        self.buttons = [
            button("采纳", lambda: self._settle(Outcome.ADOPTED), kind="main", key="Ctrl+Shift+A"),
            button("部分采纳", lambda: self._settle(Outcome.PARTLY)),
            button("不采纳", lambda: self._settle(Outcome.REJECTED)),
            button("重新研究", lambda: self._settle(Outcome.OPEN), kind="link"),
        ]
        self._lay_out()
        self.show_opinion(None, None)

    def show_opinion(self, opinion: Opinion | None, task: Task | None) -> None:
        """Show an opinion with its task; what was typed about it and not settled is there again."""
        is_same = opinion is not None and self._opinion == opinion and self._task == task
        self._aside = self.begun()
        self._opinion, self._task = opinion, task
        self.setEnabled(opinion is not None)
        if is_same:
            return
        self.said.setPlainText(opinion.text if opinion else "")
        self.reason.setText(opinion.outcome_reason if opinion else "")
        self.doubt.setText(opinion.doubt if opinion else "")
        self.doubt.setVisible(bool(opinion and opinion.doubt))
        self._suggest()
        if opinion is not None and opinion in self._aside:
            self._go_on(self._aside[opinion])

    def begun(self) -> dict[Opinion, Begun]:
        """What was typed and not settled, by the opinion that it is about."""
        if self._opinion is None:
            return self._aside
        others = {one: words for one, words in self._aside.items() if one != self._opinion}
        here = self._typed()
        return others | ({self._opinion: here} if here is not None else {})

    def _typed(self) -> Begun | None:
        valued = self.value.document().isModified() and self._field() is not None
        if not valued and not self.reason.isModified():
            return None
        value = self.value.toPlainText() if valued else None
        return Begun(self.reason.text(), self._field(), value)

    def _go_on(self, begun: Begun) -> None:
        """Have it as it was left; what was typed then is not kept now either."""
        self.reason.setText(begun.reason)
        self.reason.setModified(True)
        if begun.value is not None:
            self.field.setCurrentIndex(self.field.findData(begun.field))
            self.value.setPlainText(begun.value)
            self.value.document().setModified(True)

    def _suggest(self) -> None:
        """Begin with what the words of the unit ask for."""
        found = None
        if self._opinion is not None and self._task is not None and not self._opinion.outcome:
            found = suggested(self._opinion.proposal, self._task, self._opinion.unit)
        self.field.setCurrentIndex(self.field.findData(found.field) if found else 0)
        self._field_chosen()
        if found is not None:
            self.value.setPlainText(found.value)

    def _field_chosen(self) -> None:
        field = self._field()
        self.value.setVisible(field is not None)
        now = value_of(self._task, field) if field is not None and self._task else ""
        self.value.setPlainText(now)
        self.before.setText(f"原为\uff1a{now or '空'}" if field is not None else "")
        self.value.setToolTip(self.before.text())
        self._show_before()
        self.field.setEnabled(self._task is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stood there before needs a line of its own only where there is room for one."""
        super().resizeEvent(event)
        self._show_before()

    def _show_before(self) -> None:
        self.before.setVisible(self.field.currentData() is not None and self.height() > ROOMY)

    def _settle(self, outcome: Outcome) -> None:
        if self._opinion is None:
            return
        field = self._field()
        change = None
        if field is not None and self._task is not None and outcome in _CHANGING:
            value, day = self.value.toPlainText(), self._day(field)
            if field is Field.DUE and day is None:
                self.refused.emit(
                    widen(f"时限“{value}”读不懂,没有改动。请写成6月30日、6月底这样。")
                )
                return
            change = change_of(self._task, field, str(day) if day else value, day)
        self.settled.emit(self._opinion.id, outcome, self.reason.text(), change)

    def _field(self) -> Field | None:
        """The field that is chosen; Qt hands it back as a plain text."""
        chosen = self.field.currentData()
        return Field(chosen) if chosen is not None else None

    def _day(self, field: Field) -> date | None:
        return read_date(self.value.toPlainText(), self.year) if field is Field.DUE else None

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(strong("单位的意见"), 0, 0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(strong("采纳后"))
        head.addWidget(self.field, 1)
        grid.addLayout(head, 0, 1)
        grid.addWidget(self.said, 1, 0)
        grid.addWidget(self.value, 1, 1)
        grid.addWidget(self.doubt, 2, 0)
        grid.addWidget(self.before, 2, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reason, 1)
        for made in self.buttons:
            foot.addWidget(made)
        grid.addLayout(foot, 3, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)


_CHANGING = (Outcome.ADOPTED, Outcome.PARTLY)


def _box(name: str, *, is_open: bool) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(not is_open)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    made.setMinimumHeight(made.fontMetrics().lineSpacing() * 2 + 12)
    return made
