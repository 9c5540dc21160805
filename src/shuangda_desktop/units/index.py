"""A prepared index of the names of units, so that looking one up costs no search."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Alias, Unit
from shuangda_desktop.units.names import fold, stem, trunks
from shuangda_desktop.units.place import Place, bare

Key = tuple[Level, str]
Ids = tuple[str, ...]
_LEAST = 3  # characters of a name that may own a longer one
_ANY = "*"  # in another name: some place's name stands here


@dataclass(frozen=True, slots=True)
class Index:
    """Ids of units by level and name: whole, without the level in front, by line of work, by form."""

    whole: Mapping[Key, Ids]
    stems: Mapping[Key, Ids]
    trunks: Mapping[Key, Ids]
    forms: tuple[tuple[Level, re.Pattern[str], str], ...]

    def matching(self, level: Level, folded: str) -> Ids:
        """The units of a level that have a name of this form, such as *海关."""
        found = (id_ for at, form, id_ in self.forms if at is level and form.fullmatch(folded))
        return tuple(dict.fromkeys(found))

    def owning(self, level: Level, folded: str) -> Ids:
        """The unit whose name a longer name begins with: its division or squad."""
        ends = range(len(folded) - 1, _LEAST - 1, -1)
        return next((ids for end in ends if (ids := self.whole.get((level, folded[:end]), ()))), ())


def build(units: Iterable[Unit], aliases: Iterable[Alias], place: Place) -> Index:
    """The index of a directory."""
    levels = {unit.id: unit.level for unit in units}
    names = [(name, unit.id) for unit in units for name in (unit.name, unit.short_name) if name]
    names += [(alias.name, alias.unit_id) for alias in aliases if alias.unit_id in levels]
    plain = [(fold(name), id_) for name, id_ in names if _ANY not in name]
    whole, stems, lines = _Sheaf(), _Sheaf(), _Sheaf()
    for folded, id_ in plain:
        level = levels[id_]
        for way in {folded, local(folded, place)}:
            whole[level, way].append(id_)
            stems[level, stem(way)].append(id_)
            for line in trunks(way):
                lines[level, line].append(id_)
    forms = tuple((levels[id_], _form(name), id_) for name, id_ in names if _ANY in name)
    return Index(_closed(whole), _closed(stems), _closed(lines), forms)


def local(folded: str, place: Place) -> str:
    """The name with the place's own name in front reduced to its kind: 示例市公安局 -> 市公安局."""
    for name, kind in ((place.province, place.province_kind), (place.city, place.city_kind)):
        if name and folded.startswith(name) and folded != name:
            return kind + folded.removeprefix(name)
    for name in (bare(place.province), bare(place.city)):
        if name and folded.startswith(name) and len(folded) > len(name) + 2:
            return folded.removeprefix(name)
    return folded


class _Sheaf(defaultdict[Key, list[str]]):
    def __init__(self) -> None:
        super().__init__(list)


def _closed(sheaf: _Sheaf) -> Mapping[Key, Ids]:
    return {key: tuple(dict.fromkeys(ids)) for key, ids in sheaf.items() if key[1]}


def _form(name: str) -> re.Pattern[str]:
    return re.compile(f"[{HAN}]{{1,9}}".join(re.escape(fold(part)) for part in name.split(_ANY)))
