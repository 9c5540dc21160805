"""The doubt in hand: what it says, and the keys that deal with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from shuangda_desktop.gui.models.doubts import left
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.plan.model import Finding, Severity

SIGNS = {Severity.ERROR: "\u25a0", Severity.DOUBT: "\u25b2", Severity.HINT: "\u25cb"}


class DoubtBar(QFrame):
    """Always there, so that nothing jumps: without doubts it says so."""

    turned = Signal(int)  # +1 next, -1 before
    accepted = Signal()
    finished = Signal()  # nothing is left: on to dividing

    def __init__(self) -> None:
        super().__init__()
        self.count, self.message = QLabel(), QLabel()
        self.count.setProperty("kind", "strong")
        self.count.setAccessibleName("待核对的数目")
        self.message.setAccessibleName("疑点")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.before = button("上一处", lambda: self.turned.emit(-1), key="F7")
        self.next = button("下一处", lambda: self.turned.emit(1), key="F8")
        self.accept = button(
            "认可", self.accepted.emit, kind="main", tip="就按现在这样\uff08Enter\uff09"
        )
        self.divide = button("去分解", self.finished.emit, kind="main", tip="分解成本市的任务")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addWidget(self.message, 1)
        for made in (self.before, self.next, self.accept, self.divide):
            row.addWidget(made)

    def show_doubt(self, doubt: Finding | None, all_doubts: tuple[Finding, ...]) -> None:
        """Show the doubt in hand and how many are left."""
        self.count.setText(left(all_doubts))
        self.message.setText(f"{SIGNS[doubt.severity]} {doubt.message}" if doubt else "")
        self.message.setToolTip(doubt.message if doubt else "")
        for made in (self.before, self.next):
            made.setEnabled(bool(all_doubts))
        self.accept.setEnabled(doubt is not None)
        self.accept.setVisible(bool(all_doubts))
        self.divide.setVisible(not all_doubts)
        self.setProperty("kind", "doubt" if all_doubts else "card")
        self.style().polish(self)
