"""The tasks of a table, in groups where the clerk wants them: a heading, and below it what belongs to it."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from shuangda_desktop.gui.models.grouping import (
    Heading,
    Line,
    Member,
    groups_of,
    heading_of,
)
from shuangda_desktop.gui.models.rows import ROW_ROLE, Decorate, Index, RowTable
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule

_SHOWN = (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole))


class TaskTable(RowTable[Any]):
    """Shows ``TaskRow``s; ``rows`` are the lines shown, headings among them where there are groups."""

    grouped = Signal()  # after tasks or groups were shown

    def __init__(
        self, columns: Sequence[Column[TaskRow]], decorate: Decorate[TaskRow] | None = None
    ) -> None:
        super().__init__(columns, key=_key, decorate=decorate)
        self._tasks: Sequence[TaskRow] = ()
        self._grouping = ""
        self._closed: frozenset[str] = frozenset()
        self._today, self._rule = date.min, LightRule()
        self._members: dict[tuple[str, int], Member] = {}

    @property
    def closed(self) -> tuple[str, ...]:
        """The names of the groups whose tasks are not shown."""
        return tuple(sorted(self._closed))

    @property
    def headings(self) -> list[Heading]:
        """The groups, from top to bottom."""
        return [line for line in self._rows if isinstance(line, Heading)]

    def show_tasks(
        self, tasks: Sequence[TaskRow], grouping: str, today: date, rule: LightRule
    ) -> None:
        """Show these tasks in these groups."""
        self._tasks, self._today, self._rule = tasks, today, rule
        if grouping != self._grouping:
            self._grouping, self._closed = grouping, frozenset()
        self._show()

    def close_groups(self, names: Iterable[str]) -> None:
        """Show the headings alone of these groups, and all of the others."""
        self._closed = frozenset(names)
        self._show()

    def toggle(self, heading: Heading) -> None:
        """Open a group, or close it."""
        self.close_groups(self._closed ^ {heading.name})

    def reveal(self, task_id: int) -> None:
        """Open the groups that hide a task."""
        hiding = {m.group for m in self._members.values() if m.row.task_id == task_id}
        if self._closed and not self.index_of(task_id).isValid() and hiding & self._closed:
            self.close_groups(self._closed - hiding)

    def task_at(self, index: Index) -> TaskRow | None:
        """The task of an index; None on a heading."""
        return task_of(self.row_at(index))

    def heading_of(self, index: Index) -> QModelIndex:
        """The first cell of the heading above an index."""
        above = range(index.row(), -1, -1) if index.isValid() else ()
        at = next((n for n in above if isinstance(self._rows[n], Heading)), None)
        return QModelIndex() if at is None else self.index(at, 0)

    def index_of(self, key: Hashable) -> QModelIndex:
        """The first cell of a task by its id; of those it has in several groups the first."""
        for place, line in enumerate(self._rows):
            row = task_of(line)
            if row is not None and row.task_id == key:
                return self.index(place, 0)
        return QModelIndex()

    def _cell(self, line: Line, column: Column[Any], role: int) -> object:
        if isinstance(line, Member):
            return super()._cell(line.row, column, role)
        if not isinstance(line, Heading):
            return super()._cell(line, column, role)
        if role in _SHOWN:
            return line.words if column is self.columns[0] or role != _SHOWN[0] else ""
        return line if role == ROW_ROLE else None

    def _show(self) -> None:
        if self._grouping:
            self._show_groups()
        else:
            self._members = {}
            self.set_rows(self._tasks)
        self.grouped.emit()

    def _show_groups(self) -> None:
        before, self._members = self._members, {}
        lines: list[Line] = []
        for name, rows in groups_of(self._tasks, self._grouping).items():
            is_open = name not in self._closed
            lines.append(heading_of(name, rows, self._today, self._rule, is_open=is_open))
            lines += (self._member(name, row, before) for row in rows)
        self.set_rows(lines)

    def _member(self, group: str, row: TaskRow, before: dict[tuple[str, int], Member]) -> Member:
        """The same object as before where nothing changed, so that no view need look again."""
        known = before.get((group, row.task_id))
        made = known if known is not None and known.row is row else Member(group, row)
        self._members[group, row.task_id] = made
        return made

    def _replace_changed(self, rows: Sequence[Any]) -> bool:
        return not self._closed and super()._replace_changed(rows)

    def _sorted(self, rows: Sequence[Any]) -> list[Any]:
        """Each group sorted by itself; of a closed one the heading alone."""
        if not any(isinstance(line, Heading) for line in rows):
            return super()._sorted(rows)
        found: list[Line] = []
        for is_group, lines in groupby(rows, key=lambda line: isinstance(line, Member)):
            below = list(lines)
            found += self._sorted_group(below) if is_group else below
        return found

    def _sorted_group(self, members: Sequence[Member]) -> Sequence[Member]:
        name = members[0].group
        if name in self._closed:
            return ()
        ordered = super()._sorted([member.row for member in members])
        return [self._members[name, row.task_id] for row in ordered]


def task_of(line: Line | None) -> TaskRow | None:
    """The task of a line; None for a heading."""
    if isinstance(line, Member):
        return line.row
    return line if isinstance(line, TaskRow) else None


def known_groups(names: object) -> Collection[str]:
    """The names of closed groups in what was kept of a view; anything else is left out."""
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _key(line: Line) -> Hashable:
    if isinstance(line, Heading):
        return "", line.name
    return (line.group, line.row.task_id) if isinstance(line, Member) else line.task_id
