"""From a name as documents write it to the units that have it, before any reform."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from shuangda_desktop.text.level import Level
from shuangda_desktop.units import groups, names
from shuangda_desktop.units.index import Ids, Index, local
from shuangda_desktop.units.model import Certainty, Unit
from shuangda_desktop.units.place import Place

_OTHER_PLACE = "名称中带有其他地名\uff0c请核对"
_SIMILAR = "与目录中的名称不完全相同\uff0c请核对"
_PART = "按其所属单位识别\uff0c请核对"
_SEVERAL = "这个名称对应多个单位\uff0c请选定"
_NEAREST, _LIKENESS = 3, 0.6  # how many names to offer, and how like they must be


@dataclass(frozen=True, slots=True)
class Match:
    """Units that a name may mean, and in which way it was understood (Chinese, "" = as it is)."""

    units: tuple[Unit, ...]
    certainty: Certainty
    reason: str = ""


class Lookup:
    """Finds units by name, and remembers: a plan names the same thirty units two hundred times."""

    def __init__(self, index: Index, units: Mapping[str, Unit], place: Place) -> None:
        self._index = index
        self._by_id = units
        self._place = place
        self._found: dict[tuple[str, Level | None], Match | None] = {}

    def find(self, name: str, level: Level | None) -> Match | None:
        """What a name in a document of this level means, None where it is unknown."""
        key = (name, level)
        if key not in self._found:
            self._found[key] = self._read(name, level)
        return self._found[key]

    def near(self, name: str, level: Level | None) -> tuple[str, ...]:
        """The units whose names come closest to an unknown one, at most three."""
        key = names.fold(name)
        levels = _levels(level, names.level_named(key))
        known = [way for at, way in self._index.whole if at in levels]
        close = get_close_matches(key, known, _NEAREST, _LIKENESS)
        units = (self._by_id[id_] for way in close for id_ in self._whole(levels, way, way))
        return tuple(dict.fromkeys(unit.label for unit in units if unit.active(None)))

    def _read(self, name: str, level: Level | None) -> Match | None:
        ways = names.readings(name)
        certain = (match for way in ways if (match := self._by_name(way, level)))
        likely = (match for way in ways if (match := self._by_likeness(way, level)))
        return next(certain, None) or next(likely, None)

    def _by_name(self, name: str, level: Level | None) -> Match | None:
        """Exact names first; then what certainly stands for several; then names of a known form."""
        folded = local(names.fold(name), self._place)
        likely = _levels(level, names.level_named(folded))
        if ids := self._whole(likely, name, folded):
            return self._sure(ids)
        if group := groups.plural(name, level or Level.CITY):
            return Match((self._members(group),), Certainty.SURE)
        for at in likely:
            if ids := self._by_stem(at, folded):
                return self._sure(ids)
            if ids := self._index.matching(at, names.fold(name)):
                return self._formed(ids, name)
        if ids := self._whole(Level, name, folded):
            return self._sure(ids)
        return self._of_county(folded, name)

    def _members(self, group: Unit) -> Unit:
        """The group of all members, where it is one the directory knows, under the source's name."""
        known = self._by_id.get(f"{group.level.value}.members")
        if known is None or not groups.every_member(group.name):
            return group
        return replace(known, name=group.name, short_name="")

    def _whole(self, levels: Iterable[Level], name: str, folded: str) -> Ids:
        keys = ((level, way) for level in levels for way in (names.fold(name), folded))
        return next((ids for key in keys if (ids := self._index.whole.get(key, ()))), ())

    def _of_county(self, folded: str, name: str) -> Match | None:
        """A county's unit of a known line of work is nobody of ours, but no stranger either."""
        ids = self._by_stem(Level.CITY, names.of_county(folded).replace("分局", "局"))
        units = tuple(
            replace(unit, id="", name=name, short_name="", level=Level.COUNTY)
            for unit in self._units(ids)[:1]
        )
        return Match(units, Certainty.SURE) if units else None

    def _by_stem(self, level: Level, folded: str) -> Ids:
        stems = self._index.stems
        return stems.get((level, folded), ()) or stems.get((level, names.stem(folded)), ())

    def _by_likeness(self, name: str, level: Level | None) -> Match | None:
        """What a name most probably means; the clerk is told that it was taken so."""
        folded = local(names.fold(name), self._place)
        elsewhere = names.without_place(folded)
        if elsewhere and (match := self._by_name(elsewhere, level)):
            return replace(match, certainty=Certainty.PROPOSED, reason=_OTHER_PLACE)
        for at in _levels(level, names.level_named(folded)):
            for line in names.trunks(folded):
                if ids := self._index.trunks.get((at, line), ()):
                    return self._likely(ids, _SIMILAR)
            if ids := self._index.owning(at, folded):
                return self._likely(ids, _PART)
        if group := groups.unnamed(name, level or Level.CITY):
            return Match((group,), Certainty.SURE)
        return None

    def _sure(self, ids: Ids) -> Match:
        units = self._units(ids)
        if len(units) == 1:
            return Match(units, Certainty.SURE)
        return Match(units, Certainty.PROPOSED, _SEVERAL)

    def _formed(self, ids: Ids, name: str) -> Match:
        """A unit known by the form of its name keeps the name that the document gives it."""
        units = tuple(replace(unit, name=name, short_name="") for unit in self._units(ids)[:1])
        return Match(units, Certainty.SURE)

    def _likely(self, ids: Ids, reason: str) -> Match:
        return Match(self._units(ids)[:1], Certainty.PROPOSED, reason)

    def _units(self, ids: Iterable[str]) -> tuple[Unit, ...]:
        """The units of these ids, those that exist today in front."""
        units = [self._by_id[id_] for id_ in ids]
        return tuple(sorted(units, key=lambda unit: not unit.active(None)))


def _levels(given: Level | None, named: Level | None) -> tuple[Level, ...]:
    """The levels that a name may belong to: the one that it says, then the document's; else any."""
    return tuple(dict.fromkeys(level for level in (named, given) if level)) or tuple(Level)
