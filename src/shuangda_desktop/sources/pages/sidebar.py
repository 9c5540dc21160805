"""Bars of links beside the text of a web page: left out, and told of; never read line by line with it."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from statistics import median_low

from shuangda_desktop.sources.pages.glyphs import (
    Sheet,
    Stretch,
    stretches_of,
)
from shuangda_desktop.text.chars import STOP

_EDGE = 2.0  # points that links begin at the same place within
_FEWEST = 5  # links
_FEWEST_BESIDE = 3  # lines of text beside them
_TIED = 1.5  # points
_WIDEST = 0.3  # of the page
_GUTTER = 0.7  # of the size, between the bar and the text
_EVEN = 0.8  # points that the steps from link to link differ by: browsers print at dots of 0.75
_STEEP = 3.5  # of the size: no bar has longer steps
_LEVEL = 1.0  # points: two that stand level may be cells of one row
_MOST_LEVEL = 0.6  # of the links, by chance
_MOST_LEVEL_UNEVEN = 0.4  # … where links of several lines are among them
_MOST_BARS = 3  # of one page
_NAMED = 5  # links
_LEFT_OUT = "网页旁边的一栏链接(“{}”{})没有导入;请对照原件核对。"
_UNIT = re.compile("(?:局|委|办|厅|部|院|政府)[、,\uff0c]?$")
_TOLD = re.compile(f"[{STOP};\uff1b]")  # no link holds a sentence


def without_bars(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without their bars, and the words of the links."""
    kept, links = [], []
    for sheet in sheets:
        rest = sheet
        for _ in range(_MOST_BARS):
            bar = _bar(rest)
            if not bar:
                break
            links += [word.words for word in bar]
            own = {id(glyph) for word in bar for glyph in word.glyphs}
            rest = replace(rest, glyphs=[g for g in rest.glyphs if id(g) not in own])
        kept.append(rest)
    return kept, links


def told_of(links: Sequence[str]) -> str:
    """What the clerk is told of links that were left out; "" where there are none."""
    named = "、".join(links[:_NAMED])
    return _LEFT_OUT.format(named, "等" if len(links) > _NAMED else "") if links else ""


def _bar(sheet: Sheet) -> Sequence[Stretch]:
    """The links of a bar at either side of the page; none where there is no bar."""
    words = sorted((each for each in stretches_of(sheet.glyphs) if each.words), key=_height)
    places: dict[int, list[Stretch]] = defaultdict(list)
    for word in words:
        if len(word.words) > 1 and word.x1 - word.x0 <= _WIDEST * sheet.width:
            places[round(word.x0 / _EDGE)].append(word)
    even = ((each, _MOST_LEVEL) for column in places.values() for each in _even(column))
    near = ((each, _MOST_LEVEL_UNEVEN) for column in places.values() for each in _near(column))
    bars = (bar for bar, level in chain(even, near) if _is_bar(bar, words, level))
    return next((bar for bar in bars if _are_links(bar, sheet)), ())


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


def _near(words: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The words that stand close below one another, as links that are longer than a line do."""
    stretch: list[Stretch] = []
    for word in words:
        if stretch and word.y - stretch[-1].y > _STEEP * word.size:
            yield stretch
            stretch = []
        stretch.append(word)
    yield stretch


def _are_links(bar: Sequence[Stretch], sheet: Sheet) -> bool:
    """Whether no sentence is among them, nor a rule that goes on beside them, and few are units."""
    if sum(bool(_UNIT.search(word.words)) for word in bar) * 2 >= len(bar):
        return False
    left, right = min(word.x0 for word in bar), max(word.x1 for word in bar)
    across = (
        rule
        for rule in sheet.strokes
        if bar[0].y < rule.y0 < bar[-1].y and rule.x0 < right and rule.x1 > left
    )
    return not any(_TOLD.search(word.words) for word in bar) and not any(
        rule.x1 - rule.x0 > right - left + bar[0].size for rule in across
    )


def _is_bar(bar: Sequence[Stretch], words: Sequence[Stretch], level: float) -> bool:
    if len(bar) < _FEWEST or bar[1].y - bar[0].y > _STEEP * bar[0].size:
        return False
    own = set(map(id, bar))
    top, bottom = bar[0].y - bar[0].size, bar[-1].y + bar[-1].size
    beside = [word for word in _between(words, top, bottom) if id(word) not in own]
    if len(beside) < _FEWEST_BESIDE or not _stands_apart(bar, beside) or _is_tied(bar, beside):
        return False
    return sum(_stands_level(link, beside) for link in bar) <= level * len(bar)


def _is_tied(bar: Sequence[Stretch], beside: Sequence[Stretch]) -> bool:
    """Whether each stands as far above a line as the others, or half a line more.

    So do names in the middle of rows without rules, of even and odd numbers of lines.
    """
    below = (next((w.y for w in beside if w.y >= word.y - _LEVEL), None) for word in bar)
    steps = [y - word.y for y, word in zip(below, bar, strict=True) if y is not None]
    half, least = _pitch(beside) / 2, min(steps, default=0.0)
    return all(min(step - least, abs(step - least - half)) <= _TIED for step in steps)


def _pitch(lines: Sequence[Stretch]) -> float:
    """The usual distance from line to line, in points."""
    steps = (below.y - above.y for above, below in pairwise(lines))
    return median_low([step for step in steps if step > _LEVEL] or [0.0])


def _stands_apart(bar: Sequence[Stretch], beside: Sequence[Stretch]) -> bool:
    gutter = _GUTTER * bar[0].size
    left, right = min(w.x0 for w in bar), max(w.x1 for w in bar)
    return all(w.x0 >= right + gutter for w in beside) or all(w.x1 <= left - gutter for w in beside)


def _stands_level(link: Stretch, beside: Sequence[Stretch]) -> bool:
    near = _between(beside, link.y - 2 * _LEVEL, link.y + 2 * _LEVEL)
    return any(abs(word.y - link.y) <= _LEVEL for word in near)
