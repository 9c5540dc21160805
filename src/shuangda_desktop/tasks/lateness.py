"""When a task was late: what has been caught up stays visible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from shuangda_desktop.tasks.life import FINISHED, OPEN, Move, MoveKind
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.periods import Period, PeriodKind, periods_between
from shuangda_desktop.tasks.status import Reported

_ONE_DAY = timedelta(days=1)
_MANY = 3  # months on end are told by the first and the last


class Followed(Reported, Protocol):
    """What also has the log of its moves."""

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves, the oldest first."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days, the last one without, in which state and deadline were the same; None is open."""

    start: date | None
    end: date | None
    status: Status
    due_on: date | None


def late_months(row: Followed, today: date) -> tuple[Period, ...]:
    """The months in which the task ran beyond the deadline that it had then, up to today.

    An extension that was asked for and approved moves the deadline from the day of the approval on;
    before that day the old one counts.
    """
    if row.dropped_reason:
        return ()
    found = (month for stretch in _stretches(row) for month in _late_in(stretch, today))
    return tuple({month.key: month for month in found}.values())


def months_text(months: Sequence[Period], today: date) -> str:
    """The months in a cell: 2月、4月至7月; those of other years with their year."""
    runs: list[list[Period]] = []
    for month in months:
        if runs and month.start == runs[-1][-1].end + _ONE_DAY:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(_run_text(run, today.year) for run in runs)


def _run_text(run: Sequence[Period], year: int) -> str:
    if len(run) < _MANY:
        return "、".join(_month_text(month, year) for month in run)
    first, last = run[0], run[-1]
    known = year if first.year == last.year else 0  # from one year into another both are said
    return f"{_month_text(first, known)}至{_month_text(last, known)}"


def _month_text(month: Period, year: int) -> str:
    return f"{month.number}月" if month.year == year else f"{month.year}年{month.number}月"


def _stretches(row: Followed) -> Iterator[_Stretch]:
    moves = sorted(
        (move for move in row.moves if move.kind in (MoveKind.STATUS, MoveKind.APPROVED)),
        key=lambda move: (move.on, move.id or 0),
    )
    if not moves and row.status in FINISHED and row.latest_on is not None:
        yield _Stretch(
            None, row.latest_on, Status.ONGOING, row.due_on
        )  # done before moves were kept
        return
    start: date | None = None
    for move in moves:
        yield _Stretch(start, move.on, move.before, move.due_before)
        start = move.on
    yield _Stretch(start, None, row.status, row.due_on)


def _late_in(stretch: _Stretch, today: date) -> Iterator[Period]:
    if stretch.status not in OPEN or stretch.due_on is None:
        return
    first = stretch.due_on + _ONE_DAY
    if stretch.start is not None:
        first = max(first, stretch.start)
    # On the day of a move both states stand; being finished on it still took all days before.
    last = today if stretch.end is None else min(stretch.end, today)
    if first <= last:
        yield from periods_between(PeriodKind.MONTH, first, last)
