"""Which tasks a step changed, so that a page need not read all of them again."""

import json
from collections.abc import Iterable

from shuangda_desktop.store.database import Store
from shuangda_desktop.store.steps.changes import Touched
from shuangda_desktop.tasks.rows import TaskRow

_PARTS = ("assignment", "task_target", "task_source", "rewording", "progress_entry")
TASK_TABLES = frozenset({"task", *_PARTS})


def touched_tasks(store: Store, touched: Touched, known: Iterable[TaskRow]) -> set[int] | None:
    """The tasks of these rows; None where that cannot be told and all must be read again.

    ``known`` are the tasks as they were: the row of a unit that is gone is found among them.
    """
    found = set(touched.get("task", ()))
    there = store.rows(_THERE, [json.dumps(list(found))])
    for table in _PARTS:
        rows = touched.get(table, frozenset())
        owners = dict(store.rows(_OWNERS.format(table), [json.dumps(list(rows))])) if rows else {}
        found |= set(owners.values())
        gone = rows - owners.keys()
        if gone and table == "assignment":
            before = {part.assignment_id: row.task_id for row in known for part in row.units}
            found |= {before[id_] for id_ in gone if id_ in before}
        elif gone and not owners and len(there) == len(found):
            return None  # the part went without its task, and nothing came in its place
    return found


_THERE = "SELECT id FROM task WHERE id IN (SELECT value FROM json_each(?))"
_OWNERS = "SELECT id, task_id FROM {} WHERE id IN (SELECT value FROM json_each(?))"
