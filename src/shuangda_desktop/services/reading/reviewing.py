"""The clerk's decisions about what was read from a document."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from shuangda_desktop.plan.model import Decision, DecisionKind, Finding
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.revising.replay import Lost, replay
from shuangda_desktop.plan.revising.revise import revise
from shuangda_desktop.services.reading.corrections import (
    LABELS,
    check_decision,
    label_of,
    label_of_all,
)
from shuangda_desktop.services.reading.drafts import Draft, Taught, choices_of, read_source
from shuangda_desktop.store import plans, taught
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import MappedText, Proposal, Repair, Span
from shuangda_desktop.text.taught import TaughtRule

ABOUT_TEXT = {DecisionKind.REJECT_REPAIR, DecisionKind.RESTORE_REPAIR, DecisionKind.ANSWER}


@dataclass(frozen=True, slots=True)
class Answered:
    """A plan as it would be read after more decisions about its text, which are one step.

    ``lost`` are earlier decisions that no longer find their place in it. They stay kept, for the next
    reading may have it again.
    """

    before: StoredPlan
    decisions: tuple[Decision, ...]
    draft: Draft
    after: StoredPlan
    lost: tuple[Lost, ...]


def decide(store: Store, plan_id: int, decision: Decision, now: datetime) -> tuple[Lost, ...]:
    """Keep a decision; it is replayed over what was detected, now and after every new reading.

    A decision about the text gives a new reading; which decisions lost their place by it is told.
    """
    if decision.kind in ABOUT_TEXT:
        return decide_text(store, plan_id, (decision,), now)
    stored = plans.load_plan(store, plan_id)
    check_decision(stored, decision)
    with store.step(label_of(stored, decision), now):
        plans.add_decision(store, plan_id, decision)
    return ()


def decide_text(
    store: Store, plan_id: int, decisions: Sequence[Decision], now: datetime
) -> tuple[Lost, ...]:
    """Keep decisions about the text in one step, with the reading that all of them lead to."""
    stored, rules = plans.load_plan(store, plan_id), taught.active_rules(store)
    return keep_answered(store, read_after(stored, decisions, rules), now)


def as_kept(store: Store, plan_id: int, known: StoredPlan | None) -> StoredPlan:
    """A plan as the store has it; what is known of it is taken where nothing changed since."""
    if known is not None and known.plan_id == plan_id:
        same = known.text.text == plans.text_of(store, plan_id)
        if same and known.decisions == plans.load_decisions(store, plan_id):
            return known
    return plans.load_plan(store, plan_id)


def read_after(stored: StoredPlan, decisions: Sequence[Decision], rules: Taught) -> Answered:
    """Read a plan as decisions about its text ask for; touches no database and may run in a thread."""
    for decision in decisions:
        check_decision(stored, decision)
    draft = read_source(stored.source, choices_of((*stored.decisions, *decisions)), rules)
    return _answered(stored, tuple(decisions), draft)


def brought_up(store: Store, answered: Answered, rule: TaughtRule | None = None) -> Answered | None:
    """The same with what was decided while the plan was read; None where it must be read anew.

    ``rule`` is one that is taught with it.
    """
    stored = answered.before
    decisions = plans.load_decisions(store, stored.plan_id)
    same = choices_of(decisions) == choices_of(stored.decisions)
    same = same and plans.text_of(store, stored.plan_id) == stored.text.text
    if not same or set(rules_with(store, rule)) != set(answered.draft.uses):
        return None
    if decisions == stored.decisions:
        return answered
    plan = revise(stored.detected, decisions)
    known = replace(stored, decisions=decisions, plan=plan)
    return _answered(known, answered.decisions, answered.draft)


def rules_with(store: Store, rule: TaughtRule | None = None) -> Taught:
    """The rules that a reading follows, with one that is about to be taught."""
    known = taught.active_rules(store)
    if rule is None:
        return known
    return (*(k for k in known if (k.lesson, k.words) != (rule.lesson, rule.words)), rule)


def keep_answered(store: Store, answered: Answered, now: datetime) -> tuple[Lost, ...]:
    """Keep decisions about the text with the reading that they lead to, in one step."""
    plan_id = answered.before.plan_id
    with store.step(label_of_all(answered.before, answered.decisions), now):
        for decision in answered.decisions:
            plans.add_decision(store, plan_id, decision)
        put_reading(store, answered)
    return answered.lost


def put_reading(store: Store, answered: Answered) -> None:
    """Put a reading in the place of the old one; needs an open step."""
    plan_id, draft = answered.before.plan_id, answered.draft
    plans.replace_reading(store, plan_id, draft.text, draft.plan, answered.before)
    taught.save_uses(store, plan_id, draft.uses)


def settle_finding(store: Store, plan_id: int, finding: Finding, now: datetime) -> None:
    """Note that a doubt was looked at and needs no change."""
    value: dict[str, object] = {"code": finding.code}
    decide(store, plan_id, Decision(DecisionKind.SETTLE, finding.span.start, value), now)


def answer_proposal(
    store: Store, plan_id: int, proposal: Proposal, new: str | None, now: datetime
) -> tuple[Lost, ...]:
    """Take one of the readings of a doubtful spot or another one; None leaves it as it stands."""
    return decide(store, plan_id, answer_of(proposal, new), now)


def answer_of(proposal: Proposal, new: str | None) -> Decision:
    """What the clerk says about a doubtful spot, as a decision."""
    value: dict[str, object] = {"rule": proposal.rule, "new": new, "before": proposal.before}
    if new is not None and new not in proposal.candidates:
        value["typed"] = True
    return Decision(DecisionKind.ANSWER, proposal.span.start, value)


def reject_repair(store: Store, plan_id: int, repair: Repair, now: datetime) -> tuple[Lost, ...]:
    """Leave a place of the text as it came."""
    return decide(store, plan_id, rejection_of(repair), now)


def rejection_of(repair: Repair) -> Decision:
    """That a place of the text stays as it came, as a decision."""
    value: dict[str, object] = {
        "rule": repair.rule,
        "before": repair.before,
        "after": repair.after,
        "stop": repair.span.end,
    }
    return Decision(DecisionKind.REJECT_REPAIR, repair.span.start, value)


def restore_repair(store: Store, plan_id: int, repair: Repair, now: datetime) -> tuple[Lost, ...]:
    """Repair a place again that was left as it came."""
    return decide(store, plan_id, restoration_of(repair), now)


def restoration_of(repair: Repair) -> Decision:
    """That a place of the text is repaired again, as a decision."""
    value: dict[str, object] = {"rule": repair.rule}
    return Decision(DecisionKind.RESTORE_REPAIR, repair.span.start, value)


def rejected_repairs(stored: StoredPlan) -> tuple[Repair, ...]:
    """The repairs that the clerk took back, each where it would be made again."""
    left = choices_of(stored.decisions).rejected
    told = {
        (str(d.value.get("rule")), d.at): d
        for d in stored.decisions
        if d.kind in (DecisionKind.REJECT_REPAIR, DecisionKind.ANSWER)
    }
    return tuple(_rejected(told[key]) for key in sorted(left) if key in told)


def lost_corrections(stored: StoredPlan) -> tuple[str, ...]:
    """The corrections that find no place in the present reading, each in a sentence."""
    lost = replay(stored.detected, stored.text, stored.decisions).lost
    return tuple(
        f"有一处\u201c{LABELS[one.decision.kind]}\u201d没有起作用\uff1a{one.reason}。"
        for one in lost
    )


def add_measure(store: Store, plan_id: int, span: Span, now: datetime) -> Decision:
    """Take in a measure that was missed: the words of a stretch of the raw text."""
    stored = plans.load_plan(store, plan_id)
    words = words_of(stored.text, span)
    decision = Decision(DecisionKind.ADD, span.start, {"stop": span.end, **_read(words)})
    decide(store, plan_id, decision, now)
    return decision


def split_measure(store: Store, plan_id: int, key: int, offset: int, now: datetime) -> None:
    """Cut a measure in two; the place is kept with the words before it and with its place in raw."""
    stored = plans.load_plan(store, plan_id)
    measure = next((m for m in stored.plan.measures if m.key == key), None)
    value: dict[str, object] = {"offset": offset}
    if measure is not None and 0 < offset < len(measure.text):
        value["before"] = measure.text[:offset][-_REMEMBERED:]
        cut = _place_of(stored.text, measure.span, measure.text[offset:])
        if cut is not None:
            value["cut"] = cut
    decide(store, plan_id, Decision(DecisionKind.SPLIT, key, value), now)


def words_of(text: MappedText, span: Span) -> str:
    """The repaired words that came from a stretch of the raw text."""
    place = text.to_text(span)
    return text.text[place.start : place.end].strip()


def _answered(stored: StoredPlan, more: tuple[Decision, ...], draft: Draft) -> Answered:
    decisions = (*stored.decisions, *more)
    plan = revise(draft.plan, decisions)
    after = replace(stored, text=draft.text, detected=draft.plan, decisions=decisions, plan=plan)
    return Answered(stored, more, draft, after, _newly_lost(stored, draft, decisions))


def _newly_lost(
    stored: StoredPlan, draft: Draft, decisions: Sequence[Decision]
) -> tuple[Lost, ...]:
    """The decisions that have a place in a plan and none in another reading of it."""
    before = replay(stored.detected, stored.text, stored.decisions).lost
    known = {id(lost.decision) for lost in before}
    after = replay(draft.plan, draft.text, decisions).lost
    return tuple(lost for lost in after if id(lost.decision) not in known)


_REMEMBERED = 8  # characters before a cut


def _read(words: str) -> dict[str, object]:
    """The words of a measure with the clause that they end in, where one can be read."""
    measures = parse(MappedText.of(words)).measures
    if len(measures) != 1 or not measures[0].text:
        return {"text": words}
    (read,) = measures
    duties = [{**asdict(duty), "role": duty.role.value} for duty in read.duties]
    return {"text": read.text, "clause": read.clause, "duties": duties}


def _place_of(text: MappedText, span: Span, words: str) -> int | None:
    """Where the rest of a measure begins in raw; None where its words do not stand there as they are."""
    place, wanted = text.to_text(span), words[:_REMEMBERED]
    at = text.text.find(wanted, place.start, place.end)
    again = text.text.find(wanted, at + 1, place.end)
    return text.to_raw(Span(at, at + 1)).start if at >= 0 and again < 0 else None


def _rejected(decision: Decision) -> Repair:
    value = decision.value
    before, stop = str(value.get("before") or ""), value.get("stop")
    end = stop if isinstance(stop, int) else decision.at + max(1, len(before))
    span = Span(decision.at, end)
    return Repair(str(value.get("rule")), before, str(value.get("after") or ""), span, True)
