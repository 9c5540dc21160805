"""Replay the clerk's decisions over a plan as it was detected."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from shuangda_desktop.plan.model import Decision, DecisionKind, Finding, Measure, Plan, PlanKind
from shuangda_desktop.plan.revising.headings import drop_heading, set_heading
from shuangda_desktop.plan.revising.measures import (
    add,
    merge,
    on_measure,
    put_back,
    set_deadline,
    set_duties,
    set_targets,
    set_text,
    split,
    strike,
)
from shuangda_desktop.text.level import Level


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


def _settle(plan: Plan, decision: Decision) -> Plan:
    code = decision.value.get("code")

    def open_ones(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(f for f in findings if (f.code, f.span.start) != (code, decision.at))

    def left(
        measure: Measure,
    ) -> Measure:  # most are as they were: a copy of each was half the work
        findings = open_ones(measure.findings)
        same = len(findings) == len(measure.findings)
        return measure if same else replace(measure, findings=findings)

    measures = tuple(map(left, plan.measures))
    return replace(plan, findings=open_ones(plan.findings), measures=measures)


_CHANGES: dict[DecisionKind, Callable[[Plan, Decision], Plan]] = {
    DecisionKind.SET_FIELD: _set_field,
    DecisionKind.SET_HEADING: set_heading,
    DecisionKind.DROP_HEADING: drop_heading,
    DecisionKind.SET_TEXT: on_measure(set_text),
    DecisionKind.SET_DUTIES: on_measure(set_duties),
    DecisionKind.SET_DEADLINE: on_measure(set_deadline),
    DecisionKind.SET_TARGETS: on_measure(set_targets),
    DecisionKind.SPLIT: on_measure(split),
    DecisionKind.MERGE: merge,
    DecisionKind.JUNK: strike,
    DecisionKind.PUT_BACK: put_back,
    DecisionKind.ADD: add,
    DecisionKind.SETTLE: _settle,
}
