"""The columns of a task's units with their progress, and of its log; the lamp in words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from shuangda_desktop.gui.models.split_columns import ROLE_WORDS
from shuangda_desktop.gui.theme import LATE, LIGHT_INKS, LIGHT_SIGNS, QUIET, STATUS_SIGNS, Look
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.cells import is_percent_unstated
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.schedule import text_column
from shuangda_desktop.tasks.columns.tasks import task_columns
from shuangda_desktop.tasks.lateness import late_months, months_text
from shuangda_desktop.tasks.life import LIFE_WORDS
from shuangda_desktop.tasks.model import Light, ProgressEntry, Status
from shuangda_desktop.tasks.progress import percent_words
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow
from shuangda_desktop.tasks.status import LightRule, light, overdue

HIDDEN = (
    "reported",
    "responsible",
    "cooperating",
    "silent",
    "chapter",
    "plan",
)  # beside the table anyway; shown by a right click
_SHOWN = (
    *("number", "light", "title", "lead", "due", "status", "percent", "late"),
    *HIDDEN,
)
ORDER = (Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)  # what is late stands first


def lamp_column(today: date, rule: LightRule) -> Column[TaskRow]:
    """Shape and word of the light."""
    return Column(
        "light",
        "灯",
        lambda row: lamp_words(light(row, today, rule), rule),
        lambda row: ORDER.index(light(row, today, rule)),
        5,
    )


def tracking_columns(today: date, rule: LightRule) -> tuple[Column[TaskRow], ...]:
    """The columns of the command line; the light with its shape, and what is asked first in front."""
    given = {column.key: column for column in task_columns(today, rule)}
    given["light"] = lamp_column(today, rule)
    given["status"] = text_column("status", "状态", lambda row: LIFE_WORDS[row.status], 4)
    given["due"] = Column("due", "完成时限", _due, lambda row: row.due_on, 6)
    given["late"] = late_column(today)
    given["silent"] = text_column("silent", "未报的配合单位", silent_cooperating, 8)
    given["chapter"] = text_column("chapter", "重点任务", lambda row: row.chapter, 10)
    given["plan"] = text_column("plan", "来文", lambda row: row.plan_title, 14)
    given["percent"] = replace(given["percent"], text=share_words)
    widths = {
        "number": 2,
        "light": 4,
        "lead": 8,
        "status": 4,
        "percent": 3,
        "reported": 5,
    }
    return tuple(replace(given[key], width=widths.get(key, given[key].width)) for key in _SHOWN)


def share_words(row: TaskRow) -> str:
    """How far a task is, below the title of the column: 未报 needs no more words there."""
    return "未报" if is_percent_unstated(row) else f"{row.percent}%"


def late_column(today: date) -> Column[TaskRow]:
    """The months in which the task was late: they stay after it was caught up."""
    return Column(
        "late",
        "曾逾期",
        lambda row: months_text(late_months(row, today), today),
        lambda row: len(late_months(row, today)),
        5,
    )


def silent_cooperating(row: TaskRow) -> str:
    """The cooperating units that have never reported: to be seen, not to be held against the lead."""
    silent = (u.unit for u in row.units if u.role is Role.COOPERATING and u.reported_on is None)
    return "、".join(silent)


def lamp_words(shown: Light, rule: LightRule) -> str:
    """The shape with the office's word."""
    return f"{LIGHT_SIGNS[shown].shape} {rule.word(shown)}"


def lamp_ink(shown: Light, rule: LightRule) -> str:
    """The colour that the office gave a light, as a token."""
    return LIGHT_INKS[rule.colour(shown)]


def lamp_look(shown: Light, rule: LightRule) -> Look:
    """The colour of a light in a cell."""
    return Look(ink=lamp_ink(shown, rule), bold=shown is Light.RED)


def status_look(status: Status) -> Look:
    """The colour of a status."""
    return Look(ink=STATUS_SIGNS[status].ink)


def tracking_look(
    row: TaskRow, column: Column[TaskRow], today: date, rule: LightRule
) -> Look | None:
    """Colours of the tracking table: the lamp, the status, a day that has passed."""
    if column.key == "light":
        return lamp_look(light(row, today, rule), rule)
    if column.key == "status":
        return status_look(row.status)
    if column.key == "due" and overdue(row, today):
        return LATE
    return QUIET if column.key == "number" else None


def unit_progress_columns() -> tuple[Column[AssignedUnit], ...]:
    """Unit, role, percentage, day; a silent unit says so."""
    return (
        Column("unit", "单位", lambda p: p.unit, lambda p: p.unit, 8),
        Column("role", "分工", lambda p: ROLE_WORDS[p.role], lambda p: p.role, 2),
        Column("percent", "完成", _percent, lambda p: p.percent, 5, numeric=True),
        Column("on", "报送", lambda p: f"{p.reported_on or ''}", lambda p: p.reported_on, 6),
    )


def silent_look(part: AssignedUnit, column: Column[AssignedUnit]) -> Look | None:
    """Silence is quiet, not red: a cooperating unit may have nothing to say."""
    return QUIET if part.percent is None and column.key == "percent" else None


def log_text(entries: Iterable[ProgressEntry]) -> str:
    """The log as it is read: the newest first, the units' own words below each line."""
    newest = sorted(entries, key=lambda entry: (entry.on, entry.id or 0), reverse=True)
    return "\n".join(
        f"{entry.on}  {entry.unit}  {percent_words(entry.percent)}"
        + (f"\n{entry.note}" if entry.note else "")
        for entry in newest
    )


def _due(row: TaskRow) -> str:
    """The day alone: whether it comes again is told beside the table."""
    return f"{row.due_on or ''}"


def _percent(part: AssignedUnit) -> str:
    return "未报" if part.reported_on is None else percent_words(part.percent)
