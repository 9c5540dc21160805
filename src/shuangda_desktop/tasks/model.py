"""Local tasks, who does them, and their progress."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from shuangda_desktop.plan.model import Role, Target

BETWEEN_REASONS = "\uff1b"
NO_MEASURE = -1  # the key of a task whose measure a new edition of the plan no longer has
GONE = "来文的新版本里没有这项措施\uff0c请核对"  # the reason of such a task
ALTERED = "来文的新版本改动了这项措施\uff0c请对照原句核对任务"  # of one that says it otherwise


class Basis(StrEnum):
    """Where a value comes from; the clerk must see the difference."""

    STATED = "stated"  # the source says so
    PROPOSED = "proposed"  # the program's proposal, not yet confirmed
    DECIDED = "decided"  # the clerk set or confirmed it


class Status(StrEnum):
    """The life of a task; overdue and due soon are computed, never stored."""

    NOT_STARTED = "not_started"  # issued, and nothing reported yet
    ONGOING = "ongoing"
    DONE = "done"  # its units say so and apply for completion
    CLOSED = "closed"  # the office checked it and took it off the list
    SUSPENDED = "suspended"
    DRAFT = "draft"  # divided, not yet issued to its units
    RETURNED = "returned"  # the application for completion was sent back
    STANDING = "standing"  # kept up for good, never closed
    CARRIED = "carried"  # goes on in next year's plan


class Light(StrEnum):
    """What the lamp beside a task shows."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"  # nothing to say: done, closed, suspended, standing


@dataclass(frozen=True, slots=True)
class Assignment:
    """One unit's part in a task. ``reason`` is the path from the source's words, in Chinese."""

    unit: str
    role: Role
    basis: Basis = Basis.PROPOSED
    source_unit: str = ""
    reason: str = ""
    scope: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Rewording:
    """A stretch of the source's words that was reworded one level down."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Task:
    """What the city does about one measure (or a part of one).

    ``measure_key`` is Measure.key in the plan, ``more_keys`` are those of the measures that were merged
    into it. ``dropped_reason`` is set where the clerk decided that the measure does not descend to the
    city. ``applicable`` is False where the program proposes that.
    """

    plan_id: int
    measure_key: int
    number: int
    title: str
    text: str
    assignments: tuple[Assignment, ...] = ()
    due_on: date | None = None
    due_basis: Basis = Basis.PROPOSED
    due_text: str = ""
    recurrence: str = ""  # Recurrence.every, "" for none
    targets: tuple[Target, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    status: Status = Status.NOT_STARTED
    applicable: bool = True
    dropped_reason: str = ""
    reason: str = ""
    more_keys: tuple[int, ...] = ()
    id: int | None = None

    @property
    def keys(self) -> tuple[int, ...]:
        """The measures that it carries out."""
        return (self.measure_key, *self.more_keys)

    @property
    def is_city_s(self) -> bool:
        """Whether it goes out: neither dropped, nor proposed to be."""
        return self.applicable and not self.dropped_reason


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """One line of the append-only progress log; a ``percent`` of None was never given by the unit."""

    task_id: int
    unit: str
    on: date
    percent: int | None
    note: str
    recorded_at: datetime | None = None
    id: int | None = None
    period: str = ""  # Period.key of what it reports on; "" where only the day tells
