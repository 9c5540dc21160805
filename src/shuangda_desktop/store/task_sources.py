"""The measures that tasks carry out, of whichever plan: a task may answer several plans of one year."""

from collections.abc import Mapping
from datetime import date

from shuangda_desktop.store.columns import Columns
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plan_years import plan_names


def answered_keys(store: Store, plan_id: int) -> frozenset[int]:
    """The measures of a plan that some task carries out, wherever the task is filed."""
    query = "SELECT measure_key FROM task_source WHERE plan_id = ?"
    return frozenset(key for (key,) in store.rows(query, [plan_id]))


def other_sources(store: Store, task_id: int) -> tuple[tuple[int, int], ...]:
    """Plan and measure of what a task carries out of plans that it is not filed under, in order."""
    return tuple((plan_id, key) for plan_id, key in store.rows(_OTHERS, [task_id]))


def add_sources(store: Store, task_id: int, sources: tuple[tuple[int, int], ...]) -> None:
    """Let a task carry out measures of other plans too; those that it has already are not added."""
    known = set(store.rows(_ALL, [task_id]))
    last = store.rows("SELECT max(position) FROM task_source WHERE task_id = ?", [task_id])[0][0]
    fresh = [source for source in dict.fromkeys(sources) if source not in known]
    rows: list[Columns] = [
        {"task_id": task_id, "position": position, "plan_id": plan_id, "measure_key": key}
        for position, (plan_id, key) in enumerate(fresh, last + 1)
    ]
    store.insert("task_source", rows)


def move_sources(store: Store, old_plan: int, new_plan: int, keys: Mapping[int, int]) -> None:
    """Let what tasks carry out of an old edition be the same measures of the new one, where it has them."""
    rows = store.rows("SELECT id, measure_key FROM task_source WHERE plan_id = ?", [old_plan])
    for id_, key in rows:
        if key in keys:
            store.execute(
                "UPDATE task_source SET plan_id = ?, measure_key = ? WHERE id = ?",
                [new_plan, keys[key], id_],
            )


def filed_under(store: Store, plan_id: int) -> tuple[int, ...]:
    """The plans that the tasks of a plan are filed under: its own first, then those it shares tasks with."""
    found = {other for (other,) in store.rows(_FILED, [plan_id])}
    return (plan_id, *sorted(found - {plan_id}))


def other_origins(store: Store, task_id: int) -> tuple[tuple[str, str], ...]:
    """What a task carries out of plans that it is not filed under: the plan's name, the source's words."""
    rows = store.rows(_OTHER_ORIGINS, [task_id])
    if not rows:
        return ()
    names = {row.plan_id: row.title or row.source_name for row in plan_names(store, date.min)}
    return tuple((names[plan_id], words) for plan_id, words in rows)


_OTHER_ORIGINS = """
    SELECT more.plan_id, coalesce(text, '')||coalesce(clause, '')
    FROM task_source AS more
        JOIN task_source AS filed
            ON filed.task_id = more.task_id AND filed.position = 0 AND filed.plan_id <> more.plan_id
        LEFT JOIN measure ON measure.plan_id = more.plan_id AND measure.key = more.measure_key
    WHERE more.task_id = ? ORDER BY more.position
"""
_FILED = """
    SELECT DISTINCT filed.plan_id FROM task_source AS asked JOIN task_source AS filed
        ON filed.task_id = asked.task_id AND filed.position = 0
    WHERE asked.plan_id = ?
"""
_ALL = "SELECT plan_id, measure_key FROM task_source WHERE task_id = ?"
_OTHERS = """
    SELECT more.plan_id, more.measure_key
    FROM task_source AS more JOIN task_source AS filed
        ON filed.task_id = more.task_id AND filed.position = 0 AND filed.plan_id <> more.plan_id
    WHERE more.task_id = ? ORDER BY more.position
"""
