"""The values that targets reached."""

from datetime import datetime

from shuangda_desktop.services.words import refusal, task_name
from shuangda_desktop.store import results as kept
from shuangda_desktop.store import tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.amounts import read_amount
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.results import WAY_WORDS, Actual, Result, Way, results


def load_results(store: Store, task_id: int) -> tuple[Result, ...]:
    """The targets of a task against what its units reported."""
    task = tasks.load_task(store, task_id)
    actuals, ways = kept.load_actuals(store, task_id), kept.load_ways(store, task_id)
    return results(task.targets, actuals, ways, {part.unit for part in task.assignments})


def record_actual(store: Store, actual: Actual, now: datetime) -> int:
    """Keep what a unit reached in a period; said again, the later word counts."""
    task = tasks.load_task(store, actual.task_id)
    _check(task, actual)
    with store.step(f"登记{task_name(task.number, task.title)}的指标", now):
        return kept.add_actuals(store, [actual])[0]


def typed_value(task: Task, target: str, typed: str) -> float:
    """The number that was typed for a target; RuleError where it cannot be told."""
    unit = next((t.unit for t in task.targets if t.text == target), "")
    value = read_amount(typed, unit)
    if value is None:
        raise refusal(
            f"“{typed.strip() or '空'}”读不出是多少{unit},没有登记。"
            "请写一个数,如 120、1,280.5、2000万。"
        )
    return value


def set_way(store: Store, task_id: int, target: str, way: Way, now: datetime) -> None:
    """Choose whether the periods of a target add up or the last one counts."""
    task = tasks.load_task(store, task_id)
    if kept.load_ways(store, task_id).get(target) is way:
        return
    with store.step(f"{task_name(task.number, task.title)}的指标改为{WAY_WORDS[way]}", now):
        kept.set_way(store, task_id, target, way)


def _check(task: Task, actual: Actual) -> None:
    if actual.target not in [target.text for target in task.targets]:
        raise refusal(f"任务{task.number}没有“{actual.target}”这项指标,没有登记。")
    if actual.unit not in [part.unit for part in task.assignments]:
        raise refusal(f"“{actual.unit}”不在任务{task.number}的单位之中,没有登记。")
    parse_key(actual.period)
