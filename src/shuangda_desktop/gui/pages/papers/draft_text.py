"""The text of a draft: a paragraph a line, kept when the clerk leaves it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QPlainTextEdit

from shuangda_desktop.gui.widgets.fields import asks_history

AIR = 12  # pixels around the text


class DraftText(QPlainTextEdit):
    """Hands what was typed over when it is left; a refresh never takes away what is being typed."""

    written = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(AIR)
        self._kept = ""

    def show_text(self, text: str) -> None:
        """Show a text that is kept already."""
        if self.is_changed():
            return
        self._kept = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def is_changed(self) -> bool:
        """Whether something was typed that nobody has kept."""
        return self.toPlainText() != self._kept

    def hand_over(self) -> None:
        """Give what was typed away to be kept."""
        if self.is_changed():
            self._kept = self.toPlainText()
            self.written.emit(self._kept)

    def insert(self, text: str) -> None:
        """Put paragraphs below the one that the cursor stands in, and keep that."""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        cursor.insertText(("\n" if cursor.block().text() else "") + text)
        self.setTextCursor(cursor)
        self.hand_over()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where nothing was typed."""
        if asks_history(event) and not self.is_changed():
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps."""
        super().focusOutEvent(event)
        self.hand_over()

    def hideEvent(self, event: QHideEvent) -> None:
        """So does turning to another page."""
        self.hand_over()
        super().hideEvent(event)
