"""A measure that was struck out: what it said, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.review_words import path_words
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.plan.model import Decision, DecisionKind, Measure, Plan

SAID = "这一项已从措施里去掉\uff0c分解时不列入\u3002弄错了随时可以恢复\u3002"


class StruckForm(QWidget):
    """``decided`` carries the decision to take it in again."""

    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._key = -1
        self.path, self.text = quiet(""), quiet("")
        self.text.setAccessibleName("去掉的文字")
        self.back = button(
            "恢复这项措施 Ctrl+J",
            self._put_back,
            tip="仍然作为一项措施\uff0c单位和时限照旧",
            key="Ctrl+J",
        )
        said = QLabel(SAID)
        said.setWordWrap(True)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.back)
        row.addStretch()
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        for part in (self.path, said, self.text):
            column.addWidget(part)
        column.addLayout(row)
        column.addStretch()

    def show_struck(self, plan: Plan, measure: Measure) -> None:
        """Show what was struck out, as it was."""
        self._key = measure.key
        self.path.setText(path_words(plan, measure))
        self.text.setText(f"{measure.text}{measure.clause or ''}")

    def commit(self) -> None:
        """Nothing is typed here."""

    def fix(self, field: str, words: str = "") -> None:
        """Put the keys on the way back."""
        self.back.setFocus()

    def _put_back(self) -> None:
        self.decided.emit(Decision(DecisionKind.PUT_BACK, self._key))
