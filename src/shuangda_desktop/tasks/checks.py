"""A plain look over the tasks before they go out: what is missing, doubtful or left from above."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from shuangda_desktop.plan.model import Finding, Role, Severity
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.tasks.wording import leftovers
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Certainty, UnitKind

Doubt = tuple[str, Severity, str]
_HIGHER = (Level.NATIONAL, Level.PROVINCE)


def check(
    tasks: Sequence[Task], directory: Directory, year: int | None = None, on: date | None = None
) -> tuple[Finding, ...]:
    """Findings of the tasks that are kept; each span is [0, length) of the task's text.

    ``on`` is the day of issue: a unit that no longer exists then is found.
    """
    kept = [task for task in tasks if not task.dropped_reason and task.applicable]
    return tuple(finding for task in kept for finding in check_task(task, directory, year, on))


def check_task(
    task: Task, directory: Directory, year: int | None = None, on: date | None = None
) -> tuple[Finding, ...]:
    """Findings of one task."""
    return tuple(
        Finding(code, severity, f"第{task.number}项\uff1a{message}。", Span(0, len(task.text)))
        for code, severity, message in (
            *_leads(task),
            *_twice(task),
            *(found for given in task.assignments for found in _unit(given.unit, directory, on)),
            *_deadline(task, year),
            *_wording(task),
        )
    )


def _leads(task: Task) -> Iterator[Doubt]:
    leads = [given for given in task.assignments if given.role is Role.LEAD]
    if not leads:
        yield "no-lead", Severity.ERROR, "没有牵头单位\uff0c请指定"
    if len(leads) > 1 and not all(given.scope for given in leads):
        names = "、".join(given.unit for given in leads)
        yield "several-leads", Severity.HINT, f"有多个牵头单位\uff1a{names}"


def _twice(task: Task) -> Iterator[Doubt]:
    counts = Counter((given.unit, given.scope) for given in task.assignments)
    for (unit, _), count in counts.items():
        if count > 1:
            yield "unit-twice", Severity.ERROR, f"{unit}在同一任务中出现多次"


def _unit(name: str, directory: Directory, on: date | None) -> Iterator[Doubt]:
    found = directory.resolve(name, on, Level.CITY)
    if not found.units:  # nobody of ours; perhaps somebody above
        found = directory.resolve(name, on)
    if found.certainty is Certainty.UNKNOWN:
        yield "unknown-unit", Severity.ERROR, f"单位目录中没有“{name}”"
        return
    unit = found.units[0]
    if any(step.reason and step.name == unit.label != name for step in found.path):
        yield "reformed-unit", Severity.ERROR, f"{name}已经改革\uff0c现为{unit.label}"
    elif unit.level in _HIGHER:
        yield "higher-unit", Severity.ERROR, f"{name}是上级单位\uff0c请换成本市单位"
    elif unit.kind in (UnitKind.GENERIC, UnitKind.COLLECTIVE):
        yield "unnamed-unit", Severity.DOUBT, f"{name}没有点名\uff0c请明确具体单位"


def _deadline(task: Task, year: int | None) -> Iterator[Doubt]:
    if task.due_on and year and task.due_on.year != year:
        yield "deadline-year", Severity.DOUBT, f"完成时限{task.due_on.isoformat()}不在{year}年之内"


def _wording(task: Task) -> Iterator[Doubt]:
    left = dict.fromkeys((*leftovers(task.title), *leftovers(task.text)))
    if left:
        yield "higher-wording", Severity.DOUBT, f"还留有上级的措辞\uff1a{'、'.join(left)}"
