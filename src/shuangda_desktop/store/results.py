"""What targets came to, period by period."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from shuangda_desktop.store.columns import words
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.results import Actual, Way

_WAYS = words(Way)


def add_actuals(store: Store, actuals: Sequence[Actual]) -> list[int]:
    """Append values to the log; their ids. A value without a time gets that of the step."""
    return store.insert(
        "target_actual",
        [
            {
                "task_id": actual.task_id,
                "target": actual.target,
                "unit": actual.unit,
                "period": actual.period,
                "value": float(actual.value),
                "note": actual.note,
                "recorded_at": (actual.recorded_at or store.now).isoformat(),
            }
            for actual in actuals
        ],
    )


def load_actuals(store: Store, task_id: int) -> tuple[Actual, ...]:
    """The values of a task, in the order in which they were recorded."""
    return tuple(
        Actual(task_id, target, unit, period, value, note, datetime.fromisoformat(at), id_)
        for target, unit, period, value, note, at, id_ in store.rows(
            "SELECT target, unit, period, value, note, recorded_at, id"
            " FROM target_actual WHERE task_id = ? ORDER BY id",
            [task_id],
        )
    )


def set_way(store: Store, task_id: int, target: str, way: Way) -> None:
    """Keep how a target is counted."""
    changed = store.execute(
        "UPDATE target_way SET way = ? WHERE task_id = ? AND target = ?",
        [way.value, task_id, target],
    )
    if not changed:
        store.insert("target_way", [{"task_id": task_id, "target": target, "way": way.value}])


def load_ways(store: Store, task_id: int) -> Mapping[str, Way]:
    """How the targets of a task are counted, where the clerk said so; by the target's text."""
    rows = store.rows("SELECT target, way FROM target_way WHERE task_id = ?", [task_id])
    return {target: _WAYS[way] for target, way in rows}


def ways_by_task(store: Store, task_ids: Sequence[int]) -> Mapping[int, Mapping[str, Way]]:
    """The same for several tasks; those without a choice of the clerk's are left out."""
    found: defaultdict[int, dict[str, Way]] = defaultdict(dict)
    for task_id, target, way in store.rows(
        "SELECT task_id, target, way FROM target_way"
        " WHERE task_id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(task_ids))],
    ):
        found[task_id][target] = _WAYS[way]
    return found
