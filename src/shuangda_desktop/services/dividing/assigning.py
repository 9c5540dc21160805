"""Which unit has which part in a task, when the clerk changes it."""

from collections.abc import Sequence
from dataclasses import replace

from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.words import refusal
from shuangda_desktop.tasks.model import Assignment, Basis


def check_units(assignments: Sequence[Assignment]) -> None:
    """Refuse a unit without a name, and one that has two parts in the same thing."""
    seen: set[tuple[str, str]] = set()
    for given in assignments:
        if not given.unit.strip():
            raise refusal("有一个单位没有名称,没有改动。请填写单位名称。")
        if (given.unit, given.scope) in seen:
            raise refusal(f"“{given.unit}”在同一项任务里出现两次,没有改动。请只保留一种分工。")
        seen.add((given.unit, given.scope))


def settled(given: Sequence[Assignment], before: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """The given parts as they are kept; each old part is used once, so that no id is given twice."""
    free = list(before)
    kept = []
    for part in given:
        old = _old_part(part, free)
        if old is not None:
            free.remove(old)
        kept.append(_merged(part, old))
    return tuple(kept)


def _old_part(part: Assignment, free: Sequence[Assignment]) -> Assignment | None:
    """What the unit did before: the very same, else in the same scope, else anything."""
    same = [old for old in free if old.unit == part.unit]
    same.sort(key=lambda old: (old.scope != part.scope, old.role != part.role))
    return same[0] if same else None


def _merged(part: Assignment, old: Assignment | None) -> Assignment:
    if old is None:
        return replace(part, basis=Basis.DECIDED, id=None)
    if (old.role, old.scope) == (part.role, part.scope) and part.basis is not Basis.DECIDED:
        return old
    return replace(old, role=part.role, scope=part.scope, basis=Basis.DECIDED)


def changed_roles(before: Sequence[Assignment], after: Sequence[Assignment]) -> str:
    """The roles in which other units stand now, in Chinese."""
    words = {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.COOPERATING: "配合单位"}
    changed = [word for role, word in words.items() if _in(before, role) != _in(after, role)]
    return "、".join(changed) or "单位"


def _in(assignments: Sequence[Assignment], role: Role) -> list[str]:
    return [a.unit for a in assignments if a.role is role]
