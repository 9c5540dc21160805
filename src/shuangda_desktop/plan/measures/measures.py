"""Drafts become measures: text, raw span, title, times and targets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from shuangda_desktop.plan.duties.marked import without_signs
from shuangda_desktop.plan.measures.dates import YEAR
from shuangda_desktop.plan.measures.deadlines import find_deadlines, keyed_deadlines, unique_days
from shuangda_desktop.plan.measures.drafts import Draft
from shuangda_desktop.plan.measures.due_days import Calendar
from shuangda_desktop.plan.measures.periods import Period, closing_time, first_day
from shuangda_desktop.plan.measures.recurrences import find_recurrences
from shuangda_desktop.plan.measures.targets import find_targets
from shuangda_desktop.plan.measures.titles import title_of
from shuangda_desktop.plan.model import Deadline, Measure, Recurrence, Target
from shuangda_desktop.plan.structure.item_tree import Item
from shuangda_desktop.text.chars import BLANK, HAN, STOP
from shuangda_desktop.text.mapped import MappedText, Span
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.punctuation import narrow, widen

_BLANKS = re.compile(
    f"[{BLANK}](?<=[{HAN}].)[{BLANK}]{{0,8}}(?=[{HAN}0-9])"
)  # 不 低于 says the contrary of 低于
_THOUSANDS = re.compile(r",(?<=\d.)(?=\d{3}(?!\d))")  # 1,600
_OF_YEAR = re.compile(r"(20\d\d)年(?!以?来)")
_UP_TO = (  # how a sentence begins all of which has been, until it turns to what is aimed at
    "截至(?:20\\d\\d年|去年|上年|目前)|目前,|(?:去年|上年|20\\d\\d年|近[几两三]?年)以?来|过去[一两二三几]年|(?:去年|上年|上一年)(?:度?,|全[年省市县区州]|共)"
)
_PAST = re.compile(  # 2015年共办案20件,办结率95%。
    f"(?:^|(?<=[\u3002\n]))(?:(?P<up_to>{_UP_TO})|(?P<year>20\\d\\d)年)[^\u3002\n]{{0,160}}"
)
_YEAR = re.compile(r"20\d\d")
_BEGUN = re.compile(
    r"(?:从|自)(20\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|开始)(?![^,;\u3002]{0,12}的)"
)
_SINCE = re.compile(_UP_TO)
_PAST_CUE = re.compile("20\\d\\d年|去年|上年|上一年|目前|以?来,|过去")
_HAS_BEEN = re.compile("(?<!公)共(?![同享建治])|已|完成了")
_AIMS_OR_YEAR = re.compile(
    r"今年|本年|(?<!较)(?<!比)(20\d\d)年|力争|争取|确保|(?<![主重需必只])要(?![素求点件闻案害])|目标|计划|下一步|(?<!\d)年[内底]|不得?[少低]于|(?<![供反相响适对效])应(?![用急对答届变有当邀])|须(?!知)"
)


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


def with_times(
    measures: Sequence[Measure],
    calendar: Calendar,
    periods: Sequence[Period],
    aims: Sequence[str] = (),
) -> list[Measure]:
    """The measures with the deadlines, rhythms and targets of their words and their clauses.

    ``periods`` are the times that their headings tell: 动员部署(3月底前), 4月份; ``aims`` what is to be reached
    by what stands beside them in a table, "" for nothing. One kind after the other is
    looked for in all measures: with the patterns of all by turns a processor takes a fifth longer.
    """
    words = [plain_words(measure.text) for measure in measures]
    calendars = list(map(_calendar_of, periods, repeat(calendar), words))
    clauses = [narrow(measure.clause or "") for measure in measures]
    told = list(map(find_deadlines, words, calendars))
    deadlines = list(map(_with_clause, told, words, clauses, periods, calendars))
    recurrences = list(map(find_recurrences, words, clauses))
    targets = [
        _targets(f"{said}\u3002{aim}" if aim else said, calendar)
        for said, aim, calendar in zip(words, aims or repeat(""), calendars, strict=False)
    ]
    return list(map(_timed, measures, deadlines, recurrences, targets))


def _calendar_of(period: Period, calendar: Calendar, words: str) -> Calendar:
    """The calendar of a measure whose heading names another year, or whose words the only one: 从2008年3月起."""
    begun = set(_BEGUN.findall(words)) if not calendar.year else set()
    if len(begun) == 1:
        return replace(calendar, year=int(begun.pop()))
    named = re.findall(YEAR, period.text) if period.text else []
    return replace(calendar, year=to_int(named[0])) if len(set(named)) == 1 else calendar


def _with_clause(
    told: tuple[Deadline, ...], words: str, clause: str, period: Period, calendar: Calendar
) -> tuple[Deadline, ...]:
    """The deadlines of a measure: those of its words, of its clause, and of its heading."""
    deadlines = (*told, *find_deadlines(clause, calendar), *keyed_deadlines(clause, calendar))
    if at_end := closing_time(words.rstrip(STOP)):
        deadlines += _due(at_end, calendar)
    above = _due(period.text, calendar) if period.text else ()
    if above and deadlines and (period.loose or _is_nearer(deadlines, above, period, calendar)):
        return unique_days(deadlines)
    return unique_days((*deadlines, *above))


def _is_nearer(
    days: Sequence[Deadline], above: Sequence[Deadline], period: Period, calendar: Calendar
) -> bool:
    """Whether all days lie in the stage whose end a heading tells: 自查阶段(4月至5月) and 5月20日前."""
    first = first_day(period.text, calendar.year)
    last = max(deadline.due_on for deadline in above)
    return first is not None and all(first <= day.due_on <= last for day in days)


def _due(period: str, calendar: Calendar) -> tuple[Deadline, ...]:
    return keyed_deadlines(f"完成时限:{period}", calendar)


def _timed(
    measure: Measure,
    deadlines: tuple[Deadline, ...],
    recurrences: tuple[Recurrence, ...],
    targets: tuple[Target, ...],
) -> Measure:
    if not (deadlines or recurrences or targets):  # as many are
        return measure
    return replace(measure, deadlines=deadlines, recurrences=recurrences, targets=targets)


def _targets(words: str, calendar: Calendar) -> tuple[Target, ...]:
    """The targets of words without what has been before the plan's year: 2016年全省办案466件, 去年以来超过10家."""
    year = calendar.year
    if not year or not _PAST_CUE.search(words):
        return find_targets(words)
    return tuple(
        target
        for piece, told in _pieces(words, year)
        for target in find_targets(piece)
        if _is_ahead(target, told, year)
    )


def _pieces(words: str, year: int) -> Iterator[tuple[str, str]]:
    """The words piece by piece, each with what of it tells of an earlier year, up to what is aimed at."""
    done = 0
    for match in _PAST.finditer(words):
        said = match["year"] or match["up_to"]
        named = _YEAR.search(said)
        if not named or int(named[0]) < year:
            yield words[done : match.start()], ""
            done = match.end()
            yield match[0], words[match.start() : _end_of_past(match, year)]
    yield words[done:], ""


def _end_of_past(match: re.Match[str], year: int) -> int:
    """Where a sentence about the past turns to what is aimed at, or to a year that is none of the past."""
    start = match.end("up_to") if match["up_to"] else match.end("year") + 1
    for aim in _AIMS_OR_YEAR.finditer(match.string, start, match.end()):
        if not aim[1] or int(aim[1]) >= year:
            return aim.start()
    return match.end()


def _is_ahead(target: Target, told: str, year: int) -> bool:
    """Whether a target is none of what has been; a bound is, where no word of the past is beside it."""
    if target.operator == "=" or _SINCE.match(told):
        return target.text not in told and not _is_before(target.text, year)
    return target.text not in told or not _HAS_BEEN.search(told)


def _is_before(words: str, year: int) -> bool:
    named = _OF_YEAR.match(words)
    return named is not None and int(named[1]) < year
