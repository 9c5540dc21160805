"""The tables of units that ship with the program, as templates for any city."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from shuangda_desktop.text.chars import PAUSE
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Alias, Counterpart, Succession, Unit, UnitKind

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """Units, other names, reforms and counterparts whose names hold {省} and {市}."""

    units: tuple[Unit, ...]
    aliases: tuple[Alias, ...]
    successions: tuple[Succession, ...]
    counterparts: tuple[Counterpart, ...]


def read_tables(texts: Mapping[str, str]) -> Tables:
    """The tables from the texts of units.csv, aliases.csv, reforms.csv and counterparts.csv."""
    return Tables(
        tuple(_unit(row) for row in _rows(texts, "units")),
        tuple(Alias(row["name"], row["unit_id"]) for row in _rows(texts, "aliases")),
        tuple(_succession(row) for row in _rows(texts, "reforms")),
        tuple(_counterpart(row) for row in _rows(texts, "counterparts")),
    )


def _rows(texts: Mapping[str, str], name: str) -> Iterator[Row]:
    text = texts.get(f"{name}.csv", texts.get(name, ""))
    return iter(csv.DictReader(text.splitlines()))


def _unit(row: Row) -> Unit:
    return Unit(
        row["id"],
        row["name"],
        Level(row["level"]),
        UnitKind(row["kind"]),
        row["short_name"],
        row["domain"],
        int(row["order"]),
        _day(row["active_from"]),
        _day(row["active_until"]),
        tuple(filter(None, row["members"].split(PAUSE))),
        note=row["note"],
    )


def _succession(row: Row) -> Succession:
    day = date.fromisoformat(row["effective_on"])
    return Succession(row["predecessor"], row["successor"], day, row["note"])


def _counterpart(row: Row) -> Counterpart:
    return Counterpart(row["higher"], row["lower"], row["condition"], row["note"])


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
