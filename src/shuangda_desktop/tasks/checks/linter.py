"""What should be looked at before tasks go out. Pure; findings carry what would mend them.

Three levels: ERROR must be mended, DOUBT is suspicious, HINT is worth knowing. A good plan raises none
of the first two.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.model import Plan, Severity
from shuangda_desktop.tasks.checks.findings import TaskFinding
from shuangda_desktop.tasks.checks.units import check_units
from shuangda_desktop.tasks.checks.whole import check_coverage, check_list
from shuangda_desktop.tasks.checks.words import check_deadline, check_words
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.units.directory import Directory

_WEIGHTS = {Severity.ERROR: 0, Severity.DOUBT: 1, Severity.HINT: 2}


@dataclass(frozen=True, slots=True)
class Ground:
    """What tasks are held against.

    ``on`` is the day of issue, whose units count (None: today's); ``year`` the plan's own.
    """

    directory: Directory
    year: int | None = None
    on: date | None = None


def check(
    tasks: Sequence[Task],
    ground: Ground,
    plan: Plan | None = None,
    elsewhere: Collection[int] = (),
) -> tuple[TaskFinding, ...]:
    """Findings of a plan's tasks, what must be mended first, then in the order of the tasks.

    ``elsewhere`` are the keys of measures that tasks filed under another plan carry out. Tasks that
    were dropped, or are proposed to be, are not looked at, but their measures count as answered.
    """
    kept = [task for task in tasks if not task.dropped_reason and task.applicable]
    found = [finding for task in kept for finding in check_task(task, ground)]
    found += check_list(kept, ground.directory)
    if plan is not None:
        answered = {key for task in tasks for key in task.keys} | set(elsewhere)
        found += check_coverage(plan.measures, answered)
    return tuple(sorted(found, key=lambda f: (_WEIGHTS[f.severity], f.number)))


def check_task(task: Task, ground: Ground) -> Iterator[TaskFinding]:
    """Findings of one task by itself."""
    yield from check_units(task, ground.directory, ground.on)
    yield from check_deadline(task, ground.year, ground.on)
    yield from check_words(task, ground.directory, ground.year, ground.on)
