"""A light with its word, in its colour, in both palettes."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from shuangda_desktop.gui.models.progress_columns import lamp_words
from shuangda_desktop.gui.theme import LIGHT_SIGNS, colour
from shuangda_desktop.tasks.model import Light


class Lamp(QLabel):
    """Shape, word, colour."""

    def __init__(self) -> None:
        super().__init__()
        self._light = Light.GREY

    def show_light(self, light: Light) -> None:
        """Show a light."""
        self._light = light
        self.setText(lamp_words(light))
        self._dye()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dye()

    def _dye(self) -> None:
        ink = colour(self.palette(), LIGHT_SIGNS[self._light].ink)
        if ink != self.palette().color(QPalette.ColorRole.WindowText):
            dyed = self.palette()
            dyed.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(dyed)
