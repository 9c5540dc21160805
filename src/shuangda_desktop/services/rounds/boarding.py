"""The board of returns, and what is done from it: lists, messages, slips, a log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.files import digest_of, put_bytes
from shuangda_desktop.papers.model import Paper
from shuangda_desktop.papers.pressing import supervision_slip, urging_slip
from shuangda_desktop.services.city.calendar import load_workdays
from shuangda_desktop.services.rounds.asking import (
    current_period,
    due_days,
    load_habit,
    wanted_in,
    world_of,
)
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import queries, returns, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.returns import Dispatch as Dispatch
from shuangda_desktop.store.returns import KeptReturn as KeptReturn
from shuangda_desktop.tasks.life import ISSUED
from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.tasks.reported import also_said
from shuangda_desktop.tasks.returns.board import (
    CHASED,
    BoardRow,
    Came,
    Place,
    Sent,
    Standing,
    behind,
    board,
    chase_text,
    unreported,
)
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import overdue
from shuangda_desktop.tasks.workdays import Shift

SUPERVISE = returns.SUPERVISE
DISPATCH_WORDS = {
    returns.FORM: "填报表",
    returns.URGE: "催办单",
    returns.SUPERVISE: "督办单",
    returns.TEXT: "催报短信",
}
WIDTH = 6  # periods that the board shows
REPLY_DAYS = 3  # after the day that was due


@dataclass(frozen=True, slots=True)
class Board:
    """Units by periods, the chosen period last; ``due`` is the usual day of each."""

    periods: tuple[Period, ...]
    rows: tuple[BoardRow, ...]
    due: Mapping[str, date]

    @property
    def period(self) -> Period:
        """The chosen period."""
        return self.periods[-1]


def load_board(store: Store, period: Period, today: date, width: int = WIDTH) -> Board:
    """The board that ends with a period."""
    world = world_of(store, period)
    traffic = _traffic(store, _up_to(period, width))
    units = {one.unit: len(one.asks) for one in wanted_in(world)}
    for unit in (*(one.unit for one in traffic.sent), *(one.unit for one in traffic.came)):
        units.setdefault(unit, 0)  # no task is left, but something went out or came
    return _board(store, traffic, units, today)


@dataclass(frozen=True, slots=True)
class Owing:
    """Who owes a report on a day, by the same rule as the board.

    ``asked`` are those who need not report unasked: they owe one, a form of theirs is not due yet, or they
    got one for the present period or the one before it.
    """

    places: tuple[Place, ...]
    asked: frozenset[str]


def load_owing(store: Store, today: date) -> Owing:
    """The units that are 未报 on the board of the period that is reported for now, or of those before it."""
    periods = _up_to(current_period(store, today), WIDTH)
    traffic = _traffic(store, periods)
    units = dict.fromkeys((one.unit for one in traffic.sent), 0)
    rows, lately = _board(store, traffic, units, today).rows, {one.key for one in periods[-2:]}
    owed = unreported(rows)
    awaited = (
        place.unit for row in rows for place in row.places if place.standing is Standing.AWAITED
    )
    got = (one.unit for one in traffic.sent if one.period in lately)
    return Owing(owed, frozenset((*(place.unit for place in owed), *awaited, *got)))


@dataclass(frozen=True, slots=True)
class _Traffic:
    """What went out and came back in some periods, with what only the log tells."""

    periods: tuple[Period, ...]
    sent: tuple[Sent, ...]
    came: tuple[Came, ...]


def _up_to(period: Period, width: int) -> tuple[Period, ...]:
    periods = [period]
    while len(periods) < width:
        periods.insert(0, periods[0].previous())
    return tuple(periods)


def _traffic(store: Store, periods: tuple[Period, ...]) -> _Traffic:
    keys, first = [one.key for one in periods], periods[0].start
    tasks = queries.task_ids_since(store, first)
    said = returns.days_said(store, tasks, first, periods[-1].end)
    came = also_said(returns.returns_came(store, keys), said, periods)
    return _Traffic(periods, returns.sent_forms(store, keys), came)


def _board(store: Store, traffic: _Traffic, units: Mapping[str, int], today: date) -> Board:
    due = due_days(store, traffic.periods)
    rows = board(units, traffic.periods, traffic.sent, traffic.came, due, today)
    return Board(traffic.periods, rows, due)


def to_chase(given: Board) -> tuple[Place, ...]:
    """催报名单: who has not reported for the chosen period, or in a way that nobody can read."""
    return behind(given.rows, given.period.key, *CHASED, Standing.AWAITED)


def reply_day(store: Store, given: Board, today: date) -> date:
    """Until when a unit that is pressed shall answer: the day that is due, or the working day in three days."""
    soon = load_workdays(store).shifted(today + timedelta(days=REPLY_DAYS), Shift.NEXT)
    return max(given.due[given.period.key], soon)


def message(store: Store, given: Board, due: date) -> str:
    """A short text for phone or chat about the chosen period."""
    office = settings.get(store, "office_short_name") or settings.get(store, "office_name")
    return chase_text(given.rows, given.period, office, due)


def write_urging_slip(
    store: Store, unit: str, period: Period, reply_by: date, path: Path, today: date
) -> tuple[str, ...]:
    """催办单 for one unit: its open tasks, to be reported on."""
    rows = _open_rows(store, unit)
    if not rows:
        raise refusal(f"“{unit}”没有需要报送的任务,没有写出催办单。")
    office, contact = settings.get(store, "office_name"), load_habit(store).contact
    return _written(urging_slip(unit, rows, period, office, reply_by, contact), path, today)


def write_supervision_slip(
    store: Store, unit: str, reply_by: date, path: Path, today: date
) -> tuple[str, ...]:
    """督办单 for one unit: its tasks whose deadline has passed, with room for its answer."""
    rows = [row for row in _open_rows(store, unit) if overdue(row, today)]
    if not rows:
        raise refusal(f"“{unit}”没有逾期的任务,没有写出督办单。没有报送的,请写催办单。")
    office, contact = settings.get(store, "office_name"), load_habit(store).contact
    return _written(supervision_slip(unit, rows, today, office, reply_by, contact), path, today)


def _open_rows(store: Store, unit: str) -> list[TaskRow]:
    rows = queries.task_rows(store, unit=unit, running=True)
    return [row for row in rows if row.status in ISSUED]


def _written(paper: Paper, path: Path, today: date) -> tuple[str, ...]:
    return write_paper(replace(paper, dress=replace(paper.dress, issued_on=today)), path)


def note_urged(
    store: Store,
    units: Sequence[str],
    period: Period,
    due_on: date,
    now: datetime,
    path: Path | None = None,
    by: str = "",
    kind: str = returns.URGE,
) -> None:
    """Keep a record that units were pressed: by a slip in a file, or by a message."""
    kind = kind if path else returns.TEXT
    file = path.name if path else ""
    digest = digest_of(path) if path else ""
    what = DISPATCH_WORDS[kind]
    with store.step(f"登记{what}{len(units)}家", now):
        returns.add_dispatches(
            store,
            [Dispatch(period.key, u, kind, file, digest, due_on, now, by) for u in units],
        )


def returned(store: Store, period: Period, unit: str) -> tuple[KeptReturn, ...]:
    """What a unit has returned for a period, the newest first."""
    return returns.load_returns(store, period.key, unit)


def went_out(store: Store, period: Period, unit: str) -> tuple[Dispatch, ...]:
    """What went out to a unit for a period, the newest first."""
    return tuple(one for one in returns.load_dispatches(store, period.key) if one.unit == unit)


def save_original(store: Store, kept: KeptReturn, path: Path) -> None:
    """Put the file that came back at a place, byte by byte as it came."""
    put_bytes(path, returns.load_file(store, kept.sha256), again="再存一次")
