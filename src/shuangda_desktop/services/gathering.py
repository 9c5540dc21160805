"""What documents are made of: the tasks that go out, their plans, the heading above a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.exports.model import Heading
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import queries, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.columns.layouts import Layout, titled
from shuangda_desktop.tasks.rows import PlanRow, TaskRow

OUR_WORK = "打击侵权假冒工作"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clerk asks for: the day that counts, one unit's part (or None for all), one plan."""

    today: date
    unit: str | None = None
    plan_id: int | None = None
    layout: Layout | None = None  # to look at one that is not kept yet; None for the one in use


def tasks_of(store: Store, unit: str | None) -> tuple[TaskRow, ...]:
    """The tasks that go into a document: those that apply to the city and were not dropped."""
    rows = tuple(r for r in queries.task_rows(store, unit=unit) if r.applicable)
    if rows:
        return rows
    if unit:
        raise refusal(f"“{unit}”没有任务,没有写出文件。请核对单位的名称,见“单位”页。")
    raise refusal("还没有任务,没有写出文件。请先导入方案并在“分解”页拟定任务。")


def heading_of(
    store: Store,
    rows: Sequence[TaskRow],
    what: str,
    wanted: Wanted,
    layout: Layout | None = None,
    unit: str | None = None,
) -> Heading:
    """The heading of a table of these tasks, in the words of the office's layout where it has some."""
    city, office = settings.get(store, "city"), settings.get(store, "office_name")
    year = year_of(plans_of(store, rows), wanted.today)
    title = f"{city}{year}年{OUR_WORK}{what}"
    if layout is not None:
        title = titled(layout, title, city, year)
    heading = Heading(f"{title}({unit})" if unit else title, office, wanted.today)
    if layout is not None and layout.label.strip():
        return Heading(heading.title, office, wanted.today, layout.label.strip())
    return heading


def plans_of(store: Store, rows: Sequence[TaskRow]) -> list[PlanRow]:
    """The plans that the tasks come from."""
    used = {row.plan_id for row in rows}
    return [plan for plan in queries.plan_rows(store) if plan.plan_id in used]


def year_of(plans: Sequence[PlanRow], today: date) -> int:
    """The year that a document is about."""
    return max((plan.plan_year for plan in plans if plan.plan_year), default=today.year)
