"""Names in the form in which their writings agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.names import (
    fold,
    level_named,
    of_county,
    readings,
    stem,
    trunks,
    without_place,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市市场监督管理局", "市市场监管局"),
        ("市发展和改革委员会", "市发改委"),
        ("市发展改革委", "市发改委"),
        ("省人力资源和社会保障厅", "省人社厅"),
        ("市住房和城乡建设局", "市住建局"),
        ("市卫生健康委员会", "市卫健委"),
        ("市卫生和计划生育委员会", "市卫生计生委"),
        ("省人民政府国有资产监督管理委员会", "省政府国资委"),
        ("省文化和旅游厅", "省文旅厅"),
        ("省质量技术监督局", "省质监局"),
        ("省工商行政管理局", "省工商局"),
        ("省人民检察院", "省检察院"),
        ("市\u201c双打\u201d办", "市双打办"),
        ('市"双打"办', "市双打办"),
        ("市「双打」办公室", "市双打办"),
        ("市打击侵犯知识产权和制售假冒伪劣商品工作领导小组办公室", "市双打办"),
        ("市打击侵权假冒工作领导小组办公室", "市双打办"),
        ("各县(市、区)人民政府", "各县\uff08市、区\uff09政府"),
        ("中共云泽省委宣传部", "云泽省委宣传部"),
        ("市 公\u3000安\u00a0局", "市公安局"),
    ],
)
def test_two_writings_of_a_name_are_one(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_no_more_marks(text):
    assert set(fold(text)) <= set(text) | set(
        "双打人社工信经发改卫计健住建文旅广食药质监商环科技电林草网国资综治检验安管会委办局政府法院察联"
    )


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("省公安厅", "公安厅"),
        ("省委宣传部", "宣传部"),
        ("自治区党委宣传部", "宣传部"),
        ("市政府国资委", "国资委"),
        ("国务院国资委", "国资委"),
        ("公安部", "公安部"),
        ("市办", ""),
    ],
)
def test_the_stem_has_no_level(name, left):
    assert stem(fold(name)) == left


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("省公安厅", ("省公安", "公安")),
        ("公安机关", ("公安",)),
        ("知识产权管理部门", ("知识产权管理", "知识产权")),
        ("市场监管部门", ("市场监管", "市场", "场监管")),
        ("省厅", ()),
    ],
)
def test_the_line_of_work_has_no_body(name, lines):
    assert trunks(fold(name)) == lines


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("国家林草局", Level.NATIONAL),
        ("全国双打办", Level.NATIONAL),
        ("省林业局", Level.PROVINCE),
        ("自治区林业局", Level.PROVINCE),
        ("市林业局", Level.CITY),
        ("州林业局", Level.CITY),
        ("县林业局", Level.COUNTY),
        ("林业局", None),
    ],
)
def test_a_name_may_say_its_level(name, level):
    assert level_named(fold(name)) is level


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("远山省公安厅", "省公安厅"),
        ("远山市市场监管局", "市市场监管局"),
        ("公安厅", ""),
        ("省公安厅", ""),
    ],
)
def test_another_place_in_front_is_taken_off(name, left):
    assert without_place(name) == left


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("东岭县公安局", "公安局"),
        ("区公安分局", "公安分局"),
        ("市公安局", ""),
        ("县局", ""),
        ("区法院", "法院"),
    ],
)
def test_a_county_in_front_is_taken_off(name, rest):
    assert of_county(name) == rest


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("市公安局", ("市公安局",)),
        ("原市工商局", ("原市工商局", "市工商局")),
        ("\uff08原\uff09市工商局", ("\uff08原\uff09市工商局", "市工商局")),
        ("市委宣传部(市版权局)", ("市委宣传部(市版权局)", "市委宣传部", "市版权局")),
        (
            "市委宣传部\uff08市版权局\uff09",
            ("市委宣传部\uff08市版权局\uff09", "市委宣传部", "市版权局"),
        ),
        ("原野局", ("原野局",)),
    ],
)
def test_a_name_can_be_taken_in_several_ways(name, ways):
    assert readings(name) == ways
