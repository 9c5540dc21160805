"""The line at the foot of the window: what happened, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from shuangda_desktop.gui.widgets.parts import button


class NoticeLine(QFrame):
    """Says one sentence until the next; always there, so that nothing jumps when it speaks."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.text = QLabel()
        self.text.setAccessibleName("提示")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        # A long sentence must not widen the window.
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = button("撤销", self.undo_asked.emit, kind="link")
        keep = self.undo.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.undo.setSizePolicy(keep)
        self.undo.hide()
        self.aside = QLabel()
        self.aside.setProperty("kind", "quiet")
        self.aside.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8, 2)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.aside)

    def say(self, text: str, undo: bool) -> None:
        """Show a sentence, with 撤销 where the action can be taken back."""
        self.text.setText(text)
        self.text.setToolTip(text)
        self.undo.setVisible(undo)

    def say_aside(self, text: str) -> None:
        """Show at the right what goes on beside the work; nothing by an empty text."""
        self.aside.setText(text)
        self.aside.setVisible(bool(text))
