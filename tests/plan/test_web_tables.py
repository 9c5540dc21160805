"""Tables as web pages give them: columns of progress, headers in pieces, figures among the cells."""

import pytest

from plan.telling import codes, texts, told
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.tables.columns import Column, column_of, columns_of
from shuangda_desktop.plan.tables.fitting import fitted
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import SourceText, blocks_of

TITLE = "云溪市2026年民生实事项目表\n"


def repaired(text):
    """The plan of a text as it is read from a file: repaired first."""
    return parse(repair(SourceText(text, blocks_of(text), "plan.txt", "0", "txt")))


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("1-9月份工作完成情况", Column.REACHED),
        ("2026年一季度进展情况", Column.REACHED),
        ("当前进度", Column.REACHED),
        ("完成率(%)", Column.REACHED),
        ("形象进度", Column.REACHED),
        ("工作进度安排", Column.DUE),
        ("抽查检查起止时间", Column.DUE),
        ("2026年度任务目标", Column.TASK),
        ("市政府民生实事名称", Column.TASK),
        ("建设规模及内容", Column.TASK),
        ("总投资(万元)", Column.ASIDE),
        ("建设时间", Column.ASIDE),
        ("抽查比例及频次", Column.ASIDE),
        ("发起部门", Column.LEAD),
        ("牵头单位及责任人", Column.LEAD),
    ],
)
def test_words_over_columns(words, column):
    assert column_of(lines_of(words)[0]) is column


PROGRESS = """序号

项目内容

当前进度

牵头单位

备注

1

新建公办园3所。

80%(城东校区进度滞后)

市教育局

市定项目

2

修建步道55公里。

基本完成。

已完成步道54公里,余下一段正在施工。

3

改造老旧农贸市场2个。

目前已完成1个。

市商务局

县定项目
"""


def test_what_was_reached_is_no_task_and_no_target():
    plan = repaired(TITLE + PROGRESS)
    assert texts(plan) == ["新建公办园3所。", "修建步道55公里。", "改造老旧农贸市场2个。"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市教育局",
        "lead 市教育局",
        "lead 市商务局",
    ]
    assert [[t.value for t in m.targets] for m in plan.measures] == [[3.0], [55.0], [2.0]]
    assert codes(plan)[1] == ["merged-cells"]


def test_several_columns_of_progress_with_their_months_below_them(plan_of):
    head = "项目\n名称\n内容\n牵头单位\n进展情况\n(7月)\n进展情况\n(12月)\n"
    row = "养老服务\n新增托养床位60张。\n市民政局\n已完成新增托养床位40张\n已完成61张,超额完成。\n"
    plan = plan_of(f"{TITLE}{head}{row}")
    assert texts(plan) == ["新增托养床位60张。"]
    assert [m.title for m in plan.measures] == ["养老服务"]
    assert told(plan.measures[0].duties) == "lead 市民政局"


def test_a_header_in_pieces_is_as_wide_as_the_rows(plan_of):
    head = "序号\n项目\n内容\n进展\n情况\n责任\n单位\n"
    rows = "1\n建好冷库。\n已开工。\n市商务局\n2\n开办夜校。\n未启动。\n市教育局\n"
    plan = plan_of(f"{TITLE}{head}{rows}")
    assert texts(plan) == ["建好冷库。", "开办夜校。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市商务局",
        "responsible 市教育局",
    ]
    assert plan.findings == ()


def test_a_heading_right_below_the_header_is_no_column(plan_of):
    head = "序号\n名称\n工作任务\n主要责任单位\n主要预期目标分解(2项)\n"
    rows = (
        "1\n财政收入\n财政收入增长12%以上\n市财政局\n2\n消费\n社会消费品零售总额增长7%\n市商务局\n"
    )
    plan = plan_of(f"{TITLE}{head}{rows}")
    assert texts(plan) == ["财政收入增长12%以上", "社会消费品零售总额增长7%"]
    assert plan.findings == ()


def test_a_column_of_unknown_words_stays_one_and_is_told(plan_of):
    head = "序号\n项目内容\n帮扶老人\n责任单位\n"
    plan = plan_of(f"{TITLE}{head}1\n开办食堂。\n李某\n市民政局\n2\n修缮祠堂。\n王某\n市文物局\n")
    assert texts(plan) == ["开办食堂。", "修缮祠堂。"]
    assert [f.code for f in plan.findings] == ["unknown-column"]
    assert "未读取" in plan.findings[0].message


def test_rows_of_uneven_width_leave_the_header_alone(plan_of):
    head = "序号\n项目内容\n责任单位\n完成时限\n"
    plan = plan_of(f"{TITLE}{head}1\n开办食堂。\n市民政局\n2\n修缮祠堂。\n市文物局\n6月底前\n")
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市民政局",
        "responsible 市文物局",
    ]


def test_figures_in_the_cells_begin_no_rows(plan_of):
    head = "序号\n项目名称\n建设地点\n建设内容\n年度投资(万元)\n责任单位\n"
    rows = (
        "1\n市场改造\n柏林街道\n改造市场2处。\n300\n市商务局\n"
        "2\n冷库\n河口镇\n新建冷库3座。\n7\n市供销社\n"
        "5\n电商\n河口镇\n引进企业20家。\n800\n市商务局\n"
        "40\n夜市\n柏林街道\n开办夜市1处。\n20\n市商务局\n"
        "41\n便民点\n柏林街道\n开办便民点4处。\n90\n市商务局\n"
    )
    plan = plan_of(f"{TITLE}{head}{rows}")
    assert texts(plan) == [
        "改造市场2处。",
        "新建冷库3座。",
        "引进企业20家。",
        "开办夜市1处。",
        "开办便民点4处。",
    ]
    assert told(plan.measures[1].duties) == "responsible 市供销社"


def test_strokes_before_rows_and_behind_headings_across_are_no_cells():
    strokes = (
        "|\n序号 |\n重点任务 |\n完成时限 |\n责任单位 |\n|\n一、整治市场 |\n||||\n"
        "|\n1 |\n查处假酒。 |\n6月底前 |\n市公安局 |\n|\n2 |\n巡查集市。 |\n9月底前 |\n市商务局 |\n"
    )
    plan = repaired(f"云溪市2026年任务清单\n{strokes}")
    assert texts(plan) == ["查处假酒。", "巡查集市。"]
    assert [told(m.duties) for m in plan.measures] == [
        "responsible 市公安局",
        "responsible 市商务局",
    ]
    assert [s.heading for s in plan.sections] == ["整治市场"]


def test_lines_about_the_page_are_no_rows(plan_of):
    rows = "序号 | 任务 | 责任单位 |\n1 | 查处假酒。 | 市公安局 |\n索引号: | 0123 | 成文日期: | 2026-01-08 |\n"
    assert texts(plan_of(TITLE + rows)) == ["查处假酒。"]


@pytest.mark.parametrize(
    ("head", "row", "text", "target"),
    [
        ("指标名称\t指标要求\t责任单位", "财政收入\t增长6%\t市财政局", "财政收入增长6%", 6.0),
        (
            "工作任务\t具体措施\t责任单位",
            "整治网络\t清理链接90条。\t市网信办",
            "清理链接90条。",
            90.0,
        ),
        (
            "类别\t指标名称\t目标值\t责任单位",
            "养老\t新增床位\t71张\t市民政局",
            "新增床位71张",
            71.0,
        ),
        ("项目名称\t责任单位\t目标任务", "新增床位\t市民政局\t71张", "新增床位", None),
    ],
)
def test_what_is_aimed_at_goes_on_with_its_name_and_a_figure_is_no_task(
    head, row, text, target, plan_of
):
    plan = plan_of(f"{TITLE}{head}\n{row}\n")
    assert texts(plan) == [text]
    assert [t.value for m in plan.measures for t in m.targets] == ([target] if target else [])
    assert [f.code for f in plan.findings] == ([] if target else ["unread-cell"])


def test_a_column_whose_words_are_damaged_is_taken_for_the_tasks_and_told(plan_of):
    plan = plan_of(f"{TITLE}序号\t项目?容\t牵头单位\n1\t开办夜校。\t市教育局\n")
    assert texts(plan) == ["开办夜校。"]
    assert [f.code for f in plan.findings] == ["unknown-column"]
    assert "一列是任务内容" in plan.findings[0].message
    assert columns_of(lines_of("序号\n姓名\n牵头单位")) == ()


def test_a_remark_may_name_a_town_and_no_unit_is_lost_for_it():
    columns = (Column.NUMBER, Column.TASK, Column.ASIDE, Column.RESPONSIBLE, Column.REACHED)
    _, rows = fitted(lines_of("3\n建冷库\n河口镇人民政府\n市商务局\n50%"), columns)
    assert [cell.flat for cell in rows[0]] == ["3", "建冷库", "河口镇人民政府", "市商务局", "50%"]
    _, rows = fitted(lines_of("3\n建冷库\n市商务局\n已建成"), columns)
    assert [cell.flat for cell in rows[0]] == ["3", "建冷库", "", "市商务局", "已建成"]


def test_who_answers_in_an_office_moves_no_unit(plan_of):
    head = "序号\n工作任务\n市级领导\n牵头单位及责任人\n配合单位\n"
    plan = plan_of(f"{TITLE}{head}1\n开展计量检查。\n白某\n市市场监管局 柏某某\n市商务局\n")
    assert told(plan.measures[0].duties).endswith("cooperating 市商务局")
    assert plan.measures[0].duties[0].unit == "市市场监管局"
    assert codes(plan) == [["unknown-unit"]]


def test_a_heading_with_a_number_goes_on_with_no_time():
    columns = (Column.GROUP, Column.TASK, Column.TASK, Column.LEAD, Column.DUE)
    lines = (
        "一、执法\n1.清理链接\n全年清理。\n市公安局\n2026年11月\n2.查处案件\n查处。\n市司法局\n全年"
    )
    _, rows = fitted(lines_of(lines), columns)
    assert [row[-1].flat for row in rows] == ["2026年11月", "全年"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("不少于10%", ["unknown-column"]),
        ("达到300家", ["unknown-column"]),
        ("城区商铺", []),
        ("300", []),
    ],
)
def test_a_column_beside_the_tasks_that_holds_bounds_is_told(plan_of, cell, expected):
    head = "序号\t抽查事项\t抽查比例\t责任单位\n"
    plan = plan_of(f"{TITLE}{head}1\t抽查商铺。\t{cell}\t市商务局\n2\t抽查药店。\t\t市药监局\n")
    assert [f.code for f in plan.findings] == expected


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("序号\t名称\t时间", 0),
        ("序号\t项目名称\t日期", 0),
        ("序号\t名称\t办结时间", 0),
        ("序号\t项目名称\t完成时间", 2),
        ("序号\t重点任务\t时限", 2),
    ],
)
def test_numbered_things_with_a_time_are_tasks_only_where_one_is_to_be_kept(head, rows, plan_of):
    plan = plan_of(f"云溪市案件表\n{head}\n1\t某某假酒案\t2030年3月5日\n2\t假烟案\t4月5日\n")
    assert sum(len(measure.deadlines) for measure in plan.measures) == rows
