"""Rule: rows of a table whose cells hold line breaks, so that one row stands in several lines.

The header tells how many tabs a row has, and the number in the first cell where the next one begins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from shuangda_desktop.text.lines import TextLine, text_lines
from shuangda_desktop.text.mapped import Edit, Span
from shuangda_desktop.text.source import LINE_IN_CELL

RULE = "rows"
_FEWEST_TABS = 2
_NUMBERED = re.compile("[0-9\uff10-\uff19]{1,3}[.\u3001]?\t")
_NUMBER_COLUMN = re.compile("(?:序 ?号|编 ?号)\t")


def join_rows(text: str) -> Iterable[Edit]:
    """Edits that put a row's lines into one, its breaks kept as breaks within its cells."""
    if "\t" not in text:
        return ()
    lines = text_lines(text)
    heads = [at for at, line in enumerate(lines) if _NUMBER_COLUMN.match(line.text)]
    return [edit for at in heads for edit in _of_table(lines, at)]


def _of_table(lines: Sequence[TextLine], head: int) -> Iterator[Edit]:
    tabs = lines[head].text.count("\t")
    if tabs < _FEWEST_TABS:
        return
    at = head + 1
    while at < len(lines) and _NUMBERED.match(lines[at].text):
        end = _row_end(lines, at, tabs)
        for one, two in zip(lines[at:end], lines[at + 1 : end], strict=False):
            yield Edit(Span(one.end, two.start), LINE_IN_CELL, RULE)
        at = end


def _row_end(lines: Sequence[TextLine], at: int, tabs: int) -> int:
    """The index after the lines of a row: up to the next number, or where all its cells are there."""
    have, end = lines[at].text.count("\t"), at + 1
    while end < len(lines) and not _NUMBERED.match(lines[end].text) and lines[end].adjacent:
        more = lines[end].text.count("\t")
        if have + more > tabs or (have == tabs and not _follows(lines, end)):
            break
        have, end = have + more, end + 1
    return end if have == tabs else at + 1


def _follows(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a numbered row stands below words that follow a row with all its cells."""
    return at + 1 < len(lines) and bool(_NUMBERED.match(lines[at + 1].text))
