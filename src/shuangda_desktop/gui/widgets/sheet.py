"""A table whose cells are changed in place and whose rows paste into WPS as a table."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any, Generic

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import clipboard
from shuangda_desktop.gui.models.rows import Index, Row, RowTable
from shuangda_desktop.gui.theme import colour, row_height
from shuangda_desktop.gui.widgets.table import CellDelegate, Table

Maker = Callable[[QWidget], QLineEdit]
_CHOSEN = QStyle.StateFlag.State_Selected


class EditDelegate(CellDelegate):
    """Opens the line that belongs to a column, and shows which cell F2 would open.

    ``by_cell``: each cell stands for something, and the one that the keyboard stands on is shown always.
    """

    def __init__(
        self, view: QAbstractItemView, makers: Mapping[str, Maker], *, by_cell: bool = False
    ) -> None:
        super().__init__(view)
        self._makers, self._by_cell = makers, by_cell

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        """The column's own line, or a plain one."""
        column = _model(index).columns[index.column()]
        made = self._makers.get(column.key, QLineEdit)(parent)
        made.setAccessibleName(column.title)
        made.setFrame(False)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is there, all of it selected."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Hand the text over; a refusal is told when the line has closed and the table has the keys again."""
        if isinstance(editor, QLineEdit):
            try:
                _model(index).setData(index, editor.text())
            except ShuangdaError as error:
                QTimer.singleShot(0, partial(_refuse, error))  # with an owner it is lost

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Keep the ink of a cell when its row is chosen: a red light stays red.

        The style sheet has one ink for all that is chosen, so the cell is drawn as one that is not, on
        the ground of one that is.
        """
        super().initStyleOption(option, index)
        chosen: Any = option  # the stubs lack the fields of the option
        if index.data(Qt.ItemDataRole.ForegroundRole) and chosen.state & _CHOSEN:
            chosen.state &= ~_CHOSEN
            chosen.backgroundBrush = self._view.palette().highlight()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Underline the cell that the keyboard stands on."""
        super().paint(painter, option, index)
        if index != self._view.currentIndex():
            return
        if self._by_cell or (self._view.hasFocus() and _takes_text(index)):
            painter.save()
            painter.setPen(QPen(colour(self._view.palette(), "accent"), 2))
            box = option.rect  # type: ignore[attr-defined]  # missing in the stubs
            painter.drawLine(box.left() + 2, box.bottom() - 1, box.right() - 2, box.bottom() - 1)
            painter.restore()


class Sheet(Table, Generic[Row]):
    """A Table with actions in its context menu, lines to edit in, and HTML on the clipboard."""

    def __init__(
        self,
        model: RowTable[Row],
        name: str,
        *,
        stretch: int | None = None,
        makers: Mapping[str, Maker] | None = None,
        sortable: bool = False,
        lines: int = 1,
        whole: int = 0,  # columns from here on are shown whole or not at all; 0 for none
        by_cell: bool = False,  # what is chosen is a cell, not only its row
    ) -> None:
        self._lines = lines  # of text in a row
        self._shrinking: tuple[int, int] | None = (
            None  # a column, and its least width in characters
        )
        self._whole, self._stretch = whole, stretch
        self._left_out: frozenset[int] = frozenset()
        super().__init__(model, name, stretch=stretch)
        self.setWordWrap(lines > 1)
        self._fit_rows()
        self._rows = model
        if sortable:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.horizontalHeader().setSortIndicatorClearable(True)
            self.setSortingEnabled(True)
        self.setItemDelegate(EditDelegate(self, makers or {}, by_cell=by_cell))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 on a cell that takes no text opens the first one of the row that does."""
        here = self.currentIndex()
        if event.key() == Qt.Key.Key_F2 and here.isValid() and not _takes_text(here):
            cells = (here.siblingAtColumn(place) for place in range(len(self._rows.columns)))
            open_ones = (c for c in cells if _takes_text(c) and not self.isColumnHidden(c.column()))
            self.setCurrentIndex(next(open_ones, here))
        super().keyPressEvent(event)

    def chosen_rows(self) -> list[Row]:
        """The rows that are selected, from top to bottom."""
        rows = self._rows.rows
        return [rows[place] for place in self.chosen_places()]

    def current(self) -> Row | None:
        """The row that the keyboard stands on, or None."""
        return self._rows.row_at(self.currentIndex())

    def edit_column(self, key: str) -> None:
        """Open the line of one column in the current row."""
        keys = [column.key for column in self._rows.columns]
        cell = self.currentIndex().siblingAtColumn(keys.index(key))
        if cell.isValid():
            self.setCurrentIndex(cell)
            self.edit(cell)

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer the actions by right click; their keys work while the table has the focus."""
        for action in actions:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column that may shrink does so, or takes its room again."""
        super().resizeEvent(event)
        self._use_room()

    def _use_room(self) -> None:
        if self._shrinking is not None:
            self._shrink(*self._shrinking)
        self._hide_halves()

    def copy(self) -> None:
        """Put the selected rows on the clipboard as text and as a table."""
        text = self.copied()
        clipboard.put(text, as_html([line.split("\t") for line in text.split("\n")]))

    def offer_columns(self, hidden: Sequence[str]) -> None:
        """Let the clerk show and hide columns by a right click on the header; begin with some hidden."""
        header = self.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for place, column in enumerate(self._rows.columns):
            shown = QAction(column.title, header)
            shown.setCheckable(True)
            shown.setChecked(column.key not in hidden)
            shown.toggled.connect(partial(self._show_column, place))
            header.addAction(shown)
            self.setColumnHidden(place, column.key in hidden)

    def _show_column(self, place: int, shown: bool) -> None:
        self.setColumnHidden(place, not shown)

    def changeEvent(self, event: QEvent) -> None:
        """Rows of several lines grow with the letters too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            self._use_room()

    def shrink(self, key: str, least: int) -> None:
        """Let the column that takes the room left shrink to ``least`` characters where none is left.

        Qt leaves it as wide as it was when the room was lost, and what stands behind it out of sight.
        """
        places = [column.key for column in self._rows.columns]
        self._shrinking = (places.index(key), least)

    def _shrink(self, place: int, least: int) -> None:
        header, small = self.horizontalHeader(), QHeaderView.ResizeMode.Interactive
        width = least * self.fontMetrics().horizontalAdvance("\u56fd") + 24
        room = self.viewport().width() - header.length() + header.sectionSize(place)
        mode = small if room < width else QHeaderView.ResizeMode.Stretch
        if header.sectionResizeMode(place) is not mode:
            header.setSectionResizeMode(place, mode)
            if mode is small:
                header.resizeSection(place, width)

    def leave_out(self, places: Iterable[int]) -> None:
        """Show the columns at these places at no width; all others where they have room."""
        self._left_out = frozenset(places)
        for place in range(self._rows.columnCount()):
            self.setColumnHidden(place, place in self._left_out)
        self._hide_halves()

    def _hide_halves(self) -> None:
        """Half a column behind a scroll bar would be read as a whole one."""
        room = self.viewport().width()
        for place in range(self._rows.columnCount() if self._whole else 0):
            room -= self._asked(place)
            cut = room < 0 and place > self._whole
            self.setColumnHidden(place, cut or place in self._left_out)

    def _asked(self, place: int) -> int:
        """The width a column asks for: what it has is none when hidden, and the room left when it stretches."""
        character = self.fontMetrics().horizontalAdvance("\u56fd")
        return self._rows.columns[place].width * character + 24

    def set_lines(self, lines: int) -> None:
        """Give the rows this many lines of text."""
        self._lines = lines
        self.setWordWrap(lines > 1)
        self._fit_rows()

    def _fit_rows(self) -> None:
        more = (self._lines - 1) * self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(row_height() + more)

    def fit_columns(self, widths: Mapping[str, int] | None = None) -> None:
        """Give the columns their widths in Chinese characters, these or their own."""
        character = self.fontMetrics().horizontalAdvance("\u56fd")
        for place, column in enumerate(self._rows.columns):
            if widths is None or column.key in widths:
                width = (widths or {}).get(column.key, column.width)
                self.setColumnWidth(place, width * character + 24)
        if self._whole and self._stretch is not None:  # other columns forget it
            self.horizontalHeader().setSectionResizeMode(
                self._stretch, QHeaderView.ResizeMode.Stretch
            )
        self._hide_halves()


def as_html(lines: Sequence[Sequence[str]]) -> str:
    """A table as WPS takes it: numbers stay text, so that 1-2 does not become a date."""
    cells = (
        "".join(f"<td style=\"mso-number-format:'\\@'\">{escape(cell)}</td>" for cell in line)
        for line in lines
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _refuse(error: ShuangdaError) -> None:
    raise error


def _takes_text(index: Index) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _model(index: Index) -> RowTable[Any]:
    model = index.model()
    assert isinstance(model, RowTable)
    return model
