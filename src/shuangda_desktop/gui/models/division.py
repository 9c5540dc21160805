"""A plan with its tasks as the page 分解 shows it; after an action only what changed is read again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from shuangda_desktop.gui.models.coverage import MeasureRow, coverage, covered_again
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import Store, Touched
from shuangda_desktop.store.revised import revised_in_parts
from shuangda_desktop.store.steps.touched import TASK_TABLES, touched_tasks
from shuangda_desktop.store.task_sources import filed_under
from shuangda_desktop.tasks.rows import TaskRow, with_number

# What the page shows beside the tasks, and reads whenever it shows it.
BESIDE = {"version", "version_task", "adjustment", "consultation", "consulted_unit", "opinion"}
PART = 100  # tasks that are read without a look at the events


@dataclass(frozen=True, slots=True)
class Division:
    """The plan as the clerk corrected it, what became of its measures, all of its tasks.

    ``plans`` are all plans that its tasks are filed under. One that is not ``whole`` is still being
    read: it has the first tasks only, more in each turn, or none yet.
    """

    plan_id: int
    plans: Mapping[int, Plan]
    measures: tuple[MeasureRow, ...]
    rows: tuple[TaskRow, ...]
    whole: bool = True

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.plans[self.plan_id]


def read_in_parts(store: Store, plan_id: int) -> Iterator[Division | None]:
    """Everything from the store, a part in each turn: the plan, then the first tasks, at the end all."""
    plans: dict[int, Plan] = {}
    for id_ in filed_under(store, plan_id):
        plans[id_] = yield from revised_in_parts(store, id_)
    yield Division(plan_id, plans, (), (), whole=False)
    ids = tuple(queries.task_numbers(store, plan_id))
    rows: list[TaskRow] = []
    for start in range(0, len(ids), PART):
        part = ids[start : start + PART]
        rows += queries.task_rows(
            store, plan_id=plan_id, ids=part, include_dropped=True, plans=plans
        )
        yield Division(plan_id, plans, (), tuple(rows), whole=False)
    measures = coverage(plans[plan_id], rows)
    yield None
    yield Division(plan_id, plans, measures, tuple(rows))


def read_division(store: Store, plan_id: int) -> Division:
    """Everything, in one go."""
    *_, whole = read_in_parts(store, plan_id)
    assert whole is not None, "the last of the parts is the whole"
    return whole


def read_again(store: Store, known: Division, touched: Touched) -> Division | None:
    """The division after a step that touched these rows; None where all has to be read."""
    if not known.whole or not touched or touched.keys() - TASK_TABLES - BESIDE:
        return None
    ids = touched_tasks(store, touched, known.rows)
    return None if ids is None or len(ids) > PART else _renewed(store, known, ids)


def _renewed(store: Store, known: Division, ids: set[int]) -> Division | None:
    before = {row.task_id: row for row in known.rows}
    found = queries.task_rows(
        store, plan_id=known.plan_id, ids=ids, include_dropped=True, plans=known.plans
    )
    fresh = {row.task_id: row for row in found}
    numbers = queries.task_numbers(store, known.plan_id)
    there = before | fresh
    if not there.keys() >= numbers.keys():
        return None
    rows = tuple(with_number(there[task_id], number) for task_id, number in numbers.items())
    changed = [before[id_] for id_ in ids if id_ in before] + list(fresh.values())
    measures = covered_again(known.measures, rows, changed)
    return replace(known, measures=measures, rows=rows)
