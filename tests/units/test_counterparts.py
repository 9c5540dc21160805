"""From a unit that a higher plan names to the city's own units."""

from datetime import date

import pytest

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import localize
from shuangda_desktop.units.model import Certainty
from units.invented_city import directory


def local(name, on=None, level=Level.PROVINCE, about=""):
    return [unit.label for unit in localize(directory(), name, on, level, about).units]


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("省公安厅", ["市公安局"]),
        ("云泽省公安厅", ["市公安局"]),
        ("省工商局", ["市市场监管局"]),
        ("省药监局", ["市市场监管局"]),
        ("省高院", ["市中级法院"]),
        ("省“双打”办", ["市打击侵权假冒工作领导小组办公室"]),
        ("省国税局", ["市税务局"]),
        ("云州海关", ["临江海关"]),
        ("人行云州中心支行", ["人民银行临江市分行"]),
        ("各市州人民政府", ["各县\uff08市、区\uff09人民政府"]),
        ("省有关部门", ["市有关部门"]),
    ],
)
def test_a_unit_of_the_province_is_answered_by_one_of_the_city(name, units):
    assert local(name) == units


def test_before_the_reform_the_city_still_has_the_old_bureau():
    assert local("省工商局", date(2017, 5, 1)) == ["市工商局"]


def test_a_unit_that_ends_at_the_province_gives_nobody_and_says_who_may_help():
    found = localize(directory(), "省通信管理局", None, Level.PROVINCE)
    assert (found.units, found.certainty) == ((), Certainty.PROPOSED)
    assert "市委网信办" in found.note
