"""Small parts that every page builds from, dressed by the style sheet through ``kind``."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QShortcut
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop import paths

_AIR = 8  # pixels around the field that is scrolled to


def title(text: str) -> QLabel:
    """The large words at the top of a page."""
    return _label(text, "title")


def quiet(text: str) -> QLabel:
    """A sentence that may be overlooked; long ones wrap."""
    label = _label(text, "quiet")
    label.setWordWrap(True)
    return label


def strong(text: str) -> QLabel:
    """The heading of a part of a page."""
    return _label(text, "strong")


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def button(
    text: str, action: Callable[[], object], *, kind: str = "", tip: str = "", key: str = ""
) -> QPushButton:
    """A button with a verb; ``kind`` is "main" (one a page) or "link"; ``key`` its shortcut."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(text)
    made.setToolTip(f"{tip or text}\uff08{key}\uff09" if key else tip)
    if key:
        # Not the button's own shortcut: that waits a tenth of a second and is lost with a new text.
        QShortcut(key, made, made.click)
    made.clicked.connect(lambda: action())
    return made


def dress(part: QWidget, kind: str) -> None:
    """Give a part another look; the style sheet has to be asked again."""
    if part.property("kind") != kind:
        part.setProperty("kind", kind)
        part.style().unpolish(part)
        part.style().polish(part)


def offer(box: QComboBox, names: Sequence[str]) -> None:
    """Offer these names in a box; what is chosen stays where they are the same."""
    if list(names) != [box.itemText(at) for at in range(box.count())]:
        box.clear()
        box.addItems(names)


def card() -> tuple[QFrame, QVBoxLayout]:
    """A panel with a thin line around, and its column."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    return frame, column


def scrolled(part: QWidget) -> QScrollArea:
    """A part that may be higher than its place; what has the keys in it is scrolled to by itself."""
    area = QScrollArea()
    area.setWidget(part)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # after the layout: a row that came in above must not push the field that is typed in out of sight
    area.verticalScrollBar().rangeChanged.connect(
        lambda *_: QTimer.singleShot(0, area, partial(_follow_keys, area))
    )
    return area


def _follow_keys(area: QScrollArea) -> None:
    """Keep in sight what has the keys, where it has room."""
    focused = QApplication.focusWidget()
    if focused is None or not area.widget().isAncestorOf(focused):
        return
    if focused.height() <= area.viewport().height():
        area.ensureWidgetVisible(focused, 0, _AIR)


def icon(name: str, ink: QColor, size: int = 24) -> QIcon:
    """An icon of resources/icons in one colour, drawn sharp at one, one and a half and two times."""
    made = QIcon()
    for scale in (1.0, 1.5, 2.0):
        made.addPixmap(_tinted(name, ink, round(size * scale), scale))
    return made


def _tinted(name: str, ink: QColor, size: int, scale: float) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(paths.resources() / "icons" / f"{name}.svg")).render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(picture.rect(), ink)
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture
