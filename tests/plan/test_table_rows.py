"""Rows of tables that are headings, torn, or say no more than 同上; and columns of aims."""

import pytest

from plan.telling import codes, texts, told

TASKS = "云溪市2024年任务分解表\n序号{0}任务{0}责任单位{0}完成时间{0}备注\n"


@pytest.mark.parametrize("mark", ["\t", "|"])
@pytest.mark.parametrize(("one", "two"), [("一", "二"), ("(一)", "(二)")])
def test_a_heading_across_a_table_may_have_its_number_in_a_cell_of_its_own(mark, one, two, plan_of):
    rows = f"{one}|建章立制|||\n1|出台办法|市商务局|6月底|\n{two}|执法办案|||\n2|开展检查|市公安局|9月底|"
    plan = plan_of(TASKS.format(mark) + rows.replace("|", mark))
    assert texts(plan) == ["出台办法", "开展检查"]
    assert [section.heading for section in plan.sections] == ["建章立制", "执法办案"]


def test_rows_numbered_in_words_are_no_headings(plan_of):
    rows = "一|出台办法|市商务局|6月底|\n二|开展检查|||\n三|办好培训|市公安局|9月底|"
    assert texts(plan_of(TASKS.format("|") + rows)) == ["出台办法", "开展检查", "办好培训"]


def test_a_torn_row_below_a_heading_across_the_table_is_one_of_it(plan_of):
    rows = "一|执法办案|||\n1|开展检查|市商务局\n市公安局|9月底|\n2|办好培训|市司法局|6月底|"
    plan = plan_of(TASKS.format("\t") + rows.replace("|", "\t"))
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市商务局, 市公安局",
        "responsible 市司法局",
    ]


def test_a_column_of_aims_beside_one_of_measures_tells_targets(plan_of):
    plan = plan_of(
        "云溪市2024年任务分解表\n序号|工作目标|具体措施|责任单位\n1|办案不少于20件|开展巡查|市公安局\n2|建成名录|逐户摸底|市商务局"
    )
    assert [[(t.operator, t.value, t.unit) for t in m.targets] for m in plan.measures] == [
        [(">=", 20, "件")],
        [],
    ]
    assert [finding.code for finding in plan.findings] == []


def test_a_row_that_only_says_the_same_is_told(plan_of):
    rows = "1|开展检查|市商务局|9月底|\n2|同上|市公安局|9月底|"
    assert codes(plan_of(TASKS.format("|") + rows)) == [[], ["ditto-task"]]


def test_the_edge_of_a_row_may_stand_on_a_line_of_its_own(plan_of):
    plan = plan_of(
        "云溪市公开台账\n序号 | 工作任务 | 细化分工 | 责任处室 | 完成时限 | 备注 |\n"
        "1 | 防疫信息 | 发布权威信息 | 应急处、监督处 | 长期推进 |\n|\n2 | 做好疫苗公开 | 疾控处 | 2031年8月底前 |\n|\n"
    )
    assert texts(plan) == ["发布权威信息", "做好疫苗公开"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 应急处, 监督处",
        "responsible 疾控处",
    ]
