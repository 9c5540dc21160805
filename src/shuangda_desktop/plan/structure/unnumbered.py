"""A plan without any number: its paragraphs that name who does them are its measures."""

import re
from dataclasses import replace

from shuangda_desktop.plan.duties.clauses import find_clauses
from shuangda_desktop.plan.duties.prose import closing_duties
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.structure.outline import Entry
from shuangda_desktop.plan.structure.passages import passage_of

_DUTY = re.compile("牵头|负责|配合|单位:|部门:|[)\u3015\u3011]$")
_COUNTED = re.compile("[一二三四五六七八九十]{1,2}是(?=..)")


def without_numbers(frame: Frame) -> tuple[Frame, list[Entry]]:
    """The frame with the paragraphs from the first that tells a duty as body, and their entries."""
    counted = sum(bool(_COUNTED.match(line.flat)) for line in frame.heads) > 1
    first = next((n for n, line in enumerate(frame.heads) if _begins(line, counted)), None)
    if frame.body or frame.tables or first is None:
        return frame, []
    body = tuple(_uncounted(line) for line in frame.heads[first:])
    kept = replace(frame, heads=frame.heads[:first], body=body)
    return kept, [Entry(None, line.start, (line,)) for line in body]


def _begins(line: Line, counted: bool) -> bool:
    """Whether a line may be the first measure: it tells a duty, or 一是, 二是 count the lines."""
    return _tells_duty(line) or (counted and bool(_COUNTED.match(line.flat)))


def _tells_duty(line: Line) -> bool:
    if not _DUTY.search(line.flat):
        return False
    passage = passage_of([line])
    ruled = any(not clause.points and not clause.aside for clause in find_clauses(passage))
    return ruled or bool(closing_duties(passage.flat, 0)[0])


def _uncounted(line: Line) -> Line:
    """The line without 一是 before it."""
    counted = _COUNTED.match(line.flat)
    return line.part(counted.end()) if counted else line
