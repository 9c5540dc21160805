"""The names under which units can be typed: the city's own, or those of a plan's level."""

from collections.abc import Sequence

from shuangda_desktop.gui.widgets.unit_picker import UnitNames
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory

LOCAL = (Level.CITY, Level.COUNTY)


def unit_names(directory: Directory) -> UnitNames:
    """The city's own units first in their order of protocol, then those of its counties."""
    return _of_levels(directory, LOCAL)


def every_name(directory: Directory) -> UnitNames:
    """Those of every level."""
    return _of_levels(directory, list(Level))


def source_names(plan: Plan, directory: Directory) -> UnitNames:
    """Those that the plan itself names, then all of its level.

    A county may be a city of its rank, whose own units stand in the directory as a city's.
    """
    own = (Level.COUNTY, Level.CITY) if plan.level is Level.COUNTY else (plan.level,)
    known = _of_levels(directory, [level for level in own if level] or list(Level))
    named = (duty.unit for measure in plan.measures for duty in measure.duties)
    return UnitNames(tuple(dict.fromkeys([*named, *known.names])), known.others)


def _of_levels(directory: Directory, levels: Sequence[Level]) -> UnitNames:
    local = [unit for unit in directory.units if unit.level in levels]
    local.sort(key=lambda unit: (levels.index(unit.level), unit.order))
    by_id = {unit.id: unit.label for unit in local}
    others = {
        alias.name: by_id[alias.unit_id]
        for alias in directory.aliases
        if alias.unit_id in by_id and not alias.is_form
    }
    others |= {name: unit.label for unit in local for name in (unit.name, unit.short_name) if name}
    return UnitNames(tuple(dict.fromkeys(by_id.values())), others)
