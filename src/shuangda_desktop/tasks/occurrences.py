"""The periods of a recurring duty: each with its due day, and whether it was reported in time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.periods import Period, kind_of_duration, parse_key, periods_between
from shuangda_desktop.tasks.workdays import Shift, Workdays


class Answer(StrEnum):
    """How a period of a duty was answered."""

    IN_TIME = "in_time"
    LATE = "late"  # reported after its day: stays visible
    MISSING = "missing"  # its day is over and nothing came
    WAITING = "waiting"  # its day is still to come


ANSWER_WORDS = {
    Answer.IN_TIME: "按时",
    Answer.LATE: "迟报",
    Answer.MISSING: "未报",
    Answer.WAITING: "待报",
}


@dataclass(frozen=True, slots=True)
class DueRule:
    """When the report on a period is due: so many days after its end, moved to a working day."""

    days_after: int = 5
    shift: Shift = Shift.NEXT
    workdays: Workdays = field(default_factory=Workdays)

    def due_on(self, period: Period) -> date:
        """The day on which the report on a period is due."""
        return self.workdays.shifted(period.end + timedelta(days=self.days_after), self.shift)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One period of a recurring duty."""

    period: Period
    due_on: date
    answered_on: date | None
    answer: Answer


def occurrences(
    every: str,
    start: date,
    today: date,
    entries: Sequence[ProgressEntry],
    rule: DueRule,
    end: date | None = None,
    zero: Iterable[tuple[Period, date]] = (),
) -> tuple[Occurrence, ...]:
    """The periods from the start of a duty to the one that runs now (or to its end), oldest first.

    An entry answers the period that it names (and the longer one that it is the last of: March's form
    tells of the first quarter, January's does not yet), else the one in which its day lies. ``zero`` are the
    periods of zero reports with the day of each: one answers the periods that lie within its own, for
    it says that nothing was to be reported of them. A rhythm that fills no period (every ten days) has
    no occurrences.
    """
    kind = kind_of_duration(every)
    if kind is None:
        return ()
    last = min(today, end or today)
    answered, nothing = _answered(entries), tuple(zero)
    return tuple(
        _occurrence(
            period,
            [
                *(on for about, on in answered if _is_about(about, period)),
                *(on for about, on in nothing if _is_within(period, about)),
            ],
            today,
            rule,
        )
        for period in periods_between(kind, start, last)
    )


def due_occurrences(found: Iterable[Occurrence], until: date) -> Iterator[Occurrence]:
    """Those that wait for a report which is due by a day."""
    return (
        one
        for one in found
        if one.answer in (Answer.MISSING, Answer.WAITING) and one.due_on <= until
    )


def _occurrence(period: Period, days: Sequence[date], today: date, rule: DueRule) -> Occurrence:
    due_on = rule.due_on(period)
    first = min(days, default=None)
    return Occurrence(period, due_on, first, _answer(first, due_on, today))


def _answer(first: date | None, due_on: date, today: date) -> Answer:
    if first is not None:
        return Answer.IN_TIME if first <= due_on else Answer.LATE
    return Answer.MISSING if due_on < today else Answer.WAITING


def _answered(entries: Iterable[ProgressEntry]) -> list[tuple[Period | date, date]]:
    """What each entry is about, and the day of it: what the clerk wrote, not when it was typed in."""
    return [(parse_key(entry.period) if entry.period else entry.on, entry.on) for entry in entries]


def _is_about(about: Period | date, period: Period) -> bool:
    if isinstance(about, Period):
        is_last = about.end in period and about.next().end not in period
        return is_last or _is_within(period, about)
    return about in period


def _is_within(inner: Period, outer: Period) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
