"""A Sheet with the keys of a spreadsheet: Enter writes and goes down, Tab writes and goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from shuangda_desktop.gui.keys import is_enter
from shuangda_desktop.gui.models.rows import Row
from shuangda_desktop.gui.widgets.sheet import Sheet

_END = QAbstractItemDelegate.EndEditHint
_STEPS = {_END.EditNextItem: 1, _END.EditPreviousItem: -1}


class GridSheet(Sheet[Row]):
    """F2 or Enter opens the cell; inside, Enter leaves downwards, Tab and Shift+Tab sideways."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell that the keyboard stands on."""
        here = self.currentIndex()
        if self.state() is self.State.EditingState:  # the line in the cell passes its Enter on
            return
        if is_enter(event) and here.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(here)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to where a spreadsheet would go."""
        here = self.currentIndex()
        super().closeEditor(editor, _END.NoHint)
        if hint in _STEPS:
            self._edit_beside(here.row(), here.column(), _STEPS[hint])
        elif hint is _END.SubmitModelCache:
            below = here.siblingAtRow(here.row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)

    def _edit_beside(self, row: int, column: int, step: int) -> None:
        """Open the next cell of the row that takes a text; at its end, the next row's first."""
        model = self.model()
        cells = model.rowCount() * model.columnCount()
        at = row * model.columnCount() + column + step
        while 0 <= at < cells:
            beside = model.index(at // model.columnCount(), at % model.columnCount())
            if beside.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(beside)
                self.edit(beside)
                return
            at += step
