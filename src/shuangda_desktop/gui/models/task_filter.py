"""Which tasks a page shows: what was typed, a unit, and one of the counts that are doors."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.life import LIFE_WORDS
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import due_soon, overdue

ROLE_DOORS = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任", Role.COOPERATING: "配合"}


_RARE = (Status.DRAFT, Status.RETURNED, Status.SUSPENDED, Status.STANDING, Status.CARRIED)


@dataclass(frozen=True, slots=True)
class Door:
    """A count that opens exactly the tasks it counts."""

    key: str
    word: str
    holds: Callable[[TaskRow], bool]
    rare: bool = False  # not worth a place while there is nothing behind it

    def count(self, rows: Iterable[TaskRow]) -> int:
        """How many of the rows it opens."""
        return sum(1 for row in rows if self.holds(row))


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What is left of a list: words parted by blanks must all be found."""

    text: str = ""
    unit: str = ""
    holds: Callable[[TaskRow], bool] | None = None

    def keep(self, rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
        """The rows that pass."""
        words = self.text.lower().split()
        if not (words or self.unit or self.holds):
            return tuple(rows)
        return tuple(row for row in rows if self._keeps(row, words))

    def _keeps(self, row: TaskRow, words: list[str]) -> bool:
        if self.unit and self.unit not in {part.unit for part in row.units}:
            return False
        if self.holds is not None and not self.holds(row):
            return False
        return all(word in _words_of(row) for word in words) if words else True


def units_of(rows: Iterable[TaskRow]) -> Iterator[str]:
    """The units of the tasks, each once a task: counted, they say how many tasks a unit has."""
    for row in rows:
        yield from dict.fromkeys(part.unit for part in row.units)


def is_open(row: TaskRow) -> bool:
    """Whether the task is one of the city's: neither dropped nor proposed to be."""
    return row.applicable and not row.dropped_reason


def is_proposed(row: TaskRow) -> bool:
    """Whether anything of the task still waits for the clerk."""
    if row.dropped_reason:
        return False
    waiting = any(part.basis is Basis.PROPOSED for part in row.units)
    return waiting or row.due_basis is Basis.PROPOSED or not row.applicable


def without_lead(row: TaskRow) -> bool:
    """Whether nobody leads a task that is the city's."""
    return is_open(row) and not row.names(Role.LEAD)


def without_deadline(row: TaskRow) -> bool:
    """Whether a task has neither a day nor a rhythm."""
    return is_open(row) and row.due_on is None and not row.recurrence


def division_doors(doubted: Collection[int] = ()) -> tuple[Door, ...]:
    """The counts over a plan that is being divided; ``doubted`` are tasks with a finding."""
    return (
        Door("all", "全部", lambda row: True),
        Door("proposed", "待确认", is_proposed),
        Door("doubtful", "存疑", lambda row: row.task_id in doubted),
        Door("no-lead", "无牵头", without_lead),
        Door("no-deadline", "无时限", without_deadline),
        Door("dropped", "不适用", lambda row: not is_open(row)),
    )


def role_doors(unit: str) -> tuple[Door, ...]:
    """What one unit gets: all of it, and its tasks by what it does in them."""
    return (
        Door("any", "全部分工", lambda row: True),
        *(_of_role(unit, role, word) for role, word in ROLE_DOORS.items()),
    )


def tracking_doors(today: date, days: int) -> tuple[Door, ...]:
    """The counts over the tasks that are being done."""
    by_status = tuple(_of_status(status) for status in LIFE_WORDS)
    return (
        Door("all", "全部", lambda row: True),
        Door("overdue", "逾期", lambda row: overdue(row, today)),
        Door("due-soon", "临期", lambda row: due_soon(row, today, days)),
        *by_status,
    )


def _of_role(unit: str, role: Role, word: str) -> Door:
    return Door(role.value, word, lambda row: unit in row.names(role))


def _of_status(status: Status) -> Door:
    return Door(status.value, LIFE_WORDS[status], lambda row: row.status is status, status in _RARE)


def _words_of(row: TaskRow) -> str:
    parts = [row.title, row.text, row.source_text, row.item, row.chapter, row.latest_note]
    parts += [part.unit for part in row.units]
    return "\n".join(parts).lower()
