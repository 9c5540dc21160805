"""From a unit that a higher plan names to the city's own units."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.counterparts import localize
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Certainty, Counterpart, Unit, UnitKind
from shuangda_desktop.units.routes import describe
from units.invented_city import directory

PROVINCE, CITY, NATIONAL, COUNTY = Level.PROVINCE, Level.CITY, Level.NATIONAL, Level.COUNTY
BEFORE, BETWEEN = date(2017, 5, 1), date(2019, 1, 15)


def local(name, on=None, level=PROVINCE, about=""):
    return [unit.label for unit in localize(directory(), name, on, level, about).units]


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("省公安厅", ["市公安局"]),
        ("云泽省公安厅", ["市公安局"]),
        ("省委宣传部", ["市委宣传部"]),
        ("省经信委", ["市工业和信息化局"]),
        ("省工商局", ["市市场监管局"]),
        ("省质监局", ["市市场监管局"]),
        ("省食品药品监管局", ["市市场监管局"]),
        ("省药监局", ["市市场监管局"]),
        ("省广播电视局", ["市文化广电和旅游局"]),
        ("省版权局", ["市委宣传部"]),
        ("省综治办", ["市委政法委"]),
        ("省政府法制办", ["市司法局"]),
        ("省高院", ["市中级法院"]),
        ("省检察院", ["市检察院"]),
        ("省\u201c双打\u201d办", ["市打击侵权假冒工作领导小组办公室"]),
        ("省国税局", ["市税务局"]),
        ("省地税局", ["市税务局"]),
        ("省邮政管理局", ["市邮政管理局"]),
        ("省烟草专卖局", ["市烟草专卖局"]),
        ("云州海关", ["临江海关"]),
        ("云州出入境检验检疫局", ["临江海关"]),
        ("人行云州中心支行", ["人民银行临江市分行"]),
        ("省政府金融办", ["市地方金融管理局"]),
        ("各市州人民政府", ["各县\uff08市、区\uff09人民政府"]),
        ("各市、县、自治县人民政府", ["各县\uff08市、区\uff09人民政府"]),
        ("有关地方政府", ["各县\uff08市、区\uff09人民政府"]),
        ("各市州双打办", ["各县\uff08市、区\uff09双打办"]),
        ("各市打击侵权假冒工作领导小组办公室", ["各县\uff08市、区\uff09双打办"]),
        ("各县(市、区)人民政府", ["各县\uff08市、区\uff09人民政府"]),
        ("省有关部门", ["市有关部门"]),
        ("各成员单位", ["市打击侵权假冒工作领导小组各成员单位"]),
        ("“双打”办各成员单位", ["市打击侵权假冒工作领导小组各成员单位"]),
        ("相关成员单位", ["相关成员单位"]),
        ("市公安局", ["市公安局"]),
    ],
)
def test_a_unit_of_the_province_is_answered_by_the_citys(name, units):
    assert local(name) == units


@pytest.mark.parametrize(
    ("name", "units"),
    [
        ("公安部", ["市公安局"]),
        ("中央宣传部", ["市委宣传部"]),
        ("网信办", ["市委网信办"]),
        ("发展改革委", ["市发展改革委"]),
        ("市场监管总局", ["市市场监管局"]),
        ("药监局", ["市市场监管局"]),
        ("知识产权局", ["市知识产权局"]),
        ("海关总署", ["临江海关"]),
        ("人民银行", ["人民银行临江市分行"]),
        ("税务总局", ["市税务局"]),
        ("高法院", ["市中级法院"]),
        ("国管局", ["市机关事务管理局"]),
        ("新闻出版广电总局", ["市委宣传部", "市文化广电和旅游局"]),
        ("各省(区、市)人民政府", ["各县\uff08市、区\uff09人民政府"]),
        ("全国打击侵权假冒工作领导小组办公室", ["市打击侵权假冒工作领导小组办公室"]),
        ("农业部", ["市农业农村局"]),
    ],
)
def test_a_national_unit_is_answered_by_the_citys(name, units):
    assert local(name, level=NATIONAL) == units


@pytest.mark.parametrize(
    ("name", "on", "units"),
    [
        ("省工商局", BEFORE, ["市工商局"]),
        ("省新闻出版广电局", BEFORE, ["市文广新局"]),
        ("省版权局", BEFORE, ["市文广新局"]),
        ("省林业厅", BEFORE, ["市林业局"]),
        ("云州海关", BEFORE, ["临江海关"]),
        ("人行云州中心支行", BEFORE, ["人民银行临江中心支行"]),
        ("省工商局", BETWEEN, ["市市场监管局"]),
        ("省经信委", BEFORE, ["市工信委"]),
    ],
)
def test_the_day_decides_between_old_and_new_bureaus(name, on, units):
    assert local(name, on) == units


def test_a_plan_of_the_city_keeps_its_units_but_follows_reforms():
    assert local("市公安局", level=CITY) == ["市公安局"]
    assert local("市工商局", BEFORE, CITY) == ["市工商局"]
    assert local("市工商局", None, CITY) == ["市市场监管局"]
    assert local("省公安厅", None, CITY) == ["省公安厅"]
    assert local("县公安局", None, COUNTY) == ["县公安局"]


@pytest.mark.parametrize("name", ["省通信管理局", "云州证监局", "省科学院"])
def test_a_unit_that_ends_above_gives_nobody_and_says_why(name):
    answer = localize(directory(), name, None, PROVINCE)
    assert (answer.units, answer.certainty) == ((), Certainty.PROPOSED)
    assert answer.note
    assert answer.path[-1].name == "无"


def test_for_telecommunications_it_says_who_may_help():
    assert "市委网信办" in localize(directory(), "省通信管理局", None, PROVINCE).note


def test_an_unknown_unit_stays_unknown():
    assert localize(directory(), "甲乙丙", None, PROVINCE).certainty is Certainty.UNKNOWN


def test_what_the_clerk_should_look_at_is_only_proposed():
    assert localize(directory(), "云州海关", None, PROVINCE).certainty is Certainty.PROPOSED
    assert localize(directory(), "省公安厅", None, PROVINCE).certainty is Certainty.SURE


def test_two_ways_to_one_unit_are_one_and_no_doubt():
    answer = localize(directory(), "省食品药品监管局", None, PROVINCE)
    assert ([unit.id for unit in answer.units], answer.certainty) == (["city.samr"], Certainty.SURE)


def test_a_condition_is_met_by_the_sentence():
    plain = localize(directory(), "工业和信息化部", None, NATIONAL, "推进软件正版化")
    named = localize(directory(), "工业和信息化部", None, NATIONAL, "加强网站备案、域名管理")
    assert (plain.certainty, plain.note) == (Certainty.SURE, "")
    assert named.certainty is Certainty.PROPOSED
    assert "省通信管理局" in named.note


def test_the_path_goes_from_the_sources_words_to_the_city():
    answer = localize(directory(), "省工商局", None, PROVINCE)
    assert describe(answer.path) == (
        "省工商局 → 省市场监管局\uff082018年机构改革工商、质监、食药监职责整合\uff09 → 市市场监管局\uff08对口单位\uff09"
    )


def test_each_unit_has_a_way_of_its_own():
    answer = localize(directory(), "新闻出版广电总局", None, NATIONAL)
    ends = [(route.unit.label, route.steps[-1].name) for route in answer.routes]
    assert ends == [("市委宣传部", "市委宣传部"), ("市文化广电和旅游局", "市文化广电和旅游局")]


def test_a_unit_whose_counterpart_the_city_has_deleted_finds_nobody():
    whole = directory()
    smaller = replace(whole, units=tuple(unit for unit in whole.units if unit.id != "city.ccpit"))
    assert localize(smaller, "省贸促会", None, PROVINCE).units == ()


def test_a_unit_above_without_any_counterpart_finds_nobody():
    alone = Directory((Unit("province.x", "省甲厅", PROVINCE),))
    answer = localize(alone, "省甲厅", None, PROVINCE)
    assert (answer.units, answer.note) == ((), "本市没有对口单位")


def test_one_unit_may_be_answered_by_two():
    units = (
        Unit("province.x", "省甲厅", PROVINCE),
        Unit("city.a", "市甲局", CITY),
        Unit("city.b", "市乙局", CITY),
    )
    rows = (Counterpart("province.x", "city.a"), Counterpart("province.x", "city.b", "", "请核对"))
    answer = localize(Directory(units, (), (), rows), "省甲厅", None, PROVINCE)
    assert [unit.id for unit in answer.units] == ["city.a", "city.b"]
    assert answer.certainty is Certainty.PROPOSED


def test_somebody_who_does_the_work_outweighs_that_somebody_else_does_not():
    units = (Unit("province.x", "省甲厅", PROVINCE), Unit("city.a", "市甲局", CITY))
    rows = (Counterpart("province.x", "", "", "没有"), Counterpart("province.x", "city.a"))
    answer = localize(Directory(units, (), (), rows), "省甲厅", None, PROVINCE)
    assert ([unit.id for unit in answer.units], answer.certainty) == (["city.a"], Certainty.SURE)


def test_a_directory_without_county_groups_keeps_the_sources_word():
    bare = Directory((Unit("city.a", "市甲局", CITY),))
    answer = localize(bare, "各市州人民政府", None, PROVINCE)
    assert [(unit.label, unit.kind) for unit in answer.units] == [
        ("各市州人民政府", UnitKind.GOVERNMENT)
    ]


def test_no_level_of_the_source_is_no_obstacle():
    assert local("省公安厅", level=None) == ["市公安局"]
    assert local("市公安局", level=None) == ["市公安局"]


@pytest.mark.parametrize(
    "unit",
    [u for u in directory().units if u.level in (NATIONAL, PROVINCE)],
    ids=lambda unit: unit.id,
)
def test_every_higher_unit_comes_down_to_the_city_or_says_why_not(unit):
    answer = localize(directory(), unit.name, None, unit.level)
    assert all(found.level in (CITY, COUNTY) and found.active(None) for found in answer.units)
    assert answer.units or answer.note


@given(st.text(max_size=20), st.sampled_from([None, *Level]))
def test_coming_down_never_raises(name, level):
    assert localize(directory(), name, None, level).name == name


def test_a_decided_counterpart_is_sure_and_says_so():
    rows = (Counterpart("province.x", "city.a", "", "请核对", date(2026, 3, 16)),)
    known = Directory(
        (Unit("province.x", "省甲厅", Level.PROVINCE), Unit("city.a", "市甲局", Level.CITY)),
        counterparts=rows,
    )
    found = localize(known, "省甲厅", None, Level.PROVINCE)
    assert found.certainty is Certainty.SURE
    assert found.path[-1].reason == "对口单位\uff0c本市已确定"
    assert not rows[0].is_open


def test_work_that_was_decided_to_stay_above_is_sure_to_have_nobody():
    known = Directory(
        (Unit("province.x", "省甲厅", Level.PROVINCE),),
        counterparts=(Counterpart("province.x", "", decided_on=date(2026, 3, 16)),),
    )
    found = localize(known, "省甲厅", None, Level.PROVINCE)
    assert (found.units, found.certainty) == ((), Certainty.SURE)
    assert found.note == "本市已确定\uff0c由上级单位承担"
