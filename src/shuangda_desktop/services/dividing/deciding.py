"""Who does a higher unit's work in this city: said once, used for every proposal after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from shuangda_desktop.services.city.directory import bundled_tables
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.dividing.proposing import proposed_tasks
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import plans, queries, tasks, units
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.store.revised import revised
from shuangda_desktop.tasks.model import Assignment, Basis, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Counterpart
from shuangda_desktop.units.seed import seed

_HIGHER = (Level.NATIONAL, Level.PROVINCE)


def decide_counterparts(
    store: Store, higher: str, lowers: Sequence[str], now: datetime, condition: str = ""
) -> int:
    """Say who does the work of a higher unit here; none: it stays with the unit above.

    ``higher`` and ``lowers`` are ids of units. Tasks whose units nobody has touched yet follow; how
    many they are. A unit above that is left with its work keeps its name in the city's tasks.
    """
    known = units.load_directory(store)
    above = known.by_id.get(higher)
    if above is None or above.level not in _HIGHER:
        raise refusal("只能为上级单位确定对口单位,没有改动。")
    if any(lower not in known.by_id or known.by_id[lower].level in _HIGHER for lower in lowers):
        raise refusal("对口单位要从本市的单位名录里选,没有改动。请先在名录里添加这个单位。")
    pairs = [
        Counterpart(higher, lower, condition, decided_on=now.date()) for lower in lowers or [""]
    ]
    with store.step(f"确定“{above.label}”的对口单位", now):
        units.save_counterparts(store, higher, condition, pairs)
        return follow_directory(store)


def forget_counterparts(store: Store, higher: str, condition: str, now: datetime) -> int:
    """Take back what was said once for all: the program's tables count again, as for a new city.

    Tasks whose units nobody has touched yet follow; how many they are.
    """
    known = units.load_directory(store)
    above = known.by_id.get(higher)
    if above is None or all(row.decided_on is None for row in known.answers.get(higher, ())):
        raise refusal("这条对口关系不是本办确定的,没有改动。")
    usual = [
        row
        for row in seed(known.place, bundled_tables()).counterparts
        if (row.higher, row.condition) == (higher, condition) and row.lower in ("", *known.by_id)
    ]
    with store.step(f"取消“{above.label}”已确定的对口单位", now):
        units.save_counterparts(store, higher, condition, usual)
        return follow_directory(store, stated=True)


def settle_open(store: Store, chosen: Iterable[Task]) -> int:
    """Take what the clerk confirmed in tasks as said once for all; needs an open step.

    A counterpart that the tables left open is settled when a task with its unit is confirmed. The
    number of other tasks that follow.
    """
    known = units.load_directory(store)
    levels = {plan_id: plan.level for plan_id, plan in revised(store, _plans_of(chosen)).items()}
    pairs = {pair for task in chosen for pair in _confirmed(known, task, levels.get(task.plan_id))}
    for higher, condition in dict.fromkeys((p.higher, p.condition) for p in pairs):
        rows = [row for row in known.answers[higher] if row.condition == condition]
        settled = [
            replace(row, decided_on=store.now.date()) if row in pairs else row for row in rows
        ]
        units.save_counterparts(store, higher, condition, settled)
    return follow_directory(store) if pairs else 0


def follow_directory(store: Store, *, stated: bool = False) -> int:
    """Propose the units anew for tasks in which the clerk touched none; needs an open step.

    ``stated`` takes in those in which nothing waits any more, because what is taken back settled it.
    """
    changed = 0
    for row in queries.plan_rows(store):
        if row.tasks:
            changed += _follow(store, plans.load_plan(store, row.plan_id), stated)
    return changed


def _plans_of(chosen: Iterable[Task]) -> list[int]:
    return sorted({task.plan_id for task in chosen})


def _confirmed(known: Directory, task: Task, level: Level | None) -> Iterator[Counterpart]:
    """The open counterparts through which a task's proposed units were found."""
    for given in task.assignments:
        if given.basis is Basis.PROPOSED and given.source_unit:
            yield from _ways(known, given, level)


def _ways(known: Directory, given: Assignment, level: Level | None) -> Iterator[Counterpart]:
    for name in given.source_unit.split("、"):
        for unit in known.resolve(name, None, level).units:
            for pair in known.answers.get(unit.id, ()):
                lower = known.by_id.get(pair.lower)
                if pair.is_open and lower is not None and given.unit in (lower.label, lower.name):
                    yield pair


def _follow(store: Store, stored: StoredPlan, stated: bool) -> int:
    known = (task for task in tasks_of(store, stored.plan_id) if not task.more_keys)
    waiting = [task for task in known if _untouched(task, stated)]
    if not waiting:
        return 0
    fresh: dict[tuple[int, frozenset[str]], Task] = {
        (task.measure_key, _scopes(task)): task for task in proposed_tasks(store, stored)
    }
    changed = 0
    for task in waiting:
        again = fresh.get((task.measure_key, _scopes(task)))
        if again is not None and _bare(again) != _bare(task):
            tasks.save_task(store, replace(task, assignments=_kept_ids(task, again)))
            changed += 1
    return changed


def _untouched(task: Task, stated: bool) -> bool:
    waits = any(given.basis is Basis.PROPOSED for given in task.assignments)
    waits = waits or (stated and task.due_basis is not Basis.DECIDED)
    return waits and all(given.basis is not Basis.DECIDED for given in task.assignments)


def _scopes(task: Task) -> frozenset[str]:
    return frozenset(given.scope for given in task.assignments)


def _bare(task: Task) -> list[Assignment]:
    return [replace(given, id=None) for given in task.assignments]


def _kept_ids(task: Task, again: Task) -> tuple[Assignment, ...]:
    """The units proposed now; who had a part in the same role before keeps its line."""
    ids = {(a.unit, a.scope): a.id for a in task.assignments}
    return tuple(replace(a, id=ids.pop((a.unit, a.scope), None)) for a in again.assignments)
