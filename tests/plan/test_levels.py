"""The level of a plan follows from names: of its title, its issuer, its units."""

import pytest

from shuangda_desktop.plan.model import Severity
from shuangda_desktop.plan.structure.levels import level_of_name, level_of_unit, level_of_units
from shuangda_desktop.text.level import Level

NATIONAL, PROVINCE, CITY, COUNTY = Level.NATIONAL, Level.PROVINCE, Level.CITY, Level.COUNTY


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("2020年全国打击侵权假冒工作要点", NATIONAL),
        ("国务院办公厅关于消费的意见", NATIONAL),
        ("中共中央办公厅关于改革的意见", NATIONAL),
        ("国家某某局工作方案", NATIONAL),
        ("2018年云泽省工作要点", PROVINCE),
        ("云泽自治区2023年工作要点", PROVINCE),
        ("云州省2021年工作要点", PROVINCE),  # 州 may be a part of the name
        ("云州市2021年工作要点", CITY),
        ("云州市场监管工作要点", CITY),
        ("云泽生产建设兵团工作要点", PROVINCE),
        ("云泽兵团第十三师云溪市工作要点", CITY),
        ("云泽兵团第三师工作要点", CITY),
        ("上海市2022年工作要点", PROVINCE),
        ("中共上海市委、上海市人民政府", PROVINCE),
        ("中共云溪县委关于酒类整治的意见", COUNTY),
        ("云溪市2023年工作要点", CITY),
        ("云泽省云溪市工作要点", CITY),
        ("云溪自治州工作要点", CITY),
        ("云溪地区工作要点", CITY),
        ("云溪盟行政公署办公室", CITY),
        ("关于印发云溪市工作要点的通知", CITY),
        ("云溪县工作要点", COUNTY),
        ("云溪市东城区2023年工作要点", COUNTY),
        ("云溪旗工作要点", COUNTY),
        ("云溪自治县工作要点", COUNTY),
        ("二〇二三年云溪市工作要点", CITY),
        ("云溪市县联动工作方案", CITY),
        ("市场监管工作要点", None),
        ("区域协作方案", None),
        ("关于做好打假工作的通知", None),
        ("", None),
    ],
)
def test_the_level_of_a_title(name, level):
    assert level_of_name(name) is level


@pytest.mark.parametrize(
    ("unit", "level"),
    [
        ("省公安厅", PROVINCE),
        ("自治区公安厅", PROVINCE),
        ("市公安局", CITY),
        ("市市场监管局", CITY),
        ("州公安局", CITY),
        ("盟公安局", CITY),
        ("师市公安局", CITY),
        ("县公安局", COUNTY),
        ("区市场局", COUNTY),
        ("旗公安局", COUNTY),
        ("公安部", NATIONAL),
        ("海关总署", NATIONAL),
        ("市场监管总局", NATIONAL),
        ("中央宣传部", NATIONAL),
        ("国家卫生健康委", NATIONAL),
        ("国家税务总局云溪市税务局", CITY),
        ("国家金融监督管理总局云溪监管分局", None),
        ("市生态环境局云溪分局", None),
        ("云溪海关", None),
        ("宣传部", None),
        ("各村支部", None),
        ("机关党支部", None),
        ("市民政局", CITY),
        ("市民", None),
        ("市场监管部门", None),
        ("双打办", None),
        ("各县区政府", None),
        ("县级部门", None),
        ("旗县区政府", None),
        ("市直部门", None),
    ],
)
def test_the_level_of_a_unit(unit, level):
    assert level_of_unit(unit) is level


def test_most_units_decide():
    assert level_of_units(["市公安局", "市商务局", "省邮政管理局", "云溪海关"]) is CITY


def test_places_decide_where_no_prefix_does():
    assert level_of_units(["云溪县公安局", "云溪海关"]) is COUNTY
    assert level_of_units(["云泽省公安厅"]) is PROVINCE


def test_names_without_a_level_decide_nothing():
    assert level_of_units(["云溪海关", "双打办"]) is None
    assert level_of_units([]) is None


def test_the_title_counts_before_the_units(plan_of):
    assert plan_of("云溪县2023年工作要点\n一、甲\n(一)做甲。(市公安局负责)").level is COUNTY
    assert plan_of("一、甲\n(一)做甲。(市公安局负责)").level is CITY
    assert plan_of("一、甲\n(一)做甲。").level is None


def test_words_for_itself_decide_last(plan_of):
    body = "一、甲\n(一)做甲。"
    assert plan_of(f"我省工作安排如下。\n{body}").level is PROVINCE
    assert plan_of(f"全县统一行动,县政府决定开展整治,报市政府。\n{body}").level is COUNTY
    assert plan_of(f"经市人民政府同意,制定规划如下。\n{body}").level is CITY
    assert plan_of(f"全市场、全区域开展。\n{body}").level is None


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("昆山市人民政府办公室关于印发方案的通知", COUNTY),
        ("江苏省昆山市2026年打假要点", COUNTY),
        ("苏州市2026年打假要点", CITY),
        ("天津市人民政府办公厅", PROVINCE),
        ("全市机关使用正版软件方案", None),  # what any city calls itself
        ("市创建国家环保城市方案", None),
        ("2026年度市县民生实事项目表", None),
    ],
)
def test_cities_of_the_rank_of_a_county_and_names_without_a_place(name, level):
    assert level_of_name(name) is level


@pytest.mark.parametrize(
    "below",
    [
        "各县(市、区)要加强配合。",
        "市中级人民法院依法审理。",
        "县(市、区)双打办参加。",
        "督促县、区落实。",
        "区县同步开展。",
    ],
)
def test_a_city_above_counties_is_none_of_their_rank(below):
    assert level_of_name("昆山市2026年打假要点", below) is CITY


def test_units_decide_where_a_title_names_no_place(plan_of):
    body = "一、甲\n(一)做甲。(县公安局、县财政局负责)"
    assert plan_of(f"市创建国家环保模范城市工作方案\n{body}").level is COUNTY
    assert plan_of("市商务局关于印发打假要点的通知\n一、甲\n(一)做甲。").level is CITY


def test_those_who_are_told_or_followed_decide_where_nothing_else_does(plan_of):
    body = "一、甲\n(一)做甲。"
    assert plan_of(f"各地区、各有关部门要加强配合。\n{body}").level is NATIONAL
    assert plan_of(f"九部门决定在全国组织开展整治。\n{body}").level is NATIONAL
    assert plan_of(f"各省级版权部门要抓紧工作。\n{body}").level is NATIONAL
    assert plan_of(f"按照部际联席会议部署开展。\n{body}").level is NATIONAL
    for told in (
        "根据国务院在全国范围内开展整治的部署",
        "本方案报经省政府同意",
        "配合各省级部门",
    ):
        assert plan_of(f"{told},各乡镇要抓紧工作。\n{body}").level is COUNTY
    assert plan_of(f"根据省委、省政府和县委、县政府部署开展。\n{body}").level is COUNTY


def test_a_rank_that_only_the_list_of_cities_tells_is_no_secret(plan_of):
    text = "云泽省永安市2026年打假要点\n一、甲\n(一)做甲。(市公安局负责)\n"
    plan = plan_of(text)
    assert plan.level is COUNTY
    assert [(f.code, f.severity) for f in plan.findings] == [("county-city", Severity.HINT)]
    plan = plan_of(f"{text}(二)做乙。(市商务局负责,县(市、区)双打办参加)")
    assert plan.level is CITY
    assert "county-city" not in [f.code for f in plan.findings]
    assert plan_of(text.replace("永安市", "永安县")).findings == ()
    assert plan_of(text.replace("云泽省永安市", "")).findings == ()
