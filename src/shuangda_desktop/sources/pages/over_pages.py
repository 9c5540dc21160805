"""Tables that go on over the end of a page: the head that is printed again, the row that was broken."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.sources.pages.ruled import Cell, Row, Ruled
from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.source import LINE_IN_CELL

_SAME_PLACE = 2.5  # points that the same rule may be off on the next page
_MOST_HEAD = 4  # rows of a head
_SLACK = 2.0  # points
_SERIAL = re.compile("[0-9\uff10-\uff19]{1,4}[.、\uff0e]?")
_FEWEST_SERIALS = 2
_ENDED = re.compile(f"[{STOP}]$")


def go_on_over(before: Ruled, after: Ruled) -> bool:
    """Whether the table at the top of a page may be the rest of the one at the foot of the page before."""
    return len(before.columns) == len(after.columns) and all(
        abs(a - b) <= _SAME_PLACE for a, b in zip(before.columns, after.columns, strict=True)
    )


def joined_tables(before: Ruled, after: Ruled) -> Ruled:
    """The two as one table."""
    rest = after.cells[_repeated(before.cells, after.cells) :]
    rows = before.cells
    if rest and rows and _is_broken(rows, rest[0]):
        rows = (*rows[:-1], _whole(rows[-1], rest[0]))
        rest = rest[1:]
    return replace(before, cells=(*rows, *rest))


def _repeated(rows: Sequence[Row], after: Sequence[Row]) -> int:
    """How many rows of the head are printed again."""
    count = 0
    for one, two in zip(rows[:_MOST_HEAD], after, strict=False):
        if [cell.text for cell in one] != [cell.text for cell in two]:
            break
        count += 1
    return count


def _is_broken(rows: Sequence[Row], first: Row) -> bool:
    """Whether a row goes on with the last one: each of its texts needs a beginning."""
    pairs = [(a, b) for a, b in zip(rows[-1], first, strict=True) if b.text]
    if not pairs or not all(a.text for a, _ in pairs) or _SERIAL.fullmatch(first[0].text):
        return False
    if not first[0].text and _numbered(rows):
        return True
    return all(_goes_on(a, b) for a, b in pairs) and not all(
        _ENDED.search(a.text) for a, _ in pairs
    )


def _numbered(rows: Sequence[Row]) -> bool:
    """Whether each row has its number in the first column."""
    body = [row[0].text for row in rows[1:]]
    serials = sum(bool(_SERIAL.fullmatch(text)) for text in body)
    return serials >= _FEWEST_SERIALS and bool(_SERIAL.fullmatch(body[-1]))


def _goes_on(before: Cell, after: Cell) -> bool:
    return before.room <= after.word + _SLACK


def _whole(before: Row, after: Row) -> Row:
    return tuple(
        replace(a, text=a.text + _seam(a, b) + b.text, room=b.room) if b.text else a
        for a, b in zip(before, after, strict=True)
    )


def _seam(before: Cell, after: Cell) -> str:
    return "" if not before.text or _goes_on(before, after) else LINE_IN_CELL
