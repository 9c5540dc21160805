"""Replay the clerk's decisions over a plan as it was detected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from shuangda_desktop.plan.model import (
    Deadline,
    Decision,
    DecisionKind,
    Duty,
    Finding,
    Measure,
    Plan,
    PlanKind,
    Role,
)
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span


def revise(plan: Plan, decisions: Sequence[Decision]) -> Plan:
    """The plan with every decision made, in order.

    A decision whose target is gone, or whose value makes no sense, changes nothing: the reader may
    have become better since it was made.
    """
    for decision in decisions:
        change = _CHANGES.get(decision.kind)
        if change:
            plan = change(plan, decision)
    return plan


def _set_field(plan: Plan, decision: Decision) -> Plan:
    setter = _FIELDS.get(str(decision.value.get("field")))
    value = decision.value.get("value")
    if not setter:
        return plan
    try:
        return setter(plan, None if value in (None, "") else str(value))
    except ValueError:
        return plan


_FIELDS: dict[str, Callable[[Plan, str | None], Plan]] = {
    "title": lambda plan, value: replace(plan, title=value),
    "document_number": lambda plan, value: replace(plan, document_number=value),
    "issuer": lambda plan, value: replace(plan, issuer=value),
    "issued_on": lambda plan, value: replace(
        plan, issued_on=date.fromisoformat(value) if value else None
    ),
    "plan_year": lambda plan, value: replace(plan, plan_year=int(value) if value else None),
    "level": lambda plan, value: replace(plan, level=Level(value) if value else None),
    "kind": lambda plan, value: replace(plan, kind=PlanKind(value) if value else PlanKind.OTHER),
}


def _set_heading(plan: Plan, decision: Decision) -> Plan:
    sections = tuple(
        replace(
            section,
            level=_level(decision.value.get("level"), section.level),
            heading=str(decision.value.get("heading", section.heading)),
        )
        if section.span.start == decision.at
        else section
        for section in plan.sections
    )
    return replace(plan, sections=sections)


def _level(value: object, present: int) -> int:
    return value if isinstance(value, int) and 1 <= value <= 9 else present


def _on_measure(
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


def _set_text(measure: Measure, decision: Decision) -> list[Measure]:
    text = decision.value.get("text")
    return [replace(measure, text=text) if isinstance(text, str) else measure]


def _set_duties(measure: Measure, decision: Decision) -> list[Measure]:
    duties = decision.value.get("duties")
    if not isinstance(duties, list):
        return [measure]
    read = [duty for item in duties if (duty := _duty(item))]
    return [replace(measure, duties=tuple(read))]


def _duty(item: object) -> Duty | None:
    if not isinstance(item, dict) or item.get("role") not in list(Role) or not item.get("unit"):
        return None
    scope = item.get("scope")
    return Duty(str(item["unit"]), Role(item["role"]), str(scope) if scope else None)


def _set_deadline(measure: Measure, decision: Decision) -> list[Measure]:
    value = decision.value.get("due_on")
    if value is None:
        return [replace(measure, deadlines=())]
    try:
        due = date.fromisoformat(str(value))
    except ValueError:
        return [measure]
    return [replace(measure, deadlines=(Deadline("", due),))]


def _split(measure: Measure, decision: Decision) -> list[Measure]:
    """Both parts keep the duties: the clause governed both."""
    offset = decision.value.get("offset")
    if not isinstance(offset, int) or not 0 < offset < len(measure.text):
        return [measure]
    start, end = measure.span.start, measure.span.end
    cut = min(start + offset, end)
    # Where nothing was repaired the text stands in raw as it is and the spans part cleanly; else the
    # first part keeps the whole span, and the second begins no later than its first character.
    exact = end - start == len(measure.text) + len(measure.clause or "")
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
        deadlines=tuple(item for item in measure.deadlines if item.text in text),
        recurrences=tuple(item for item in measure.recurrences if item.text in text),
        targets=tuple(item for item in measure.targets if item.text in text),
        findings=tuple(f for f in measure.findings if span.start <= f.span.start < span.end),
    )


def _merge(plan: Plan, decision: Decision) -> Plan:
    measures = list(plan.measures)
    at = next((i for i, measure in enumerate(measures) if measure.key == decision.at), None)
    if at is None or at + 1 >= len(measures):
        return plan
    measures[at : at + 2] = [_joined(measures[at], measures[at + 1])]
    return replace(plan, measures=tuple(measures))


def _joined(one: Measure, two: Measure) -> Measure:
    return replace(
        one,
        text=one.text + two.text,
        span=Span(min(one.span.start, two.span.start), max(one.span.end, two.span.end)),
        clause="".join(filter(None, (one.clause, two.clause))) or None,
        duties=tuple(dict.fromkeys(one.duties + two.duties)),
        open_ended=one.open_ended or two.open_ended,
        deadlines=tuple(dict.fromkeys(one.deadlines + two.deadlines)),
        recurrences=tuple(dict.fromkeys(one.recurrences + two.recurrences)),
        targets=one.targets + two.targets,
        findings=one.findings + two.findings,
    )


def _settle(plan: Plan, decision: Decision) -> Plan:
    code = decision.value.get("code")

    def open_ones(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(f for f in findings if (f.code, f.span.start) != (code, decision.at))

    measures = tuple(replace(m, findings=open_ones(m.findings)) for m in plan.measures)
    return replace(plan, findings=open_ones(plan.findings), measures=measures)


_CHANGES: dict[DecisionKind, Callable[[Plan, Decision], Plan]] = {
    DecisionKind.SET_FIELD: _set_field,
    DecisionKind.SET_HEADING: _set_heading,
    DecisionKind.SET_TEXT: _on_measure(_set_text),
    DecisionKind.SET_DUTIES: _on_measure(_set_duties),
    DecisionKind.SET_DEADLINE: _on_measure(_set_deadline),
    DecisionKind.SPLIT: _on_measure(_split),
    DecisionKind.MERGE: _merge,
    DecisionKind.JUNK: _on_measure(lambda measure, decision: []),
    DecisionKind.SETTLE: _settle,
}
