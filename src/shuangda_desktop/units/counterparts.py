"""From a unit that a higher plan names to the city's own units."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from shuangda_desktop.text.level import Level
from shuangda_desktop.units import groups
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import (
    Certainty,
    Counterpart,
    PathStep,
    Resolution,
    Route,
    Unit,
    UnitKind,
)
from shuangda_desktop.units.reform import speaks_of, successors
from shuangda_desktop.units.routes import gather

_LOCAL = (Level.CITY, Level.COUNTY)
_GROUPS = {UnitKind.GOVERNMENT: "county.governments", UnitKind.OFFICE: "county.offices"}
_ANSWERS = "对口单位"
_NONE = "本市没有对口单位"
_SETTLED = "本市已确定"


def localize(
    directory: Directory, name: str, on: date | None, source_level: Level | None, about: str = ""
) -> Resolution:
    """The city's units for a name of a higher plan: resolved, reformed, one level down.

    For a plan of the city itself the units stay as they are. A unit without a counterpart gives no
    units and a note that says who may do the work instead.
    """
    found = directory.resolve(name, on, source_level, about)
    if source_level in _LOCAL or not found.routes:
        return found
    known = [(route, route.unit) for route in found.routes if route.unit]
    ways = (way for route, unit in known for way in _lower(directory, route, unit, on, about))
    return gather(name, list(ways))


def _lower(
    directory: Directory, route: Route, unit: Unit, on: date | None, about: str
) -> Iterator[Route]:
    if not unit.id:
        yield _lower_group(directory, route, unit)
    elif rows := answering(directory, unit, about):
        for row in rows:
            yield from _answers(directory, route, row, on, about)
    else:
        yield route if unit.level in _LOCAL else _nobody(route, Counterpart(unit.id, ""))


def _lower_group(directory: Directory, route: Route, unit: Unit) -> Route:
    """Local governments become those of the counties; other groups keep their words."""
    below = directory.by_id.get(_GROUPS.get(unit.kind, ""))
    if below is None:
        name = groups.lowered(unit.name, directory.place.city_kind)
        below = replace(unit, name=name, level=Level.CITY)
    step = (PathStep(below.label, "逐级对应"),) if below.label != unit.label else ()
    return replace(route, unit=below, steps=(*route.steps, *step))


def answering(directory: Directory, unit: Unit, about: str) -> list[Counterpart]:
    """The counterparts whose condition the sentence meets; else those without a condition."""
    rows = directory.answers.get(unit.id, [])
    met = [row for row in rows if row.condition and speaks_of(about, row.condition)]
    return met or [row for row in rows if not row.condition]


def _answers(
    directory: Directory, route: Route, row: Counterpart, on: date | None, about: str
) -> Iterator[Route]:
    lower = directory.by_id.get(row.lower)
    if lower is None:
        yield _nobody(route, row)
        return
    words = (_ANSWERS, _SETTLED if row.decided_on else row.note)
    step = PathStep(lower.label, "\uff0c".join(word for word in words if word))
    certainty = Certainty.PROPOSED if row.is_open else route.certainty
    for heir in successors(directory.reforms, directory.by_id, lower, on, about):
        yield Route(heir.unit, (*route.steps, step, *heir.steps), certainty, row.note)


def _nobody(route: Route, row: Counterpart) -> Route:
    """Nobody of the city does the work; sure only where the clerk said so."""
    note = f"{_SETTLED}\uff0c由上级单位承担" if row.decided_on else row.note or _NONE
    certainty = route.certainty if row.decided_on else Certainty.PROPOSED
    return Route(None, (*route.steps, PathStep("无", note)), certainty, note)
