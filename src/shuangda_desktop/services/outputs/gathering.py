"""What documents are made of: the tasks that go out, their plans, the heading above a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import plan_years, queries, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.columns.layouts import Layout, titled
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import PlanRow, TaskRow, in_chapters

ENDED = (Status.CLOSED, Status.CARRIED)  # of an earlier year, and no longer anybody's work
OUR_WORK = "打击侵权假冒工作"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clerk asks for: the day that counts, one unit's part (or None for all), one plan."""

    today: date
    unit: str | None = None
    plan_id: int | None = None
    layout: Layout | None = None  # to look at one that is not kept yet; None for the one in use


def wanted_tasks(store: Store, wanted: Wanted, *, issued: bool = False) -> tuple[TaskRow, ...]:
    """The tasks of a table: all of the plan that was asked for, else those ``issued`` or those in hand."""
    if wanted.plan_id is not None:
        found = queries.task_rows(store, unit=wanted.unit, plan_id=wanted.plan_id)
        return _some([row for row in found if row.applicable], wanted.unit)
    if issued:
        return tasks_to_issue(store, wanted.unit)
    return tasks_in_hand(store, wanted.unit, wanted.today.year)


def tasks_to_issue(store: Store, unit: str | None = None) -> tuple[TaskRow, ...]:
    """The tasks that the office issues: those of the plans of the newest year."""
    years = plan_years.years_of_plans(store)
    newest = max(years.values(), default=0)
    own = _of_year(years, newest)
    rows = queries.task_rows(store, unit=unit, ids=plan_years.tasks_of_plans(store, own))
    return _some([row for row in rows if row.applicable], unit)


def tasks_in_hand(store: Store, unit: str | None, year: int) -> tuple[TaskRow, ...]:
    """The work of a year: the tasks of its plans, and of earlier ones what ran or was closed in it.

    Until the plan of a year has come, the last one before it goes on. A task that a plan shares with
    an earlier one is its own. Of all other years no task is read.
    """
    years = plan_years.years_of_plans(store)
    begun = [one for one in years.values() if one <= year]
    newest = max(begun) if begun else min(years.values(), default=0)
    own = plan_years.tasks_of_plans(store, _of_year(years, newest))
    ids = own | plan_years.tasks_moving(store, date(year, 1, 1))
    rows = [row for row in queries.task_rows(store, unit=unit, ids=ids) if row.applicable]
    wanted = [row for row in rows if row.task_id in own]
    wanted += [
        row
        for row in rows
        if row.task_id not in own and years[row.plan_id] < newest and _is_work_of(row, year)
    ]
    return _some(wanted, unit)


def _of_year(years: Mapping[int, int], wanted: int) -> list[int]:
    return [plan for plan, year in years.items() if year == wanted]


def _is_work_of(row: TaskRow, year: int) -> bool:
    """Whether a task of an earlier plan still runs, or ended no earlier than in a year.

    What was carried over in that year is counted in the plan that it went to.
    """
    if row.status not in ENDED:
        return True
    ended_in = row.moves[-1].on.year if row.moves else 0
    return ended_in > year or (ended_in == year and row.status is Status.CLOSED)


def _some(rows: Sequence[TaskRow], unit: str | None) -> tuple[TaskRow, ...]:
    if rows:
        return in_chapters(rows)
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
    return list(queries.plan_rows(store, ids={row.plan_id for row in rows}))


def year_of(plans: Sequence[PlanRow], today: date) -> int:
    """The year that a document is about."""
    return max((plan.plan_year for plan in plans if plan.plan_year), default=today.year)
