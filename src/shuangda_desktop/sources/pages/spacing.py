"""Letter spacing: where all characters are set apart, what stands between two of them is no blank."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shuangda_desktop.sources.pages.glyphs import TOUCHING, Glyph, Sheet

_HAN = re.compile("[\u4e00-\u9fff]")
_LEVEL = 0.1  # of the size: two characters of one line
_MOST = 0.6  # of the size: a wider gap is a blank
_FEWEST = 12  # gaps of a size, that show how it is set
_LEAST = 0.05  # of the size
_TIGHT = 10  # one of so many gaps may be narrower: marks are pressed together


def with_spacing(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages with the spacing of their characters as a part of these."""
    gaps: dict[int, list[float]] = defaultdict(list)
    for sheet in sheets:
        for size, gap in _gaps(sheet.glyphs):
            gaps[size].append(gap)
    spacing = {size: _usual(size, found) for size, found in gaps.items() if len(found) >= _FEWEST}
    if not any(spacing.values()):
        return list(sheets)
    body = max(spacing, key=lambda size: len(gaps[size]))
    return [
        replace(
            sheet,
            glyphs=[_spaced(g, spacing.get(round(g.size), spacing[body])) for g in sheet.glyphs],
        )
        for sheet in sheets
    ]


def _gaps(glyphs: Sequence[Glyph]) -> Iterator[tuple[int, float]]:
    """The size and the gap of any two Han characters that were printed one after the other."""
    for a, b in pairwise(glyphs):
        gap = b.x0 - a.x1
        level = abs(a.y - b.y) <= _LEVEL * a.size and round(a.size) == round(b.size)
        near = -_LEAST * a.size <= gap <= _MOST * a.size
        if level and near and _HAN.fullmatch(a.text) and _HAN.fullmatch(b.text):
            yield round(a.size), gap


def _usual(size: int, gaps: list[float]) -> float:
    """The gap that all but a few have at least; 0 where characters touch."""
    gap = sorted(gaps)[len(gaps) // _TIGHT]
    return gap if gap > max(TOUCHING, _LEAST * size) else 0.0


def _spaced(glyph: Glyph, by: float) -> Glyph:
    return replace(glyph, x1=glyph.x1 + by) if by else glyph
