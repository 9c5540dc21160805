"""The directory of units: from a name in a document to the unit it means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from shuangda_desktop.text.level import Level
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units import groups, index, names
from shuangda_desktop.units.index import Ids, Index
from shuangda_desktop.units.model import (
    Alias,
    Certainty,
    Counterpart,
    PathStep,
    Resolution,
    Route,
    Succession,
    Unit,
)
from shuangda_desktop.units.place import Place as Place
from shuangda_desktop.units.reform import successors
from shuangda_desktop.units.routes import gather

Row = TypeVar("Row")
_UNKNOWN = "单位目录中没有这个名称"


@dataclass(frozen=True, slots=True)
class Match:
    """Units that a name may mean, and in which way it was understood (Chinese, "" = as it is)."""

    units: tuple[Unit, ...]
    certainty: Certainty
    reason: str = ""


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
    def reforms(self) -> dict[str, list[Succession]]:
        """The reforms by the unit that they ended."""
        return _grouped((row.predecessor, row) for row in self.successions)

    @cached_property
    def answers(self) -> dict[str, list[Counterpart]]:
        """The counterparts by the higher unit."""
        return _grouped((row.higher, row) for row in self.counterparts)

    @cached_property
    def _index(self) -> Index:
        return index.build(self.units, self.aliases, self.place)

    @cached_property
    def _matches(self) -> dict[tuple[str, Level | None], Match | None]:
        return {}  # a plan names the same thirty units two hundred times

    def resolve(
        self, name: str, on: date | None = None, level: Level | None = None, about: str = ""
    ) -> Resolution:
        """The units that a name of a document of this level means on a day; never raises.

        With no day, every reform has happened. ``about`` is the sentence that the name belongs to:
        where a unit was divided among several, it tells which of them is meant.
        """
        match = self._match(name, level)
        source = PathStep(name, "来文所列")
        if match is None:
            step = PathStep(name, _UNKNOWN)
            return Resolution(name, (), Certainty.UNKNOWN, (source, step), _UNKNOWN)
        return gather(
            name, [r for unit in match.units for r in self._routes(source, unit, match, on, about)]
        )

    def _routes(
        self, source: PathStep, unit: Unit, match: Match, on: date | None, about: str
    ) -> Iterator[Route]:
        """The unit itself, or those that do its work on the day."""
        known = PathStep(unit.label, widen(match.reason))
        start = (source, known) if known.reason or known.name != source.name else (source,)
        for heir in successors(self.reforms, self.by_id, unit, on, about):
            yield Route(heir.unit, (*start, *heir.steps), match.certainty, widen(match.reason))

    def _match(self, name: str, level: Level | None) -> Match | None:
        key = (name, level)
        if key not in self._matches:
            self._matches[key] = self._read(name, level)
        return self._matches[key]

    def _read(self, name: str, level: Level | None) -> Match | None:
        ways = names.readings(name)
        for way in ways:
            if match := self._by_name(way, level):
                return match
        for way in ways:
            if match := self._by_likeness(way, level):
                return match
        return None

    def _by_name(self, name: str, level: Level | None) -> Match | None:
        """Exact names first; then what certainly stands for several; then names of a known form."""
        folded = index.local(names.fold(name), self.place)
        likely = _levels(level, names.level_named(folded))
        whole = self._index.whole
        for at in dict.fromkeys([*likely, *Level]):
            if ids := whole.get((at, names.fold(name)), ()) or whole.get((at, folded), ()):
                return self._sure(ids)
        if group := groups.plural(name, level or Level.CITY):
            return Match((group,), Certainty.SURE)
        for at in likely:
            if ids := self._by_stem(at, folded):
                return self._sure(ids)
            if ids := self._index.matching(at, names.fold(name)):
                return self._formed(ids, name)
        return self._of_county(folded, name)

    def _of_county(self, folded: str, name: str) -> Match | None:
        """A county's unit of a known line of work is nobody of ours, but no stranger either."""
        if names.level_named(folded) is not Level.COUNTY:
            return None
        units = self._units(self._by_stem(Level.CITY, folded.replace("分局", "局")))
        county = [
            replace(u, id="", name=name, short_name="", level=Level.COUNTY) for u in units[:1]
        ]
        return Match(tuple(county), Certainty.SURE) if county else None

    def _by_stem(self, level: Level, folded: str) -> Ids:
        stems = self._index.stems
        return stems.get((level, folded), ()) or stems.get((level, names.stem(folded)), ())

    def _by_likeness(self, name: str, level: Level | None) -> Match | None:
        """What a name most probably means; the clerk is told that it was taken so."""
        folded = index.local(names.fold(name), self.place)
        elsewhere = names.without_place(folded)
        if elsewhere and (match := self._by_name(elsewhere, level)):
            return replace(match, certainty=Certainty.PROPOSED, reason="名称中带有其他地名,请核对")
        for at in _levels(level, names.level_named(folded)):
            for line in names.trunks(folded):
                if ids := self._index.trunks.get((at, line), ()):
                    return self._likely(ids, "与目录中的名称不完全相同,请核对")
            if ids := self._index.owning(at, folded):
                return self._likely(ids, "按其上级单位识别,请核对")
        if group := groups.unnamed(name, level or Level.CITY):
            return Match((group,), Certainty.SURE)
        return None

    def _sure(self, ids: Ids) -> Match:
        units = self._units(ids)
        if len(units) == 1:
            return Match(units, Certainty.SURE)
        return Match(units, Certainty.PROPOSED, "这个名称对应多个单位,请选定")

    def _formed(self, ids: Ids, name: str) -> Match:
        """A unit known by the form of its name keeps the name that the document gives it."""
        units = tuple(replace(unit, name=name, short_name="") for unit in self._units(ids)[:1])
        return Match(units, Certainty.SURE)

    def _likely(self, ids: Ids, reason: str) -> Match:
        return Match(self._units(ids)[:1], Certainty.PROPOSED, reason)

    def _units(self, ids: Iterable[str]) -> tuple[Unit, ...]:
        """The units of these ids, those that exist today in front."""
        units = [self.by_id[id_] for id_ in ids]
        return tuple(sorted(units, key=lambda unit: not unit.active(None)))


def _grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return groups


def _levels(given: Level | None, named: Level | None) -> tuple[Level, ...]:
    """The levels that a name may belong to: the one that it says, then the document's; else any."""
    return tuple(dict.fromkeys(level for level in (named, given) if level)) or tuple(Level)
