"""The life of a task: which moves make sense, what they are called, and the log of those made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from shuangda_desktop.tasks.model import Status

# The words of supervision, as the office follows a task day by day.
LIFE_WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.DRAFT: "草稿",
        Status.NOT_STARTED: "已下达",
        Status.ONGOING: "推进中",
        Status.DONE: "申请办结",
        Status.CLOSED: "已销号",
        Status.RETURNED: "已退回",
        Status.SUSPENDED: "暂缓",
        Status.STANDING: "长期坚持",
        Status.CARRIED: "转下年",
    }
)
OPEN = (Status.DRAFT, Status.NOT_STARTED, Status.ONGOING, Status.RETURNED)
ISSUED = OPEN[1:]  # and units know of them
FINISHED = (Status.DONE, Status.CLOSED)
_MOVES: Mapping[Status, tuple[Status, ...]] = MappingProxyType(
    {
        Status.DRAFT: (Status.NOT_STARTED, Status.ONGOING, Status.STANDING),
        Status.NOT_STARTED: (
            Status.ONGOING, Status.DONE, Status.SUSPENDED,
            Status.STANDING, Status.CARRIED, Status.DRAFT,
        ),
        Status.ONGOING: (
            Status.DONE, Status.SUSPENDED, Status.STANDING, Status.CARRIED, Status.NOT_STARTED,
        ),
        Status.DONE: (Status.CLOSED, Status.RETURNED, Status.ONGOING),
        Status.RETURNED: (Status.DONE, Status.ONGOING, Status.SUSPENDED, Status.CARRIED),
        Status.CLOSED: (Status.ONGOING,),
        Status.SUSPENDED: (Status.ONGOING, Status.NOT_STARTED, Status.CARRIED),
        Status.STANDING: (Status.ONGOING, Status.SUSPENDED, Status.CARRIED),
        Status.CARRIED: (Status.ONGOING,),
    }
)  # fmt: skip
_VERBS: Mapping[Status, str] = MappingProxyType(
    {
        Status.DRAFT: "收回",
        Status.NOT_STARTED: "下达",
        Status.ONGOING: "转入推进",
        Status.DONE: "申请办结",
        Status.CLOSED: "销号",
        Status.RETURNED: "退回",
        Status.SUSPENDED: "暂缓",
        Status.STANDING: "列为长期坚持",
        Status.CARRIED: "转下年",
    }
)
_BACK = {
    (Status.CLOSED, Status.ONGOING): "重新办理",
    (Status.CARRIED, Status.ONGOING): "重新办理",
    (Status.DONE, Status.ONGOING): "撤回办结申请",
    (Status.SUSPENDED, Status.ONGOING): "恢复推进",
    (Status.SUSPENDED, Status.NOT_STARTED): "恢复",
    (Status.ONGOING, Status.NOT_STARTED): "改回未启动",
}
_EXPLAINED = (Status.RETURNED, Status.SUSPENDED, Status.CARRIED, Status.DRAFT)
_REOPENED = ((Status.CLOSED, Status.ONGOING), (Status.CARRIED, Status.ONGOING))


class MoveKind(StrEnum):
    """What a line of the log of moves tells."""

    STATUS = "status"
    ASKED = "extension_asked"
    APPROVED = "extension_approved"
    REFUSED = "extension_refused"


MOVE_WORDS: Mapping[MoveKind, str] = MappingProxyType(
    {
        MoveKind.STATUS: "改状态",
        MoveKind.ASKED: "申请延期",
        MoveKind.APPROVED: "同意延期",
        MoveKind.REFUSED: "不同意延期",
    }
)


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the append-only log of moves: what changed, on which day, by whom and why.

    ``due_before`` is the deadline on that day; ``due_after`` what it became, or what was asked for.
    """

    task_id: int
    kind: MoveKind
    on: date
    who: str
    reason: str
    before: Status
    after: Status
    due_before: date | None = None
    due_after: date | None = None
    recorded_at: datetime | None = None
    id: int | None = None


def allowed(status: Status) -> tuple[Status, ...]:
    """The states that a task may move to, the most usual first."""
    return _MOVES[status]


def verb(before: Status, after: Status) -> str:
    """What the office calls a move."""
    return _BACK.get((before, after), _VERBS[after])


def needs_reason(before: Status, after: Status) -> bool:
    """Whether a move makes no sense on paper without a why: back, aside, or again."""
    return after in _EXPLAINED or (before, after) in _REOPENED


def move_word(move: Move) -> str:
    """What happened in one line of the log."""
    if move.kind is MoveKind.STATUS:
        return verb(move.before, move.after)
    day = f"至{move.due_after}" if move.due_after else ""
    return f"{MOVE_WORDS[move.kind]}{day}"


def status_on(now: Status, moves: Sequence[Move], day: date) -> Status | None:
    """In which state a task that is in ``now`` was at the end of a day; None where no move is known.

    Of several on one day the one recorded last counts.
    """
    steps = sorted(
        (move for move in moves if move.kind is MoveKind.STATUS),
        key=lambda move: (move.on, move.id or 0),
    )
    later = next((move for move in steps if move.on > day), None)
    return (later.before if later else now) if steps else None


def issued_on(moves: Sequence[Move]) -> date | None:
    """When a task was issued first; None where no move tells."""
    days = (m.on for m in moves if m.kind is MoveKind.STATUS and m.before is Status.DRAFT)
    return next(days, None)


def extension(moves: Sequence[Move]) -> Move | None:
    """The last word about an extension: asked and open, approved or refused; None where none was asked."""
    return next((move for move in reversed(moves) if move.kind is not MoveKind.STATUS), None)


def asked(moves: Sequence[Move]) -> Move | None:
    """The extension that still waits for an answer."""
    last = extension(moves)
    return last if last is not None and last.kind is MoveKind.ASKED else None
