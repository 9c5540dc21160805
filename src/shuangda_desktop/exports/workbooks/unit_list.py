"""One unit's list: what it leads, what it answers for, where it helps, and with whom."""

from collections.abc import Sequence
from pathlib import Path

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.paper import Columns, Group
from shuangda_desktop.exports.workbooks.schedule import write_circulated
from shuangda_desktop.exports.workbooks.workbook import Paper
from shuangda_desktop.papers.wording import duties
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.schedule import text_column
from shuangda_desktop.tasks.rows import TaskRow

NAMES = {Role.LEAD: "牵头任务", Role.RESPONSIBLE: "责任任务", Role.COOPERATING: "配合任务"}


def write_unit_list(
    rows: Sequence[TaskRow],
    path: Path,
    heading: Heading,
    unit: str,
    columns: Columns | None = None,
    paper: Paper = Paper.A4,
) -> tuple[str, ...]:
    """Write 单位任务清单; returns sentences about what could not be written as it was."""
    return write_circulated(
        _groups(rows, unit),
        path,
        heading,
        columns,
        unit_list_columns(unit),
        paper,
        f"{unit}没有承担的任务",
    )


def unit_list_columns(unit: str) -> tuple[Column[TaskRow], ...]:
    """What to do, with whom, until when; the numbers are those of the schedule."""
    return (
        Column("number", "序号", lambda r: str(r.number), lambda r: r.number, 3, numeric=True),
        text_column("title", "工作任务", lambda r: r.title, 9),
        text_column("text", "具体措施", lambda r: r.text, 26),
        text_column("scope", "承担部分", lambda r: _scope(r, unit), 7),
        text_column("others", "其他承担单位", lambda r: "\n".join(duties(r, unit)), 15),
        text_column("due", "完成时限", cells.due_text, 6),
        text_column("targets", "目标", cells.targets_text, 7),
        text_column("progress", "进展情况", lambda r: r.latest_note, 12),
    )


def _groups(rows: Sequence[TaskRow], unit: str) -> list[Group]:
    """The unit's tasks by the weightiest part that it has in each."""
    found = []
    for role, name in NAMES.items():
        own = [row for row in rows if _role(row, unit) is role]
        if own:
            found.append((f"{name}\uff08{len(own)}项\uff09", own))
    return found


def _role(row: TaskRow, unit: str) -> Role | None:
    return next((role for role in NAMES if unit in row.names(role)), None)


def _scope(row: TaskRow, unit: str) -> str:
    """The parts of the task that are the unit's, and what is only proposed."""
    own = [one for one in row.units if one.unit == unit]
    return "、".join(dict.fromkeys(one.scope for one in own if one.scope))
