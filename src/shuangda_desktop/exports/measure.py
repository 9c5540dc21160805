"""How much room a text takes: widths in half-width characters, heights in points.

Excel and LibreOffice compute no row heights for files that a program wrote, so we have to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from shuangda_desktop.exports.workbooks.model import PaperColumn

PX = 96 / 72  # pixels of a point on the screen that Excel measures columns with
UNIT_PX = 8.0  # one unit of column width: a digit of the workbook's base font, at every zoom
CELL_PX = 7  # what a cell keeps free at its sides
INDENT_PX = 14  # what one step of indent takes: nine pixels in Excel, thirteen in LibreOffice
LINE = 1.42  # line height in em; enough for Noto CJK, airy in SimSun
PADDING = 6.0  # points above and below the text of a cell
LEAST_SHARE = 0.5  # narrower than this the page is scaled instead
EXACT_AIR = CELL_PX + 2.0
WORDS_AIR = EXACT_AIR + INDENT_PX
SLACK = 12.0  # points by which programs differ in the height of a page
TALLEST = 409.0  # points; Excel allows no higher row

_SENTENCE = re.compile("[^\u3002\uff1b;\n]*[\u3002\uff1b;\n]|[^\u3002\uff1b;\n]+")


def half_widths(text: str) -> int:
    """The text's width in half-width characters."""
    return len(text.encode("gb18030", "replace"))


def units(px: float) -> float:
    """A width in pixels as Excel's unit of column width."""
    return round(px / UNIT_PX, 2)


def lines(text: str, px: float, size: float) -> int:
    """How many lines the text takes in a cell of this width, set in ``size`` points."""
    room = _room(px, size)
    if "\n" not in text:
        return _wrapped(half_widths(text), room)
    return sum(_wrapped(half_widths(line), room) for line in text.split("\n"))


def _room(px: float, size: float) -> int:
    """Half-width characters in a line: whole Chinese characters only."""
    return max(2, int((px - CELL_PX) / (size * PX)) * 2)


def _wrapped(width: int, room: int) -> int:
    if width <= room:
        return 1
    # Marks that may not begin a line, and Latin words, push a little over now and then.
    return ceil(width / max(2, room - 0.5))


def height(count: int, size: float) -> float:
    """The height of a row with this many lines."""
    return round(min(TALLEST, count * size * LINE + PADDING), 1)


def most_lines(size: float) -> int:
    """How many lines the highest row holds."""
    return int((TALLEST - PADDING) / (size * LINE))


def portions(text: str, px: float, size: float) -> list[str]:
    """The text in portions that fit the highest row, cut after sentences where there are any."""
    most, found = most_lines(size), [""]
    for piece in _SENTENCE.findall(text):
        for part in _hard_cut(piece, _fitting(most, px, size)):
            if found[-1] and lines(found[-1] + part, px, size) > most:
                found.append("")
            found[-1] += part
    return found


def _fitting(most: int, px: float, size: float) -> int:
    """How many Chinese characters surely fit into so many lines."""
    return int(most * max(2, _room(px, size) - 0.5) / 2)


def _hard_cut(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


def widths_px(
    columns: Sequence[PaperColumn],
    page_px: float,
    size: float,
    air: float,
    exact_air: float = EXACT_AIR,
) -> list[float]:
    """Column widths that fill the page: exact columns keep theirs, the others share the rest.

    ``air`` is what a column of words keeps free at its sides, ``exact_air`` one of numbers. A column
    that would become narrower than its least keeps that, as far as the page has room.
    """
    natural = [
        _natural(column.width, size, exact_air if column.exact else air) for column in columns
    ]
    least = [_natural(column.least, size, air) if column.least else 0.0 for column in columns]
    fixed = [natural[i] if column.exact else 0.0 for i, column in enumerate(columns)]
    share = _share(natural, fixed, page_px)
    held = [
        width or (low if natural[i] * share < low else 0.0)
        for i, (width, low) in enumerate(zip(fixed, least, strict=True))
    ]
    if _share(natural, held, page_px) > LEAST_SHARE:
        fixed, share = held, _share(natural, held, page_px)
    return [width or natural[i] * share for i, width in enumerate(fixed)]


def _natural(width: int, size: float, air: float) -> float:
    return width * size * PX + air


def _share(natural: Sequence[float], fixed: Sequence[float], page_px: float) -> float:
    """By how much the columns that are not fixed have to give way, or may grow."""
    flexible = sum(px for px, width in zip(natural, fixed, strict=True) if not width)
    return max((page_px - sum(fixed)) / flexible, LEAST_SHARE) if flexible else 1


@dataclass(frozen=True, slots=True)
class Strip:
    """A row on paper: its height, and whether it must not be the last of its page."""

    height: float
    keeps_next: bool = False


def breaks_before(
    strips: Sequence[Strip], first_page: float, page: float, always: bool = False
) -> list[int]:
    """Indexes of the rows before which a page ends; no band stands alone at the foot of a page.

    All page ends are set, and a little early: programs differ by some points in what a page holds,
    and after the first page that ends elsewhere nothing could be known of the later ones. Without
    bands none is set: a clerk who adds rows to a ledger is not left with half-empty pages; unless
    they are ``always`` wanted, because something else must end with the page.
    """
    if not always and not any(strip.keeps_next for strip in strips):
        return []
    found: list[int] = []
    start = 0  # of the rows that have to stand on one page: bands and the row that they belong to
    left = first_page - SLACK
    for index, strip in enumerate(strips):
        if strip.keeps_next and index + 1 < len(strips):
            continue
        block = sum(one.height for one in strips[start : index + 1])
        if block > left and start:
            found.append(start)
            left = page - SLACK
        left, start = left - block, index + 1
    return found
