"""What the cells and the header of a table say of who leads."""

import pytest

from plan.telling import codes, texts, told


def test_keys_within_a_cell_tell_who_leads(plan_of):
    plan = plan_of(
        "云溪市任务表\n领域\t任务\t责任分工\t完成时限\n"
        "网络\t查店\t牵头单位:市商务局\u2028配合单位:市公安局\t6月底前\n"
        "\t查案\t责任单位:市公安局、市司法局\t全年\n"
    )
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 市商务局; cooperating 市公安局",
        "responsible 市公安局, 市司法局",
    ]
    assert codes(plan)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "序号\t任务\t责任单位(排第一位的为牵头单位)\n{}",
        "责任单位中排在第一位的为牵头单位\n序号\t任务\t责任单位\n{}",
        "序号\t任务\t责任单位\n{}\n注:列首位的为牵头单位。",
    ],
)
def test_the_first_unit_of_each_row_leads_where_a_table_says_so(plan_of, text):
    plan = plan_of("云溪市任务表\n" + text.format("1\t查店\t市商务局、市公安局\n2\t查案\t市公安局"))
    assert [told(measure.duties) for measure in plan.measures] == [
        "lead 市商务局; responsible 市公安局",
        "lead 市公安局",
    ]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("区住房城乡\u2028建设局", ["区住房城乡建设局"]),
        ("城关乡\u2028东风乡", ["城关乡", "东风乡"]),
        ("区公安局\u2028区商务局", ["区公安局", "区商务局"]),
        ("区公安局、\u2028区商务局", ["区公安局", "区商务局"]),
    ],
)
def test_the_lines_of_a_cell_are_names_or_parts_of_one(plan_of, cell, names):
    plan = plan_of(f"分工表\n序号\t任务\t责任单位\n1\t核查\t{cell}\n2\t查处\t区商务局")
    assert [duty.unit for duty in plan.measures[0].duties] == names


def test_a_column_of_stages_is_known(plan_of):
    plan = plan_of("2026年方案\n阶段\t工作内容\t责任单位\n动员\t制定方案\t市双打办")
    assert texts(plan) == ["制定方案"]
    assert plan.findings == ()
