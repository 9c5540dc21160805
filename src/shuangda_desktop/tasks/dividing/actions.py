"""Clearly separate actions within one measure: 一是…；二是…, ①…②…, （1）…（2）…

Only numbers that run from one on without a gap are sure; short sentences among long ones are not: of
the collected plans' measures with two of them, none were headings.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shuangda_desktop.text.chars import COLON, DOT, LPAREN, RPAREN, SEMICOLON, STOP

_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "".join(chr(0x2460 + n) for n in range(20))
_BEFORE = f"(?:^|(?<=[{STOP}{SEMICOLON}{COLON}\n])|(?<=[{STOP}{SEMICOLON}{COLON}\n] ))"
_STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        f"{_BEFORE}([{_NUMERALS}])(?:是|要)[{COLON}]?",
        f"{_BEFORE}([{_CIRCLED}])",
        f"{_BEFORE}[{LPAREN}](\\d{{1,2}})[{RPAREN}]",
        f"{_BEFORE}(\\d{{1,2}})[{DOT}\u3001](?!\\d)",
    )
)
_LEAST = 6  # characters of an action; less is an item of a list
_ENDS = f" {STOP}{SEMICOLON}\n"


@dataclass(frozen=True, slots=True)
class Action:
    """One of several deeds: the text of its task, and ``own``, that without the words before all of them."""

    text: str
    own: str


def separate(text: str) -> tuple[Action, ...]:
    """The actions of a text, without their numbers, the words before them in front of the first.

    The whole text where no actions are sure.
    """
    for style in _STYLES:
        marks = list(style.finditer(text))
        if len(marks) > 1 and [_number(mark[1]) for mark in marks] == list(
            range(1, len(marks) + 1)
        ):
            parts = _parts(text, marks)
            if all(len(part.text) >= _LEAST for part in parts):
                return parts
    return (Action(text, text),)


def unnumbered(text: str) -> str:
    """The text without a number in front of it."""
    bare = text.strip()
    marks = (style.match(bare) for style in _STYLES)
    return bare[max((mark.end() for mark in marks if mark), default=0) :]


def _parts(text: str, marks: Sequence[re.Match[str]]) -> tuple[Action, ...]:
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    pieces = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    lead_in = text[: marks[0].start()]
    whole = [piece.strip(_ENDS) + "\u3002" for piece in pieces]
    first = Action(lead_in + whole[0], whole[0])
    return (first, *(Action(piece, piece) for piece in whole[1:]))


def _number(mark: str) -> int:
    if mark in _NUMERALS:
        return _NUMERALS.index(mark) + 1
    return _CIRCLED.index(mark) + 1 if mark in _CIRCLED else int(mark)
