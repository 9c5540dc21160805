"""Duties told in one place by the numbers of items reach the items."""

import pytest

from plan.telling import codes, outline, texts, told
from shuangda_desktop.plan.duties.by_number import told_by_number

WORK = "一、重点工作\n1.查案。\n2.抽检。\n3.普法。\n4.销毁。\n"


def duties(plan):
    return [told(measure.duties) for measure in plan.measures]


def test_a_section_at_the_end_tells_who_does_each_number(plan_of):
    plan = plan_of(
        f"{WORK}二、职责分工\n第1、2项由市公安局牵头,市商务局配合;第3项由市司法局负责;第4项由市环保局、各县(区)负责。\n"
        "三、要求\n1.上报。"
    )
    assert outline(plan)[5] == "1 二 职责分工"
    assert texts(plan) == ["查案。", "抽检。", "普法。", "销毁。", "上报。"]
    assert duties(plan) == [
        "lead 市公安局; cooperating 市商务局",
        "lead 市公安局; cooperating 市商务局",
        "responsible 市司法局",
        "responsible 市环保局, 各县(区)",
        "",
    ]
    assert codes(plan)[:4] == [[], [], [], []]


@pytest.mark.parametrize(
    "line",
    [
        "第1—3项由市公安局牵头;第4项由市商务局负责。",
        "第1至3项,由市公安局牵头;第4项,由市商务局负责。",
        "第1项至第3项工作由市公安局牵头,第4项工作由市商务局负责。",
        "任务1、2、3由市公安局牵头,任务4由市商务局负责。",
        "职责分工:第一、二、三项由市公安局牵头;第四项由市商务局负责。其余照旧。",
        "(1、2、3由市公安局牵头,4由市商务局负责)",
        "(1.2.3由市公安局牵头,4由市商务局负责)",
    ],
)
def test_the_numbers_are_written_in_many_ways(line, plan_of):
    plan = plan_of(f"{WORK}{line}")
    assert duties(plan)[:4] == ["lead 市公安局"] * 3 + ["responsible 市商务局"]


def test_names_alone_behind_a_colon_answer(plan_of):
    plan = plan_of(f"{WORK}第1、2项:市公安局;第3、4项:市商务局、市司法局。")
    assert duties(plan) == ["responsible 市公安局"] * 2 + ["responsible 市商务局, 市司法局"] * 2


def test_bracketed_numbers_stand_side_by_side(plan_of):
    plan = plan_of(
        "一、任务\n(一)查案。查处案件。\n(二)普法。开展宣传。\n(三)销毁。集中销毁。\n"
        "以上第(一)(二)项由市公安局负责,第(三)项由市环保局牵头,市商务局配合。"
    )
    assert duties(plan) == ["responsible 市公安局"] * 2 + ["lead 市环保局; cooperating 市商务局"]


def test_what_stands_below_a_number_is_governed_and_own_clauses_stay(plan_of):
    plan = plan_of(
        "一、任务\n(一)整治\n1.查案。\n2.抽检。(市农业局负责)\n(二)普法。发放资料。\n"
        "第一项由市公安局牵头;第二项由市司法局负责。"
    )
    assert duties(plan) == ["lead 市公安局", "responsible 市农业局", "responsible 市司法局"]


@pytest.mark.parametrize(
    "line",
    [
        "第1项由市公安局牵头。",  # of one item alone
        "第1、2项工作已经完成。",
        "第1项、第2项分别实施;其他工作由市公安局负责。",
        "第1、2项由市公安局负责;第3项:另行通知。",
        "第3、4项由大家负责。",
        "第1、2项由;第3、4项由市公安局负责。",
        "第三方由市公安局负责,1、2由市商务局负责。",
    ],
)
def test_other_lines_say_nothing_of_numbers(line):
    assert told_by_number(line) == ()


def test_numbers_that_no_item_has_are_given_to_none(plan_of):
    plan = plan_of(f"{WORK}第7、8项由市公安局牵头。")
    assert duties(plan) == [""] * 4


def test_numbers_that_no_item_has_leave_the_items_in_doubt(plan_of):
    closing = "二、职责分工\n第1、2项由市公安局牵头;第7、8项由市司法局负责。"
    plan = plan_of(WORK + closing)
    assert all("units-elsewhere" in found for found in codes(plan)[:4])
