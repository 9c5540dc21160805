"""The order of a plan's tasks: numbers run from 1 without a gap."""

from collections.abc import Mapping, Sequence

from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import NO_MEASURE, Task


def tasks_of(store: Store, plan_id: int) -> list[Task]:
    """All tasks that are filed under a plan in their order, dropped ones too."""
    known = tasks.load_tasks(store, queries.task_order(store, plan_id))
    filed = (task for task in known if task.plan_id == plan_id)
    return sorted(filed, key=lambda task: (task.number, task.id or 0))


def renumber(store: Store, ordered: Sequence[Task]) -> None:
    """Number the tasks in this order; what has its number already is not written."""
    known = {task.id or 0: task.number for task in ordered}
    _set_order(store, list(known), known)


def put_in(store: Store, plan_id: int, after: int, fresh: Sequence[int]) -> None:
    """Put new tasks behind one of their plan's list; no task is read for that."""
    numbers = queries.task_numbers(store, plan_id)
    ordered = [id_ for id_ in numbers if id_ not in fresh]
    at = ordered.index(after) + 1
    _set_order(store, [*ordered[:at], *fresh, *ordered[at:]], numbers)


def close_gaps(store: Store, plan_id: int) -> None:
    """Number a plan's tasks from 1 without a gap, in the order that they have."""
    numbers = queries.task_numbers(store, plan_id)
    _set_order(store, list(numbers), numbers)


def put_at(store: Store, task: Task, position: int) -> None:
    """Put a task at a place of its plan's list."""
    numbers = queries.task_numbers(store, task.plan_id)
    ordered = [id_ for id_ in numbers if id_ != task.id]
    ordered.insert(position - 1, task.id or 0)
    _set_order(store, ordered, numbers)


def _set_order(store: Store, ordered: Sequence[int], known: Mapping[int, int]) -> None:
    wanted = {id_: number for number, id_ in enumerate(ordered, 1) if known[id_] != number}
    tasks.set_numbers(store, wanted)


def woven(existing: Sequence[Task], fresh: Sequence[Task]) -> list[Task]:
    """Fresh tasks among the existing ones, each after the last whose measure comes before its own."""
    woven = list(existing)
    for task in fresh:
        placed = ((i, t) for i, t in enumerate(woven, 1) if t.measure_key != NO_MEASURE)
        before = [i for i, t in placed if t.measure_key <= task.measure_key]
        woven.insert(before[-1] if before else 0, task)
    return woven
