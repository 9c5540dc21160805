"""What needs the clerk today: lists whose lengths are the numbers that stand on the first page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city.lights import load_light_rule
from shuangda_desktop.services.rounds.boarding import load_owing
from shuangda_desktop.services.tracking.task_file import load_occurrences
from shuangda_desktop.store import queries, returns
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.tasks.life import ISSUED, OPEN, MoveKind, asked, extension, issued_on
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.occurrences import Occurrence, due_occurrences
from shuangda_desktop.tasks.periods import PeriodKind, period_of
from shuangda_desktop.tasks.reported import last_word
from shuangda_desktop.tasks.returns.board import Place
from shuangda_desktop.tasks.rows import PlanRow, TaskRow
from shuangda_desktop.tasks.status import LightRule, overdue

SILENT_DAYS = 31  # where the office asks for no reports, a month without a word is told
_LOOK_BACK = 400  # days: a light may ask for reports within a year at most
_ANSWERING = (Role.LEAD, Role.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One line: what it is about, who has it, by when, and where it is opened (one of the ids)."""

    what: str
    who: str
    on: date | None
    note: str
    task_id: int = 0
    unit: str = ""
    plan_id: int = 0
    period: str = ""


@dataclass(frozen=True, slots=True)
class TodayList:
    """A number with what it counts; ``sentence`` says what stands in the list."""

    key: str
    word: str
    sentence: str
    rows: tuple[TodayRow, ...]
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """The lists of a day, and how many running tasks are in each state."""

    lists: tuple[TodayList, ...]
    states: dict[Status, int]


def load_today(store: Store, today: date) -> Today:
    """Everything that needs somebody on a day."""
    rows = [row for row in queries.task_rows(store, running=True) if row.applicable]
    rule = load_light_rule(store)
    plans = queries.plan_rows(store, since=today - timedelta(days=183))
    states = {status: sum(row.status is status for row in rows) for status in Status}
    periods = load_occurrences(store, rows, today)
    silent = [*_missing(store, rows, today - timedelta(days=_patience(rule)), today)]
    return Today(_lists(rows, periods, plans, silent, rule, today), states)


def _lists(
    rows: Sequence[TaskRow],
    periods: dict[int, tuple[Occurrence, ...]],
    plans: Sequence[PlanRow],
    silent: Sequence[TodayRow],
    rule: LightRule,
    today: date,
) -> tuple[TodayList, ...]:
    week = period_of(PeriodKind.WEEK, today).end
    return (
        TodayList(
            "overdue", "逾期", "超过完成时限仍在办理的任务",
            tuple(_task(row, f"超过{(today - _due(row)).days}天") for row in rows if overdue(row, today)),
            urgent=True,
        ),
        TodayList(
            "week", "本周到期", f"到本周日\uff08{week.month}月{week.day}日\uff09为止到期的任务",
            tuple(_task(row, _days_left(row, today)) for row in rows if _falls(row, today, week)),
        ),
        TodayList(
            "reports", "该报送", "定期任务里本周该报和已经过期没报的各期",
            tuple(_reports(rows, periods, today, week)),
        ),
        TodayList(
            "silent", "未报单位",
            f"过了截止日没有报来填报表\uff0c或近两期没有给它下发、{_patience(rule)}天以来没有报送过的单位",
            tuple(silent),
        ),
        TodayList(
            "extensions", "延期", f"等待批复的延期申请\uff0c和{rule.due_soon_days}天内到期的延期",
            tuple(_extensions(rows, today, today + timedelta(days=rule.due_soon_days))),
        ),
        TodayList(
            "applied", "待销号", "申请办结、等待核查销号的任务",
            tuple(_task(row, "请核查") for row in rows if row.status is Status.DONE),
        ),
        TodayList(
            "drafts", "待下达", "已经分解、还没有下达的任务",
            tuple(_task(row, "草稿") for row in rows if row.status is Status.DRAFT),
        ),
        TodayList(
            "plans", "待核对来文", "还有疑点没有核对的来文",
            tuple(_plan(row) for row in plans if row.open_findings),
        ),
    )  # fmt: skip


def _task(row: TaskRow, note: str) -> TodayRow:
    leads = row.names(Role.LEAD) or row.names(Role.RESPONSIBLE)
    return TodayRow(
        f"{row.number}. {row.title}", "、".join(leads), row.due_on, note, task_id=row.task_id
    )


def _due(row: TaskRow) -> date:
    assert row.due_on is not None
    return row.due_on


def _falls(row: TaskRow, today: date, week: date) -> bool:
    return row.status in OPEN and row.due_on is not None and today <= row.due_on <= week


def _days_left(row: TaskRow, today: date) -> str:
    left = (_due(row) - today).days
    return f"还有{left}天" if left else "今天到期"


def _reports(
    rows: Sequence[TaskRow],
    periods: dict[int, tuple[Occurrence, ...]],
    today: date,
    week: date,
) -> Iterator[TodayRow]:
    for row in rows:
        if row.status not in (*OPEN, Status.STANDING):
            continue
        for one in due_occurrences(periods.get(row.task_id, ()), week):
            late = "已过期" if one.due_on < today else "本周该报"
            leads = row.names(Role.LEAD) or row.names(Role.RESPONSIBLE)
            yield TodayRow(
                f"{row.number}. {row.title}", "、".join(leads), one.due_on,
                f"{one.period.label}\uff0c{late}", task_id=row.task_id, period=one.period.key,
            )  # fmt: skip


def _patience(rule: LightRule) -> int:
    return rule.silent_days or SILENT_DAYS


def _missing(store: Store, rows: Sequence[TaskRow], since: date, today: date) -> Iterator[TodayRow]:
    """The units that are 未报 on the board of returns; of those who got no form lately, who gave no word since a day.

    Who took over the work of another since then, and never had to give a word before, has its time yet.
    """
    owing = load_owing(store, today)
    came = returns.last_returned(store, today - timedelta(days=_LOOK_BACK))
    yield from map(_owes, owing.places)
    taken_over = load_directory(store).taken_over
    for row in _silent(rows, came, since):
        new = max(taken_over.get(row.unit, {}).values(), default=date.min) >= since
        if row.unit not in owing.asked and not (new and row.on is None):
            yield row


def _owes(place: Place) -> TodayRow:
    what = f"{place.period.label}填报表"
    return TodayRow(
        what, place.unit, place.due_on, place.words, unit=place.unit, period=place.period.key
    )


def _silent(rows: Iterable[TaskRow], came: Mapping[str, date], since: date) -> Iterator[TodayRow]:
    """The units that lead or answer for tasks which ran before a day, and gave no word on any of them since."""
    led: defaultdict[str, list[TaskRow]] = defaultdict(list)
    for row in rows:
        if row.status in ISSUED:
            for unit in dict.fromkeys(row.names(*_ANSWERING)):
                led[unit].append(row)
    for unit, theirs in led.items():
        days = (part.reported_on for row in theirs for part in row.units if part.unit == unit)
        last = last_word(days, came.get(unit))
        begun = min(issued_on(row.moves) or date.min for row in theirs)
        if begun <= since and (last is None or last < since):
            note = f"{last}以后没有报送" if last else "从未报送"
            yield TodayRow(f"承担{len(theirs)}项在办任务", unit, last, note, unit=unit)


def _extensions(rows: Iterable[TaskRow], today: date, near: date) -> Iterator[TodayRow]:
    for row in rows:
        waiting, last = asked(row.moves), extension(row.moves)
        if waiting is not None:
            yield _task(row, f"{waiting.who}申请延至{waiting.due_after}\uff0c等待批复")
        elif last is not None and last.kind is MoveKind.APPROVED and _falls(row, today, near):
            yield _task(row, f"延期将到\uff0c{_days_left(row, today)}")


def _plan(row: PlanRow) -> TodayRow:
    what = row.title or row.source_name
    note = f"还有{row.open_findings}处待核对"
    return TodayRow(what, row.issuer, row.issued_on, note, plan_id=row.plan_id)
