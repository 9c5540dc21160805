"""Who does a task: a lead, each unit once, every unit known, ours, and there on the day of issue."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shuangda_desktop.plan.model import Role, Severity
from shuangda_desktop.tasks.checks.findings import FIELD_OF_ROLE, Field, Fix, NewUnits, TaskFinding
from shuangda_desktop.tasks.dividing.sharing import RANK
from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import localize
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Certainty, Resolution, Unit, UnitKind

_HIGHER = (Level.NATIONAL, Level.PROVINCE)
_MANY = (UnitKind.COLLECTIVE, UnitKind.GENERIC, UnitKind.GOVERNMENT)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with one name, and the names that would be right instead."""

    code: str
    severity: Severity
    message: str
    instead: tuple[str, ...] = ()
    verb: str = ""


def check_units(task: Task, directory: Directory, on: date | None) -> Iterator[TaskFinding]:
    """Findings of a task's units, as they are on the day ``on``."""
    yield from _leads(task, directory, on)
    yield from _twice(task)
    for given in task.assignments:
        fault = _fault(given, directory, on, f"{task.title}\n{task.text}")
        if fault is not None:
            field = FIELD_OF_ROLE[given.role]
            yield _found(
                task, fault.code, fault.severity, fault.message, field, _put(task, given, fault)
            )


def _leads(task: Task, directory: Directory, on: date | None) -> Iterator[TaskFinding]:
    leads = [given for given in task.assignments if given.role is Role.LEAD]
    if not leads:
        first = next((a for a in task.assignments if _may_lead(a, directory, on)), None)
        fix = None
        if first is not None:
            lead = replace(first, role=Role.LEAD, basis=Basis.DECIDED)
            others = [a for a in task.assignments if a != first]
            fix = _fix(task, f"由{first.unit}牵头", [lead, *others])
        yield _found(task, "no-lead", Severity.ERROR, "没有牵头单位\uff0c请指定", Field.LEAD, fix)
    if len(leads) > 1 and not all(given.scope for given in leads):
        names = "、".join(given.unit for given in leads)
        sure = all(given.basis is not Basis.PROPOSED for given in leads)
        yield _found(
            task,
            "several-leads",
            Severity.HINT if sure else Severity.DOUBT,
            f"有多个牵头单位\uff0c没有写明各自的范围\uff1a{names}",
            Field.LEAD,
            _fix(task, f"由{leads[0].unit}一家牵头", _one_lead(task, leads[0])),
        )


def _one_lead(task: Task, lead: Assignment) -> list[Assignment]:
    """The other leads answer for their part of the work."""
    return [
        a
        if a == lead or a.role is not Role.LEAD
        else replace(a, role=Role.RESPONSIBLE, basis=Basis.DECIDED)
        for a in task.assignments
    ]


def _may_lead(given: Assignment, directory: Directory, on: date | None) -> bool:
    units = directory.resolve(given.unit, on, Level.CITY).units
    return given.role is Role.RESPONSIBLE and len(units) == 1 and units[0].kind not in _MANY


def _twice(task: Task) -> Iterator[TaskFinding]:
    counts = Counter((given.unit, given.scope) for given in task.assignments)
    for (unit, scope), count in counts.items():
        if count > 1:
            parts = [a for a in task.assignments if (a.unit, a.scope) == (unit, scope)]
            kept = min(parts, key=lambda a: RANK[a.role])
            rest = [a for a in task.assignments if a not in parts or a is kept]
            roles = "、".join(
                _ROLE_WORDS[a.role] for a in sorted(parts, key=lambda a: RANK[a.role])
            )
            yield _found(
                task,
                "unit-twice",
                Severity.ERROR,
                f"{unit}在同一任务中出现多次\uff1a{roles}",
                FIELD_OF_ROLE[parts[-1].role],
                _fix(task, f"只保留{_ROLE_WORDS[kept.role]}", rest),
            )


_ROLE_WORDS = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任", Role.COOPERATING: "配合"}


def _fault(given: Assignment, directory: Directory, on: date | None, about: str) -> _Fault | None:
    found = _resolved(directory, given.unit, on, about)
    if found.certainty is Certainty.UNKNOWN:
        near = directory.near(given.unit, Level.CITY)
        words = f"单位目录中没有“{given.unit}”" + (
            f"\uff0c相近的有{'、'.join(near)}" if near else ""
        )
        return _Fault("unknown-unit", Severity.ERROR, words, near[:1], "改为")
    unit = found.units[0]
    if _reforms(directory, given.unit, unit):
        return _reformed(given.unit, found)
    if unit.level in _HIGHER:
        return _higher(given.unit, unit, directory, on, about)
    if fault := _not_there(given.unit, unit, directory, on):
        return fault
    return _unnamed(given, unit, directory, on)


def _resolved(directory: Directory, name: str, on: date | None, about: str) -> Resolution:
    """A name as one of ours; where nobody of ours has it, as that of somebody above."""
    found = directory.resolve(name, on, Level.CITY, about)
    return found if found.units else directory.resolve(name, on, None, about)


def _reforms(directory: Directory, name: str, unit: Unit) -> bool:
    """Whether the name is that of a former unit whose work this one does."""
    before = directory.resolve(name, date.min, unit.level).units
    return any(former.id != unit.id and former.id in directory.reforms for former in before)


def _reformed(name: str, found: Resolution) -> _Fault:
    """A unit that a reform ended, with those that do its work."""
    heirs = tuple(unit.label for unit in found.units)
    why = "\uff1b".join(
        dict.fromkeys(step.reason for step in found.path[1:] if step.name in heirs and step.reason)
    )
    words = f"{name}已经改革\uff0c现为{'、'.join(heirs)}\uff08{why}\uff09"
    return _Fault("reformed-unit", Severity.ERROR, words, heirs, "换成")


def _higher(
    name: str, unit: Unit, directory: Directory, on: date | None, about: str
) -> _Fault | None:
    below = localize(directory, name, on, unit.level, about)
    if not below.units and below.certainty is Certainty.SURE:
        return None  # the clerk said once that this unit stays in the city's tasks
    ours = tuple(u.label for u in below.units if u.level not in _HIGHER)
    if ours:
        words = f"{name}是上级单位\uff0c本市对口的是{'、'.join(ours)}"
    else:
        why = below.note or "本市没有对口单位"
        words = f"{name}是上级单位\uff1a{why}\uff1b可在单位页的\u201c对口关系\u201d里一次定好"
    return _Fault("higher-unit", Severity.ERROR, words, ours, "换成")


def _not_there(name: str, unit: Unit, directory: Directory, on: date | None) -> _Fault | None:
    """A unit of the directory that was given up, or not yet made, on the day of issue."""
    if unit.id not in directory.by_id or unit.active(on):
        return None
    if unit.active_until and (on is None or on >= unit.active_until):
        words = f"{name}已于{unit.active_until.isoformat()}撤销\uff0c名录里没有写明由谁接替"
        return _Fault("abolished-unit", Severity.ERROR, words)
    return _Fault("later-unit", Severity.DOUBT, f"{name}在印发之日还没有设立")


def _unnamed(given: Assignment, unit: Unit, directory: Directory, on: date | None) -> _Fault | None:
    members = tuple(member.label for member in directory.members(unit, on))
    if unit.kind is UnitKind.GENERIC:
        return _vague(given.unit)
    if unit.kind is UnitKind.COLLECTIVE:
        level = Severity.DOUBT if given.role is Role.LEAD else Severity.HINT
        words = f"{given.unit}是合称\uff0c没有展开为具体单位"
        return _Fault("unnamed-unit", level, words, members, "展开为")
    if (
        unit.kind is UnitKind.GOVERNMENT
        and given.role is Role.LEAD
        and not unit.id.startswith("own")
    ):
        words = f"{given.unit}不止一家\uff0c不宜作为牵头单位"
        return _Fault("many-lead", Severity.DOUBT, words)
    return None


def _vague(name: str) -> _Fault:
    return _Fault("unnamed-unit", Severity.DOUBT, f"{name}没有点名\uff0c请明确具体单位")


def _put(task: Task, given: Assignment, fault: _Fault) -> Fix | None:
    """The names that are right in the place of the one that is wrong, each unit once."""
    if not fault.instead:
        return None
    there = {a.unit for a in task.assignments if a != given and a.scope == given.scope}
    fresh = [
        replace(
            given,
            unit=name,
            basis=Basis.DECIDED,
            source_unit=given.source_unit or given.unit,
            reason=given.reason or f"{given.unit}{fault.verb}{name}",
            id=None,
        )
        for name in fault.instead
        if name not in there
    ]
    after: list[Assignment] = []
    for one in task.assignments:
        after += fresh if one == given else [one]
    return _fix(task, f"{fault.verb}{_listed(fault.instead)}", _keeping_lead(after, given, fault))


def _keeping_lead(after: list[Assignment], given: Assignment, fault: _Fault) -> list[Assignment]:
    """A lead whose successor is in the task already makes that one the lead."""
    if given.role is not Role.LEAD or any(a.role is Role.LEAD for a in after):
        return after
    heir = fault.instead[0]
    lead = [replace(a, role=Role.LEAD, basis=Basis.DECIDED) for a in after if a.unit == heir]
    return [*lead, *(a for a in after if a.unit != heir)]


def _listed(names: Sequence[str]) -> str:
    return "、".join(names) if len(names) <= 2 else f"{names[0]}等{len(names)}个单位"


def _fix(task: Task, label: str, assignments: Sequence[Assignment]) -> Fix:
    ordered = sorted(assignments, key=lambda a: RANK[a.role])
    return Fix(label, (NewUnits(task.id or 0, tuple(ordered)),))


def _found(
    task: Task, code: str, severity: Severity, message: str, field: Field, fix: Fix | None
) -> TaskFinding:
    return TaskFinding(code, severity, f"{message}。", task.id, task.number, field, fix=fix)
