"""Tables saved as text, their cells parted by commas, semicolons or tabs (CSV), told by content.

A header of a task table, and below it rows of the same number of cells, make such a text; a plan in
sentences, whatever its commas, has neither.
"""

import csv
from collections.abc import Iterator, Sequence

from shuangda_desktop.sources.sheets.grid import Grid, Place, is_header

_MARKS = (",", ";", "\t")
_HEADER_WITHIN = 10  # rows
_FEWEST = 3  # columns
_ODD = 0.1  # share of the rows below the header that may be no rows of it: a note at the end

Record = list[str]


def grid_of_parted(text: str) -> Grid | None:
    """The cells of a text that is a table; None for any other text."""
    lines = text.split("\n")
    top = lines[:_HEADER_WITHIN]
    for mark in _MARKS:
        if any(line.count(mark) >= _FEWEST - 1 for line in top) and _is_quoted(mark, text):
            records = _records(lines, mark)
            at = _header(records)
            if at is not None and _are_rows(records[at:]):
                return _grid(records, at, mark)
    return None


def _is_quoted(mark: str, text: str) -> bool:
    """Whether cells of a table parted by tabs are quoted; if none is, the lines are rows already."""
    return mark != "\t" or '\t"' in text or '"\t' in text


def _records(lines: Sequence[str], mark: str) -> list[Record]:
    try:
        return [r for r in csv.reader((f"{line}\n" for line in lines), delimiter=mark) if any(r)]
    except csv.Error:  # a cell longer than any cell of a table
        return []


def _header(records: Sequence[Record]) -> int | None:
    rows = (dict(enumerate(cell for cell in r if cell)) for r in records[:_HEADER_WITHIN])
    return next((at for at, row in enumerate(rows) if len(row) >= _FEWEST and is_header(row)), None)


def _are_rows(records: Sequence[Record]) -> bool:
    """Whether the records from the header on have as many cells as it has."""
    odd = sum(len(record) != len(records[0]) for record in records)
    return len(records) > 1 and odd <= len(records) * _ODD


def _grid(records: Sequence[Record], header: int, mark: str) -> Grid:
    grid = Grid("")
    for row, record in enumerate(records):
        is_row = row >= header and len(record) == len(records[header])
        for column, cell in enumerate(record if is_row else _line(record, mark)):
            grid.put(Place(row, column), cell)
    return grid


def _line(record: Record, mark: str) -> Iterator[str]:
    """A line that is no row of the table: its marks are marks again."""
    yield mark.join(record).strip(mark)
