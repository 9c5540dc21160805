"""Taking documents in: read, keep, remove."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from shuangda_desktop.services.reading.carrying import Carried, carried
from shuangda_desktop.services.reading.drafts import (
    Draft,
    read_document,
    read_markup,
    read_pasted,
    reader_of_several,
)
from shuangda_desktop.services.reading.editions import (
    Alike,
    Likeness,
    altered_tasks,
    hand_over,
    likeness,
    loose_tasks,
)
from shuangda_desktop.services.words import plan_name, refusal
from shuangda_desktop.sources.border.sniff import is_markup
from shuangda_desktop.store import plans, queries, readings, taught
from shuangda_desktop.store.database import Store

__all__ = [
    "Alike",
    "Carried",
    "Draft",
    "Likeness",
    "altered_tasks",
    "carried_over",
    "carrying_over",
    "is_markup",
    "is_up_to_date",
    "keep_plan",
    "likeness",
    "loose_tasks",
    "read_document",
    "read_markup",
    "read_pasted",
    "reader_of_several",
    "remove_plan",
    "same_document",
]  # fmt: skip


def same_document(store: Store, draft: Draft) -> int | None:
    """The plan that was kept from the very same bytes."""
    return plans.find_source(store, draft.source.sha256)


def keep_plan(
    store: Store,
    draft: Draft,
    now: datetime,
    replace: int | None = None,
    over: Carried | None = None,
) -> int:
    """Keep a draft as a plan; the same bytes a second time give the plan that is there.

    ``replace`` names an older plan whose place it takes: tasks and progress go over to the new one,
    see ``loose_tasks``, and the clerk's decisions as far as they hold in it: ``over`` is what
    ``carried_over`` said of them, where that was asked before and holds still. Undo brings all back.
    """
    known = same_document(store, draft)
    if known is not None and replace in (None, known):
        return known
    if known is not None:
        raise refusal("这份文件已经导入过,没有用它替换别的来文。请删除不要的一份。")
    if over is not None and not is_up_to_date(store, over):
        raise refusal("原来的一份刚刚又有改动,没有替换。请再导入一次。")
    name = plan_name(draft.plan.title, draft.source.name)
    with store.step(f"导入{name}" if replace is None else f"以新版本替换{name}", now):
        if replace is None:
            return _saved(store, draft, now)
        over = over or carried_over(store, replace, draft)
        plan_id = _saved(store, over.draft, now)
        for decision in over.decisions:
            plans.add_decision(store, plan_id, decision)
        hand_over(store, replace, plan_id)
        plans.delete_plan(store, replace)
    return plan_id


def carried_over(store: Store, plan_id: int, draft: Draft) -> Carried:
    """What becomes of the decisions about a plan when a draft takes its place."""
    return carrying_over(store, plan_id, draft)()


def carrying_over(store: Store, plan_id: int, draft: Draft) -> Callable[[], Carried]:
    """The same as work for a thread, over the plan as it is now; see ``is_up_to_date``."""
    return partial(carried, plans.load_plan(store, plan_id), draft)


def is_up_to_date(store: Store, over: Carried) -> bool:
    """Whether the plan that is to be replaced is still as it was when its decisions were carried over."""
    plan_id, old = over.old.plan_id, over.old
    read_alike = readings.load_detected(store, [plan_id]).get(plan_id) == old.detected
    return read_alike and plans.load_decisions(store, plan_id) == old.decisions


def _saved(store: Store, draft: Draft, now: datetime) -> int:
    plan_id = plans.save_plan(store, draft.source, draft.text, draft.plan, now.date())
    taught.save_uses(store, plan_id, draft.uses)
    return plan_id


def remove_plan(store: Store, plan_id: int, now: datetime) -> None:
    """Take a plan out with its tasks and their progress; undo brings all of it back."""
    stored = plans.load_plan(store, plan_id)
    tasks = queries.task_rows(store, plan_id=plan_id, include_dropped=True)
    reported = sum(1 for row in tasks if row.latest_on)
    name = plan_name(stored.plan.title, stored.source.name)
    label = f"删除{name}" + (f"及{reported}项任务的进展" if reported else "")
    with store.step(label, now):
        plans.delete_plan(store, plan_id)
