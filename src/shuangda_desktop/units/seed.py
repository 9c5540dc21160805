"""The directory of a city, made from the tables by its name."""

from collections.abc import Iterator
from dataclasses import replace

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Counterpart, Unit
from shuangda_desktop.units.place import Place
from shuangda_desktop.units.tables import Tables as Tables
from shuangda_desktop.units.tables import read_tables as read_tables

_HIGHER = (Level.NATIONAL, Level.PROVINCE)


def seed(place: Place, tables: Tables) -> Directory:
    """The units of a city and of the levels above it, under the names they have there."""
    return Directory(
        tuple(_named(unit, place) for unit in tables.units),
        tuple(Alias(place.short(alias.name), alias.unit_id) for alias in tables.aliases),
        tables.successions,
        tables.counterparts + tuple(_namesakes(tables)),
        place,
    )


def _named(unit: Unit, place: Place) -> Unit:
    name, short = place.full(unit.name), place.short(unit.short_name or unit.name)
    note = place.short(unit.note)
    return replace(unit, name=name, short_name="" if short == name else short, note=note)


def _namesakes(tables: Tables) -> Iterator[Counterpart]:
    """Units of the same line of work answer one another where the tables say nothing else."""
    known = {unit.id for unit in tables.units}
    settled = {row.higher for row in tables.counterparts}
    for unit in tables.units:
        lower = "city." + unit.id.partition(".")[2]
        if unit.level in _HIGHER and unit.id not in settled and lower in known:
            yield Counterpart(unit.id, lower)
