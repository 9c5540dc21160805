"""Numbers that a program set beside the lines of its pages, in the margin: they are no text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shuangda_desktop.sources.pages.glyphs import Glyph, PrintedLine, Run, Sheet, lines_of
from shuangda_desktop.sources.pages.margins import ENDED

_MOST = 4  # digits
_GAP = 0.4  # of the size: what parts a number from its line at least
_SAME = 1.5  # points: numbers begin or end at one edge
_SAMPLE = 500  # numbers, to tell the edge
_SMALL = 0.93  # of the size of its line
_FEWEST = 4
_COUNTED = 0.7  # of the numbers, that differ as their places do
_BROKEN = 0.25  # of the numbered lines, that were broken amid a sentence: items of a list are not
_FULL = 2.0  # of the size, from the edge that the longest lines reach


@dataclass(frozen=True, slots=True)
class _Number:
    """A number and its edges, and the line that it stands beside, by its place among the lines."""

    value: int
    left: float
    right: float
    size: float
    at: int
    line: PrintedLine


def without_line_numbers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the numbers of their lines."""
    if not any(map(_have_margin, sheets)):
        return list(sheets)
    pages = [lines_of(sheet.glyphs) for sheet in sheets]
    found = [list(_numbers(lines, s.glyphs)) for lines, s in zip(pages, sheets, strict=True)]
    kept = _aligned(found)
    if not _are_counted(pages, kept) or not (_are_small(kept) or _are_broken(pages, kept)):
        return list(sheets)
    return [
        replace(sheet, glyphs=[g for g in sheet.glyphs if not _is_one(g, numbers)])
        for sheet, numbers in zip(sheets, kept, strict=True)
    ]


def _have_margin(sheet: Sheet) -> bool:
    """Whether digits stand left of all text: quick, and no for most pages."""
    seen = [glyph for glyph in sheet.glyphs if glyph.text.strip()]
    left = min((glyph.x0 for glyph in seen if not glyph.text.isdecimal()), default=0.0)
    return any(glyph.x1 < left for glyph in seen)


def _numbers(lines: Sequence[PrintedLine], glyphs: Sequence[Glyph]) -> Iterator[_Number]:
    """The numbers left of all text of a page."""
    first = [_first(line) for line in lines]
    starts = (
        line.x0 if run is None else line.runs[count].x0
        for line, (run, count) in zip(lines, first, strict=True)
        if count < len(line.runs)
    )
    left = min(starts, default=0.0)
    for at, (line, (run, _)) in enumerate(zip(lines, first, strict=True)):
        if run is not None and run.x1 < left:
            sizes = [g.size for g in glyphs if g.x1 <= run.x1 and _is_beside(g, line)]
            yield _Number(int(run.text), run.x0, run.x1, max(sizes), at, line)


def _first(line: PrintedLine) -> tuple[Run | None, int]:
    """The number that a line begins with, if a gap parts it from the rest, and its count of runs."""
    text = ""
    for count, (run, after) in enumerate(zip(line.runs, [*line.runs[1:], None], strict=True), 1):
        text += run.text.strip()
        if not text.isdecimal() or not text.isascii() or len(text) > _MOST:
            break
        if after is None or after.x0 - run.x1 > _GAP * line.size:
            return Run(text, line.x0, run.x1), count
    return None, 0


def _aligned(found: Sequence[Sequence[_Number]]) -> list[list[_Number]]:
    """The numbers that begin, or end, where most of them do."""
    numbers = [number for each in found for number in each]
    begins, ends = _shared([n.left for n in numbers]), _shared([n.right for n in numbers])
    ways = (
        [[n for n in each if abs(n.left - begins) <= _SAME] for each in found],
        [[n for n in each if abs(n.right - ends) <= _SAME] for each in found],
    )
    return max(ways, key=lambda way: sum(map(len, way)))


def _shared(edges: Sequence[float]) -> float:
    some = edges[:_SAMPLE]
    return max(some, key=lambda e: sum(abs(e - x) <= _SAME for x in some), default=0.0)


def _are_counted(
    pages: Sequence[Sequence[PrintedLine]], found: Sequence[Sequence[_Number]]
) -> bool:
    """Whether the numbers differ by the lines between them, empty ones among them."""
    right = wrong = 0
    for lines, numbers in zip(pages, found, strict=True):
        gaps = sorted(b.y - a.y for a, b in pairwise(lines)) or [1.0]
        pitch = max(gaps[len(gaps) // 2], 1.0)
        for a, b in pairwise(numbers):
            by = b.value - a.value
            counted = by > 0 and by in (b.at - a.at, round((b.line.y - a.line.y) / pitch))
            right, wrong = right + counted, wrong + (not counted)
    beside = sum(number.line.x1 > number.right for numbers in found for number in numbers)
    return beside > 0 and right >= _COUNTED * (right + wrong)


def _are_small(found: Sequence[Sequence[_Number]]) -> bool:
    """Whether the numbers are set smaller than the lines that they stand beside."""
    numbers = [n for each in found for n in each if n.line.x1 > n.right]
    return sum(n.size <= _SMALL * n.line.size for n in numbers) * 2 > len(numbers)


def _are_broken(pages: Sequence[Sequence[PrintedLine]], found: Sequence[Sequence[_Number]]) -> bool:
    """Whether numbers stand beside full lines that end amid a sentence."""
    lines = [number.line for numbers in found for number in numbers]
    right = max((line.x1 for each in pages for line in each), default=0.0)
    broken = sum(
        right - line.x1 <= _FULL * line.size and not ENDED.search(line.text) for line in lines
    )
    return len(lines) >= _FEWEST and broken >= _BROKEN * len(lines)


def _is_one(glyph: Glyph, numbers: Sequence[_Number]) -> bool:
    return any(glyph.x1 <= n.right and _is_beside(glyph, n.line) for n in numbers)


def _is_beside(glyph: Glyph, line: PrintedLine) -> bool:
    return abs(line.y - glyph.y) <= line.size / 2
