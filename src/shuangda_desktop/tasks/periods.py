"""The stretches of time that work is reported for: weeks, months, quarters, half-years, years."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from shuangda_desktop.errors import RuleError
from shuangda_desktop.text.punctuation import narrow


class PeriodKind(StrEnum):
    """How long a period is; a week begins on Monday and is counted as in ISO 8601."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


KIND_WORDS: Mapping[PeriodKind, str] = MappingProxyType(
    {
        PeriodKind.WEEK: "周",
        PeriodKind.MONTH: "月",
        PeriodKind.QUARTER: "季度",
        PeriodKind.HALF_YEAR: "半年",
        PeriodKind.YEAR: "年",
    }
)
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}
_DURATIONS = {
    "P1W": PeriodKind.WEEK,
    "P7D": PeriodKind.WEEK,
    "P1M": PeriodKind.MONTH,
    "P3M": PeriodKind.QUARTER,
    "P6M": PeriodKind.HALF_YEAR,
    "P12M": PeriodKind.YEAR,
    "P1Y": PeriodKind.YEAR,
}
_LETTERS = {PeriodKind.WEEK: "W", PeriodKind.QUARTER: "Q", PeriodKind.HALF_YEAR: "H"}
_KEY = re.compile("(?P<year>[12][0-9]{3})(?:-(?P<letter>[WQH]?)(?P<number>[0-9]{1,2}))?")
_MOST = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF_YEAR: 2}
_ORDINALS = "一二三四"
_ASSESSED = 3  # the last month in which the year before still is what tables are about
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """One week, month, quarter, half-year or year; both days belong to it. Made by period_of."""

    kind: PeriodKind
    start: date
    end: date

    @property
    def number(self) -> int:
        """Which one of its year it is, from 1; of a week the ISO number."""
        if self.kind is PeriodKind.WEEK:
            return self.start.isocalendar().week
        return (self.start.month - 1) // _MONTHS[self.kind] + 1

    @property
    def year(self) -> int:
        """The year it is counted in; of a week the ISO year, the one of its Thursday."""
        if self.kind is PeriodKind.WEEK:
            return self.start.isocalendar().year
        return self.start.year

    @property
    def key(self) -> str:
        """What files and tables call it: 2026-W12, 2026-03, 2026-Q1, 2026-H1, 2026."""
        if self.kind is PeriodKind.YEAR:
            return f"{self.year}"
        if self.kind in (PeriodKind.WEEK, PeriodKind.MONTH):
            return f"{self.year}-{_LETTERS.get(self.kind, '')}{self.number:02}"
        return f"{self.year}-{_LETTERS[self.kind]}{self.number}"

    @property
    def label(self) -> str:
        """What the clerk calls it: 2026年3月, 2026年第一季度, 2026年上半年."""
        return f"{self.year}年{_label(self.kind, self.number)}"

    def previous(self) -> "Period":
        """The one before."""
        return period_of(self.kind, self.start - _ONE_DAY)

    def next(self) -> "Period":
        """The one after."""
        return period_of(self.kind, self.end + _ONE_DAY)

    def __contains__(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end


def period_of(kind: PeriodKind, day: date) -> Period:
    """The period of that kind in which a day lies."""
    if kind is PeriodKind.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(kind, monday, monday + timedelta(days=6))
    months = _MONTHS[kind]
    start = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(kind, start, _end(start, months))


def parse_key(key: str) -> Period:
    """The period that a key names; raises RuleError for what is no key."""
    match = _KEY.fullmatch(narrow(key).strip().upper())
    found = match and _read(int(match["year"]), match["letter"] or "", match["number"])
    if not found:
        raise RuleError(
            f"“{key}”不是报送期的写法。请写成 2026-03\uff08月\uff09、2026-Q1\uff08季度\uff09、"
            "2026-H1\uff08半年\uff09、2026\uff08年\uff09或 2026-W12\uff08周\uff09。"
        )
    return found


def periods_between(kind: PeriodKind, first: date, last: date) -> Iterator[Period]:
    """The periods from the one of the first day to the one of the last day."""
    period = period_of(kind, first)
    while period.start <= last:
        yield period
        period = period.next()


def work_since(day: date) -> date:
    """The day from which the work that a table of a day lists was begun: the first of January.

    Until the end of March of the year before: then its annual reports and its assessment are written.
    """
    return date(day.year - (day.month <= _ASSESSED), 1, 1)


def kind_of_duration(every: str) -> PeriodKind | None:
    """The kind of period that a rhythm (Recurrence.every) fills, None where it fills none."""
    return _DURATIONS.get(every)


def _end(start: date, months: int) -> date:
    after = start.year * 12 + start.month - 1 + months
    return date(after // 12, after % 12 + 1, 1) - _ONE_DAY


def _label(kind: PeriodKind, number: int) -> str:
    words = {
        PeriodKind.WEEK: f"第{number}周",
        PeriodKind.MONTH: f"{number}月",
        PeriodKind.QUARTER: f"第{_ORDINALS[(number - 1) % 4]}季度",
        PeriodKind.HALF_YEAR: "上半年" if number == 1 else "下半年",
        PeriodKind.YEAR: "",
    }
    return words[kind]


def _read(year: int, letter: str, number: str | None) -> Period | None:
    if number is None:
        return period_of(PeriodKind.YEAR, date(year, 1, 1))
    if letter == "W":
        return _week(year, int(number))
    kind = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF_YEAR}.get(letter, PeriodKind.MONTH)
    if not 1 <= int(number) <= _MOST[kind]:
        return None
    return period_of(kind, date(year, (int(number) - 1) * _MONTHS[kind] + 1, 1))


def _week(year: int, number: int) -> Period | None:
    last = date(year, 12, 28).isocalendar().week  # the 28th always lies in a year's last week
    if not 1 <= number <= last:
        return None
    return period_of(PeriodKind.WEEK, date.fromisocalendar(year, number, 1))
