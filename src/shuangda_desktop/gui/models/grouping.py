"""Tasks in groups: whose they are, what they belong to, where they came from."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import TaskRow

NOBODY, NOWHERE = "没有牵头单位", "没有标题"
Grouping = Callable[[TaskRow], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """A group with the number of its tasks."""

    name: str
    count: int


def leading(row: TaskRow) -> tuple[str, ...]:
    """The units that answer for a task; it stands under each of them."""
    return row.names(Role.LEAD) or row.names(Role.RESPONSIBLE) or (NOBODY,)


GROUPINGS: Mapping[str, tuple[str, Grouping]] = {
    "": ("不分组", lambda row: ()),
    "unit": ("按单位分组", leading),
    "chapter": ("按重点任务分组", lambda row: (row.chapter or NOWHERE,)),
    "plan": ("按来文分组", lambda row: (row.plan_title or NOWHERE,)),
}


def groups_of(rows: Iterable[TaskRow], key: str) -> tuple[Group, ...]:
    """The groups in the order in which they are met."""
    _, names = GROUPINGS[key]
    counts = Counter(name for row in rows for name in names(row))
    return tuple(Group(name, count) for name, count in counts.items())


def in_group(rows: Iterable[TaskRow], key: str, name: str) -> tuple[TaskRow, ...]:
    """The tasks of one group; all of them without a name."""
    _, names = GROUPINGS[key]
    return tuple(row for row in rows if not name or name in names(row))


def group_columns() -> tuple[Column[Group], ...]:
    """The name and the number."""
    return (
        Column("name", "组", lambda g: g.name, lambda g: g.name, 8),
        Column("count", "项", lambda g: str(g.count), lambda g: g.count, 2, numeric=True),
    )
