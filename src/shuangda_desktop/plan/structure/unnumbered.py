"""A plan without any number: its paragraphs that name who does them are its measures.

So are those above the first number, where a plan was copied from its middle on.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shuangda_desktop.plan.duties.clauses import find_clauses
from shuangda_desktop.plan.duties.closing import closing_duties
from shuangda_desktop.plan.duties.heads import units_before_colon
from shuangda_desktop.plan.duties.prose_cuts import prose_cuts
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.plan.structure.outline import Entry
from shuangda_desktop.plan.structure.passages import passage_of
from shuangda_desktop.text.chars import STOP

_DUTY = re.compile("牵头|负责|配合|单位:|部门:|[)\u3015\u3011]$")
_BUTTON = re.compile(
    "(?:[\u3010\u3016][^\u3011\u3017]{1,8}[\u3011\u3017] ?)+"
)  # of the page, no part of a plan
_COUNTED = re.compile("[一二三四五六七八九十]{1,2}是(?=..)")
_COUNTED_AMID = re.compile(f"(?<=[{STOP};]){_COUNTED.pattern}")
_DEPARTMENTS = re.compile("[^\u3002;:,!?]{2,60}等部门(?:应当|应|须|要)(?=.{8})")
_ASKED = re.compile("^问\\d{0,2}[:\u3001.]")
_BEFORE_WORDS = re.compile(f"^答\\d{{0,2}}[:\u3001.]|{_COUNTED.pattern}")
_ENDS = ("\u3002", ";", "!", ")", "\u3015", "\u3011", ",", "、")
_CLOSES = (")", "\u3015", "\u3011")
_LONGEST_HEADING = 20


def without_numbers(frame: Frame) -> tuple[Frame, list[Entry]]:
    """The frame with the paragraphs from the first that tells a duty as body, and their entries."""
    if frame.tables or not all(_BUTTON.fullmatch(line.flat) for line in frame.body):
        return frame, []
    counted = _several(_COUNTED.match(line.flat) for line in frame.heads)
    named = _several(units_before_colon(line.flat) for line in frame.heads)
    first = next((n for n, line in enumerate(frame.heads) if _begins(line, counted, named)), None)
    if first is None:
        return frame, []
    if first and key_lines(frame.heads[first].flat) and _is_paragraph(frame.heads[first - 1]):
        first -= 1  # whose key the line is
    each = frame.heads[first:]
    rest = [part for line in each for part in _counted_parts(line)] if counted else [*each]
    follows = (*(bool(key_lines(line.flat)) for line in rest[1:]), False)
    body = tuple(
        _words(line)
        for line, keyed in zip(rest, follows, strict=True)
        if keyed or not _leads_on(line)
    )
    kept = replace(frame, heads=frame.heads[:first], body=body)
    return kept, [Entry(None, lines[0].start, lines) for lines in _with_keys(body)]


def _is_paragraph(line: Line) -> bool:
    return line.flat.endswith(STOP) and not _leads_on(line)


def _with_keys(body: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Each paragraph with the keys on the lines below it."""
    starts = [n for n, line in enumerate(body) if n == 0 or not key_lines(line.flat)]
    return (tuple(body[start:end]) for start, end in pairwise([*starts, len(body)]))


def above_numbers(frame: Frame) -> list[Entry]:
    """The paragraphs above the first number that end, or begin in a row, with who does them.

    All are, where nothing but paragraphs stands above 二、: the page was copied from its middle on.
    """
    if _is_rest(frame):
        return [Entry(None, line.start, (line,)) for line in frame.heads]
    named = [_begins_with_unit(line.flat) for line in frame.heads]
    in_row = named if _several(named) else [False] * len(named)
    return [
        Entry(None, line.start, (line,))
        for line, told in zip(frame.heads, in_row, strict=True)
        if told or _ends_in_clause(line)
    ]


def _is_rest(frame: Frame) -> bool:
    """Whether a text begins in the middle of a part: no title, and the first number is a later one."""
    first = label_at(frame.body[0].flat) if frame.body else None
    later = first is not None and first.sure and first.number > 1
    told = any(
        _begins_with_unit(line.flat) for line in frame.heads
    )  # it may be to whom a letter goes
    return later and not told and all(line.flat.endswith(STOP) for line in frame.heads)


def _begins_with_unit(flat: str) -> bool:
    """Whether a paragraph begins with who does it: 市公安局:查案。, 工商、商务等部门要查店。"""
    return bool(units_before_colon(flat) or _DEPARTMENTS.match(flat))


def _ends_in_clause(line: Line) -> bool:
    if not line.flat.endswith(_CLOSES) or STOP not in line.flat:
        return False
    passage = passage_of([line])
    return any(
        clause.end == len(passage.flat) and clause.reading.verb and not clause.unclosed
        for clause in find_clauses(passage)
    )


def _counted_parts(line: Line) -> Iterator[Line]:
    """The parts of a line that 二是, 三是 … count."""
    starts = [0, *(mark.start() for mark in _COUNTED_AMID.finditer(line.flat)), len(line.flat)]
    return (line.part(start, end) for start, end in pairwise(starts))


def _several(found: Iterable[object]) -> bool:
    return sum(map(bool, found)) > 1


def _begins(line: Line, counted: bool, named: bool) -> bool:
    """Whether a line may be the first measure: it tells a duty, or is one of a row that 一是 counts or units name."""
    in_row = (counted and _COUNTED.match(line.flat)) or (named and units_before_colon(line.flat))
    return bool(in_row) or _tells_duty(line)


def _tells_duty(line: Line) -> bool:
    if not _DUTY.search(line.flat):
        return False
    passage = passage_of([line])
    ruled = any(clause.governs for clause in find_clauses(passage))
    return ruled or bool(closing_duties(passage.flat, 0)[0] or prose_cuts(passage.flat, 0))


def _leads_on(line: Line) -> bool:
    """Whether a line is a question or a heading: what is to be done stands below it."""
    short = len(line.flat) <= _LONGEST_HEADING and not line.flat.endswith(_ENDS)
    heads = short and ":" not in line.flat and not _COUNTED.match(line.flat)
    return heads or bool(_ASKED.match(line.flat))


def _words(line: Line) -> Line:
    """The line without 一是 or 答: before it."""
    before = _BEFORE_WORDS.match(line.flat)
    return line.part(before.end()) if before else line
