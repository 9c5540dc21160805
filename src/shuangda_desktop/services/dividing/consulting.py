"""征求意见: a draft goes out unit by unit, replies come in, each opinion is settled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from shuangda_desktop.services.dividing import fixing
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store import consultations, tasks, units, versions
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.checks.findings import Fix
from shuangda_desktop.tasks.rounds.opinions import OUTCOME_WORDS, Consultation, Opinion, Outcome
from shuangda_desktop.tasks.rounds.piles import gathered
from shuangda_desktop.tasks.rounds.proposals import Change
from shuangda_desktop.tasks.rounds.reading import Reply
from shuangda_desktop.tasks.rounds.versions import VersionKind, frozen


def open_round(store: Store, plan_id: int, due_on: date, now: datetime) -> Consultation:
    """Freeze the draft and ask every unit that has a part in it, until a day."""
    if due_on < now.date():
        raise refusal(f"反馈截止日{due_on}已经过去,没有发起。请填写今天以后的日期。")
    known = [task for task in tasks_of(store, plan_id) if task.is_city_s]
    names = {given.unit for task in known for given in task.assignments}
    if not names:
        raise refusal("任务还没有承担单位,没有可以征求意见的对象。请先填写单位。")
    with store.step("发起征求意见", now):
        version = versions.add_version(store, plan_id, VersionKind.CONSULTED, frozen(known))
        ranked = _in_order(store, names)
        round_id = consultations.add_consultation(store, version.id, due_on, ranked)
    return consultations.load_consultation(store, round_id)


def set_due(store: Store, round_id: int, due_on: date, now: datetime) -> None:
    """Give the units another day until which to answer."""
    asked = consultations.load_consultation(store, round_id)
    if due_on < asked.sent_on:
        raise refusal(f"反馈截止日不能早于发出的日期{asked.sent_on},没有改动。")
    if due_on != asked.due_on:
        with store.step(f"修改{asked.name}的截止日", now):
            consultations.set_due(store, round_id, due_on)


def say_none(store: Store, round_id: int, names: Sequence[str], now: datetime) -> None:
    """Note that these units have no opinion, as they said by phone or on paper."""
    asked = consultations.load_consultation(store, round_id)
    said = [name for name in names if asked.standing(name)]
    if said:
        raise refusal(f"“{said[0]}”已经提了意见,没有改为无意见。请先删去它的意见。")
    with store.step(f"登记{_units(names)}无意见", now):
        for name in names:
            consultations.set_replied(store, round_id, name, now.date(), "")


def take_back(store: Store, round_id: int, names: Sequence[str], now: datetime) -> None:
    """Take back that these units answered, with all that they said."""
    with store.step(f"撤回{_units(names)}的回复", now):
        for name in names:
            consultations.remove_opinions(store, round_id, name)
            consultations.set_replied(store, round_id, name, None, "")


def add_opinion(store: Store, round_id: int, opinion: Opinion, now: datetime) -> int:
    """Keep an opinion that came by phone or on paper."""
    asked = consultations.load_consultation(store, round_id)
    known = next((unit for unit in asked.units if unit.unit == opinion.unit), None)
    if known is None:
        raise refusal(f"没有向“{opinion.unit}”征求意见,没有登记。请核对单位名称。")
    if not (opinion.proposal.strip() or opinion.reason.strip()):
        raise refusal("意见的内容不能空着,没有登记。")
    with store.step(f"登记“{opinion.unit}”的意见", now):
        (id_,) = consultations.add_opinions(store, round_id, [opinion])
        if known.replied_on is None:
            consultations.set_replied(store, round_id, opinion.unit, now.date(), "")
    return id_


def gather_replies(store: Store, round_id: int, replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Files that came back as one reply for each unit; what goes nowhere says why."""
    asked = consultations.load_consultation(store, round_id)
    found = gathered(replies, _spoken(asked))
    return tuple(
        replace(reply, doubts=(*reply.doubts, *_told_replaced(asked, reply))) for reply in found
    )


def keep_replies(store: Store, round_id: int, replies: Sequence[Reply], now: datetime) -> int:
    """Keep what came back, each unit's latest reply in the place of what it said before; how many.

    What it said before and says no more stays, marked as replaced.
    """
    asked = consultations.load_consultation(store, round_id)
    replies = gathered(replies, _spoken(asked))
    known = {unit.unit for unit in asked.units}
    kept = [reply for reply in replies if reply.is_readable and reply.unit in known]
    if not kept:
        return 0
    again = next((reply.unit for reply in kept if _drops_settled(asked, reply)), None)
    if again is not None:
        raise refusal(
            f"“{again}”的意见已经研究过,没有用新的回复替换。请先撤回它原来的回复,或手工补充。"
        )
    with store.step(f"读回{len(kept)}份意见", now):
        for reply in kept:
            _put_in_place(store, asked, reply)
            consultations.set_replied(store, round_id, reply.unit, now.date(), reply.file)
    return len(kept)


def _spoken(asked: Consultation) -> set[str]:
    return {opinion.unit for opinion in asked.opinions if opinion.stands}


def _said_no_more(asked: Consultation, reply: Reply) -> list[Opinion]:
    """What a unit said before this reply and says no more in it."""
    now = [opinion for opinion in reply.opinions if opinion.stands]
    before = asked.standing(reply.unit) if now else ()
    return [old for old in before if not any(old.says_as(new) for new in now)]


def _told_replaced(asked: Consultation, reply: Reply) -> Iterator[str]:
    gone = _said_no_more(asked, reply) if reply.is_readable else []
    if gone:
        yield (
            f"“{reply.unit}”原来的意见里有{len(gone)}条这次没有写\uff0c已标为“已被替换”\u3002"
            "仍要算数的\uff0c选中它按“重新研究”\u3002"
        )


def _drops_settled(asked: Consultation, reply: Reply) -> bool:
    """Whether a reply says no more what was settled already: a task may have been changed for it."""
    return any(old.outcome is not Outcome.OPEN for old in _said_no_more(asked, reply))


def _put_in_place(store: Store, asked: Consultation, reply: Reply) -> None:
    """Add what is new, leave what is said again as it was settled, mark what is said no more."""
    before = [opinion for opinion in asked.opinions if opinion.unit == reply.unit]
    for old in _said_no_more(asked, reply):
        consultations.save_opinion(store, old.replaced_by(reply.file))
    for new in reply.opinions:
        known = next((old for old in before if old.says_as(new)), None)
        if known is None:
            consultations.add_opinions(store, asked.id, [new])
        elif new.stands and not known.stands:
            back = replace(known, outcome=Outcome.OPEN, outcome_reason="")
            consultations.save_opinion(store, back)


def file_under(store: Store, opinion_id: int, task_id: int | None, now: datetime) -> None:
    """Say which task an opinion is about; its doubt is settled by that."""
    opinion = _load(store, opinion_id)
    about = opinion.about
    if task_id is not None:
        task = tasks.load_task(store, task_id)
        about = f"{task.number} {task.title or task.text[:20]}"
    changed = opinion.filed(task_id, about)
    if changed != opinion:
        with store.step(f"核对“{opinion.unit}”的意见", now):
            consultations.save_opinion(store, changed)


def remove_opinion(store: Store, opinion_id: int, now: datetime) -> None:
    """Take an opinion out that is none."""
    opinion = _load(store, opinion_id)
    with store.step(f"删去“{opinion.unit}”的一条意见", now):
        consultations.remove_opinion(store, opinion_id)


def settle(
    store: Store,
    opinion_id: int,
    outcome: Outcome,
    reason: str,
    now: datetime,
    change: Change | None = None,
) -> None:
    """Adopt an opinion, in whole or in part, or not; what it changes in the task is the same step."""
    opinion = _load(store, opinion_id)
    if not opinion.stands and reason == opinion.outcome_reason:
        reason = ""  # why it was replaced says nothing of what became of it
    if outcome in (Outcome.PARTLY, Outcome.REJECTED) and not reason.strip():
        raise refusal(f"{OUTCOME_WORDS[outcome]}要写明理由,没有改动。")
    word = OUTCOME_WORDS[outcome] or "重新研究"
    with store.step(f"{word}“{opinion.unit}”对“{shortened(opinion.about)}”的意见", now):
        kept = replace(opinion, outcome=outcome, outcome_reason=reason.strip(), doubt="")
        consultations.save_opinion(store, kept)
        if change is not None and outcome in (Outcome.ADOPTED, Outcome.PARTLY):
            _change(store, change, now)


def _change(store: Store, change: Change, now: datetime) -> None:
    task = tasks.load_task(store, change.task_id)
    fixing.fix(store, task.plan_id, [Fix("按意见修改", (change,))], now)


def _load(store: Store, opinion_id: int) -> Opinion:
    found = consultations.load_opinion(store, opinion_id)
    if found is None:
        raise refusal("这条意见已经不在了,没有改动。")
    return found


def _in_order(store: Store, names: Iterable[str]) -> list[str]:
    order = {unit.label: unit.order for unit in units.load_units(store)}
    return sorted(names, key=lambda name: (order.get(name, len(order) + 1), name))


def _units(names: Sequence[str]) -> str:
    return f"“{names[0]}”" if len(names) == 1 else f"{len(names)}个单位"
