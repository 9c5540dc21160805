"""Fields that give Ctrl+Z to the program once there is no typing of their own to take back."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def asks_history(event: QEvent) -> bool:
    """Whether a widget is asked if it wants the keys of undo or redo for itself."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _HISTORY)
    )


def has_typed(field: QWidget | None) -> bool:
    """Whether there is typing in a field that is not handed over, and that showing it anew would lose."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


class LineField(QLineEdit):
    """One line; ``committed`` when its text was changed by the clerk and left."""

    committed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown = ""
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show a text that is kept already; the cursor stays where it is shown and nothing was typed."""
        if text == self._shown == self.text() and not has_typed(self):
            return
        self._shown = text
        self.setText(text)
        self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where nothing was typed."""
        if asks_history(event) and not (self.isUndoAvailable() or self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def commit(self) -> None:
        """Hand over what was typed, if anything was."""
        if self.text() != self._shown:
            self._shown = self.text()
            self.committed.emit(self.text())


class TextField(QPlainTextEdit):
    """Several lines, as high as its text; ``committed`` when it was changed and left."""

    committed = Signal(str)

    def __init__(self, name: str, lines: tuple[int, int] = (1, 6)) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown, self._lines = "", lines
        self.textChanged.connect(self._fit)

    def show_text(self, text: str) -> None:
        """Show a text that is kept already; the cursor stays where it is shown and nothing was typed."""
        if text == self._shown == self.toPlainText() and not has_typed(self):
            return
        self._shown = text
        self.setPlainText(text)
        self._fit()

    def commit(self) -> None:
        """Hand over what was typed, if anything was."""
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.committed.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the program where nothing was typed."""
        document = self.document()
        typed = document.isUndoAvailable() or document.isRedoAvailable()
        if asks_history(event) and not typed:
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit."""
        super().focusOutEvent(event)
        self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere now."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), self._lines[0]), self._lines[1])
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin())) + 2
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + frame)
