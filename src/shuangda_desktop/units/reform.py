"""Reforms: which units do the work of a former one on a day."""

from collections.abc import Mapping, Sequence
from datetime import date

from shuangda_desktop.text.chars import PAUSE
from shuangda_desktop.units.model import PathStep, Route, Succession, Unit


def successors(
    reforms: Mapping[str, Sequence[Succession]],
    units: Mapping[str, Unit],
    unit: Unit,
    on: date | None,
    about: str = "",
    way: tuple[PathStep, ...] = (),
    before: frozenset[str] = frozenset(),
) -> tuple[Route, ...]:
    """The units that do a unit's work on a day (None: at present), and how it came to each.

    ``way`` and ``before`` are the steps taken and the units met on a longer way to this unit.
    """
    done = [r for r in reforms.get(unit.id, ()) if on is None or r.effective_on <= on]
    heirs = _meant([(units[r.successor], r.note) for r in done if r.successor in units], about)
    if not heirs:
        return (Route(unit, way),)
    met = before | {unit.id}  # a circle of reforms ends where it began
    return tuple(
        route
        for heir, note in heirs
        if heir.id not in met
        for route in successors(
            reforms, units, heir, on, about, (*way, PathStep(heir.label, note)), met
        )
    )


def _meant(heirs: list[tuple[Unit, str]], about: str) -> list[tuple[Unit, str]]:
    """Of several heirs, those whose domain the sentence speaks of; all where it does not tell."""
    named = [pair for pair in heirs if len(heirs) > 1 and speaks_of(about, pair[0].domain)]
    return named or heirs


def speaks_of(about: str, words: str) -> bool:
    """Whether a text holds one of the words parted by enumeration marks."""
    return any(word and word in about for word in words.split(PAUSE))
