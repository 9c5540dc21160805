"""The order of a plan's tasks; what their numbers are, ``tasks.dividing.numbering`` says."""

from collections.abc import Mapping, Sequence

from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.numbers import set_numbers, task_places
from shuangda_desktop.tasks.dividing.numbering import Place, moved, numbered
from shuangda_desktop.tasks.model import NO_MEASURE, Task


def tasks_of(store: Store, plan_id: int) -> list[Task]:
    """All tasks that are filed under a plan in their order, dropped ones too."""
    order = list(queries.task_numbers(store, plan_id))
    known = {task.id or 0: task for task in tasks.load_tasks(store, order)}
    return [known[id_] for id_ in order if known[id_].plan_id == plan_id]


def renumber(store: Store, plan_id: int, ordered: Sequence[int]) -> None:
    """Number a plan's tasks, of which none is missing, for this order."""
    places, last_issued = task_places(store, plan_id)
    known = {place.task_id: place for place in places}
    _renumber(store, [known[task_id] for task_id in ordered], last_issued)


def put_in(store: Store, plan_id: int, after: int, fresh: Sequence[int]) -> None:
    """Put new tasks behind one of their plan's list; no task is read for that."""
    places, last_issued = task_places(store, plan_id)
    known = {place.task_id: place for place in places}
    others = [place for place in places if place.task_id not in fresh]
    at = others.index(known[after]) + 1
    put = [known[task_id] for task_id in fresh]
    _renumber(store, [*others[:at], *put, *others[at:]], last_issued)


def close_gaps(store: Store, plan_id: int) -> None:
    """Number a plan's tasks anew, in the order that they have."""
    _renumber(store, *task_places(store, plan_id))


def put_at(store: Store, task: Task, position: int) -> None:
    """Put a task at a place among those of its plan's list that are the city's."""
    places, last_issued = task_places(store, task.plan_id)
    ordered = _with_moved(places, task.id or 0, position - 1)
    _set(store, ordered, moved(ordered, last_issued))


def _with_moved(places: Sequence[Place], task_id: int, before: int) -> Sequence[Place]:
    """The places with a task where so many of the city's tasks stand before it."""
    here = next(at for at, place in enumerate(places) if place.task_id == task_id)
    if sum(place.is_city_s for place in places[:here]) == before:
        return places
    others = [*places[:here], *places[here + 1 :]]
    city_s = [at for at, place in enumerate(others) if place.is_city_s]
    at = [*city_s, len(others)][min(max(before, 0), len(city_s))]
    return [*others[:at], places[here], *others[at:]]


def city_s_tasks(store: Store, plan_id: int) -> int:
    """How many tasks of a plan are the city's."""
    return sum(place.is_city_s for place in task_places(store, plan_id)[0])


def _renumber(store: Store, places: Sequence[Place], last_issued: int) -> None:
    _set(store, places, numbered(places, last_issued))


def _set(store: Store, places: Sequence[Place], wanted: Mapping[int, int]) -> None:
    """Write the numbers that change."""
    steps = {place.task_id: wanted[place.task_id] - place.number for place in places}
    set_numbers(store, {task_id: step for task_id, step in steps.items() if step})


def woven(existing: Sequence[Task], fresh: Sequence[Task]) -> list[Task]:
    """Fresh tasks among the existing ones, each after the last whose measure comes before its own.

    Those of no measure of the plan, carried over from another, come last, in the order that they have.
    """
    woven = list(existing)
    for task in fresh:
        if task.measure_key == NO_MEASURE:
            woven.append(task)
            continue
        placed = ((i, t) for i, t in enumerate(woven, 1) if t.measure_key != NO_MEASURE)
        before = [i for i, t in placed if t.measure_key <= task.measure_key]
        woven.insert(before[-1] if before else 0, task)
    return woven
