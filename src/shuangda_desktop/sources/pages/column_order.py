"""Whether two columns of a page are read one after the other, where their lines are too short to tell.

Cells of a table stand level with those beside them. Columns of a text begin their paragraphs alike, or the
numbers of the second go on where those of the first end.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from shuangda_desktop.sources.pages.furniture import PAGE_NUMBER, without_blanks
from shuangda_desktop.sources.pages.glyphs import PrintedLine
from shuangda_desktop.sources.pages.joining import label_of
from shuangda_desktop.sources.pages.margins import INDENT, MOST_INDENT, NEARLY_FULL, SAME

Lines = Sequence[PrintedLine]


def follow_on(left: Lines, right: Lines) -> bool:
    """Whether the lines at the right are read after those at the left; numbers of pages do not count."""
    one, two = (
        [line for line in side if not PAGE_NUMBER.fullmatch(without_blanks(line.text))]
        for side in (left, right)
    )
    return bool(one and two) and (_are_alike(one, two) or _count_on(one, two))


def _are_alike(left: Lines, right: Lines) -> bool:
    """Whether first lines stand in by as much on both sides, and full lines go on at the edge."""
    one, two = _indent(left), _indent(right)
    return one > 0 and abs(one - two) <= SAME * left[0].size


def _indent(lines: Lines) -> float:
    """How far first lines stand in, where full lines go on at the edge; 0 where it cannot be told."""
    edge, end = min(line.x0 for line in lines), max(line.x1 for line in lines)
    size = lines[0].size
    inside = Counter(
        round(line.x0 - edge)
        for line in lines
        if INDENT * size < line.x0 - edge <= MOST_INDENT * size
    )
    (by, _), *_ = inside.most_common(1) or [(0, 0)]
    goes_on = any(
        end - a.x1 <= NEARLY_FULL * size and b.x0 - edge <= SAME * size for a, b in pairwise(lines)
    )
    return by if goes_on else 0


def _count_on(left: Lines, right: Lines) -> bool:
    """Whether more numbers follow one another column by column than line by line."""
    across = sorted([*left, *right], key=lambda line: (line.y, line.x0))
    begun = any(label_of(line.text)[0] for line in right)
    return begun and _broken([*left, *right]) < _broken(across)


def _broken(lines: Iterable[PrintedLine]) -> int:
    """How many numbers do not follow the last of their kind."""
    last: dict[str, int] = {}
    count = 0
    for kind, value in (label_of(line.text) for line in lines):
        if kind:
            count += value != 1 and last.get(kind) != value - 1
            last[kind] = value
    return count
