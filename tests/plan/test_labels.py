"""Items that begin with parts of one house and a colon, each with what it does."""

import pytest

from plan.telling import codes, told

HEAD = "安河区商务局2032年工作分工\n一、任务分工\n"


def row(plan_of, *items):
    lines = "\n".join(f"{n}.{item}" for n, item in enumerate(items, 1))
    return [told(m.duties) for m in plan_of(HEAD + lines).measures]


def test_each_part_of_a_house_does_what_stands_behind_its_name(plan_of):
    assert row(
        plan_of,
        "综合处:对接区财政局,协助企业开展自查。",
        "法规科、信访科:配合做好普法。",
        "办公室:主要做好文件收发、会议筹备。",
        "执法支队:牵头查办案件。",
        "区商务局办公室:做好宣传报道。",
    ) == [
        "responsible 综合处",
        "cooperating 法规科, 信访科",
        "responsible 办公室",
        "lead 执法支队",
        "responsible 区商务局办公室",
    ]


def test_parts_stand_beside_whole_units_and_a_clause_says_more_than_a_name(plan_of):
    assert row(
        plan_of,
        "综合处:对接区财政局,督促自查。",
        "区公安局网安科:配合区商务局做好巡查。",
        "区公安局:协助区商务局对商超开展检查。",
        "法规科:修订制度。(区司法局负责)",
    ) == [
        "responsible 综合处",
        "cooperating 区公安局网安科",
        "cooperating 区公安局",
        "responsible 区司法局",
    ]


def test_paragraphs_that_begin_with_parts_are_measures(plan_of):
    plan = plan_of(f"{HEAD}(一)任务\n综合处:对接区财政局。\n办公室:做好会议筹备。\n(二)检查商超。")
    assert [told(m.duties) for m in plan.measures[:2]] == [
        "responsible 综合处",
        "responsible 办公室",
    ]


@pytest.mark.parametrize(
    "items",
    [
        ("法规科:做好普法。", "检查商超。", "巡查集市。"),
        ("集贸市场:加强巡查。", "超市:加强巡查。"),
        ("办公室:", "法规科:"),
        ("成立工作专班:抽调骨干力量。", "设立举报办公室:受理群众举报。"),
    ],
)
def test_a_single_name_and_names_of_other_things_are_none(items, plan_of):
    assert not any(row(plan_of, *items))


def test_the_office_of_the_house_is_no_odd_name(plan_of):
    plan = plan_of(f"{HEAD}1.办公室:做好会议筹备。\n2.法规科:做好普法。")
    assert "unknown-unit" not in codes(plan)[0]
