"""Doing what a finding proposes: one step for one key, or for all findings of a kind."""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime

from shuangda_desktop.services.dividing import linting, splitting
from shuangda_desktop.services.dividing.ordering import close_gaps
from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.checks.findings import (
    Change,
    Fix,
    LookedAt,
    NewDeadline,
    NewNumbers,
    NewTasks,
    NewUnits,
    NewWords,
    OneTask,
)

_OVER = (NewUnits, NewWords, NewDeadline)


def fix(store: Store, plan_id: int, fixes: Sequence[Fix], now: datetime) -> int:
    """Do what these fixes say, all in one step; how many still applied.

    A fix whose tasks are gone, because another one merged them, is passed over. Each fix says what a
    task shall be as a whole: of several for one task, those after the first are looked for anew.
    """
    if not fixes:
        raise refusal("没有可以自动处理的问题,没有改动。")
    first = fixes[0].label
    label = (
        f"处理“{shortened(first)}”"
        if len(fixes) == 1
        else f"处理{len(fixes)}处“{shortened(first)}”"
    )
    now_on, later = _parted(fixes)
    kinds = _kinds(store, plan_id, later)
    with store.step(label, now):
        done = _do(store, plan_id, now_on, now)
        for _ in later:  # each round mends one of each task at least: these are always enough
            left = _left(store, plan_id, kinds, _written(later))
            if not left:
                break
            done += _do(store, plan_id, _parted(left)[0], now)
    return done


def _parted(fixes: Sequence[Fix]) -> tuple[list[Fix], list[Fix]]:
    """The first fix of what a task has, and those that would write the same over it once more."""
    touched: set[tuple[str, int]] = set()
    first: list[Fix] = []
    later: list[Fix] = []
    for one in fixes:
        written = _written([one])
        (later if written & touched else first).append(one)
        touched |= written
    return first, later


def _written(fixes: Iterable[Fix]) -> set[tuple[str, int]]:
    """Of which tasks fixes write the units, the words or the deadline."""
    changes = (change for one in fixes for change in one.changes)
    return {(type(c).__name__, c.task_id) for c in changes if isinstance(c, _OVER)}


def _left(store: Store, plan_id: int, kinds: Set[str], about: Set[tuple[str, int]]) -> list[Fix]:
    """The fixes of these kinds that there are now for what these tasks have."""
    found = linting.lint(store, plan_id)
    return [f.fix for f in found if f.fix and f.code in kinds and about & _written([f.fix])]


def _kinds(store: Store, plan_id: int, fixes: Sequence[Fix]) -> set[str]:
    """The codes of the findings that these fixes would mend."""
    found = linting.lint(store, plan_id) if fixes else ()
    return {finding.code for finding in found if finding.fix in fixes}


def _do(store: Store, plan_id: int, fixes: Iterable[Fix], now: datetime) -> int:
    done = 0
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
        case NewUnits() | NewWords() | NewDeadline() | LookedAt():
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
        case LookedAt(task_id, note):
            splitting.drop_note(store, task_id, note, now)
        case OneTask(task_ids):
            splitting.merge_tasks(store, task_ids, now)
        case NewNumbers():
            close_gaps(store, plan_id)
        case NewTasks():
            splitting.divide(store, plan_id, now)
