"""Units, their other names, their reforms and their counterparts one level down."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shuangda_desktop.text.level import Level

ASK = "请核对"  # a note that says so leaves the choice to the clerk


class UnitKind(StrEnum):
    """What a unit is; it decides how its name behaves between levels."""

    DEPARTMENT = "department"  # 省公安厅 -> 市公安局
    OWN_NAME = "own_name"  # customs, tax, courts, post: never renamed by rule
    OFFICE = "office"  # the office against infringement itself
    GOVERNMENT = "government"  # 各县(市、区)人民政府
    COLLECTIVE = "collective"  # 各成员单位: expands to members
    GENERIC = "generic"  # 有关部门: cannot be expanded, the clerk says who


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of some level. ``id`` is stable ("city.police"); ``order`` is its place of protocol."""

    id: str
    name: str
    level: Level
    kind: UnitKind = UnitKind.DEPARTMENT
    short_name: str = ""
    domain: str = ""
    order: int = 0
    active_from: date | None = None
    active_until: date | None = None
    members: tuple[str, ...] = ()  # ids, of a collective unit
    contact: str = ""
    phone: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """The name that tables and clauses use: the short one where there is one."""
        return self.short_name or self.name

    def active(self, on: date | None) -> bool:
        """Whether the unit exists on a day; with no day, whether it exists at present."""
        if on is None:
            return self.active_until is None
        return (self.active_from or on) <= on < (self.active_until or date.max)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a unit."""

    name: str
    unit_id: str

    @property
    def is_form(self) -> bool:
        """Whether it is the form of many names, such as 市公安*支队: for finding, never for showing."""
        return "*" in self.name


@dataclass(frozen=True, slots=True)
class Succession:
    """A reform: what ``predecessor`` did is done by ``successor`` from ``effective_on`` on."""

    predecessor: str
    successor: str
    effective_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A unit of a higher level and the unit that does its work one level down ("" = none).

    ``decided_on`` is the day on which the clerk said so, once for all plans; None where only the tables
    of the program say it.
    """

    higher: str
    lower: str
    condition: str = ""
    note: str = ""
    decided_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it depends on the city, and nobody has said yet what is so here."""
        return self.decided_on is None and ASK in self.note


class Certainty(StrEnum):
    """How sure a resolution is."""

    SURE = "sure"
    PROPOSED = "proposed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step on the way from the source's words to a unit: name and the reason, in Chinese."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Route:
    """The way to one unit of a resolution; no unit where nobody at the level does the work."""

    unit: Unit | None
    steps: tuple[PathStep, ...]
    certainty: Certainty = Certainty.SURE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Units that a name stands for, and how they were found.

    ``units`` is empty for an unknown name and for a unit without a counterpart; ``path`` begins with
    the source's own words. ``routes`` tells the same for each unit by itself.
    """

    name: str
    units: tuple[Unit, ...]
    certainty: Certainty
    path: tuple[PathStep, ...]
    note: str = ""
    routes: tuple[Route, ...] = ()
