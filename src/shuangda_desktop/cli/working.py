"""Commands about the city's tasks and their progress."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from shuangda_desktop.cli.database import opened
from shuangda_desktop.cli.output import Heading, say, show_json, show_table
from shuangda_desktop.cli.values import moment
from shuangda_desktop.errors import RuleError
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.tasks.status import LightRule


def set_up(arguments: argparse.Namespace) -> None:
    """Propose the directory of the city's units."""
    from shuangda_desktop.services.city import directory

    with opened(arguments, new=True) as store:
        directory.set_up_city(store, arguments.province, arguments.city, moment(arguments))
        count = len(directory.directory_rows(store))
    say(widen(f"已拟定{arguments.city}的单位名录,共{count}个单位。"))


def split(arguments: argparse.Namespace) -> None:
    """Propose tasks for the measures of a plan that have none."""
    from shuangda_desktop.services.city import directory
    from shuangda_desktop.services.dividing import splitting

    now = moment(arguments)
    with opened(arguments) as store:
        if arguments.province or arguments.city:
            directory.set_up_city(store, arguments.province or "", arguments.city or "", now)
        made = splitting.divide(store, arguments.plan, now)
    if made:
        say(widen(f"已拟定{len(made)}项任务,等待确认。"))
    else:
        say(widen("每项措施都已经有任务,没有再拟定。"))


def list_tasks(arguments: argparse.Namespace) -> None:
    """List tasks, as a table or as JSON."""
    from shuangda_desktop.services.city.office import load_office
    from shuangda_desktop.store import queries
    from shuangda_desktop.tasks.status import LightRule, overdue

    today = moment(arguments).date()
    status = _status(arguments.status)
    with opened(arguments) as store:
        rows = queries.task_rows(store, unit=arguments.unit, status=status)
        rule = LightRule(load_office(store).due_soon_days)
    if arguments.overdue:
        rows = tuple(row for row in rows if overdue(row, today))
    if arguments.json:
        show_json({"schema": "shuangda.tasks/1", "tasks": [_task_json(r, today) for r in rows]})
    else:
        _show_tasks(rows, today, rule)


def record(arguments: argparse.Namespace) -> None:
    """Record a unit's progress."""
    from shuangda_desktop.services.tracking import tracking

    now = moment(arguments)
    entry = ProgressEntry(
        arguments.task,
        arguments.unit,
        arguments.on or now.date(),
        arguments.percent,
        arguments.note,
    )
    with opened(arguments) as store:
        tracking.record_progress(store, entry, now)
    say(widen(f"已登记:任务{entry.task_id},{entry.unit},{entry.percent}%。"))


def _status(word: str | None) -> Status | None:
    from shuangda_desktop.tasks.life import LIFE_WORDS
    from shuangda_desktop.tasks.status import STATUS_WORDS

    if word is None:
        return None
    for status, chinese in LIFE_WORDS.items():
        if word in (chinese, STATUS_WORDS[status], status.value):
            return status
    raise RuleError(widen(f"没有“{word}”这种状态,可以是:{'、'.join(LIFE_WORDS.values())}。"))


def _show_tasks(rows: tuple[TaskRow, ...], today: date, rule: "LightRule") -> None:
    from shuangda_desktop.tasks.columns.tasks import task_columns

    columns: tuple[Column[TaskRow], ...] = task_columns(today, rule)
    headings = [Heading("编号", right=True)]
    headings += [Heading(c.title, c.numeric, 2 * c.width) for c in columns]
    show_table(headings, [[str(r.task_id), *(c.text(r) for c in columns)] for r in rows])
    say(widen(f"共{len(rows)}项任务。"))


def _task_json(row: TaskRow, today: date) -> dict[str, object]:
    from shuangda_desktop.tasks.status import overdue

    return {
        "id": row.task_id,
        "plan": row.plan_id,
        "number": row.number if row.number > 0 else None,
        "chapter": row.chapter,
        "title": row.title,
        "text": row.text,
        "units": [
            {
                "unit": unit.unit,
                "role": unit.role.value,
                "basis": unit.basis.value,
                "scope": unit.scope,
                "source_unit": unit.source_unit,
                "percent": unit.percent,
            }
            for unit in row.units
        ],
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "due_basis": row.due_basis.value,
        "recurrence": row.recurrence,
        "targets": list(row.targets),
        "status": row.status.value,
        "percent": row.percent,
        "overdue": overdue(row, today),
        "applicable": row.applicable,
        "latest_on": row.latest_on.isoformat() if row.latest_on else None,
        "latest_note": row.latest_note,
    }
