"""统计汇总: how the tasks of each unit stand on a day, and how they came along month by month."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.life import FINISHED
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.periods import Period, PeriodKind, period_of
from shuangda_desktop.tasks.progress import deciding, mean_percent, percent_words
from shuangda_desktop.tasks.reporting import ANSWERING, COMPLETE, Stand, reached, stood
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import overdue

WAITING = (Status.NOT_STARTED, Status.DRAFT)
SELDOM = {"returned", "standing", "suspended"}  # no column of noughts for these
MEAN = "平均完成率\n\uff08已报的\uff09"  # of tasks without a percentage nothing is known
MOST_MONTHS = 24
ALL = "合计\uff08任务不重复计\uff09"


class Said(Protocol):
    """A line of the log: who was how far, and when."""

    @property
    def unit(self) -> str:
        """The unit that reported."""

    @property
    def on(self) -> date:
        """The day of its report."""

    @property
    def percent(self) -> int | None:
        """How far it was; None where it did not say."""


Log = Mapping[int, Sequence[Said]]  # by task


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """The tasks that a unit leads or answers for, by state; ``cooperating`` ones are only counted.

    Every task has one state, so done + ongoing + returned + not_started + standing + suspended = lead +
    responsible; ``percent`` is the mean of what the unit's own reports reached, without tasks on which it
    reported in words alone (None where there are no others); ``late`` ones are among the open.
    """

    unit: str
    lead: int
    responsible: int
    cooperating: int
    done: int
    ongoing: int
    returned: int
    not_started: int
    standing: int
    suspended: int
    late: int
    percent: int | None


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """How far all tasks were at the end of a month; ``due`` and ``done`` are counted from the beginning."""

    period: Period
    due: int
    done: int
    percent: int | None
    reports: int


def figures_by_unit(rows: Sequence[TaskRow], today: date) -> tuple[UnitFigures, ...]:
    """A line for each unit, those with most to answer for first; the sum of tasks last."""
    names = dict.fromkeys(part.unit for row in rows for part in row.units)
    units = [_of_unit(name, rows, today) for name in names]
    units.sort(key=lambda one: -(one.lead + one.responsible))
    return (*units, _sum(rows, today)) if units else ()


def figures_by_month(rows: Sequence[TaskRow], log: Log, today: date) -> tuple[MonthFigures, ...]:
    """A line for each month from the first report to today, at most two years."""
    first = min((entry.on for entries in log.values() for entry in entries), default=today)
    months = [period_of(PeriodKind.MONTH, today)]
    while months[0].start > first and len(months) < MOST_MONTHS:
        months.insert(0, months[0].previous())
    courses = [_course(row, log.get(row.task_id, ()), months, today) for row in rows]
    said = Counter((e.on.year, e.on.month) for entries in log.values() for e in entries)
    return tuple(
        MonthFigures(
            month,
            due=sum(row.due_on is not None and row.due_on <= month.end for row in rows),
            done=sum(course[at].finished for course in courses),
            percent=mean_percent(course[at].percent for course in courses),
            reports=said[month.start.year, month.start.month],
        )
        for at, month in enumerate(months)
    )


def state_columns(units: Sequence[UnitFigures] = ()) -> tuple[Column[UnitFigures], ...]:
    """The states of tasks; of the seldom ones those that one of these units has, or all for no units."""
    known = (
        _number("done", "已完成", lambda f: f.done),
        _number("ongoing", "推进中", lambda f: f.ongoing),
        _number("returned", "已退回", lambda f: f.returned),
        _number("not_started", "未启动", lambda f: f.not_started),
        _number("standing", "长期坚持", lambda f: f.standing),
        _number("suspended", "暂缓、转下年", lambda f: f.suspended),
    )
    return tuple(c for c in known if c.key not in SELDOM or not units or any(map(c.value, units)))


def unit_columns(units: Sequence[UnitFigures] = ()) -> tuple[Column[UnitFigures], ...]:
    """The figures of units, states as in ``state_columns``; widths fill A4 landscape."""
    return (
        Column("unit", "单位", lambda f: f.unit, lambda f: f.unit, 14),
        _number("lead", "牵头任务", lambda f: f.lead),
        _number("responsible", "责任任务", lambda f: f.responsible),
        _number("cooperating", "配合任务", lambda f: f.cooperating),
        *state_columns(units),
        _number("late", "其中逾期", lambda f: f.late),
        Column(
            "percent",
            MEAN,
            lambda f: percent_words(f.percent) if f.lead + f.responsible else "",
            lambda f: f.percent if f.lead + f.responsible else None,
            5,
            numeric=True,
        ),
    )


def month_columns() -> tuple[Column[MonthFigures], ...]:
    """The figures of months."""
    return (
        Column("month", "月份", lambda f: f.period.label, lambda f: f.period.label, 8),
        _of_months("due", "应完成\uff08累计\uff09", lambda f: f.due),
        _of_months("done", "已完成\uff08累计\uff09", lambda f: f.done),
        Column(
            "percent",
            MEAN,
            lambda f: percent_words(f.percent),
            lambda f: f.percent,
            8,
            numeric=True,
        ),
        _of_months("reports", "当月报送次数", lambda f: f.reports),
    )


def _of_unit(name: str, rows: Sequence[TaskRow], today: date) -> UnitFigures:
    own = [row for row in rows if name in row.names(*ANSWERING)]
    return replace(
        _states(name, own, today),
        lead=sum(name in row.names(Role.LEAD) for row in own),
        responsible=sum(name not in row.names(Role.LEAD) for row in own),
        cooperating=sum(
            name in row.names(Role.COOPERATING) and name not in row.names(*ANSWERING)
            for row in rows
        ),
        percent=mean_percent(_reached(name, row) for row in own),
    )


def _sum(rows: Sequence[TaskRow], today: date) -> UnitFigures:
    """All tasks, each once: the sum of the column would count those of several units twice."""
    lead = sum(bool(row.names(Role.LEAD)) for row in rows)
    percent = mean_percent(reached(row) for row in rows)
    return replace(
        _states(ALL, rows, today), lead=lead, responsible=len(rows) - lead, percent=percent
    )


def _states(name: str, rows: Sequence[TaskRow], today: date) -> UnitFigures:
    def count(*states: Status) -> int:
        return sum(row.status in states for row in rows)

    return UnitFigures(
        unit=name,
        lead=0,
        responsible=0,
        cooperating=0,
        done=count(*FINISHED),
        ongoing=count(Status.ONGOING),
        returned=count(Status.RETURNED),
        not_started=count(*WAITING),
        standing=count(Status.STANDING),
        suspended=count(Status.SUSPENDED, Status.CARRIED),
        late=sum(overdue(row, today) for row in rows),
        percent=0,
    )


def _reached(name: str, row: TaskRow) -> int | None:
    """What the unit itself reported of a task; a finished task is complete for everybody."""
    if row.status in FINISHED:
        return COMPLETE
    own = [part for part in row.units if part.unit == name]
    if any(part.reported_on for part in own) and all(part.percent is None for part in own):
        return None
    return max(part.percent or 0 for part in own)


def _course(
    row: TaskRow, entries: Sequence[Said], months: Sequence[Period], today: date
) -> list[Stand]:
    """How far a task was at the end of each month; in the month of today, how far it is."""
    left = iter(sorted(entries, key=lambda entry: entry.on))
    entry, known, found = next(left, None), dict[str, Said](), list[Stand]()
    units = [part.unit for part in deciding(row.units)]
    for month in months:
        while entry is not None and entry.on <= month.end:
            known[entry.unit] = entry
            entry = next(left, None)
        if today in month:
            found.append(Stand(row.status in FINISHED, reached(row)))
        else:
            found.append(stood(row, _percent([known.get(unit) for unit in units]), month.end))
    return found


def _percent(last: Sequence[Said | None]) -> int | None:
    """What the last words of the deciding units say; None where they gave no percentage."""
    percents = [said.percent for said in last if said is not None]
    if percents and all(percent is None for percent in percents):
        return None
    return min((said.percent or 0 if said else 0 for said in last), default=0)


def _number(key: str, title: str, number: Callable[[UnitFigures], int]) -> Column[UnitFigures]:
    return Column(key, title, lambda f: str(number(f)), number, 4, numeric=True)


def _of_months(key: str, title: str, number: Callable[[MonthFigures], int]) -> Column[MonthFigures]:
    return Column(key, title, lambda f: str(number(f)), number, 8, numeric=True)
