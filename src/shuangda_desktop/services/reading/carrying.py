"""The clerk's decisions about a document, taken over to another text of it by the lines that both have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.model import Decision, DecisionKind, Measure, Plan
from shuangda_desktop.plan.revising.replay import ABOUT_MEASURE, NO_PLACE, Lost, replay
from shuangda_desktop.services.reading.corrections import FIELDS, LABELS
from shuangda_desktop.services.reading.drafts import Choices, Draft, choices_of, read_source
from shuangda_desktop.services.words import shortened
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.realign import Realigned

OTHERWISE = "新的一份里读出的不同"
_ABOUT_MEASURES = ABOUT_MEASURE | {DecisionKind.SETTLE}


@dataclass(frozen=True, slots=True)
class Carried:
    """A new edition read as the old decisions ask, those that hold in it, and the others."""

    draft: Draft
    decisions: tuple[Decision, ...]
    lost: tuple[Lost, ...]
    told: tuple[str, ...]  # of the lost each by its kind and the words that it was about


def carried(old: StoredPlan, draft: Draft) -> Carried:
    """What becomes of the decisions about a plan when another text of it takes its place.

    A field of the header or a measure is taken over where both texts were read alike in it: else the
    new one says something that the clerk has not seen.
    """
    places = Realigned(old.source.raw, draft.source.raw)
    placed, homeless = moved(old.decisions, places)
    choices = choices_of(placed)
    if choices != Choices():
        draft = read_source(draft.source, choices, tuple(draft.uses))
    other = [
        Lost(d, OTHERWISE) for d in old.decisions if not _reads_alike(d, old, draft.plan, places)
    ]
    gone = [lost.decision for lost in other]
    decisions, _ = moved([d for d in old.decisions if d not in gone], places)
    lost = replay(draft.plan, draft.text, decisions).lost
    idle = [one.decision for one in lost]
    kept = tuple(decision for decision in decisions if decision not in idle)
    missing = newly_lost(old, [*other, *homeless, *lost])
    return Carried(draft, kept, missing, tuple(_told(old, missing)))


def moved(
    decisions: Sequence[Decision], places: Realigned
) -> tuple[tuple[Decision, ...], Sequence[Lost]]:
    """The decisions at their places in the new text, and those whose place is gone."""
    found: list[Decision] = []
    homeless: list[Lost] = []
    for decision in decisions:
        whole = decision.kind is DecisionKind.SET_FIELD  # of the document, whatever line is first
        at = decision.at if whole else places.place(decision.at)
        if at is None:
            homeless.append(Lost(decision, NO_PLACE))
        else:
            found.append(_at(decision, at))
    return tuple(found), homeless


def newly_lost(old: StoredPlan, lost: Sequence[Lost]) -> tuple[Lost, ...]:
    """Those that had an effect on the old reading."""
    before = [one.decision for one in replay(old.detected, old.text, old.decisions).lost]
    return tuple(one for one in lost if one.decision not in before)


def _told(old: StoredPlan, lost: Sequence[Lost]) -> Iterator[str]:
    for one in lost:
        if one.decision.kind is DecisionKind.SET_FIELD:
            yield f"更正{FIELDS.get(str(one.decision.value.get('field')), '文件信息')}"
        else:
            yield f"{LABELS[one.decision.kind]}“{shortened(_line(old, one.decision.at))}”"


def _line(old: StoredPlan, at: int) -> str:
    raw = old.source.raw
    return raw[raw.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()


def _reads_alike(decision: Decision, old: StoredPlan, plan: Plan, places: Realigned) -> bool:
    """Whether both texts say the same about what was decided: a line that both have is not enough."""
    if decision.kind is DecisionKind.SET_FIELD:
        name = str(decision.value.get("field"))
        return bool(getattr(old.detected, name, None) == getattr(plan, name, None))
    at = places.place(decision.at)
    if at is None or decision.kind not in _ABOUT_MEASURES:
        return True
    return _said(old.detected, decision.at, decision.kind) == _said(plan, at, decision.kind)


def _said(plan: Plan, at: int, kind: DecisionKind) -> tuple[object, ...]:
    """What a plan says at a place, as far as a decision is about it."""
    covering = [n for n, m in enumerate(plan.measures) if m.span.start <= at < m.span.end]
    if not covering:
        return ()
    number = covering[-1]
    measure = plan.measures[number]
    merged = plan.measures[number + 1 : number + 2] if kind is DecisionKind.MERGE else ()
    return (
        *_headings(plan, measure),
        measure.text,
        *(each.text for each in merged),
        *_details(measure, kind),
    )


def _headings(plan: Plan, measure: Measure) -> Iterator[str]:
    """The headings that a measure stands under, the nearest first."""
    at = measure.section
    while at is not None:
        yield plan.sections[at].heading
        at = plan.sections[at].parent


def _details(measure: Measure, kind: DecisionKind) -> Iterator[object]:
    """The parts of a measure that a decision put right, or that a doubt may have been about."""
    every = kind is DecisionKind.SETTLE
    if every or kind is DecisionKind.SET_DUTIES:
        yield [(duty.unit, duty.role, duty.scope) for duty in measure.duties]
    if every or kind is DecisionKind.SET_DEADLINE:
        yield [(deadline.text, deadline.due_on) for deadline in measure.deadlines]
    if every or kind is DecisionKind.SET_TARGETS:
        yield [target.text for target in measure.targets]


def _at(decision: Decision, at: int) -> Decision:
    """A decision at another place; the places in its value go with it."""
    by = at - decision.at
    ends = {
        key: end + by for key in ("stop", "cut") if isinstance(end := decision.value.get(key), int)
    }
    return replace(decision, at=at, value={**decision.value, **ends}) if by else decision
