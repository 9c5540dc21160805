"""What documents are made of: the tasks that go out, their plans, the heading above a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.exports.model import Heading
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import queries, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.columns.layouts import Layout, titled
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import PlanRow, TaskRow

ENDED = (Status.CLOSED, Status.CARRIED)  # of an earlier year, and no longer anybody's work
OUR_WORK = "打击侵权假冒工作"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clerk asks for: the day that counts, one unit's part (or None for all), one plan."""

    today: date
    unit: str | None = None
    plan_id: int | None = None
    layout: Layout | None = None  # to look at one that is not kept yet; None for the one in use


def tasks_to_issue(store: Store, unit: str | None = None) -> tuple[TaskRow, ...]:
    """The tasks that the office issues: those of the plans of the newest year."""
    years = _years(store)
    return _asked(store, unit, _of_year(years, max(years.values(), default=0)), running=False)


def tasks_in_hand(store: Store, unit: str | None, year: int) -> tuple[TaskRow, ...]:
    """The work of a year: the tasks of its plans, and of earlier ones what still runs.

    Until the plan of a year has come, the last one before it goes on.
    """
    years = _years(store)
    begun = [one for one in years.values() if one <= year]
    newest = max(begun) if begun else min(years.values(), default=0)
    return _asked(store, unit, _of_year(years, newest), running=True)


def _years(store: Store) -> dict[int, int]:
    """The year of each plan that has tasks; one that names none is of the year in which it came."""
    return {
        plan.plan_id: plan.plan_year or plan.imported_on.year
        for plan in queries.plan_rows(store)
        if plan.tasks
    }


def _of_year(years: Mapping[int, int], newest: int) -> tuple[set[int], set[int]]:
    """The plans of a year, and those of the years before it."""
    return (
        {plan for plan, year in years.items() if year == newest},
        {plan for plan, year in years.items() if year < newest},
    )


def _asked(
    store: Store, unit: str | None, plans: tuple[set[int], set[int]], *, running: bool
) -> tuple[TaskRow, ...]:
    """What applies to the city and was not dropped; tasks that a plan shares with an earlier one are its own."""
    own, earlier = plans
    ids = {task_id for plan in own for task_id in queries.task_order(store, plan)}
    rows = [row for row in queries.task_rows(store, unit=unit) if row.applicable]
    wanted = [row for row in rows if row.task_id in ids]
    if running:
        wanted += [
            row
            for row in rows
            if row.task_id not in ids and row.plan_id in earlier and row.status not in ENDED
        ]
    if wanted:
        return tuple(wanted)
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
