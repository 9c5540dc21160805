"""How far a task is, from what its units reported."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.model import Assignment, ProgressEntry


class Share(Protocol):
    """A unit's part with its latest percentage."""

    @property
    def role(self) -> Role:
        """The unit's role."""

    @property
    def percent(self) -> int | None:
        """The latest percentage, None where the unit has never reported."""


Part = TypeVar("Part", bound=Share)


class Mark(NamedTuple):
    """What a line of the log says of how far a unit is; without its words."""

    unit: str
    on: date
    percent: int | None


def deciding(units: Sequence[Part]) -> list[Part]:
    """The units that decide how far a task is: the leads; else the responsible; else the cooperating ones."""
    for role in (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING):
        found = [unit for unit in units if unit.role is role]
        if found:
            return found
    return []


def percent_of(units: Sequence[Share]) -> int:
    """The lowest percentage of the leads; of the responsible units where no lead is named.

    A cooperating unit never drags a task: it counts only where nobody else is named. A unit that
    has not reported stands at 0; whether anybody gave a percentage, ``percent_words`` tells.
    """
    return min((unit.percent or 0 for unit in deciding(units)), default=0)


UNSTATED = "未报完成率"


class Reported(Share, Protocol):
    """A unit's part with the day of its latest report."""

    @property
    def reported_on(self) -> date | None:
        """The day, None where the unit has never reported."""


def is_unstated(units: Sequence[Reported]) -> bool:
    """Whether units that decide how far a task is have reported, and none of them gave a percentage."""
    group = deciding(units)
    said = any(unit.reported_on is not None for unit in group)
    return said and all(unit.percent is None for unit in group)


def mean_percent(percents: Iterable[int | None]) -> int | None:
    """The mean of what was stated, rounded down: what is not complete is never called so.

    None where there is something and nothing of it was stated, 0 where there is nothing.
    """
    every = list(percents)
    stated = [percent for percent in every if percent is not None]
    if stated:
        return sum(stated) // len(stated)
    return None if every else 0


def percent_words(percent: int | None) -> str:
    """A reported percentage; a unit that reported in words alone is not said to stand at nought."""
    return UNSTATED if percent is None else f"{percent}%"


def latest(entries: Iterable[ProgressEntry]) -> Mapping[str, ProgressEntry]:
    """The latest entry of each unit; of two of one day, the one recorded later."""
    found: dict[str, ProgressEntry] = {}
    for entry in entries:
        known = found.get(entry.unit)
        if known is None or entry.on >= known.on:
            found[entry.unit] = entry
    return found


def task_percent(assignments: Iterable[Assignment], entries: Iterable[ProgressEntry]) -> int:
    """The percentage of a task from its assignments and its progress log."""
    reported = latest(entries)
    return percent_of([_Part(a.role, _percent(reported.get(a.unit))) for a in assignments])


class _Part:
    def __init__(self, role: Role, percent: int | None) -> None:
        self.role = role
        self.percent = percent


def _percent(entry: ProgressEntry | None) -> int | None:
    return entry.percent if entry else None
