"""Characters where they stand on a page, and the lines that they make."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from shuangda_desktop.text.chars import (
    COLON,
    COMMA,
    LOPEN,
    LTITLE,
    PAUSE,
    ROPEN,
    RTITLE,
    SEMICOLON,
    STOP,
)

_SAME_LINE = 0.4  # of the size: how far baselines of one line may be apart
_BLANK_FROM = 0.45  # of the size: a narrower gap is spacing, as between Han and digits
_SAME_PLACE = 0.2  # of the size: a character printed twice is a bold one
_HEAD = re.compile(  # what no printer parts at the end of a line
    f"[{LOPEN}{LTITLE}\u201c\u2018]{{0,3}}(?:[0-9A-Za-z\u00a1-\u02ff%\\-.:/]{{1,40}}|.)"
    f"[{ROPEN}{RTITLE}{COMMA}{SEMICOLON}{COLON}{STOP}{PAUSE}\u201d\u2019]{{0,3}}"
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character (or a run of them): its edges, its baseline from the top, its size."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight rule of the page, from the top left corner of the page."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: what stands on it, and its size."""

    width: float
    height: float
    glyphs: Sequence[Glyph]
    strokes: Sequence[Stroke] = ()


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page; ``word`` is the width of its first word, which may not be parted."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    word: float = 0.0


@dataclass(slots=True)
class _Gathering:
    y: float
    glyphs: list[Glyph] = field(default_factory=list)


def lines_of(glyphs: Iterable[Glyph]) -> list[PrintedLine]:
    """The lines from top to bottom; blanks at their edges are no text."""
    gathered: list[_Gathering] = []
    for glyph in sorted(glyphs, key=lambda g: g.y):
        if not gathered or glyph.y - gathered[-1].y > _SAME_LINE * glyph.size:
            gathered.append(_Gathering(glyph.y))
        gathered[-1].glyphs.append(glyph)
    lines = (_line(sorted(each.glyphs, key=lambda g: g.x0)) for each in gathered)
    return [line for line in lines if line is not None]


def _line(glyphs: list[Glyph]) -> PrintedLine | None:
    while glyphs and not glyphs[0].text.strip():
        glyphs.pop(0)
    while glyphs and not glyphs[-1].text.strip():
        glyphs.pop()
    if not glyphs:
        return None
    sizes = sorted(g.size for g in glyphs)
    middle = len(glyphs) // 2
    text = "".join(_pieces(glyphs)).strip()
    return PrintedLine(
        text, glyphs[0].x0, glyphs[-1].x1, glyphs[middle].y, sizes[middle], _first_word(glyphs)
    )


def _first_word(glyphs: Sequence[Glyph]) -> float:
    """The width of what stands together at the start of a line, as a mark and the sign it opens."""
    head = _HEAD.match("".join(glyph.text[0] for glyph in glyphs[:50]))
    end = head.end() if head else 1
    return glyphs[end - 1].x1 - glyphs[0].x0


def _pieces(glyphs: list[Glyph]) -> Iterable[str]:
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None:
            near = glyph.x0 - before.x0 < _SAME_PLACE * glyph.size
            if near and glyph.text == before.text:
                continue
            if glyph.x0 - before.x1 > _BLANK_FROM * glyph.size:
                yield " "
        yield glyph.text
        before = glyph
