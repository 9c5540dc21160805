"""What stands on a page beside the text: page numbers, running titles."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from shuangda_desktop.sources.pages.glyphs import PrintedLine
from shuangda_desktop.sources.pages.margins import OTHER_SIZE, SAME, Frame, Leaf
from shuangda_desktop.text.chars import BLANK, DASH, DIGIT

_TOP, _BOTTOM = 0.10, 0.87  # of the height: page numbers and running titles stand beyond
_FEWEST_REPEATS = 3
_APART = 1.3  # of the usual distance of two lines: what stands further off is no part of the text
_NEXT = 2.4  # of the size of the body's type: small print further off is no part of the text
_EDGE = 0.075  # of the height: within the margins of every form
_SMALL = 0.9  # of the size of the body's type
_SAME_PLACE = 1.5  # points
_BLANKS = re.compile(f"[{BLANK}]{{1,99}}")
_MARKS = f"[{DASH}\u00b7\u2022./\uff0f]"
PAGE_NUMBER = re.compile(
    f"{_MARKS}{{0,9}}第?[{DIGIT}]{{1,4}}页?(?:[/\uff0f,\uff0c共]{{1,2}}[{DIGIT}]{{1,4}}页?)?{_MARKS}{{0,9}}"
)
_ADDRESS = re.compile(
    f"(?:file|https?)://[!-~]{{1,400}}(?:[ {DIGIT}]{{1,9}}[/\uff0f][ {DIGIT}]{{1,5}})?"
)
_STAMP = re.compile(  # when a browser printed: 2031/3/5 15:04, 3/5/31, 3:04 PM
    f"[{DIGIT}]{{1,4}}(?:[/\uff0f-][{DIGIT}]{{1,4}}){{2}}[,\uff0c]? ?(?:[上下]午)?[{DIGIT}]{{1,2}}[:\uff1a][{DIGIT}]{{2}}"
)
_NUMBER = re.compile(f"[{DIGIT}]{{1,9}}")
SECRET = "密"  # a line with it is never left out: secret documents are refused
_DASHED = re.compile(f"[{DASH}\u00b7]{{1,2}}[{DIGIT}]{{1,4}}[{DASH}\u00b7]{{1,2}}")


def without_blanks(text: str) -> str:
    """The characters of a line alone, however they are spread."""
    return _BLANKS.sub("", text)


def is_page_mark(text: str) -> bool:
    """Whether a line is a page number between dashes, wherever it stands."""
    return len(text) <= 12 and bool(_DASHED.fullmatch(without_blanks(text)))


def without_furniture(leaves: Sequence[Leaf], frames: Sequence[Frame]) -> list[list[PrintedLine]]:
    """The lines of each page that are text."""
    titles = _running_titles(leaves)
    return [
        [line for line in leaf.lines if not _is_furniture(line, leaf, frame, titles)]
        for leaf, frame in zip(leaves, frames, strict=True)
    ]


def _is_furniture(line: PrintedLine, leaf: Leaf, frame: Frame, titles: Counter[str]) -> bool:
    if _TOP * leaf.height <= line.y <= _BOTTOM * leaf.height or SECRET in line.text:
        return False
    if PAGE_NUMBER.fullmatch(without_blanks(line.text)):
        outermost = line in (leaf.lines[0], leaf.lines[-1]) and not line.text.isdecimal()
        return outermost or not stands_in_the_text(line, leaf, frame)
    count = titles[line.text]
    if count >= _FEWEST_REPEATS or _is_small_print(line, leaf, frame):
        return True
    if _ADDRESS.fullmatch(line.text):
        return True
    return max(count, titles[_counted(line)]) > 1 and not stands_in_the_text(line, leaf, frame)


def _counted(line: PrintedLine) -> str:
    """A line that counts the pages, as a browser prints one: its words and its place."""
    words = _NUMBER.sub("#", line.text)
    return f"{words}\n{round(line.y / _SAME_PLACE)}" if words != line.text else ""


def _is_small_print(line: PrintedLine, leaf: Leaf, frame: Frame) -> bool:
    """Whether a line in the very margin is set small and far from the text: a head or a foot."""
    at_edge = line.y < _EDGE * leaf.height or line.y > (1 - _EDGE) * leaf.height
    small = line.size < _SMALL * frame.size
    if at_edge and small and _STAMP.match(line.text):
        return True
    near = min(
        _APART * frame.pitch, _NEXT * frame.size
    )  # a page of few lines has no usual distance
    return at_edge and small and not _is_near(line, leaf, near)


def stands_in_the_text(line: PrintedLine, leaf: Leaf, frame: Frame) -> bool:
    """Whether a line stands as lines of the text do: of their size, at their margin, close to another."""
    if abs(line.size - frame.size) > OTHER_SIZE * frame.size:
        return False
    starts = (abs(line.x0 - frame.left - by) for by in (0, frame.indent))
    return min(starts) <= SAME * frame.size and _is_near(line, leaf, _APART * frame.pitch)


def _is_near(line: PrintedLine, leaf: Leaf, near: float) -> bool:
    """Whether another line stands as close as that."""
    first = bisect_left(leaf.lines, line.y - near, key=_height)
    return bisect_right(leaf.lines, line.y + near, key=_height) - first > 1


def _height(line: PrintedLine) -> float:
    return line.y


def _running_titles(leaves: Sequence[Leaf]) -> Counter[str]:
    """Lines that stand at the edge of pages, with the count of those pages; two share a place."""
    seen: Counter[str] = Counter()
    places: dict[str, float] = {}
    for leaf in leaves:
        edges = {line.text: line.y for line in _edges(leaf)}
        seen.update(list(edges))
        seen.update(filter(None, map(_counted, _edges(leaf))))
        for text, y in edges.items():
            if abs(places.setdefault(text, y) - y) > _SAME_PLACE and seen[text] < _FEWEST_REPEATS:
                seen[text] = 1
    return seen


def _edges(leaf: Leaf) -> list[PrintedLine]:
    """The lines at the edges of a page."""
    low, high = _TOP * leaf.height, (1 - _TOP) * leaf.height
    return [line for line in leaf.lines if not low <= line.y <= high]
