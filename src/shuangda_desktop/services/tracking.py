"""How far the tasks are, as the units report it."""

from dataclasses import replace
from datetime import datetime

from shuangda_desktop.services.words import refusal, task_name
from shuangda_desktop.store import settings, tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.model import ProgressEntry, Status, Task
from shuangda_desktop.tasks.progress import task_percent
from shuangda_desktop.tasks.status import STATUS_WORDS, advance, allowed

STANDING = "standing"  # Recurrence.every of what is never finished
OFFICE = "双打办"  # who writes in the log where the office's own name is not set


def record_progress(store: Store, entry: ProgressEntry, now: datetime) -> int:
    """Add an entry to a task's progress log and move the task's status with it."""
    task = tasks.load_task(store, entry.task_id)
    _check(task, entry, now)
    fresh = replace(entry, note=entry.note.strip(), recorded_at=now)
    moved = _moved(task, fresh, tasks.load_entries(store, entry.task_id))
    with store.step(f"登记进展 {task_name(task.number, task.title)}", now):
        entry_id = tasks.add_entry(store, fresh)
        if moved is not task.status:
            tasks.save_task(store, replace(task, status=moved))
    return entry_id


def set_status(store: Store, task_id: int, status: Status, note: str, now: datetime) -> None:
    """Move a task by hand; a note goes into its log under the office's name."""
    task = tasks.load_task(store, task_id)
    if status is task.status:
        return
    if status not in allowed(task.status):
        open_ways = "、".join(STATUS_WORDS[way] for way in allowed(task.status))
        raise refusal(
            f"任务{task.number}现在是“{STATUS_WORDS[task.status]}”,不能改为“{STATUS_WORDS[status]}”,"
            f"没有改动。可以改为:{open_ways}。"
        )
    with store.step(f"{task_name(task.number, task.title)}改为{STATUS_WORDS[status]}", now):
        tasks.save_task(store, replace(task, status=status))
        if note.strip():
            _log(store, task, note.strip(), now)


def _log(store: Store, task: Task, note: str, now: datetime) -> None:
    office = settings.get(store, "office_short_name") or OFFICE
    percent = task_percent(task.assignments, tasks.load_entries(store, task.id or 0))
    tasks.add_entry(store, ProgressEntry(task.id or 0, office, now.date(), percent, note, now))


def _check(task: Task, entry: ProgressEntry, now: datetime) -> None:
    name = f"任务{task.number}"
    if not 0 <= entry.percent <= 100:
        raise refusal(f"完成率{entry.percent}%不在0到100之间,没有登记。请核对后再填。")
    if entry.on > now.date():
        raise refusal(f"{entry.on.isoformat()}还没有到,没有登记。请填写今天或以前的日期。")
    units = list(dict.fromkeys(a.unit for a in task.assignments))
    if entry.unit not in units:
        known = f"它的单位是:{'、'.join(units)}。" if units else "请先在“分解”页指定单位。"
        raise refusal(f"“{entry.unit}”不在{name}的单位之中,没有登记。{known}")
    if task.dropped_reason:
        raise refusal(f"{name}已列为不分解,没有登记。请先恢复这项任务。")


def _moved(task: Task, entry: ProgressEntry, log: tuple[ProgressEntry, ...]) -> Status:
    """Where an entry takes the task; what is kept up for good is never finished."""
    in_order = sorted((*log, entry), key=lambda line: line.on)
    status = advance(task.status, entry, task_percent(task.assignments, in_order))
    return Status.ONGOING if status is Status.DONE and task.recurrence == STANDING else status
