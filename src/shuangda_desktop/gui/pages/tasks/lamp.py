"""A light with its word, in its colour, in both palettes."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from shuangda_desktop.gui.models.progress_columns import lamp_ink, lamp_words
from shuangda_desktop.gui.theme import colour
from shuangda_desktop.tasks.model import Light
from shuangda_desktop.tasks.status import LightRule


class Lamp(QLabel):
    """Shape, word, colour."""

    def __init__(self) -> None:
        super().__init__()
        self._light, self._rule = Light.GREY, LightRule()

    def show_light(self, light: Light, rule: LightRule | None = None) -> None:
        """Show a light as the office calls and colours it; the rule is one hover away."""
        self._light, self._rule = light, rule or LightRule()
        self.setText(lamp_words(light, self._rule))
        self.setToolTip(self._rule.words())
        self._dye()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dye()

    def _dye(self) -> None:
        ink = colour(QApplication.palette(), lamp_ink(self._light, self._rule))
        if ink != self.palette().color(QPalette.ColorRole.WindowText):
            dyed = self.palette()
            dyed.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(dyed)
