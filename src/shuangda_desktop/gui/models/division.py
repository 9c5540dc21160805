"""A plan with its tasks as the page 分解 shows it; after an action only what changed is read again."""

from dataclasses import dataclass

from shuangda_desktop.gui.models.coverage import MeasureRow, coverage, covered_again
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import Store, Touched
from shuangda_desktop.store.touched import TASK_TABLES, touched_tasks
from shuangda_desktop.tasks.rows import TaskRow

# What the page shows beside the tasks, and reads whenever it shows it.
BESIDE = {"version", "version_task", "adjustment", "consultation", "consulted_unit", "opinion"}


@dataclass(frozen=True, slots=True)
class Division:
    """The plan as the clerk corrected it, what became of its measures, all of its tasks."""

    plan_id: int
    plan: Plan
    measures: tuple[MeasureRow, ...]
    rows: tuple[TaskRow, ...]


def read_division(store: Store, plan_id: int) -> Division:
    """Everything, from the store."""
    plan = queries.revised(store, [plan_id])[plan_id]
    rows = queries.task_rows(store, plan_id=plan_id, include_dropped=True, plans={plan_id: plan})
    return Division(plan_id, plan, coverage(plan, rows), rows)


def read_again(store: Store, known: Division, touched: Touched) -> Division | None:
    """The division after a step that touched these rows; None where all has to be read."""
    if not touched or touched.keys() - TASK_TABLES - BESIDE:
        return None
    ids = touched_tasks(store, touched, known.rows)
    return None if ids is None else _renewed(store, known, ids)


def _renewed(store: Store, known: Division, ids: set[int]) -> Division | None:
    plans = {known.plan_id: known.plan}
    before = {row.task_id: row for row in known.rows}
    fresh = {
        row.task_id: row
        for row in queries.task_rows(store, ids=ids, include_dropped=True, plans=plans)
    }
    order = queries.task_order(store, known.plan_id)
    there = before | fresh
    if not there.keys() >= set(order):
        return None
    rows = tuple(there[task_id] for task_id in order)
    changed = [before[id_] for id_ in ids if id_ in before] + list(fresh.values())
    measures = covered_again(known.measures, rows, changed)
    return Division(known.plan_id, known.plan, measures, rows)
