"""Sheets of a workbook as lines: what stands above a table is text, the table is rows of cells.

A row of one filled cell is a line of text before the header of a table, and a row after it. A merged
cell has its value in its first place, and below it where it tells units or times (merged.py).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from shuangda_desktop.sources.border.gate import refuse
from shuangda_desktop.sources.lines import MOST_LINES, Line, row_line, too_long
from shuangda_desktop.sources.merged import filled_down
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import LINE_IN_CELL, BlockKind

_MOST_COLUMNS = 200
_MOST_CELLS = 100_000
_MOST_COVERED = 100  # cells of a merge that are gone through one by one
_MOST_WIDE = 200  # merges of more cells
_HEADER = re.compile(
    "单位|部门|科室|处室|任务|措施|内容|事项|举措|要点|项目|时限|期限|时间|序号|编号|分工|目标|责任|牵头|配合"
)
_GENERIC = re.compile(r"(?:Sheet|工作表|表)?\s?\d{0,3}", re.I)  # a name that nobody gave
_LONGEST_HEADING = 20
_HEADER_WITHIN = 50  # rows
_HIDDEN = "工作表“{}”中有隐藏的行或列,已一并导入;请核对这些内容是否有效。"
_HIDDEN_SHEET = "工作表“{}”是隐藏的,没有导入;如需要请取消隐藏后重新导入。"
_CUT = "工作表“{}”第{}列以后的内容没有导入;任务表格没有这么宽,请核对原件。"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Row and column, from 0."""

    row: int
    column: int


@dataclass(slots=True)
class Grid:
    """One sheet: the text of its filled cells by row and column."""

    name: str
    cells: dict[Place, str] = field(default_factory=dict)
    has_hidden: bool = False  # rows or columns
    is_hidden: bool = False
    is_cut: bool = False
    wide_merges: int = 0
    merges: list[tuple[Place, Place]] = field(default_factory=list)  # first and last cell of each

    def put(self, place: Place, text: str) -> None:
        """Keep the text of a cell; blanks are no text, and what is far to the right is noted."""
        text = LINE_IN_CELL.join(part.strip() for part in text.splitlines() if part.strip())
        if not text:
            return
        if place.column >= _MOST_COLUMNS:
            self.is_cut = True
            return
        self.cells[place] = text
        if len(self.cells) > _MOST_CELLS:
            raise too_long()

    def merge(self, first: Place, last: Place) -> None:
        """Leave out what a merged cell covers; it is not seen, though the file may keep it."""
        self.merges.append((first, last))
        size = (last.row - first.row + 1) * (last.column - first.column + 1)
        if size <= _MOST_COVERED:
            rows, columns = range(first.row, last.row + 1), range(first.column, last.column + 1)
            covered = [Place(row, column) for row in rows for column in columns]
        else:
            self.wide_merges += 1
            if self.wide_merges > _MOST_WIDE:
                raise refuse()
            covered = [place for place in self.cells if _lies_within(place, first, last)]
        for place in covered:
            if place != first:
                self.cells.pop(place, None)


def lines_of(grids: Sequence[Grid]) -> Iterator[Line]:
    """The lines of the visible sheets, one sheet after the other."""
    shown = [grid for grid in grids if not grid.is_hidden and grid.cells]
    for number, grid in enumerate(shown):
        lines = list(_lines(grid))
        # a table without a heading of its own has the sheet's name for one
        if number and lines[0][1] is BlockKind.ROW and not _GENERIC.fullmatch(grid.name):
            yield grid.name, BlockKind.PARAGRAPH
        yield from lines


def warnings_of(grids: Sequence[Grid]) -> Iterator[str]:
    """What the clerk has to know of the sheets."""
    for grid in grids:
        if grid.is_hidden and grid.cells:
            yield widen(_HIDDEN_SHEET.format(grid.name))
        elif grid.has_hidden:
            yield widen(_HIDDEN.format(grid.name))
        if grid.is_cut:
            yield widen(_CUT.format(grid.name, _MOST_COLUMNS))


def _lies_within(place: Place, first: Place, last: Place) -> bool:
    return first.row <= place.row <= last.row and first.column <= place.column <= last.column


def _lines(grid: Grid) -> Iterator[Line]:
    rows = _rows(grid)
    columns = sorted({column for row in rows.values() for column in row})
    headed = any(map(is_header, islice(rows.values(), _HEADER_WITHIN)))
    in_table = False
    texts = ([row.get(column, "") for column in columns] for row in rows.values())
    filled = filled_down(texts, _covered(grid, list(rows), columns))
    for row, cells in zip(rows.values(), filled, strict=True):
        in_table = in_table or is_header(row) or (len(row) > 1 and not headed)
        if in_table and len(columns) > 1:
            yield row_line(cells)
        else:
            text = " ".join(row[column] for column in sorted(row))
            yield from ((line, BlockKind.PARAGRAPH) for line in text.split(LINE_IN_CELL))


def _covered(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> set[tuple[int, int]]:
    """Where cells from above reach down, by the places of rows and columns among those with text."""
    down, across = ({number: at for at, number in enumerate(each)} for each in (rows, columns))
    return {
        (down[row], across[first.column])
        for first, last in grid.merges
        if first.column in across and last.row - first.row <= _MOST_COVERED
        for row in range(first.row + 1, last.row + 1)
        if row in down
    }


def _rows(grid: Grid) -> dict[int, dict[int, str]]:
    """The cells of each row with text, from top to bottom."""
    rows: dict[int, dict[int, str]] = {}
    for place, text in grid.cells.items():
        rows.setdefault(place.row, {})[place.column] = text
    if len(rows) > MOST_LINES:
        raise too_long()
    return {row: rows[row] for row in sorted(rows)}


def is_header(row: Mapping[int, str]) -> bool:
    """Whether most cells of a row are short words that head columns of a task table."""
    short = [text for text in row.values() if len(text) <= _LONGEST_HEADING]
    known = sum(bool(_HEADER.search(text)) for text in short)
    return len(row) >= 2 and len(short) == len(row) and known * 2 >= len(row)
