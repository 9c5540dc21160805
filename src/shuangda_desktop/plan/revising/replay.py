"""Decisions over another reading of the same document: which still find their place.

Nothing is dropped in silence: what no longer finds its place is named, with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shuangda_desktop.plan.model import Decision, DecisionKind, Measure, Plan, Section
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.punctuation import widen

NO_MEASURE = "这里现在没有这项措施"
NO_HEADING = "这里现在没有这个小标题"
NO_NEXT = "后面现在没有可以并入的措施"
OTHER_WORDS = "这项措施的文字现在不同,拆分的位置对不上"
READ_NOW = "程序现在自己读出了这项措施"
NO_SPOT = "这一处现在不再存疑,或读法不同"
NO_PLACE = "原文的这一处现在找不到"
ABOUT_MEASURE = frozenset(
    {
        DecisionKind.SET_TEXT,
        DecisionKind.SET_DUTIES,
        DecisionKind.SET_DEADLINE,
        DecisionKind.SET_TARGETS,
        DecisionKind.SPLIT,
        DecisionKind.MERGE,
        DecisionKind.JUNK,
    }
)


@dataclass(frozen=True, slots=True)
class Lost:
    """A decision that has no effect on a reading, and why, in Chinese."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """A plan with the decisions made that still find their place, and the others."""

    plan: Plan
    lost: tuple[Lost, ...]


def replay(plan: Plan, text: MappedText, decisions: Sequence[Decision]) -> Replayed:
    """Make the decisions in order over a plan that was read from ``text``."""
    lost: list[Lost] = []
    for decision in decisions:
        reason = _lacks(plan, text, decision)
        if reason:
            lost.append(Lost(decision, widen(reason)))
        else:
            plan = revise(plan, [decision])
    return Replayed(plan, tuple(lost))


def _lacks(plan: Plan, text: MappedText, decision: Decision) -> str:
    """What a decision does not find; "" where it has its place."""
    kind, at = decision.kind, decision.at
    if kind in ABOUT_MEASURE:
        return _lacks_measure(plan, decision)
    if kind in (DecisionKind.SET_HEADING, DecisionKind.DROP_HEADING):
        there = at in [section.span.start for section in plan.sections]
        gone = kind is DecisionKind.DROP_HEADING and _is_free(at, plan.sections)
        return "" if there or gone else NO_HEADING
    if kind is DecisionKind.ADD:
        return READ_NOW if at in [measure.key for measure in plan.measures] else ""
    if kind is DecisionKind.ANSWER and decision.value.get("new") is not None:
        made = [(repair.rule, repair.span.start, repair.after) for repair in text.repairs]
        wanted = (decision.value.get("rule"), at, decision.value.get("new"))
        return "" if wanted in made else NO_SPOT
    return ""


def _lacks_measure(plan: Plan, decision: Decision) -> str:
    keys = [measure.key for measure in plan.measures]
    if decision.at not in keys:
        gone = decision.kind is DecisionKind.JUNK and _is_free(decision.at, plan.measures)
        return "" if gone else NO_MEASURE
    place = keys.index(decision.at)
    if decision.kind is DecisionKind.MERGE:
        return NO_NEXT if place == len(keys) - 1 else ""
    if decision.kind is DecisionKind.SPLIT:
        return "" if _cuts(plan.measures[place].text, decision) else OTHER_WORDS
    return ""


def _is_free(at: int, parts: Sequence[Section | Measure]) -> bool:
    """Whether nothing is read at a place any more: what was to go from there is gone."""
    return not any(part.span.start <= at < part.span.end for part in parts)


def _cuts(text: str, decision: Decision) -> bool:
    """Whether a text can be cut where it was cut before: after the same words, where they are kept."""
    offset, before = decision.value.get("offset"), decision.value.get("before")
    if not isinstance(offset, int) or not 0 < offset < len(text):
        return False
    return not isinstance(before, str) or text[:offset].endswith(before)
