"""How names are made for a place."""

import pytest

from shuangda_desktop.units.place import Place, bare

PROVINCE = Place("云泽省", "临江市")
REGION = Place("云泽壮族自治区", "临江市")
CAPITAL = Place("云泽市", "临江区")


@pytest.mark.parametrize(
    ("place", "kinds"),
    [
        (PROVINCE, ("省", "市")),
        (REGION, ("自治区", "市")),
        (CAPITAL, ("市", "区")),
        (Place("云泽省", "临江土家族苗族自治州"), ("省", "州")),
        (Place("云泽自治区", "临江盟"), ("自治区", "盟")),
        (Place("云泽自治区", "临江地区"), ("自治区", "地区")),
        (Place("云泽", "临江"), ("省", "市")),
        (Place("", ""), ("省", "市")),
        (Place("云泽省", "临州"), ("省", "市")),
    ],
)
def test_a_place_knows_what_kind_it_is(place, kinds):
    assert (place.province_kind, place.city_kind) == kinds


@pytest.mark.parametrize(
    ("place", "template", "full", "short"),
    [
        (PROVINCE, "{市}公安局", "临江市公安局", "市公安局"),
        (PROVINCE, "{省}公安厅", "云泽省公安厅", "省公安厅"),
        (PROVINCE, "中共{市委}宣传部", "中共临江市委宣传部", "市委宣传部"),
        (PROVINCE, "中共{省委}宣传部", "中共云泽省委宣传部", "省委宣传部"),
        (PROVINCE, "国家税务总局{市}税务局", "国家税务总局临江市税务局", "国家税务总局市税务局"),
        (PROVINCE, "{市名}海关", "临江海关", "临江海关"),
        (PROVINCE, "人民银行{市全}分行", "人民银行临江市分行", "人民银行临江市分行"),
        (PROVINCE, "公安部", "公安部", "公安部"),
        (PROVINCE, "{县}公安局", "{县}公安局", "{县}公安局"),
        (REGION, "{省}公安厅", "云泽壮族自治区公安厅", "自治区公安厅"),
        (REGION, "中共{省委}宣传部", "中共云泽壮族自治区党委宣传部", "自治区党委宣传部"),
        (REGION, "{省名}海关", "云泽海关", "云泽海关"),
        (CAPITAL, "{省}公安局", "云泽市公安局", "市公安局"),
        (CAPITAL, "{市}商务局", "临江区商务局", "区商务局"),
        (CAPITAL, "中共{市委}宣传部", "中共临江区委宣传部", "区委宣传部"),
        (Place("云泽省", "临江苗族自治州"), "{市}商务局", "临江苗族自治州商务局", "州商务局"),
        (Place("云泽省", "临江苗族自治州"), "{市委}宣传部", "临江苗族自治州委宣传部", "州委宣传部"),
        (Place("云泽自治区", "临江地区"), "中共{市委}宣传部", "中共临江地委宣传部", "地委宣传部"),
        (Place("云泽", "临江"), "{市}公安局", "临江市公安局", "市公安局"),
        (Place("云泽", "临江"), "{省}公安厅", "云泽省公安厅", "省公安厅"),
    ],
)
def test_a_template_becomes_a_name(place, template, full, short):
    assert (place.full(template), place.short(template)) == (full, short)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("云泽省", "云泽"),
        ("临江市", "临江"),
        ("临江土家族苗族自治州", "临江"),
        ("云泽维吾尔自治区", "云泽"),
        ("云泽自治区", "云泽"),
        ("临江地区", "临江"),
        ("临江盟", "临江"),
        ("临江新区", "临江"),
        ("临江区", "临江"),
        ("临江", "临江"),
        ("市", "市"),
    ],
)
def test_a_bare_name_has_lost_its_kind(name, left):
    assert bare(name) == left
