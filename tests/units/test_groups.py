"""Names that stand for several units."""

import pytest

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.groups import every_member, lowered, plural, unnamed
from shuangda_desktop.units.model import UnitKind

GOVERNMENT, OFFICE = UnitKind.GOVERNMENT, UnitKind.OFFICE
COLLECTIVE, GENERIC = UnitKind.COLLECTIVE, UnitKind.GENERIC


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("各县(市、区)人民政府", GOVERNMENT),
        ("各县\uff08市、区\uff09政府", GOVERNMENT),
        ("各县〔市、区〕政府", GOVERNMENT),
        ("各市县", GOVERNMENT),
        ("各市州", GOVERNMENT),
        ("各县(区)", GOVERNMENT),
        ("各乡镇", GOVERNMENT),
        ("各镇(街道)", GOVERNMENT),
        ("各地", GOVERNMENT),
        ("有关地方人民政府", GOVERNMENT),
        ("各有关省级人民政府", GOVERNMENT),
        ("各开发区管委会", GOVERNMENT),
        ("各县双打办", OFFICE),
        ("各县\u201c双打\u201d办", OFFICE),
        ("各市打击侵权假冒工作领导小组办公室", OFFICE),
        ("各成员单位", COLLECTIVE),
        ("\u201c双打\u201d办各成员单位", COLLECTIVE),
        ("领导小组相关成员单位", COLLECTIVE),
        ("各行政执法部门", COLLECTIVE),
        ("全市各部门", COLLECTIVE),
        ("有关部门", GENERIC),
        ("各有关单位", GENERIC),
        ("市直有关单位", GENERIC),
        ("相关行业协会", GENERIC),
        ("行业主管部门", GENERIC),
        ("行政执法机关", GENERIC),
        ("司法机关", GENERIC),
        ("责任单位", GENERIC),
    ],
)
def test_a_group_is_kept_whole_with_its_kind(name, kind):
    found = plural(name, Level.CITY)
    assert (found.name, found.kind, found.id) == (name, kind, "")


@pytest.mark.parametrize(
    "name", ["市公安局", "公安机关", "临江海关", "市场监管部门", "开发区管委会"]
)
def test_one_unit_is_no_group(name):
    assert plural(name, Level.CITY) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("东岭县人民政府", GOVERNMENT),
        ("东岭区政府", GOVERNMENT),
        ("高新区管委会", GOVERNMENT),
        ("开发区管委会", GOVERNMENT),
        ("东门街道办事处", GOVERNMENT),
        ("电商平台", GENERIC),
        ("寄递企业", GENERIC),
        ("行业协会", GENERIC),
    ],
)
def test_what_no_unit_is_called_may_still_be_understood(name, kind):
    assert unnamed(name, Level.CITY).kind is kind


def test_a_stranger_is_nobody():
    assert unnamed("张三丰", Level.CITY) is None


@pytest.mark.parametrize(
    ("name", "kind", "moved"),
    [
        ("省有关部门", "市", "市有关部门"),
        ("省直有关单位", "市", "市直有关单位"),
        ("省级有关部门", "州", "州级有关部门"),
        ("国务院有关部门", "市", "市有关部门"),
        ("中央和国家机关有关部门", "市", "市直有关部门"),
        ("有关部门", "市", "有关部门"),
    ],
)
def test_a_group_moves_one_level_down(name, kind, moved):
    assert lowered(name, kind) == moved


@pytest.mark.parametrize(
    ("name", "all_of_them"),
    [
        ("各成员单位", True),
        ("全体成员单位", True),
        ("领导小组成员单位", True),
        ("相关成员单位", False),
        ("各有关成员单位", False),
        ("各部门", False),
    ],
)
def test_only_some_names_mean_every_member(name, all_of_them):
    assert every_member(name) is all_of_them
