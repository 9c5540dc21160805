"""The readings of a doubtful spot: one key each, or a line for what stood there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shuangda_desktop.gui.keys import is_enter
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button

MOST = 3
EVERY = "同样的地方一起改\uff1a按住 Shift 再按 1\u30012\u30013\uff0c可以一次撤销"


class SpotChoices(QWidget):
    """Out of sight unless a spot is in hand."""

    chosen = Signal(int)  # the place of a candidate
    chosen_alike = Signal(int)  # for this spot and all where the same is asked
    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = Line("这里原来的文字", "这里原来的文字\uff0cEnter 确定")
        self.line.setMinimumWidth(220)
        self._holder, self._buttons = QWidget(), list[QPushButton]()
        self._spot = -1  # where the spot in hand begins
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._holder, 1)
        self._flow = Flow(self._holder)
        self._flow.addWidget(self.line)
        self.every = button("同样的都改", lambda: self.chosen_alike.emit(0), kind="link", tip=EVERY)
        for at in range(MOST):
            QShortcut(f"Shift+{at + 1}", self.every, partial(self.chosen_alike.emit, at))
        row.addWidget(self.every, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_readings(
        self, readings: Sequence[str], before: str, spot: int = -1, alike: int = 1
    ) -> None:
        """Offer these; none hides the line, unless the clerk is writing what stood at this ``spot``.

        ``alike`` counts the spots where the same is asked, with this one.
        """
        if self.line.hasFocus() and readings and spot == self._spot:
            return
        self._spot = spot
        for made in self._buttons:
            self._flow.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._buttons = [self._button(at, words) for at, words in enumerate(readings[:MOST])]
        self.line.setText(before)
        self.line.hide()
        self.every.setText(f"同样的 {alike} 处都照 1 改 Shift+1")
        self.every.setVisible(alike > 1 and bool(readings))
        self.setVisible(bool(readings))

    def offered(self) -> list[str]:
        """What the buttons say."""
        return [made.text() for made in self._buttons]

    def type(self) -> None:
        """Let the clerk write what stood there."""
        self.line.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line answers, Esc closes it; neither does anything else on the page."""
        if self.line.hasFocus() and is_enter(event):
            self.typed.emit(self.line.text())
        elif event.key() == Qt.Key.Key_Escape and self.line.isVisible():
            self.line.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, at: int, words: str) -> QPushButton:
        made = button(
            f"{at + 1}\u3000{words.replace('&', '&&')}",
            lambda: self.chosen.emit(at),
            tip=f"这里读作\u201c{words}\u201d\uff08按 {at + 1}\uff09",
        )
        made.setProperty("kind", "proposed")
        self._flow.addWidget(made)
        return made
