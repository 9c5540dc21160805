"""The city's directory of units."""

from dataclasses import dataclass
from datetime import datetime

from shuangda_desktop import paths
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import settings, units
from shuangda_desktop.store.database import Store
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory, Place
from shuangda_desktop.units.model import Alias, Unit
from shuangda_desktop.units.seed import Tables, read_tables, seed

LOCAL = {Level.CITY, Level.COUNTY}
NOWHERE = Place(
    "\u3013", "\u3013"
)  # stands for the names of a province and a city that nobody said yet


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the list, with its other names as far as they can be shown."""

    unit: Unit
    aliases: tuple[str, ...]


def set_up_city(store: Store, province: str, city: str, now: datetime) -> None:
    """Propose the directory of a city from the bundled tables; the same city again changes nothing."""
    place = Place(province.strip(), city.strip())
    if not place.province or not place.city:
        raise refusal("省和市都要填写,名录没有改动。请写全称,如“示例省”“示例市”。")
    known = (settings.get(store, "province"), settings.get(store, "city"))
    if known == (place.province, place.city):
        return
    proposed = seed(place, bundled_tables())
    with store.step(f"设置本市为{place.city}", now):
        units.save_directory(store, proposed)
        if not settings.get(store, "office_name"):
            settings.put(store, "office_name", f"{place.city}打击侵权假冒工作领导小组办公室")


def usual_directory(store: Store) -> Directory:
    """The city's directory; before the city is named, the bundled units that are called alike everywhere."""
    known = units.load_directory(store)
    if known.units:
        return known
    proposed = seed(NOWHERE, bundled_tables())
    return Directory(
        tuple(unit for unit in proposed.units if NOWHERE.city not in unit.label), proposed.aliases
    )


def bundled_tables() -> Tables:
    """The tables of units that ship with the program."""
    folder = paths.resources() / "units"
    return read_tables({file.name: file.read_text("utf-8") for file in folder.glob("*.csv")})


def directory_rows(store: Store) -> tuple[UnitRow, ...]:
    """The units of the city's directory in the order of protocol."""
    known = units.load_directory(store)
    names: dict[str, list[str]] = {}
    for alias in known.aliases:
        if not alias.is_form:
            names.setdefault(alias.unit_id, []).append(alias.name)
    ours = sorted(
        (unit for unit in known.units if unit.level in LOCAL), key=lambda unit: unit.order
    )
    return tuple(UnitRow(unit, tuple(names.get(unit.id, ()))) for unit in ours)


def change_unit(store: Store, unit: Unit, now: datetime) -> None:
    """Keep a unit as it is given; its id says which."""
    if unit == _unit(units.load_directory(store), unit.id):
        return
    _check_name(store, unit)
    with store.step(f"修改单位“{unit.name}”", now):
        units.save_unit(store, unit)


def new_unit(store: Store, name: str) -> Unit:
    """A unit of the city at the end of the order, not kept yet; its id is a number that no other has."""
    known = directory_rows(store)
    ids = {row.unit.id for row in known}
    number = next(n for n in range(1, len(ids) + 2) if f"own.{n}" not in ids)
    last = max((row.unit.order for row in known), default=0)
    return Unit(f"own.{number}", name, Level.CITY, order=last + 1)


def add_unit(store: Store, unit: Unit, now: datetime) -> None:
    """Take a new unit into the directory."""
    if any(known.id == unit.id for known in units.load_directory(store).units):
        raise refusal(f"“{unit.name}”已经在名录里,没有添加。")
    _check_name(store, unit)
    with store.step(f"添加单位“{unit.name}”", now):
        units.save_unit(store, unit)


def remove_unit(store: Store, unit_id: str, now: datetime) -> None:
    """Take a unit out of the directory; tasks keep the name they were given."""
    unit = _unit(units.load_directory(store), unit_id)
    with store.step(f"删除单位“{unit.name}”", now):
        units.delete_unit(store, unit_id)


def add_alias(store: Store, name: str, unit_id: str, now: datetime) -> None:
    """Note another name of a unit."""
    known = units.load_directory(store)
    unit, alias = _unit(known, unit_id), Alias(name.strip(), unit_id)
    if not alias.name:
        raise refusal("别名不能空着,没有添加。")
    if alias.is_form:
        raise refusal("别名里不能有“*”,没有添加。请写出完整的名称。")
    owner = _owner(known, alias.name, unit.level)
    if owner is not None:
        raise refusal(f"“{alias.name}”已经是“{owner.name}”的名称,没有添加。")
    with store.step(f"为“{unit.name}”添加别名“{alias.name}”", now):
        units.save_alias(store, alias)


def remove_alias(store: Store, name: str, unit_id: str, now: datetime) -> None:
    """Take another name of a unit out; tasks keep the name they were given."""
    known = units.load_directory(store)
    unit, alias = _unit(known, unit_id), Alias(name, unit_id)
    if alias not in known.aliases:
        raise refusal(f"“{unit.name}”已经没有“{name}”这个别名,没有改动。")
    with store.step(f"删除“{unit.name}”的别名“{name}”", now):
        units.delete_alias(store, alias)


def _unit(known: Directory, unit_id: str) -> Unit:
    unit = known.by_id.get(unit_id)
    if unit is None:
        raise refusal("这个单位已经不在名录里,没有改动。")
    return unit


def _owner(known: Directory, name: str, level: Level) -> Unit | None:
    """The unit of a level that has this name already; another level may use it too."""
    names = [(n, unit.id) for unit in known.units for n in (unit.name, unit.short_name)]
    names += [(alias.name, alias.unit_id) for alias in known.aliases]
    owners = (known.by_id[id_] for n, id_ in names if n == name and id_ in known.by_id)
    return next((unit for unit in owners if unit.level is level), None)


def _check_name(store: Store, unit: Unit) -> None:
    if not unit.name.strip():
        raise refusal("单位的名称不能空着,没有改动。")
    for known in units.load_directory(store).units:
        if known.name == unit.name and known.id != unit.id and known.level is unit.level:
            raise refusal(f"名录里已经有“{unit.name}”,没有改动。请换一个名称。")
