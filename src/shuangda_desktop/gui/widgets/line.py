"""A line to type in, which leaves undo to the program where nothing was typed."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from shuangda_desktop.gui.widgets.fields import asks_history


class Line(QLineEdit):
    """A line with a name for those who hear it, and an example in it."""

    def __init__(self, name: str, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(example)

    def clear(self) -> None:
        """Begin anew: what was handed over is no typing that Ctrl+Z would take back."""
        self.setText("")

    def fit_example(self) -> None:
        """Be wide enough for the whole example."""
        wide = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self.setMinimumWidth(wide + 2 * self.fontMetrics().averageCharWidth() + 20)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back typing first, and the last action after."""
        if asks_history(event) and not (self.isUndoAvailable() or self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
