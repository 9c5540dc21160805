"""Who does it, told behind a title, in a heading, by a day, or in a row of departments."""

import pytest

from plan.telling import outline, texts, told


def test_a_title_and_who_does_it_may_be_one_sentence_before_the_words(plan_of):
    plan = plan_of("(三)集贸市场专项整治,由公安、商务部门负责,有关部门配合。要清查摊位。")
    assert outline(plan) == ["2 (三) 集贸市场专项整治"]
    assert texts(plan) == ["要清查摊位。"]
    assert told(plan.measures[0].duties) == ("responsible 公安部门, 商务部门; cooperating 有关部门")


def test_a_rule_on_the_order_of_names_tells_that_they_are_units(plan_of):
    names = "市商务局、市粮食局、云溪直属粮库。排名第一的为牵头单位,下同"
    plan = plan_of(f"(一)保障供应。充实储备。({names})")
    assert told(plan.measures[0].duties) == "lead 市商务局; responsible 市粮食局, 云溪直属粮库"


def test_sentences_on_projects_above_are_the_clause_of_their_paragraphs(plan_of):
    plan = plan_of(
        "五、建设便民设施。\n新建公园两处,年内开工,完成设计和招标,落实资金,建成后向居民免费开放。\n"
        "上述项目由区住建局牵头负责。\n新建步道两条。\n上述项目由区体育局牵头负责。"
    )
    assert [told(m.duties) for m in plan.measures] == ["lead 区住建局", "lead 区体育局"]


def test_offices_of_streets_in_a_heading_answer_for_what_stands_below(plan_of):
    plan = plan_of("(二)各乡(镇)政府、街道办事处职责\n1、组织联合检查。\n2、及时报告线索。")
    assert {told(m.duties) for m in plan.measures} == {"responsible 各乡(镇)政府, 街道办事处"}


@pytest.mark.parametrize("field", ["行政监察", "新闻宣传", "爱国卫生", "城市执法"])
def test_departments_of_more_fields_stand_in_a_row(field, plan_of):
    plan = plan_of(f"(三)密切配合。商务部门要抓好供应。{field}部门要抓好督促。公安部门要立案。")
    units = [told(m.duties) for m in plan.measures]
    assert units == ["responsible 商务部门", f"responsible {field}部门", "responsible 公安部门"]


def test_a_unit_is_told_by_what_it_does_until_a_day(plan_of):
    plan = plan_of("(一)汇总情况。市统计局于2031年6月底前完成汇总。")
    assert told(plan.measures[0].duties) == "responsible 市统计局"


def test_several_told_by_what_they_are_stand_apart_from_the_unit_before(plan_of):
    others = "同时,水务、供电等服务行业也要认真自查。"
    plan = plan_of(f"(一)设备安全。市质监局要检查电梯。{others}")
    assert texts(plan) == ["市质监局要检查电梯。", others]
    assert [told(m.duties) for m in plan.measures] == ["responsible 市质监局", ""]


def test_organisations_behind_a_list_are_no_part_of_its_last_name(plan_of):
    plan = plan_of("(一)齐抓共管。街道办事处、村民委员会等群众自治组织要积极配合查处。")
    assert told(plan.measures[0].duties) == "cooperating 街道办事处, 村民委员会"


def test_how_far_it_is_ends_a_list_of_helpers(plan_of):
    plan = plan_of(
        "1.新装设备300套。 责任单位:市公安局 配合单位:市城管局、市财政局 实际完成情况:调试、安装均已过半。"
    )
    assert told(plan.measures[0].duties) == ("responsible 市公安局; cooperating 市城管局, 市财政局")


def test_sums_of_trade_are_reached_in_any_money(plan_of):
    words = "全年合同利用外资17亿美元,外贸出口12亿美元,企业销售收入340亿元,零售总额85.4亿元。"
    plan = plan_of(f"一、目标\n(一){words}")
    values = [(target.operator, target.value, target.unit) for target in plan.measures[0].targets]
    assert values == [
        ("=", 17, "亿美元"),
        ("=", 12, "亿美元"),
        ("=", 340, "亿元"),
        ("=", 85.4, "亿元"),
    ]
