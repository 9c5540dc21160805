"""One place seen in several ways: a button for each, of which one is down."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from shuangda_desktop.gui.widgets.actions import OPEN_SHEET


class ViewSwitch(QWidget):
    """Buttons in a row; Alt and the number of a button turn to its view."""

    changed = Signal(str)

    def __init__(self, views: Mapping[str, str], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setStyleSheet(OPEN_SHEET)
        self._group = QButtonGroup(self)
        self.buttons = {
            key: self._made(key, word, f"Alt+{number}")
            for number, (key, word) in enumerate(views.items(), 1)
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for made in self.buttons.values():
            row.addWidget(made)
        next(iter(self.buttons.values())).setChecked(True)

    def current(self) -> str:
        """The view that is shown."""
        return next(key for key, made in self.buttons.items() if made.isChecked())

    def choose(self, key: str) -> None:
        """Turn to a view."""
        self.buttons[key].setChecked(True)

    def _made(self, key: str, word: str, keys: str) -> QPushButton:
        made = QPushButton(word)
        made.setCheckable(True)
        made.setProperty("kind", "door")
        made.setToolTip(f"{word}\uff08{keys}\uff09")
        made.setAccessibleName(word)
        self._group.addButton(made)
        QShortcut(keys, made, made.click)
        made.toggled.connect(lambda on: self.changed.emit(key) if on else None)
        return made
