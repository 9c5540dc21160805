"""How much room a text takes: widths in half-width characters, heights in points.

Excel and LibreOffice compute no row heights for files that a program wrote, so we have to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from shuangda_desktop.exports.model import PaperColumn

PX = 96 / 72  # pixels of a point on the screen that Excel measures columns with
UNIT_PX = 7.2  # the narrowest that one unit of column width comes out (SimSun 11 pt at 125 %)
CELL_PX = 7  # what a cell keeps free at its sides
LINE = 1.42  # line height in em; enough for Noto CJK, airy in SimSun
PADDING = 6.0  # points above and below the text of a cell
LEAST_SHARE = 0.6  # narrower than this the page is scaled instead
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


def widths_px(columns: Sequence[PaperColumn], page_px: float, size: float) -> list[float]:
    """Column widths that fill the page: exact columns keep theirs, the others share the rest."""
    natural = [column.width * size * PX + CELL_PX + 2 for column in columns]
    exact = sum(px for px, column in zip(natural, columns, strict=True) if column.exact)
    flexible = sum(natural) - exact
    share = max((page_px - exact) / flexible, LEAST_SHARE) if flexible else 1
    return [px if column.exact else px * share for px, column in zip(natural, columns, strict=True)]


@dataclass(frozen=True, slots=True)
class Strip:
    """A row on paper: its height, and whether it must not be the last of its page."""

    height: float
    keeps_next: bool = False


def breaks_before(strips: Sequence[Strip], first_page: float, page: float) -> list[int]:
    """Indexes of the rows before which a page has to end so that no band stands alone at its foot.

    Breaks that fall right by themselves are left to the program that prints: a clerk who adds rows
    later is not left with half-empty pages.
    """
    found: list[int] = []
    left, band, held = first_page, None, 0.0  # held: height of the bands that wait for their row
    for index, strip in enumerate(strips):
        if strip.height > left:
            found += [] if band is None else [band]
            left = page - held
        band = (index if band is None else band) if strip.keeps_next else None
        held = held + strip.height if strip.keeps_next else 0.0
        left -= strip.height
    return found
