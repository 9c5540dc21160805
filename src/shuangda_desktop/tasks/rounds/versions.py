"""Versions of a task list: what was sent for opinions, what was issued, what was adjusted since."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.cells import RHYTHMS
from shuangda_desktop.tasks.model import Assignment, Task
from shuangda_desktop.tasks.rounds.snapshots import (
    Cell,
    Change,
    Kind,
    Line,
    Snapshot,
    differences,
    dumped,
)
from shuangda_desktop.text.chars import PAUSE

UNIT_TITLES: Mapping[Role, str] = MappingProxyType(
    {Role.LEAD: "牵头单位", Role.RESPONSIBLE: "责任单位", Role.COOPERATING: "配合单位"}
)
TITLE, TEXT, DUE, EVERY, TARGETS = "任务", "措施", "完成时限", "频次", "目标"
NUMBER = "序号"
_LABEL = 20  # characters of a text that stands for a title


class VersionKind(StrEnum):
    """What a version was made for."""

    CONSULTED = "consulted"
    ISSUED = "issued"


VERSION_WORDS: Mapping[VersionKind, str] = MappingProxyType(
    {VersionKind.CONSULTED: "征求意见稿", VersionKind.ISSUED: "印发稿"}
)


@dataclass(frozen=True, slots=True)
class Version:
    """A task list as it went out; ``number`` counts the versions of its kind, ``note`` is a document number or a remark."""

    plan_id: int
    kind: VersionKind
    number: int
    made_at: datetime
    digest: str
    note: str = ""
    id: int = 0

    @property
    def name(self) -> str:
        """What to call it: 印发稿第1版."""
        return f"{VERSION_WORDS[self.kind]}第{self.number}版"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A difference between a task and its issued version; ``title`` names what of it, "" the whole.

    ``reasoned`` is the value that the reason was given for: another value asks for a reason anew.
    """

    version_id: int
    task_id: int
    kind: Kind
    label: str
    title: str
    before: str
    after: str
    changed_at: datetime
    reason: str = ""
    reasoned: str = ""
    id: int = 0

    @property
    def is_pending(self) -> bool:
        """Whether nobody has said yet why."""
        if not self.reason:
            return True
        # a new task may still be worked at: the reason says why there is one
        return self.kind is not Kind.ADDED and self.reasoned != self.after


def line_of(task: Task) -> Line:
    """A task as a version keeps it."""
    cells = [
        Cell("title", TITLE, task.title),
        Cell("text", TEXT, task.text),
        *(Cell(role.value, title, _units(task, role)) for role, title in UNIT_TITLES.items()),
        Cell("due", DUE, str(task.due_on) if task.due_on else task.due_text),
        Cell("every", EVERY, RHYTHMS.get(task.recurrence, task.recurrence)),
        Cell("targets", TARGETS, "\uff1b".join(target.text for target in task.targets)),
    ]
    label = f"{task.number} {task.title or task.text[:_LABEL]}".strip()
    return Line(key_of(task.id or 0), label, tuple(cells))


def key_of(task_id: int) -> str:
    """The name of a task across versions."""
    return f"task:{task_id}"


def task_id_of(line: Line) -> int:
    """The task that a line of a version is about."""
    return int(line.key.partition(":")[2])


def number_of(line: Line) -> int:
    """The number with which a task went out: the label begins with it."""
    return int(line.label.partition(" ")[0])


def frozen(tasks: Iterable[Task]) -> Snapshot:
    """The tasks that go out, in their order."""
    return tuple(line_of(task) for task in tasks if task.is_city_s)


def digest_of(kept: Snapshot) -> str:
    """The sha256 by which a version can be shown to be the one that went out."""
    return hashlib.sha256(dumped(kept).encode()).hexdigest()


def changes_since(issued: Line | None, task: Task | None) -> tuple[Change, ...]:
    """What of a task differs from its issued version; None stands for not there."""
    now = line_of(task) if task is not None and task.is_city_s else None
    old, new = (issued,) if issued else (), (now,) if now else ()
    return (*renumbered(old, new), *differences(old, new))


def renumbered(old: Snapshot, new: Snapshot) -> tuple[Change, ...]:
    """Which tasks stand under another number: of an issued list only the clerk moves one."""
    before = {line.key: number_of(line) for line in old}
    return tuple(
        Change(Kind.CHANGED, line.label, NUMBER, str(was), str(number_of(line)))
        for line in new
        if (was := before.get(line.key, number_of(line))) != number_of(line)
    )


def _units(task: Task, role: Role) -> str:
    return PAUSE.join(_name(given) for given in task.assignments if given.role is role)


def _name(given: Assignment) -> str:
    return f"{given.unit}\uff08{given.scope}\uff09" if given.scope else given.unit
