"""What a document says about itself: detected beside decided."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.dates import read_date
from shuangda_desktop.gui.models.plan_columns import LEVELS
from shuangda_desktop.gui.models.review_words import date_words
from shuangda_desktop.gui.widgets.fields import LineField
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.plan.model import Decision, DecisionKind, Plan, PlanKind
from shuangda_desktop.text.level import Level

FIELDS = {
    "title": "标题",
    "document_number": "发文字号",
    "issuer": "发文机关",
    "issued_on": "成文日期",
    "plan_year": "年度",
}


KINDS = {
    PlanKind.KEY_POINTS: "工作要点",
    PlanKind.IMPLEMENTATION_PLAN: "实施方案",
    PlanKind.IMPLEMENTATION_OPINIONS: "实施意见",
    PlanKind.TASK_DIVISION: "任务分工方案",
    PlanKind.NOTICE: "通知",
    PlanKind.OTHER: "其他",
}
CHOICES: Mapping[str, tuple[str, Mapping[Level, str] | Mapping[PlanKind, str]]] = {
    "level": ("层级", LEVELS),
    "kind": ("文种", KINDS),
}


class HeaderForm(QWidget):
    """``decided`` carries each change as a Decision; ``refused`` a sentence about what was not read."""

    decided = Signal(object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: LineField(word) for name, word in FIELDS.items()}
        self.detected = {name: quiet("") for name in (*FIELDS, *CHOICES)}
        self.choices = {name: QComboBox() for name in CHOICES}
        self.warnings = QLabel()
        self.warnings.setWordWrap(True)
        self._plan = Plan()
        self._lay_out()
        self._connect()

    def show_plan(self, detected: Plan, plan: Plan, warnings: tuple[str, ...]) -> None:
        """Show the header as it stands, and what was read where that differs."""
        self._plan = plan
        for name, field in self.fields.items():
            field.show_text(_words(plan, name))
        for name, box in self.choices.items():
            box.setCurrentIndex(box.findData(getattr(plan, name)))
        for name, label in self.detected.items():
            read, now = _words(detected, name), _words(plan, name)
            label.setText(f"读出的是\uff1a{read or '没有'}" if read != now else "")
            self._form.setRowVisible(label, read != now)
        self.warnings.setText("\n".join(warnings))
        self.warnings.setVisible(bool(warnings))

    def commit(self) -> None:
        """Hand over what is being typed."""
        for field in self.fields.values():
            field.commit()

    def fix(self, field: str, words: str = "") -> None:
        """Put the keys where this is put right."""
        (self.choices.get(field) or self.fields.get(field, self.fields["title"])).setFocus()

    def _set_field(self, name: str, typed: str) -> None:
        value = _value(name, typed.strip(), self._plan.plan_year or 2000)
        if value is None and typed.strip():
            words = f"{FIELDS[name]}\u201c{typed}\u201d读不懂\uff0c没有改动\u3002"
            self.refused.emit(words)
        else:
            self._decide(name, value)

    def _decide(self, name: str, value: str | int | None) -> None:
        told: Mapping[str, object] = {"field": name, "value": value}
        self.decided.emit(Decision(DecisionKind.SET_FIELD, 0, dict(told)))

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.committed.connect(lambda typed, name=name: self._set_field(name, typed))
        for name, box in self.choices.items():
            box.activated.connect(lambda _, n=name, b=box: self._decide(n, b.currentData()))

    def _lay_out(self) -> None:
        for name, (word, values) in CHOICES.items():
            self.choices[name].setAccessibleName(word)
            for value, told in values.items():
                self.choices[name].addItem(told, value)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        choices = {name: word for name, (word, _) in CHOICES.items()}
        for name, word in (FIELDS | choices).items():
            self._form.addRow(word, self.choices.get(name) or self.fields[name])
            self._form.addRow("", self.detected[name])
        column.addLayout(self._form)
        column.addWidget(self.warnings)
        column.addStretch()


def _words(plan: Plan, name: str) -> str:
    value = getattr(plan, name)
    if name in CHOICES:
        return dict(CHOICES[name][1]).get(value, "")
    return date_words(value) if isinstance(value, date) else str(value or "")


def _value(name: str, typed: str, year: int) -> str | int | None:
    """What the decision keeps; None for nothing, and for what cannot be read."""
    if name == "plan_year":
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else None
    if name == "issued_on":
        day = read_date(typed, year)
        return day.isoformat() if day else None
    return typed or None
