"""Large numbers in a row; each opens the list that it counts."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from shuangda_desktop.gui.theme import colour
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.services.tracking.today import TodayList

_PADDING = 12


class Tile(QAbstractButton):
    """A number over its word."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self._number, self._urgent = 0, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_list(self, shown: TodayList) -> None:
        """Show how long a list is."""
        self._number, self._urgent = len(shown.rows), shown.urgent and bool(shown.rows)
        self.setText(shown.word)
        self.setToolTip(shown.sentence)
        self.setAccessibleName(f"{shown.word} {self._number}")
        self.updateGeometry()
        self.update()

    @property
    def number(self) -> int:
        """The number that is shown."""
        return self._number

    def sizeHint(self) -> QSize:
        """Wide enough for its word, high enough for both."""
        words = self.fontMetrics()
        wide = max(words.horizontalAdvance(self.text()), 4 * words.averageCharWidth())
        return QSize(wide + 2 * _PADDING + 8, round(words.height() * 3.2) + _PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel, the number in large letters, the word below."""
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, focused = self.isChecked(), self.hasFocus()
        painter.setBrush(colour(palette, "chosen" if chosen else "panel"))
        edge = "accent" if chosen or focused else "line"
        pen = painter.pen()
        pen.setColor(colour(palette, edge))
        pen.setWidth(2 if focused else 1)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        font, palette = QFont(self.font()), self.palette()
        font.setPointSizeF(self.font().pointSizeF() * 1.9)
        font.setBold(True)
        ink = "late" if self._urgent else ("text" if self._number else "quiet")
        box = self.rect().adjusted(_PADDING, 6, -4, -8)
        painter.setFont(font)
        painter.setPen(colour(palette, ink))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, str(self._number)
        )
        painter.setFont(self.font())
        painter.setPen(colour(palette, "text" if self._number else "quiet"))
        painter.drawText(
            box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self.text()
        )


class Tiles(QWidget):
    """The lists of the day; exactly one is open."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("今日要办")
        self._group = QButtonGroup(self)
        self.tiles: dict[str, Tile] = {}
        self._line = Flow(self, gap=8)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chosen(self) -> str:
        """The key of the open list."""
        return next((key for key, tile in self.tiles.items() if tile.isChecked()), "")

    def choose(self, key: str) -> None:
        """Open a list."""
        if key in self.tiles:
            self.tiles[key].setChecked(True)

    def show_lists(self, lists: Sequence[TodayList]) -> None:
        """Show the lists; at first the first one that holds anything is opened."""
        for shown in lists:
            if shown.key not in self.tiles:
                self._add(shown.key)
            self.tiles[shown.key].show_list(shown)
        if not self.chosen:
            self.choose(next((s.key for s in lists if s.rows), lists[0].key))

    def leave_empty(self) -> None:
        """Open the first list that holds anything where the open one does not."""
        full = [key for key, tile in self.tiles.items() if tile.number]
        if full and self.chosen not in full:
            self.choose(full[0])

    def _add(self, key: str) -> None:
        tile = self.tiles[key] = Tile(key)
        self._group.addButton(tile)
        self._line.addWidget(tile)
        tile.toggled.connect(lambda on: self.changed.emit() if on else None)
