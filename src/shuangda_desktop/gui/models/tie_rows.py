"""Rows of the units' ties: who does the work of a unit above, and which reforms there were."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.services.city.reforms import local_reforms
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Counterpart, Succession
from shuangda_desktop.units.words import NOBODY

PAUSE = "\u3001"


@dataclass(frozen=True, slots=True)
class PairRow:
    """A unit above, under a condition, with the units of the city that do its work."""

    higher: str
    name: str
    condition: str
    lowers: tuple[str, ...]  # ids
    names: tuple[str, ...]
    note: str
    is_open: bool
    decided_on: date | None

    @property
    def state(self) -> str:
        """How sure it is, in words."""
        if self.decided_on:
            return f"{self.decided_on}确定"
        return "请核对" if self.is_open else "按程序拟定"


@dataclass(frozen=True, slots=True)
class ReformRow:
    """A reform by the names of its units."""

    reform: Succession
    old: str
    new: str


def pair_rows(known: Directory) -> tuple[PairRow, ...]:
    """The units above with their counterparts: what waits for the clerk first, then by protocol."""
    rows = [
        row for unit in known.units if unit.level not in _LOCAL for row in _pairs(known, unit.id)
    ]
    return tuple(sorted(rows, key=lambda row: not row.is_open))


def _pairs(known: Directory, higher: str) -> Iterator[PairRow]:
    pairs = known.answers.get(higher, [])
    for condition in dict.fromkeys(pair.condition for pair in pairs):
        own = [pair for pair in pairs if pair.condition == condition]
        below = [known.by_id[pair.lower] for pair in own if pair.lower in known.by_id]
        yield PairRow(
            higher,
            known.by_id[higher].label,
            condition,
            tuple(unit.id for unit in below),
            tuple(unit.label for unit in below),
            "\uff1b".join(dict.fromkeys(_note(pair) for pair in own if pair.note)),
            any(pair.is_open for pair in own) or (not below and own[0].decided_on is None),
            own[0].decided_on,
        )


def _note(pair: Counterpart) -> str:
    """What the tables say of a counterpart; the clerk who decided need not check it any more."""
    return pair.note.removesuffix("\uff0c请核对") if pair.decided_on else pair.note


def pair_columns() -> tuple[Column[PairRow], ...]:
    """Who, when, by whom, how sure."""
    return (
        Column("name", "上级单位", lambda r: r.name, lambda r: r.name, 9),
        Column("condition", "情形", lambda r: r.condition, lambda r: r.condition, 6),
        Column("lower", "本市单位", _lower, lambda r: PAUSE.join(r.names), 10),
        Column("state", "状态", lambda r: r.state, lambda r: r.state, 7),
        Column("note", "说明", lambda r: r.note, lambda r: r.note, 16),
    )


def reform_rows(known: Directory) -> tuple[ReformRow, ...]:
    """The reforms of the city's units, the latest first."""
    return tuple(
        ReformRow(r, known.by_id[r.predecessor].label, known.by_id[r.successor].label)
        for r in local_reforms(known)
    )


def reform_columns() -> tuple[Column[ReformRow], ...]:
    """From whom to whom, since when and why."""
    return (
        Column("day", "生效日期", _day, lambda r: r.reform.effective_on, 6),
        Column("old", "原单位", lambda r: r.old, lambda r: r.old, 8),
        Column("new", "现单位", lambda r: r.new, lambda r: r.new, 8),
        Column("note", "说明", lambda r: r.reform.note, lambda r: r.reform.note, 10),
    )


_LOCAL = (Level.CITY, Level.COUNTY)


def _lower(row: PairRow) -> str:
    return PAUSE.join(row.names) or NOBODY


def _day(row: ReformRow) -> str:
    return row.reform.effective_on.isoformat()
