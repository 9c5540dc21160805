"""The directory as a workbook that is edited in WPS and read again: units, groups, reforms, counterparts.

Every sheet has the headings that the reader of such workbooks looks for, see units/words.py.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.plain_table import plain_table
from shuangda_desktop.exports.workbooks.workbook import Paper, Table, save_all
from shuangda_desktop.tasks.columns.column import Column, Row, Value
from shuangda_desktop.units.book_units import LOCAL, listed
from shuangda_desktop.units.changes import is_ours
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Counterpart, Succession, Unit
from shuangda_desktop.units.words import (
    COUNTERPART_HEADS,
    COUNTERPARTS,
    GROUP_HEADS,
    GROUPS,
    KIND_WORDS,
    LEVEL_WORDS,
    NOBODY,
    REFORM_HEADS,
    REFORMS,
    UNIT_HEADS,
    UNITS,
    Head,
)

Cell = Callable[[Row], Value]
EMPTY = {UNITS: "还没有单位", GROUPS: "没有合称", REFORMS: "没有沿革", COUNTERPARTS: "没有对口关系"}


def write_directory_book(known: Directory, path: Path, heading: Heading) -> tuple[str, ...]:
    """Write the four sheets; returns sentences about what could not be written as it was."""
    labels = {unit.id: unit.label for unit in known.units}
    ours = sorted((u for u in known.units if u.level in LOCAL), key=lambda u: u.order)
    first = _sheet(UNITS, ours, UNIT_HEADS, _unit_cells(known), heading)
    groups = [unit for unit in ours if unit.members]
    reforms = [reform for reform in known.successions if is_ours(known, reform)]
    tables = (
        first,
        _sheet(GROUPS, groups, GROUP_HEADS, _group_cells(labels), heading, first),
        _sheet(REFORMS, reforms, REFORM_HEADS, _reform_cells(known), heading, first),
        _sheet(COUNTERPARTS, _told(known), COUNTERPART_HEADS, _pair_cells(known), heading, first),
    )
    save_all(tables, path)
    return first.notes.sentences


def _sheet(
    name: str,
    rows: Sequence[Row],
    heads: Sequence[Head],
    cells: Sequence[Cell[Row]],
    heading: Heading,
    beside: Table | None = None,
) -> Table:
    columns = [_column(head, cell) for head, cell in zip(heads, cells, strict=True)]
    own = Heading(name, heading.office, heading.made_on)
    return plain_table([("", rows)], own, columns, Paper.A3, EMPTY[name], beside)


def _column(head: Head, cell: Cell[Row]) -> Column[Row]:
    def text(row: Row) -> str:
        value = cell(row)
        return "" if value is None else str(value)

    return Column(head.key, head.title, text, cell, head.width, numeric=head.key == "order")


def _unit_cells(known: Directory) -> tuple[Cell[Unit], ...]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for alias in known.aliases:
        if not alias.is_form:
            names[alias.unit_id].append(alias.name)
    return (
        lambda u: u.order,
        lambda u: u.name,
        lambda u: u.short_name,
        lambda u: listed(names[u.id]),
        lambda u: LEVEL_WORDS[u.level],
        lambda u: KIND_WORDS[u.kind],
        lambda u: u.domain,
        lambda u: u.active_from,
        lambda u: u.active_until,
        lambda u: u.contact,
        lambda u: u.phone,
        lambda u: u.note,
        lambda u: u.id,
    )


def _group_cells(labels: dict[str, str]) -> tuple[Cell[Unit], ...]:
    return (
        lambda u: u.name,
        lambda u: listed(labels[member] for member in u.members if member in labels),
    )


def _reform_cells(known: Directory) -> tuple[Cell[Succession], ...]:
    return (
        lambda r: known.by_id[r.predecessor].name,
        lambda r: known.by_id[r.successor].name if r.successor in known.by_id else r.successor,
        lambda r: r.effective_on,
        lambda r: r.note,
    )


def _told(known: Directory) -> list[Counterpart]:
    """The counterparts that more is to be said of than that the lines of work are the same."""
    return [
        pair
        for pair in known.counterparts
        if pair.higher in known.by_id and (pair.note or pair.condition or pair.decided_on)
    ]


def _pair_cells(known: Directory) -> tuple[Cell[Counterpart], ...]:
    return (
        lambda p: known.by_id[p.higher].name,
        lambda p: p.condition,
        lambda p: known.by_id[p.lower].name if p.lower in known.by_id else NOBODY,
        lambda p: p.note,
        lambda p: p.decided_on,
    )
