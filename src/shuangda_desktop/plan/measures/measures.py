"""Drafts become measures: text, raw span, title, times and targets."""

import re
from dataclasses import replace

from shuangda_desktop.plan.duties.marked import without_signs
from shuangda_desktop.plan.measures.dates import YEAR
from shuangda_desktop.plan.measures.deadlines import (
    Calendar,
    find_deadlines,
    keyed_deadlines,
    unique_days,
)
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.measures.periods import Period
from shuangda_desktop.plan.measures.recurrences import find_recurrences
from shuangda_desktop.plan.measures.targets import find_targets
from shuangda_desktop.plan.measures.titles import title_of
from shuangda_desktop.plan.model import Measure, Target
from shuangda_desktop.plan.structure.items import Item
from shuangda_desktop.text.chars import BLANK, HAN
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow, widen

_BLANKS = re.compile(
    f"[{BLANK}](?<=[{HAN}].)[{BLANK}]{{0,8}}(?=[{HAN}0-9])"
)  # 不 低于 says the contrary of 低于
_THOUSANDS = re.compile(r",(?<=\d.)(?=\d{3}(?!\d))")  # 1,600
_OF_YEAR = re.compile(r"(20\d\d)年(?!以?来)")
_NONE = Period()


def measure_of(draft: Draft, item: Item | None, text: MappedText) -> Measure:
    """The measure that a draft stands for, without its times."""
    spans = [*draft.parts, *draft.clause_spans]
    span = text.to_raw(Span(min(s.start for s in spans), max(s.end for s in spans)))
    words = "".join(text.text[part.start : part.end] for part in draft.parts)
    return Measure(
        key=text.to_raw(Span(draft.start, draft.start + 1)).start,
        text=words,
        span=span,
        section=item.section if item else None,
        clause=_clause(draft, text.text),
        duties=draft.duties,
        open_ended=draft.open_ended,
        title=draft.title or _title(draft, item, words),
    )


def _clause(draft: Draft, text: str) -> str | None:
    """The clauses as they stand; key lines and table cells with marks between them."""
    pieces = [
        widen(without_signs(clause.text)) if clause.keyed else text[span.start : span.end]
        for clause, span in zip(draft.clauses, draft.clause_spans, strict=True)
    ]
    return "".join(pieces) or None


def _title(draft: Draft, item: Item | None, words: str) -> str:
    if item is None:
        return title_of(words, "", False)
    return title_of(words, item.heading, any(draft is first for first in item.drafts[:1]))


def plain_words(text: str) -> str:
    """The words as they are looked through: narrow, without blanks inside and marks in figures."""
    return _THOUSANDS.sub("", _BLANKS.sub("", narrow(text)))


def with_times(measure: Measure, calendar: Calendar, period: Period = _NONE) -> Measure:
    """The measure with the deadlines, rhythms and targets of its words and its clause.

    ``period`` is the time that its heading tells: 动员部署(3月底前), 4月份.
    """
    named = re.findall(YEAR, period.text) if period.text else []
    if len(set(named)) == 1:
        calendar = replace(calendar, year=to_int(named[0]))
    words, clause = plain_words(measure.text), narrow(measure.clause or "")
    deadlines = (
        *find_deadlines(words, calendar),
        *find_deadlines(clause, calendar),
        *keyed_deadlines(clause, calendar),
    )
    if period.text and not (period.loose and deadlines):
        deadlines += keyed_deadlines(f"完成时限:{period.text}", calendar)
    recurrences, targets = find_recurrences(words, clause), find_targets(words)
    if not (deadlines or recurrences or targets):  # as many are
        return measure
    return replace(
        measure,
        deadlines=unique_days(deadlines),
        recurrences=recurrences,
        targets=_to_reach(targets, words, calendar.year),
    )


def _to_reach(targets: tuple[Target, ...], words: str, year: int | None) -> tuple[Target, ...]:
    """The targets without bare figures of a year before the plan's: 2016年全省办案466件."""
    if not year or not _OF_YEAR.search(words):
        return targets
    return tuple(t for t in targets if t.operator != "=" or not _is_before(t.text, year))


def _is_before(words: str, year: int) -> bool:
    named = _OF_YEAR.match(words)
    return named is not None and int(named[1]) < year
