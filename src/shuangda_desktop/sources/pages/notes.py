"""Footnotes of a page: small print below a short rule, and the raised marks in the text that lead to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.sources.pages.glyphs import Glyph, PrintedLine, Sheet, Stroke, lines_of

_FROM = 0.3  # of the height: notes stand below
_SHORT = (0.1, 0.5)  # of the width: the rule above notes
_SMALLER = 0.93  # of the size of the text
_RAISED = 0.72  # of the size of the text: a mark is smaller still
_MOST = 50  # marks, and lines of notes, of one page
_NOTE = re.compile(
    "[\\[\u3014(]?([0-9]{1,2}|[\u2460-\u2473*\u203b])[\\])\u3015]?[ \u3000]{0,2}(?=[^0-9 ])"
)


def without_notes(sheets: Sequence[Sheet]) -> list[tuple[Sheet, list[str]]]:
    """The pages without their footnotes, and the texts of these without the marks.

    A mark may lead to a note that found no room on its page, and stands on the next one.
    """
    parted = [_parted(sheet) for sheet in sheets]
    marks = [set(_marks(notes)) for _, notes in parted]
    return [
        (_without_marks(sheet, own | later), list(_texts(notes)))
        for (sheet, notes), own, later in zip(parted, marks, [*marks[1:], set()], strict=True)
    ]


def _marks(notes: Sequence[PrintedLine]) -> Iterator[str]:
    found = (_NOTE.match(line.text) for line in notes)
    yield from (match[1] for match in found if match)


def _parted(sheet: Sheet) -> tuple[Sheet, list[PrintedLine]]:
    """The page above its footnotes, and the lines of these."""
    rule = _rule(sheet)
    if rule is None:
        return sheet, []
    below = [glyph for glyph in sheet.glyphs if glyph.y > rule.y0]
    notes = [line for line in lines_of(below) if line.size < _SMALLER * _usual(sheet.glyphs)]
    if not notes or not _NOTE.match(notes[0].text) or len(notes) > _MOST:
        return sheet, []
    places = {line.y for line in notes}
    kept = [g for g in sheet.glyphs if not (g.y > rule.y0 and _is_at(g, places))]
    return replace(sheet, glyphs=kept), notes


def _without_marks(sheet: Sheet, marks: set[str]) -> Sheet:
    """The page without the raised marks that lead to notes."""
    if not marks:
        return sheet
    return replace(sheet, glyphs=_closed(sheet.glyphs, _raised(sheet.glyphs, marks)))


def _closed(glyphs: Sequence[Glyph], raised: Sequence[Glyph]) -> list[Glyph]:
    """The characters without the raised marks; what stands before a mark reaches as far as it did."""
    gone = set(map(id, raised))
    kept = [glyph for glyph in glyphs if id(glyph) not in gone]
    ends: dict[int, float] = {}
    for mark in raised:
        for glyph in kept:
            if _stands_before(glyph, mark):
                ends[id(glyph)] = max(mark.x1, ends.get(id(glyph), glyph.x1))
    return [replace(glyph, x1=ends.get(id(glyph), glyph.x1)) for glyph in kept]


def _stands_before(glyph: Glyph, mark: Glyph) -> bool:
    """Whether a mark hangs at a character: that of two digits within the size of the text."""
    level = 0 < glyph.y - mark.y < glyph.size
    return level and -1 < mark.x0 - glyph.x1 < glyph.size / 2


def _rule(sheet: Sheet) -> Stroke | None:
    """The last short rule in the lower part of a page, with no upright one beside it."""
    low, high = (share * sheet.width for share in _SHORT)
    flat = [s for s in sheet.strokes if s.y1 - s.y0 <= 1 and low <= s.x1 - s.x0 <= high]
    flat = [s for s in flat if s.y0 > _FROM * sheet.height]
    tall = any(s.y1 - s.y0 > 8 for s in sheet.strokes if s.x1 - s.x0 <= 1)
    return max(flat, key=lambda s: s.y0, default=None) if not tall else None


def _usual(glyphs: Sequence[Glyph]) -> float:
    sizes = sorted(glyph.size for glyph in glyphs)
    return sizes[len(sizes) // 2]


def _is_at(glyph: Glyph, places: set[float]) -> bool:
    return any(abs(glyph.y - y) <= glyph.size * 0.6 for y in places)


def _raised(glyphs: Sequence[Glyph], marks: set[str]) -> list[Glyph]:
    """The characters that lead to notes: small, and beside larger ones that stand a little lower."""
    usual = _usual(glyphs)
    signs = set("".join(marks))
    small = [g for g in glyphs if g.text in signs and g.size < _RAISED * usual]
    return [glyph for glyph in small if _is_raised(glyph, glyphs)] if len(small) <= _MOST else []


def _is_raised(glyph: Glyph, glyphs: Sequence[Glyph]) -> bool:
    return any(
        glyph.size < _RAISED * other.size and 0 < other.y - glyph.y < other.size
        for other in glyphs
        if -other.size / 2 < glyph.x0 - other.x1 < other.size / 2
    )


def _texts(notes: Sequence[PrintedLine]) -> Iterator[str]:
    text = ""
    if not notes:
        return
    for line in notes:
        if _NOTE.match(line.text) and text:
            yield _NOTE.sub("", text, count=1)
            text = ""
        text += line.text
    yield _NOTE.sub("", text, count=1)
