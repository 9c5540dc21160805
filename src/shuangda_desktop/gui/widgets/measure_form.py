"""One measure to be checked and put right: words, units by role, deadline."""

from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.dates import read_date
from shuangda_desktop.gui.models.review_words import (
    date_words,
    every_words,
    path_words,
)
from shuangda_desktop.gui.widgets.duty_lines import DutyLines
from shuangda_desktop.gui.widgets.fields import LineField, TextField
from shuangda_desktop.gui.widgets.offsets import Offsets
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.plan.model import Decision, DecisionKind, Duty, Measure, Plan


class MeasureForm(QWidget):
    """``decided`` carries each change as a Decision; ``refused`` a sentence about what was not read."""

    decided = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._measure: Measure | None = None
        self._year = 0
        self.path = quiet("")
        self.text = TextField("措施文字", (1, 7))
        self.units = DutyLines()
        self.due, self.phrase = LineField("完成时限"), quiet("")
        self.rhythm, self.targets = QLabel(), QLabel()
        for label in (self.rhythm, self.targets):
            label.setWordWrap(True)
        self.split = button("在光标处拆分", self._split, tip="把光标后面的文字分成另一项措施")
        self.merge = button("与下一项合并", lambda: self._decide(DecisionKind.MERGE))
        self.junk = button(
            "不是措施",
            lambda: self._decide(DecisionKind.JUNK),
            tip="页眉\u3001菜单等\uff0c从措施里去掉",
        )
        self._lay_out()
        self._connect()

    def show_measure(self, plan: Plan, measure: Measure) -> None:
        """Show a measure as it stands after all decisions."""
        fresh = self._measure is None or self._measure.key != measure.key
        self._measure = measure
        self._year = plan.plan_year or (plan.issued_on.year if plan.issued_on else 2000)
        self.path.setText(path_words(plan, measure))
        self.text.show_text(measure.text)
        self.units.show_duties(measure.duties, fresh)
        first = measure.deadlines[0] if measure.deadlines else None
        self.due.show_text(date_words(first.due_on if first else None))
        self.phrase.setText(
            "\uff1b".join(f"原文\uff1a{d.text}" for d in measure.deadlines if d.text)
        )
        self._show_lines(measure)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.text.commit()
        self.units.take_typed()
        self.due.commit()

    def fix(self, field: str) -> None:
        """Put the keys where this is put right: "text", "due" or "units"."""
        if field == "units" and self.units.model.rowCount():
            self.units.table.setFocus()
        else:
            {"text": self.text, "due": self.due}.get(field, self.units.picker).setFocus()

    def _show_lines(self, measure: Measure) -> None:
        rhythms = [f"{every_words(r.every)}\uff08{r.text}\uff09" for r in measure.recurrences]
        for label, words in (
            (self.rhythm, "\uff1b".join(rhythms)),
            (self.targets, "\uff1b".join(target.text for target in measure.targets)),
        ):
            label.setText(words)
            self._form.setRowVisible(label, bool(words))

    def _decide(self, kind: DecisionKind, **value: object) -> None:
        if self._measure is not None:
            self.decided.emit(Decision(kind, self._measure.key, value))

    def _set_units(self, duties: list[Duty]) -> None:
        told = [{**asdict(duty), "role": duty.role.value} for duty in duties]
        self._decide(DecisionKind.SET_DUTIES, duties=told)

    def _set_due(self, typed: str) -> None:
        due_on = read_date(typed, self._year)
        if due_on is None and typed.strip():
            words = f"完成时限\u201c{typed}\u201d读不懂\uff0c没有改动\u3002请写成 {self._year}-06-30 或 6月30日\u3002"
            self.refused.emit(words)
            return
        self._decide(DecisionKind.SET_DEADLINE, due_on=due_on.isoformat() if due_on else None)

    def _split(self) -> None:
        self.text.commit()
        text = self.text.toPlainText()
        offset = Offsets(text).to_python(self.text.textCursor().position())
        self._decide(DecisionKind.SPLIT, offset=offset)

    def _connect(self) -> None:
        self.text.committed.connect(lambda text: self._decide(DecisionKind.SET_TEXT, text=text))
        self.units.decided.connect(self._set_units)
        self.due.committed.connect(self._set_due)

    def _lay_out(self) -> None:
        column, actions, due = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.path)
        column.addWidget(self.text)
        for made in (self.split, self.merge, self.junk):
            actions.addWidget(made)
        actions.addStretch()
        column.addLayout(actions)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.addRow("责任分工", self.units)
        self.due.setPlaceholderText("没有")
        self.due.setMaximumWidth(140)
        due.addWidget(self.due)
        due.addWidget(self.phrase, 1)
        self._form.addRow("完成时限", due)
        self._form.addRow("频次", self.rhythm)
        self._form.addRow("指标", self.targets)
        column.addLayout(self._form)
        column.addStretch()
