"""Groups that expand: members, enforcement departments, governments of the counties."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import localize
from shuangda_desktop.units.model import Unit, UnitKind
from units.invented_city import directory

EAST = Unit("own.1", "东岭县人民政府", Level.COUNTY, UnitKind.GOVERNMENT, order=2)
WEST = Unit("own.2", "西川区人民政府", Level.COUNTY, UnitKind.GOVERNMENT, order=1)
GONE = replace(EAST, id="own.3", name="旧县人民政府", active_until=date(2020, 1, 1))


def grown(*units):
    return replace(directory(), units=(*directory().units, *units))


def names(known, name, level=Level.CITY, on=None):
    (group,) = localize(known, name, on, level).units
    return [unit.name for unit in known.members(group, on)]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("各行政执法部门", Level.CITY),
        ("市级行政执法部门", Level.CITY),
        ("行政执法部门", Level.PROVINCE),
        ("各行政执法部门", Level.PROVINCE),
    ],
)
def test_enforcement_departments_are_a_group_of_the_city(name, level):
    found = names(directory(), name, level)
    assert "临江市公安局" in found
    assert len(found) == 14


def test_governments_of_the_counties_are_those_that_the_directory_lists():
    known = grown(EAST, WEST, GONE)
    for name, level in (("各市州人民政府", Level.PROVINCE), ("各县(市、区)人民政府", Level.CITY)):
        assert names(known, name, level) == ["西川区人民政府", "东岭县人民政府"]
    assert names(known, "各县区", Level.CITY, date(2019, 1, 1)) == [
        "西川区人民政府", "东岭县人民政府", "旧县人民政府",
    ]  # fmt: skip


def test_a_group_that_names_its_counties_means_only_those():
    known = grown(EAST, WEST)
    group = replace(known.by_id["county.governments"], members=("own.1", "own.9"))
    named = replace(known, units=tuple(group if u.id == group.id else u for u in known.units))
    assert names(named, "各县(市、区)人民政府") == ["东岭县人民政府"]
    assert names(named, "各市州人民政府", Level.PROVINCE) == ["东岭县人民政府"]


def test_without_counties_the_group_stays_whole():
    assert names(directory(), "各县(市、区)人民政府") == []


def test_the_governments_of_other_levels_are_nobodys_members():
    known = grown(EAST)
    assert known.members(known.by_id["city.governments"]) == ()
