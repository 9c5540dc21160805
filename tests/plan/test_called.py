"""Who does it, told by one sentence at the head of a line or behind sentences to all."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.text.punctuation import narrow


@pytest.mark.parametrize(
    ("said", "duties"),
    [
        (
            "由市公安局牵头,会同市商务局、市司法局实施。",
            "lead 市公安局; responsible 市商务局, 市司法局",
        ),
        ("由市公安局牵头,市商务局配合。", "lead 市公安局; cooperating 市商务局"),
        ("由各成员单位牵头,会同市司法局实施。", "lead 各成员单位; responsible 市司法局"),
        (
            "由市财政局、农业局,各县(市)、区人民政府负责落实。",
            "responsible 市财政局, 市农业局, 各县(市)、区人民政府",
        ),
        ("由市商务局承办,市公安局、司法局协办。", "lead 市商务局; cooperating 市公安局, 市司法局"),
    ],
)
def test_a_first_sentence_that_says_no_more_than_who_is_the_clause_of_its_line(
    said, duties, plan_of
):
    plan = plan_of(f"一、整治集市\n{said}清查摊位,取缔无照经营。")
    assert texts(plan) == ["清查摊位,取缔无照经营。"]
    assert told(plan.measures[0].duties) == duties
    assert narrow(plan.measures[0].clause) == said


def test_a_department_is_called_on_behind_sentences_to_all(plan_of):
    all_of_them = "各镇要守好集市。牵头单位要负起责任。"
    plan = plan_of(f"(一)落实责任。{all_of_them}市商务局要加强督查。发现线索,要及时移送。")
    assert texts(plan) == [all_of_them, "市商务局要加强督查。发现线索,要及时移送。"]
    assert [told(m.duties) for m in plan.measures] == ["", "responsible 市商务局"]
    short = plan_of("(一)开展检查。各单位要自查。新闻出版局会同有关部门抽查。")
    assert len(short.measures) == 1
    joined = plan_of("(一)检查。各单位要自查。新闻出版局会同有关部门抽查。发现问题要整改。")
    assert told(joined.measures[1].duties) == "lead 新闻出版局; responsible 有关部门"
    led = "市规划局、市住建局分别牵头负责城区、乡镇的整治工作。"
    assert told(
        plan_of(f"(一)加强领导。领导小组统一领导。{led}各镇要配合。").measures[1].duties
    ) == ("lead 市规划局, 市住建局")
    for steering in ("市双打办要加强统筹。", "整治办要通报情况。", "市商务局负责。"):
        assert len(plan_of(f"(一)落实责任。{all_of_them}{steering}").measures) == 1


def test_whoever_leads_is_no_name_of_those_who_lead(plan_of):
    words = "各单位要抓好落实。各牵头单位要会同责任单位,认真研究所负责的工作,制订方案。"
    plan = plan_of(f"一、要求\n(一)落实任务。{words}")
    assert texts(plan) == [words]
    assert plan.measures[0].duties == ()


def test_who_stands_first_is_no_unit(plan_of):
    for rule in (
        "排名第一的责任单位为牵头单位,其他列入单位为参与单位。",
        "牵头单位未明确的,由第一责任单位牵头。",
    ):
        plan = plan_of(f"一、分工\n在责任单位中,{rule}")
        assert [m.duties for m in plan.measures] == [()] * len(plan.measures)
