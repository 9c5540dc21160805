"""Rows whose cells can be changed in place; the change itself is a service's."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QObject, Qt

from shuangda_desktop.gui.models.rows import Decorate, Index, Row, RowTable
from shuangda_desktop.tasks.columns.column import Column

_EDIT = int(Qt.ItemDataRole.EditRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class EditableRows(RowTable[Row]):
    """A RowTable in which ``editable(row, key)`` cells take a new text and hand it to ``edit``."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        *,
        key: Callable[[Row], Hashable],
        edit: Callable[[Row, str, str], None],
        editable: Callable[[Row, str], bool],
        decorate: Decorate[Row] | None = None,
        tool_tip: Callable[[Row, Column[Row]], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, key=key, decorate=decorate, tool_tip=tool_tip, parent=parent)
        self._edit = edit
        self._editable = editable

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Editable where the page says so."""
        plain = super().flags(index)
        row = self.row_at(index)
        if row is not None and self._editable(row, self.columns[index.column()].key):
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """The editor begins with the value: a day without the marks that are shown around it."""
        row = self.row_at(index)
        if role == _EDIT and row is not None:
            return self._written(row, index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Hand a changed text to the page; an unchanged one is no action."""
        row = self.row_at(index)
        if row is None or role != _EDIT or str(value) == self._written(row, index.column()):
            return False
        self._edit(row, self.columns[index.column()].key, str(value))
        return True

    def _written(self, row: Row, column: int) -> str:
        value = self.columns[column].value(row)
        return "" if value is None else str(value)
