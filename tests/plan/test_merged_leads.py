"""Rows of a task table whose lead is one merged cell, with their own cooperating units."""

from plan.telling import codes, told

MERGED_LEAD = """2025年任务分工表
序号\t重点任务\t牵头单位\t配合单位
1\t整治网络市场\t市市场监管局\t市公安局
2\t整治农村市场\t\t市农业农村局
3\t加强宣传\t市委宣传部\t
"""


def test_a_row_that_says_only_who_cooperates_is_led_as_the_row_above(plan_of):
    plan = plan_of(MERGED_LEAD)
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; cooperating 市公安局",
        "lead 市市场监管局; cooperating 市农业农村局",
        "lead 市委宣传部",
    ]
    assert codes(plan) == [[], ["merged-cells"], []]


def test_a_row_without_a_lead_among_rows_that_have_one_is_told(plan_of):
    table = MERGED_LEAD.replace("配合单位", "责任单位")
    assert codes(plan_of(table)) == [[], ["lead-cell"], []]


def test_rows_of_which_few_are_led_are_not(plan_of):
    table = MERGED_LEAD.replace("配合单位", "责任单位").replace("市委宣传部", "")
    assert not any("lead-cell" in each for each in codes(plan_of(table)))


def test_where_no_column_says_who_leads_nothing_is_taken_from_above(plan_of):
    table = MERGED_LEAD.replace("牵头单位", "责任单位").replace(
        "\t\t市农业农村局", "\t市农业农村局\t"
    )
    told_of = [told(m.duties) for m in plan_of(table).measures]
    assert told_of[1] == "responsible 市农业农村局"
