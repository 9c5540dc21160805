"""The look over a plan's tasks, in two moves: gather from the store, then find; the second knows no store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.model import Plan
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import units
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.revised import revised
from shuangda_desktop.store.task_sources import answered_keys
from shuangda_desktop.tasks.checks.findings import TaskFinding
from shuangda_desktop.tasks.checks.linter import Ground, check
from shuangda_desktop.tasks.model import Task


@dataclass(frozen=True, slots=True)
class Basics:
    """What the tasks of a plan are held against; a value that a thread may work with."""

    plan: Plan
    ground: Ground
    answered: frozenset[int]  # the measures that a task of any plan carries out

    def look_over(self, tasks: Sequence[Task]) -> tuple[TaskFinding, ...]:
        """The findings of the tasks that are filed under the plan."""
        return check(tasks, self.ground, self.plan, self.answered)


def basics(store: Store, plan_id: int, on: date | None = None) -> Basics:
    """Gather what is needed; ``on`` is the day of issue, the plan's own where none is given."""
    found = revised(store, [plan_id])
    if plan_id not in found:
        raise refusal("这份来文已经不在数据库中,没有检查。请刷新列表后再选。")
    plan = found[plan_id]
    ground = Ground(units.load_directory(store), plan.plan_year, on or plan.issued_on)
    return Basics(plan, ground, answered_keys(store, plan_id))


def lint(store: Store, plan_id: int, on: date | None = None) -> tuple[TaskFinding, ...]:
    """The findings of a plan's tasks, what must be mended first."""
    return basics(store, plan_id, on).look_over(tasks_of(store, plan_id))
