"""The one table view: rows of one height, dashes around proposals, copies as a table."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from shuangda_desktop.gui import clipboard
from shuangda_desktop.gui.models.rows import LOOK_ROLE, Index, RowTable
from shuangda_desktop.gui.theme import Look, colour, row_height

PADDING = 24  # pixels of a column beside its words


class CellDelegate(QStyledItemDelegate):
    """Draws a dashed line around what is only proposed."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, then its dashes."""
        super().paint(painter, option, index)
        look = index.data(LOOK_ROLE)
        if isinstance(look, Look) and look.dashed:
            painter.save()
            pen = QPen(colour(self._view.palette(), "accent"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(
                self._view.visualRect(index.model().index(index.row(), index.column())).adjusted(
                    3, 3, -4, -4
                )
            )
            painter.restore()


class Table(QTableView):
    """Shows a RowTable; whole rows are selected; Ctrl+C copies what WPS takes as a table."""

    _character = 0  # pixels of a Chinese character when the columns got their widths

    def __init__(self, model: RowTable[Any], name: str, *, stretch: int | None = None) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self._fit(model, stretch)

    def chosen(self) -> Sequence[QModelIndex]:
        """The first cells of the selected rows, from top to bottom."""
        return [self.model().index(row, 0) for row in self.chosen_places()]

    def chosen_places(self) -> Sequence[int]:
        """The numbers of the selected rows, from top to bottom."""
        # By ranges: selectedRows() asks the model about every cell, a pause with 2,000 rows.
        chosen = self.selectionModel().selection()
        parts = [chosen.at(place) for place in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def choose(self, index: QModelIndex) -> None:
        """Select one row and bring it into sight."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)

    def choose_some(self) -> None:
        """Select the row that the keyboard stands on where none is selected: the next one of a row that went."""
        if not self.chosen_places() and self.model().rowCount():
            self.choose(self.model().index(max(self.currentIndex().row(), 0), 0))

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        clipboard.put(self.copied())

    def copied(self) -> str:
        """The selected rows with their titles, tabs between the cells."""
        model = self.model()
        shown = [c for c in range(model.columnCount()) if not self.isColumnHidden(c)]
        lines = [[str(model.headerData(c, Qt.Orientation.Horizontal)) for c in shown]]
        lines += [[str(index.siblingAtColumn(c).data()) for c in shown] for index in self.chosen()]
        return "\n".join("\t".join(_one_line(cell) for cell in line) for line in lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by the usual key; Space alone is the page's, for the row is chosen already."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """The keyboard goes on to the row below one that goes; Qt goes back to that above."""
        here, below = self.currentIndex(), end + 1
        if start <= here.row() <= end and below < self.model().rowCount():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(here.siblingAtRow(below), flag)
        super().rowsAboutToBeRemoved(parent, start, end)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the clerk's choice of size and density."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(row_height())
            self._widen_columns()

    def _widen_columns(self) -> None:
        """Columns grow and shrink with the letters, those too that the clerk has drawn wider."""
        before, now = self._character, self.fontMetrics().horizontalAdvance("\u56fd")
        self._character = now
        header = self.horizontalHeader()
        for place in range(header.count()) if 0 < before != now else ():
            drawn = header.sectionResizeMode(place) is QHeaderView.ResizeMode.Interactive
            if drawn and not header.isSectionHidden(place):  # a hidden one has no width to go by
                words = max(header.sectionSize(place) - PADDING, 0)
                self.setColumnWidth(place, round(words * now / before) + PADDING)

    def _fit(self, model: RowTable[Any], stretch: int | None) -> None:
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height())
        header.setHighlightSections(False)
        # It would ask for the flags of every cell to see whether a whole column is selected.
        header.setSelectionModel(QItemSelectionModel(model, header))
        self._character = QFontMetrics(self.font()).horizontalAdvance("\u56fd")
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, column.width * self._character + PADDING)
        if stretch is not None:
            header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)


def _one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
