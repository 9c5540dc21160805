"""From a name in a document to the unit it means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.directory import Directory, Place
from shuangda_desktop.units.model import Alias, Certainty, Succession, Unit, UnitKind
from units.invented_city import directory

PROVINCE, CITY, NATIONAL, COUNTY = Level.PROVINCE, Level.CITY, Level.NATIONAL, Level.COUNTY


def found(name, level=CITY, on=None, about=""):
    return [unit.label for unit in directory().resolve(name, on, level, about).units]


@pytest.mark.parametrize(
    ("name", "level", "unit"),
    [
        # as it is, by short name, by another name
        ("市公安局", CITY, "市公安局"),
        ("临江市公安局", CITY, "市公安局"),
        ("市市场监督管理局", CITY, "市市场监管局"),
        ("临江市市场监督管理局", CITY, "市市场监管局"),
        ("市市监局", CITY, "市市场监管局"),
        ("省公安厅", PROVINCE, "省公安厅"),
        ("云泽省公安厅", PROVINCE, "省公安厅"),
        ("云泽省高级人民法院", PROVINCE, "省高级法院"),
        ("省高院", PROVINCE, "省高级法院"),
        ("市法院", CITY, "市中级法院"),
        ("市发改委", CITY, "市发展改革委"),
        ("市文化广电新闻出版旅游局", CITY, "市文化广电和旅游局"),
        ("共青团市委", CITY, "共青团市委"),
        ("团市委", CITY, "共青团市委"),
        # without the level in front: the document's own level counts
        ("公安局", CITY, "市公安局"),
        ("公安厅", PROVINCE, "省公安厅"),
        ("宣传部", PROVINCE, "省委宣传部"),
        ("知识产权局", NATIONAL, "国家知识产权局"),
        ("知识产权局", PROVINCE, "省知识产权局"),
        ("发展改革委", NATIONAL, "国家发展改革委"),
        ("网信办", NATIONAL, "中央网信办"),
        ("高法院", NATIONAL, "最高人民法院"),
        ("林草局", NATIONAL, "国家林草局"),
        # a level that the name itself says goes before the document's
        ("市公安局", PROVINCE, "市公安局"),
        ("省公安厅", CITY, "省公安厅"),
        ("市场监管总局", PROVINCE, "市场监管总局"),
        # quotes, widths, double names, former names
        ("省\u201c双打\u201d办", PROVINCE, "省打击侵权假冒工作领导小组办公室"),
        ('市"双打"办', CITY, "市打击侵权假冒工作领导小组办公室"),
        ("市委宣传部(市版权局)", CITY, "市委宣传部"),
        ("市委宣传部\uff08市版权局\uff09", CITY, "市委宣传部"),
        ("市市场监管局\uff08市知识产权局\uff09", CITY, "市市场监管局"),
        ("原市工商局", CITY, "市市场监管局"),
        # by the form of the name, which is then kept
        ("云州海关", PROVINCE, "云州海关"),
        ("云州海关驻临江办事处", CITY, "云州海关驻临江办事处"),
        ("国家税务总局临江市税务局", CITY, "市税务局"),
        ("国家税务总局东港市税务局", CITY, "国家税务总局东港市税务局"),
        ("远山日报社", CITY, "远山日报社"),
        # of counties
        ("东岭县公安局", CITY, "东岭县公安局"),
        ("县市场监管局", COUNTY, "县市场监管局"),
        ("区公安分局", COUNTY, "区公安分局"),
    ],
)
def test_a_name_is_understood(name, level, unit):
    assert found(name, level) == [unit]


@pytest.mark.parametrize(
    ("name", "level", "unit", "reason"),
    [
        ("远山省公安厅", PROVINCE, "省公安厅", "其他地名"),
        ("省公安委", PROVINCE, "省公安厅", "不完全相同"),
        ("市场监管部门", CITY, "市市场监管局", "不完全相同"),
        ("检察机关", PROVINCE, "省检察院", "不完全相同"),
        ("知识产权管理部门", CITY, "市知识产权局", "不完全相同"),
        ("省商务厅电商处", PROVINCE, "省商务厅", "所属单位"),
    ],
)
def test_a_likely_meaning_is_only_proposed_and_says_so(name, level, unit, reason):
    answer = directory().resolve(name, None, level)
    assert ([u.label for u in answer.units], answer.certainty) == ([unit], Certainty.PROPOSED)
    assert reason in answer.path[1].reason
    assert reason in answer.note


@pytest.mark.parametrize("name", ["省三处理站", "甲乙丙", "", "??", "县太爷府", "市"])
def test_an_unknown_name_is_said_to_be_unknown(name):
    answer = directory().resolve(name, None, PROVINCE)
    assert (answer.units, answer.certainty) == ((), Certainty.UNKNOWN)
    assert [step.name for step in answer.path] == [name, name]
    assert answer.note.startswith("单位目录中没有这个名称")


@pytest.mark.parametrize(
    ("name", "level", "offered"),
    [
        ("省商务听", PROVINCE, "省商务厅"),
        ("市农业农树局", CITY, "市农业农村局"),
        ("省知只产权局", PROVINCE, "省知识产权局"),
    ],
)
def test_a_misspelt_name_is_unknown_but_the_nearest_names_are_offered(name, level, offered):
    answer = directory().resolve(name, None, level)
    assert answer.certainty is Certainty.UNKNOWN
    assert offered in answer.note


def test_nothing_near_is_not_offered():
    assert directory().resolve("甲乙丙", None, PROVINCE).note == "单位目录中没有这个名称"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("各成员单位", UnitKind.COLLECTIVE),
        ("各行政执法部门", UnitKind.COLLECTIVE),
        ("有关部门", UnitKind.GENERIC),
        ("各县(市、区)人民政府", UnitKind.GOVERNMENT),
        ("东岭区政府", UnitKind.GOVERNMENT),
    ],
)
def test_a_group_is_kept_whole(name, kind):
    answer = directory().resolve(name, None, CITY)
    assert (answer.units[0].kind, answer.certainty) == (kind, Certainty.SURE)


def test_the_members_can_be_told_in_their_order_as_they_are_on_a_day():
    (group,) = directory().resolve("全体成员单位", None, CITY).units
    names = [unit.label for unit in directory().members(group)]
    assert names[:3] == ["市委宣传部", "市委政法委", "市委网信办"]
    assert "市市场监管局" in names
    assert len(names) == len(set(names)) > 20


def test_members_that_the_city_does_not_have_are_passed_over():
    units = (
        Unit("city.a", "市甲局", CITY),
        Unit("city.b", "市乙局", CITY, active_until=date(2019, 1, 1)),
    )
    group = Unit(
        "city.members",
        "各成员单位",
        CITY,
        UnitKind.COLLECTIVE,
        members=("city.x", "city.b", "city.a"),
    )
    small = Directory((*units, group))
    assert [unit.id for unit in small.members(group)] == ["city.a"]
    assert [unit.id for unit in small.members(group, date(2018, 1, 1))] == ["city.b", "city.a"]
    assert small.resolve("有关成员单位", None, CITY).units[0].members == ()


@pytest.mark.parametrize(
    ("name", "on", "level", "units"),
    [
        ("市工商局", date(2019, 3, 30), CITY, ["市工商局"]),
        ("市工商局", date(2019, 3, 31), CITY, ["市市场监管局"]),
        ("市工商局", None, CITY, ["市市场监管局"]),
        ("市食品药品监管局", None, CITY, ["市市场监管局"]),
        ("省农委", date(2018, 6, 1), PROVINCE, ["省农业厅"]),
        ("省农委", None, PROVINCE, ["省农业农村厅"]),
        ("省综治办", None, PROVINCE, ["省委政法委"]),
        ("银监会", date(2017, 1, 1), NATIONAL, ["中国银监会"]),
        ("银监会", date(2020, 1, 1), NATIONAL, ["中国银保监会"]),
        ("银监会", None, NATIONAL, ["金融监管总局"]),
        ("国务院扶贫办", date(2022, 1, 1), NATIONAL, ["乡村振兴局"]),
        ("国务院扶贫办", None, NATIONAL, ["农业农村部"]),
        ("人行云州中心支行", date(2023, 8, 17), PROVINCE, ["人行云州中心支行"]),
        ("人行云州中心支行", date(2023, 8, 18), PROVINCE, ["人民银行云泽省分行"]),
        ("云州出入境检验检疫局", None, PROVINCE, ["云泽海关"]),
    ],
)
def test_a_former_unit_is_followed_to_who_does_its_work_on_the_day(name, on, level, units):
    assert found(name, level, on) == units


def test_a_reform_is_told_in_the_path():
    answer = directory().resolve("市工商局", None, CITY)
    assert [step.name for step in answer.path] == ["市工商局", "市市场监管局"]
    assert "2018年机构改革" in answer.path[-1].reason


def test_of_a_divided_unit_the_sentence_tells_which_part_is_meant():
    assert found("省新闻出版广电局", PROVINCE, None, "查处侵权盗版行为") == ["省委宣传部"]
    assert found("省新闻出版广电局", PROVINCE, None, "加强视听节目管理") == ["省广播电视局"]


def test_a_divided_unit_without_a_hint_gives_all_its_parts_as_a_proposal():
    answer = directory().resolve("省新闻出版广电局", None, PROVINCE)
    assert [unit.label for unit in answer.units] == ["省委宣传部", "省广播电视局"]
    assert answer.certainty is Certainty.PROPOSED


def test_a_name_of_two_units_gives_both_the_living_one_first():
    gone = Unit("city.a", "市甲局", CITY, active_until=date(2019, 1, 1))
    living = Unit("city.b", "市乙局", CITY)
    both = Directory((gone, living), (Alias("市丙局", "city.a"), Alias("市丙局", "city.b")))
    answer = both.resolve("市丙局")
    assert [unit.name for unit in answer.units] == ["市乙局", "市甲局"]
    assert (answer.certainty, answer.note) == (
        Certainty.PROPOSED,
        "这个名称对应多个单位\uff0c请选定",
    )


def test_names_of_units_that_are_gone_and_reforms_to_nowhere_do_no_harm():
    one = Unit("city.a", "市甲局", CITY)
    reform = Succession("city.a", "city.gone", date(2019, 1, 1))
    small = Directory((one,), (Alias("市丙局", "city.gone"),), (reform,))
    assert small.resolve("市甲局").units == (one,)
    assert small.resolve("市丙局").certainty is Certainty.UNKNOWN


def test_a_circle_of_reforms_ends():
    units = (Unit("city.a", "市甲局", CITY), Unit("city.b", "市乙局", CITY))
    circle = (
        Succession("city.a", "city.b", date(2019, 1, 1)),
        Succession("city.b", "city.a", date(2020, 1, 1)),
    )
    assert Directory(units, (), circle).resolve("市甲局").units == ()


def test_no_level_means_any_level():
    assert [u.label for u in directory().resolve("林草局").units] == ["国家林草局"]
    assert [u.label for u in directory().resolve("省林草局").units] == ["省林业局"]


@pytest.mark.parametrize(
    ("province", "city", "name", "level", "unit"),
    [
        ("云泽壮族自治区", "临江市", "自治区市场监管局", PROVINCE, "自治区市场监管局"),
        ("云泽壮族自治区", "临江市", "自治区党委宣传部", PROVINCE, "自治区党委宣传部"),
        ("云泽壮族自治区", "临江市", "云泽壮族自治区公安厅", PROVINCE, "自治区公安厅"),
        ("云泽市", "临江区", "市商务委", PROVINCE, "市商务厅"),
        ("云泽市", "临江区", "区商务局", CITY, "区商务局"),
        ("云泽省", "临江苗族自治州", "州公安局", CITY, "州公安局"),
        ("云泽省", "临江苗族自治州", "临江公安局", CITY, "州公安局"),
        ("云泽省", "临江市", "临江海关", CITY, "临江海关"),
    ],
)
def test_other_kinds_of_places_have_their_own_words(province, city, name, level, unit):
    assert [u.label for u in directory(province, city).resolve(name, None, level).units] == [unit]


@given(
    st.text(max_size=30), st.sampled_from([None, *Level]), st.sampled_from([None, date(2018, 6, 1)])
)
def test_resolving_never_raises_and_the_path_begins_with_the_source(name, level, on):
    answer = directory().resolve(name, on, level)
    assert answer.name == name
    assert answer.path[0].name == name
    assert bool(answer.units) == (answer.certainty is not Certainty.UNKNOWN)


HAN = st.text(
    st.sampled_from(
        "省市县区委局厅办部公安商务监管工信宣传各有关单位海政府\u201c\u201d()\uff08\uff09、"
    ),
    max_size=12,
)


@given(HAN, st.sampled_from([None, *Level]))
def test_resolving_what_looks_like_a_name_never_raises(name, level):
    assert directory().resolve(name, None, level).path[0].name == name


@pytest.mark.parametrize("unit", directory().units, ids=lambda unit: unit.id)
def test_every_unit_answers_to_its_own_names(unit):
    on = unit.active_until and date(2000, 1, 1)
    answers = [
        directory().resolve(name, on or date(2000, 1, 1), unit.level)
        for name in (unit.name, unit.label)
    ]
    assert [answer.units[0].id for answer in answers] == [unit.id, unit.id]


def test_every_place_has_a_directory_of_its_own():
    assert directory("远山省", "北原市").place == Place("远山省", "北原市")
    assert "北原市公安局" in {unit.name for unit in directory("远山省", "北原市").units}


def test_who_took_over_whose_work_is_told_by_label_and_day():
    old, new = Unit("a", "市工商局", Level.CITY), Unit("b", "市市场监管局", Level.CITY)
    day = date(2018, 11, 30)
    reforms = (Succession("a", "b", day), Succession("gone", "b", day), Succession("a", "x", day))
    assert Directory((old, new), successions=reforms).taken_over == {new.label: {old.label: day}}
