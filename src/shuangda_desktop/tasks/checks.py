"""A plain look over the tasks before they go out: what is missing, doubtful or left from above."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from shuangda_desktop.plan.model import Finding, Role, Severity
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Certainty, UnitKind

_QUOTED = re.compile("\u300a[^\u300b]*\u300b|\u201c[^\u201d]*\u201d")
_ABOVE = re.compile(
    "全省|我省|省内|省直(?!管)|各市州|各市\uff08州\uff09|省委|省政府|(?<!全)省[\u4e00-\u9fff]{1,12}?(?:厅|局|委|办(?!法)|院)"
)
_ACTIVE = (Level.NATIONAL, Level.PROVINCE)


def check(
    tasks: Sequence[Task], directory: Directory, year: int | None = None
) -> tuple[Finding, ...]:
    """Findings of the tasks that are kept; each span is [0, length) of the task's text."""
    kept = [task for task in tasks if not task.dropped_reason and task.applicable]
    return tuple(finding for task in kept for finding in check_task(task, directory, year))


def check_task(task: Task, directory: Directory, year: int | None = None) -> tuple[Finding, ...]:
    """Findings of one task."""
    rules: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: _leads(task),
        lambda: _twice(task),
        lambda: _units(task, directory),
        lambda: _deadline(task, year),
        lambda: _wording(task),
    )
    return tuple(finding for rule in rules for finding in rule())


def _leads(task: Task) -> Iterator[Finding]:
    leads = [a for a in task.assignments if a.role is Role.LEAD]
    if not leads:
        yield _finding(task, "no-lead", Severity.ERROR, "没有牵头单位\uff0c请指定")
    if len(leads) > 1 and not all(a.scope for a in leads):
        names = "、".join(a.unit for a in leads)
        yield _finding(task, "several-leads", Severity.HINT, f"有多个牵头单位\uff1a{names}")


def _twice(task: Task) -> Iterator[Finding]:
    counts = Counter((a.unit, a.scope) for a in task.assignments)
    for (unit, _), count in counts.items():
        if count > 1:
            yield _finding(task, "unit-twice", Severity.ERROR, f"{unit}在同一任务中出现多次")


def _units(task: Task, directory: Directory) -> Iterator[Finding]:
    for given in task.assignments:
        found = directory.resolve(given.unit, None, Level.CITY)
        kinds = {unit.kind for unit in found.units}
        if found.certainty is Certainty.UNKNOWN:
            yield _finding(task, "unknown-unit", Severity.ERROR, f"单位目录中没有“{given.unit}”")
        elif any(unit.level in _ACTIVE for unit in found.units):
            yield _finding(
                task, "higher-unit", Severity.ERROR, f"{given.unit}是上级单位\uff0c请换成本市单位"
            )
        elif kinds & {UnitKind.GENERIC, UnitKind.COLLECTIVE}:
            yield _finding(
                task, "unnamed-unit", Severity.DOUBT, f"“{given.unit}”没有点名\uff0c请明确具体单位"
            )


def _deadline(task: Task, year: int | None) -> Iterator[Finding]:
    if task.due_on and year and task.due_on.year != year:
        day = task.due_on.isoformat()
        yield _finding(task, "deadline-year", Severity.DOUBT, f"完成时限{day}不在{year}年之内")


def _wording(task: Task) -> Iterator[Finding]:
    left = dict.fromkeys(_ABOVE.findall(_QUOTED.sub("", f"{task.title}\n{task.text}")))
    if left:
        words = "、".join(left)
        yield _finding(task, "higher-wording", Severity.DOUBT, f"还留有上级的措辞\uff1a{words}")


def _finding(task: Task, code: str, severity: Severity, message: str) -> Finding:
    return Finding(code, severity, f"第{task.number}项\uff1a{message}。", Span(0, len(task.text)))
