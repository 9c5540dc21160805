"""A line for words to find in a text, out of sight until it is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from shuangda_desktop.gui.widgets.line import Line


class FindLine(Line):
    """Enter finds the next place, Esc goes back to the work."""

    sought = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, f"{name}\uff08Enter 下一处\uff0cEsc 收起\uff09")
        self.setMinimumWidth(260)
        self.hide()
        self.returnPressed.connect(self._seek)

    def open(self) -> None:
        """Come into sight, ready for other words."""
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _seek(self) -> None:
        if self.text():
            self.sought.emit(self.text())
