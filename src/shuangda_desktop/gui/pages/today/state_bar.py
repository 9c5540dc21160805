"""How many tasks are in each state, as one bar; each part is a door to its list."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shuangda_desktop.gui.theme import STATUS_SIGNS, colour
from shuangda_desktop.gui.widgets.flow import Flow
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.life import LIFE_WORDS
from shuangda_desktop.tasks.model import Status

_HEIGHT = 14
_SIGN = QSize(16, 16)


def _sign(palette: QPalette, status: Status) -> QIcon:
    """The shape of a state in the colour of its stretch: it says which word belongs to which."""
    shape = QPixmap(_SIGN * 2)  # twice the points: sharp on a screen of 150 %
    shape.setDevicePixelRatio(2)
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    painter.setPen(colour(palette, STATUS_SIGNS[status].ink))
    painter.drawText(QRectF(0, 0, 16, 16), Qt.AlignmentFlag.AlignCenter, STATUS_SIGNS[status].shape)
    painter.end()
    return QIcon(shape)


class _Bar(QWidget):
    """The bar itself."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Mapping[Status, int] = {}
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One stretch a state, in proportion."""
        painter, whole = QPainter(self), sum(self.counts.values())
        at = 0.0
        for status in LIFE_WORDS:
            wide = self.width() * self.counts.get(status, 0) / whole if whole else 0
            ink = colour(self.palette(), STATUS_SIGNS[status].ink)
            ink.setAlphaF(0.45 if status in (Status.DRAFT, Status.NOT_STARTED) else 0.9)
            painter.fillRect(QRectF(at, 0, max(wide - 2, 0), self.height()), ink)
            at += wide


class StateBar(QWidget):
    """The bar with its words below."""

    asked = Signal(str)  # the key of a door of the tasks page

    def __init__(self) -> None:
        super().__init__()
        self.bar = _Bar()
        self.words: dict[Status, QPushButton] = {}
        legend = QWidget()
        line = Flow(legend, gap=4)
        for status in LIFE_WORDS:
            made = button("", partial(self.asked.emit, status.value), kind="link")
            made.setIconSize(_SIGN)
            self.words[status] = made
            line.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(legend)
        self._colour_words()

    def show_counts(self, counts: Mapping[Status, int]) -> None:
        """Show so many tasks in each state."""
        self.bar.counts = counts
        self.bar.update()
        for status, made in self.words.items():
            number = counts.get(status, 0)
            text = f"{LIFE_WORDS[status]} {number}"
            made.setText(text)
            made.setAccessibleName(text)
            made.setVisible(bool(number))

    def changeEvent(self, event: QEvent) -> None:
        """Other colours: the signs follow the bar."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_words()

    def _colour_words(self) -> None:
        for status, made in self.words.items():
            made.setIcon(_sign(self.palette(), status))
