"""Lines of a document that stand in nothing that was read of it.

Independent of how lines are read: a line with words between the first measure and the last has to be a
heading, a measure, a clause, a row of a table, or what stands around a text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter

from shuangda_desktop.plan.checks.findings import Drafted, doubt
from shuangda_desktop.plan.duties.unit_names import are_surely_units
from shuangda_desktop.plan.duties.units_list import split_units
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.mapped import MappedText, Span

_WORDS = re.compile(f"[{HAN}]{{2}}")
_FEWEST = 12  # characters that no heading, key or caption left over is likely to have
_TIME = re.compile(  # a heading of a calendar of work
    "^[ \u3000]*((?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|[上中下]旬|\\d{1,2}[日号])?|第?[1-4一二三四]季度|[上下]半年)[:\uff1a]?[ \u3000]*$",
    re.MULTILINE,
)
_LONGEST_KEY = 6
_ROWS = 2  # such lines make a calendar
_SAYS = 30  # first characters by which a repeated line is known
_TOLD = 20  # characters of a line that are shown


def check_lines(
    all_drafted: Sequence[Drafted], items: Sequence[Item], frame: Frame, text: MappedText
) -> Iterator[Finding]:
    """The doubts about lines of the body that are in no part of the plan."""
    if not all_drafted:
        return
    read = _merged(_read(all_drafted, items))
    first, last = read[0].start, max(span.end for span in read)
    known: set[str] = set()
    for line in frame.body:
        again = line.flat[:_SAYS] in known
        known.add(line.flat[:_SAYS])
        few = len(line.flat) if _tells_units(line.flat) else _FEWEST
        if again or len(line.flat) < few or not first <= line.start < last:
            continue
        for place in _gaps(line, read):
            said = text.text[place.start : place.end].strip()
            if len(said) >= few and _WORDS.search(said):
                message = f"“{said[:_TOLD]}”一处没有读进任何任务或标题,可能漏读,暂未列出。"
                yield doubt("unread-line", message, text.to_raw(place))
                break


def _tells_units(flat: str) -> bool:
    """Whether a line is a key and units: one whose key is misspelt, or lost."""
    key, colon, value = flat.partition(":")
    keyed = bool(colon) and len(key) <= _LONGEST_KEY
    return keyed and are_surely_units(split_units(value).names)


def check_time_lines(
    all_drafted: Sequence[Drafted], items: Sequence[Item], text: MappedText
) -> Iterator[tuple[int, Finding]]:
    """By place in the list: the measures below a line that is nothing but a time and was not read."""
    alone = list(_TIME.finditer(text.text))
    if len(alone) < _ROWS or not all_drafted:
        return
    read = _merged(_read(all_drafted, items))
    unread = [line for line in alone if not _lies_in(line.start(1), read)]
    for at, drafted in enumerate(all_drafted):
        above = [line[1] for line in unread if line.start() < drafted.draft.start]
        if above and not drafted.measure.deadlines:
            message = f"上面单独一行“{above[-1]}”像是时间安排,没有读作本项的时限,请核对。"
            yield at, doubt("unread-time", message, drafted.measure.span)


def _lies_in(at: int, read: Sequence[Span]) -> bool:
    """Whether a place lies in one of these, which are in order."""
    before = bisect_right(read, at, key=lambda span: span.start) - 1
    return before >= 0 and at < read[before].end


def _read(all_drafted: Sequence[Drafted], items: Sequence[Item]) -> Iterator[Span]:
    """The places of all that was read."""
    for drafted in all_drafted:
        yield from drafted.draft.parts
        yield from drafted.draft.clause_spans
    for item in items:
        yield item.span
        yield Span(item.entry.start, item.entry.start + len(item.entry.name))
        if item.heading_clause:
            yield from item.heading_clause.clause_spans
        for clause in item.clauses:
            yield Span(item.passage.at[clause.start], item.passage.at[clause.end - 1] + 1)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The places in order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans, key=attrgetter("start")):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _gaps(line: Line, read: Sequence[Span]) -> Iterator[Span]:
    """The stretches of a line that lie in none of these places."""
    at = line.start
    begin = max(0, bisect_right(read, line.start, key=lambda span: span.start) - 1)
    for span in islice(read, begin, None):
        if span.start >= line.end:
            break
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < line.end:
        yield Span(at, line.end)
