"""Columns that an office may choose besides the usual ones."""

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.schedule import text_column
from shuangda_desktop.tasks.rows import TaskRow

_OTHERS = (Role.RESPONSIBLE, Role.COOPERATING)


def source_column() -> Column[TaskRow]:
    """Where a task comes from: the plan, the item and the sentence."""
    return text_column("source", "出处", source_text, 16)


def item_column() -> Column[TaskRow]:
    """The numbered item of the plan that a task comes from."""
    return text_column("item", "工作事项", lambda row: row.item, 9)


def others_column() -> Column[TaskRow]:
    """Two-column form: all units but the lead in one column."""
    return text_column("others", "责任\uff08配合\uff09单位", _others, 14)


def source_text(row: TaskRow) -> str:
    """The plan in title marks, the item, the sentence; what is not known is left out."""
    plan = f"《{row.plan_title}》" if row.plan_title else ""
    return "\n".join(filter(None, (plan, row.item, row.source_text)))


def _others(row: TaskRow) -> str:
    return "、".join(filter(None, (cells.units_text(row, role) for role in _OTHERS)))
