"""The clerk's decisions about what was read from a document."""

from dataclasses import asdict
from datetime import datetime

from shuangda_desktop.plan.model import Decision, DecisionKind, Finding
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.replay import Lost, replay
from shuangda_desktop.services.corrections import LABELS, check_decision, label_of
from shuangda_desktop.services.drafts import choices_of, read_source
from shuangda_desktop.store import plans, taught
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import MappedText, Proposal, Repair, Span

ABOUT_TEXT = {DecisionKind.REJECT_REPAIR, DecisionKind.RESTORE_REPAIR, DecisionKind.ANSWER}


def decide(store: Store, plan_id: int, decision: Decision, now: datetime) -> tuple[Lost, ...]:
    """Keep a decision; it is replayed over what was detected, now and after every new reading.

    A decision about the text gives a new reading: earlier decisions that no longer find their place in
    it are told. They stay kept, for the next reading may have it again.
    """
    stored = plans.load_plan(store, plan_id)
    check_decision(stored, decision)
    with store.step(label_of(stored, decision), now):
        plans.add_decision(store, plan_id, decision)
        return read_again(store, stored, decision) if decision.kind in ABOUT_TEXT else ()


def settle_finding(store: Store, plan_id: int, finding: Finding, now: datetime) -> None:
    """Note that a doubt was looked at and needs no change."""
    value: dict[str, object] = {"code": finding.code}
    decide(store, plan_id, Decision(DecisionKind.SETTLE, finding.span.start, value), now)


def answer_proposal(
    store: Store, plan_id: int, proposal: Proposal, new: str | None, now: datetime
) -> tuple[Lost, ...]:
    """Take one of the readings of a doubtful spot or another one; None leaves it as it stands."""
    value: dict[str, object] = {"rule": proposal.rule, "new": new, "before": proposal.before}
    if new is not None and new not in proposal.candidates:
        value["typed"] = True
    return decide(store, plan_id, Decision(DecisionKind.ANSWER, proposal.span.start, value), now)


def reject_repair(store: Store, plan_id: int, repair: Repair, now: datetime) -> tuple[Lost, ...]:
    """Leave a place of the text as it came."""
    value: dict[str, object] = {
        "rule": repair.rule,
        "before": repair.before,
        "after": repair.after,
        "stop": repair.span.end,
    }
    decision = Decision(DecisionKind.REJECT_REPAIR, repair.span.start, value)
    return decide(store, plan_id, decision, now)


def restore_repair(store: Store, plan_id: int, repair: Repair, now: datetime) -> tuple[Lost, ...]:
    """Repair a place again that was left as it came."""
    value: dict[str, object] = {"rule": repair.rule}
    decision = Decision(DecisionKind.RESTORE_REPAIR, repair.span.start, value)
    return decide(store, plan_id, decision, now)


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


def read_again(store: Store, stored: StoredPlan, *more: Decision) -> tuple[Lost, ...]:
    """Put a reading by today's choices and rules in the place of the old; needs an open step."""
    decisions = (*stored.decisions, *more)
    rules = taught.active_rules(store)
    draft = read_source(stored.source, choices_of(decisions), rules)
    plans.replace_reading(store, stored.plan_id, draft.text, draft.plan)
    taught.save_uses(store, stored.plan_id, draft.uses)
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
