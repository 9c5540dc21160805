"""Rules on the order of names in the lists of a plan."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.duties.order import Order, lead_by_order, order_in
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.text.punctuation import narrow

ITEMS = """一、重点任务
1.抽检农药。(市农业农村局、市公安局)
2.清查仓库。(市商务局、市公安局和市邮政管理局)
3.查办案件。(市公安局)
"""
HELPED = [
    "lead 市农业农村局; cooperating 市公安局",
    "lead 市商务局; cooperating 市公安局, 市邮政管理局",
    "lead 市公安局",
]


def duties_of(plan):
    return [told(measure.duties) for measure in plan.measures]


@pytest.mark.parametrize(
    "rule",
    [
        "注:所列单位中排在首位的为牵头单位,其余为配合单位。",
        "说明:列第一位的为牵头单位,其他单位为协办单位",
        "以上任务中,列第一位的为牵头单位,其他为配合单位。",
        "注:\n1.“以上”含本数。\n2.各项任务排在首位的为牵头单位,其余为参加单位。",
        "备注:1.第一个单位为牵头单位,列在其后的为参与单位;2.“以上”含本数。",
    ],
)
def test_a_note_at_the_end_rules_on_all_lists(plan_of, rule):
    plan = plan_of(ITEMS + rule)
    assert duties_of(plan) == HELPED
    assert texts(plan)[-1] == "查办案件。"


def test_the_head_of_a_column_rules_on_its_lists(plan_of):
    rows = "抽检农药。|市农业农村局、市公安局|6月底\n清查仓库。|市商务局、市公安局|8月底\n查办案件。|市公安局|全年"
    plan = plan_of(f"工作任务|责任单位(列首位者为牵头单位,其余为配合单位)|完成时限\n{rows}")
    assert duties_of(plan) == [HELPED[0], "lead 市商务局; cooperating 市公安局", HELPED[2]]


def test_a_bracket_rules_from_there_on(plan_of):
    plan = plan_of(
        "一、任务\n1.抽检。(市公安局、市商务局。排在首位的为牵头单位,其余为配合单位,下同)\n2.清查。(市商务局、市公安局)"
    )
    assert duties_of(plan) == [
        "lead 市公安局; cooperating 市商务局",
        "lead 市商务局; cooperating 市公安局",
    ]


def test_others_answer_where_the_rule_says_so_or_nothing(plan_of):
    for rule in ("注:排在首位的为牵头单位。", "注:排在首位的为牵头单位,其余为责任单位。"):
        plan = plan_of(ITEMS + rule)
        assert duties_of(plan)[0] == "lead 市农业农村局; responsible 市公安局"


@pytest.mark.parametrize(
    "more", ["第2、3项为并列牵头", "任务2~3项均为共同牵头", "2.第2项由所列单位共同牵头"]
)
def test_all_units_lead_in_items_that_the_note_numbers(plan_of, more):
    plan = plan_of(f"{ITEMS}注:1.排在首位的为牵头单位,其余为配合单位;{more}。")
    assert duties_of(plan) == [
        HELPED[0],
        "lead 市商务局, 市公安局, 市邮政管理局",
        "lead 市公安局",
    ]


def test_a_number_of_two_chapters_tells_no_item(plan_of):
    more = "二、保障\n1.编制预算。(市财政局)\n2.开展宣传。(市司法局、市教育局)\n"
    plan = plan_of(f"{ITEMS}{more}注:排在首位的为牵头单位,其余为配合单位;第2、3项为并列牵头。")
    assert duties_of(plan) == [
        *HELPED,
        "lead 市财政局",
        "lead 市司法局; cooperating 市教育局",
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "注:列有两个以上责任单位的,排在第一位的为牵头单位,其余为配合单位。",
        "注:责任单位有两家及以上的,以第一家为牵头单位,其余为配合单位。",
        "注:责任单位超过一个的,排在首位的为牵头单位,其余为配合单位。",
        "注:有多个部门的,排在首位的为牵头单位,其余为配合单位。",
        "注:涉及多个部门的,列第一位的为牵头单位,其余为配合单位。",
        "说明:任务有多个责任单位的,排在首位的为牵头单位,其余为配合单位。",
    ],
)
def test_of_one_unit_a_rule_on_several_says_nothing(plan_of, rule):
    assert duties_of(plan_of(ITEMS + rule)) == [*HELPED[:2], "responsible 市公安局"]


def test_a_note_that_asks_for_something_stays(plan_of):
    rule = "列第一位的为牵头单位,其余为配合单位"
    for note in (
        f"以上任务,{rule}。牵头单位要于6月底前报送方案。",
        f"备注:\n1.{rule}。\n2.市商务局6月底前汇总。",
    ):
        plan = plan_of(ITEMS + note)
        assert duties_of(plan)[: len(HELPED)] == HELPED
        assert "6月底前" in plan.measures[-1].text


def test_a_caption_amid_numbered_items_begins_no_notes(plan_of):
    item = "4.清库。清单中列第一位的为牵头单位,其余为配合单位。(市商务局、市公安局)"
    plan = plan_of(f"{ITEMS}说明:\n{item}")
    assert duties_of(plan)[-1] == "lead 市商务局; cooperating 市公安局"
    assert duties_of(plan)[0] == "responsible 市农业农村局, 市公安局"


def test_a_note_on_something_else_stays(plan_of):
    assert texts(plan_of(f"{ITEMS}注:以上任务均须报送总结。"))[-1].endswith("报送总结。")


def test_a_sentence_of_an_item_is_no_note(plan_of):
    for item in (
        "4.核查。各单位要按任务清单认领,清单中排在首位的为牵头单位。",
        "4.排查。排查首批农资。(市公安局、市商务局。排在首位的为牵头单位)",
        "4.首批清查。(排在首位的为牵头单位,下同:市公安局、市商务局)",
    ):
        assert len(plan_of(f"{ITEMS}{item}").measures) == len(HELPED) + 1
    assert len(plan_of(f"{ITEMS}注:\n1.“以上”含本数。").measures) > len(HELPED)


def test_no_text_without_a_rule_gives_one(width):
    assert order_in([narrow(width("市公安局牵头,其余单位为配合单位"))]) is None


def test_under_the_rule_the_first_responsible_unit_leads():
    duties = (Duty("甲局", Role.RESPONSIBLE), Duty("乙局", Role.RESPONSIBLE))
    assert told(lead_by_order(duties)) == "lead 甲局; responsible 乙局"
    assert told(lead_by_order(duties, Order(Role.COOPERATING))) == "lead 甲局; cooperating 乙局"


def test_a_stated_lead_stays_alone_under_the_rule():
    duties = (Duty("甲局", Role.RESPONSIBLE), Duty("乙局", Role.LEAD))
    assert lead_by_order(duties, Order(Role.COOPERATING)) == duties


def test_a_helper_never_becomes_the_lead():
    assert lead_by_order((Duty("甲局", Role.COOPERATING),)) == (Duty("甲局", Role.COOPERATING),)
    assert lead_by_order(()) == ()


def test_a_row_of_one_unit_below_a_rule_on_several_is_no_doubt(plan_of):
    heads = "序号|工作任务|责任单位(有多个责任单位的,排在第一位的为牵头单位)|完成时限"
    rows = [f"{n}|清查仓库{n}处。|市商务局、市公安局|6月底" for n in range(1, 6)]
    plan = plan_of("\n".join([heads, *rows, "6|查办案件6件。|市公安局|全年"]))
    assert duties_of(plan)[-1] == "responsible 市公安局"
    assert "lead-cell" not in {f.code for each in plan.measures for f in each.findings}
