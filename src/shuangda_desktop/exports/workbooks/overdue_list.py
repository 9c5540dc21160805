"""The tasks that are late on a day, the latest first."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.paper import Columns
from shuangda_desktop.exports.workbooks.schedule import write_circulated
from shuangda_desktop.exports.workbooks.workbook import Paper
from shuangda_desktop.papers.wording import day_words
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.schedule import text_column
from shuangda_desktop.tasks.columns.tasks import percent_column, reported_column, status_column
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import overdue


def write_overdue_list(
    rows: Sequence[TaskRow],
    path: Path,
    heading: Heading,
    today: date,
    columns: Columns | None = None,
    paper: Paper = Paper.A4,
) -> tuple[str, ...]:
    """Write 逾期清单; returns sentences about what could not be written as it was."""
    late = sorted((row for row in rows if overdue(row, today)), key=lambda row: -_days(row, today))
    groups = [(f"截至{day_words(today)}\uff0c逾期任务{len(late)}项", late)] if late else []
    usual, empty = overdue_columns(today), f"截至{day_words(today)}\uff0c没有逾期任务"
    return write_circulated(groups, path, heading, columns, usual, paper, empty)


def overdue_columns(today: date) -> tuple[Column[TaskRow], ...]:
    """Who is late with what, since when, and what was last heard."""
    return (
        Column("number", "序号", lambda r: str(r.number), lambda r: r.number, 3, numeric=True),
        text_column("title", "工作任务", lambda r: r.title, 9),
        text_column("text", "具体措施", lambda r: r.text, 18),
        text_column("lead", "牵头单位", lambda r: cells.units_text(r, Role.LEAD), 8),
        text_column("responsible", "责任单位", lambda r: cells.units_text(r, Role.RESPONSIBLE), 8),
        text_column("due", "完成时限", cells.due_text, 6),
        Column(
            "late",
            "逾期天数",
            lambda r: str(_days(r, today)),
            lambda r: _days(r, today),
            4,
            numeric=True,
        ),
        percent_column(),
        status_column(),
        text_column("progress", "最近进展", lambda r: r.latest_note, 16),
        reported_column(),
    )


def _days(row: TaskRow, today: date) -> int:
    return (today - row.due_on).days if row.due_on else 0
