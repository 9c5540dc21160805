"""The columns of 进度台账."""

from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.schedule import text_column
from shuangda_desktop.tasks.columns.tasks import (
    light_column,
    percent_column,
    reported_column,
    status_column,
)
from shuangda_desktop.tasks.columns.tasks import task_columns as task_columns
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule


def ledger_columns(today: date, rule: LightRule | None = None) -> tuple[Column[TaskRow], ...]:
    """The schedule with how far each task is on a day; widths fill A3 landscape, a proposed deadline in one line."""
    return (
        Column("number", "序号", lambda r: str(r.number), lambda r: r.number, 3, numeric=True),
        text_column("chapter", "重点任务", lambda r: r.chapter, 6),
        text_column("title", "工作任务", lambda r: r.title, 8),
        text_column("text", "具体措施", lambda r: r.text, 20),
        text_column("lead", "牵头单位", lambda r: cells.units_text(r, Role.LEAD), 7),
        text_column("responsible", "责任单位", lambda r: cells.units_text(r, Role.RESPONSIBLE), 7),
        text_column("cooperating", "配合单位", lambda r: cells.units_text(r, Role.COOPERATING), 7),
        text_column("due", "完成时限", cells.due_text, 9),
        text_column("progress", "进展情况", lambda r: r.latest_note, 13),
        percent_column(),
        status_column(),
        reported_column(),
        light_column(today, rule),
        text_column("note", "备注", cells.note_text, 5),
    )
