"""Taking documents in: read, keep, remove."""

from datetime import datetime

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
    hand_over,
    likeness,
    loose_tasks,
)
from shuangda_desktop.services.words import plan_name, refusal
from shuangda_desktop.sources.border.sniff import is_markup
from shuangda_desktop.store import plans, queries, taught
from shuangda_desktop.store.database import Store

__all__ = [
    "Alike", "Carried", "Draft", "Likeness", "carried_over", "is_markup", "keep_plan", "likeness", "loose_tasks",
    "read_document", "read_markup", "read_pasted", "reader_of_several", "remove_plan", "same_document",
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
    ``carried_over`` said of them, where that was asked before. Undo brings all of it back.
    """
    known = same_document(store, draft)
    if known is not None and replace in (None, known):
        return known
    if known is not None:
        raise refusal("这份文件已经导入过,没有用它替换别的来文。请删除不要的一份。")
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
    return carried(plans.load_plan(store, plan_id), draft)


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
