"""The figures of a set of tasks on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.life import FINISHED
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import due_soon, overdue

_WAITING = (Status.DRAFT, Status.NOT_STARTED)
_ONGOING = (Status.ONGOING, Status.RETURNED, Status.STANDING)
_ASIDE = (Status.SUSPENDED, Status.CARRIED)
_REPORTING = (Role.LEAD, Role.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts that each equal the length of a list, and the units that have never reported."""

    total: int
    done: int
    ongoing: int
    not_started: int
    suspended: int
    overdue: int
    due_soon: int
    percent: int  # the mean of the tasks
    silent_units: tuple[str, ...]


def summarize(rows: Sequence[TaskRow], today: date, days: int = 14) -> Summary:
    """The figures of the tasks that were not dropped."""
    kept = [row for row in rows if not row.dropped_reason]
    return Summary(
        len(kept),
        _count(row.status in FINISHED for row in kept),
        _count(row.status in _ONGOING for row in kept),
        _count(row.status in _WAITING for row in kept),
        _count(row.status in _ASIDE for row in kept),
        _count(overdue(row, today) for row in kept),
        _count(due_soon(row, today, days) for row in kept),
        sum(row.percent for row in kept) // len(kept) if kept else 0,
        silent_units(kept),
    )


def silent_units(rows: Iterable[TaskRow]) -> tuple[str, ...]:
    """Units that lead or answer for an open task and have never reported on it."""
    silent = (
        unit.unit
        for row in rows
        if row.status not in FINISHED
        for unit in row.units
        if unit.role in _REPORTING and unit.reported_on is None
    )
    return tuple(dict.fromkeys(silent))


def _count(flags: Iterable[bool]) -> int:
    return sum(flags)
