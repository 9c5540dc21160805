"""Characters where they stand on a page, and the lines that they make."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

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
_LEVEL = 1.0  # points: characters on one baseline, of one size
TOUCHING = 0.3  # points: a wider gap parts two runs
_BLANK_OF_HAN = 0.2
_BLANK_OF_WORDS = 0.2  # between letters or digits, where a printer adds nothing of its own
_FEWEST_GAPS = 5  # that show whether a line was spread
_WIDE = 1.3  # of the size: a dash over two places is one glyph in some fonts
_SAME_PLACE = 0.2  # of the size: a character printed twice is a bold one
_HEAD = re.compile(  # what no printer parts at the end of a line
    f"[{LOPEN}{LTITLE}\u201c\u2018]{{0,3}}(?:[0-9A-Za-z\u00a1-\u02ff%\\-.:/@_]{{1,40}}|.)"
    f"[{ROPEN}{RTITLE}{COMMA}{SEMICOLON}{COLON}{STOP}{PAUSE}\u201d\u2019]{{0,3}}"
    # browsers part no quotation mark from what stands on either side, nor "," from a digit
    "(?:(?<=[,.:;])[0-9A-Za-z%]{1,20})?(?:(?<=[\u201d\u2019]).)?(?:[\u201c\u2018]{1,2}.)?"
)


_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile("[0-9A-Za-z]")


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
    """One page: what stands on it, and its size; ``aside`` are the words that are no text of it."""

    width: float
    height: float
    glyphs: Sequence[Glyph]
    strokes: Sequence[Stroke] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that touch one another."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page; ``word`` is the width of its first word, which may not be parted."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    word: float = 0.0
    runs: tuple[Run, ...] = ()


@dataclass(slots=True)
class _Gathering:
    y: float
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters on one baseline, printed one after the other."""

    words: str
    x0: float
    x1: float
    y: float
    size: float
    glyphs: Sequence[Glyph]


def stretches_of(glyphs: Sequence[Glyph]) -> Iterator[Stretch]:
    """What was printed in one go, in its order."""
    stretch: list[Glyph] = []
    for glyph in glyphs:
        if stretch and not _follows(stretch[-1], glyph):
            yield _stretch(stretch)
            stretch = []
        stretch.append(glyph)
    if stretch:
        yield _stretch(stretch)


def _follows(before: Glyph, glyph: Glyph) -> bool:
    level = abs(glyph.y - before.y) <= _LEVEL and abs(glyph.size - before.size) <= _LEVEL
    return level and abs(glyph.x0 - before.x1) <= before.size


def _stretch(glyphs: list[Glyph]) -> Stretch:
    words = "".join(glyph.text for glyph in glyphs).strip()
    first = glyphs[0]
    return Stretch(words, first.x0, glyphs[-1].x1, first.y, first.size, glyphs)


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
    size = sizes[middle]
    runs = tuple(_runs(glyphs))
    return PrintedLine(
        joined(runs, size).strip(),
        glyphs[0].x0,
        glyphs[-1].x1,
        glyphs[middle].y,
        size,
        _first_word(glyphs),
        runs,
    )


def joined(runs: Sequence[Run], size: float) -> str:
    """The text of some runs of a line, with a blank where they stand wide apart."""
    spread = _spread(runs)
    blanks = ["", *(" " if _is_blank(a, b, size, spread) else "" for a, b in pairwise(runs))]
    return "".join(blank + run.text for blank, run in zip(blanks, runs, strict=True))


def together(runs: Sequence[Run], apart: float) -> Iterator[Run]:
    """The stretches of a line that stand further than that from one another."""
    held = runs[0]
    for run in runs[1:]:
        if run.x0 - held.x1 > apart:
            yield held
            held = run
        else:
            held = Run(held.text + run.text, held.x0, run.x1)
    yield held


def _spread(runs: Sequence[Run]) -> float:
    """How far the characters of a line were moved apart to fill it; 0 where most of them touch."""
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(runs))
    apart = len(gaps) >= _FEWEST_GAPS and len(runs) * 2 > sum(len(run.text) for run in runs)
    return gaps[len(gaps) // 2] if apart else 0.0


def _is_blank(before: Run, after: Run, size: float, spread: float) -> bool:
    """Between two of a kind a narrow gap is a blank: printers space only where Han meet digits."""
    ends = before.text[-1], after.text[0]
    least = _BLANK_FROM
    if all(map(_HAN.match, ends)):
        least = _BLANK_OF_HAN
    elif all(map(_WORD.match, ends)):
        least = _BLANK_OF_WORDS
    return after.x0 - before.x1 - spread > least * size


def _first_word(glyphs: Sequence[Glyph]) -> float:
    """The width of what stands together at the start of a line, as a mark and the sign it opens."""
    head = _HEAD.match("".join(glyph.text[0] for glyph in glyphs[:50]))
    end = head.end() if head else 1
    return glyphs[end - 1].x1 - glyphs[0].x0


def _runs(glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """What touches; a character that is printed twice in its place counts once."""
    together = [glyphs[0]]
    for glyph in glyphs[1:]:
        last = together[-1]
        if _is_twice(last, glyph):
            continue
        if glyph.x0 - last.x1 > TOUCHING:
            yield _run(together)
            together = []
        together.append(glyph)
    yield _run(together)


def _is_twice(last: Glyph, glyph: Glyph) -> bool:
    """Whether a character was printed again in its place; one sign that stands for two is wider."""
    wide = glyph.x1 - glyph.x0 > _WIDE * glyph.size
    same = glyph.x0 - last.x0 < _SAME_PLACE * glyph.size and glyph.text == last.text
    return same and not (wide and glyph.x0 == last.x0)


def _run(glyphs: Sequence[Glyph]) -> Run:
    return Run("".join(glyph.text for glyph in glyphs), glyphs[0].x0, glyphs[-1].x1)
