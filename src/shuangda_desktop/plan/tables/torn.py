"""Rows between tabs or bars that are torn: a cell of several units kept its line breaks when the table was copied.

    1 → 推进软件正版化 → 市版权局 → 市财政局
    市国资委 → 6月底

Rows that begin with numbers are put together before the text is read (the rule ``rows``); here no
number tells where one begins. The pieces are one row where a column of units breaks off, the next
piece begins with units, and together they are as wide as the header.
"""

from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, LINE_IN_CELL, Column

_MOST_PIECES = 6
_TAB, _BAR = "\t", "|"


def row_end(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> int:
    """The index after the row that begins at a line."""
    cells = _cells(lines[at])
    for end in range(at + 1, min(len(lines), at + _MOST_PIECES)):
        if not 0 < cells < len(columns) or not _goes_on(lines[end], columns[cells - 1]):
            break
        cells += _cells(lines[end]) - 1
        if cells - _is_framed(lines[at], lines[end]) == len(columns):
            return end + 1
    return at + 1


def whole_rows(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Line]:
    """The rows, each as one line."""
    at = 0
    while at < len(lines):
        end = row_end(lines, at, columns)
        row = lines[at]
        for piece in lines[at + 1 : end]:
            gap = LINE_IN_CELL + " " * (piece.start - row.end - 1)
            row = Line(row.start, piece.end, row.flat + gap + piece.flat)
        yield row
        at = end


def _mark(line: Line) -> str:
    return _TAB if _TAB in line.flat else _BAR


def _cells(line: Line) -> int:
    """How many cells a piece has, without the frame on its left."""
    return line.flat.removeprefix(_BAR).count(_mark(line)) + 1


def _is_framed(first: Line, last: Line) -> bool:
    """Whether bars stand around a whole row, so that the last of them begins no cell."""
    return first.flat.startswith(_BAR) and last.flat.endswith(_BAR)


def _goes_on(piece: Line, column: Column) -> bool:
    """Whether a piece may go on with a cell of this column."""
    names = (
        split_units(piece.flat.partition(_mark(piece))[0]).names if column in DUTY_COLUMNS else ()
    )
    return bool(names) and all(map(looks_like_unit, names))
