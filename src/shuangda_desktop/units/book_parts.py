"""The sheets beside that of the units: groups, reforms, counterparts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.book import Book, UnclearError
from shuangda_desktop.units.book_units import LOCAL, find, parts
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Counterpart, Succession, Unit, UnitKind
from shuangda_desktop.units.sheet_rows import Rows, SheetRow, day_of
from shuangda_desktop.units.words import NOBODY

_GROUPS = (UnitKind.COLLECTIVE, UnitKind.GOVERNMENT, UnitKind.OFFICE)


def read_groups(book: Book, table: Rows, known: Directory) -> None:
    """Take the members of groups; a group may take several rows, and is taken whole or not at all."""
    members: dict[str, list[str]] = {}
    unclear: set[str] = set()
    for row in table.rows:
        group = find(known, book.units, row.text("group"))
        try:
            id_ = _group(group, row.text("group")).id
            found = list(_members(book, known, row.text("members")))
        except UnclearError as fault:
            book.trouble(table.sheet, row.number, str(fault))
            unclear |= {group.id} if group else set()
            continue
        members.setdefault(id_, []).extend(found)
    for id_, ids in members.items():
        if id_ not in unclear:
            _give_members(book, known, id_, tuple(dict.fromkeys(ids)))


def _group(group: Unit | None, name: str) -> Unit:
    if group is None or group.kind not in _GROUPS:
        raise UnclearError(f"单位名录里没有合称“{name}”。请先在“单位名录”表里加上它,类别写合称。")
    return group


def _members(book: Book, known: Directory, text: str) -> Iterator[str]:
    for name in parts(text):
        unit = find(known, book.units, name)
        if unit is None:
            raise UnclearError(f"成员“{name}”不在单位名录里。")
        yield unit.id


def _give_members(book: Book, known: Directory, id_: str, members: tuple[str, ...]) -> None:
    for at, unit in enumerate(book.units):
        if unit.id == id_:
            book.units[at] = replace(unit, members=members)
            return
    book.units.append(replace(known.by_id[id_], members=members))


def read_reforms(book: Book, table: Rows, known: Directory) -> None:
    """Take the reforms of the city's units; where a row is not clear, none that is known goes."""
    found: list[Succession] = []
    before = len(book.troubles)
    for row in table.rows:
        try:
            found.append(_reform(book, known, row))
        except UnclearError as fault:
            book.trouble(table.sheet, row.number, str(fault))
    if len(book.troubles) > before:
        ours = {unit.id for unit in known.units if unit.level in LOCAL}
        found += [reform for reform in known.successions if reform.predecessor in ours]
    book.successions = list(dict.fromkeys(found))


def _reform(book: Book, known: Directory, row: SheetRow) -> Succession:
    old, new = (_ours(book, known, row.text(key)) for key in ("predecessor", "successor"))
    day = day_of(row.text("effective_on"))
    if day is None:
        raise UnclearError(f"生效日期“{row.text('effective_on')}”认不出来,可以写成2019-03-31。")
    if old.id == new.id:
        raise UnclearError(f"“{old.label}”改革前后是同一个单位。")
    return Succession(old.id, new.id, day, row.text("note"))


def _ours(book: Book, known: Directory, name: str) -> Unit:
    unit = find(known, book.units, name)
    if unit is None:
        raise UnclearError(f"“{name}”不在单位名录里。请先在“单位名录”表里加上它。")
    return unit


def read_counterparts(book: Book, table: Rows, known: Directory, today: date) -> None:
    """Take who does the work of units above; what differs from before was decided today."""
    found: list[Counterpart] = []
    for row in table.rows:
        try:
            found += _pairs(book, known, row, today)
        except UnclearError as fault:
            book.trouble(table.sheet, row.number, str(fault))
    book.counterparts = list(dict.fromkeys(found))


def _pairs(book: Book, known: Directory, row: SheetRow, today: date) -> Iterator[Counterpart]:
    above = _above(known, row.text("higher"))
    condition, note = row.text("condition"), row.text("note")
    day = day_of(row.text("decided_on"))
    lowers = [name for name in parts(row.text("lower")) if name != NOBODY]
    for name in lowers or [""]:
        pair = Counterpart(
            above.id, _ours(book, known, name).id if name else "", condition, note, day
        )
        before = known.answers.get(above.id, ())
        yield pair if pair in before else replace(pair, decided_on=day or today)


def _above(known: Directory, name: str) -> Unit:
    higher = (u for u in known.units if u.level not in LOCAL or u.id in known.answers)
    found = [unit for unit in higher if name in (unit.name, unit.short_name)]
    if not found:
        raise UnclearError(f"上级单位“{name}”不认识。")
    return min(found, key=lambda unit: (not unit.active(None), unit.level is Level.NATIONAL))
