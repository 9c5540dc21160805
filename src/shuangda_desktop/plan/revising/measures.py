"""What a decision does to the measures of a plan."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from math import isfinite

from shuangda_desktop.plan.checks.findings import (
    is_about,
    is_settled_by_day,
    is_settled_by_units,
)
from shuangda_desktop.plan.measures.due_days import Calendar
from shuangda_desktop.plan.measures.measures import with_times
from shuangda_desktop.plan.measures.periods import Period
from shuangda_desktop.plan.model import Deadline, Decision, Duty, Measure, Plan, Role, Target
from shuangda_desktop.text.mapped import Span

OPERATORS = (">=", "<=", ">", "<", "=")
_RANK = {Role.LEAD: 0, Role.RESPONSIBLE: 1, Role.COOPERATING: 2}


def on_measure(
    change: Callable[[Measure, Decision], list[Measure]],
) -> Callable[[Plan, Decision], Plan]:
    """A change of one measure, found by its key, as a change of the plan."""

    def changed(plan: Plan, decision: Decision) -> Plan:
        measures = [
            new
            for measure in plan.measures
            for new in (change(measure, decision) if measure.key == decision.at else [measure])
        ]
        return replace(plan, measures=tuple(measures))

    return changed


def set_text(measure: Measure, decision: Decision) -> list[Measure]:
    """Other words."""
    text = decision.value.get("text")
    return [replace(measure, text=text) if isinstance(text, str) else measure]


def set_duties(measure: Measure, decision: Decision) -> list[Measure]:
    """Other units; what is no duty is left out.

    A doubt about the name of a unit goes with the unit, one that there is nobody with the first that comes.
    """
    duties = decision.value.get("duties")
    if not isinstance(duties, list):
        return [measure]
    read = tuple(duty for item in duties if (duty := _duty(item)))
    gone = {duty.unit for duty in measure.duties} - {duty.unit for duty in read}
    roles = {duty.role for duty in read}
    left = tuple(
        finding
        for finding in measure.findings
        if not is_about(finding, gone) and not is_settled_by_units(finding, roles)
    )
    return [replace(measure, duties=read, findings=left)]


def _duty(item: object) -> Duty | None:
    if not isinstance(item, dict) or item.get("role") not in list(Role) or not item.get("unit"):
        return None
    scope = item.get("scope")
    return Duty(str(item["unit"]), Role(item["role"]), str(scope) if scope else None)


def set_deadline(measure: Measure, decision: Decision) -> list[Measure]:
    """The days by which it is due, which are doubted no more; one that the source names keeps its words."""
    first, more = decision.value.get("due_on"), decision.value.get("more")
    days = [] if first is None else [first, *(more if isinstance(more, list) else [])]
    named = {deadline.due_on: deadline for deadline in measure.deadlines}
    try:
        due = dict.fromkeys(date.fromisoformat(str(day)) for day in days)
    except ValueError:
        return [measure]
    given = tuple(named.get(day) or Deadline("", day) for day in due)
    is_first = bool(given) and not measure.deadlines
    left = tuple(f for f in measure.findings if not is_settled_by_day(f, is_first=is_first))
    return [replace(measure, deadlines=given, findings=left)]


def set_targets(measure: Measure, decision: Decision) -> list[Measure]:
    """The numbers to reach."""
    targets = decision.value.get("targets")
    if not isinstance(targets, list):
        return [measure]
    return [replace(measure, targets=tuple(t for item in targets if (t := _target(item))))]


def _target(item: object) -> Target | None:
    if not isinstance(item, dict) or item.get("operator") not in OPERATORS:
        return None
    value = item.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    name, unit, text = (str(item.get(key) or "") for key in ("name", "unit", "text"))
    return Target(name, str(item["operator"]), float(value), unit, text)


def split(measure: Measure, decision: Decision) -> list[Measure]:
    """Both parts keep the duties: the clause governed both."""
    offset = decision.value.get("offset")
    if not isinstance(offset, int) or not 0 < offset < len(measure.text):
        return [measure]
    start, end = measure.span.start, measure.span.end
    # Where nothing was repaired the text stands in raw as it is and the spans part cleanly; else the
    # first part keeps the whole span, and the second begins no later than its first character.
    exact = end - start == len(measure.text) + len(measure.clause or "")
    cut, known = min(start + offset, end), decision.value.get("cut")
    if isinstance(known, int) and start < known < end:
        cut, exact = known, True
    first = _part(measure, measure.text[:offset], Span(start, cut if exact else end))
    return [
        replace(first, clause=None if exact else first.clause),
        _part(measure, measure.text[offset:], Span(cut, end)),
    ]


def _part(measure: Measure, text: str, span: Span) -> Measure:
    return replace(
        measure,
        key=span.start,
        text=text,
        span=span,
        title=measure.title if span.start == measure.key else "",
        deadlines=tuple(item for item in measure.deadlines if _is_of(item.text, text, measure)),
        recurrences=tuple(item for item in measure.recurrences if _is_of(item.text, text, measure)),
        targets=tuple(item for item in measure.targets if _is_of(item.text, text, measure)),
        findings=tuple(f for f in measure.findings if span.start <= f.span.start < span.end),
    )


def _is_of(said: str, text: str, measure: Measure) -> bool:
    """Whether a part has a time or target: it stands in its words, or the clause or a heading says it of both."""
    return said in text or said not in measure.text


def merge(plan: Plan, decision: Decision) -> Plan:
    """A measure takes the next one in."""
    measures = list(plan.measures)
    at = next((i for i, measure in enumerate(measures) if measure.key == decision.at), None)
    if at is None or at + 1 >= len(measures):
        return plan
    measures[at : at + 2] = [_joined(measures[at], measures[at + 1])]
    return replace(plan, measures=tuple(measures))


def strike(plan: Plan, decision: Decision) -> Plan:
    """What is no measure stands apart, as it is."""
    gone = tuple(measure for measure in plan.measures if measure.key == decision.at)
    left = tuple(measure for measure in plan.measures if measure.key != decision.at)
    return replace(plan, measures=left, struck=(*plan.struck, *gone))


def put_back(plan: Plan, decision: Decision) -> Plan:
    """What was struck out is a measure again; where one begins there by now, nothing changes."""
    back = [measure for measure in plan.struck if measure.key == decision.at]
    if not back or decision.at in [measure.key for measure in plan.measures]:
        return plan
    struck = tuple(measure for measure in plan.struck if measure.key != decision.at)
    return replace(plan, measures=_inserted(plan.measures, back[-1:]), struck=struck)


def _inserted(measures: tuple[Measure, ...], new: Sequence[Measure]) -> tuple[Measure, ...]:
    """A measure among the others, in its place."""
    at = sum(measure.key < new[0].key for measure in measures)
    return (*measures[:at], *new, *measures[at:])


def add(plan: Plan, decision: Decision) -> Plan:
    """A measure that was missed, in its place; where one begins there by now, nothing changes."""
    stop, text = decision.value.get("stop"), decision.value.get("text")
    keys = [measure.key for measure in plan.measures]
    sound = isinstance(stop, int) and stop > decision.at and isinstance(text, str) and text
    if not sound or decision.at in keys:
        return plan
    above = [at for at, part in enumerate(plan.sections) if part.span.start <= decision.at]
    clause = decision.value.get("clause")
    made = Measure(
        key=decision.at,
        text=str(text),
        span=Span(decision.at, int(str(stop))),
        section=above[-1] if above else None,
        clause=clause if isinstance(clause, str) else None,
    )
    (timed,) = with_times([made], Calendar(plan.plan_year, plan.issued_on), [Period()])
    measures = _inserted(plan.measures, set_duties(timed, decision))
    struck = tuple(m for m in plan.struck if not _overlap(m.span, made.span))
    return replace(plan, measures=measures, struck=struck)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _joined(one: Measure, two: Measure) -> Measure:
    return replace(
        one,
        text=one.text + two.text,
        span=Span(min(one.span.start, two.span.start), max(one.span.end, two.span.end)),
        clause="".join(filter(None, (one.clause, two.clause))) or None,
        duties=_strongest(one.duties + two.duties),
        open_ended=one.open_ended or two.open_ended,
        deadlines=tuple(dict.fromkeys(one.deadlines + two.deadlines)),
        recurrences=tuple(dict.fromkeys(one.recurrences + two.recurrences)),
        targets=one.targets + two.targets,
        findings=one.findings + two.findings,
    )


def _strongest(duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """Each unit once for each scope: who leads a part of what is one task now leads it."""
    found: dict[tuple[str, str | None], Duty] = {}
    for duty in duties:
        known = found.get((duty.unit, duty.scope))
        if known is None or _RANK[duty.role] < _RANK[known.role]:
            found[duty.unit, duty.scope] = duty
    return tuple(found.values())
