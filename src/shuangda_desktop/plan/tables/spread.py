"""Task tables whose cells stand one in a line, as a page or a Word file gives them when it is copied."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, Column, column_of, columns_of
from shuangda_desktop.plan.tables.fitting import MOST, NUMBER, fitted, glue

BAND = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)).*[^\d.、]")
_LONGEST_NUMBER = 9  # digits of one that counts rows; Python refuses to read thousands
_FEWEST = 3
_WIDE = {
    "分工",
    "责任分工",
    "职责分工",
    "任务分工",
    "工作分工",
    "分工情况",
}  # over the columns of who leads and who helps
_LONGEST_BAND = 40
_LISTS = ("、", ",")
_ENOUGH = 60  # lines that tell where a column of numbers stands
_BELOW = re.compile(  # lines that no cell of a table holds
    "^(?:附\\s?件\\s?\\d?|附|抄\\s?送|抄\\s?报|主\\s?送|联\\s?系\\s?人|注|说明)\\s?:|^\\((?:此件|联系人)"
)


def spread_header(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines from here on that are cells of a header; () where they are none."""
    if column_of(lines[at]) is Column.UNKNOWN:
        return ()
    end = at
    while end < min(len(lines), at + 12) and column_of(lines[end]) is not Column.UNKNOWN:
        end += 1
    return lines[at:end] if end - at >= _FEWEST and columns_of(lines[at:end]) else ()


def _in_columns(header: Sequence[Line]) -> list[Line]:
    """The cells of a header by column: those behind the last one may stand below 分工."""
    kinds = [column_of(cell) for cell in header]
    wide = next((n for n, cell in enumerate(header) if squeeze(cell.flat) in _WIDE), None)
    last = len(header)
    while wide is not None and kinds[last - 1] in DUTY_COLUMNS and last - 1 > wide:
        last -= 1
    if wide is None or last == len(header):
        return list(header)
    return [*header[:wide], *header[last:], *header[wide + 1 : last]]


def is_spread_band(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading across a table whose cells stand one in a line.

    Below it stands the number of a row, or the next heading where no row was copied.
    """
    end = at
    while (
        end < len(lines) and BAND.match(lines[end].flat) and len(lines[end].flat) <= _LONGEST_BAND
    ):
        end += 1
    return at < end < len(lines) and bool(NUMBER.match(lines[end].flat))


def ends_table(line: Line) -> bool:
    """Whether a line is one that no cell of a table holds."""
    return bool(_BELOW.match(line.flat))


def spread_end(lines: Sequence[Line], at: int) -> int:
    """The index after the cells of a table that stand one in a line."""
    rest = range(at, len(lines))
    ends = (n for n in rest if ends_table(lines[n]) or is_spread_band(lines, n))
    return next(ends, len(lines))


def spread_rows(lines: Sequence[Line], heads: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows of a table whose cells stand one in a line."""
    names = [squeeze(cell.flat) for cell in heads]
    cells = list(_whole([line for line in lines[len(heads) :] if squeeze(line.flat) not in names]))
    header = _with_number(_in_columns(heads), cells)
    yield header
    columns = columns_of(header)
    if columns[:1] == (Column.NUMBER,):
        for row in _numbered_rows(cells):
            yield from fitted(row, columns)[1]
    else:
        most = MOST // len(columns) * len(columns)
        for at in range(0, len(cells), most):
            yield from fitted(cells[at : at + most], columns)[1]


def _whole(cells: Sequence[Line]) -> Iterator[Line]:
    """The lines, each that ends in a mark of a list with the one that goes on."""
    held: Line | None = None
    for line in cells:
        held = glue(held, line) if held else line
        if not held.flat.endswith(_LISTS):
            yield held
            held = None
    if held:
        yield held


def _with_number(header: list[Line], cells: Sequence[Line]) -> list[Line]:
    """The header with a column for numbers that stand in the rows, though no word stands over them."""
    numbers = [int(cell.flat[:_LONGEST_NUMBER]) for cell in cells if cell.flat.isdecimal()]
    if any(column_of(cell) is Column.NUMBER for cell in header) or not _count(numbers):
        return header
    at = header[0].start
    ways = [
        [*header[:n], Line(at, at, "序号"), *header[n:]]
        for n, cell in enumerate(header)
        if not any(column_of(before) in DUTY_COLUMNS for before in header[:n])
    ]
    part = cells[:_ENOUGH]
    return max(ways, key=lambda way: fitted(part, columns_of(way))[0])


def _count(numbers: Sequence[int]) -> bool:
    """Whether numbers count rows."""
    steps = [two - one for one, two in pairwise(numbers)]
    return bool(steps) and all(step == 1 for step in steps)


def _numbered_rows(cells: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines from each number on."""
    row: list[Line] = []
    for line in cells:
        if row and NUMBER.match(line.flat):
            yield row
            row = []
        row.append(line)
    if row:
        yield row
