"""Rule: commas and stops that a site doubled, and points typed for stops.

Of the mark of a list and a comma the one is kept that fits what stands on both sides. A point between two
Han may be meant as a stop or as the mark of a list: that is left to the clerk.
"""

import re
from collections.abc import Iterable, Iterator

from shuangda_desktop.text.chars import (
    COLON,
    COMMA,
    DOT,
    HAN,
    LPAREN,
    PAUSE,
    RPAREN,
    SEMICOLON,
    STOP,
)
from shuangda_desktop.text.doubts import Doubt
from shuangda_desktop.text.mapped import Edit, Span

RULE = "marks"
POINT_RULE = "points"
_POINT = re.compile(f"[{DOT}](?<=[{HAN}].)(?<![一二三四五六七八九十].)(?=[{HAN}])")
_EVIDENCE = "两个汉字之间的点号像是打错的句号。"
_ONE = f"[{COMMA}{PAUSE}{SEMICOLON}{STOP}]"
_RUN = re.compile(f"{_ONE}{_ONE}{{1,9}}")
_SAME = re.compile(
    f"([{COMMA}])[{COMMA}]*|({PAUSE}){PAUSE}*|([{SEMICOLON}])[{SEMICOLON}]*|({STOP}){STOP}"
)
_ENDED = re.compile(
    f"[{COMMA}{PAUSE}]{{0,9}}([{SEMICOLON}{STOP}])"
)  # a pause before an end is none
_EITHER = re.compile(f"[{COMMA}{PAUSE}]*")
_ANY_COMMA = re.compile(f"[{COMMA}]")
_EDGE = f"{COMMA}{PAUSE}{SEMICOLON}{STOP}{COLON}{LPAREN}{RPAREN}\n"
_BEFORE = re.compile(f"([{_EDGE}]|^)([^{_EDGE}]*)$")
_AFTER = re.compile(f"([^{_EDGE}]*)([{_EDGE}]|$)")
_LIST_ENDS = re.compile("[和与及或等]")
_WINDOW = 40
_LONGEST_ITEM = 10


def drop_doubled_marks(text: str) -> Iterable[Edit]:
    """Edits that leave one mark of a doubled one; three stops may be meant as an ellipsis."""
    return list(_edits(text))


def doubt_points(text: str) -> Iterable[Doubt]:
    """Points between two Han that number nothing, each with the marks it may stand for."""
    return [
        Doubt(POINT_RULE, Span(*found.span()), (STOP, PAUSE), _EVIDENCE)
        for found in _POINT.finditer(text)
    ]


def _edits(text: str) -> Iterator[Edit]:
    for found in _RUN.finditer(text):
        kept = _kept(text, found)
        if kept:
            yield Edit(Span(*found.span()), kept, RULE)


def _kept(text: str, run: re.Match[str]) -> str:
    """The mark that is meant, or nothing where that is not sure."""
    one = _SAME.fullmatch(run[0]) or _ENDED.fullmatch(run[0])
    if one:
        return next(mark for mark in one.groups() if mark)
    comma = _ANY_COMMA.search(run[0])
    if comma is None or not _EITHER.fullmatch(run[0]):
        return ""
    return PAUSE if _in_list(text, run) else comma[0]


def _in_list(text: str, run: re.Match[str]) -> bool:
    """Whether items of a list stand on both sides."""
    before = _BEFORE.search(text[max(0, run.start() - _WINDOW) : run.start()])
    after = _AFTER.match(text, run.end(), run.end() + _WINDOW)
    edge, item = (before[1], before[2]) if before else ("", "")
    next_item, next_edge = (after[1], after[2]) if after else ("", "")
    if not item or not next_item:
        return False
    if PAUSE in (edge, next_edge):
        return len(next_item) <= _LONGEST_ITEM or bool(_LIST_ENDS.search(next_item))
    return item[-1] == next_item[-1]  # two units, two kinds of goods
