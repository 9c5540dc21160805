"""Whether a unit has reported: the one rule of the first page, the board of returns and the reports.

A unit has reported when a readable form of it came (a zero report and "no change" are reports too) or
when a line of the log tells what it said. What could not be read, and a form left empty, is no report.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from shuangda_desktop.tasks.periods import Period, PeriodKind, parse_key, period_of
from shuangda_desktop.tasks.returns.board import READABLE, Came
from shuangda_desktop.tasks.returns.model import ReturnKind

FOR_ALL = (ReturnKind.ZERO, ReturnKind.SAME)  # they speak for every task of the unit

Said = Mapping[str, Iterable[date]]  # by unit, the days of its lines in the log


def keys_within(period: Period) -> tuple[str, ...]:
    """The keys of all periods, of whatever kind, that end in this one."""
    found = []
    for kind in PeriodKind:
        one = period_of(kind, period.start)
        while one.end <= period.end:
            found.append(one.key)
            one = one.next()
    return tuple(found)


def spoke_for_all(came: Iterable[Came], period: Period) -> frozenset[str]:
    """The units that gave a zero report or said "no change" for a period that ends in this one.

    ``came`` is in the order of coming: a report that followed for the same period took its place.
    """
    last = {(one.unit, one.period): one for one in came if one.kind in READABLE}
    return frozenset(
        one.unit
        for one in last.values()
        if one.kind in FOR_ALL and parse_key(one.period).end in period
    )


def also_said(came: Iterable[Came], said: Said, periods: Iterable[Period]) -> tuple[Came, ...]:
    """What came, and a report for each unit and period of which only the log knows."""
    kept = tuple(came)
    returned = {(one.unit, one.period) for one in kept if one.kind in READABLE}
    told = tuple(
        Came(unit, period.key, ReturnKind.REPORT, min(inside))
        for period in periods
        for unit, days in said.items()
        if (unit, period.key) not in returned and (inside := [d for d in days if d in period])
    )
    return kept + told


def last_word(logged: Iterable[date | None], returned: date | None) -> date | None:
    """The last day on which a unit reported; None where it never did."""
    return max((day for day in (*logged, returned) if day is not None), default=None)
