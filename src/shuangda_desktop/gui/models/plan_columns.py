"""The columns of the list of plans."""

from collections.abc import Sequence

from shuangda_desktop.gui.theme import DOUBT, QUIET, Look
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import PlanRow
from shuangda_desktop.text.level import Level

LEVELS = {
    Level.NATIONAL: "国家",
    Level.PROVINCE: "省",
    Level.CITY: "市",
    Level.COUNTY: "县区",
}
NO_TITLE = "没有读出标题"


def plan_title(row: PlanRow) -> str:
    """The title, or the file's name where none was read."""
    return row.title or f"{NO_TITLE}\uff08{row.source_name}\uff09"


def plan_state(row: PlanRow) -> str:
    """What is to be done about a plan next."""
    if row.open_findings:
        return f"待核对 {row.open_findings}"
    return "已分解" if row.tasks else "待分解"


def plan_words(row: PlanRow) -> str:
    """What a plan is looked for by."""
    return f"{plan_title(row)} {row.document_number} {row.issuer} {row.source_name}"


def count_words(rows: Sequence[PlanRow]) -> str:
    """How many plans there are, and how much of them is to be looked at."""
    doubts = sum(row.open_findings for row in rows)
    left = f"\uff0c还有 {doubts} 处待核对" if doubts else ""
    return f"{len(rows)} 份{left}"


def decorate(row: PlanRow, column: Column[PlanRow]) -> Look | None:
    """Doubts stand out; a plan that is divided steps back."""
    if column.key != "state":
        return None
    return DOUBT if row.open_findings else QUIET if row.tasks else None


def explain(row: PlanRow, column: Column[PlanRow]) -> str:
    """What does not fit into the line."""
    return f"{plan_title(row)}\n{row.issuer}\n{row.source_name}\uff0c{row.imported_on} 导入"


def plan_columns() -> tuple[Column[PlanRow], ...]:
    """Title, number, year, level, state and counts."""
    return (
        Column("title", "标题", plan_title, plan_title, 24),
        Column("number", "文号", _number, _number, 10),
        Column("year", "年度", lambda r: str(r.plan_year or ""), lambda r: r.plan_year, 3),
        Column("level", "层级", _level, _level_place, 2),
        Column("state", "状态", plan_state, lambda r: r.open_findings, 5),
        Column(
            "measures", "措施", lambda r: str(r.measures), lambda r: r.measures, 2, numeric=True
        ),
        Column("tasks", "任务", lambda r: str(r.tasks), lambda r: r.tasks, 2, numeric=True),
    )


def _number(row: PlanRow) -> str:
    return row.document_number


def _level(row: PlanRow) -> str:
    return LEVELS[row.level] if row.level else ""


def _level_place(row: PlanRow) -> int | None:
    return list(LEVELS).index(row.level) if row.level else None
