"""What a report says of a period: per task the units' words, what changed, who is late or silent.

Every number in a report is the length of a list kept here, so that it can be traced to its tasks and
units. States are those of the day on which the report is made; the words are those of the period.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.amounts import amount_text
from shuangda_desktop.tasks.life import FINISHED, ISSUED, LIFE_WORDS, OPEN, status_on
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.tasks.progress import is_unstated, latest, mean_percent, percent_of
from shuangda_desktop.tasks.results import Result, Way
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import STATUS_WORDS, overdue

ANSWERING = (Role.LEAD, Role.RESPONSIBLE)
COMPLETE = 100
_ONE_DAY = timedelta(days=1)

DONE_WORD, ONGOING_WORD, WAITING_WORD = "已完成", "推进中", "未启动"
USUAL_WORDS = (ONGOING_WORD, WAITING_WORD)
RETURNED_WORD = LIFE_WORDS[Status.RETURNED]

NOBODY: Mapping[str, Collection[str]] = MappingProxyType({})
Log = Mapping[int, Sequence[ProgressEntry]]  # by task, in the order of recording


@dataclass(frozen=True, slots=True)
class Amount:
    """What a target came to, and how much of it each unit reported; all in the target's words."""

    task_id: int
    target: str
    total: str
    parts: tuple[tuple[str, str], ...]
    reached: bool
    way: Way = Way.SUM


def amount_of(task_id: int, result: Result) -> Amount | None:
    """A result with the units that it comes from; None where nobody reported."""
    if result.value is None:
        return None
    unit = result.target.unit
    by_unit: dict[str, float] = {}
    for actual in result.counted:  # in the order of periods
        before = by_unit.get(actual.unit, 0.0) if result.way is Way.SUM else 0.0
        by_unit[actual.unit] = before + actual.value
    parts = tuple((name, amount_text(value, unit)) for name, value in by_unit.items())
    return Amount(task_id, result.target.text, result.text, parts, result.reached, result.way)


@dataclass(frozen=True, slots=True)
class TaskReport:
    """One task in a period: the last words of each unit, and how far it was before and at its end.

    ``finished`` is whether it was finished in the period, and was not taken up again since.
    """

    row: TaskRow
    words: tuple[ProgressEntry, ...]
    before: int
    after: int
    late: bool
    silent: tuple[str, ...]  # units that answer for the open task and said nothing in the period
    amounts: tuple[Amount, ...] = ()
    earlier: int = 0  # reports of the period that later ones of the same unit took the place of
    finished: bool = False

    @property
    def moved(self) -> bool:
        """Whether it came along in the period without being finished in it."""
        return self.before < self.after and not self.finished


@dataclass(frozen=True, slots=True)
class Report:
    """All tasks in a period, in the order of their plans. ``made_on`` is the day of the states."""

    period: Period
    made_on: date
    tasks: tuple[TaskReport, ...]
    nothing_new: tuple[str, ...] = ()  # of a zero report or "no change" alone, without any words

    @property
    def several(self) -> bool:
        """Whether the tasks come from several plans: each numbers its own from 1."""
        return len({one.row.plan_id for one in self.tasks}) > 1

    @property
    def states(self) -> tuple[tuple[str, tuple[TaskReport, ...]], ...]:
        """The tasks by the word for their state: every task under exactly one of them."""
        words = dict.fromkeys([DONE_WORD, *USUAL_WORDS, RETURNED_WORD, *STATUS_WORDS.values()])
        return tuple((word, self.named(word)) for word in words)

    def named(self, word: str) -> tuple[TaskReport, ...]:
        """The tasks whose state has this word."""
        return tuple(one for one in self.tasks if state_word(one.row) == word)

    @property
    def done(self) -> tuple[TaskReport, ...]:
        """Finished tasks."""
        return self.named(DONE_WORD)

    @property
    def late(self) -> tuple[TaskReport, ...]:
        """Open tasks whose deadline has passed."""
        return tuple(one for one in self.tasks if one.late)

    @property
    def newly_late(self) -> tuple[TaskReport, ...]:
        """Late tasks whose deadline passed in this period."""
        return tuple(one for one in self.late if one.row.due_on in self.period)  # type: ignore[operator]  # a late task has one

    @property
    def finished(self) -> tuple[TaskReport, ...]:
        """Tasks finished in this period."""
        return tuple(one for one in self.tasks if one.finished)

    @property
    def moved(self) -> tuple[TaskReport, ...]:
        """Tasks that came along in this period."""
        return tuple(one for one in self.tasks if one.moved)

    @property
    def due_next(self) -> tuple[TaskReport, ...]:
        """Open tasks that are due in the next period."""
        following = self.period.next()
        return tuple(
            one
            for one in self.tasks
            if one.row.status in OPEN and one.row.due_on and one.row.due_on in following
        )

    @property
    def reporting(self) -> tuple[str, ...]:
        """Units that said something in the period."""
        return tuple(dict.fromkeys(e.unit for one in self.tasks for e in one.words))

    @property
    def silent(self) -> tuple[tuple[str, tuple[TaskReport, ...]], ...]:
        """Units that said nothing on some open task that they answer for, with these tasks."""
        units = dict.fromkeys(unit for one in self.tasks for unit in one.silent)
        return tuple((u, tuple(one for one in self.tasks if u in one.silent)) for u in units)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """The numbers that were reported."""
        return tuple(amount for one in self.tasks for amount in one.amounts)

    @property
    def percent(self) -> int | None:
        """The mean of how far the tasks are on the day of the report, without those of ``unstated``."""
        return mean_percent(reached(one.row) for one in self.tasks)

    @property
    def unstated(self) -> tuple[TaskReport, ...]:
        """Tasks whose units reported in words alone."""
        return tuple(one for one in self.tasks if reached(one.row) is None)


def reached(row: TaskRow) -> int | None:
    """How far a task is now; a finished one is complete, whatever was reported of it."""
    if row.status in FINISHED:
        return COMPLETE
    return None if is_unstated(row.units) else row.percent


def state_word(row: TaskRow) -> str:
    """What a report calls the state of a task; finished is finished, whether checked or not.

    Units are told that what was sent back goes on; a report to the leaders counts it apart.
    """
    if row.status is Status.RETURNED:
        return RETURNED_WORD
    return DONE_WORD if row.status in FINISHED else STATUS_WORDS[row.status]


def report_of(
    rows: Iterable[TaskRow],
    log: Log,
    period: Period,
    made_on: date,
    amounts: Iterable[Amount] = (),
    spoke: Collection[str] = (),
    taken_over: Mapping[str, Collection[str]] = NOBODY,
) -> Report:
    """The report over these tasks; what was dropped is left out.

    ``spoke`` are the units that gave a zero report or said "no change": they are silent on no task.
    ``taken_over`` names by unit those whose work it took over: what these said of a task, it need not.
    """
    kept = [row for row in rows if not row.dropped_reason]
    told = list(amounts)
    report = Report(
        period,
        made_on,
        tuple(
            _of_task(row, log.get(row.task_id, ()), period, made_on, told, spoke, taken_over)
            for row in kept
        ),
    )
    wordless = frozenset(spoke).difference(report.reporting)
    return replace(report, nothing_new=tuple(u for u in _answering(kept) if u in wordless))


def _of_task(
    row: TaskRow,
    entries: Sequence[ProgressEntry],
    period: Period,
    made_on: date,
    amounts: Sequence[Amount],
    spoke: Collection[str],
    taken_over: Mapping[str, Collection[str]],
) -> TaskReport:
    within = [entry for entry in entries if entry.on in period]
    said, eve = latest(within), period.start - _ONE_DAY
    before = stood(row, percent_on(row, entries, eve), eve)
    after = stood(row, percent_on(row, entries, period.end), period.end)
    return TaskReport(
        row,
        tuple(sorted(said.values(), key=lambda entry: _place(row, entry.unit))),
        before.percent or 0,
        after.percent or 0,
        overdue(row, made_on),
        _silent(row, {*said, *spoke}, taken_over),
        tuple(amount for amount in amounts if amount.task_id == row.task_id),
        len(within) - len(said),
        row.status in FINISHED and after.finished and not before.finished,
    )


class Stand(NamedTuple):
    """How a task stood at the end of a day; ``percent`` is None where words alone were reported."""

    finished: bool
    percent: int | None


def stood(row: TaskRow, percent: int | None, day: date) -> Stand:
    """How a task stood by its moves; where none is known, by what had been reported.

    Finished is complete, whatever was reported of it.
    """
    state = status_on(row.status, row.moves, day)
    if state is None:
        return Stand(row.status in FINISHED and (percent or 0) >= COMPLETE, percent)
    finished = state in FINISHED
    return Stand(finished, COMPLETE if finished else percent)


def _place(row: TaskRow, unit: str) -> int:
    """Where a unit stands in its task: the leads speak first, a unit that left speaks last."""
    roles = {part.unit: place for place, part in reversed(list(enumerate(row.units)))}
    return roles.get(unit, len(row.units))


def _silent(
    row: TaskRow, said: set[str], taken_over: Mapping[str, Collection[str]]
) -> tuple[str, ...]:
    """Who says nothing of an issued open task; of a draft nobody was told."""
    if row.status not in ISSUED:
        return ()
    return tuple(
        unit for unit in _answering([row]) if said.isdisjoint([unit, *taken_over.get(unit, ())])
    )


def _answering(rows: Iterable[TaskRow]) -> tuple[str, ...]:
    """The units that lead or answer for these tasks, each once."""
    return tuple(dict.fromkeys(unit for row in rows for unit in row.names(*ANSWERING)))


def percent_on(row: TaskRow, entries: Iterable[ProgressEntry], day: date) -> int:
    """How far the task was at the end of a day, by what its units of today had reported."""
    known = latest(entry for entry in entries if entry.on <= day)
    units = [
        replace(part, percent=known[part.unit].percent if part.unit in known else None)
        for part in row.units
    ]
    return percent_of(units)
