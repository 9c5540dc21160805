"""From a plan's measures to the city's own tasks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from typing import Final

from shuangda_desktop.services.dividing.assigning import changed_roles, check_units, settled
from shuangda_desktop.services.dividing.deciding import settle_open
from shuangda_desktop.services.dividing.ordering import (
    city_s_tasks,
    close_gaps,
    put_at,
    put_in,
    renumber,
    tasks_of,
    woven,
)
from shuangda_desktop.services.dividing.proposing import proposed_tasks
from shuangda_desktop.services.words import plan_name, refusal, task_name
from shuangda_desktop.store import plans, settings, tasks, units
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.store.task_sources import add_sources, answered_keys, other_sources
from shuangda_desktop.tasks.dividing import edit
from shuangda_desktop.tasks.dividing.counties import by_county
from shuangda_desktop.tasks.dividing.replacing import traced
from shuangda_desktop.tasks.model import BETWEEN_REASONS, Assignment, Basis, Status, Task


class Unchanged(Enum):
    """Stands for a value that a change leaves as it is, where None is a value of its own."""

    TOKEN = "unchanged"


UNCHANGED: Final = Unchanged.TOKEN


def propose(store: Store, plan_id: int) -> tuple[Task, ...]:
    """The tasks that the plan's measures would become in this city; nothing is kept."""
    return _proposed(store, plans.load_plan(store, plan_id))


def divide(store: Store, plan_id: int, now: datetime) -> list[int]:
    """Keep proposed tasks for the measures that have none; what exists is never touched."""
    stored, existing = plans.load_plan(store, plan_id), tasks_of(store, plan_id)
    covered = answered_keys(store, plan_id)
    fresh = [task for task in _proposed(store, stored) if task.measure_key not in covered]
    if not fresh:
        return []
    with store.step(f"分解{plan_name(stored.plan.title, stored.source.name)}", now):
        ids = tasks.add_tasks(store, [replace(task, status=Status.DRAFT) for task in fresh])
        if existing:
            ordered = woven(existing, tasks.load_tasks(store, ids))
            renumber(store, plan_id, [task.id or 0 for task in ordered])
    return ids


def accept(store: Store, task_ids: Sequence[int], now: datetime) -> None:
    """Confirm what was proposed for these tasks; a task proposed as not ours is dropped so.

    A counterpart that depended on the city is confirmed for all tasks with it, see ``deciding``.
    """
    chosen = [_load(store, task_id) for task_id in task_ids]
    if not chosen:
        return
    with store.step(f"确认{_names(chosen)}", now):
        for task in chosen:
            tasks.save_task(store, _accepted(task))
        settle_open(store, chosen)


def change_task(
    store: Store,
    task_id: int,
    now: datetime,
    *,
    title: str | None = None,
    text: str | None = None,
    due_on: date | Unchanged | None = UNCHANGED,
    due_text: str | None = None,
    recurrence: str | None = None,
) -> None:
    """Set what is given; a deadline that the clerk sets is decided, whatever it was before."""
    task = _load(store, task_id)
    changed = replace(
        task,
        title=task.title if title is None else _filled(title, "标题"),
        text=task.text if text is None else _filled(text, "内容"),
        recurrence=task.recurrence if recurrence is None else recurrence,
    )
    if due_on is not UNCHANGED:
        changed = replace(changed, due_on=due_on, due_basis=Basis.DECIDED)
        # The source's own phrase (6月底前) would contradict another day.
        changed = replace(changed, due_text=task.due_text if due_on == task.due_on else "")
    if due_text is not None:
        changed = replace(changed, due_text=due_text)
    if changed != task:
        with store.step(f"修改{_name(task)}的{_changes(task, changed)}", now):
            tasks.save_task(store, changed)


def set_units(store: Store, task_id: int, assignments: Sequence[Assignment], now: datetime) -> None:
    """Give a task these units; what stays as it was keeps its id, basis and reason."""
    task = _load(store, task_id)
    check_units(assignments)
    parts = settled(traced(task.assignments, assignments), task.assignments)
    if parts == task.assignments:
        return
    with store.step(f"调整{_name(task)}的{changed_roles(task.assignments, parts)}", now):
        tasks.save_task(store, replace(task, assignments=parts))


def split_task(store: Store, task_id: int, offset: int, now: datetime) -> int:
    """Cut a task in two at a place of its text; both have its units, the log stays with the first."""
    task = _load(store, task_id)
    if not (task.text[:offset].strip() and task.text[offset:].strip()) or offset < 0:
        raise refusal("拆分的位置不在任务文字的中间,没有改动。请把光标放在两句之间再拆分。")
    first, second = edit.split_task(task, offset)
    with store.step(f"拆分{_name(task)}", now):
        tasks.save_task(store, replace(first, id=task_id))
        new_id = tasks.add_tasks(store, [_unsaved(second)])[0]
        put_in(store, task.plan_id, task_id, [new_id])
    return new_id


def divide_by_county(store: Store, task_id: int, now: datetime) -> list[int]:
    """Make one task for each county of a task that all counties have a part in; the ids of all."""
    task = _load(store, task_id)
    parts = by_county(task, units.load_directory(store))
    if len(parts) < 2:
        raise refusal(
            "这项任务不能按县区分解,没有改动。任务里要有“各县(市、区)”,名录里要有各县区政府(级别县级、类别政府)。"
        )
    with store.step(f"按县区分解{_name(task)}", now):
        tasks.save_task(store, parts[0])
        fresh = tasks.add_tasks(store, parts[1:])
        put_in(store, task.plan_id, task_id, fresh)
    return [task_id, *fresh]


def merge_tasks(store: Store, task_ids: Sequence[int], now: datetime) -> int:
    """Make one task of several of a plan; it keeps the id and the log of the first."""
    chosen = sorted((_load(store, i) for i in set(task_ids)), key=_place)
    if len(chosen) < 2:
        raise refusal("合并至少要选两项任务,没有改动。")
    if len({task.plan_id for task in chosen}) > 1:
        raise refusal("选中的任务来自不同的文件,不能合并,没有改动。")
    gone = [task.id for task in chosen[1:] if task.id is not None]
    for task_id in gone:
        if tasks.load_entries(store, task_id):
            raise refusal(
                f"{_name(_load(store, task_id))}已经有进展记录,并入别的任务会丢失记录,没有合并。"
                "请把它作为第一项,或保持分开。"
            )
    merged = edit.merge_tasks(chosen)
    with store.step(f"合并{_names(chosen)}", now):
        others = [source for task_id in gone for source in other_sources(store, task_id)]
        tasks.delete_tasks(store, gone)
        add_sources(store, chosen[0].id or 0, tuple(others))
        tasks.save_task(store, replace(merged, id=chosen[0].id, number=chosen[0].number))
        close_gaps(store, chosen[0].plan_id)
    return chosen[0].id or 0


def drop_tasks(store: Store, task_ids: Sequence[int], reason: str, now: datetime) -> None:
    """Leave tasks out for one reason; they stay visible among the dropped ones and hold no number."""
    chosen = [_load(store, task_id) for task_id in task_ids]
    if not reason.strip():
        raise refusal("不分解的任务要写明理由,没有改动。请填写理由后再试。")
    with store.step(f"不分解{_names(chosen)}", now):
        _save_all(store, [replace(task, dropped_reason=reason.strip()) for task in chosen])


def restore_tasks(store: Store, task_ids: Sequence[int], now: datetime) -> None:
    """Take dropped tasks in again, as such that apply to the city."""
    chosen = [_load(store, task_id) for task_id in task_ids]
    with store.step(f"恢复{_names(chosen)}", now):
        _save_all(store, [replace(task, dropped_reason="", applicable=True) for task in chosen])


def _save_all(store: Store, changed: Sequence[Task]) -> None:
    """Keep tasks that came into the list or left it, and number their plans."""
    for task in changed:
        tasks.save_task(store, task)
    for plan_id in {task.plan_id for task in changed}:
        close_gaps(store, plan_id)


def move_task(store: Store, task_id: int, position: int, now: datetime) -> None:
    """Put a task at a place among those of its plan that are the city's, counted from 1; the numbers follow."""
    task = _load(store, task_id)
    place = min(max(position, 1), city_s_tasks(store, task.plan_id))
    with store.step(f"移动{_name(task)}到第{place}位", now):
        put_at(store, task, place)


def drop_note(store: Store, task_id: int, note: str, now: datetime) -> None:
    """Take out of the reason of a task what the clerk was asked to look at, and did."""
    task = _load(store, task_id)
    reasons = [part for part in task.reason.split(BETWEEN_REASONS) if part != note]
    with store.step(f"核对任务{_names([task])}", now):
        tasks.save_task(store, replace(task, reason=BETWEEN_REASONS.join(reasons)))


def _place(task: Task) -> tuple[int, int, int]:
    """By which tasks of a plan are ordered, as the queries do it."""
    return abs(task.number), -task.number, task.id or 0


def _proposed(store: Store, stored: StoredPlan) -> tuple[Task, ...]:
    if not settings.get(store, "city"):
        raise refusal(
            "还没有设置本市,不能拟定任务。请先在“单位”页填写省、市名称,或运行 shuangda setup。"
        )
    return proposed_tasks(store, stored)


def _load(store: Store, task_id: int) -> Task:
    return tasks.load_task(store, task_id)


def _changes(before: Task, after: Task) -> str:
    """What differs between two states of a task, in Chinese."""
    deadlines = [(t.due_on, t.due_basis, t.due_text) for t in (before, after)]
    differs = {
        "标题": before.title != after.title,
        "内容": before.text != after.text,
        "时限": deadlines[0] != deadlines[1],
        "频次": before.recurrence != after.recurrence,
    }
    return "、".join(word for word, changed in differs.items() if changed)


def _accepted(task: Task) -> Task:
    assignments = tuple(replace(a, basis=_confirmed(a.basis)) for a in task.assignments)
    dropped = task.dropped_reason if task.applicable else task.dropped_reason or task.reason
    return replace(
        task,
        assignments=assignments,
        due_basis=_confirmed(task.due_basis),
        dropped_reason=dropped,
    )


def _confirmed(basis: Basis) -> Basis:
    return Basis.DECIDED if basis is Basis.PROPOSED else basis


def _unsaved(task: Task) -> Task:
    assignments = tuple(replace(a, id=None) for a in task.assignments)
    return replace(task, id=None, assignments=assignments)


def _filled(value: str, what: str) -> str:
    if not value.strip():
        raise refusal(f"任务的{what}不能空着,没有改动。")
    return value.strip()


def _name(task: Task) -> str:
    return task_name(task.number, task.title)


def _names(chosen: Sequence[Task]) -> str:
    return _name(chosen[0]) if len(chosen) == 1 else f"{len(chosen)}项任务"
