"""What a look over the tasks finds: how much it matters, where it stands, and what would mend it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shuangda_desktop.plan.model import Role, Severity
from shuangda_desktop.tasks.model import Assignment
from shuangda_desktop.text.mapped import Span


class Field(StrEnum):
    """The part of a task, or of the plan's list, that a finding is about."""

    TITLE = "title"
    TEXT = "text"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"
    DUE = "due"
    LIST = "list"  # the tasks of the plan as a whole


FIELD_OF_ROLE = {
    Role.LEAD: Field.LEAD,
    Role.RESPONSIBLE: Field.RESPONSIBLE,
    Role.COOPERATING: Field.COOPERATING,
}


@dataclass(frozen=True, slots=True)
class NewUnits:
    """The task gets these units."""

    task_id: int
    assignments: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class NewWords:
    """The task gets this title and this text."""

    task_id: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class NewDeadline:
    """The task is due on this day."""

    task_id: int
    due_on: date


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The clerk has looked at what the reason of the task asks to look at, and it is so."""

    task_id: int
    note: str


@dataclass(frozen=True, slots=True)
class OneTask:
    """These tasks become one."""

    task_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewNumbers:
    """The tasks of the plan are numbered from 1 on."""


@dataclass(frozen=True, slots=True)
class NewTasks:
    """The measures that have no task get the one that the program proposes."""


Change = NewUnits | NewWords | NewDeadline | LookedAt | OneTask | NewNumbers | NewTasks


@dataclass(frozen=True, slots=True)
class Fix:
    """What one press of a key would do: a verb for the button, and the changes, all or none."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class TaskFinding:
    """A finding about a task, or (``task_id`` None) about the list of a plan's tasks.

    ``span`` is the place in the title or the text where ``field`` is one of them, else the whole field.
    ``number`` is the task's, 0 for the list.
    """

    code: str
    severity: Severity
    message: str
    task_id: int | None
    number: int
    field: Field
    span: Span = Span(0, 0)  # noqa: RUF009 - a frozen value
    fix: Fix | None = None
