"""Tables whose cells only single blanks part: there no blank is a stray one, and no row goes on with another.

序号 重点任务 牵头单位 目标
1 新建市场 市商务局 3家
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.rules.cells import WHO, is_header

_SPOT = re.compile(f"[ \u3000]{WHO}")
_NUMBER = re.compile("(?:序号|编号)[ \u3000]")
_ROW = re.compile("[0-9\uff10-\uff19]{1,3}[ \u3000](?![年月日])")
_BLANK = re.compile("[ \u3000]+")
_FEWEST = 4  # columns
_LONGEST = 120  # of the words over the columns
_MOST_LINES = 12  # of a header, or of a row


@dataclass(frozen=True, slots=True)
class LooseTable:
    """The stretch of a table with its header, and where its rows begin."""

    start: int
    end: int
    rows: Sequence[int]


def loose_tables(text: str) -> Iterator[LooseTable]:
    """The tables of a text."""
    if not (_SPOT.search(text) or _NUMBER.search(text)):
        return
    start, end, rows, since, inside = 0, 0, list[int](), 0, False
    for line in text_lines(text):
        header = _is_header(line.text)
        if rows and (header or since > _MOST_LINES):
            yield LooseTable(start, end, rows)
            rows = []
        if header or (rows and _is_row(line, inside)):
            start = start if rows else line.start
            rows.append(line.start)
            since, inside = 0, True
        elif line.numbered or line.text.endswith(STOP):  # prose, or the end of a cell
            inside = False
        end, since = line.end if inside else end, since + 1
    if rows:
        yield LooseTable(start, end, rows)


def _is_header(text: str) -> bool:
    if "\t" in text or "|" in text:
        return False
    if _NUMBER.match(text):  # its words may be broken over several lines
        return len(_BLANK.split(text[:_LONGEST])) >= _FEWEST
    words = _BLANK.split(text) if len(text) <= _LONGEST and _SPOT.search(text) else []
    return len(words) >= _FEWEST and is_header(words)


def _is_row(line: TextLine, inside: bool) -> bool:
    """Whether a line begins with a number, or has as many parts as a row and is no sentence."""
    parts = line.text.count(" ") + line.text.count("\u3000") + 1
    parted = inside and parts >= _FEWEST and not line.text.endswith(STOP)
    return parted or bool(_ROW.match(line.text))
