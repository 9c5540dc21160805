"""Tasks with their parts, and the log of their progress."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from shuangda_desktop.errors import StoreError
from shuangda_desktop.plan.model import Role, Target
from shuangda_desktop.store.adjustments import note_added, note_gone, note_saved
from shuangda_desktop.store.columns import Columns, columns_of, percent_column, to_date, to_percent
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import (
    Assignment,
    Basis,
    ProgressEntry,
    Rewording,
    Status,
    Task,
)
from shuangda_desktop.tasks.progress import Mark

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Part = TypeVar("Part")

_NOT_COLUMNS = (
    "id", "plan_id", "measure_key", "more_keys", "assignments", "targets", "rewordings",
)  # fmt: skip


def add_tasks(store: Store, tasks: Iterable[Task]) -> list[int]:
    """Keep new tasks; their ids, in order."""
    fresh = list(tasks)
    ids = store.insert("task", [columns_of(task, *_NOT_COLUMNS) for task in fresh])
    numbered = list(zip(ids, fresh, strict=True))
    store.insert("task_source", [row for id_, task in numbered for row in _sources(id_, task)])
    store.insert("assignment", _parts(numbered, lambda task: task.assignments))
    store.insert("task_target", _parts(numbered, lambda task: task.targets))
    store.insert("rewording", _parts(numbered, lambda task: task.rewordings))
    note_added(store, ids, [replace(task, id=id_) for id_, task in numbered])
    return ids


def save_task(store: Store, task: Task) -> None:
    """Write a changed task; parts that stay keep their ids, and what did not change is not written."""
    known = load_task(store, task.id or 0)
    id_ = known.id or 0
    _update(store, "task", id_, columns_of(task, *_NOT_COLUMNS))
    if (task.plan_id, task.keys) != (known.plan_id, known.keys):
        _save_sources(store, id_, known.plan_id, task)
    if task.assignments != known.assignments:
        _save_assignments(store, id_, known.assignments, task.assignments)
    if task.targets != known.targets:
        store.execute("DELETE FROM task_target WHERE task_id = ?", [id_])
        store.insert("task_target", _parts([(id_, task)], lambda task: task.targets))
    if task.rewordings != known.rewordings:
        store.execute("DELETE FROM rewording WHERE task_id = ?", [id_])
        store.insert("rewording", _parts([(id_, task)], lambda task: task.rewordings))
    note_saved(store, task)


def delete_tasks(store: Store, ids: Sequence[int]) -> None:
    """Take tasks out, with everything that hangs on them."""
    note_gone(store, ids)
    store.execute(f"DELETE FROM task WHERE id {_WANTED}", [json.dumps(list(ids))])


def load_task(store: Store, task_id: int) -> Task:
    """One task; StoreError when it is no longer there."""
    found = load_tasks(store, [task_id])
    if not found:
        raise StoreError("这项任务已经不在数据库中\uff0c没有改动。请刷新列表后再选。")
    return found[0]


def load_tasks(store: Store, ids: Sequence[int]) -> tuple[Task, ...]:
    """Those of the tasks that are there, in the order of their ids."""
    wanted = json.dumps(list(ids))
    assignments = _grouped(store, _ASSIGNMENTS, wanted, _to_assignment)
    targets = _grouped(store, _TARGETS, wanted, Target)
    rewordings = _grouped(store, _REWORDINGS, wanted, Rewording)
    more_keys = _grouped(store, MORE_KEYS, wanted, int)
    return tuple(
        replace(
            _to_task(id_, *values),
            more_keys=tuple(more_keys[id_]),
            assignments=tuple(assignments[id_]),
            targets=tuple(targets[id_]),
            rewordings=tuple(rewordings[id_]),
        )
        for id_, *values in store.rows(_TASKS, [wanted])
    )


def add_entry(store: Store, entry: ProgressEntry) -> int:
    """Append a line to the log of a task; its id. An entry without a time gets that of the step."""
    row: Columns = {
        "task_id": entry.task_id,
        "unit": entry.unit,
        "reported_on": entry.on.isoformat(),
        "percent": percent_column(entry.percent),
        "note": entry.note,
        "recorded_at": (entry.recorded_at or store.now).isoformat(),
        "period": entry.period,
    }
    return store.insert("progress_entry", [row])[0]


def load_entries(store: Store, task_id: int) -> tuple[ProgressEntry, ...]:
    """The log of a task, oldest first."""
    return load_logs(store, [task_id]).get(task_id, ())


def load_logs(store: Store, task_ids: Sequence[int]) -> dict[int, tuple[ProgressEntry, ...]]:
    """The logs of several tasks, each the oldest first; tasks without a line are not in it."""
    found: defaultdict[int, list[ProgressEntry]] = defaultdict(list)
    for task_id, unit, on, percent, note, at, id_, period in store.rows(
        _LOGS, [json.dumps(list(task_ids))]
    ):
        entry = ProgressEntry(
            task_id,
            unit,
            date.fromisoformat(on),
            to_percent(percent),
            note,
            datetime.fromisoformat(at),
            id_,
            period,
        )
        found[task_id].append(entry)
    return {task_id: tuple(entries) for task_id, entries in found.items()}


def load_marks(store: Store, task_ids: Sequence[int]) -> dict[int, list[Mark]]:
    """How far the units were, by task, each the oldest first: their logs without the words."""
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    for task_id, unit, on, percent in store.rows(_MARKS, [json.dumps(list(task_ids))]):
        found[task_id].append(Mark(unit, date.fromisoformat(on), to_percent(percent)))
    return found


_WANTED = "IN (SELECT value FROM json_each(?))"
# The other measures of the plan that a task is filed under.
MORE_KEYS = f"""
    SELECT more.task_id, more.measure_key
    FROM task_source AS more JOIN task_source AS filed
        ON filed.task_id = more.task_id AND filed.position = 0 AND filed.plan_id = more.plan_id
    WHERE more.position > 0 AND more.task_id {_WANTED} ORDER BY more.position
"""
_TASKS = f"""
    SELECT task.id, plan_id, measure_key, number, title, text, due_on, due_basis, due_text,
        recurrence, status, applicable, dropped_reason, reason
    FROM task JOIN task_source ON task_id = task.id AND position = 0
    WHERE task.id {_WANTED} ORDER BY task.id
"""
_ASSIGNMENTS = f"""
    SELECT task_id, unit, role, basis, source_unit, reason, scope, id
    FROM assignment WHERE task_id {_WANTED} ORDER BY position
"""
_TARGETS = f"""
    SELECT task_id, name, operator, value, unit, text
    FROM task_target WHERE task_id {_WANTED} ORDER BY position
"""
_REWORDINGS = f"""
    SELECT task_id, before, after FROM rewording WHERE task_id {_WANTED} ORDER BY position
"""
_MARKS = f"""
    SELECT task_id, unit, reported_on, percent
    FROM progress_entry WHERE task_id {_WANTED} ORDER BY task_id, reported_on, id
"""
_LOGS = f"""
    SELECT task_id, unit, reported_on, percent, note, recorded_at, id, period
    FROM progress_entry WHERE task_id {_WANTED} ORDER BY task_id, reported_on, id
"""


def _sources(task_id: int, task: Task, first_free: int = 1) -> list[Columns]:
    """The measures of a task; position 0 is the one that it is filed under."""
    positions = [0, *range(first_free, first_free + len(task.more_keys))]
    return [
        {"task_id": task_id, "position": position, "plan_id": task.plan_id, "measure_key": key}
        for position, key in zip(positions, task.keys, strict=True)
    ]


def _save_sources(store: Store, task_id: int, old_plan: int, task: Task) -> None:
    """File a task anew; what it carries out of other plans stays."""
    for plan_id in {old_plan, task.plan_id}:
        store.execute(
            "DELETE FROM task_source WHERE task_id = ? AND plan_id = ?", [task_id, plan_id]
        )
    last = "SELECT coalesce(max(position), 0) FROM task_source WHERE task_id = ?"
    store.insert("task_source", _sources(task_id, task, store.rows(last, [task_id])[0][0] + 1))


def _parts(
    numbered: Sequence[tuple[int, Task]], parts: Callable[[Task], Sequence["DataclassInstance"]]
) -> list[Columns]:
    return [
        {"task_id": id_, "position": position, **columns_of(part, "id")}
        for id_, task in numbered
        for position, part in enumerate(parts(task))
    ]


def _save_assignments(
    store: Store, task_id: int, known: Sequence[Assignment], wanted: Sequence[Assignment]
) -> None:
    there = {assignment.id for assignment in known}
    gone = there - {assignment.id for assignment in wanted}
    store.execute(f"DELETE FROM assignment WHERE id {_WANTED}", [json.dumps(list(gone))])
    fresh: list[Columns] = []
    for position, assignment in enumerate(wanted):
        row = {"task_id": task_id, "position": position, **columns_of(assignment, "id")}
        if assignment.id in there:
            _update(store, "assignment", assignment.id or 0, row)
        else:
            fresh.append(row)
    store.insert("assignment", fresh)


def _update(store: Store, table: str, id_: int, row: Columns) -> None:
    names = ", ".join(f"{name} = ?" for name in row)
    store.execute(f"UPDATE {table} SET {names} WHERE id = ?", [*row.values(), id_])


def _grouped(
    store: Store, query: str, wanted: str, part: Callable[..., Part]
) -> defaultdict[int, list[Part]]:
    groups: defaultdict[int, list[Part]] = defaultdict(list)
    for owner, *values in store.rows(query, [wanted]):
        groups[owner].append(part(*values))
    return groups


def _to_assignment(
    unit: str, role: str, basis: str, source_unit: str, reason: str, scope: str, id_: int
) -> Assignment:
    return Assignment(unit, Role(role), Basis(basis), source_unit, reason, scope, id_)


def _to_task(
    id_: int,
    plan_id: int,
    measure_key: int,
    number: int,
    title: str,
    text: str,
    due_on: str | None,
    due_basis: str,
    due_text: str,
    recurrence: str,
    status: str,
    applicable: int,
    dropped_reason: str,
    reason: str,
) -> Task:
    return Task(
        plan_id,
        measure_key,
        number,
        title,
        text,
        due_on=to_date(due_on),
        due_basis=Basis(due_basis),
        due_text=due_text,
        recurrence=recurrence,
        status=Status(status),
        applicable=bool(applicable),
        dropped_reason=dropped_reason,
        reason=reason,
        id=id_,
    )
