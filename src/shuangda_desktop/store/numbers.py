"""The numbers of a plan's tasks: where each task stands, and all that change in one go."""

import json
from collections import defaultdict
from collections.abc import Mapping

from shuangda_desktop.store.adjustments import note_numbers
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.dividing.numbering import Place
from shuangda_desktop.tasks.rounds.snapshots import Kind

_PLACES = """
    SELECT task.id, number, applicable AND dropped_reason = ''
    FROM task JOIN task_source ON task_id = task.id AND position = 0
    WHERE plan_id = ? ORDER BY abs(number), number DESC, task.id
"""
# Of a line of a version the label begins with the number that it had: "12 标题".
_ISSUED = """
    SELECT task_id, max(CAST(json_extract(line, '$.lines[0][1]') AS INTEGER))
    FROM version_task JOIN version ON version.id = version_id
    WHERE plan_id = ? AND kind = 'issued' GROUP BY task_id
"""

_NAME_ANEW = """
    UPDATE adjustment SET label = (
        SELECT trim(number || ' ' || coalesce(nullif(title, ''), substr(text, 1, 20)))
        FROM task WHERE task.id = task_id)
    WHERE kind = ? AND task_id IN (SELECT value FROM json_each(?))
"""


def task_places(store: Store, plan_id: int) -> tuple[tuple[Place, ...], int]:
    """The places of the tasks that are filed under a plan, in their order, and the last issued number.

    That is the highest with which a task of the plan was ever issued, 0 where none was.
    """
    issued = dict(store.rows(_ISSUED, [plan_id]))
    places = tuple(
        Place(task_id, number, bool(is_city_s), task_id in issued)
        for task_id, number, is_city_s in store.rows(_PLACES, [plan_id])
    )
    there = [place.number for place in places if place.issued]
    return places, max([*issued.values(), *there], default=0)


def set_numbers(store: Store, steps: Mapping[int, int]) -> None:
    """Change the numbers of tasks, by their ids, by these steps.

    An issued task that stands under another number than the one it went out with is an adjustment;
    a new task is listed among the adjustments under the number that it gets.
    """
    by_step: defaultdict[int, list[int]] = defaultdict(list)
    for task_id, step in steps.items():
        by_step[step].append(task_id)
    for step, ids in by_step.items():
        store.shift("task", "number", ids, step)
    store.execute(_NAME_ANEW, [Kind.ADDED.value, json.dumps(list(steps))])
    note_numbers(store, list(steps))
