"""Taking documents in: read, keep, remove."""

from datetime import datetime

from shuangda_desktop.services.drafts import Draft, read_document, read_pasted
from shuangda_desktop.services.words import plan_name
from shuangda_desktop.store import plans, queries
from shuangda_desktop.store.database import Store

__all__ = ["Draft", "keep_plan", "read_document", "read_pasted", "remove_plan", "same_document"]


def same_document(store: Store, draft: Draft) -> int | None:
    """The plan that was kept from the very same bytes."""
    return plans.find_source(store, draft.source.sha256)


def keep_plan(store: Store, draft: Draft, now: datetime) -> int:
    """Keep a draft as a plan; the same bytes a second time give the plan that is there."""
    known = same_document(store, draft)
    if known is not None:
        return known
    name = plan_name(draft.plan.title, draft.source.name)
    with store.step(f"导入{name}", now):
        return plans.save_plan(store, draft.source, draft.text, draft.plan, now.date())


def remove_plan(store: Store, plan_id: int, now: datetime) -> None:
    """Take a plan out with its tasks and their progress; undo brings all of it back."""
    stored = plans.load_plan(store, plan_id)
    tasks = queries.task_rows(store, plan_id=plan_id, include_dropped=True)
    reported = sum(1 for row in tasks if row.latest_on)
    name = plan_name(stored.plan.title, stored.source.name)
    label = f"删除{name}" + (f"及{reported}项任务的进展" if reported else "")
    with store.step(label, now):
        plans.delete_plan(store, plan_id)
