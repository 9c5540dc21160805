"""The lines of a text as they are shown, each with the marks of its repairs.

A repaired document has a mark for every other character: they are worked out beside the window, and where
another reading comes only the lines that differ are shown anew.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from shuangda_desktop.gui.pages.review.offsets import Offsets, marked, showable, shown_span
from shuangda_desktop.text.mapped import MappedText

QUIET = ("script",)  # every other character of a Traditional document: a dotted line is enough


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its marks: (start in Qt's units, size, whether it is quiet)."""

    words: str
    marks: tuple[tuple[int, int, bool], ...] = ()


def plain_rows(text: str) -> list[Row]:
    """The lines of a text without marks."""
    return [Row(words) for words in showable(text).split("\n")]


def repaired_rows(text: MappedText) -> list[Row]:
    """The lines of a repaired text; a mark that goes over several lines ends with the first."""
    rows = showable(text.text).split("\n")
    starts = list(accumulate((len(words) + 1 for words in rows), initial=0))[:-1]
    offsets, found = Offsets(text.text), defaultdict[int, list[tuple[int, int, bool]]](list)
    for start, end, quiet in _repaired_stretches(text):
        line = bisect_right(starts, start) - 1
        first = offsets.to_qt(start)
        place = first - offsets.to_qt(starts[line])
        found[line].append((place, offsets.to_qt(end) - first, quiet))
    return [Row(words, tuple(found.get(number, ()))) for number, words in enumerate(rows)]


def _repaired_stretches(text: MappedText) -> Iterator[tuple[int, int, bool]]:
    """What was repaired, in places of the text; the louder marks last, so that they are seen."""
    starts, ends = text.starts, text.ends
    for repair in sorted(text.repairs, key=lambda repair: repair.rule not in QUIET):
        first, last = shown_span(starts, ends, repair.span.start, repair.span.end)
        yield *marked(text.text, first, last), repair.rule in QUIET
