"""The one table model: frozen rows under columns."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication

from shuangda_desktop.gui.theme import Look, tokens_of
from shuangda_desktop.tasks.columns.column import Column, Value

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
Decorate = Callable[[Row, Column[Row]], Look | None]

# data() runs about a thousand times per repaint; enum lookups there would halve its speed.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_GROUND = int(Qt.ItemDataRole.BackgroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_HORIZONTAL = Qt.Orientation.Horizontal
_DESCENDING = Qt.SortOrder.DescendingOrder
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
MOST_NOTICES = 50  # changed rows that are told one by one; of more, the stretch from first to last
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # the row object
SORT_ROLE = ROW_ROLE + 1  # the value
LOOK_ROLE = ROW_ROLE + 2  # the Look, for delegates


class RowTable(QAbstractTableModel, Generic[Row]):
    """Shows rows; ``key`` names a row across refreshes, so that a view keeps selection and scroll.

    ``decorate`` says how a cell looks; ``tool_tip`` what it explains (by default its whole text).
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable],
        decorate: Decorate[Row] | None = None,
        tool_tip: Callable[[Row, Column[Row]], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._decorate: Decorate[Row] = decorate or (lambda row, column: None)
        self._tool_tip = tool_tip or (lambda row, column: column.text(row))
        self._given: tuple[Row, ...] = ()
        self._rows: list[Row] = []
        self._order: list[tuple[Column[Row], bool]] = []  # the last asked first

    # -- what views ask

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | int | None:
        """The titles of the columns."""
        if orientation != _HORIZONTAL or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.title
        if role == _ALIGN:
            return _RIGHT if column.numeric else _LEFT
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows, sorts by and looks like."""
        if not index.isValid():
            return None
        return self._cell(self._rows[index.row()], self.columns[index.column()], role)

    def _cell(self, row: Row, column: Column[Row], role: int) -> object:
        if role == _DISPLAY:
            return column.text(row)
        if role == _ALIGN:
            return _RIGHT if column.numeric else _LEFT
        if role in (_INK, _GROUND, _FONT, LOOK_ROLE):
            return _shown(self._decorate(row, column), role)
        if role == ROW_ROLE:
            return row
        if role == SORT_ROLE:
            return column.value(row)
        if role == _TOOL_TIP:
            return self._tool_tip(row, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column's value, empty ones last; column -1 restores the given order.

        What was sorted by before decides where the values are equal.
        """
        known = 0 <= column < len(self.columns)
        chosen = self.columns[column] if known else None
        before = [(other, down) for other, down in self._order if other is not chosen]
        self._order = [(chosen, order == _DESCENDING), *before[:2]] if chosen else []
        self._arrange(self._sorted(self._given))

    @property
    def order(self) -> list[tuple[str, bool]]:
        """The keys of the columns that it is sorted by, the first one first, with "falling"."""
        return [(column.key, down) for column, down in self._order]

    # -- what pages ask

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in the order shown."""
        return self._rows

    def row_at(self, index: Index) -> Row | None:
        """The row of an index, or None where it points nowhere."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: Hashable) -> QModelIndex:
        """The first cell of the row with this key; invalid where there is none."""
        for place, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(place, 0)
        return QModelIndex()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows instead; views keep selection and scroll of those that stay."""
        if not self._order and self._replace_changed(rows):
            return
        self._given = tuple(rows)
        wanted = self._sorted(self._given)
        self._remove({self._key(row) for row in wanted})
        known = {self._key(row) for row in self._rows}
        self._arrange([row for row in wanted if self._key(row) in known])
        self._insert(wanted, known)

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns of the same rows."""
        self.beginResetModel()
        self.columns, self._order = tuple(columns), []
        self._rows = list(self._given)
        self.endResetModel()

    # -- how a change reaches the views

    def _replace_changed(self, rows: Sequence[Row]) -> bool:
        """Put in the few rows that are other objects now; False where others came or went."""
        if len(rows) != len(self._rows):
            return False
        pairs = enumerate(zip(self._rows, rows, strict=True))
        changed = [(place, old, new) for place, (old, new) in pairs if old is not new]
        if any(self._key(old) != self._key(new) for _, old, new in changed):
            return False
        self._given, self._rows = tuple(rows), list(rows)
        for place, _, _ in changed if len(changed) <= MOST_NOTICES else changed[:1]:
            last = place if len(changed) <= MOST_NOTICES else changed[-1][0]
            self.dataChanged.emit(self.index(place, 0), self.index(last, len(self.columns) - 1))
        return True

    def _sorted(self, rows: Sequence[Row]) -> list[Row]:
        ordered = list(rows)
        for column, descending in reversed(self._order):  # a stable sort keeps what came before
            ordered = _sorted_by(column, descending, ordered)
        return ordered

    def _remove(self, kept: set[Hashable]) -> None:
        end = len(self._rows)
        while end:
            start = end
            while start and self._key(self._rows[start - 1]) not in kept:
                start -= 1
            if start < end:
                self.beginRemoveRows(QModelIndex(), start, end - 1)
                del self._rows[start:end]
                self.endRemoveRows()
            end = max(start - 1, 0)

    def _insert(self, wanted: Sequence[Row], known: set[Hashable]) -> None:
        start = 0
        while start < len(wanted):
            end = start
            while end < len(wanted) and self._key(wanted[end]) not in known:
                end += 1
            if end > start:
                self.beginInsertRows(QModelIndex(), start, end - 1)
                self._rows[start:start] = wanted[start:end]
                self.endInsertRows()
            start = end + 1

    def _arrange(self, rows: list[Row]) -> None:
        """Put rows with the keys that are there now into a new order, with their new contents."""
        if [self._key(row) for row in rows] != [self._key(row) for row in self._rows]:
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            places = {self._key(row): place for place, row in enumerate(rows)}
            after = [
                self.index(places[self._key(self._rows[old.row()])], old.column()) for old in before
            ]
            self._rows = rows
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()
        elif rows:
            self._rows = rows
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1)
            )


def _shown(look: Look | None, role: int) -> QColor | QFont | Look | None:
    if look is None or role == LOOK_ROLE:
        return look
    tokens = tokens_of(QGuiApplication.palette())
    if role == _INK:
        return QColor(getattr(tokens, look.ink)) if look.ink else None
    if role == _GROUND:
        return QColor(getattr(tokens, look.ground)) if look.ground else None
    font = QFont()
    font.setBold(look.bold)
    font.setStrikeOut(look.struck)
    return font


def _sorted_by(column: Column[Row], descending: bool, rows: Sequence[Row]) -> list[Row]:
    full = [row for row in rows if column.value(row) not in (None, "")]
    empty = [row for row in rows if column.value(row) in (None, "")]
    return sorted(full, key=lambda row: _comparable(column.value(row)), reverse=descending) + empty


def _comparable(value: Value) -> tuple[str, Any]:
    """A key that compares: numbers with numbers, dates with dates."""
    return ("number" if isinstance(value, int | float) else type(value).__name__, value)
