"""The directory of units: names, reforms and counterparts."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from shuangda_desktop.store import settings
from shuangda_desktop.store.columns import Columns, columns_of, to_date
from shuangda_desktop.store.database import Store
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Counterpart, Succession, Unit, UnitKind
from shuangda_desktop.units.place import Place

Part = TypeVar("Part", Alias, Succession, Counterpart)


def save_directory(store: Store, directory: Directory) -> None:
    """Put a whole directory in the place of the one that is there."""
    for table in ("group_member", "unit", "alias", "succession", "counterpart"):
        store.execute(f"DELETE FROM {table}")
    units = list(directory.units)
    ids = store.insert("unit", [_unit_columns(unit) for unit in units])
    for id_, unit in zip(ids, units, strict=True):
        if unit.members:
            _insert_members(store, id_, unit)
    store.insert("alias", [_alias_columns(alias) for alias in directory.aliases])
    store.insert("succession", [columns_of(reform) for reform in directory.successions])
    store.insert("counterpart", [columns_of(pair) for pair in directory.counterparts])
    settings.put(store, "province", directory.place.province)
    settings.put(store, "city", directory.place.city)


def change_directory(store: Store, wanted: Directory) -> None:
    """Make the directory what is wanted; what stays as it is is not written."""
    known = load_directory(store)
    for unit in known.units:
        if unit.id not in wanted.by_id:
            delete_unit(store, unit.id)
    for unit in wanted.units:
        if known.by_id.get(unit.id) != unit:
            save_unit(store, unit)
    _change_rows(store, "alias", known.aliases, wanted.aliases, _alias_columns)
    _change_rows(store, "succession", known.successions, wanted.successions, columns_of)
    _change_rows(store, "counterpart", known.counterparts, wanted.counterparts, columns_of)


def _change_rows(
    store: Store,
    table: str,
    known: Sequence[Part],
    wanted: Sequence[Part],
    columns: Callable[[Part], Columns],
) -> None:
    """Delete the rows that are not wanted, add those that are missing."""
    there, stay = frozenset(known), frozenset(wanted)
    for part in known:
        if part not in stay:
            _delete(store, table, columns(part))
    store.insert(table, [columns(part) for part in wanted if part not in there])


def _delete(store: Store, table: str, row: Columns) -> None:
    equal = " AND ".join(f"{name} IS ?" for name in row)
    store.execute(f"DELETE FROM {table} WHERE {equal}", [*row.values()])


def load_directory(store: Store) -> Directory:
    """The directory as it is now."""
    return Directory(
        units=load_units(store),
        aliases=tuple(Alias(*row) for row in store.rows(_ALIASES)),
        successions=tuple(_to_succession(*row) for row in store.rows(_SUCCESSIONS)),
        counterparts=tuple(_to_counterpart(*row) for row in store.rows(_COUNTERPARTS)),
        place=Place(settings.get(store, "province"), settings.get(store, "city")),
    )


def load_units(store: Store) -> tuple[Unit, ...]:
    """All units in the order of protocol."""
    members: defaultdict[int, list[str]] = defaultdict(list)
    for unit_id, member in store.rows(_MEMBERS):
        members[unit_id].append(member)
    return tuple(_to_unit(tuple(members[id_]), *row) for id_, *row in store.rows(_UNITS))


def save_unit(store: Store, unit: Unit) -> None:
    """Add a unit, or change the one with its id."""
    row = _unit_columns(unit)
    known = store.rows("SELECT id FROM unit WHERE code = ?", [unit.id])
    if known:
        id_ = int(known[0][0])
        names = ", ".join(f"{name} = ?" for name in row)
        store.execute(f"UPDATE unit SET {names} WHERE id = ?", [*row.values(), id_])
        store.execute("DELETE FROM group_member WHERE unit_id = ?", [id_])
    else:
        id_ = store.insert("unit", [row])[0]
    _insert_members(store, id_, unit)


def delete_unit(store: Store, unit_id: str) -> None:
    """Take a unit out, with its other names; tasks keep the name they were given."""
    store.execute("DELETE FROM group_member WHERE member = ?", [unit_id])
    store.execute("DELETE FROM alias WHERE unit_code = ?", [unit_id])
    store.execute("DELETE FROM unit WHERE code = ?", [unit_id])


def save_alias(store: Store, alias: Alias) -> None:
    """Add another name of a unit; a name that the unit has already changes nothing."""
    row = _alias_columns(alias)
    if not store.rows("SELECT 1 FROM alias WHERE name = ? AND unit_code = ?", [*row.values()]):
        store.insert("alias", [row])


def delete_alias(store: Store, alias: Alias) -> None:
    """Take another name of a unit out."""
    store.execute(
        "DELETE FROM alias WHERE name = ? AND unit_code = ?", [*_alias_columns(alias).values()]
    )


def save_counterparts(
    store: Store, higher: str, condition: str, pairs: Sequence[Counterpart]
) -> None:
    """Let these say, and nobody else, who does a higher unit's work under a condition."""
    store.execute("DELETE FROM counterpart WHERE higher = ? AND condition = ?", [higher, condition])
    store.insert("counterpart", [columns_of(pair) for pair in pairs])


def save_succession(store: Store, reform: Succession) -> None:
    """Add a reform."""
    store.insert("succession", [columns_of(reform)])


def delete_succession(store: Store, reform: Succession) -> None:
    """Take a reform out."""
    _delete(store, "succession", columns_of(reform))


_UNITS = """
    SELECT id, code, name, level, kind, short_name, domain, protocol_order, active_from, active_until,
        contact, phone, note
    FROM unit ORDER BY protocol_order, id
"""
_MEMBERS = "SELECT unit_id, member FROM group_member ORDER BY unit_id, position"
_ALIASES = "SELECT name, unit_code FROM alias ORDER BY id"
_SUCCESSIONS = "SELECT predecessor, successor, effective_on, note FROM succession ORDER BY id"
_COUNTERPARTS = "SELECT higher, lower, condition, note, decided_on FROM counterpart ORDER BY id"


def _unit_columns(unit: Unit) -> Columns:
    row = columns_of(unit, "id", "order", "members")
    return {"code": unit.id, "protocol_order": unit.order, **row}


def _alias_columns(alias: Alias) -> Columns:
    return {"name": alias.name, "unit_code": alias.unit_id}


def _insert_members(store: Store, id_: int, unit: Unit) -> None:
    rows: list[Columns] = [
        {"unit_id": id_, "position": position, "member": member}
        for position, member in enumerate(unit.members)
    ]
    store.insert("group_member", rows)


def _to_unit(
    members: tuple[str, ...],
    code: str,
    name: str,
    level: str,
    kind: str,
    short_name: str,
    domain: str,
    order: int,
    active_from: str | None,
    active_until: str | None,
    contact: str,
    phone: str,
    note: str,
) -> Unit:
    return Unit(
        code,
        name,
        Level(level),
        UnitKind(kind),
        short_name,
        domain,
        order,
        to_date(active_from),
        to_date(active_until),
        members,
        contact,
        phone,
        note,
    )


def _to_succession(predecessor: str, successor: str, effective_on: str, note: str) -> Succession:
    return Succession(predecessor, successor, date.fromisoformat(effective_on), note)


def _to_counterpart(
    higher: str, lower: str, condition: str, note: str, decided_on: str | None
) -> Counterpart:
    return Counterpart(higher, lower, condition, note, to_date(decided_on))
