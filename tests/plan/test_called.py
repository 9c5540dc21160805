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


LONG = "对全市农资门店逐家登记造册,查清进货渠道和销售去向,凡两次抽查均不合格的一律停业整顿,并将处理结果在门店醒目处公示一个月"


@pytest.mark.parametrize(
    ("sentence", "duties"),
    [
        (
            "此项工作由市农业农村局牵头,市公安局、商务局配合,11月底前完成。",
            "lead 市农业农村局; cooperating 市公安局, 市商务局",
        ),
        ("上述工作由市公安局负责", "responsible 市公安局"),
        ("这项工作由市商务局承担。", "responsible 市商务局"),
        (
            "该项任务由市版权局总牵头,市财政局、审计局分头落实,各级人民政府具体实施。",
            "lead 市版权局; responsible 市财政局, 市审计局, 各级人民政府",
        ),
        (
            "由市商务局、市公安局和市供销合作联社按各自职责抓好落实。",
            "responsible 市商务局, 市公安局, 市供销合作联社",
        ),
    ],
)
@pytest.mark.parametrize("head", ["(一)清查农资。", "(一)"])
def test_a_last_sentence_on_who_does_it_is_a_clause(plan_of, head, sentence, duties):
    measure = plan_of(f"一、任务\n{head}{LONG}。{sentence}\n").measures[0]
    assert narrow(measure.text) == f"{LONG}。"
    assert told(measure.duties) == duties
    assert narrow(measure.clause) == sentence


def test_each_such_sentence_rules_what_stands_before_it(plan_of):
    plan = plan_of(
        f"一、任务\n(一)清查农资。{LONG}。此项工作由市公安局负责。抽检兽药。此项工作由市商务局牵头。\n"
    )
    assert [(narrow(m.text)[-5:], told(m.duties)) for m in plan.measures] == [
        ("示一个月。", "responsible 市公安局"),
        ("抽检兽药。", "lead 市商务局"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"{LONG}。此项工作由市公安局负责。要限期整改。",  # the rest would be nobody's
        f"{LONG}。此项工作由市公安局牵头,每月巡查不少于8家。",  # what is to be done
        "抽检兽药。此项工作由市公安局负责。",  # behind what may be a heading
        f"{LONG}。由市公安局予以查处。",
        f"{LONG}。由市公安局牵头,会同市商务局实施。",
    ],
)
def test_other_sentences_on_who_does_it_stay_in_the_words(plan_of, words):
    assert "由市公安局" in plan_of(f"一、任务\n(一){words}\n").measures[0].text
