"""A label that says as much as it has room for: what does not fit ends in …, whole in the tool tip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Fitted(QLabel):
    """Asks for no room of its own, so that words of any length move nothing around it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.whole = ""
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def say(self, words: str) -> None:
        """Say other words."""
        self.whole = words
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.fit()

    def fit(self) -> None:
        """As many of the words as there is room for; lines for which there is none run on."""
        words = self.whole
        if not self._has_room(words):
            words = words.replace("\n", "\u3000")
        fits, too_many = 0, len(words) + 1
        while too_many - fits > 1:
            size = (fits + too_many) // 2
            if self._has_room(_cut(words, size)):
                fits = size
            else:
                too_many = size
        if self.text() != _cut(words, fits):
            self.setText(_cut(words, fits))

    def height_of(self, words: str) -> int:
        """How high words stand at this width."""
        wrapped = int(Qt.TextFlag.TextWordWrap)
        return self.fontMetrics().boundingRect(0, 0, self.width(), 9999, wrapped, words).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer words fit now."""
        super().resizeEvent(event)
        self.fit()

    def _has_room(self, words: str) -> bool:
        return self.height_of(words) <= self.height()


def _cut(words: str, size: int) -> str:
    return words if size >= len(words) else f"{words[:size]}\u2026"
