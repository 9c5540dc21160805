"""A label of two lines whatever it says: what does not fit ends in …, whole in the tool tip."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy

from shuangda_desktop.gui.widgets.fitted import Fitted

LINES = 2


class TwoLines(Fitted):
    """Keeps its height in letters of any size, so that nothing around it moves."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._keep_height()

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()

    def _keep_height(self) -> None:
        self.setFixedHeight(self.height_of("\n".join("\u56fd" * LINES)) + 2)
        self.fit()
