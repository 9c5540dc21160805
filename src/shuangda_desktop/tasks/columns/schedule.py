"""The columns of 任务分工表."""

from collections.abc import Callable

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import TaskRow


def schedule_columns() -> tuple[Column[TaskRow], ...]:
    """Who does what until when; widths fill A3 landscape, and A4 at a small size."""
    return (
        Column("number", "序号", lambda r: str(r.number), lambda r: r.number, 3, numeric=True),
        text_column("chapter", "重点任务", lambda r: r.chapter, 7),
        text_column("title", "工作任务", lambda r: r.title, 9),
        text_column("text", "具体措施", lambda r: r.text, 26),
        text_column("lead", "牵头单位", lambda r: cells.units_text(r, Role.LEAD), 8),
        text_column("responsible", "责任单位", lambda r: cells.units_text(r, Role.RESPONSIBLE), 9),
        text_column("cooperating", "配合单位", lambda r: cells.units_text(r, Role.COOPERATING), 8),
        text_column("due", "完成时限", cells.due_text, 6),
        text_column("targets", "目标", cells.targets_text, 7),
        text_column("note", "备注", cells.note_text, 5),
    )


def text_column(
    key: str, title: str, text: Callable[[TaskRow], str], width: int
) -> Column[TaskRow]:
    """A column that sorts and writes what it shows."""
    return Column(key, title, text, text, width)
