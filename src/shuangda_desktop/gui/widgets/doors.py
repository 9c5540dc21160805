"""Counts in a row; each opens exactly the list that it counts."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from shuangda_desktop.gui.models.task_filter import Door
from shuangda_desktop.gui.widgets.actions import OPEN_SHEET
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.tasks.rows import TaskRow, is_but_renumbered

DOOR_SHEET = f"""
QPushButton {{ padding: 5px 10px; }}
QPushButton:focus {{ padding: 4px 9px; }}
{OPEN_SHEET}
"""


class Doors(QWidget):
    """Buttons of which one is down; a door that would open nothing is shut."""

    changed = Signal()

    def __init__(self, doors: Sequence[Door], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._doors = {door.key: door for door in doors}
        self._seen: dict[int, tuple[TaskRow, frozenset[str]]] = {}  # which doors a row is behind
        self.setStyleSheet(DOOR_SHEET)
        self._group = QButtonGroup(self)
        self._buttons = {door.key: self._made(door) for door in doors}
        self._line = Flow(self, gap=4)
        for made in self._buttons.values():
            self._line.addWidget(made)
        self.choose(doors[0].key)

    @property
    def chosen(self) -> Door:
        """The door that is open."""
        return next(self._doors[k] for k, made in self._buttons.items() if made.isChecked())

    def choose(self, key: str) -> None:
        """Open a door, if there is one of this key."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def add_behind(self, *parts: QWidget) -> None:
        """Let other filters stand in the same line, so that none begins a line without need."""
        for part in parts:
            self._line.addWidget(part)

    def set_doors(self, doors: Sequence[Door]) -> None:
        """Let the same doors open other lists."""
        self._doors, self._seen = {door.key: door for door in doors}, {}

    def count(self, rows: Iterable[TaskRow]) -> None:
        """Show how many rows are behind each door."""
        numbers = Counter(key for row in rows for key in self.behind(row))
        for key, made in self._buttons.items():
            number = numbers[key]
            made.setText(f"{self._doors[key].word} {number}")
            made.setAccessibleName(f"{self._doors[key].word} {number}项")
            made.setVisible(bool(number) or made.isChecked() or not self._doors[key].rare)
            made.setEnabled(bool(number) or made.isChecked() or key == "all")

    def look_at(self, rows: Iterable[TaskRow]) -> None:
        """Tell of some rows early which doors they are behind, so that counting thousands is no pause."""
        for row in rows:
            self.behind(row)

    def behind(self, row: TaskRow) -> frozenset[str]:
        """The doors that a row is behind; told once for each row, for thousands are counted.

        No door looks at the number, which all rows may change at once.
        """
        known, keys = self._seen.get(row.task_id, (None, frozenset()))
        if known is not row:
            if known is None or not is_but_renumbered(known, row):
                keys = frozenset(key for key, door in self._doors.items() if door.holds(row))
            self._seen[row.task_id] = row, keys
        return keys

    def button(self, key: str) -> QPushButton:
        """One of the buttons."""
        return self._buttons[key]

    def _made(self, door: Door) -> QPushButton:
        made = QPushButton(door.word)
        made.setCheckable(True)
        made.setProperty("kind", "door")
        self._group.addButton(made)
        made.toggled.connect(lambda on: self.changed.emit() if on else None)
        return made
