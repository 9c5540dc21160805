"""The columns that there are for each kind of sheet, and those it usually has."""

from collections.abc import Sequence
from datetime import date

from shuangda_desktop.exports.workbooks.overdue_list import overdue_columns
from shuangda_desktop.exports.workbooks.unit_list import unit_list_columns
from shuangda_desktop.tasks.columns.column import Column, Row
from shuangda_desktop.tasks.columns.layouts import Layout, laid_out
from shuangda_desktop.tasks.columns.ledger import ledger_columns
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.columns.source import item_column, others_column, source_column
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule

TaskColumns = tuple[Column[TaskRow], ...]


def all_columns(usual: TaskColumns, more: TaskColumns = ()) -> TaskColumns:
    """The usual columns and those that an office may add."""
    keys = {column.key for column in usual}
    extra = (*more, item_column(), others_column(), source_column())
    return (*usual, *(column for column in extra if column.key not in keys))


def task_columns_of(sheet: str, today: date, rule: LightRule, unit: str) -> TaskColumns:
    """The usual columns of a sheet of tasks."""
    if sheet == "ledger":
        return ledger_columns(today, rule)
    if sheet == "unit":
        return unit_list_columns(unit)
    if sheet == "overdue":
        return overdue_columns(today)
    return schedule_columns()


def chosen(columns: Sequence[Column[Row]], layout: Layout | None) -> tuple[Column[Row], ...] | None:
    """The columns of a layout; None where it is the usual one or only says how the page looks."""
    return laid_out(columns, layout) if layout and layout.columns else None
