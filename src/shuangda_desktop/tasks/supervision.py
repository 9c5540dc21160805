"""What is pressed for: a task with what was done about it, and the columns of 督办台账."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.dividing.titles import told_once
from shuangda_desktop.tasks.life import FINISHED, Move, MoveKind, issued_on, move_word
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, light

_ROLES = {Role.LEAD: "牵头", Role.RESPONSIBLE: "负责", Role.COOPERATING: "配合"}


@dataclass(frozen=True, slots=True)
class SupervisionRow:
    """A task and how it was pressed for; ``reminders`` and ``extensions`` are sentences with their day."""

    task: TaskRow
    document_number: str = ""
    assigned_on: date | None = None
    reminders: tuple[str, ...] = ()
    closed_on: date | None = None
    extensions: tuple[str, ...] = ()


def supervision_columns(
    today: date, rule: LightRule | None = None
) -> tuple[Column[SupervisionRow], ...]:
    """The matter, who has it since when and until when, and how it goes; widths fill A3 landscape."""
    called = rule or LightRule()
    return (
        Column(
            "code", "编号", lambda r: str(r.task.number), lambda r: r.task.number, 3, numeric=True
        ),
        _words("matter", "督办事项", _matter, 24),
        _words("source", "来源文号", lambda r: r.document_number, 9),
        _words("units", "承办单位", _units, 14),
        _day("assigned", "交办日期", lambda r: r.assigned_on),
        _words("due", "办理时限", lambda r: cells.due_text(r.task), 8),
        _words("reminders", "催办记录", lambda r: "\n".join(r.reminders), 12),
        _words("handling", "办理情况", lambda r: r.task.latest_note, 16),
        _day("closed", "办结日期", lambda r: r.closed_on),
        _words("light", "灯", lambda r: called.word(light(r.task, today, called)), 4),
        _words("extensions", "延期", lambda r: "\n".join(r.extensions), 9),
    )


def supervised(task: TaskRow, document_number: str, moves: Sequence[Move]) -> SupervisionRow:
    """A task with what its log of moves tells: when it was issued, ended, and given more time.

    A finished task without a move ended on the day of its last report.
    """
    ended = [m.on for m in moves if m.kind is MoveKind.STATUS and m.after is task.status]
    finished = task.status in FINISHED
    return SupervisionRow(
        task,
        document_number,
        issued_on(moves),
        closed_on=(ended[-1] if ended else task.latest_on) if finished else None,
        extensions=tuple(_extension(m) for m in moves if m.kind is not MoveKind.STATUS),
    )


def _extension(move: Move) -> str:
    reason = f"\uff08{move.reason}\uff09" if move.reason else ""
    return f"{move.on} {move_word(move)}{reason}"


def _matter(row: SupervisionRow) -> str:
    return told_once(row.task.title, row.task.text.strip())


def _units(row: SupervisionRow) -> str:
    """A line for each role that somebody has."""
    told = ((word, cells.units_text(row.task, role)) for role, word in _ROLES.items())
    return "\n".join(f"{word}\uff1a{names}" for word, names in told if names)


def _words(
    key: str, title: str, words: Callable[[SupervisionRow], str], width: int
) -> Column[SupervisionRow]:
    return Column(key, title, words, words, width)


def _day(
    key: str, title: str, day: Callable[[SupervisionRow], date | None]
) -> Column[SupervisionRow]:
    return Column(key, title, lambda r: _iso(day(r)), day, 6)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
