"""One task of all counties as a task for each of them, where the clerk wants it so. Pure."""

from dataclasses import replace
from datetime import date

from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Unit, UnitKind

_GROUPS = (UnitKind.GOVERNMENT, UnitKind.OFFICE)


def by_county(task: Task, directory: Directory, on: date | None = None) -> tuple[Task, ...]:
    """A task for each county in the place of the one in which they all have a part.

    The first keeps the task's id and the ids of its parts. The task alone where it has no such group,
    or the directory lists no counties.
    """
    group = next((a for a in task.assignments if _counties(a, directory, on)), None)
    if group is None:
        return (task,)
    counties = _counties(group, directory, on)
    return tuple(
        _of_county(task, group, county, first=at == 0) for at, county in enumerate(counties)
    )


def _counties(given: Assignment, directory: Directory, on: date | None) -> tuple[Unit, ...]:
    units = directory.resolve(given.unit, on, Level.CITY).units
    if len(units) != 1 or units[0].kind not in _GROUPS or units[0].level is not Level.COUNTY:
        return ()
    return tuple(unit for unit in directory.members(units[0], on) if unit.id != units[0].id)


def _of_county(task: Task, group: Assignment, county: Unit, *, first: bool) -> Task:
    reason = f"{group.unit}展开为{county.label}"
    part = replace(group, unit=county.label, basis=Basis.DECIDED, reason=reason)
    parts = tuple(part if given == group else given for given in task.assignments)
    return replace(
        task,
        title=f"{task.title}\uff08{county.label}\uff09",
        assignments=parts if first else tuple(replace(given, id=None) for given in parts),
        id=task.id if first else None,
    )
