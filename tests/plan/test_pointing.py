"""Clauses that say 同上, paragraphs that begin with their unit, and other ways to name who does it."""

import pytest

from plan.telling import texts, told


def duties(plan):
    return [told(measure.duties) for measure in plan.measures]


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("牵头单位同上", "lead 市公安局"),
        ("配合单位:同上", "cooperating 市商务局"),
        ("同上", "lead 市公安局; cooperating 市商务局"),
        ("责任单位:同上", "lead 市公安局; cooperating 市商务局"),
        ("牵头单位:同上;配合单位:市环保局", "lead 市公安局; cooperating 市环保局"),
        ("牵头单位:市司法局;责任单位:同上", "lead 市司法局; responsible 市公安局"),
    ],
)
def test_ditto_means_the_units_of_the_clause_above(clause, wanted, plan_of):
    plan = plan_of(
        f"一、任务\n1.查案。(牵头单位:市公安局;配合单位:市商务局)\n2.抽检假货。({clause})"
    )
    assert duties(plan)[1] == wanted
    assert texts(plan)[1] == "抽检假货。"


def test_ditto_below_nothing_stays(plan_of):
    plan = plan_of("一、任务\n1.查案。(牵头单位同上)\n2.比对情形,见同上办法。(市公安局负责)")
    assert duties(plan) == ["lead 同上", "responsible 市公安局"]


def test_paragraphs_that_begin_with_their_unit_are_measures(plan_of):
    plan = plan_of(
        "一、分工\n市公安局:查处案件20件以上。\n市检察院、市法院:快诉快审。\n各县(市、区)人民政府:落实责任。\n二、要求\n1.上报。"
    )
    assert duties(plan) == [
        "responsible 市公安局",
        "responsible 市检察院, 市法院",
        "responsible 各县(市、区)人民政府",
        "",
    ]
    assert texts(plan)[0] == "市公安局:查处案件20件以上。"


@pytest.mark.parametrize(
    "body",
    ["市公安局:查处案件。\n抓好宣传:发放资料。", "市公安局:\n查处案件。", "查处案件。\n加强宣传。"],
)
def test_where_not_every_paragraph_names_its_unit_none_is_told_so(body, plan_of):
    plan = plan_of(f"一、分工\n{body}\n二、要求\n1.上报。")
    assert duties(plan)[-1] == ""
    assert not any("抓好" in each or "加强" in each for each in duties(plan))


def test_a_dash_parts_the_words_from_who_does_it(plan_of):
    plan = plan_of(
        "一、任务\n1.查案\u2014\u2014市公安局牵头\n2.普法\u2014\u2014市司法局、市委宣传部负责"
    )
    assert duties(plan) == ["lead 市公安局", "responsible 市司法局, 市委宣传部"]


def test_a_heading_of_a_last_day_is_the_time_of_the_items_below_it(plan_of):
    plan = plan_of(
        "云溪市2026年方案\n一、6月底前完成的任务\n1.查案。\n二、年底前完成的任务\n1.销毁。"
    )
    days = [[d.due_on.isoformat() for d in m.deadlines] for m in plan.measures]
    assert days == [["2026-06-30"], ["2026-12-31"]]


def test_a_list_of_tasks_with_leaders_is_a_table(plan_of):
    plan = plan_of(
        "序号\t任务清单\t责任领导\t责任单位\t责任人\t完成时限\n1\t查案。\t张某\t市公安局\t李某\t2026年6月\n"
    )
    assert duties(plan) == ["responsible 市公安局"]
