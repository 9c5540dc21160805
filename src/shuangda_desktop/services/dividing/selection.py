"""One action for many tasks at once, undone at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.store import tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import Assignment, Basis

ROLE_WORDS = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.COOPERATING: "配合单位"}


def set_deadline(store: Store, task_ids: Sequence[int], due_on: date | None, now: datetime) -> None:
    """Give all these tasks the same deadline."""
    with store.step(f"设定{len(task_ids)}项任务的时限", now):
        for task_id in task_ids:
            splitting.change_task(store, task_id, now, due_on=due_on)


def add_unit(store: Store, task_ids: Sequence[int], unit: str, role: Role, now: datetime) -> None:
    """Give a unit the same part in all these tasks; whatever it did in them before, it does no more."""
    with store.step(f"为{len(task_ids)}项任务设定{ROLE_WORDS[role]}“{unit}”", now):
        for task_id in task_ids:
            splitting.set_units(store, task_id, _with(store, task_id, unit, role), now)


def set_lead(store: Store, task_ids: Sequence[int], unit: str, now: datetime) -> None:
    """Let this unit alone lead all these tasks; who led one before is responsible in it from now on."""
    with store.step(f"{len(task_ids)}项任务改由“{unit}”牵头", now):
        for task_id in task_ids:
            given = tasks.load_task(store, task_id).assignments
            others = [_stepped_back(a) for a in given if a.unit != unit]
            lead = Assignment(unit=unit, role=Role.LEAD, basis=Basis.DECIDED)
            splitting.set_units(store, task_id, [lead, *others], now)


def remove_unit(store: Store, task_ids: Sequence[int], unit: str, now: datetime) -> int:
    """Take a unit out of all these tasks; in how many it had a part."""
    chosen = tasks.load_tasks(store, task_ids)
    having = [task for task in chosen if any(a.unit == unit for a in task.assignments)]
    with store.step(f"{len(having)}项任务移除单位“{unit}”", now):
        for task in having:
            kept = [a for a in task.assignments if a.unit != unit]
            splitting.set_units(store, task.id or 0, kept, now)
    return len(having)


def _stepped_back(given: Assignment) -> Assignment:
    return replace(given, role=Role.RESPONSIBLE) if given.role is Role.LEAD else given


def _with(store: Store, task_id: int, unit: str, role: Role) -> tuple[Assignment, ...]:
    given = tasks.load_task(store, task_id).assignments
    if any((a.unit, a.role) == (unit, role) for a in given):
        return tuple(
            replace(a, basis=Basis.DECIDED) if (a.unit, a.role) == (unit, role) else a
            for a in given
        )
    kept = tuple(a for a in given if a.unit != unit)
    return (*kept, Assignment(unit=unit, role=role, basis=Basis.DECIDED))
