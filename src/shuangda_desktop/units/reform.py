"""Reforms: which units do the work of a former one on a day."""

from collections.abc import Mapping, Sequence
from datetime import date

from shuangda_desktop.text.chars import PAUSE
from shuangda_desktop.units.model import PathStep, Succession, Unit


def successors(
    successions: Mapping[str, Sequence[Succession]],
    units: Mapping[str, Unit],
    unit: Unit,
    on: date | None,
    about: str = "",
) -> tuple[tuple[Unit, ...], tuple[PathStep, ...]]:
    """The units that do a unit's work on a day (None: at present), and how it came to them."""
    heirs: list[Unit] = []
    path: list[PathStep] = []
    waiting, seen = [unit], {unit.id}
    while waiting:
        former = waiting.pop(0)
        reforms = [r for r in successions.get(former.id, ()) if _done(r, on)]
        chosen = _meant(
            [(units[r.successor], r.note) for r in reforms if r.successor in units], about
        )
        heirs += [] if chosen else [former]
        for heir, note in chosen:
            path.append(PathStep(heir.label, note))
            waiting += [heir] if heir.id not in seen else []
            seen.add(heir.id)
    return tuple(heirs), tuple(path)


def _done(reform: Succession, on: date | None) -> bool:
    return on is None or reform.effective_on <= on


def _meant(heirs: list[tuple[Unit, str]], about: str) -> list[tuple[Unit, str]]:
    """Of several heirs, those whose domain the sentence speaks of; all where it does not tell."""
    named = [pair for pair in heirs if len(heirs) > 1 and speaks_of(about, pair[0].domain)]
    return named or heirs


def speaks_of(about: str, words: str) -> bool:
    """Whether a text holds one of the words parted by enumeration marks."""
    return any(word and word in about for word in words.split(PAUSE))
