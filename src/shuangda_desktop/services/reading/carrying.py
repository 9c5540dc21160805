"""The clerk's decisions about a document, taken over to another text of it by the lines that both have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.model import Decision, DecisionKind, Measure, Plan, above
from shuangda_desktop.plan.revising.replay import ABOUT_MEASURE, NO_PLACE, Lost, replay
from shuangda_desktop.services.reading.corrections import FIELDS, LABELS, matters
from shuangda_desktop.services.reading.drafts import Choices, Draft, choices_of, read_source
from shuangda_desktop.services.words import shortened
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.realign import Realigned

OTHERWISE = "新的一份里读出的不同"
_ABOUT_MEASURES = ABOUT_MEASURE | {DecisionKind.SETTLE, DecisionKind.PUT_BACK}


@dataclass(frozen=True, slots=True)
class Moved:
    """A decision about a text, and what it is about another one; None where its line is gone."""

    before: Decision
    after: Decision | None


@dataclass(frozen=True, slots=True)
class Carried:
    """A new edition read as the old decisions ask, those that hold in it, and the others.

    ``old`` is the plan as it was when this was worked out.
    """

    old: StoredPlan
    draft: Draft
    decisions: tuple[Decision, ...]
    lost: tuple[Lost, ...]
    told: tuple[str, ...]  # of the lost each thing once: its kind and the words that it was about

    @property
    def kept(self) -> int:
        """How many things stay decided as they were, as the clerk counts them."""
        return len(matters(self.decisions))


def carried(old: StoredPlan, draft: Draft) -> Carried:
    """What becomes of the decisions about a plan when another text of it takes its place.

    A field of the header or a measure is taken over where both texts were read alike in it: else the
    new one says something that the clerk has not seen. Touches no database and may run in a thread.
    """
    places = Realigned(old.source.raw, draft.source.raw)
    moves = moved(old.decisions, places)
    choices = choices_of([move.after for move in moves if move.after])
    if choices != Choices():
        draft = read_source(draft.source, choices, tuple(draft.uses))
    other = [move for move in moves if not _reads_alike(move, old.detected, draft.plan)]
    held = [move for move in moves if move not in other]
    decisions = placed(held)
    idle = replay(draft.plan, draft.text, decisions).lost
    gone = [one.decision for one in idle]
    kept = tuple(each for each in decisions if each not in gone)
    changed = [Lost(move.before, OTHERWISE) for move in other]
    missing = newly_lost(old, [*changed, *homeless(held), *as_before(idle, held)])
    return Carried(old, draft, kept, missing, tuple(_told(old, missing)))


def moved(decisions: Sequence[Decision], places: Realigned) -> tuple[Moved, ...]:
    """Each decision with what it is at its place in the new text."""
    return tuple(Moved(decision, _moved(decision, places)) for decision in decisions)


def _moved(decision: Decision, places: Realigned) -> Decision | None:
    if decision.kind is DecisionKind.SET_FIELD:  # of the document, whatever line is first
        return decision
    at = places.place(decision.at)
    return None if at is None else _at(decision, at)


def placed(moves: Sequence[Moved]) -> tuple[Decision, ...]:
    """Those that have a place in the new text."""
    return tuple(move.after for move in moves if move.after)


def homeless(moves: Sequence[Moved]) -> list[Lost]:
    """Those whose place is gone."""
    return [Lost(move.before, NO_PLACE) for move in moves if move.after is None]


def as_before(lost: Sequence[Lost], moves: Sequence[Moved]) -> list[Lost]:
    """Decisions that are lost in the new text, as they were about the old one."""
    found = ((next(m.before for m in moves if m.after == one.decision), one) for one in lost)
    return [Lost(before, one.reason) for before, one in found]


def newly_lost(old: StoredPlan, lost: Sequence[Lost]) -> tuple[Lost, ...]:
    """Those that had an effect on the old reading."""
    before = [one.decision for one in replay(old.detected, old.text, old.decisions).lost]
    return tuple(one for one in lost if one.decision not in before)


def _told(old: StoredPlan, lost: Sequence[Lost]) -> Iterator[str]:
    for decision in matters([one.decision for one in lost]):
        if decision.kind is DecisionKind.SET_FIELD:
            yield f"更正{FIELDS.get(str(decision.value.get('field')), '文件信息')}"
        else:
            yield f"{LABELS[decision.kind]}“{shortened(_line(old, decision.at))}”"


def _line(old: StoredPlan, at: int) -> str:
    raw = old.source.raw
    return raw[raw.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()


def _reads_alike(move: Moved, old: Plan, plan: Plan) -> bool:
    """Whether both texts say the same about what was decided: a line that both have is not enough."""
    before, after = move.before, move.after
    if before.kind is DecisionKind.SET_FIELD:
        name = str(before.value.get("field"))
        return bool(getattr(old, name, None) == getattr(plan, name, None))
    if after is None or before.kind not in _ABOUT_MEASURES:
        return True
    return _said(old, before.at, before.kind) == _said(plan, after.at, after.kind)


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
    return (plan.sections[at].heading for at in above(plan, measure.section))


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
