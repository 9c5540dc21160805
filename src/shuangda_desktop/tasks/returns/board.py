"""The board of returns: what every unit has sent for every period; each number counts the list behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.tasks.returns.model import ReturnKind


class Standing(StrEnum):
    """Where a unit stands in a period."""

    ON_TIME = "on_time"
    LATE = "late"  # it came, after the day
    ZERO = "zero"
    SAME = "same"
    DAMAGED = "damaged"  # all that came could not be read
    MISSING = "missing"  # the day has passed and nothing came
    AWAITED = "awaited"  # sent out, the day has not passed
    NOT_SENT = "not_sent"


STANDING_WORDS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.ON_TIME: "已报",
        Standing.LATE: "迟报",
        Standing.ZERO: "零报告",
        Standing.SAME: "无变化",
        Standing.DAMAGED: "读不了",
        Standing.MISSING: "未报",
        Standing.AWAITED: "待报",
        Standing.NOT_SENT: "未下发",
    }
)
SIGNS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.ON_TIME: "●",
        Standing.LATE: "▲",
        Standing.ZERO: "○",
        Standing.SAME: "◇",
        Standing.DAMAGED: "✕",
        Standing.MISSING: "■",
        Standing.AWAITED: "…",
        Standing.NOT_SENT: "—",
    }
)
CAME = (Standing.ON_TIME, Standing.LATE, Standing.ZERO, Standing.SAME)
CHASED = (Standing.MISSING, Standing.DAMAGED)
READABLE = (ReturnKind.REPORT, ReturnKind.ZERO, ReturnKind.SAME)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that went out: to whom, for which period, when it is due."""

    unit: str
    period: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Came:
    """A return that was kept."""

    unit: str
    period: str
    kind: ReturnKind
    received_on: date


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of the board: where a unit stands in a period, and since when."""

    unit: str
    period: Period
    standing: Standing
    due_on: date
    received_on: date | None = None
    late_days: int = 0

    @property
    def words(self) -> str:
        """What the cell says."""
        word = f"{SIGNS[self.standing]} {STANDING_WORDS[self.standing]}"
        return f"{word}{self.late_days}天" if self.late_days else word


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A unit and its places, one for each period of the board."""

    unit: str
    tasks: int
    places: tuple[Place, ...]


def board(
    units: Mapping[str, int],
    periods: Sequence[Period],
    sent: Iterable[Sent],
    came: Iterable[Came],
    due: Mapping[str, date],
    today: date,
) -> tuple[BoardRow, ...]:
    """Units (with the number of their tasks) by periods. ``due`` is the usual day of each period."""
    dues = {(one.unit, one.period): one.due_on for one in sent}
    returns: dict[tuple[str, str], list[Came]] = {}
    for one in came:
        returns.setdefault((one.unit, one.period), []).append(one)
    return tuple(
        BoardRow(
            unit,
            tasks,
            tuple(
                _place(
                    unit,
                    period,
                    dues.get((unit, period.key)),
                    due[period.key],
                    returns.get((unit, period.key), []),
                    today,
                )
                for period in periods
            ),
        )
        for unit, tasks in units.items()
    )


def _place(
    unit: str,
    period: Period,
    sent: date | None,
    usual: date,
    came: Sequence[Came],
    today: date,
) -> Place:
    day = sent or usual
    readable = [one for one in came if one.kind in READABLE]
    if readable:
        first = min(one.received_on for one in readable)
        last = max(reversed(readable), key=lambda one: one.received_on)  # of a day's the last
        late = max((first - day).days, 0)
        return Place(unit, period, _standing(last.kind, late), day, first, late)
    damaged = [one.received_on for one in came if one.kind is ReturnKind.DAMAGED]
    if damaged:
        return Place(unit, period, Standing.DAMAGED, day, max(damaged))
    if sent is None:
        return Place(unit, period, Standing.NOT_SENT, day)
    if today > day:
        return Place(unit, period, Standing.MISSING, day, None, (today - day).days)
    return Place(unit, period, Standing.AWAITED, day)


def _standing(kind: ReturnKind, late: int) -> Standing:
    if late:
        return Standing.LATE
    return {ReturnKind.ZERO: Standing.ZERO, ReturnKind.SAME: Standing.SAME}.get(
        kind, Standing.ON_TIME
    )


def behind(rows: Iterable[BoardRow], period: str, *standings: Standing) -> tuple[Place, ...]:
    """The places of a period in one of these standings (in any, where none is named)."""
    return tuple(
        place
        for row in rows
        for place in row.places
        if place.period.key == period and (not standings or place.standing in standings)
    )


def unreported(rows: Iterable[BoardRow]) -> tuple[Place, ...]:
    """未报: of each unit the last period for which its day has passed or something came, where it owes it.

    What it owed before counts no more once it reported for a later period.
    """
    open_yet = (Standing.NOT_SENT, Standing.AWAITED)
    asked = ([place for place in row.places if place.standing not in open_yet] for row in rows)
    return tuple(places[-1] for places in asked if places and places[-1].standing in CHASED)


def counts(rows: Iterable[BoardRow], period: str) -> dict[Standing, int]:
    """How many units of a period stand where."""
    places = behind(rows, period)
    return {one: sum(place.standing is one for place in places) for one in Standing}


def chase_text(rows: Sequence[BoardRow], period: Period, office: str, due: date) -> str:
    """A short message for phone or chat: how many have reported, who is still missing."""
    came = behind(rows, period.key, *CAME)
    missing = behind(rows, period.key, *CHASED, Standing.AWAITED)
    asked = len(came) + len(missing)
    head = (
        f"【{period.label}进展报送】应报{asked}家\uff0c已报{len(came)}家\uff0c未报{len(missing)}家"
    )
    if not missing:
        return f"{head}\uff0c已全部报齐\uff0c谢谢各单位。"
    names = "、".join(
        place.unit
        + ("\uff08表格读不了\uff0c请重报\uff09" if place.standing is Standing.DAMAGED else "")
        for place in missing
    )
    signed = f"\u2014\u2014{office}" if office else ""
    return (
        f"{head}\uff1a{names}。请于{due.month}月{due.day}日前报送\uff1b"
        f"没有开展工作的请在表中勾选“零报告”。{signed}"
    )
