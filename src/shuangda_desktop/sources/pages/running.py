"""Heads and feet that a document prints on its pages, even inside the margins: told by their place.

Such a line is the outermost one of most pages, in one place; at most it counts the pages. That it is no
text shows by its small type, or where a sentence goes on over it. Sheets of one form have more in common.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.sources.pages.borderless import may_name_columns
from shuangda_desktop.sources.pages.furniture import SECRET, stands_in_the_text, without_blanks
from shuangda_desktop.sources.pages.glyphs import PrintedLine, Sheet, Stroke, lines_of
from shuangda_desktop.sources.pages.margins import ENDED, NEARLY_FULL, Frame, Leaf, frames_of
from shuangda_desktop.text.chars import DIGIT

_MOST = 2  # lines of a head or a foot
_FEWEST = 2  # pages
_FEWEST_AS_TEXT = 3  # pages, of a line that stands as the lines of the text do
_SAME_PLACE = 1.5  # points
_SMALLER = 0.93  # of the size of the body's type
_THIN = 1.5  # points
_NEAR = 1.5  # of the size: a rule that far from a head or a foot belongs to it
_BESIDE = 0.5  # of the size
_NUMBER = re.compile(f"[{DIGIT}]{{1,9}}")


@dataclass(frozen=True, slots=True)
class _Edge:
    """The outermost line at one side of a page; the page by its place among all."""

    page: int
    line: PrintedLine
    leaf: Leaf
    frame: Frame

    @property
    def is_small(self) -> bool:
        """Whether it is set in smaller type than the text."""
        return self.line.size < _SMALLER * self.frame.size

    @property
    def may_be_text(self) -> bool:
        """Whether it stands where lines of the text do."""
        return not self.is_small and stands_in_the_text(self.line, self.leaf, self.frame)


def without_running(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the lines that most of them have at their head or foot."""
    leaves = [Leaf(s.width, s.height, tuple(lines_of(s.glyphs))) for s in sheets]
    frames = frames_of(leaves)
    found = [edge for at in (0, -1) for edge in _peeled(sheets, leaves, frames, at)]
    gone: dict[int, list[PrintedLine]] = defaultdict(list)
    for edge in found:
        gone[edge.page].append(edge.line)
    rest = [[x for x in leaf.lines if x not in gone[page]] for page, leaf in enumerate(leaves)]
    if not any(edge.is_small for edge in found) and not any(map(_breaks_off, rest[:-1])):
        return list(sheets)
    return [_without(sheet, gone[page]) for page, sheet in enumerate(sheets)]


def _breaks_off(lines: Sequence[PrintedLine]) -> bool:
    """Whether a page ends with a full line amid a sentence."""
    if not lines or ENDED.search(lines[-1].text):
        return False
    return max(line.x1 for line in lines) - lines[-1].x1 <= NEARLY_FULL * lines[-1].size


def _peeled(
    sheets: Sequence[Sheet], leaves: Sequence[Leaf], frames: Sequence[Frame], at: int
) -> list[_Edge]:
    """The lines of one side, from outside to inside; none where even more of each page is the same."""
    rest = [list(leaf.lines) for leaf in leaves]
    found: list[_Edge] = []
    for _ in range(_MOST + 1):
        edges = [
            _Edge(page, lines[at], leaves[page], frames[page])
            for page, lines in enumerate(rest)
            if lines and _may_be(lines[at], sheets[page])
        ]
        again = [edge for group in _alike(edges) for edge in group]
        if not again:
            return found
        found += again
        for edge in again:
            del rest[edge.page][at]
    return []


def _may_be(line: PrintedLine, sheet: Sheet) -> bool:
    """Whether a line names no columns, is no row of a ruled table and tells of no secret."""
    height = line.y - line.size / 3
    boxed = any(s.x1 - s.x0 <= _THIN and s.y0 <= height <= s.y1 for s in sheet.strokes)
    return not boxed and SECRET not in line.text and not may_name_columns(line)


def _alike(edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """Those with the same words in the same place on enough pages."""
    by_words: dict[str, list[_Edge]] = defaultdict(list)
    for edge in edges:
        by_words[_NUMBER.sub("#", without_blanks(edge.line.text))].append(edge)
    for group in by_words.values():
        place = max(group, key=lambda edge: len(_level(group, edge)))
        level = _level(group, place)
        if _are_enough(level, len(edges)) and _count_pages(level):
            yield level + [edge for edge in group if edge not in level and _is_moved(edge, place)]


def _level(group: Sequence[_Edge], place: _Edge) -> list[_Edge]:
    return [edge for edge in group if abs(edge.line.y - place.line.y) <= _SAME_PLACE]


def _is_moved(edge: _Edge, place: _Edge) -> bool:
    """Whether a line is the same but higher or lower: on the first page, or below the end of the text."""
    moved = max(abs(edge.line.x0 - place.line.x0), abs(edge.line.size - place.line.size))
    return edge.line.text == place.line.text and moved <= _SAME_PLACE


def _are_enough(group: Sequence[_Edge], count: int) -> bool:
    if any(edge.may_be_text for edge in group):
        ended = ENDED.search(group[0].line.text)
        return not ended and len(group) >= max(_FEWEST_AS_TEXT, count / 2)
    return len(group) >= _FEWEST and (len(group) > _FEWEST or len(group) * 2 >= count - 1)


def _count_pages(group: Sequence[_Edge]) -> bool:
    """Whether the lines are the same, or one of their numbers rises with the pages."""
    if len({without_blanks(edge.line.text) for edge in group}) == 1:
        return True
    told = ([int(n) - edge.page for n in _NUMBER.findall(edge.line.text)] for edge in group)
    return any(len(set(each)) == 1 for each in zip(*told, strict=False))


def _without(sheet: Sheet, gone: Sequence[PrintedLine]) -> Sheet:
    """The page without these lines and the rules along them."""
    if not gone:
        return sheet
    glyphs = [g for g in sheet.glyphs if not any(_is_on(g.y, line) for line in gone)]
    return replace(sheet, glyphs=glyphs, strokes=list(_other_rules(sheet.strokes, gone)))


def _is_on(y: float, line: PrintedLine) -> bool:
    return abs(y - line.y) <= _BESIDE * line.size


def _other_rules(strokes: Sequence[Stroke], gone: Sequence[PrintedLine]) -> Iterator[Stroke]:
    upright = [s for s in strokes if s.y1 - s.y0 > _THIN]
    for stroke in strokes:
        near = any(abs(stroke.y0 - line.y) <= _NEAR * line.size for line in gone)
        met = any(s.y0 - _THIN <= stroke.y0 <= s.y1 + _THIN for s in upright)
        if not near or met or stroke.y1 - stroke.y0 > _THIN:
            yield stroke
