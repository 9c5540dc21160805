"""Tables as pages give them: one cell a line, or rows whose first cells were merged with those above."""

import pytest

from plan.telling import codes, outline, texts, told
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.tables.columns import Column, columns_of
from shuangda_desktop.plan.tables.fitting import fitted, refitted
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

HEAD = "2026年双打工作任务分解表\n"
THEMES = """工作任务
具体要求
责任科室
时限要求
管好商标
1
清理超期的商标代理备案。
综合科
年底前
管好仓库
2
与快递企业签订承诺书。
各科室
持续推进
3
对出租仓库登记造册
综合科
持续推进
"""
LEADERS = """序号
目标与任务
分管市领导
牵头责任单位
责任单位
80
开通举报热线。
柏 青
市市场监管局
市公安局
81
建成销毁场。
柏 青
市生态环境局
市城管局
"""
MERGED = """序号
民生实事
责任单位
完成时限
4
改造两个农贸市场。
市商务局
市住房城乡建设局
9月投入使用
5
开工建设仓储园。
市交通运输局
5月底前动工
开工建设职工大学。
12月底前
"""
BANDS = """序号
重点工作任务
主要责任单位
协同配合单位
一、2026年全市双打工作的主要预期目标和任务
二、服务企业发展壮大主导产业集群优化营商环境
68
编印维权指南。
市商务局
市有关部门，各乡镇人民政府、街道办事处。
三、做好宣传工作
69
播出公益广告。
市委宣传部
市广播电视台。
"""
MOVED = """工作任务 | 具体要求 | 责任部门 |
集中整治 | 查一次批发市场。 | 市市场监管局 |
查一次电商仓库。 | 市公安局牵头，市邮政管理局配合 | |
加强宣传 | 办一场发布会。 | 市委宣传部 |
"""


def test_a_column_of_themes_and_numbers_without_a_word_above_them(plan_of):
    plan = plan_of(HEAD + THEMES)
    assert texts(plan) == [
        "清理超期的商标代理备案。",
        "与快递企业签订承诺书。",
        "对出租仓库登记造册",
    ]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 综合科",
        "responsible 各科室",
        "responsible 综合科",
    ]
    assert [str(d.due_on) for d in plan.measures[0].deadlines] == ["2026-12-31"]
    assert [r.every for r in plan.measures[1].recurrences] == ["standing"]


def test_who_watches_over_a_task_is_no_unit(plan_of):
    plan = plan_of(HEAD + LEADERS)
    assert texts(plan) == ["开通举报热线。", "建成销毁场。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; responsible 市公安局",
        "lead 市生态环境局; responsible 市城管局",
    ]


def test_a_row_without_a_number_shares_the_number_and_the_unit_above(plan_of):
    plan = plan_of(HEAD + MERGED)
    assert texts(plan) == ["改造两个农贸市场。", "开工建设仓储园。", "开工建设职工大学。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市商务局, 市住房城乡建设局",
        "responsible 市交通运输局",
        "responsible 市交通运输局",
    ]
    assert [[str(d.due_on) for d in m.deadlines] for m in plan.measures] == [
        ["2026-09-30"],
        ["2026-05-31"],
        ["2026-12-31"],
    ]
    assert codes(plan) == [[], [], ["merged-cells"]]


def test_headings_across_a_table_without_rows_below_them(plan_of):
    plan = plan_of(HEAD + BANDS)
    assert outline(plan) == [
        "1 一 2026年全市双打工作的主要预期目标和任务",
        "1 二 服务企业发展壮大主导产业集群优化营商环境",
        "1 三 做好宣传工作",
    ]
    assert texts(plan) == ["编印维权指南。", "播出公益广告。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市商务局; cooperating 市有关部门, 各乡镇人民政府, 街道办事处",
        "responsible 市委宣传部; cooperating 市广播电视台",
    ]


def test_a_heading_across_a_table_may_say_who_leads(plan_of):
    rows = BANDS.replace("三、做好宣传工作", "三、做好宣传工作(市委宣传部牵头)")
    assert outline(plan_of(HEAD + rows))[2] == "1 三 做好宣传工作"


def test_a_row_that_moved_to_the_left_is_put_right(plan_of):
    plan = plan_of(HEAD + MOVED)
    assert texts(plan) == ["查一次批发市场。", "查一次电商仓库。", "办一场发布会。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市市场监管局",
        "lead 市公安局; cooperating 市邮政管理局",
        "responsible 市委宣传部",
    ]


STROKES = """序号 |
任务 |
牵头单位 |
配合单位 |
完成时限 |
1 |
清查仓库。 |
|
市公安局 |
6月底 |
2 |
清查快递网点。 |
市邮政管理局 |
市公安局
市交通运输局 |
|
3 |
办好发布会。 |
市委宣传部 |
|
|
"""


def repaired(text):
    return parse(repair(SourceText(text, blocks_of(text), "plan.txt", "0", "txt")))


@pytest.mark.parametrize("rows", [STROKES, STROKES.replace(" |", "\n|")])
def test_strokes_that_close_each_cell_tell_which_are_empty(rows):
    plan = repaired(HEAD + rows)
    assert [(m.text, told(m.duties), len(m.deadlines)) for m in plan.measures] == [
        ("清查仓库。", "cooperating 市公安局", 1),
        ("清查快递网点。", "lead 市邮政管理局; cooperating 市公安局, 市交通运输局", 0),
        ("办好发布会。", "lead 市委宣传部", 0),
    ]


def test_strokes_of_few_cells_are_dirt():
    plan = repaired(f"{HEAD}任务\n责任单位\n完成时限\n清查仓库。|\n|\n市公安局\n6月底\n")
    assert [told(m.duties) for m in plan.measures] == ["responsible 市公安局"]


THREE = (Column.TASK, Column.TASK, Column.RESPONSIBLE)


@pytest.mark.parametrize(
    ("row", "meant"),
    [
        (("查酒价", "市公安局", ""), ["", "查酒价", "市公安局"]),
        (("查酒价", "市公安局"), ["", "查酒价", "市公安局"]),
        (("酒类", "查酒价", ""), ["酒类", "查酒价", ""]),
        (("", "查酒价", "市公安局"), ["", "查酒价", "市公安局"]),
        (("酒类", "", "市公安局"), ["酒类", "", "市公安局"]),
        (("", "", ""), ["", "", ""]),
        (("酒类", "查酒价", "市公安局", "4"), ["酒类", "查酒价", "市公安局", "4"]),
        (("查酒价", "查酒吧", ""), ["查酒价", "查酒吧", ""]),
    ],
)
def test_only_rows_that_fit_better_are_moved(row, meant):
    cells = [line.part(0) for line in lines_of("\n".join(cell or "-" for cell in row))]
    cells = [cell.part(1) if cell.flat == "-" else cell for cell in cells]
    assert [cell.flat for cell in refitted(cells, THREE)] == meant


def test_as_many_lines_as_columns_are_two_cells_of_units_where_the_last_is_no_time():
    columns = (Column.NUMBER, Column.TASK, Column.RESPONSIBLE, Column.DUE)
    _, rows = fitted(lines_of("3\n查酒吧\n市公安局\n市商务局"), columns)
    assert [cell.flat for cell in rows[0]] == ["3", "查酒吧", "市公安局 市商务局", ""]


def test_a_long_table_without_numbers_is_divided_in_parts(plan_of):
    rows = "".join(f"第{n}次清查市场\n市公安局\n6月底\n" for n in range(900))
    plan = plan_of(f"{HEAD}工作任务\n责任单位\n完成时限\n{rows}")
    assert len(plan.measures) == 900
    assert {told(m.duties) for m in plan.measures} == {"responsible 市公安局"}


def test_two_sentences_are_no_unit_and_the_last_line_may_end_in_a_comma(plan_of):
    plan = plan_of(
        f"{HEAD}工作任务\n责任单位\n完成时限\n排查。整改。\n市公安局\n市商务局\n6月底、\n"
    )
    assert [(m.text, told(m.duties)) for m in plan.measures] == [
        ("排查。整改。", "responsible 市公安局, 市商务局")
    ]


@pytest.mark.parametrize(
    "header",
    ["分管市领导", "市政府分管领导", "责任领导", "包保领导", "牵头负责人", "协同配合单位"],
)
def test_more_words_over_columns_are_known(header):
    assert columns_of(lines_of(f"任务\n责任股室\n{header}"))[2] in (
        Column.ASIDE,
        Column.COOPERATING,
    )


def test_a_unit_or_a_time_where_a_task_should_stand_is_told_and_no_measure(plan_of):
    rows = "任务\t责任单位\t时限\n查酒价\t各科室\t持续推进\n各科室\t持续推进\t\n查酒类\t市公安局\t6月\n"
    plan = plan_of(HEAD + rows + "全年\t市公安局\t\n")
    assert texts(plan) == ["查酒价", "查酒类"]
    lost = [finding for finding in plan.findings if finding.code == "lost-columns"]
    assert [("各科室" in f.message, "2格" in f.message) for f in lost] == [(True, True)]


def test_a_table_whose_rows_all_fit_has_lost_nothing(plan_of):
    assert "lost-columns" not in {f.code for f in plan_of(HEAD + MERGED).findings}


def test_units_on_lines_of_their_own_fill_two_columns_of_units(plan_of):
    rows = "1.整治集市。\n市商务局\n市公安局\n市税务局\n2.建设举报站。\n市司法局\n市公安局\n市财政局\n各镇\n"
    plan = plan_of(
        f"{HEAD}工作任务\n主要责任单位\n相关责任单位\n{rows}3.查处假酒。\n市公安局\n市商务局\n"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市商务局, 市公安局, 市税务局",
        "responsible 市司法局, 市公安局, 市财政局, 各镇",
        "responsible 市公安局, 市商务局",
    ]


def test_sentences_of_a_cell_do_not_go_to_the_words_before_them(plan_of):
    rows = "1\n整治集市\n每周巡查摊点。\n查处假酒。\n市商务局\n6月底\n2\n清理废品站\n清理无证站点。\n市供销社\n8月底\n"
    plan = plan_of(f"{HEAD}序号\n工作任务\n具体措施\n责任单位\n时限\n{rows}")
    assert texts(plan) == ["每周巡查摊点。查处假酒。", "清理无证站点。"]
