"""The names under which the units of the city can be typed."""

from shuangda_desktop.gui.widgets.unit_picker import UnitNames
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory


def unit_names(directory: Directory) -> UnitNames:
    """The city's own units first in their order of protocol, then those of its counties."""
    local = [u for u in directory.units if u.level in (Level.CITY, Level.COUNTY)]
    local.sort(key=lambda unit: (unit.level is not Level.CITY, unit.order))
    by_id = {unit.id: unit.label for unit in local}
    others = {
        alias.name: by_id[alias.unit_id] for alias in directory.aliases if alias.unit_id in by_id
    }
    others |= {name: unit.label for unit in local for name in (unit.name, unit.short_name) if name}
    return UnitNames(tuple(dict.fromkeys(by_id.values())), others)
