"""What is changed of an issued task is kept as an adjustment, whichever action changes it.

Called by those few functions that write tasks, so that no action can forget it: the list of
adjustments is always exactly what differs from the issued version.
"""

import json
from collections.abc import Iterable, Sequence

from shuangda_desktop.store.columns import columns_of
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.versions import in_force
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.tasks.rounds.snapshots import Change, Kind, Line, loaded
from shuangda_desktop.tasks.rounds.versions import NUMBER, Adjustment, changes_since

# The versions that a task belongs to: it was in them, or is filed under their plan now.
_OF_TASK = """
    SELECT version.id, line FROM version
        LEFT JOIN version_task ON version_id = version.id AND task_id = ?
    WHERE version.id IN (SELECT value FROM json_each(?)) AND (line IS NOT NULL
        OR plan_id IN (SELECT plan_id FROM task_source WHERE task_id = ?))
"""
# Of these tasks, where they are the city's: number then and now, and the adjustment of it, if any.
_NUMBERS = """
    SELECT version_task.version_id, task.id, CAST(json_extract(line, '$.lines[0][1]') AS INTEGER),
        number, trim(number || ' ' || coalesce(nullif(task.title, ''), substr(text, 1, 20))),
        adjustment.id, adjustment.after
    FROM version_task JOIN task ON task.id = version_task.task_id
        LEFT JOIN adjustment ON adjustment.version_id = version_task.version_id
            AND adjustment.task_id = task.id AND adjustment.title = ?
    WHERE version_task.version_id IN (SELECT value FROM json_each(?)) AND applicable
        AND dropped_reason = '' AND task.id IN (SELECT value FROM json_each(?))
    ORDER BY number
"""
_AGAIN = "UPDATE adjustment SET label = ?, after = ?, changed_at = ? WHERE id = ?"
_KNOWN = "SELECT id, title, kind, after FROM adjustment WHERE version_id = ? AND task_id = ?"


def note_saved(store: Store, task: Task) -> None:
    """Keep what of a task that was written differs from the issued versions that it belongs to."""
    versions = in_force(store)
    if versions:
        _note(store, versions, task.id or 0, task)


def note_added(store: Store, ids: Sequence[int], tasks: Iterable[Task]) -> None:
    """The same of new tasks."""
    versions = in_force(store)
    for task_id, task in zip(ids, tasks, strict=True) if versions else ():
        _note(store, versions, task_id, task)


def note_gone(store: Store, ids: Iterable[int]) -> None:
    """The same of tasks that are about to go."""
    versions = in_force(store)
    for task_id in ids if versions else ():
        _note(store, versions, task_id, None)


def note_numbers(store: Store, ids: Sequence[int]) -> None:
    """Keep which of these issued tasks stand under another number than they went out with."""
    versions = in_force(store)
    found = (
        store.rows(_NUMBERS, [NUMBER, json.dumps(versions), json.dumps(ids)]) if versions else ()
    )
    fresh: list[Adjustment] = []
    for version_id, task_id, was, now, label, known, after in found:
        if known is not None and now == was:
            store.execute("DELETE FROM adjustment WHERE id = ?", [known])
        elif known is not None and after != str(now):
            store.execute(_AGAIN, [label, str(now), store.now.isoformat(), known])
        elif known is None and now != was:
            change = Change(Kind.CHANGED, label, NUMBER, str(was), str(now))
            fresh.append(_adjustment(store, version_id, task_id, change, ""))
    store.insert_whole("adjustment", [columns_of(one, "id") for one in fresh])


def _note(store: Store, versions: Sequence[int], task_id: int, task: Task | None) -> None:
    found = store.rows(_OF_TASK, [task_id, json.dumps(versions), task_id])
    for version_id, stored in found:
        issued = loaded(stored)[0] if stored else None
        _keep(store, version_id, task_id, changes_since(issued, task), _given(issued, task))


def _given(issued: Line | None, task: Task | None) -> str:
    """The reason that the clerk gave already: a task is left out with one."""
    return task.dropped_reason if issued is not None and task is not None else ""


def _keep(
    store: Store, version_id: int, task_id: int, changes: Sequence[Change], given: str
) -> None:
    known = {
        title: (id_, kind, after)
        for id_, title, kind, after in store.rows(_KNOWN, [version_id, task_id])
    }
    wanted = {change.title: change for change in changes}
    gone = [known[title][0] for title in known if _is_other(known[title][1], wanted.get(title))]
    store.execute(
        "DELETE FROM adjustment WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(gone)]
    )
    kept = {title: row for title, row in known.items() if row[0] not in gone}
    for title, change in wanted.items():
        if title in kept and kept[title][2] != change.after:
            store.execute(
                _AGAIN,
                [change.label, change.after, store.now.isoformat(), kept[title][0]],
            )
    store.insert(
        "adjustment",
        [
            columns_of(_adjustment(store, version_id, task_id, change, given), "id")
            for title, change in wanted.items()
            if title not in kept
        ],
    )


def _is_other(kind: str, change: Change | None) -> bool:
    return change is None or change.kind.value != kind


def _adjustment(
    store: Store, version_id: int, task_id: int, change: Change, given: str
) -> Adjustment:
    reason = given if change.kind is Kind.REMOVED else ""
    return Adjustment(
        version_id,
        task_id,
        change.kind,
        change.label,
        change.title,
        change.before,
        change.after,
        store.now,
        reason,
        change.after if reason else "",
    )
