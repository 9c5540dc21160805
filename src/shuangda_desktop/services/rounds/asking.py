"""What the units are asked in a period: their tasks with what they said last and what is known already."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shuangda_desktop.plan.model import Role, Target
from shuangda_desktop.services.city.calendar import load_due_rule, off_words
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import queries, returns, settings, tasks, units
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.results import ways_by_task
from shuangda_desktop.tasks.columns import cells
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.occurrences import DueRule
from shuangda_desktop.tasks.periods import Period, PeriodKind, parse_key, period_of
from shuangda_desktop.tasks.results import Way
from shuangda_desktop.tasks.returns.model import NOTE, PERCENT, Ask, Asked, World
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.workdays import Shift
from shuangda_desktop.text.punctuation import widen

KIND, DAY, CONTACT = "return_kind", "return_day", "return_contact"
USUAL_DAY = 28
_FRIDAY = 4
_STILL_KNOWN = 62  # days for which a task that was closed before a period is known in its forms
_OVER = (Status.CLOSED, Status.CARRIED)  # they take no report any more
_NOT_ASKED = (*_OVER, Status.DONE, Status.DRAFT)  # a draft is nobody's work until it was issued
_WEIGHT = (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING)


@dataclass(frozen=True, slots=True)
class Habit:
    """How often the units report, until which day of the period's last month, and to whom."""

    kind: PeriodKind = PeriodKind.MONTH
    day: int = USUAL_DAY
    contact: str = ""


def load_habit(store: Store) -> Habit:
    """The office's habit; what nobody set is every month's 28th."""
    kind, day = settings.get(store, KIND), settings.get(store, DAY)
    return Habit(
        PeriodKind(kind) if kind in set(PeriodKind) else PeriodKind.MONTH,
        int(day) if day.isdecimal() and 1 <= int(day) <= 31 else USUAL_DAY,
        settings.get(store, CONTACT),
    )


def change_habit(store: Store, habit: Habit, now: datetime) -> None:
    """Keep how the units report; an unchanged habit is no action."""
    if habit == load_habit(store):
        return
    if not 1 <= habit.day <= 31:
        raise refusal(f"报送日要在1到31之间,没有改动。填的是{habit.day}。")
    with store.step("修改报送设置", now):
        settings.put(store, KIND, habit.kind.value)
        settings.put(store, DAY, str(habit.day))
        settings.put(store, CONTACT, habit.contact.strip())


def due_day(period: Period, day: int) -> date:
    """The usual day of a period's report: that day of its last month, the Friday of a week."""
    if period.kind is PeriodKind.WEEK:
        return date.fromordinal(period.start.toordinal() + _FRIDAY)
    return date(period.end.year, period.end.month, min(day, period.end.day))


def due_days(store: Store, periods: Sequence[Period]) -> dict[str, date]:
    """When the reports of periods are due, by key: the day in the forms that went out, else that of the rule."""
    told = {key: _usual_of(days) for key, days in _told_days(store, periods).items()}
    return due_by_rule(store, periods) | told


def due_by_rule(store: Store, periods: Iterable[Period]) -> dict[str, date]:
    """The day of forms that are to go out, by the key of the period: the usual one, or the working day that stands for it."""
    rule, day = load_due_rule(store), load_habit(store).day
    return {one.key: _due(one, due_day(one, day), rule) for one in periods}


def _due(period: Period, usual: date, rule: DueRule) -> date:
    """What is told before the period begins cannot be of it: then the working day after stands for the day."""
    due = rule.workdays.shifted(usual, rule.shift)
    return due if due >= period.start else rule.workdays.shifted(usual, Shift.NEXT)


def _told_days(store: Store, periods: Sequence[Period]) -> dict[str, list[date]]:
    """The day in the last form of each unit that got one, by the key of the period."""
    sent = returns.sent_forms(store, [one.key for one in periods])
    last = {(one.period, one.unit): one.due_on for one in sent}
    found: dict[str, list[date]] = {}
    for (period, _), day in last.items():
        found.setdefault(period, []).append(day)
    return found


def _usual_of(days: Sequence[date]) -> date:
    """What most were told."""
    return Counter(days).most_common(1)[0][0]


def due_words(store: Store, period: Period) -> str:
    """When the report of a period is due, with what moved the day or should have."""
    ruled = due_by_rule(store, [period])[period.key]
    told = _told_days(store, [period]).get(period.key, [])
    due = _usual_of(told) if told else ruled
    why = _why_told(ruled) if due != ruled else _why_ruled(store, period, due)
    others = sorted(day for day in told if day != due)
    also = f"另有{len(others)}家的表上写的是{'、'.join(map(_day, dict.fromkeys(others)))}。"
    words = f"{period.label}的报送截止日是{_day(due)}{why}。{also if others else ''}"
    return widen(words)


def _why_told(ruled: date) -> str:
    return f"(已下发的填报表上写的;按现在的设置是{_day(ruled)},重新下发全部填报表才改)"


def _why_ruled(store: Store, period: Period, due: date) -> str:
    usual = due_day(period, load_habit(store).day)
    off = off_words(store, usual)
    moved = f"{_day(usual)}是{off},{'顺延' if due > usual else '提前'}"
    return "" if not off else f"({moved})" if due != usual else f"({off},没有调整)"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def current_period(store: Store, today: date) -> Period:
    """The period that the units report for now."""
    return period_of(load_habit(store).kind, today)


def world_of(store: Store, period: Period, more: Iterable[str] = ()) -> World:
    """All that is known when files come back: the units' tasks in this and in ``more`` periods."""
    keys = dict.fromkeys([period.key, *more])
    first = min(parse_key(key).start for key in keys)
    rows = _rows(store, first - timedelta(days=_STILL_KNOWN))
    names = _other_names(store)
    office = settings.get(store, "database_id")
    places = _Places(store, rows)
    log = _Log(store, [row.task_id for row in rows])
    asked = [one for key in keys for one in _asked(places, names, _Past(log, key))]
    return World(office, tuple(asked), period.end.year)


def asked_units(store: Store, period: Period) -> tuple[Asked, ...]:
    """What a form asks each unit, in the order of protocol; units without issued open tasks are not asked."""
    return wanted_in(world_of(store, period))


def wanted_in(world: World) -> tuple[Asked, ...]:
    """What a form asks each unit, of all that is known."""
    found = []
    for one in world.asked:
        wanted = tuple(ask for ask in one.asks if ask.wanted)
        if wanted:
            found.append(Asked(one.period, one.unit, wanted, one.names))
    return tuple(found)


def drafts(store: Store) -> int:
    """How many tasks wait to be issued: nobody is asked about them."""
    return sum(draft_plans(store).values())


def draft_plans(store: Store) -> dict[int, int]:
    """The plans that such tasks belong to, with their number."""
    rows = queries.task_rows(store, status=Status.DRAFT)
    return dict(Counter(row.plan_id for row in rows if row.applicable))


def ownerless(store: Store) -> int:
    """How many issued tasks that run name no unit: nobody is asked about them either."""
    rows = queries.task_rows(store, running=True)
    asked = (row for row in rows if row.applicable and row.status not in _NOT_ASKED)
    return sum(not row.units for row in asked)


def _rows(store: Store, since: date) -> tuple[TaskRow, ...]:
    """What runs, and what came in or was closed since a day: a late form may still come."""
    return tuple(row for row in queries.task_rows(store, since=since) if row.applicable)


def _targets(store: Store, task_ids: Sequence[int]) -> dict[int, tuple[Target, ...]]:
    return {task.id or 0: task.targets for task in tasks.load_tasks(store, task_ids)}


def _other_names(store: Store) -> dict[str, tuple[str, ...]]:
    """By what else a unit is called, by the name that tasks have."""
    directory = units.load_directory(store)
    aliases: dict[str, list[str]] = {}
    for alias in directory.aliases:
        if not alias.is_form:
            aliases.setdefault(alias.unit_id, []).append(alias.name)
    return {
        unit.label: tuple(dict.fromkeys([unit.name, *aliases.get(unit.id, ())]))
        for unit in directory.units
    }


class _Places:
    """Who is asked about which task, and what of it is the same in every period."""

    def __init__(self, store: Store, rows: Sequence[TaskRow]) -> None:
        asks: dict[str, list[Ask]] = {}
        ids = [row.task_id for row in rows]
        targets, ways = _targets(store, ids), ways_by_task(store, ids)
        for row in rows:
            goals, counted = targets.get(row.task_id, ()), ways.get(row.task_id, {})
            for unit in dict.fromkeys(part.unit for part in row.units):
                asks.setdefault(unit, []).append(_ask(row, unit, goals, counted))
        order = {unit.label: unit.order for unit in units.load_units(store)}
        ranked = sorted(asks, key=lambda unit: order.get(unit, len(order) + 1))
        self.asks = {unit: asks[unit] for unit in ranked}


def _asked(places: _Places, names: Mapping[str, tuple[str, ...]], past: "_Past") -> list[Asked]:
    return [
        Asked(
            past.period,
            unit,
            tuple(
                ask.told(
                    past.last(unit, ask.task_id),
                    past.known.get((unit, ask.task_id), {}),
                    past.percent(unit, ask.task_id),
                )
                for ask in asks
            ),
            names.get(unit, ()),
        )
        for unit, asks in places.asks.items()
    ]


class _Log:
    """What was said of some tasks, read once for each period and day: most periods follow one another."""

    def __init__(self, store: Store, task_ids: Sequence[int]) -> None:
        self._store, self._task_ids = store, task_ids
        self._values: dict[str, returns.Values] = {}
        self._words: dict[date, returns.Words] = {}

    def values(self, period: str) -> returns.Values:
        """The accepted cells of a period."""
        if period not in self._values:
            self._values[period] = returns.values_of(self._store, period)
        return self._values[period]

    def words(self, before: date) -> returns.Words:
        """The last percentages and words before a day."""
        if before not in self._words:
            self._words[before] = returns.latest_words(self._store, self._task_ids, before)
        return self._words[before]


class _Past:
    """What was said before a period, what is kept for it, and how far each task had come at its end."""

    def __init__(self, log: _Log, period: str) -> None:
        self.period, this = period, parse_key(period)
        self.known, self._last = log.values(period), log.values(this.previous().key)
        self._words, self._by_end = log.words(this.start), log.words(this.next().start)

    def percent(self, unit: str, task_id: int) -> int | None:
        """The last percentage up to the end of the period: a late form knows nothing of what came after."""
        percent, _ = self._by_end.get((unit, task_id), (None, ""))
        return percent

    def last(self, unit: str, task_id: int) -> dict[str, str]:
        """The values of the period before; of one who sent no form then, what the log says."""
        kept = self._last.get((unit, task_id))
        if kept:
            return kept
        logged = self._words.get((unit, task_id))
        if logged is None:
            return {}
        percent, note = logged
        return {NOTE: note} if percent is None else {PERCENT: str(percent), NOTE: note}


def _ask(row: TaskRow, unit: str, targets: tuple[Target, ...], ways: Mapping[str, Way]) -> Ask:
    parts = [part for part in row.units if part.unit == unit]
    return Ask(
        row.task_id,
        row.number,
        row.title,
        row.text,
        next(role for role in _WEIGHT if any(part.role is role for part in parts)),
        "、".join(dict.fromkeys(part.scope for part in parts if part.scope)),
        f"{row.source_text}{row.clause}",
        cells.due_text(row),
        targets,
        None,
        row.status in _OVER,
        row.status not in _NOT_ASKED,
        ways=ways,
    )
