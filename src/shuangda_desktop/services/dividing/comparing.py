"""A plan beside another: last year's, or a second higher plan of the same year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from shuangda_desktop.plan.model import Plan, Role
from shuangda_desktop.services.dividing.ordering import close_gaps, renumber, tasks_of, woven
from shuangda_desktop.services.tracking.tracking import set_status
from shuangda_desktop.services.words import plan_name, refusal, task_name
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.revised import revised
from shuangda_desktop.store.task_sources import add_sources, other_sources
from shuangda_desktop.tasks.dividing.edit import joined_units
from shuangda_desktop.tasks.dividing.yearly import Compared, Likeness, carried_over, compare
from shuangda_desktop.tasks.life import FINISHED, allowed
from shuangda_desktop.tasks.model import NO_MEASURE, Assignment, Status, Task
from shuangda_desktop.tasks.rows import PlanRow, TaskRow

_OVER = (*FINISHED, Status.CARRIED)


class Beside(StrEnum):
    """How another plan stands to the one that is looked at."""

    SAME_YEAR = "same_year"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class Line:
    """A measure of either plan with what the city does about it."""

    compared: Compared
    ours: tuple[TaskRow, ...]
    theirs: tuple[TaskRow, ...]

    @property
    def joined(self) -> bool:
        """Whether one task carries out the measures of both plans."""
        return bool({row.task_id for row in self.ours} & {row.task_id for row in self.theirs})

    @property
    def unfinished(self) -> tuple[TaskRow, ...]:
        """The other plan's tasks that are neither done nor left out."""
        return tuple(
            row
            for row in self.theirs
            if row.status not in _OVER and row.applicable and not row.dropped_reason
        )


def comparable(store: Store, plan_id: int) -> tuple[tuple[PlanRow, Beside], ...]:
    """The plans that one may be laid beside: those of its year, then those of the year before."""
    rows = queries.plan_rows(store)
    this = next((row for row in rows if row.plan_id == plan_id), None)
    if this is None or this.plan_year is None:
        return ()
    others = [row for row in rows if row.plan_id != plan_id and row.measures]
    same = [(row, Beside.SAME_YEAR) for row in others if row.plan_year == this.plan_year]
    last = [(row, Beside.LAST_YEAR) for row in others if row.plan_year == this.plan_year - 1]
    return (*same, *last)


def compare_plans(store: Store, plan_id: int, other_id: int) -> tuple[Line, ...]:
    """Every measure of both plans, those that say the same side by side."""
    plans = _plans(store, plan_id, other_id)
    ours, theirs = (_by_key(store, id_) for id_ in (plan_id, other_id))
    return tuple(
        Line(
            line,
            ours.get(line.this.key, ()) if line.this else (),
            theirs.get(line.other.key, ()) if line.other else (),
        )
        for line in compare(plans[plan_id].measures, plans[other_id].measures)
    )


def join_tasks(store: Store, kept_id: int, gone_id: int, now: datetime) -> None:
    """Let one task carry out the measures of two plans: the first stays, the second goes into it.

    The first keeps its words, deadline and log; its units and those of the other are together, a lead
    of the other only where the first has none. A task with progress does not go.
    """
    kept, gone = tasks.load_task(store, kept_id), tasks.load_task(store, gone_id)
    if kept.plan_id == gone.plan_id:
        raise refusal("这两项任务出自同一份来文,没有合为一项。请用“合并”。")
    if tasks.load_entries(store, gone_id):
        raise refusal(f"{_name(gone)}已经有进展记录,没有合为一项。请改为并入那一项。")
    sources = [(gone.plan_id, key) for key in gone.keys]
    with store.step(f"把{_name(gone)}与{_name(kept)}合为一项", now):
        sources += other_sources(store, gone_id)
        tasks.delete_tasks(store, [gone_id])
        add_sources(store, kept_id, tuple(s for s in sources if s[0] != kept.plan_id))
        tasks.save_task(store, joined_units(kept, gone))
        close_gaps(store, gone.plan_id)


def can_join(line: Line) -> bool:
    """Whether one task of ours could carry out what the other plan has tasks for."""
    return len(line.ours) == 1 and bool(_not_ours(line))


def join_line(store: Store, line: Line, other_id: int, now: datetime) -> None:
    """Let our task carry out the measure of the other plan, whatever tasks that has.

    Where the other's measure is broad and its task went into another of ours already, ours gets it as
    one more source; its units stay as they are.
    """
    if not can_join(line) or line.compared.other is None:
        raise refusal("这一行没有可以合为一项的任务,没有改动。")
    kept = line.ours[0]
    source = (other_id, line.compared.other.key)
    with store.step(f"把{task_name(kept.number, kept.title)}与对方的合为一项", now):
        for row in _not_ours(line):
            if row.plan_id == kept.plan_id:
                add_sources(store, kept.task_id, (source,))
            else:
                join_tasks(store, kept.task_id, row.task_id, now)


def _not_ours(line: Line) -> list[TaskRow]:
    """The other plan's tasks that are not ours yet."""
    known = {row.task_id for row in line.ours}
    return [] if line.joined else [row for row in line.theirs if row.task_id not in known]


def join_alike(store: Store, plan_id: int, other_id: int, now: datetime) -> int:
    """Join every pair of single tasks whose measures say the same; how many were joined.

    The tasks of ``plan_id`` stay. Pairs with several tasks on a side, or with progress, are the clerk's.
    """
    pairs = [line for line in compare_plans(store, plan_id, other_id) if _is_sure(store, line)]
    if not pairs:
        raise refusal("没有可以合为一项的任务,没有改动。")
    with store.step(f"把{len(pairs)}项相同的任务合为一项", now):
        for line in pairs:
            join_tasks(store, line.ours[0].task_id, line.theirs[0].task_id, now)
    return len(pairs)


def carry_over(store: Store, plan_id: int, task_ids: Sequence[int], now: datetime) -> list[int]:
    """Take unfinished tasks of last year into a plan as proposals.

    Of the old ones those that are under way are 转下年 from now on; all else of them stays.
    """
    plan = _plans(store, plan_id)[plan_id]
    old = tasks.load_tasks(store, task_ids)
    if not old:
        raise refusal("没有选中要结转的任务,没有改动。")
    keys = _keys_of_this_year(store, plan_id, old)
    year_end = date(plan.plan_year, 12, 31) if plan.plan_year else None
    fresh = [
        _filed(carried_over(task, plan_id, year_end), keys.get(task.measure_key)) for task in old
    ]
    with store.step(f"结转{len(fresh)}项任务到{plan_name(plan.title, '')}", now):
        existing = tasks_of(store, plan_id)
        ids = tasks.add_tasks(store, fresh)
        ordered = woven(existing, tasks.load_tasks(store, ids))
        renumber(store, plan_id, [task.id or 0 for task in ordered])
        _leave_behind(store, old, f"结转到{plan_name(plan.title, '')}", now)
    return ids


def _leave_behind(store: Store, old: Sequence[Task], why: str, now: datetime) -> None:
    for task in old:
        if Status.CARRIED in allowed(task.status):
            set_status(store, task.id or 0, Status.CARRIED, why, now)


def last_leads(store: Store, plan_id: int, plan: Plan) -> Mapping[int, Sequence[Assignment]]:
    """Who led the same measures last year, by this year's measure; of the likest plan of that year."""
    last = [
        row for row, kind in comparable(store, plan_id) if kind is Beside.LAST_YEAR and row.tasks
    ]
    if not last:
        return {}
    other = next((row for row in last if row.level == plan.level), last[0])
    found: dict[int, Sequence[Assignment]] = {}
    for line in compare_plans(store, plan_id, other.plan_id):
        if line.compared.this is not None and (leads := _leads(line.theirs)):
            found.setdefault(line.compared.this.key, leads)
    return found


def _plans(store: Store, *plan_ids: int) -> dict[int, Plan]:
    found = revised(store, plan_ids)
    if len(found) < len(set(plan_ids)):
        raise refusal("这份来文已经不在数据库中,没有改动。请刷新列表后再选。")
    return found


def _by_key(store: Store, plan_id: int) -> dict[int, tuple[TaskRow, ...]]:
    found: dict[int, tuple[TaskRow, ...]] = {}
    for row in queries.task_rows(store, plan_id=plan_id, include_dropped=True):
        for key in row.keys:
            found[key] = (*found.get(key, ()), row)
    return found


def _is_sure(store: Store, line: Line) -> bool:
    single = len(line.ours) == len(line.theirs) == 1 and not line.joined
    if not single or line.compared.kind not in (Likeness.SAME, Likeness.CHANGED):
        return False
    kept, gone = line.ours[0], line.theirs[0]
    same_plan = kept.plan_id == gone.plan_id
    return not same_plan and not tasks.load_entries(store, gone.task_id)


def _keys_of_this_year(store: Store, plan_id: int, old: Sequence[Task]) -> dict[int, int]:
    """This year's measure that says the same as the one each old task is filed under."""
    found: dict[int, int] = {}
    for other_id in {task.plan_id for task in old}:
        for line in compare_plans(store, plan_id, other_id):
            if line.compared.this is not None and line.compared.other is not None:
                found.setdefault(line.compared.other.key, line.compared.this.key)
    return found


def _filed(task: Task, key: int | None) -> Task:
    return replace(task, measure_key=NO_MEASURE if key is None else key, status=Status.DRAFT)


def _leads(rows: Sequence[TaskRow]) -> tuple[Assignment, ...]:
    """The leads of tasks that were the city's, as far as anybody decided or stated them."""
    return tuple(
        Assignment(part.unit, Role.LEAD, part.basis)
        for row in rows
        if row.applicable and not row.dropped_reason
        for part in row.units
        if part.role is Role.LEAD
    )


def _name(task: Task) -> str:
    return task_name(task.number, task.title)
