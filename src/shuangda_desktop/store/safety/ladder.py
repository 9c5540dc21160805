"""Which backups are kept: all of today, then one a day, one a week, one a month. Pure."""

from collections.abc import Iterable
from datetime import datetime

_DAYS = 7
_WEEKS = 31  # days for which one a week is kept


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """The times whose backups stay: of each rung the newest, so the newest of all is among them.

    What is dated after ``now`` stays too: the clock may have been wrong then or be wrong today.
    """
    return set({_rung(time, now): time for time in sorted(times)}.values())


def _rung(time: datetime, now: datetime) -> tuple[object, ...]:
    """What a backup competes with: itself alone, or those of its day, week or month."""
    age = (now.date() - time.date()).days
    if age <= 0:
        return ("itself", time)
    if age <= _DAYS:
        return ("day", time.date())
    if age <= _WEEKS:
        return ("week", *time.isocalendar()[:2])
    return ("month", time.year, time.month)
