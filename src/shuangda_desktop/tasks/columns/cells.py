"""What the cells of task tables say, in the words of the office."""

from collections.abc import Iterable

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.life import FINISHED
from shuangda_desktop.tasks.model import Basis
from shuangda_desktop.tasks.progress import UNSTATED, is_unstated
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow

PROPOSED = "拟"  # marks what the program proposes and nobody has confirmed
RHYTHMS = {
    "P1W": "每周",
    "P1M": "每月",
    "P3M": "每季度",
    "P6M": "每半年",
    "P1Y": "每年",
    "standing": "长期坚持",
}


def units_text(row: TaskRow, role: Role) -> str:
    """The units in a role, a proposed lead marked as such."""
    return "、".join(_unit(unit, row.title) for unit in row.units if unit.role is role)


def _unit(unit: AssignedUnit, title: str) -> str:
    marks = [unit.scope] if unit.scope and not title.endswith(_bracketed([unit.scope])) else []
    if unit.role is Role.LEAD and unit.basis is Basis.PROPOSED:
        marks.append(PROPOSED)
    return unit.unit + _bracketed(marks)


def due_text(row: TaskRow) -> str:
    """The deadline as 2026-06-30, marked where it is only proposed; the source's words without a date."""
    rhythm = RHYTHMS.get(row.recurrence, "")
    if row.due_on is None:
        return row.due_text or rhythm
    marks = [PROPOSED] if row.due_basis is Basis.PROPOSED else []
    return row.due_on.isoformat() + _bracketed([*([rhythm] if rhythm else []), *marks])


def is_percent_unstated(row: TaskRow) -> bool:
    """Whether its units reported in words alone: how far it is, nobody has said."""
    return row.status not in FINISHED and is_unstated(row.units)


def percent_text(row: TaskRow) -> str:
    """How far the task is; what nobody gave is not said to be nought."""
    return UNSTATED if is_percent_unstated(row) else f"{row.percent}%"


def targets_text(row: TaskRow) -> str:
    """The numbers to reach, one after another."""
    return "\uff1b".join(row.targets)


def note_text(row: TaskRow) -> str:
    """What the clerk of a unit should know beside the task."""
    if row.dropped_reason:
        return f"不分解\uff1a{row.dropped_reason}"
    return "" if row.applicable else "拟不下沉"


def _bracketed(marks: Iterable[str]) -> str:
    text = "\uff0c".join(marks)
    return f"\uff08{text}\uff09" if text else ""
