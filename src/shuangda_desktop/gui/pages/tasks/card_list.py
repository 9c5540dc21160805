"""The cards of one lane: dragged to another lane, or moved by the menu of a card."""

from functools import partial

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from shuangda_desktop.gui.models.rows import ROW_ROLE, RowTable
from shuangda_desktop.gui.theme import STATUS_SIGNS
from shuangda_desktop.tasks.life import LIFE_WORDS, allowed, verb
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow

HINT = "把卡片拖到另一列就改状态\uff1b右键或菜单键也能改。"


class CardTable(RowTable[TaskRow]):
    """Tasks that can be taken up."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A card may be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


class CardList(QListView):
    """Says which task shall move to which state; it takes only cards that may come here."""

    moved = Signal(object, Status)  # a TaskRow
    lifted = Signal(object)  # the TaskRow that is being dragged, None when it was let go

    def __init__(self, status: Status, model: CardTable) -> None:
        super().__init__()
        self.status = status
        self.setModel(model)
        self.setAccessibleName(LIFE_WORDS[status])
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Carry the card away; where it may not go, it is not taken."""
        row = self.currentIndex().data(ROW_ROLE)
        if isinstance(row, TaskRow):
            drag = QDrag(self)
            drag.setMimeData(QMimeData())
            drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
            self.lifted.emit(row)
            try:
                drag.exec(Qt.DropAction.MoveAction)
            finally:
                self.lifted.emit(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say whether the card may come."""
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say so all along."""
        self._answer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move."""
        row = carried(event)
        if self._takes(row):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.moved.emit(row, self.status)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the moves of a card; the menu key brings it too."""
        row = self.currentIndex().data(ROW_ROLE)
        if isinstance(row, TaskRow):
            self.menu_of(row).popup(event.globalPos())

    def menu_of(self, row: TaskRow) -> QMenu:
        """The moves that make sense for a task."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for way in allowed(row.status):
            words = f"{STATUS_SIGNS[way].shape} {verb(row.status, way)}"
            menu.addAction(words, partial(self.moved.emit, row, way))
        return menu

    def _answer(self, event: QDragMoveEvent) -> None:
        if self._takes(carried(event)):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _takes(self, row: TaskRow | None) -> bool:
        return row is not None and self.status in allowed(row.status)


def carried(event: QDropEvent) -> TaskRow | None:
    """The task whose card comes; None for whatever else is dragged here."""
    source = event.source()
    row = source.currentIndex().data(ROW_ROLE) if isinstance(source, CardList) else None
    return row if isinstance(row, TaskRow) else None
