"""Lists of problems: what is done about each is the task, and its units hold for all of it."""

import pytest

from plan.telling import codes, outline, texts, told

HEAD = "云泽市督查反馈问题整改清单\n(2024年5月6日)\n"
BLOCK = """{0}
{1}
1.{2}补录漏录的案件。
2.每月通报录入数量。
责任单位:市司法局、市检察院
责 任 人:王某
整改时限:2024年8月底前
存在问题:罚没物品没有库房。
整改措施:租用库房,集中处置积压物品。
责任单位:市财政局
整改时限:2024年10月底前
"""
BOTH = "responsible 市司法局, 市检察院"


@pytest.mark.parametrize(
    ("problem", "measures"),
    [
        ("存在问题:平台录入不及时。", "整改措施:"),
        ("存在问题:\n平台录入不及时,\n有案不录。", "整改措施:"),
        ("反馈问题1:平台录入不及时。", "具体措施:".replace("具体", "解决")),
        ("【存在问题】:平台录入不及时。", "【整改措施】:"),
    ],
)
def test_the_units_of_a_block_hold_for_all_its_measures(plan_of, problem, measures):
    plan = plan_of(HEAD + BLOCK.format(problem, measures, ""))
    assert texts(plan) == ["补录漏录的案件。", "每月通报录入数量。", "租用库房,集中处置积压物品。"]
    assert [told(m.duties) for m in plan.measures] == [BOTH, BOTH, "responsible 市财政局"]
    dates = [[d.due_on.isoformat() for d in m.deadlines] for m in plan.measures]
    assert dates == [["2024-08-31"], ["2024-08-31"], ["2024-10-31"]]
    assert outline(plan) == ["3 1", "3 2"]
    assert codes(plan) == [[], [], []]


def test_a_date_of_its_own_stands_beside_that_of_the_block(plan_of):
    plan = plan_of(HEAD + BLOCK.format("存在问题:有案不录。", "整改措施:", "7月20日前"))
    dates = [d.due_on.isoformat() for d in plan.measures[0].deadlines]
    assert sorted(dates) == ["2024-07-20", "2024-08-31"]


def test_units_of_one_block_do_not_reach_the_block_before(plan_of):
    first = "存在问题:甲不明。\n整改措施:\n1.查清底数。\n2.登记造册。\n"
    plan = plan_of(HEAD + first + BLOCK.format("存在问题:有案不录。", "整改措施:", ""))
    assert [told(m.duties) for m in plan.measures[:3]] == ["", "", BOTH]
    assert codes(plan)[0]


def test_a_text_that_only_speaks_of_problems_is_left_as_it_is(plan_of):
    plan = plan_of(
        "一、查处\n1.问题线索及时移送。(市公安局负责)\n2.存在问题的店铺停业。(市商务局负责)\n"
    )
    assert texts(plan) == ["问题线索及时移送。", "存在问题的店铺停业。"]
