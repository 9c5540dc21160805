"""Doing what a finding proposes: one step for one key, or for all findings of a kind."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.dividing.ordering import close_gaps
from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.checks.findings import (
    Change,
    Fix,
    NewDeadline,
    NewNumbers,
    NewTasks,
    NewUnits,
    NewWords,
    OneTask,
)


def fix(store: Store, plan_id: int, fixes: Sequence[Fix], now: datetime) -> int:
    """Do what these fixes say, all in one step; how many still applied.

    A fix whose tasks are gone, because another one merged them, is passed over.
    """
    if not fixes:
        raise refusal("没有可以自动处理的问题,没有改动。")
    first = fixes[0].label
    label = (
        f"处理“{shortened(first)}”"
        if len(fixes) == 1
        else f"处理{len(fixes)}处“{shortened(first)}”"
    )
    done = 0
    with store.step(label, now):
        for one in fixes:
            if _there(store, plan_id, one.changes):
                for change in one.changes:
                    _make(store, plan_id, change, now)
                done += 1
    return done


def _there(store: Store, plan_id: int, changes: Iterable[Change]) -> bool:
    """Whether every task that the changes speak of is still there."""
    rows = queries.task_rows(store, plan_id=plan_id, include_dropped=True)
    known = {row.task_id for row in rows}
    return all(set(_task_ids(change)) <= known for change in changes)


def _task_ids(change: Change) -> tuple[int, ...]:
    match change:
        case NewUnits() | NewWords() | NewDeadline():
            return (change.task_id,)
        case OneTask():
            return change.task_ids
        case NewNumbers() | NewTasks():
            return ()


def _make(store: Store, plan_id: int, change: Change, now: datetime) -> None:
    match change:
        case NewUnits(task_id, assignments):
            splitting.set_units(store, task_id, assignments, now)
        case NewWords(task_id, title, text):
            splitting.change_task(store, task_id, now, title=title, text=text)
        case NewDeadline(task_id, due_on):
            splitting.change_task(store, task_id, now, due_on=due_on)
        case OneTask(task_ids):
            splitting.merge_tasks(store, task_ids, now)
        case NewNumbers():
            close_gaps(store, plan_id)
        case NewTasks():
            splitting.divide(store, plan_id, now)
