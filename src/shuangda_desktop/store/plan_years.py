"""Which plans and tasks are of which year: ids and names alone, however many years there are."""

import json
from collections.abc import Collection
from datetime import date

from shuangda_desktop.store.database import Store
from shuangda_desktop.store.queries import RUNNING
from shuangda_desktop.tasks.rows import PlanName


def plan_names(
    store: Store, since: date, also: int = 0, divided: bool = False
) -> tuple[PlanName, ...]:
    """The documents that came in from a day on, by their names alone, the newest first.

    The last one is named whenever it came, and so is ``also``; ``divided`` leaves out those without tasks.
    """
    return tuple(PlanName(*row) for row in store.rows(_NAMES, [since.isoformat(), also, divided]))


def size(store: Store, plan_id: int) -> int:
    """How many measures a plan has, or tasks where those are more: how long it takes to read."""
    return int(max(store.rows(_SIZE, [plan_id, plan_id])[0]))


def years_of_plans(store: Store) -> dict[int, int]:
    """The year of each plan that has tasks; one that names none is of the year in which it came."""
    return dict(store.rows(_YEARS))


def tasks_of_plans(store: Store, plan_ids: Collection[int]) -> set[int]:
    """The ids of all tasks of these plans."""
    rows = store.rows(_OF_PLANS, [json.dumps(list(plan_ids))])
    return {task_id for (task_id,) in rows}


def tasks_moving(store: Store, since: date) -> set[int]:
    """The ids of the tasks that run, and of those that were moved from a day on."""
    return {task_id for (task_id,) in store.rows(_MOVING, [since.isoformat()])}


def last_divided(store: Store) -> int:
    """The document that came in last of those that have tasks; 0 where there is none."""
    found = store.rows("SELECT max(plan_id) FROM task_source")
    return found[0][0] or 0


_SIZE = """
    SELECT (SELECT count(*) FROM measure WHERE plan_id = ?),
        (SELECT count(DISTINCT task_id) FROM task_source WHERE plan_id = ?)
"""
_NAMES = """
    SELECT plan.id, coalesce((
        SELECT json_extract(value, '$.value') FROM decision
        WHERE plan_id = plan.id AND kind = 'set_field' AND json_extract(value, '$.field') = 'title'
        ORDER BY id DESC LIMIT 1), title, ''), name
    FROM plan JOIN source ON source.id = source_id
    WHERE plan.id IN (
            SELECT id FROM plan WHERE imported_on >= ? UNION SELECT max(id) FROM plan UNION SELECT ?)
        AND (NOT ? OR EXISTS (SELECT 1 FROM task_source WHERE plan_id = plan.id))
    ORDER BY plan.id DESC
"""
_YEARS = """
    SELECT plan.id, CAST(coalesce((
        SELECT json_extract(value, '$.value') FROM decision
        WHERE plan_id = plan.id AND kind = 'set_field' AND json_extract(value, '$.field') = 'plan_year'
        ORDER BY id DESC LIMIT 1), plan_year, substr(imported_on, 1, 4)) AS INTEGER)
    FROM plan WHERE EXISTS (SELECT 1 FROM task_source WHERE plan_id = plan.id)
"""
_OF_PLANS = """
    SELECT DISTINCT task_id FROM task_source WHERE plan_id IN (SELECT value FROM json_each(?))
"""
_MOVING = f"""
    SELECT id FROM task WHERE {RUNNING} UNION SELECT task_id FROM task_move WHERE moved_on >= ?
"""
