"""The columns of the table of tasks on the screen and on the command line."""

from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.schedule import text_column
from shuangda_desktop.tasks.dividing.numbering import number_word
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import STATUS_WORDS, LightRule, light


def task_columns(today: date, rule: LightRule | None = None) -> tuple[Column[TaskRow], ...]:
    """Tasks as they stand on a day; dates and numbers sort by value."""
    return (
        Column(
            "number",
            "序号",
            lambda r: number_word(r.number),
            lambda r: abs(r.number),
            3,
            numeric=True,
        ),
        text_column("title", "工作任务", lambda r: r.title, 16),
        text_column("lead", "牵头单位", lambda r: cells.units_text(r, Role.LEAD), 10),
        text_column("responsible", "责任单位", lambda r: cells.units_text(r, Role.RESPONSIBLE), 12),
        text_column("cooperating", "配合单位", lambda r: cells.units_text(r, Role.COOPERATING), 10),
        Column("due", "完成时限", cells.due_text, lambda r: r.due_on, 8),
        status_column(),
        percent_column(),
        reported_column(),
        light_column(today, rule),
    )


def status_column() -> Column[TaskRow]:
    """The state in the office's words."""
    return text_column("status", "状态", lambda row: STATUS_WORDS[row.status], 4)


def percent_column() -> Column[TaskRow]:
    """How far the task is."""
    return Column("percent", "完成率", cells.percent_text, _percent, 4, numeric=True)


def _percent(row: TaskRow) -> int | None:
    return None if cells.is_percent_unstated(row) else row.percent


def reported_column() -> Column[TaskRow]:
    """The day of the latest report."""
    return Column("reported", "最近报送", _reported, lambda row: row.latest_on, 6)


def light_column(today: date, rule: LightRule | None = None) -> Column[TaskRow]:
    """The light, as the office calls it."""
    called = rule or LightRule()
    return text_column("light", "灯", lambda row: called.word(light(row, today, called)), 4)


def _reported(row: TaskRow) -> str:
    return row.latest_on.isoformat() if row.latest_on else ""
