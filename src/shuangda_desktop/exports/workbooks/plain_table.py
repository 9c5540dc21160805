"""A table of any rows under columns that the screen shares: contacts, differences, what is supervised."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from shuangda_desktop.exports.workbooks.cells import BAND, CENTRED, DATE, PERCENT, PLAIN, Look
from shuangda_desktop.exports.workbooks.model import Heading, PaperColumn
from shuangda_desktop.exports.workbooks.workbook import Entry, Paper, Table, save_all
from shuangda_desktop.tasks.columns.column import Column, Row

EXACT = {"number", "code", "phone", "light", "status", "kind", "assigned", "closed", "month", "due"}
FORMATS = {"assigned": DATE, "closed": DATE, "percent": PERCENT}

Groups = Sequence[tuple[str, Sequence[Row]]]  # a name, "" for none, and its rows


def plain_table(
    groups: Groups[Row],
    heading: Heading,
    columns: Sequence[Column[Row]],
    paper: Paper,
    empty: str,
    beside: Table | None = None,
) -> Table:
    """The table, a band over each group that has a name; ``empty`` stands where there are no rows."""
    spread = all(map(_exact, columns))  # nothing gives way, so all of them fill the page
    on_paper = [PaperColumn(c.title, c.width, _exact(c) and not spread) for c in columns]
    table, looks = Table(heading, on_paper, paper, beside), _looks(columns)
    for name, rows in groups:
        if name:
            table.add_band(name, BAND)
        for row in rows:
            values = (column.value(row) for column in columns)
            table.add([Entry(v, look) for v, look in zip(values, looks, strict=True)])
    if not any(rows for _, rows in groups):
        table.add_band(empty, CENTRED, keeps_next=False)
    return table


def write_plain(
    groups: Groups[Row],
    path: Path,
    heading: Heading,
    columns: Sequence[Column[Row]],
    paper: Paper,
    empty: str,
) -> tuple[str, ...]:
    """Write such a table; returns sentences about what could not be written as it was."""
    table = plain_table(groups, heading, columns, paper, empty)
    save_all([table], path)
    return table.notes.sentences


def _looks(columns: Sequence[Column[Row]]) -> list[Look]:
    return [_look(column) for column in columns]


def _look(column: Column[Row]) -> Look:
    if column.key in FORMATS:
        return replace(CENTRED, number_format=FORMATS[column.key])
    return CENTRED if _exact(column) else PLAIN


def _exact(column: Column[Row]) -> bool:
    return column.numeric or column.key in EXACT
