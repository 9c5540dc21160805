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
) -> tuple[Route, ...]:
    """The units that do a unit's work on a day (None: at present), and how it came to each."""
    heirs: list[Route] = []
    waiting, seen = [Route(unit, ())], {unit.id}
    while waiting:
        former, steps = waiting[0].unit, waiting.pop(0).steps
        assert former is not None  # only routes with a unit are made here
        done = [r for r in reforms.get(former.id, ()) if on is None or r.effective_on <= on]
        chosen = _meant([(units[r.successor], r.note) for r in done if r.successor in units], about)
        heirs += [] if chosen else [Route(former, steps)]
        new = [(heir, note) for heir, note in chosen if heir.id not in seen]
        waiting += [Route(heir, (*steps, PathStep(heir.label, note))) for heir, note in new]
        seen.update(heir.id for heir, _ in new)
    return tuple(heirs)


def _meant(heirs: list[tuple[Unit, str]], about: str) -> list[tuple[Unit, str]]:
    """Of several heirs, those whose domain the sentence speaks of; all where it does not tell."""
    named = [pair for pair in heirs if len(heirs) > 1 and speaks_of(about, pair[0].domain)]
    return named or heirs


def speaks_of(about: str, words: str) -> bool:
    """Whether a text holds one of the words parted by enumeration marks."""
    return any(word and word in about for word in words.split(PAUSE))
