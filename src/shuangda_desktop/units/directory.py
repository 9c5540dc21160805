"""The directory of units: from a name in a document to the unit it means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.groups import plural
from shuangda_desktop.units.index import build
from shuangda_desktop.units.lookup import Lookup, Match
from shuangda_desktop.units.model import (
    Alias,
    Certainty,
    Counterpart,
    PathStep,
    Resolution,
    Route,
    Succession,
    Unit,
    UnitKind,
)
from shuangda_desktop.units.place import Place as Place
from shuangda_desktop.units.reform import successors
from shuangda_desktop.units.routes import gather

Row = TypeVar("Row")
COUNTIES = "county.governments"  # the id of the group of all of them
_UNKNOWN = "单位目录中没有这个名称"


@dataclass(frozen=True)
class Directory:
    """All that is known of units, for one city."""

    units: tuple[Unit, ...]
    aliases: tuple[Alias, ...] = ()
    successions: tuple[Succession, ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    place: Place = Place("", "")  # noqa: RUF009 - a frozen value

    @cached_property
    def by_id(self) -> dict[str, Unit]:
        """The units by their id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def orders(self) -> dict[str, int]:
        """The places of protocol of the city's units by the names that tables use."""
        return {unit.label: unit.order for unit in self.units if unit.level is Level.CITY}

    @cached_property
    def reforms(self) -> dict[str, list[Succession]]:
        """The reforms by the unit that they ended."""
        return _grouped((row.predecessor, row) for row in self.successions)

    @cached_property
    def taken_over(self) -> dict[str, dict[str, date]]:
        """By the label of a unit, those whose work it took over, each with the day."""
        found: dict[str, dict[str, date]] = {}
        for row in self.successions:
            former, heir = self.by_id.get(row.predecessor), self.by_id.get(row.successor)
            if former is not None and heir is not None:
                found.setdefault(heir.label, {})[former.label] = row.effective_on
        return found

    @cached_property
    def answers(self) -> dict[str, list[Counterpart]]:
        """The counterparts by the higher unit."""
        return _grouped((row.higher, row) for row in self.counterparts)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(build(self.units, self.aliases, self.place), self.by_id, self.place)

    def resolve(
        self, name: str, on: date | None = None, level: Level | None = None, about: str = ""
    ) -> Resolution:
        """The units that a name of a document of this level means on a day; never raises.

        With no day, every reform has happened. ``about`` is the sentence that the name belongs to:
        where a unit was divided among several, it tells which of them is meant.
        """
        match = self._lookup.find(name, level)
        source = PathStep(name, "来文所列")
        if match is None:
            near = "、".join(self.near(name, level))
            note = _UNKNOWN + (f"\uff0c相近的有{near}" if near else "")
            return Resolution(name, (), Certainty.UNKNOWN, (source, PathStep(name, note)), note)
        return gather(
            name, [r for unit in match.units for r in self._routes(source, unit, match, on, about)]
        )

    def near(self, name: str, level: Level | None = None) -> tuple[str, ...]:
        """The units whose names come closest to a name that nobody has, at most three."""
        return self._lookup.near(name, level)

    def members(self, group: Unit, on: date | None = None) -> tuple[Unit, ...]:
        """The units of a group that exist on a day, in their order of protocol.

        The governments of the counties are those that the directory lists, unless the group names some.
        """
        known = [self.by_id[id_] for id_ in group.members if id_ in self.by_id]
        if not known and _all_counties(group):
            known = self._county_governments(group)
        return tuple(sorted((u for u in known if u.active(on)), key=lambda u: u.order))

    def _county_governments(self, group: Unit) -> list[Unit]:
        named = self.by_id.get(COUNTIES)
        if named is not None and named.members:
            return [self.by_id[id_] for id_ in named.members if id_ in self.by_id]
        return [
            unit
            for unit in self.units
            if (unit.kind, unit.level) == (group.kind, group.level)
            and unit.id not in ("", COUNTIES)
        ]

    def _routes(
        self, source: PathStep, unit: Unit, match: Match, on: date | None, about: str
    ) -> Iterator[Route]:
        """The unit itself, or those that do its work on the day."""
        known = PathStep(unit.label, match.reason)
        start = (source, known) if known.reason or known.name != source.name else (source,)
        for heir in successors(self.reforms, self.by_id, unit, on, about):
            yield Route(heir.unit, (*start, *heir.steps), match.certainty, match.reason)


def _all_counties(group: Unit) -> bool:
    """Whether a group is that of all county governments, under whichever name a document gives it."""
    named = group.id == COUNTIES or (not group.id and plural(group.name, Level.CITY) is not None)
    return named and (group.kind, group.level) == (UnitKind.GOVERNMENT, Level.COUNTY)


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return groups
