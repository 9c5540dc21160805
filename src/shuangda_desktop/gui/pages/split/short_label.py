"""A line of words that gives way: where the room is short it ends in an ellipsis."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QStylePainter

LEAST = 5  # characters that stay


class ShortLabel(QLabel):
    """A quiet label whose whole text is in its tool tip as well."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_words(self, text: str) -> None:
        """Show a line."""
        self.setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """The room of a few characters, or of the text where that is less."""
        whole = super().minimumSizeHint()
        least = self.fontMetrics().horizontalAdvance("\u56fd") * LEAST
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter = QStylePainter(self)
        painter.drawItemText(
            self.contentsRect(),
            Qt.AlignmentFlag.AlignVCenter,
            self.palette(),
            self.isEnabled(),
            words,
            self.foregroundRole(),
        )
