"""What a table of tasks says on paper: which columns, how wide, and the words of each cell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from shuangda_desktop.exports.workbooks.cells import CENTRED, DATE, PERCENT, PLAIN, Look
from shuangda_desktop.exports.workbooks.model import PaperColumn
from shuangda_desktop.papers.goals import parts_of
from shuangda_desktop.papers.wording import due_on_paper
from shuangda_desktop.tasks.columns.column import Column, Value
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.chars import PAUSE

EMPTY = "暂无任务"
CHAPTER = "chapter"  # the band says it, so a column of that key would only repeat it
EXACT_KEYS = {"number", "due", "percent", "status", "reported", "light", "late"}
UNIT_KEYS = {"lead", "responsible", "cooperating", "others"}
BLOCK_KEYS = {CHAPTER, "item"}  # rows that follow each other and say the same share a cell
LEAST = 7  # characters: the names of most units stand in one line
PERCENTAGE, REPORTED = "percent", "reported"
TITLE, TEXT, LEAD, DUE, TARGETS = "title", "text", "lead", "due", "targets"
DUE_WIDTH = 8  # characters: 2026年12月底前, and a date that is not shown as ####
STOPS = "\u3002\uff1b;"
ALWAYS = {"number", "title", "text", "lead"}  # other columns are left out where no row fills them

NUMBER_FORMATS = {PERCENTAGE: PERCENT, REPORTED: DATE}

Columns = Sequence[Column[TaskRow]]
Group = tuple[str, list[TaskRow]]  # a name, "" for none, and its tasks


def filled(columns: Columns, rows: Sequence[TaskRow]) -> Columns:
    """The columns that say something beside the bands and the other columns: paper is narrow."""
    return [c for c in columns if c.key in ALWAYS or (c.key != CHAPTER and _says(c, rows))]


def _says(column: Column[TaskRow], rows: Sequence[TaskRow]) -> bool:
    """Whether a row fills the column; a target that its measure names says nothing new."""
    if column.key == TARGETS:
        return not rows or any(part not in row.text for row in rows for part in parts_of(row))
    return not rows or any(map(column.text, rows))


def on_paper(columns: Columns, *, block: bool = False) -> list[PaperColumn]:
    """The columns as a page wants them; with ``block``, chapters and items are merged down the page."""
    return [
        PaperColumn(
            c.title,
            max(c.width, DUE_WIDTH) if c.key == DUE else c.width,
            c.key in EXACT_KEYS,
            LEAST if c.key in UNIT_KEYS else 0,
            block and c.key in BLOCK_KEYS,
        )
        for c in columns
    ]


def looks(columns: Columns) -> list[Look]:
    """Words and units stand left, numbers, dates and states in the middle of their column."""
    centred = {key: replace(CENTRED, number_format=mark) for key, mark in NUMBER_FORMATS.items()}
    return [centred.get(c.key, CENTRED) if c.key in EXACT_KEYS else PLAIN for c in columns]


def shown(column: Column[TaskRow], row: TaskRow) -> Value:
    """The value of a cell in a copy that circulates: readable dates, targets that can be read alone."""
    if column.key == DUE:
        return due_on_paper(row)
    if column.key == TARGETS:
        return "\uff1b".join(parts_of(row))
    value = column.value(row)
    if value is None and column.key == PERCENTAGE:
        return column.text(row)  # reported in words alone: an empty cell would be asked about
    return tidy(column, value) if isinstance(value, str) else value


def tidy(column: Column[TaskRow], text: str) -> str:
    """The text of a cell as paper shows it, whatever the table.

    A bracket at the end begins a line of its own, for Excel would break it after its first half; a
    title takes no full stop.
    """
    if column.key == TITLE:
        return text.rstrip(STOPS)
    if column.key == DUE or (column.key == LEAD and PAUSE not in text):
        return text.replace("\uff08", "\n\uff08")
    return text


def joined(columns: Columns, row: TaskRow) -> int | None:
    """The column of the text where the title says it all: the two then share one cell."""
    keys = [column.key for column in columns]
    said = row.title.strip().rstrip(STOPS)
    if [TITLE, TEXT] not in [keys[at : at + 2] for at in range(len(keys))]:
        return None
    return keys.index(TEXT) if said and said == row.text.strip().rstrip(STOPS) else None


def by_chapter(rows: Iterable[TaskRow]) -> Iterator[Group]:
    """The rows in runs of one chapter, in their own order."""
    for chapter, run in groupby(rows, key=lambda row: row.chapter):
        yield chapter, list(run)
