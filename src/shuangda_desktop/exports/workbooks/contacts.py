"""联络员名册: whom to call in each unit of the city."""

from collections.abc import Sequence
from pathlib import Path

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.plain_table import write_plain
from shuangda_desktop.exports.workbooks.workbook import Paper
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit, UnitKind

Numbered = tuple[int, Unit]
GROUPS = {Level.CITY: "市级单位", Level.COUNTY: "县\uff08市、区\uff09"}
NO_ONE = {UnitKind.COLLECTIVE, UnitKind.GENERIC}  # names for several: nobody answers the telephone
EMPTY = "名录里还没有单位"


def write_contacts(
    units: Sequence[Unit],
    path: Path,
    heading: Heading,
    columns: Sequence[Column[Numbered]] | None = None,
    paper: Paper = Paper.A4,
) -> tuple[str, ...]:
    """Write 联络员名册; returns sentences about what could not be written as it was."""
    rows = numbered(units)
    groups = [(name, [r for r in rows if r[1].level is level]) for level, name in GROUPS.items()]
    there = [(name, own) for name, own in groups if own]
    return write_plain(there, path, heading, columns or contact_columns(), paper, EMPTY)


def numbered(units: Sequence[Unit]) -> list[Numbered]:
    """The units that exist and have people, city first, with their places in the list."""
    own = [u for u in units if u.level in GROUPS and u.kind not in NO_ONE and u.active(None)]
    return list(enumerate(sorted(own, key=lambda u: list(GROUPS).index(u.level)), 1))


def contact_columns() -> tuple[Column[Numbered], ...]:
    """The unit and the person."""
    return (
        Column("number", "序号", lambda r: str(r[0]), lambda r: r[0], 3, numeric=True),
        Column("unit", "单位", lambda r: r[1].name, lambda r: r[1].name, 20),
        Column("short", "简称", lambda r: r[1].short_name, lambda r: r[1].short_name, 10),
        Column("contact", "联络员", lambda r: r[1].contact, lambda r: r[1].contact, 7),
        Column("phone", "联系电话", lambda r: r[1].phone, lambda r: r[1].phone, 9),
        Column("note", "备注", lambda r: r[1].note, lambda r: r[1].note, 12),
    )
