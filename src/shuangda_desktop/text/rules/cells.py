"""Rows of tables that were set with blanks or lines: their cells parted by tabs, as plans read them.

A row of one line keeps every character where it was; only what stands between its cells changes. A row
of several lines changes as a whole: what a cell holds is put together from top to bottom.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shuangda_desktop.text.lines import width
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.source import CELL_BREAK, LINE_IN_CELL

RULE = "columns"
NUMBERED = re.compile("[0-9\uff10-\uff19]{1,3}[.\u3001]?")
_TASK = re.compile("(?:任务|工作|事项|项目|实事|内容|措施|举措|要点|要求|目标|问题)(?:清单|分解)?")
_WHO = re.compile(
    "(?:责任|牵头|主办|承办|负责|主责|实施|落实)(?:单位|部门|科室|处室|主体)|牵头|分工"
)
WHO = "(?:责 ?任|牵 ?头|主 ?办|承 ?办|负 ?责|主 ?责|实 ?施|落 ?实|分 ?工)"  # how such words begin
_BLANKS = re.compile("[ \u3000\u00a0]{1,200}")
_NUMBER_COLUMN = re.compile("序号|编号")
_FEWEST = 3
_LONGEST = 14  # of the words over a column
_NO_HEADER = re.compile("[\u3002\u3001,\uff0c;\uff1b:\uff1a|]")
_FIRST = re.compile(r"[A-Za-z0-9.%]{1,40}|.")  # what a line end does not divide
_LISTS = ("\u3001", ",", "\uff0c")
_ENDS_NAME = re.compile("[局厅部委办院会署社关行府]$")
_NAME = re.compile("[^\u3001,\uff0c]{2,20}[局厅部委办院会署社关行府](?:[\u3001,\uff0c]|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line holds of a cell: ``text`` at [start, end); "" where it holds nothing."""

    start: int
    end: int
    text: str

    @property
    def columns(self) -> int:
        """How wide it is on the screen."""
        return columns(self.text)


PieceLine = Sequence[Piece]  # by column


def columns(text: str) -> int:
    """The half-width columns that a text takes."""
    return int(2 * width(text))


def is_header(names: Sequence[str]) -> bool:
    """Whether words stand over the columns of a table of tasks."""
    flat = [_BLANKS.sub("", name) for name in names]
    short = all(0 < len(name) <= _LONGEST and not _NO_HEADER.search(name) for name in flat)
    told = any(map(_TASK.search, flat)) and any(map(_WHO.match, flat))
    return len(flat) >= _FEWEST and short and told


def is_numbered(names: Sequence[str]) -> bool:
    """Whether the first column numbers the rows."""
    return _NUMBER_COLUMN.fullmatch(_BLANKS.sub("", names[0])) is not None


def goes_on(row: Sequence[PieceLine], line: PieceLine, full: Sequence[int]) -> bool:
    """Whether everything in a line goes on with a cell that the line above filled.

    Cells that all go on at once are more likely those of a new row, unless one of them is a list.
    """
    pairs = [pair for pair in zip(row[-1], line, full, strict=True) if pair[1].text]
    listed = any(one.text.endswith(_LISTS) for one, _, _ in pairs)
    filled = all(one.text and _is_filled(one, two, most) for one, two, most in pairs)
    fewer = len(pairs) < sum(bool(piece.text) for piece in row[0][0 if line[0].text else 1 :])
    return filled and (listed or fewer)


def full_widths(lines: Sequence[PieceLine]) -> list[int]:
    """The width of the widest line of each column."""
    return [max(piece.columns for piece in column) for column in zip(*lines, strict=True)]


def row_edits(lines: Sequence[PieceLine], full: Sequence[int], span: Span) -> Iterator[Edit]:
    """Edits that make the lines of a row, which are all of ``span``, one line with tabs."""
    if len(lines) > 1:
        texts = [
            _cell(pieces, most) for pieces, most in zip(zip(*lines, strict=True), full, strict=True)
        ]
        yield Edit(span, CELL_BREAK.join(texts), RULE)
        return
    at, tabs = span.start, ""
    for n, piece in enumerate(lines[0]):
        tabs += CELL_BREAK if n else ""
        if piece.text:
            yield Edit(Span(at, piece.start), tabs, RULE)
            at, tabs = piece.end, ""
    yield Edit(Span(at, span.end), tabs, RULE)


def _cell(pieces: Sequence[Piece], full: int) -> str:
    held = [piece for piece in pieces if piece.text]
    text = held[0].text if held else ""
    for one, two in pairwise(held):
        text += ("" if _is_filled(one, two, full) else LINE_IN_CELL) + two.text
    return text


def _is_filled(one: Piece, two: Piece, full: int) -> bool:
    """Whether a line of a cell ended for want of room, or inside a list."""
    if one.text.endswith(_LISTS):
        return True
    first = _FIRST.match(two.text)
    room = columns(first[0]) if first else 0
    return one.columns + room > full and not (_ENDS_NAME.search(one.text) and _NAME.match(two.text))
