"""The tasks of a plan as a whole: all of the source covered, nothing twice, numbers and order."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.model import Measure, Role, Severity
from shuangda_desktop.tasks.checks.findings import (
    Change,
    Field,
    Fix,
    LookedAt,
    NewNumbers,
    NewTasks,
    NewUnits,
    OneTask,
    TaskFinding,
)
from shuangda_desktop.tasks.dividing.alignment import twins
from shuangda_desktop.tasks.model import ALTERED, GONE, NO_MEASURE, Assignment, Status, Task
from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.units.directory import Directory

_TWINS = 0.9  # likeness of the texts of two tasks that are one
_SHORT = 8  # characters of a text that says too little to be compared
_FEW = 3  # measures named in one sentence
_LONGEST = 18


def check_list(kept: Sequence[Task], directory: Directory) -> Iterator[TaskFinding]:
    """Findings of all tasks of a plan that are the city's."""
    yield from _followed(kept)
    yield from _numbers(kept)
    yield from _twins(kept)
    yield from _order(kept, directory)


def check_coverage(measures: Sequence[Measure], covered: Collection[int]) -> Iterator[TaskFinding]:
    """A measure of the source that neither has a task nor a reason for having none."""
    bare = [measure for measure in measures if measure.key not in covered]
    if bare:
        fix = Fix("为它们拟定任务", (NewTasks(),))
        named = "\uff1b".join(_shortened(measure.text) for measure in bare[:_FEW])
        more = "等" if len(bare) > _FEW else ""
        words = f"来文有{len(bare)}项措施还没有分解\uff1a{named}{more}"
        yield _of_list("uncovered", Severity.ERROR, words, fix)


def _followed(kept: Sequence[Task]) -> Iterator[TaskFinding]:
    """Tasks whose measure the present edition of the source no longer has, or says otherwise."""
    for task in kept:
        code, note = ("gone", GONE) if task.measure_key == NO_MEASURE else ("altered", ALTERED)
        if note in task.reason:
            fix = Fix("已经核对", (LookedAt(task.id or 0, note),))
            words, at = note + STOP, Field.TEXT
            yield TaskFinding(code, Severity.DOUBT, words, task.id, task.number, at, fix=fix)


def _numbers(tasks: Sequence[Task]) -> Iterator[TaskFinding]:
    """Gaps and doubles; what an issued list no longer has leaves its number unused, see ``numbering``."""
    numbers = sorted(task.number for task in tasks)
    issued = any(task.status is not Status.DRAFT for task in tasks)
    wanted = set() if issued else set(range(1, max(numbers, default=0) + 1))
    missing = sorted(wanted - set(numbers))
    doubled = sorted({one for one, other in pairwise(numbers) if one == other})
    if not missing and not doubled and min(numbers, default=1) > 0:
        return
    parts = (("缺第", missing), ("重复第", doubled))
    named = "\uff0c".join(f"{w}{'、'.join(map(str, n[:_FEW]))}项" for w, n in parts if n)
    words = f"任务的序号不连续\uff1a{named}" if named else "任务的序号不是从1开始"
    yield _of_list("numbers", Severity.DOUBT, words, Fix("重新编号", (NewNumbers(),)))


def _twins(kept: Sequence[Task]) -> Iterator[TaskFinding]:
    """Tasks that say the same; parts of one measure for different scopes share its text."""
    told = [task for task in kept if len(task.text) >= _SHORT]
    for pair in twins([task.text for task in told], _TWINS):
        first, second = told[pair.left], told[pair.right]
        if first.measure_key == second.measure_key and first.title != second.title:
            continue
        yield TaskFinding(
            "same-task",
            Severity.DOUBT,
            f"与第{first.number}项\u201c{_shortened(first.title)}\u201d内容相同。",
            second.id,
            second.number,
            Field.TEXT,
            Span(0, len(second.text)),
            Fix(f"并入第{first.number}项", (OneTask((first.id or 0, second.id or 0)),)),
        )


def _order(kept: Sequence[Task], directory: Directory) -> Iterator[TaskFinding]:
    """Cooperating units in another order than the directory's: told once for the whole list."""
    places = _places(directory)
    changes: list[Change] = []
    for task in kept:
        ordered = _ordered(task.assignments, places)
        if ordered != task.assignments:
            changes.append(NewUnits(task.id or 0, ordered))
    if changes:
        words = f"{len(changes)}项任务的配合单位没有按名录的排序排列"
        yield _of_list("protocol", Severity.HINT, words, Fix("按名录排序", tuple(changes)))


def _places(directory: Directory) -> dict[str, int]:
    units = sorted(directory.units, key=lambda unit: -unit.order)
    local = [unit for unit in units if unit.level in (Level.CITY, Level.COUNTY)]
    return {name: unit.order for unit in local for name in (unit.name, unit.label)}


def _ordered(assignments: tuple[Assignment, ...], places: dict[str, int]) -> tuple[Assignment, ...]:
    """Cooperating units by protocol, each kept in its scope; who is not in the directory comes last."""
    last = max(places.values(), default=0) + 1
    wanted = sorted(
        (a for a in assignments if a.role is Role.COOPERATING),
        key=lambda a: places.get(a.unit, last),
    )
    queue = iter(wanted)
    return tuple(next(queue) if a.role is Role.COOPERATING else a for a in assignments)


def _of_list(code: str, severity: Severity, words: str, fix: Fix) -> TaskFinding:
    return TaskFinding(code, severity, f"{words}。", None, 0, Field.LIST, fix=fix)


def _shortened(text: str) -> str:
    line = text.replace("\n", "").strip().rstrip(STOP)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "\u2026"
