"""Which days the offices work: weekends, public holidays, and the Saturdays and Sundays made up for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

_SATURDAY = 5
_WEEK = "一二三四五六日"
_ONE_DAY = timedelta(days=1)


class DayKind(StrEnum):
    """What the State Council's notice says of a day."""

    OFF = "off"  # a holiday
    WORK = "work"  # a Saturday or Sunday that is worked


class Shift(StrEnum):
    """Where a due day goes that falls on a day off."""

    NEXT = "next"
    PREVIOUS = "previous"
    NONE = "none"


DAY_WORDS: Mapping[DayKind, str] = MappingProxyType({DayKind.OFF: "放假", DayKind.WORK: "上班"})
SHIFT_WORDS: Mapping[Shift, str] = MappingProxyType(
    {
        Shift.NEXT: "顺延到下一个工作日",
        Shift.PREVIOUS: "提前到上一个工作日",
        Shift.NONE: "不调整",
    }
)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One line of the table of holidays; ``source`` names the notice it was taken from."""

    day: date
    kind: DayKind
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Workdays:
    """The working days as a set of exceptions to the week."""

    off: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()

    def is_workday(self, day: date) -> bool:
        """Whether the offices work on a day."""
        if day in self.work:
            return True
        return day not in self.off and day.weekday() < _SATURDAY

    def shifted(self, day: date, shift: Shift) -> date:
        """The due day itself, or the working day that stands for it."""
        if shift is Shift.NONE:
            return day
        step = _ONE_DAY if shift is Shift.NEXT else -_ONE_DAY
        while not self.is_workday(day):
            day += step
        return day


def weekday(day: date) -> str:
    """星期一 to 星期日."""
    return f"星期{_WEEK[day.weekday()]}"


def workdays_of(days: Iterable[SpecialDay]) -> Workdays:
    """The working days that a table of holidays leaves."""
    listed = list(days)
    return Workdays(
        frozenset(special.day for special in listed if special.kind is DayKind.OFF),
        frozenset(special.day for special in listed if special.kind is DayKind.WORK),
    )


def years_of(days: Iterable[SpecialDay]) -> frozenset[int]:
    """The years that a table of holidays knows."""
    return frozenset(special.day.year for special in days)
