"""Tasks in groups: whose they are, what they belong to, where they came from."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.gui.models.progress_columns import ORDER, lamp_ink, lamp_words
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Light
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, light

NOBODY, NOWHERE = "没有牵头单位", "没有标题"
OPEN_SIGN, CLOSED_SIGN = "▾", "▸"
Grouping = Callable[[TaskRow], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the tasks of a group: their number, and how many have which light."""

    name: str
    count: int
    lights: tuple[tuple[str, str], ...]  # shape, word and number; and its ink, as a token
    is_open: bool

    @property
    def title(self) -> str:
        """Name and number, behind the sign that says whether the tasks are shown."""
        return f"{OPEN_SIGN if self.is_open else CLOSED_SIGN} {self.name}\uff08{self.count}项\uff09"

    @property
    def words(self) -> str:
        """All of it, as it is copied and read aloud."""
        name = f"{self.name}\uff08{self.count}项\uff09"
        return "  ".join((name, *(words for words, _ in self.lights)))


@dataclass(frozen=True, slots=True)
class Member:
    """A task below a heading; it may stand below several."""

    group: str
    row: TaskRow


Line = TaskRow | Heading | Member


def leading(row: TaskRow) -> tuple[str, ...]:
    """The units that answer for a task; it stands under each of them."""
    return row.names(Role.LEAD) or row.names(Role.RESPONSIBLE) or (NOBODY,)


GROUPINGS: Mapping[str, tuple[str, Grouping]] = {
    "": ("不分组", lambda row: ()),
    "unit": ("按单位分组", leading),
    "chapter": ("按重点任务分组", lambda row: (row.chapter or NOWHERE,)),
    "plan": ("按来文分组", lambda row: (row.plan_title or NOWHERE,)),
}


def groups_of(rows: Iterable[TaskRow], key: str) -> dict[str, list[TaskRow]]:
    """The tasks by group, the groups in the order in which they are met; those of nobody last."""
    _, names = GROUPINGS[key]
    found: dict[str, list[TaskRow]] = {}
    for row in rows:
        for name in names(row):
            found.setdefault(name, []).append(row)
    return {name: found[name] for name in sorted(found, key=lambda n: n in (NOBODY, NOWHERE))}


def heading_of(
    name: str, rows: Sequence[TaskRow], today: date, rule: LightRule, *, is_open: bool
) -> Heading:
    """The heading of a group."""
    counts = Counter(light(row, today, rule) for row in rows)
    lights = tuple(
        (f"{lamp_words(one, rule)} {counts[one]}", lamp_ink(one, rule))
        for one in ORDER
        if counts[one] and one is not Light.GREY
    )
    return Heading(name, len(rows), lights, is_open)
