"""Counts in a row over any kind of list; each opens exactly what it counts."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from shuangda_desktop.gui.widgets.doors import DOOR_SHEET
from shuangda_desktop.gui.widgets.flow import Flow


class CountDoors(QWidget):
    """Buttons of which one is down; ``words`` are their names by key, the first opens everything."""

    changed = Signal()

    def __init__(self, words: Mapping[str, str], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setStyleSheet(DOOR_SHEET)
        self._words = dict(words)
        self._group = QButtonGroup(self)
        self._buttons = {key: self._made(word) for key, word in self._words.items()}
        line = Flow(self, gap=4)
        for made in self._buttons.values():
            line.addWidget(made)
        self.choose(next(iter(self._words)))

    @property
    def chosen(self) -> str:
        """The key of the door that is open."""
        return next(key for key, made in self._buttons.items() if made.isChecked())

    def choose(self, key: str) -> None:
        """Open a door, if there is one of this key."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def count(self, numbers: Mapping[str, int]) -> None:
        """Show how many are behind each door; one that would open nothing is shut."""
        first = next(iter(self._words))
        for key, made in self._buttons.items():
            number = numbers.get(key, 0)
            made.setText(f"{self._words[key]} {number}")
            made.setAccessibleName(f"{self._words[key]} {number}")
            made.setEnabled(bool(number) or made.isChecked() or key == first)

    def button(self, key: str) -> QPushButton:
        """One of the buttons."""
        return self._buttons[key]

    def _made(self, word: str) -> QPushButton:
        made = QPushButton(word)
        made.setCheckable(True)
        made.setProperty("kind", "door")
        self._group.addButton(made)
        made.toggled.connect(lambda on: self.changed.emit() if on else None)
        return made
