"""The task division schedule as it circulates: chapters as bands, one row a task."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from shuangda_desktop.exports.cells import HEI, Look
from shuangda_desktop.exports.model import Heading, PaperColumn
from shuangda_desktop.exports.workbook import SIZE, Entry, Paper, Table
from shuangda_desktop.tasks.columns import Column, Value
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.schedule_columns import schedule_columns
from shuangda_desktop.text.chars import PAUSE

BAND = Look(font=HEI, size=SIZE, fill="F5F7FA")
PLAIN = Look(size=SIZE)
CENTRED = Look(size=SIZE, horizontal="center")
NOTHING = Look(size=SIZE, horizontal="center")
EMPTY = "暂无任务"
CHAPTER = "chapter"  # the band says it, so a column of that key would only repeat it
EXACT_KEYS = {"number", "due", "percent", "status", "reported", "light"}
TITLE, LEAD, DUE = "title", "lead", "due"
STOPS = "\u3002\uff1b;"
ALWAYS = {"number", "title", "text", "lead"}  # other columns are left out where no row fills them

Columns = Sequence[Column[TaskRow]]


def write_schedule(
    rows: Sequence[TaskRow],
    path: Path,
    heading: Heading,
    columns: Columns | None = None,
    paper: Paper = Paper.A4,
) -> tuple[str, ...]:
    """Write 任务分工表; returns sentences about what could not be written as it was."""
    shown = filled(columns or schedule_columns(), rows)
    table = Table(heading, on_paper(shown), paper)
    for chapter, tasks in by_chapter(rows):
        if chapter:
            table.add_band(chapter, BAND)
        for row in tasks:
            _add(table, row, shown)
    if not rows:
        table.add_band(EMPTY, NOTHING, keeps_next=False)
    table.save(path)
    return table.notes.sentences


def filled(columns: Columns, rows: Sequence[TaskRow]) -> Columns:
    """The columns that say something beside the bands: paper is narrow."""
    return [
        c
        for c in columns
        if c.key in ALWAYS or (c.key != CHAPTER and (not rows or any(map(c.text, rows))))
    ]


def on_paper(columns: Columns) -> list[PaperColumn]:
    """The columns as a page wants them."""
    return [PaperColumn(c.title, c.width, c.key in EXACT_KEYS) for c in columns]


def _add(table: Table, row: TaskRow, columns: Columns) -> None:
    """One task; a text higher than the highest row goes on in a row below."""
    values = [shown_value(c, row) for c in columns]
    parts = [table.portions(i, v) if isinstance(v, str) else [v] for i, v in enumerate(values)]
    for at in range(max(map(len, parts))):
        table.add(
            [
                Entry(part[at] if at < len(part) else None, look_of(column))
                for part, column in zip(parts, columns, strict=True)
            ]
        )


def shown_value(column: Column[TaskRow], row: TaskRow) -> Value:
    """The value of a cell, a text as paper shows it."""
    value = column.value(row)
    return shown_text(column, value) if isinstance(value, str) else value


def look_of(column: Column[TaskRow]) -> Look:
    """Words and units stand left, numbers, dates and states in the middle of their column."""
    return CENTRED if column.key in EXACT_KEYS else PLAIN


def shown_text(column: Column[TaskRow], text: str) -> str:
    """What a cell on paper says.

    A bracket at the end begins a line of its own, for Excel would break it after its first half; a
    title takes no full stop.
    """
    if column.key == TITLE:
        return text.rstrip(STOPS)
    if column.key == DUE or (column.key == LEAD and PAUSE not in text):
        return text.replace("\uff08", "\n\uff08")
    return text


def by_chapter(rows: Iterable[TaskRow]) -> Iterator[tuple[str, list[TaskRow]]]:
    """The rows in runs of one chapter, in their own order."""
    for chapter, run in groupby(rows, key=lambda row: row.chapter):
        yield chapter, list(run)
