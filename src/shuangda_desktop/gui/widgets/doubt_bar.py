"""The doubts in hand: what they say, and the keys that deal with them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy

from shuangda_desktop.gui.models.doubts import left
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.plan.model import Finding, Severity

SIGNS = {Severity.ERROR: "\u25a0", Severity.DOUBT: "\u25b2", Severity.HINT: "\u25cb"}
WIDE = 1000  # below this the words get a line of their own


class DoubtBar(QFrame):
    """Always there, so that nothing jumps: without doubts it says so. The buttons name their keys."""

    turned = Signal(int)  # +1 next, -1 before
    fixed = Signal()
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
        self.before = button("上一处 F7", lambda: self.turned.emit(-1), key="F7")
        self.next = button(
            "下一处 F8", lambda: self.turned.emit(1), tip="先不管\uff0c看下一处", key="F8"
        )
        self.fix = button("修改 F2", self.fixed.emit, tip="到要改的那一栏")
        self.accept = button("认可 Enter", self.accepted.emit, kind="main", tip=ACCEPT)
        self.divide = button("去分解", self.finished.emit, kind="main", tip="分解成本市的任务")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 8, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for made in (self.before, self.next, self.fix, self.accept, self.divide):
            buttons.addWidget(made)
        self._grid.addWidget(self.count, 0, 0)
        self._grid.addWidget(self.message, 0, 1)
        self._grid.addLayout(buttons, 0, 2)

    def show_doubts(self, doubts: Sequence[Finding], every: Sequence[Finding]) -> None:
        """Show the doubts in hand, which are dealt with together, and how many are left."""
        self.count.setText(left(every))
        words = "\n".join(f"{SIGNS[doubt.severity]} {doubt.message}" for doubt in doubts)
        self.message.setText(words)
        self.message.setToolTip(words)
        self.accept.setText(f"认可这 {len(doubts)} 处 Enter" if len(doubts) > 1 else "认可 Enter")
        for made in (self.before, self.next):
            made.setEnabled(bool(every))
        for made in (self.accept, self.fix):
            made.setEnabled(bool(doubts))
            made.setVisible(bool(every))
        self.divide.setVisible(not every)
        self.setProperty("kind", "doubt" if every else "card")
        self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow screen the words stand below the buttons, whole."""
        super().resizeEvent(event)
        wide = event.size().width() >= WIDE
        place = (0, 1, 1, 1) if wide else (1, 0, 1, 3)
        if self._grid.getItemPosition(self._grid.indexOf(self.message)) != place:
            self._grid.addWidget(self.message, *place)


ACCEPT = "就按现在这样\uff08Enter\uff0c正在打字时 Ctrl+Enter\uff09"
