"""Task tables whose cells stand one in a line, as a page or a Word file gives them when it is copied."""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, Column, column_of, columns_of
from shuangda_desktop.plan.tables.fitting import NUMBER, fitted, glue

BAND = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)).*[^\d.、]")
_FEWEST = 3
_WIDE = {
    "分工",
    "责任分工",
    "职责分工",
    "任务分工",
    "工作分工",
    "分工情况",
}  # over the columns of who leads and who helps
_LONGEST_BAND = 30
_LISTS = ("、", ",")
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
    """Whether a line is a heading across a table whose cells stand one in a line."""
    flat = lines[at].flat
    if not BAND.match(flat) or len(flat) > _LONGEST_BAND or at + 1 >= len(lines):
        return False
    return bool(NUMBER.match(lines[at + 1].flat))


def spread_end(lines: Sequence[Line], at: int) -> int:
    """The index after the cells of a table that stand one in a line."""
    rest = range(at, len(lines))
    ends = (n for n in rest if _BELOW.match(lines[n].flat) or is_spread_band(lines, n))
    return next(ends, len(lines))


def spread_rows(lines: Sequence[Line], heads: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows of a table whose cells stand one in a line."""
    header = _in_columns(heads)
    width = len(header)
    yield header
    names = [squeeze(cell.flat) for cell in heads]
    cells = [line for line in lines[len(heads) :] if squeeze(line.flat) not in names]
    if column_of(header[0]) is Column.NUMBER:
        columns = columns_of(header)
        yield from (fitted(row, columns) for row in _numbered_rows(cells))
    else:
        yield from _even_rows(cells, width)


def _numbered_rows(cells: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines from each number on; one that ends in a mark of a list goes on in the next."""
    row: list[Line] = []
    for line in cells:
        if row and NUMBER.match(line.flat):
            yield row
            row = []
        if row and row[-1].flat.endswith(_LISTS):
            row[-1] = glue(row[-1], line)
        else:
            row.append(line)
    if row:
        yield row


def _even_rows(cells: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """The lines in rows of so many cells."""
    row: list[Line] = []
    for line in cells:
        if row and row[-1].flat.endswith(_LISTS):
            row[-1] = glue(row[-1], line)
            continue
        if len(row) >= width:
            yield row
            row = []
        row.append(line)
    if row:
        yield row
