"""How plans come in on their page: files dragged over it, and the wait until all are read."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent


def wait(page, qtbot):
    qtbot.waitUntil(lambda: not page.intake.busy)


def dragged(kind, mime, page):
    point = page.rect().center()
    place = QPointF(point) if kind is QDropEvent else point
    return kind(
        place,
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
