"""Extensions: asked for before the deadline with a reason, then approved or not."""

from dataclasses import replace
from datetime import date, datetime

from shuangda_desktop.services.tracking.tracking import check_day, office
from shuangda_desktop.services.words import refusal, task_name
from shuangda_desktop.store import moves, tasks, versions
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.life import OPEN, Move, MoveKind, asked
from shuangda_desktop.tasks.model import Basis, Task
from shuangda_desktop.tasks.rounds.versions import DUE


def ask_extension(
    store: Store,
    task_id: int,
    until: date,
    reason: str,
    who: str,
    now: datetime,
    on: date | None = None,
) -> None:
    """Note that a unit asks for more time; until it is approved the old deadline counts."""
    task = tasks.load_task(store, task_id)
    day = on or now.date()
    _check_asking(store, task, until, reason, day, now)
    with store.step(f"{task_name(task.number, task.title)}申请延期", now):
        moves.add_move(store, _line(task, MoveKind.ASKED, day, who.strip(), reason.strip(), until))


def answer_extension(
    store: Store,
    task_id: int,
    approved: bool,
    reason: str,
    now: datetime,
    on: date | None = None,
) -> None:
    """Approve the extension that was asked for, which moves the deadline, or say why not."""
    task = tasks.load_task(store, task_id)
    waiting = asked(moves.load_moves(store, [task_id]).get(task_id, ()))
    if waiting is None or waiting.due_after is None:
        raise refusal(f"任务{task.number}没有等待批复的延期申请,没有改动。")
    day = on or now.date()
    check_day(store, task, day, now)
    if not approved and not reason.strip():
        raise refusal(f"不同意延期要写明理由,任务{task.number}没有改动。")
    if approved and task.due_on is not None and waiting.due_after <= task.due_on:
        raise refusal(
            f"任务{task.number}的时限已经改为{task.due_on.isoformat()},"
            f"不早于申请延到的{waiting.due_after.isoformat()},没有改动。这份申请请不同意,理由写明已另行调整。"
        )
    kind = MoveKind.APPROVED if approved else MoveKind.REFUSED
    word = "同意" if approved else "不同意"
    with store.step(f"{word}{task_name(task.number, task.title)}延期", now):
        line = _line(task, kind, day, office(store), reason.strip(), waiting.due_after)
        moves.add_move(store, line)
        if approved:
            changed = replace(task, due_on=waiting.due_after, due_basis=Basis.DECIDED, due_text="")
            tasks.save_task(store, changed)
            _explain(store, changed, waiting.reason, now)


def _explain(store: Store, task: Task, reason: str, now: datetime) -> None:
    """Why more time was asked for is why an issued deadline was adjusted: nobody is asked again."""
    moved = [
        one.id
        for one in versions.load_adjustments(store, task.plan_id)
        if (one.task_id, one.title, one.changed_at) == (task.id, DUE, now)
    ]
    versions.set_reason(store, moved, f"同意延期\uff1a{reason}")


def _check_asking(
    store: Store, task: Task, until: date, reason: str, day: date, now: datetime
) -> None:
    name = f"任务{task.number}"
    if task.due_on is None:
        raise refusal(f"{name}没有完成时限,不用申请延期。")
    if task.status not in OPEN or task.dropped_reason:
        raise refusal(f"{name}不在办理之中,没有登记延期申请。")
    check_day(store, task, day, now)
    if day > task.due_on:
        raise refusal(
            f"{name}的时限{task.due_on.isoformat()}已过,延期要在时限以前申请,没有登记;"
            "是否逾期仍按原时限计算。"
        )
    if until <= task.due_on:
        raise refusal(f"延期后的时限要晚于{task.due_on.isoformat()},没有登记。")
    if not reason.strip():
        raise refusal("申请延期要写明理由,没有登记。")
    if asked(moves.load_moves(store, [task.id or 0]).get(task.id or 0, ())):
        raise refusal(f"{name}已有一份延期申请等待批复,没有再登记。")


def _line(task: Task, kind: MoveKind, on: date, who: str, reason: str, until: date) -> Move:
    return Move(task.id or 0, kind, on, who, reason, task.status, task.status, task.due_on, until)
