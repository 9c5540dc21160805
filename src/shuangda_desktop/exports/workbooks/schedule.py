"""The task division schedule as it circulates: chapters as bands, one row a task."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from shuangda_desktop.exports.workbooks.cells import BAND, CENTRED, Look
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.paper import (
    CHAPTER,
    EMPTY,
    Columns,
    Group,
    by_chapter,
    filled,
    joined,
    looks,
    on_paper,
    shown,
)
from shuangda_desktop.exports.workbooks.workbook import Entry, Paper, Table
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.rows import TaskRow


def write_schedule(
    rows: Sequence[TaskRow],
    path: Path,
    heading: Heading,
    columns: Columns | None = None,
    paper: Paper = Paper.A4,
) -> tuple[str, ...]:
    """Write 任务分工表; returns sentences about what could not be written as it was.

    Columns that the office chose are all written; where the chapter is among them, it stands there in
    merged cells instead of in bands.
    """
    as_column = any(column.key == CHAPTER for column in columns or ())
    groups = [("", list(rows))] if as_column and rows else list(_groups(rows))
    return write_circulated(groups, path, heading, columns, schedule_columns(), paper)


def _groups(rows: Sequence[TaskRow]) -> Iterator[Group]:
    """The chapters; each plan numbers its tasks from 1, so that of several each has its name above."""
    plans = [list(run) for _, run in groupby(rows, key=lambda row: row.plan_id)]
    for own in plans:
        if len(plans) > 1:
            yield f"来文\uff1a{own[0].plan_title}", []
        yield from by_chapter(own)


def write_circulated(
    groups: Sequence[Group],
    path: Path,
    heading: Heading,
    chosen: Columns | None,
    usual: Columns,
    paper: Paper,
    empty: str = EMPTY,
) -> tuple[str, ...]:
    """Write any table of tasks that goes out, a band over each group that has a name.

    Of the ``usual`` columns those that say nothing are left out, unless the office has ``chosen``
    others; ``empty`` stands where there are no tasks.
    """
    kept = chosen or filled(usual, [row for _, rows in groups for row in rows])
    table, look = Table(heading, on_paper(kept, block=True), paper), looks(kept)
    for name, rows in groups:
        if name:
            table.add_band(name, BAND)
        for row in rows:
            _add(table, row, kept, look)
    if not groups:
        table.add_band(empty, CENTRED, keeps_next=False)
    table.save(path)
    return table.notes.sentences


def _add(table: Table, row: TaskRow, columns: Columns, look: Sequence[Look]) -> None:
    """One task; a text higher than the highest row goes on in a row below."""
    values, join = [shown(c, row) for c in columns], joined(columns, row)
    if join is not None:
        values[join - 1], values[join] = values[join], None
    parts = [table.portions(i, v) if isinstance(v, str) else [v] for i, v in enumerate(values)]
    for at in range(max(map(len, parts))):
        row_parts = [part[at] if at < len(part) else None for part in parts]
        table.add([Entry(*pair) for pair in zip(row_parts, look, strict=True)], join)
