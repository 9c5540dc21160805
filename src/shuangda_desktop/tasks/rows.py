"""Frozen rows that tables, workbooks and reports show; made by store.queries."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from operator import attrgetter
from typing import Any

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.life import Move
from shuangda_desktop.tasks.model import NO_MEASURE, Basis, Status
from shuangda_desktop.text.level import Level


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan where only its name is shown."""

    plan_id: int
    title: str
    source_name: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list of documents that came in."""

    plan_id: int
    title: str
    document_number: str
    issuer: str
    issued_on: date | None
    plan_year: int | None
    level: Level | None
    source_name: str
    imported_on: date
    measures: int
    open_findings: int
    tasks: int


@dataclass(frozen=True, slots=True)
class AssignedUnit:
    """A unit's part in a task, with its latest report; a percentage of None was not given.

    ``reported_on`` is None where it never reported.
    """

    assignment_id: int
    unit: str
    role: Role
    basis: Basis
    source_unit: str
    reason: str
    scope: str
    percent: int | None
    reported_on: date | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with all that a table, a ledger or a schedule shows of it."""

    task_id: int
    plan_id: int
    plan_title: str
    measure_key: int
    number: int
    chapter: str  # level-1 heading with its number: "一、深入开展重点领域治理"
    item: str  # label and heading of the numbered item: "(三)加强市场监管"
    title: str
    text: str
    source_text: str  # the measure's sentence as the source has it; of merged ones line by line
    clause: str
    units: tuple[AssignedUnit, ...]
    due_on: date | None
    due_basis: Basis
    due_text: str
    recurrence: str
    targets: tuple[str, ...]
    status: Status
    percent: int  # of the leads (of the responsible units where no lead is named), their lowest
    latest_note: str
    latest_on: date | None
    applicable: bool
    dropped_reason: str
    reason: str
    more_keys: tuple[int, ...] = ()
    moves: tuple[Move, ...] = ()  # the oldest first
    zero_on: date | None = None  # the last zero report of a unit that answers for it
    asked_keys: tuple[int, ...] = ()  # in the plan that was asked for, where it is filed elsewhere

    @property
    def keys(self) -> tuple[int, ...]:
        """The measures that it carries out: the one it is filed under, and those merged into it.

        Of a task that is filed under another plan than the one asked for: its measures of the latter.
        """
        return self.asked_keys or (self.measure_key, *self.more_keys)

    def names(self, *roles: Role) -> tuple[str, ...]:
        """The units in these roles, in the order of the task."""
        return tuple(u.unit for u in self.units if u.role in roles)


def with_number(row: TaskRow, number: int) -> TaskRow:
    """The row under another number, all else of it the very same objects.

    Thousands move on at once, and ``replace`` takes three times as long.
    """
    if row.number == number:
        return row
    values: list[Any] = [*_BEFORE(row), number, *_BEHIND(row)]
    return TaskRow(*values)


def is_but_renumbered(one: TaskRow, other: TaskRow) -> bool:
    """Whether two rows differ in nothing but their number."""
    return bool(_BEHIND(one) == _BEHIND(other) and _BEFORE(one) == _BEFORE(other))


def in_chapters(rows: Sequence[TaskRow]) -> tuple[TaskRow, ...]:
    """The rows, one whose measure the source no longer has under the chapter of the row before it."""
    placed: list[TaskRow] = []
    for row in rows:
        before = placed[-1] if placed else row
        is_loose = row.measure_key == NO_MEASURE and row.plan_id == before.plan_id
        placed.append(replace(row, chapter=before.chapter) if is_loose else row)
    return tuple(placed)


_NAMES = [field.name for field in fields(TaskRow)]
_BEFORE = attrgetter(*_NAMES[: _NAMES.index("number")])
_BEHIND = attrgetter(*_NAMES[_NAMES.index("number") + 1 :])
