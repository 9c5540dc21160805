"""Paragraphs out of printed lines, by their places: text alone cannot tell where one ends.

A paragraph begins where a line is indented, where the line before ends short of the margin, where the
size of type changes, and after a gap. A page that begins in the middle of a paragraph goes on with it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shuangda_desktop.sources.glyphs import PrintedLine, Sheet, lines_of
from shuangda_desktop.sources.lines import Line
from shuangda_desktop.sources.ruled import Ruled, ruled_tables
from shuangda_desktop.sources.tabbed import Stops, stops_of, tabbed_tables
from shuangda_desktop.text.chars import BLANK, COLON, DASH, DIGIT, LPAREN, RPAREN, STOP
from shuangda_desktop.text.source import BlockKind

_INDENT = 1.2  # of the size, from the left margin
_SHORT = 1.6  # of the size, from the right margin
_SLACK = 0.6  # of the size: what marks may be pressed together by
_SAME = 0.3  # of the size: two edges that count as one
_OTHER_SIZE = 0.08
_WIDE_GAP = 1.5  # of the usual distance of two lines
_TOP, _BOTTOM = 0.10, 0.87  # of the height: page numbers and running titles stand beyond
_FEWEST_REPEATS = 3
_FEWEST_FULL = 3
_BLANKS = re.compile(f"[{BLANK}]{{1,99}}")
_PAGE_NUMBER = re.compile(
    f"[{DASH}\u00b7\u2022./]{{0,9}}第?[{DIGIT}]{{1,4}}页?(?:[/,]?共?[{DIGIT}]{{1,4}}页?)?[{DASH}\u00b7\u2022.]{{0,9}}"
)
_NUMBERED = re.compile(
    f"[{LPAREN}]?[一二三四五六七八九十{DIGIT}]{{1,3}}[、.{RPAREN}\uff0e]|第[一二三四五六七八九十]{{1,3}}[章节条]"
)
_ENDS = re.compile(f"[{STOP}{COLON}{RPAREN};\uff1b]$")
_ISSUE = re.compile(
    "[\u4e00-\u9fff]{2,16}\u3014(?:19|20)[0-9]{2}\u3015[0-9]{1,4}号"
)  # stands alone
_LATIN = re.compile("[!-~]")


@dataclass(frozen=True, slots=True)
class _Frame:
    """The margins that most lines keep, and the usual distance of two lines."""

    left: float
    right: float
    pitch: float
    size: float  # of the body's type


def paragraphs_of(sheets: Sequence[Sheet]) -> Iterator[Line]:
    """The paragraphs and table rows of these pages."""
    pages = [_page(sheet) for sheet in sheets]
    titles = _running_titles(pages, sheets)
    flow: list[PrintedLine] = []
    every = [line for lines, _ in pages for line in lines]
    frame = _frame(every, sheets)
    stops = stops_of(every, frame.left, frame.right)
    for (lines, tables), sheet in zip(pages, sheets, strict=True):
        body = [line for line in lines if not _is_furniture(line, sheet, titles)]
        for table in tables:
            flow += [line for line in body if line.y < table.top]
            body = [line for line in body if line.y >= table.top]
            yield from _flow(flow, frame, stops)
            flow = []
            yield from table.rows
        flow += body
    yield from _flow(flow, frame, stops)


def _page(sheet: Sheet) -> tuple[list[PrintedLine], list[Ruled]]:
    tables, glyphs = ruled_tables(sheet)
    return lines_of(glyphs), tables


def _is_furniture(line: PrintedLine, sheet: Sheet, titles: frozenset[str]) -> bool:
    outer = line.y < _TOP * sheet.height or line.y > _BOTTOM * sheet.height
    return outer and (
        bool(_PAGE_NUMBER.fullmatch(_BLANKS.sub("", line.text))) or line.text in titles
    )


def _running_titles(
    pages: Iterable[tuple[list[PrintedLine], list[Ruled]]], sheets: Iterable[Sheet]
) -> frozenset[str]:
    """Lines that stand at the edge of many pages."""
    seen: Counter[str] = Counter()
    for (lines, _), sheet in zip(pages, sheets, strict=True):
        edges = {line.text for line in lines if line.y < _TOP * sheet.height}
        edges |= {line.text for line in lines if line.y > (1 - _TOP) * sheet.height}
        seen.update(edges)
    return frozenset(text for text, count in seen.items() if count >= _FEWEST_REPEATS)


def _frame(lines: Sequence[PrintedLine], sheets: Sequence[Sheet]) -> _Frame:
    if not lines:
        return _Frame(0, 0, 0, 0)
    sizes = sorted(line.size for line in lines)
    size = sizes[len(sizes) // 2]
    body = [line for line in lines if abs(line.size - size) <= _OTHER_SIZE * size]
    lefts = sorted(line.x0 for line in body)
    left = lefts[len(lefts) // 20]
    gaps = sorted(b.y - a.y for a, b in pairwise(lines) if b.y > a.y) or [0.0]
    return _Frame(left, _right(body, left, sheets), gaps[len(gaps) // 2], size)


def _right(lines: Sequence[PrintedLine], left: float, sheets: Sequence[Sheet]) -> float:
    """The edge that full lines share; where hardly any line is full, the margin of the other side."""
    rights = sorted(line.x1 for line in lines)
    edge = rights[len(rights) * 19 // 20]
    shared = sum(abs(x - edge) <= lines[0].size for x in rights)
    if shared >= max(_FEWEST_FULL, len(rights) // 10):
        return edge
    return max(edge, min(sheet.width for sheet in sheets) - left)


def _flow(lines: Sequence[PrintedLine], frame: _Frame, stops: Stops) -> Iterator[Line]:
    """Paragraphs, and between them the rows of tables that were made by tabs."""
    done = 0
    for table in tabbed_tables(lines, stops):
        yield from _paragraphs(lines[done : table.start], frame)
        yield from ((row, BlockKind.PARAGRAPH) for row in table.rows)
        done = table.stop
    yield from _paragraphs(lines[done:], frame)


def _paragraphs(lines: Sequence[PrintedLine], frame: _Frame) -> Iterator[Line]:
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _goes_on(before, line, frame):
            text += _between(text, line.text) + line.text
        else:
            if text:
                yield text, BlockKind.PARAGRAPH
            text = line.text
    if text:
        yield text, BlockKind.PARAGRAPH


def _goes_on(before: PrintedLine, line: PrintedLine, frame: _Frame) -> bool:
    size = line.size
    if abs(before.size - size) > _OTHER_SIZE * size or _ISSUE.fullmatch(line.text):
        return False
    if _is_title(before, frame) and _is_title(line, frame):
        return line.y - before.y <= 2 * size
    if frame.pitch and line.y - before.y > _WIDE_GAP * frame.pitch:
        return False
    if frame.right - before.x1 > max(_SHORT * size, line.word + _SLACK * size):
        return False
    if _NUMBERED.match(line.text) and _ENDS.search(before.text):
        return False
    if line.x0 - frame.left <= _INDENT * size:
        return True
    # a block that is set in goes on below its own edge; a list of short items does not look so
    beside = abs(line.x0 - before.x0) <= _SAME * size
    return beside and not _NUMBERED.match(line.text) and not _ENDS.search(before.text)


def _is_title(line: PrintedLine, frame: _Frame) -> bool:
    """Whether a line is set large and in the middle, as the parts of a long title are."""
    off = abs((line.x0 + line.x1) / 2 - (frame.left + frame.right) / 2)
    return line.size > (1 + _OTHER_SIZE) * frame.size and off <= line.size


def _between(before: str, after: str) -> str:
    return (
        " " if _LATIN.match(before[-1:]) and _LATIN.match(after[:1]) and before[-1] != "-" else ""
    )
