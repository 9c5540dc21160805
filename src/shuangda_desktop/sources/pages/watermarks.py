"""Watermarks: words set large across the text, or askew. They are no text, but may be a mark of secrecy."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from shuangda_desktop.sources.border.secret import refuse_secret
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet

_LARGER = 1.3  # times the size of the text
_MOST_LARGE = 2_000  # characters of a page; more is no watermark
_UPPER = 0.8  # of the size: how far a character reaches up from its baseline
_COVERED = 0.5  # of the width of a character of the text, that lies under one of the watermark
_SAME_LINE = 1.0  # points


def without_watermarks(sheet: Sheet) -> Sheet:
    """The page without large words that lie over its text; they are kept aside."""
    usual = _usual(sheet.glyphs)
    large = [g for g in sheet.glyphs if g.size > _LARGER * usual and g.text.strip()]
    if not large or len(large) > _MOST_LARGE:
        return sheet
    small = [g for g in sheet.glyphs if g.size <= _LARGER * usual and g.text.strip()]
    found = [line for line in _lines(large) if any(_covers(one, small) for one in line)]
    if not found:
        return sheet
    gone = {id(glyph) for line in found for glyph in line}
    words = ["".join(glyph.text for glyph in line) for line in found]
    kept = [glyph for glyph in sheet.glyphs if id(glyph) not in gone]
    return replace(sheet, glyphs=kept, aside="\n".join([sheet.aside, *words]))


def refuse_secret_marks(sheets: Iterable[Sheet]) -> None:
    """Raise SourceError where the words that were left out say that a document is secret."""
    for sheet in sheets:
        refuse_secret(sheet.aside)


def _usual(glyphs: Sequence[Glyph]) -> float:
    sizes = sorted(glyph.size for glyph in glyphs)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters of one size on one baseline."""
    ordered = sorted(glyphs, key=lambda g: (round(g.size), round(g.y / _SAME_LINE), g.x0))
    for _, line in groupby(ordered, key=lambda g: (round(g.size), round(g.y / _SAME_LINE))):
        yield list(line)


def _covers(large: Glyph, text: Sequence[Glyph]) -> bool:
    """Whether a character lies over one of the text."""
    high = large.y - _UPPER * large.size
    return any(
        high < glyph.y - glyph.size / 2
        and glyph.y < large.y
        and min(large.x1, glyph.x1) - max(large.x0, glyph.x0) > _COVERED * (glyph.x1 - glyph.x0)
        for glyph in text
    )
