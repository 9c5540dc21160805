"""Units told once for all tasks that name none, in a preface or a closing sentence."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.duties.defaults import default_in
from shuangda_desktop.plan.structure.lines import lines_of

HEAD = "云泽市2025年打假要点\n"
ITEMS = "一、查处\n1.查处假烟。(市烟草局负责)\n2.清理网店。\n二、宣传\n3.开展宣传。\n"
OWN = "responsible 市烟草局"
ALL = "lead 市市场监管局; cooperating 各县(市、区)人民政府"
SENTENCES = [
    "除另有注明外,以下各项任务均由市市场监管局牵头,各县(市、区)人民政府配合。",
    "以下任务由市市场监管局牵头,各县(市、区)人民政府配合,不再逐项列出。",
    "未注明责任单位的,由市市场监管局牵头,各县(市、区)人民政府配合。",
    "凡未列明责任单位的任务,统一由市市场监管局牵头,各县(市、区)人民政府配合。",
    "各项任务均由市市场监管局牵头,各县(市、区)人民政府配合。",
]


def duties(plan):
    return [told(measure.duties) for measure in plan.measures]


@pytest.mark.parametrize("sentence", [SENTENCES[0], *SENTENCES[2:]])
def test_a_preface_tells_the_units_of_all_tasks(plan_of, sentence):
    plan = plan_of(f"{HEAD}为做好打假工作,制定本要点。{sentence}\n{ITEMS}")
    assert duties(plan) == [OWN, ALL, ALL]
    assert codes(plan) == [[], [], []]
    assert plan.title == "云泽市2025年打假要点"


@pytest.mark.parametrize(
    "sentence",
    [
        SENTENCES[2],
        SENTENCES[4],
        "以上任务除已注明的外,均由市市场监管局牵头,各县(市、区)人民政府配合。",
        "注:所列工作任务均由市市场监管局牵头,各县(市、区)人民政府配合。",
        "(除注明外,均由市市场监管局牵头,各县(市、区)人民政府配合)",
    ],
)
@pytest.mark.parametrize("glued", [False, True])
def test_a_closing_sentence_tells_them_and_is_no_task(plan_of, sentence, glued):
    text = HEAD + (ITEMS.rstrip("\n") if glued else ITEMS)
    plan = plan_of(f"{text}{sentence}\n\n云泽市双打办\n2025年3月1日\n")
    assert duties(plan) == [OWN, ALL, ALL]
    assert texts(plan)[-1] == "开展宣传。"


def test_who_leads_where_no_lead_is_named(plan_of):
    plan = plan_of(f"{HEAD}未明确牵头单位的,由市双打办牵头。\n{ITEMS}4.抽检。(市市场监管局牵头)\n")
    assert duties(plan) == [
        "lead 市双打办; responsible 市烟草局",
        "lead 市双打办",
        "lead 市双打办",
        "lead 市市场监管局",
    ]


def test_rows_of_a_table_without_units_have_them_too(plan_of):
    rows = "序号\t任务\t责任单位\n1\t查店\t市商务局\n2\t查案\t-\n"
    plan = plan_of(f"云泽市任务表\n除注明外,均由市公安局负责。\n{rows}")
    assert duties(plan)[0] == "responsible 市商务局"


@pytest.mark.parametrize(
    "line",
    [
        "本要点由市双打办负责解释。",
        "以上三项任务由市公安局牵头。",
        "以下任务由专人负责。",
        "查案由市公安局牵头。",
        "各项任务由市公安局负责汇总材料。",
        "没有这样的话。",
    ],
)
def test_other_sentences_tell_nothing_of_all_tasks(line):
    assert default_in(lines_of(line.replace("。", "\u3002"))) is None
