"""A task's units after the clerk wrote other names into one of its roles."""

from collections.abc import Iterable, Sequence

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow

_ORDER = (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING)


def with_role(
    units: Iterable[AssignedUnit], role: Role, names: Sequence[str]
) -> tuple[Assignment, ...]:
    """These units do this, in this order; whoever did something else before does it no more."""
    parts = list(units)
    moved = [p for p in parts if p.role is not role and p.unit not in names]
    wanted = [part for name in names for part in _parts(parts, role, name)]
    return _ordered([*(_assignment(part) for part in moved), *wanted])


def without(units: Iterable[AssignedUnit], gone: AssignedUnit) -> tuple[Assignment, ...]:
    """All units but this part."""
    return _ordered([_assignment(part) for part in units if part != gone])


def as_task(row: TaskRow) -> Task:
    """The task of a row, as far as a look over it needs to know it."""
    return Task(
        plan_id=row.plan_id,
        measure_key=row.measure_key,
        number=row.number,
        title=row.title,
        text=row.text,
        assignments=tuple(_assignment(part) for part in row.units),
        due_on=row.due_on,
        due_basis=row.due_basis,
        due_text=row.due_text,
        dropped_reason=row.dropped_reason,
        applicable=row.applicable,
        reason=row.reason,
        more_keys=row.more_keys,
        id=row.task_id,
    )


def _parts(parts: Sequence[AssignedUnit], role: Role, name: str) -> list[Assignment]:
    """What a unit does in the role already; a new part where it does nothing there."""
    known = [_assignment(part) for part in parts if part.unit == name and part.role is role]
    return known or [Assignment(unit=name, role=role, basis=Basis.DECIDED)]


def _ordered(assignments: Sequence[Assignment]) -> tuple[Assignment, ...]:
    return tuple(sorted(assignments, key=lambda given: _ORDER.index(given.role)))


def _assignment(part: AssignedUnit) -> Assignment:
    return Assignment(
        unit=part.unit,
        role=part.role,
        basis=part.basis,
        source_unit=part.source_unit,
        reason=part.reason,
        scope=part.scope,
        id=part.assignment_id,
    )
