"""A label of two lines whatever it says: what does not fit ends in …, whole in the tool tip."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

LINES = 2


class TwoLines(QLabel):
    """Keeps its height in letters of any size, so that nothing around it moves."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.whole = ""
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._keep_height()

    def say(self, words: str) -> None:
        """Say other words."""
        self.whole = words
        self.setToolTip(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer words fit now."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()

    def _keep_height(self) -> None:
        self.setFixedHeight(self._height("\n".join("\u56fd" * LINES)) + 2)
        self._fit()

    def _fit(self) -> None:
        """As many of the words as there is room for."""
        fits, too_many = 0, len(self.whole) + 1
        while too_many - fits > 1:
            size = (fits + too_many) // 2
            if self._has_room(self._cut(size)):
                fits = size
            else:
                too_many = size
        if self.text() != self._cut(fits):
            self.setText(self._cut(fits))

    def _cut(self, size: int) -> str:
        return self.whole if size >= len(self.whole) else f"{self.whole[:size]}\u2026"

    def _has_room(self, words: str) -> bool:
        return self._height(words) <= self.height()

    def _height(self, words: str) -> int:
        wrapped = int(Qt.TextFlag.TextWordWrap)
        return self.fontMetrics().boundingRect(0, 0, self.width(), 9999, wrapped, words).height()
