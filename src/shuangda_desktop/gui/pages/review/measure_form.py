"""One measure to be checked and put right: words, units by role, deadline."""

import re
from dataclasses import asdict

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.dates import read_date
from shuangda_desktop.gui.models.review_words import (
    date_words,
    every_words,
    hint_words,
    path_words,
)
from shuangda_desktop.gui.models.target_words import read_targets, targets_line
from shuangda_desktop.gui.pages.review.duty_lines import DutyLines
from shuangda_desktop.gui.pages.review.offsets import Offsets
from shuangda_desktop.gui.widgets.fields import LineField, TextField
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.plan.model import Decision, DecisionKind, Duty, Measure, Plan
from shuangda_desktop.text.chars import (
    COLON,
    COMMA,
    EXCLAMATION,
    PAUSE,
    QUESTION,
    SEMICOLON,
    STOP,
)

_MARKS = COMMA + SEMICOLON + COLON + QUESTION + EXCLAMATION + STOP + PAUSE  # none begins a measure


class MeasureForm(QWidget):
    """``decided`` carries each change as a Decision; ``refused`` a sentence about what was not read."""

    decided = Signal(object)
    refused = Signal(str)
    cut = Signal(int, int)  # key of the measure, place in its text

    def __init__(self) -> None:
        super().__init__()
        self._measure: Measure | None = None
        self._year = 0
        self.path = quiet("")
        self.text = TextField("措施文字", (1, 7))
        self.units = DutyLines()
        self.due, self.phrase = LineField("完成时限"), quiet("")
        self.rhythm, self.targets = QLabel(), LineField("指标")
        self.rhythm.setWordWrap(True)
        self.hints = quiet("")  # what was taken without asking: a taught name, a collective one
        self.hints.setTextFormat(Qt.TextFormat.PlainText)
        self.hints.setAccessibleName("提示")
        self.split = button(
            "在光标处拆分",
            self._split,
            tip="把光标后面的文字分成另一项措施",
            key="Ctrl+Shift+Return",
        )
        self.merge = button("与下一项合并", self._merge, tip="把下一项措施并到这一项", key="Ctrl+M")
        self.junk = button(
            "不是措施",
            self._junk,
            tip="页眉\u3001菜单等\uff0c从措施里去掉\uff0c可以恢复",
            key="Ctrl+J",
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
        self.due.show_text(PAUSE.join(date_words(d.due_on) for d in measure.deadlines))
        self.phrase.setText(
            "\uff1b".join(f"原文\uff1a{d.text}" for d in measure.deadlines if d.text)
        )
        self._show_lines(measure)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.text.commit()
        self.units.take_typed()
        self.due.commit()
        self.targets.commit()

    def fix(self, field: str, words: str = "") -> None:
        """Put the keys where this is put right: "text", "due", "targets" or "units", on the one that is named."""
        fields = {"text": self.text, "due": self.due, "targets": self.targets}
        if field == "units" and self.units.model.rowCount():
            self.units.point_at(words)
            self.units.table.setFocus()
        else:
            fields.get(field, self.units.picker).setFocus()

    def _show_lines(self, measure: Measure) -> None:
        rhythms = [f"{every_words(r.every)}\uff08{r.text}\uff09" for r in measure.recurrences]
        self.rhythm.setText("\uff1b".join(rhythms))
        self._form.setRowVisible(self.rhythm, bool(rhythms))
        hints = hint_words(measure)
        self.hints.setText("\n".join(hints))
        self._form.setRowVisible(self.hints, bool(hints))
        self.targets.show_text(targets_line(measure.targets))
        self.targets.setToolTip("\n".join(f"原文\uff1a{t.text}" for t in measure.targets if t.text))

    def _decide(self, kind: DecisionKind, **value: object) -> None:
        if self._measure is not None:
            self.decided.emit(Decision(kind, self._measure.key, value))

    def _set_units(self, duties: list[Duty]) -> None:
        told = [{**asdict(duty), "role": duty.role.value} for duty in duties]
        self._decide(DecisionKind.SET_DUTIES, duties=told)

    def _set_due(self, typed: str) -> None:
        parts = [part.strip() for part in re.split(f"[{PAUSE};,\uff1b\uff0c]", typed)]
        days = [read_date(part, self._year) for part in parts if part]
        known = [day.isoformat() for day in days if day]
        if len(known) < len(days):
            words = f"完成时限\u201c{typed}\u201d读不懂\uff0c没有改动\u3002请写成 {self._year}-06-30 或 6月30日\u3002"
            self.refused.emit(words)
            return
        more = {"more": known[1:]} if known[1:] else {}
        self._decide(DecisionKind.SET_DEADLINE, due_on=known[0] if known else None, **more)

    def _set_targets(self, typed: str) -> None:
        known = self._measure.targets if self._measure else ()
        read = read_targets(typed, known)
        if isinstance(read, str):
            words = f"指标\u201c{read}\u201d读不懂\uff0c没有改动\u3002请写成\u201c合格率 \u2265 95%\u201d\u3002"
            self.refused.emit(words)
            return
        self._decide(DecisionKind.SET_TARGETS, targets=[asdict(target) for target in read])

    def _merge(self) -> None:
        self.text.commit()
        self._decide(DecisionKind.MERGE)

    def _junk(self) -> None:
        self._decide(DecisionKind.JUNK)

    def _split(self) -> None:
        self.text.commit()
        text = self.text.toPlainText()
        offset = Offsets(text).to_python(self.text.textCursor().position())
        while offset < len(text) and text[offset] in _MARKS:
            offset += 1
        if self._measure is not None:
            self.cut.emit(self._measure.key, offset)

    def _connect(self) -> None:
        self.text.committed.connect(lambda text: self._decide(DecisionKind.SET_TEXT, text=text))
        self.units.decided.connect(self._set_units)
        self.due.committed.connect(self._set_due)
        self.targets.committed.connect(self._set_targets)

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
        self._form.addRow("", self.hints)
        self.due.setPlaceholderText("没有")
        self.due.setMinimumWidth(140)
        self.due.setMaximumWidth(260)
        self.due.setToolTip("几个时限之间用顿号隔开")
        self.targets.setPlaceholderText("没有\uff1b例如\u201c合格率 \u2265 95%\u201d")
        due.addWidget(self.due)
        due.addWidget(self.phrase, 1)
        self._form.addRow("完成时限", due)
        self._form.addRow("频次", self.rhythm)
        self._form.addRow("指标", self.targets)
        column.addLayout(self._form)
        column.addStretch()
