"""From a unit that a higher plan names to the city's own units."""

from dataclasses import dataclass, replace
from datetime import date

from shuangda_desktop.text.level import Level
from shuangda_desktop.units import groups
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import (
    Certainty,
    Counterpart,
    PathStep,
    Resolution,
    Unit,
    UnitKind,
)
from shuangda_desktop.units.reform import speaks_of, successors

_LOCAL = (Level.CITY, Level.COUNTY)
_GROUPS = {UnitKind.GOVERNMENT: "county.governments", UnitKind.OFFICE: "county.offices"}
_ANSWERS = "对口单位"
_NONE = "本市没有对口单位"
_ASK = "请核对"  # a note that says so leaves the choice to the clerk


@dataclass(frozen=True, slots=True)
class _Lowered:
    units: tuple[Unit, ...]
    path: tuple[PathStep, ...] = ()
    certainty: Certainty = Certainty.SURE
    note: str = ""


def localize(
    directory: Directory, name: str, on: date | None, source_level: Level | None, about: str = ""
) -> Resolution:
    """The city's units for a name of a higher plan: resolved, reformed, one level down.

    For a plan of the city itself the units stay as they are. A unit without a counterpart gives no
    units and a note that says who may do the work instead.
    """
    found = directory.resolve(name, on, source_level, about)
    if source_level in _LOCAL:
        return found
    lowered = [_lower(directory, unit, on, about) for unit in found.units]
    sure = all(part.certainty is Certainty.SURE for part in lowered)
    return replace(
        found,
        units=_distinct(lowered),
        path=(*found.path, *dict.fromkeys(step for part in lowered for step in part.path)),
        certainty=found.certainty if sure else Certainty.PROPOSED,
        note="".join(dict.fromkeys(part.note for part in lowered)) or found.note,
    )


def _distinct(parts: list[_Lowered]) -> tuple[Unit, ...]:
    return tuple({(u.id or u.name): u for part in parts for u in part.units}.values())


def _lower(directory: Directory, unit: Unit, on: date | None, about: str) -> _Lowered:
    if not unit.id:
        return _lower_group(directory, unit)
    rows = _rows(directory, unit, about)
    if not rows:
        return _Lowered((unit,)) if unit.level in _LOCAL else _none(_NONE)
    parts = [_answer(directory, row, on, about) for row in rows]
    return parts[0] if len(parts) == 1 else _joined(parts)


def _lower_group(directory: Directory, unit: Unit) -> _Lowered:
    """Local governments become those of the counties; other groups keep their words."""
    if below := directory.by_id.get(_GROUPS.get(unit.kind, "")):
        step = () if below.label == unit.name else (PathStep(below.label, "逐级对应到下一级"),)
        return _Lowered((below,), step)
    name = groups.lowered(unit.name, directory.place.city_kind)
    moved = replace(unit, name=name, level=Level.CITY)
    return _Lowered((moved,), (PathStep(name, "措辞下移一级"),) if name != unit.name else ())


def _rows(directory: Directory, unit: Unit, about: str) -> list[Counterpart]:
    """The counterparts whose condition the sentence meets; else those without a condition."""
    rows = directory.answers.get(unit.id, [])
    met = [row for row in rows if row.condition and speaks_of(about, row.condition)]
    return met or [row for row in rows if not row.condition]


def _answer(directory: Directory, row: Counterpart, on: date | None, about: str) -> _Lowered:
    lower = directory.by_id.get(row.lower)
    if lower is None:
        return _none(row.note or _NONE)
    heirs, path = successors(directory.reforms, directory.by_id, lower, on, about)
    step = PathStep(lower.label, f"{_ANSWERS}\uff0c{row.note}" if row.note else _ANSWERS)
    sure = len(heirs) == 1 and _ASK not in row.note
    certainty = Certainty.SURE if sure else Certainty.PROPOSED
    return _Lowered(heirs, (step, *path), certainty, row.note)


def _none(note: str) -> _Lowered:
    return _Lowered((), (PathStep("无", note),), Certainty.PROPOSED, note)


def _joined(parts: list[_Lowered]) -> _Lowered:
    steps = tuple(step for part in parts for step in part.path)
    note = "".join(dict.fromkeys(part.note for part in parts))
    return _Lowered(_distinct(parts), steps, Certainty.PROPOSED, note)


def describe(path: tuple[PathStep, ...]) -> str:
    """A path in one line: 省工商局 → 省市场监管局（2018年机构改革…） → 市市场监管局（对口单位）."""
    return " \u2192 ".join(_step(step, first=at == 0) for at, step in enumerate(path))


def _step(step: PathStep, *, first: bool) -> str:
    return step.name if first or not step.reason else f"{step.name}\uff08{step.reason}\uff09"
