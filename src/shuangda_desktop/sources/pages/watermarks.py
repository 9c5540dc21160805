"""Watermarks: words set large across the text, or askew. They are no text, but may be a mark of secrecy."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from shuangda_desktop.sources.border.secret import refuse_secret
from shuangda_desktop.sources.pages.glyphs import Glyph, Sheet, Stretch, stretches_of

_LARGER = 1.3  # times the size of the text
_HUGE = 4.0  # times it: below the head of a page no text is set so large
_HEAD = 0.4  # of the height, where the name of an office may be
_MOST_LARGE = 2_000  # characters of a page; more is no watermark
_UPPER = 0.8  # of the size: how far a character reaches up from its baseline
_COVERED = 0.5  # of the width of a character of the text, that lies under one of the watermark
_SAME_LINE = 1.0  # points
_AGAIN = 3  # times that a mark is printed
_OVER = 0.1  # of these times it lies over text
_OVERLAP = 0.3  # of the size, in height and in width


def without_watermarks(sheet: Sheet) -> Sheet:
    """The page without large words that lie over its text; they are kept aside."""
    usual = _usual(sheet.glyphs)
    large = [g for g in sheet.glyphs if g.size > _LARGER * usual and g.text.strip()]
    if not large or len(large) > _MOST_LARGE:
        return sheet
    small = [g for g in sheet.glyphs if g.size <= _LARGER * usual and g.text.strip()]
    found = [
        line
        for line in _lines(large)
        if any(_covers(one, small) for one in line) or (small and _is_huge(line[0], sheet, usual))
    ]
    return _without(sheet, found)


def _is_huge(glyph: Glyph, sheet: Sheet, usual: float) -> bool:
    """Whether a character is too large for text where it stands."""
    return glyph.size > _HUGE * usual and glyph.y > _HEAD * sheet.height


def without_repeated_marks(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without words that are printed again and again over what is printed less often.

    Text of the usual size stands nowhere over other text; such marks do, wherever they happen to fall.
    The words are told, too.
    """
    pages = [list(stretches_of(sheet.glyphs)) for sheet in sheets]
    counts = Counter(each.words for stretches in pages for each in stretches)
    over: Counter[str] = Counter()
    for stretches in pages:
        again = [each for each in stretches if counts[each.words] >= _AGAIN and each.words]
        ordered = sorted(stretches, key=_place)
        over.update(each.words for each in again if _lies_over(each, ordered, counts))
    marks = {words for words, count in over.items() if count >= max(2, _OVER * counts[words])}
    kept = [
        _without(sheet, [each.glyphs for each in stretches if each.words in marks])
        for sheet, stretches in zip(sheets, pages, strict=True)
    ]
    return kept, sorted(marks)


def _without(sheet: Sheet, found: Sequence[Sequence[Glyph]]) -> Sheet:
    """The page without these words; they are kept aside."""
    if not found:
        return sheet
    gone = {id(glyph) for words in found for glyph in words}
    kept = [glyph for glyph in sheet.glyphs if id(glyph) not in gone]
    words = ("".join(glyph.text for glyph in each).strip() for each in found)
    return replace(sheet, glyphs=kept, aside="\n".join([sheet.aside, *words]))


def _place(stretch: Stretch) -> float:
    return stretch.y


def _lies_over(one: Stretch, ordered: Sequence[Stretch], counts: Counter[str]) -> bool:
    """Whether a stretch lies over one that is printed less often; ``ordered`` are those of its page."""
    reach = max(glyph.size for glyph in one.glyphs)
    near = ordered[
        bisect_left(ordered, one.y - reach, key=_place) : bisect_right(
            ordered, one.y + reach, key=_place
        )
    ]
    rarer = [other for other in near if other.words and counts[other.words] < counts[one.words]]
    return any(
        _is_over(a, b)
        for other in rarer
        if abs(other.y - one.y) > _SAME_LINE  # what runs over into the next cell stands level
        for a in one.glyphs
        for b in other.glyphs
    )


def _is_over(one: Glyph, other: Glyph) -> bool:
    size = min(one.size, other.size)
    high = min(one.y, other.y) - max(one.y - _UPPER * one.size, other.y - _UPPER * other.size)
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    seen = one.text.strip() and other.text.strip()
    return bool(seen) and high > _OVERLAP * size and wide > _OVERLAP * size


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
