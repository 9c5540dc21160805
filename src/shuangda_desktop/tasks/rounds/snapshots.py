"""What a document said when it went out, and what has changed since."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum

from shuangda_desktop.tasks.columns.column import Column, Row
from shuangda_desktop.tasks.rows import TaskRow

NOT_COMPARED = {"number"}  # a task that is taken out moves all numbers behind it


@dataclass(frozen=True, slots=True)
class Cell:
    """A text under a title; ``key`` is the column's, whatever its title."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it went out; ``key`` names it across versions, ``label`` names it to the clerk."""

    key: str
    label: str
    cells: tuple[Cell, ...]


Snapshot = tuple[Line, ...]


class Kind(StrEnum):
    """What happened to a row or to one of its cells."""

    ADDED = "新增"
    REMOVED = "删去"
    CHANGED = "修改"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; of rows that came or went, ``before`` and ``after`` hold all their words."""

    kind: Kind
    label: str
    title: str
    before: str
    after: str


def snapshot(
    rows: Sequence[Row],
    columns: Sequence[Column[Row]],
    key: Callable[[Row], str],
    label: Callable[[Row], str],
) -> Snapshot:
    """The rows under these columns."""
    return tuple(
        Line(key(row), label(row), tuple(Cell(c.key, c.title, c.text(row)) for c in columns))
        for row in rows
    )


def of_tasks(rows: Sequence[TaskRow], columns: Sequence[Column[TaskRow]]) -> Snapshot:
    """The same of tasks."""
    return snapshot(rows, columns, lambda r: f"task:{r.task_id}", task_label)


def task_label(row: TaskRow) -> str:
    """A task by its number and title."""
    return f"{row.number} {row.title or row.text[:20]}".strip()


def differences(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """What changed, in the order of the new version; what is gone comes last.

    Only columns that both versions have are compared.
    """
    before = {line.key: line for line in old}
    there = {line.key for line in new}
    found = [change for line in new for change in _changes(before.get(line.key), line)]
    gone = (line for line in old if line.key not in there)
    return (*found, *(Change(Kind.REMOVED, g.label, "", _words(g), "") for g in gone))


def dumped(kept: Snapshot) -> str:
    """A snapshot as it is stored; titles stand once."""
    titles = {cell.key: cell.title for line in kept for cell in line.cells}
    lines = [[line.key, line.label, {c.key: c.text for c in line.cells}] for line in kept]
    return json.dumps({"titles": titles, "lines": lines}, ensure_ascii=False)


def loaded(stored: str) -> Snapshot:
    """A snapshot as it was stored."""
    read = json.loads(stored)
    titles = read["titles"]
    return tuple(
        Line(key, label, tuple(Cell(k, titles[k], text) for k, text in cells.items()))
        for key, label, cells in read["lines"]
    )


def _changes(old: Line | None, new: Line) -> Iterator[Change]:
    if old is None:
        yield Change(Kind.ADDED, new.label, "", "", _words(new))
        return
    was = {cell.key: cell.text for cell in old.cells}
    for key, title, text in map(astuple, new.cells):
        if key in was and key not in NOT_COMPARED and was[key] != text:
            yield Change(Kind.CHANGED, new.label, title, was[key], text)


def _words(line: Line) -> str:
    """All that a row says, a line for each column that says something."""
    told = (c for c in line.cells if c.text and c.key not in NOT_COMPARED)
    return "\n".join(f"{cell.title}\uff1a{cell.text}" for cell in told)
