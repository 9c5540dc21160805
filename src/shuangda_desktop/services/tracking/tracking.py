"""How far the tasks are, as the units report it, and what the office makes of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from shuangda_desktop.services.words import refusal, task_name
from shuangda_desktop.store import moves, settings, tasks
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.life import LIFE_WORDS, Move, MoveKind, allowed, needs_reason, verb
from shuangda_desktop.tasks.model import ProgressEntry, Status, Task
from shuangda_desktop.tasks.periods import parse_key
from shuangda_desktop.tasks.progress import percent_words, task_percent
from shuangda_desktop.tasks.status import advance

STANDING = "standing"  # Recurrence.every of what is never finished
OFFICE = "双打办"  # who moves tasks where the office's own name is not set


def record_progress(store: Store, entry: ProgressEntry, now: datetime) -> int:
    """Add an entry to a task's progress log and move the task's status with it."""
    task = tasks.load_task(store, entry.task_id)
    _check(task, entry, now)
    fresh = replace(entry, note=entry.note.strip(), recorded_at=now)
    moved = _moved(task, fresh, tasks.load_entries(store, entry.task_id))
    with store.step(f"登记进展 {task_name(task.number, task.title)}", now):
        entry_id = tasks.add_entry(store, fresh)
        if moved is not task.status:
            why = fresh.note or f"报送进展{percent_words(fresh.percent)}"
            _move(store, task, moved, fresh.on, fresh.unit, why)
    return entry_id


def set_status(
    store: Store,
    task_id: int,
    status: Status,
    note: str,
    now: datetime,
    *,
    who: str = "",
    on: date | None = None,
) -> None:
    """Move a task by hand; day, who and why go into the log of its moves."""
    task = tasks.load_task(store, task_id)
    if status is task.status:
        return
    _check_move(store, task, status, note, now, on)
    with store.step(f"{verb(task.status, status)}{task_name(task.number, task.title)}", now):
        _move(store, task, status, on or now.date(), who.strip() or office(store), note.strip())


def issue_tasks(store: Store, task_ids: Sequence[int], now: datetime) -> list[int]:
    """Issue the drafts among these tasks to their units; the ids of those that were drafts."""
    drafts = [t for t in tasks.load_tasks(store, task_ids) if t.status is Status.DRAFT]
    wanted = [task for task in drafts if task.applicable and not task.dropped_reason]
    if not wanted:
        return []
    with store.step(f"下达{len(wanted)}项任务", now):
        for task in wanted:
            _move(store, task, Status.NOT_STARTED, now.date(), office(store), "")
    return [task.id or 0 for task in wanted]


def move_tasks(
    store: Store, task_ids: Sequence[int], status: Status, note: str, now: datetime
) -> list[int]:
    """Move all of these tasks that may go there, as one step; the ids of those that moved."""
    able = [
        task
        for task in tasks.load_tasks(store, task_ids)
        if status in allowed(task.status) and not task.dropped_reason
    ]
    if not able:
        raise refusal(f"所选任务都不能{_verb_of(status)},没有改动。")
    with store.step(f"{_verb_of(status)}{len(able)}项任务", now):
        for task in able:
            set_status(store, task.id or 0, status, note, now)
    return [task.id or 0 for task in able]


def office(store: Store) -> str:
    """Who the office is in the log."""
    return settings.get(store, "office_short_name") or OFFICE


def _verb_of(status: Status) -> str:
    return verb(Status.NOT_STARTED if status is not Status.NOT_STARTED else Status.DRAFT, status)


def _move(store: Store, task: Task, after: Status, on: date, who: str, reason: str) -> None:
    tasks.save_task(store, replace(task, status=after))
    line = Move(
        task.id or 0, MoveKind.STATUS, on, who, reason, task.status, after, task.due_on, task.due_on
    )
    moves.add_move(store, line)


def _check_move(
    store: Store, task: Task, status: Status, note: str, now: datetime, on: date | None
) -> None:
    if status not in allowed(task.status):
        raise refusal(
            f"任务{task.number}现在是“{LIFE_WORDS[task.status]}”,不能改为“{LIFE_WORDS[status]}”,"
            f"没有改动。可以改为:{'、'.join(LIFE_WORDS[way] for way in allowed(task.status))}。"
        )
    if needs_reason(task.status, status) and not note.strip():
        raise refusal(
            f"{verb(task.status, status)}要写明原因,任务{task.number}没有改动。请在说明里写一句。"
        )
    if on is not None:
        check_day(store, task, on, now)


def check_day(store: Store, task: Task, on: date, now: datetime) -> None:
    """Refuse a day that has not come, or that lies before the last move: a log runs one way."""
    if on > now.date():
        raise refusal(f"{on.isoformat()}还没有到,没有改动。请填写今天或以前的日期。")
    log = moves.load_moves(store, [task.id or 0]).get(task.id or 0, ())
    if log and on < log[-1].on:
        raise refusal(
            f"任务{task.number}上一次变动在{log[-1].on.isoformat()},"
            f"这一次不能写{on.isoformat()},没有改动。"
        )


def _check(task: Task, entry: ProgressEntry, now: datetime) -> None:
    name = f"任务{task.number}"
    if entry.percent is not None and not 0 <= entry.percent <= 100:
        raise refusal(f"完成率{entry.percent}%不在0到100之间,没有登记。请核对后再填。")
    if entry.on > now.date():
        raise refusal(f"{entry.on.isoformat()}还没有到,没有登记。请填写今天或以前的日期。")
    if entry.period:
        parse_key(entry.period)
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
