"""The words of one task: typed text is never lost, whatever the clerk turns to next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from shuangda_desktop.gui.keys import is_ctrl_enter
from shuangda_desktop.gui.pages.review.offsets import Offsets, showable
from shuangda_desktop.gui.widgets.fields import asks_history


class TextBox(QPlainTextEdit):
    """Hands a changed text over when the clerk leaves the box, the task or the page."""

    written = Signal(int, str)  # the task's id, its new text

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._task_id = 0
        self._kept = ""

    def show_text(self, task_id: int, text: str) -> None:
        """Show a task's text; what was typed for another one is handed over first."""
        if task_id == self._task_id and self.is_changed():
            return  # a refresh must not take away what is being typed
        leaving, typed, changed = self._task_id, self.toPlainText(), self.is_changed()
        if (task_id, showable(text)) != (leaving, typed):
            self.setPlainText(showable(text))
        self._task_id, self._kept = task_id, self.toPlainText()
        if changed:
            self.written.emit(leaving, typed)

    def is_changed(self) -> bool:
        """Whether something was typed that nobody has kept."""
        return bool(self._task_id) and self.toPlainText() != self._kept

    def hand_over(self) -> None:
        """Give the typed text away to be kept."""
        if self.is_changed():
            self._kept = self.toPlainText()
            self.written.emit(self._task_id, self._kept)

    def place(self) -> int:
        """Before which character of the text the cursor stands."""
        return Offsets(self.toPlainText()).to_python(self.textCursor().position())

    def restore(self) -> None:
        """Forget what was typed."""
        self.setPlainText(self._kept)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where nothing was typed."""
        if asks_history(event) and not self.is_changed():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Esc forgets."""
        if is_ctrl_enter(event):
            self.hand_over()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed():
            self.restore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the box keeps the text; the list of an input method is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hand_over()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the page keeps the text too."""
        super().hideEvent(event)
        self.hand_over()
