"""What a look over the tasks found, each with the task that it leads to."""

from collections.abc import Iterable

from shuangda_desktop.gui.models.assignments import as_task
from shuangda_desktop.plan.model import Plan, Severity
from shuangda_desktop.tasks.checks.findings import TaskFinding
from shuangda_desktop.tasks.checks.linter import Ground, check
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.tasks.rows import TaskRow

# Words first: shape and colour only repeat them.
SEVERITY_WORDS = {
    Severity.ERROR: "\u25a0 须改",
    Severity.DOUBT: "\u25b2 存疑",
    Severity.HINT: "\u25cb 提示",
}
SEVERITY_INKS = {Severity.ERROR: "late", Severity.DOUBT: "near", Severity.HINT: "quiet"}
_ORDER = tuple(SEVERITY_WORDS)


def check_rows(rows: Iterable[TaskRow], ground: Ground, plan: Plan) -> tuple[TaskFinding, ...]:
    """The findings of the tasks that are filed under a plan, what must be changed first.

    A task that is filed under another plan is looked at there; here it answers its measures.
    """
    filed: list[Task] = []
    elsewhere: set[int] = set()
    for row in rows:
        if row.asked_keys:
            elsewhere.update(row.asked_keys)
        else:
            filed.append(as_task(row))
    return check(filed, ground, plan, elsewhere)


def check_columns() -> tuple[Column[TaskFinding], ...]:
    """How much it matters, which task, and what it is."""
    return (
        Column("severity", "级别", _severity, lambda f: _ORDER.index(f.severity), 4),
        Column("number", "序号", _number, lambda f: f.number, 2, numeric=True),
        Column("message", "检查结果", lambda f: f.message, lambda f: f.message, 12),
    )


def _severity(found: TaskFinding) -> str:
    return SEVERITY_WORDS[found.severity]


def _number(found: TaskFinding) -> str:
    return str(found.number or "\u2014")
