"""Bars of links beside the text of a web page: read before it, not line by line with it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.sources.pages.glyphs import Sheet, Stretch, stretches_of

_EDGE = 2.0  # points that links begin at the same place within
_FEWEST = 5  # links, and lines of text beside them
_WIDEST = 0.3  # of the page
_GUTTER = 0.7  # of the size, between the bar and the text
_EVEN = 0.7  # points that the steps from link to link differ by
_STEEP = 3.5  # of the size: no bar has longer steps
_LEVEL = 1.0  # points: two that stand level may be cells of one row
_MOST_LEVEL = 0.6  # of the links, by chance


def without_bars(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The pages; of one with a bar, what stands above it, the bar, and the rest."""
    for sheet in sheets:
        bar = _bar(sheet)
        if bar:
            yield from _parts(sheet, bar)
        else:
            yield sheet


def _bar(sheet: Sheet) -> Sequence[Stretch]:
    """The links of a bar at either side of the page; none where there is no bar."""
    words = sorted((each for each in stretches_of(sheet.glyphs) if each.words), key=_height)
    places: dict[int, list[Stretch]] = defaultdict(list)
    for word in words:
        if len(word.words) > 1 and word.x1 - word.x0 <= _WIDEST * sheet.width:
            places[round(word.x0 / _EDGE)].append(word)
    candidates = (stretch for found in places.values() for stretch in _even(found))
    return next((each for each in candidates if _is_bar(each, words)), ())


def _height(word: Stretch) -> float:
    return word.y


def _between(words: Sequence[Stretch], top: float, bottom: float) -> Sequence[Stretch]:
    """Of words from top to bottom those that stand between two heights."""
    start = bisect_left(words, top, key=_height)
    return words[start : bisect_right(words, bottom, key=_height)]


def _even(words: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The words below one another at even steps."""
    stretch: list[Stretch] = []
    for word in words:
        if len(stretch) > 1:
            step = stretch[1].y - stretch[0].y
            if abs(word.y - stretch[-1].y - step) > _EVEN:
                yield stretch
                stretch = stretch[-1:]
        stretch.append(word)
    yield stretch


def _is_bar(bar: Sequence[Stretch], words: Sequence[Stretch]) -> bool:
    if len(bar) < _FEWEST or bar[1].y - bar[0].y > _STEEP * bar[0].size:
        return False
    own = set(map(id, bar))
    top, bottom = bar[0].y - bar[0].size, bar[-1].y + bar[-1].size
    beside = [word for word in _between(words, top, bottom) if id(word) not in own]
    if len(beside) < _FEWEST or not _stands_apart(bar, beside):
        return False
    return sum(_stands_level(link, beside) for link in bar) <= _MOST_LEVEL * len(bar)


def _stands_apart(bar: Sequence[Stretch], beside: Sequence[Stretch]) -> bool:
    gutter = _GUTTER * bar[0].size
    left, right = min(w.x0 for w in bar), max(w.x1 for w in bar)
    return all(w.x0 >= right + gutter for w in beside) or all(w.x1 <= left - gutter for w in beside)


def _stands_level(link: Stretch, beside: Sequence[Stretch]) -> bool:
    near = _between(beside, link.y - 2 * _LEVEL, link.y + 2 * _LEVEL)
    return any(abs(word.y - link.y) <= _LEVEL for word in near)


def _parts(sheet: Sheet, bar: Sequence[Stretch]) -> Iterator[Sheet]:
    top = bar[0].y - bar[0].size
    left, right = min(w.x0 for w in bar), max(w.x1 for w in bar)
    head = [g for g in sheet.glyphs if g.y < top]
    links = [
        g
        for g in sheet.glyphs
        if top <= g.y <= bar[-1].y + _EDGE and left - _EDGE <= g.x0 and g.x1 <= right + _EDGE
    ]
    taken = set(map(id, [*head, *links]))
    yield replace(sheet, glyphs=head, strokes=[s for s in sheet.strokes if s.y1 < top])
    yield Sheet(
        2 * right, sheet.height, links
    )  # of another width: with margins of its own, wide ones
    rest = [s for s in sheet.strokes if s.y1 >= top]
    yield replace(sheet, glyphs=[g for g in sheet.glyphs if id(g) not in taken], strokes=rest)
