"""The help of the page in sight, over its right side: a glance, then back to work."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from shuangda_desktop.gui.help_words import help_html
from shuangda_desktop.gui.theme import tokens_of
from shuangda_desktop.gui.widgets.parts import button, title

WIDE = 26  # characters


class HelpPanel(QFrame):
    """Covers a part of the page and takes it no room; F1 or Esc closes it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setProperty("kind", "card")
        self.head, self.words = title(""), QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setContentsMargins(0, 0, 12, 0)
        self.area = QScrollArea()
        self.area.setWidget(self.words)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setAccessibleName("本页说明")
        self.close_button = button("收起", self.left.emit, key="Esc")
        line, column = QHBoxLayout(), QVBoxLayout(self)
        line.addWidget(self.head, 1)
        line.addWidget(self.close_button)
        column.setContentsMargins(16, 12, 8, 12)
        column.addLayout(line)
        column.addWidget(self.area, 1)
        self.hide()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent: its room also changes when the rail beside it folds."""
        if watched is self._room and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def show_page(self, name: str, word: str) -> None:
        """Say what the page is for."""
        self.head.setText(word)
        self.words.setText(help_html(name, tokens_of(self.palette()).accent))
        self.words.setAccessibleDescription(self.words.text())

    def place(self) -> None:
        """Stand at the right side of the parent, as high as it."""
        room = self._room.rect()
        wide = self.fontMetrics().horizontalAdvance("\u56fd") * WIDE
        self.setGeometry(room.right() - min(wide, room.width()), 0, wide, room.height())
        self.raise_()
