"""How the pages of a document are set: the margins that most lines keep, and what tells a paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from shuangda_desktop.sources.pages.glyphs import PrintedLine
from shuangda_desktop.text.chars import COLON, DIGIT, LPAREN, RPAREN, STOP

OTHER_SIZE = 0.08  # of the size: two sizes of type that differ by more are not the same
SAME = 0.3  # of the size: two edges that count as one
INDENT = 1.2  # of the size, from the left margin
MOST_INDENT = 3.5  # of the size: what stands further in is a block of its own
_FEWEST_INDENTED = 3
_INDENTED = 0.6  # of the lines that stand in, that share one indent
NEARLY_FULL = 1.5  # of the size, from the right margin
_FLUSH = 0.85  # of the nearly full lines that end at the very margin
_AT_MARGIN = 0.25  # of the size
_FEWEST_MIXED = 6
_FEWEST_FULL = 3
_FEWEST_UNEVEN = 5
_NARROWEST = 12.0  # of the size: no prose is set in narrower lines
ENDED = re.compile(f"[{STOP}{COLON}{RPAREN};\uff1b]$")
_UNEVEN = 3.0  # of the size: a right margin that much wider than the left one needs more proof
_LINES_OF_SIDE = 10  # of the odd or the even pages, to tell their margins
NUMBERED = re.compile(
    f"[{LPAREN}]?[一二三四五六七八九十{DIGIT}]{{1,3}}[、.{RPAREN}\uff0e]|第[一二三四五六七八九十]{{1,3}}[章节条]"
)
HALF_WIDE = re.compile("[!-~]")


@dataclass(frozen=True, slots=True)
class Frame:
    """The margins of some pages, and the usual distance of two lines; all in points.

    ``indent`` is how far the first line of a paragraph usually stands in, ``hanging`` how far the
    others do (0 where the document has no such habit). ``flush``: full lines are spread to the margin.
    """

    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0
    size: float = 0.0  # of the body's type
    indent: float = 0.0
    hanging: float = 0.0
    flush: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """The lines of one page, and how wide the page is."""

    width: float
    height: float
    lines: tuple[PrintedLine, ...]


def frames_of(leaves: Sequence[Leaf]) -> list[Frame]:
    """The frame of each page: pages of one size share it, odd and even ones where they are mirrored."""
    frames = [Frame()] * len(leaves)
    kinds = sorted(range(len(leaves)), key=lambda at: _shape(leaves[at]))
    for _, group in groupby(kinds, key=lambda at: _shape(leaves[at])):
        for pages in _sides(leaves, sorted(group)):
            frame = _frame([leaves[at] for at in pages])
            for at in pages:
                frames[at] = frame
    return frames


def _shape(leaf: Leaf) -> tuple[int, int]:
    return round(leaf.width), round(leaf.height)


def _sides(leaves: Sequence[Leaf], pages: Sequence[int]) -> Iterator[list[int]]:
    odd, even = [at for at in pages if at % 2 == 0], [at for at in pages if at % 2]
    sides = [[line for at in side for line in leaves[at].lines] for side in (odd, even)]
    enough = min(map(len, sides)) >= _LINES_OF_SIDE
    if enough and _are_mirrored(_body(sides[0]), _body(sides[1])):
        yield from (odd, even)
    else:
        yield list(pages)


def _are_mirrored(odd: Sequence[PrintedLine], even: Sequence[PrintedLine]) -> bool:
    """Whether the text of even pages stands further in or out, on both sides alike."""
    by, near = _left(even) - _left(odd), SAME * odd[0].size
    if abs(by) <= near:
        return False
    one, two = _shared_end(odd, near), _shared_end(even, near)
    return one is not None and two is not None and abs(two - one - by) <= near


def _shared_end(lines: Sequence[PrintedLine], near: float) -> float | None:
    """Where the longest lines end, if several of them end there."""
    ends = sorted(line.x1 for line in lines)
    end = ends[len(ends) * 19 // 20]
    sharing = sum(abs(each - end) <= near for each in ends)
    return end if sharing >= max(_FEWEST_FULL, len(ends) // 5) else None


def _body(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of the usual size of type."""
    sizes = sorted(line.size for line in lines)
    size = sizes[len(sizes) // 2]
    return [line for line in lines if abs(line.size - size) <= OTHER_SIZE * size]


def _left(lines: Sequence[PrintedLine]) -> float:
    """The margin: where a twentieth of the lines begin, or two lines an indent further out."""
    lefts = sorted(line.x0 for line in lines)
    usual, size = lefts[len(lefts) // 20], lines[0].size
    outer = (a for a, b in pairwise(lefts) if b - a <= SAME * size)
    return next((x for x in outer if INDENT < (usual - x) / size <= MOST_INDENT), usual)


def _frame(leaves: Sequence[Leaf]) -> Frame:
    lines = [line for leaf in leaves for line in leaf.lines]
    if not lines:
        return Frame()
    body = _body(lines)
    sizes = sorted(line.size for line in lines)
    left = _left(body)
    gaps = sorted(b.y - a.y for a, b in pairwise(lines) if b.y > a.y) or [0.0]
    frame = Frame(left, _right(body, left, leaves), gaps[len(gaps) // 2], sizes[len(sizes) // 2])
    return replace(frame, flush=_is_flush(body, frame), **_habit(body, frame))


def _right(lines: Sequence[PrintedLine], left: float, leaves: Sequence[Leaf]) -> float:
    """The edge that full lines share; where hardly any line is full, the margin of the other side."""
    rights = sorted(line.x1 for line in lines)
    edge, size = rights[len(rights) * 19 // 20], lines[0].size
    sharing = [line for line in lines if abs(line.x1 - edge) <= size]
    mirrored = min(leaf.width for leaf in leaves) - left
    if edge > mirrored - _UNEVEN * size:
        full = len(sharing) >= max(_FEWEST_FULL, len(rights) // 10)
    else:
        full = edge - left >= _NARROWEST * size and _are_broken(sharing, len(rights))
    return edge if full else max(edge, mirrored)


def _are_broken(sharing: Sequence[PrintedLine], count: int) -> bool:
    """Whether lines that end far from the margin were broken there, and are no list of equal texts."""
    halfway = sum(not ENDED.search(line.text) for line in sharing)
    return len(sharing) >= max(_FEWEST_UNEVEN, count // 4) and halfway * 2 >= len(sharing)


def _is_flush(lines: Sequence[PrintedLine], frame: Frame) -> bool:
    """Whether full lines were spread: those with digits would not end where lines of Han alone do."""
    mixed = (line for line in lines if HALF_WIDE.search(line.text))
    short = [frame.right - line.x1 for line in mixed]
    nearly = [by for by in short if by <= NEARLY_FULL * frame.size]
    full = [by for by in nearly if by <= _AT_MARGIN * frame.size]
    return len(full) >= max(_FEWEST_MIXED, _FLUSH * len(nearly))


def _habit(lines: Sequence[PrintedLine], frame: Frame) -> dict[str, float]:
    """What first lines, or all but the first, stand in by: where numbers stand tells which."""
    inside = [(line, line.x0 - frame.left) for line in lines]
    inside = [each for each in inside if INDENT * frame.size < each[1] <= MOST_INDENT * frame.size]
    if len(inside) < _FEWEST_INDENTED:
        return {}
    (step, _), *_ = Counter(round(by / frame.size * 4) for _, by in inside).most_common(1)
    usual = step / 4 * frame.size
    sharing = [line for line, by in inside if abs(by - usual) <= SAME * frame.size]
    if len(sharing) < _INDENTED * len(inside):
        return {}
    numbered = sum(bool(NUMBERED.match(line.text)) for line in sharing)
    outside = sum(
        bool(NUMBERED.match(line.text)) and line.x0 - frame.left <= frame.size for line in lines
    )
    return {"hanging" if outside > numbered else "indent": usual}
