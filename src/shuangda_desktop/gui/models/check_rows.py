"""What a look over the tasks found, each with the task that it leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.gui.models.assignments import as_task
from shuangda_desktop.gui.models.task_filter import is_open
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.checks import check_task
from shuangda_desktop.tasks.columns import Column
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.units.directory import Directory

# Words first: shape and colour only repeat them.
SEVERITY_WORDS = {
    Severity.ERROR: "\u25a0 须改",
    Severity.DOUBT: "\u25b2 存疑",
    Severity.HINT: "\u25cb 提示",
}
SEVERITY_INKS = {Severity.ERROR: "late", Severity.DOUBT: "near", Severity.HINT: "quiet"}
_ORDER = tuple(SEVERITY_WORDS)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A finding about one task."""

    task_id: int
    code: str
    severity: Severity
    message: str


def check_rows(
    rows: Iterable[TaskRow], directory: Directory, year: int | None, on: date | None
) -> tuple[CheckRow, ...]:
    """The findings of the city's tasks, what must be changed first; units are those of the day ``on``."""
    found = [
        CheckRow(row.task_id, finding.code, finding.severity, finding.message)
        for row in rows
        if is_open(row)
        for finding in check_task(as_task(row), directory, year, on)
    ]
    return tuple(sorted(found, key=lambda check: _ORDER.index(check.severity)))


def check_columns() -> tuple[Column[CheckRow], ...]:
    """How much it matters, and what it is."""
    return (
        Column("severity", "级别", _severity, lambda r: _ORDER.index(r.severity), 4),
        Column("message", "检查结果", lambda r: r.message, lambda r: r.message, 14),
    )


def _severity(row: CheckRow) -> str:
    return SEVERITY_WORDS[row.severity]
