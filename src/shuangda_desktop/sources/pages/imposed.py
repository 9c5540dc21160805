"""Sheets of paper on which several pages were printed: each page is read by itself, in its order.

That a sheet holds several is told by the numbers of the pages, which follow one another on it; of two
pages on a sheet that lies on its side also by their margins, which are the same on both halves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shuangda_desktop.sources.pages.furniture import PAGE_NUMBER, without_blanks
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet, Stroke, lines_of, together

_WAYS = ((4, 4), (3, 3), (4, 2), (2, 4), (3, 2), (2, 3), (2, 2), (3, 1), (2, 1), (1, 2))
_EDGE = 0.2  # of the height of a page, at its foot or head, where its number stands
_APART = 1.5  # of the size: what stands further apart belongs to two pages
_MOST_CROSSING = 0.01  # of the characters, that lie across the edge of a page
_FEWEST_BARE = 3  # sheets, for numbers without a mark beside them: one may be a cell of a table
_FEWEST_RULES = 3  # of a table: above its header, below it, and at the end
_SAME = 2.0  # points
_FEWEST_LINES = 8  # of a page of prose
_MANY = 0.35  # of its lines, that begin or end at the margin
_DIGITS = re.compile("[0-9]{1,4}")
_Mark = tuple[float, float, int | None]


def pages_of(sheets: Sequence[Sheet]) -> tuple[list[Sheet], int]:
    """The pages in their order, and how many a sheet holds."""
    bare = len(sheets) >= _FEWEST_BARE and not any(map(_holds_wide_table, sheets))
    marks = [list(_marks(sheet, bare)) for sheet in sheets]
    for across, down in _WAYS:
        found = [_numbers(s, m, across, down) for s, m in zip(sheets, marks, strict=True)]
        if _are_numbered(found) and _are_clear(sheets, across):
            parts = [part for sheet in sheets for part in _cut(sheet, across, down)]
            return [part for part in parts if part.glyphs], across * down
    if _are_halves(sheets):
        parts = [part for sheet in sheets for part in _cut(sheet, 2, 1)]
        return [part for part in parts if part.glyphs], 2
    return list(sheets), 1


def _holds_wide_table(sheet: Sheet) -> bool:
    """Whether rules reach further than over one of two pages: numbers in cells below them count no pages."""
    return sum(s.x1 - s.x0 > sheet.width / 2 for s in sheet.strokes) >= _FEWEST_RULES


def _are_halves(sheets: Sequence[Sheet]) -> bool:
    """Whether each sheet lies on its side, with nothing over its middle, and some hold two pages alike."""
    on_side = all(sheet.width > sheet.height for sheet in sheets)
    return on_side and not any(map(_is_crossed, sheets)) and any(map(_has_like_halves, sheets))


def _is_crossed(sheet: Sheet) -> bool:
    """Whether words or a rule go on over the middle."""
    left, right = sheet.width / 2 - _SAME, sheet.width / 2 + _SAME
    words = (run for line in lines_of(sheet.glyphs) for run in line.runs)
    return any(run.x0 < left and right < run.x1 for run in words) or any(
        rule.x0 < left and right < rule.x1 for rule in sheet.strokes
    )


def _has_like_halves(sheet: Sheet) -> bool:
    """Whether both halves are pages of prose within the same margins."""
    left, right = (lines_of(part.glyphs) for part in _cut(sheet, 2, 1))
    if min(len(left), len(right)) < _FEWEST_LINES:
        return False
    return _is_same([line.x0 for line in left], [line.x0 for line in right]) and _is_same(
        [line.x1 for line in left], [line.x1 for line in right]
    )


def _is_same(some: Sequence[float], others: Sequence[float]) -> bool:
    """Whether many edges of both stand at one place, which is the same."""
    (one, count), (other, as_many) = (_usual(edges) for edges in (some, others))
    enough = count >= _MANY * len(some) and as_many >= _MANY * len(others)
    return enough and abs(one - other) <= _SAME


def _usual(edges: Sequence[float]) -> tuple[int, int]:
    """Where most of these stand, and how many do; up to a point they may be off."""
    counts = Counter(map(round, edges))
    place = max(counts, key=lambda at: counts[at] + counts[at + 1])
    return place, counts[place] + counts[place + 1]


def _are_numbered(found: Sequence[Sequence[int | None]]) -> bool:
    """Whether the parts of some sheet have numbers that follow one another, and no sheet others."""
    full = [numbers for numbers in found if None not in numbers]
    return bool(full) and all(_follow(numbers) for numbers in found)


def _follow(numbers: Sequence[int | None]) -> bool:
    """Whether the numbers of a sheet rise by one; pages without any are at its end."""
    told = [number for number in numbers if number is not None]
    return numbers[: len(told)] == told and all(b == a + 1 for a, b in pairwise(told))


def _marks(sheet: Sheet, bare: bool) -> Iterator[_Mark]:
    """What may be the number of a page: its middle, its height and the number."""
    for line in lines_of(sheet.glyphs):
        for run in together(line.runs, _APART * line.size):
            text = without_blanks(run.text)
            if PAGE_NUMBER.fullmatch(text) and (bare or not text.isdecimal()):
                yield (run.x0 + run.x1) / 2, line.y, _number(text)


def _numbers(sheet: Sheet, marks: Sequence[_Mark], across: int, down: int) -> list[int | None]:
    """The number of each part of a sheet, the last that stands at its foot or head."""
    numbers: list[int | None] = [None] * (across * down)
    wide, tall = sheet.width / across, sheet.height / down
    for x, y, number in marks:
        if not _EDGE < (y % tall) / tall < 1 - _EDGE:
            numbers[_at(int(x // wide), int(y // tall), across, down)] = number
    return numbers


def _number(text: str) -> int | None:
    found = _DIGITS.search(text)
    return int(found[0]) if found else None


def _at(column: int, row: int, across: int, down: int) -> int:
    return min(max(row, 0), down - 1) * across + min(max(column, 0), across - 1)


def _are_clear(sheets: Sequence[Sheet], across: int) -> bool:
    """Whether hardly a character lies over an edge between two pages."""
    crossing = sum(
        _crosses(glyph, sheet.width / across) for sheet in sheets for glyph in sheet.glyphs
    )
    return crossing <= _MOST_CROSSING * sum(len(sheet.glyphs) for sheet in sheets)


def _crosses(glyph: Glyph, wide: float) -> bool:
    return bool(glyph.text.strip()) and glyph.x0 // wide != (glyph.x1 - glyph.size / 5) // wide


def _cut(sheet: Sheet, across: int, down: int) -> Iterator[Sheet]:
    """The pages on a sheet, each moved to a place of its own."""
    wide, tall = sheet.width / across, sheet.height / down
    parts: list[list[Glyph]] = [[] for _ in range(across * down)]
    for glyph in sheet.glyphs:
        at = _at(int(glyph.x0 // wide), int(glyph.y // tall), across, down)
        x, y = at % across * wide, at // across * tall
        parts[at].append(replace(glyph, x0=glyph.x0 - x, x1=glyph.x1 - x, y=glyph.y - y))
    for at, glyphs in enumerate(parts):
        x, y = at % across * wide, at // across * tall
        inside = [s for s in sheet.strokes if x <= s.x0 and s.x1 <= x + wide]
        moved = [
            Stroke(s.x0 - x, s.y0 - y, s.x1 - x, s.y1 - y)
            for s in inside
            if y <= s.y0 and s.y1 <= y + tall
        ]
        yield Sheet(wide, tall, glyphs, moved)
