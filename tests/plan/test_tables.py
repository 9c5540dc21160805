"""Task tables are read whether their cells are parted by tabs, bars or lines."""

from datetime import date

import pytest

from plan.telling import codes, outline, texts, told
from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.tables.tables import Column, band, read_table, rows_end, table_end

TABBED = """2023年云溪市重点任务清单
序号\t重点任务\t具体措施\t牵头单位\t配合单位\t完成时限\t备注
1\t整治网络\t清理链接1000条以上\t市市场监管局\t市网信办、市公安局\t9月底前\t
2\t\t约谈平台企业\t市网信办\t市市场监管局\t2023年11月\t
3\t整治农资\t抽检合格率不低于98%\t市农业农村局\u2028市市场监管局\t各县(市、区)政府\t长期坚持\t
\t\t抽检化肥\t\t\t12月底前\t
序号\t重点任务\t具体措施\t牵头单位\t配合单位\t完成时限\t备注
4\t宣传\t集中宣传\t市委宣传部\t各成员单位\t全年\t
"""


@pytest.fixture
def tabbed(plan_of):
    return plan_of(TABBED)


def test_a_column_of_months_is_one_of_time(plan_of):
    plan = plan_of("云溪市2026年月度安排\n月份\t工作内容\t责任单位\n4月\t查案。\t市公安局\n")
    assert [d.due_on for m in plan.measures for d in m.deadlines] == [date(2026, 4, 30)]


def test_each_row_is_a_measure(tabbed):
    assert texts(tabbed) == [
        "清理链接1000条以上",
        "约谈平台企业",
        "抽检合格率不低于98%",
        "抽检化肥",
        "集中宣传",
    ]


def test_columns_tell_the_roles(tabbed):
    assert [told(m.duties) for m in tabbed.measures] == [
        "lead 市市场监管局; cooperating 市网信办, 市公安局",
        "lead 市网信办; cooperating 市市场监管局",
        "lead 市农业农村局, 市市场监管局; cooperating 各县(市、区)政府",
        "lead 市农业农村局, 市市场监管局; cooperating 各县(市、区)政府",
        "lead 市委宣传部; cooperating 各成员单位",
    ]


def test_the_column_of_time_gives_deadlines_and_rhythms(tabbed):
    assert [[d.due_on for d in m.deadlines] for m in tabbed.measures] == [
        [date(2023, 9, 30)],
        [date(2023, 11, 30)],
        [],
        [date(2023, 12, 31)],
        [],
    ]
    assert [[r.every for r in m.recurrences] for m in tabbed.measures][2:] == [
        ["standing"],
        [],
        ["standing"],
    ]


def test_the_general_task_is_the_title(tabbed):
    assert [m.title for m in tabbed.measures] == [
        "整治网络",
        "约谈平台企业",
        "整治农资",
        "抽检化肥",
        "宣传",
    ]


def test_the_title_above_the_table_is_found(tabbed):
    assert tabbed.title == "2023年云溪市重点任务清单"


def test_the_clause_is_told_as_keys(tabbed):
    assert tabbed.measures[1].clause == (
        "牵头单位\uff1a市网信办\uff1b配合单位\uff1a市市场监管局\uff1b完成时限\uff1a2023年11月"
    )


def test_spans_cover_the_row(tabbed):
    for measure in tabbed.measures[:3]:
        covered = TABBED[measure.span.start : measure.span.end]
        assert measure.text[:4] in covered
        assert "市" in covered


BARS = """任务分工表
| 序号 | 工作任务 | 责任单位 | 完成时限 |
|---|:---:|---|---|
| 1 | 查办案件 | 市公安局、检察院 | 2021年底前 |
| 2 | 开展宣传 | 市委宣传部 | 每季度 |
"""


def test_a_table_with_bars(plan_of):
    plan = plan_of(BARS)
    assert texts(plan) == ["查办案件", "开展宣传"]
    assert told(plan.measures[0].duties) == "responsible 市公安局, 市检察院"
    assert [d.due_on for d in plan.measures[0].deadlines] == [date(2021, 12, 31)]
    assert [r.every for r in plan.measures[1].recurrences] == ["P3M"]


def test_bars_without_outer_marks(plan_of):
    plan = plan_of("任务 | 责任单位 | 备注\n查案 | 市公安局 | 无\n宣传 | 市文旅局 | 无")
    assert texts(plan) == ["查案", "宣传"]


SPREAD = """附件

任务分工表

序号
重点任务
牵头单位
配合单位
完成时限
1
开展市场整治
市市场监管局
市公安局、市商务局
9月底前
2
销毁侵权商品
市生态环境局
市市场监管局、
云溪海关
12月底前
序号
重点任务
牵头单位
配合单位
完成时限
3
推进软件正版化
市委宣传部
市财政局
长期坚持
"""


def test_one_cell_a_line(plan_of):
    plan = plan_of(SPREAD)
    assert texts(plan) == ["开展市场整治", "销毁侵权商品", "推进软件正版化"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; cooperating 市公安局, 市商务局",
        "lead 市生态环境局; cooperating 市市场监管局, 云溪海关",
        "lead 市委宣传部; cooperating 市财政局",
    ]
    assert plan.title == "任务分工表"


def test_one_cell_a_line_without_numbers(plan_of):
    plan = plan_of(
        "分工表\n重点任务\n责任单位\n完成时限\n整治市场\n市商务局\n6月底\n整治网络\n市公安局、\n市网信办\n9月底"
    )
    assert texts(plan) == ["整治市场", "整治网络"]
    assert told(plan.measures[1].duties) == "responsible 市公安局, 市网信办"


def test_a_cell_too_many_joins_the_last(plan_of):
    plan = plan_of(
        "分工表\n序号\n重点任务\n责任单位\n1\n整治市场\n市商务局\n、市公安局\n2\n宣传\n市文旅局"
    )
    assert told(plan.measures[0].duties) == "responsible 市商务局, 市公安局"


def test_a_row_of_units_alone_adds_them_to_the_row_above(plan_of):
    plan = plan_of("任务\t牵头单位\t配合单位\n查案\t市公安局\t市商务局\n\t\t市司法局")
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局, 市司法局"


def test_an_empty_row_adds_nothing(plan_of):
    plan = plan_of("任务\t牵头单位\t备注\n\t\t无\n查案\t市公安局\t\n\t\t无")
    assert texts(plan) == ["查案"]


def test_a_row_without_units_has_none(plan_of):
    plan = plan_of("任务\t责任单位\t备注\n查案\t\t待定")
    assert plan.measures[0].duties == ()
    assert plan.measures[0].clause is None


def test_a_cell_with_keys_of_its_own(plan_of):
    plan = plan_of("任务\t责任单位\n查案\t牵头单位:市公安局\u2028配合单位:市商务局")
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局"


def test_lines_in_a_cell_part_names_only_where_a_name_ends(plan_of):
    plan = plan_of("任务\t责任单位\n查案\t市公安局\u2028市文化广电\u2028和旅游局")
    assert told(plan.measures[0].duties) == "responsible 市公安局, 市文化广电和旅游局"


def test_rows_after_a_list_of_items_come_in_reading_order(plan_of):
    plan = plan_of("一、任务\n(一)做甲。(市公安局负责)\n任务\t责任单位\n做乙\t市商务局")
    assert texts(plan) == ["做甲。", "做乙"]
    assert outline(plan) == ["1 一 任务", "2 (一) <一"]


def test_an_unknown_column_is_told(plan_of):
    plan = plan_of("任务\t牵头单位\t颜色\n查案\t市公安局\t红")
    assert [finding.code for finding in plan.findings if finding.code == "unknown-column"] == [
        "unknown-column"
    ]
    assert codes(plan) == [[]]


@pytest.mark.parametrize(
    "header",
    [
        "索引号\t000-1",
        "姓名\t单位\t电话",
        "序号\t备注\t责任单位",
        "任务\t甲\t乙\t丙\t责任单位",
        "责任单位",
        "|甲|乙|",
    ],
)
def test_other_tables_are_no_task_tables(header):
    lines = lines_of(f"{header}\n甲\t乙")
    assert table_end(lines, 0) == 0


def test_a_header_without_rows_is_an_empty_table(plan_of):
    assert plan_of("分工表\n序号\n任务\n责任单位").measures == ()
    assert plan_of("任务\t责任单位").measures == ()


def test_a_row_of_dashes_is_no_measure(plan_of):
    assert texts(plan_of("任务\t责任单位\n——\t\n查案\t市公安局")) == ["查案"]


def test_a_table_ends_with_its_rows():
    lines = lines_of("任务\t责任单位\n查案\t市公安局\n注:列首位的为牵头单位。")
    assert table_end(lines, 0) == 2


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("序号", Column.NUMBER),
        ("重点任务", Column.TASK),
        ("工作内容", Column.TASK),
        ("具体措施", Column.TASK),
        ("任务(分值)", Column.TASK),
        ("牵头责任单位", Column.LEAD),
        ("主办单位", Column.LEAD),
        ("配合部门", Column.COOPERATING),
        ("责任单位", Column.RESPONSIBLE),
        ("承办单位", Column.RESPONSIBLE),
        ("责任分工", Column.RESPONSIBLE),
        ("责任单位及完成时限", Column.RESPONSIBLE),
        ("责任分工和时限", Column.RESPONSIBLE),
        ("完成时限", Column.DUE),
        ("时间安排", Column.DUE),
        ("类别", Column.GROUP),
        ("备注", Column.ASIDE),
    ],
)
def test_headers_are_understood(header, column, plan_of):
    rows = {Column.TASK: "查案", Column.RESPONSIBLE: "市公安局"}
    text = f"{header}\t任务\t责任单位\n甲\t查案\t市公安局"
    table = read_table(lines_of(text))
    assert table.unknown == ()
    assert rows
    assert table.rows[0].words is not None


@pytest.mark.parametrize("below", ["抄送:各有关单位。", "附件:1.联系表\n2.报表", "(此件公开发布)"])
def test_a_table_of_one_cell_a_line_ends_above_the_imprint(below, plan_of):
    plan = plan_of(f"序号\n重点任务\n责任单位\n1\n查案\n市公安局\n{below}")
    assert texts(plan) == ["查案"]
    assert told(plan.measures[0].duties) == "responsible 市公安局"


BANDED = """2023年云溪市任务分工表
序号\t任务\t牵头单位\t完成时限
一、加强保护{0}
1\t清理链接\t市市场监管局\t9月底前
2\t约谈企业\t市网信办\t
二、加强宣传{0}
3\t集中宣传\t市委宣传部\t全年
"""


@pytest.mark.parametrize("rest", ["", "\t\t\t"])
@pytest.mark.parametrize("mark", ["\t", " | "])
def test_a_heading_across_the_table_parts_its_rows(rest, mark, plan_of):
    plan = plan_of(BANDED.format(rest).replace("\t", mark))
    assert outline(plan) == ["1 一 加强保护", "1 二 加强宣传"]
    assert texts(plan) == ["清理链接", "约谈企业", "集中宣传"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局",
        "lead 市网信办",
        "lead 市委宣传部",
    ]
    assert [m.section for m in plan.measures] == [0, 0, 1]


def test_rows_go_on_only_under_a_header_as_wide():
    header, row, narrow, words = lines_of("序号\t任务\t牵头单位\n1\t甲\t乙\n1\t甲\n甲乙")
    lines = [header, row, narrow, words]
    assert [rows_end(lines, at, [header]) - at for at in (1, 2, 3)] == [2, 0, 0]
    assert rows_end(lines, 1, [words]) == 1


def test_a_band_is_one_numbered_heading_alone():
    kinds = lines_of("|一、加强保护||\n一、加强保护\n|加强保护||\n|一、加强|保护|\n|一、||")
    assert [bool(band(kinds, at)) for at in range(len(kinds))] == [True, False, False, False, False]


def test_a_second_row_of_the_header_tells_the_parts_of_one(plan_of):
    plan = plan_of(
        "2025年任务分工\n序号\t类别\t任务及措施\t责任分工\t\t完成期限\n\t\t\t主责单位\t协同单位\t\n"
        "1\t整治\t抽查直播间200个\t市市场监管局\t市商务局\t9月底\n"
        "2\t\t清理农村集市\t市农业农村局\t各县(市、区)政府\t10月底前"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; cooperating 市商务局",
        "lead 市农业农村局; cooperating 各县(市、区)政府",
    ]


@pytest.mark.parametrize("mark", ["\t", "|"])
def test_a_header_of_two_rows_holds_below_a_heading_across_the_table(mark, plan_of):
    """A band parts the rows; each part is read under both rows of the header."""
    rows = [
        ["序号", "主要任务", "任务分工", "", "时间安排"],
        ["---"] * 5,
        ["", "", "牵头部门", "参加部门", ""],
        ["一、清理市场", "", "", "", ""],
        ["1", "抽查直播间200个", "市市场监管局", "市商务局", "9月底前"],
        ["二、办理案件", "", "", "", ""],
        ["2", "办理假种子案件", "市公安局", "市农业农村局", "10月底前"],
    ]
    lines = [mark.join(row) for row in rows if mark == "|" or row[0] != "---"]
    plan = plan_of("\n".join(["2025年任务分工", *(f"|{t}|" if mark == "|" else t for t in lines)]))
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市市场监管局; cooperating 市商务局",
        "lead 市公安局; cooperating 市农业农村局",
    ]


@pytest.mark.parametrize(
    "second",
    ["1\t整治\t抽查直播间\t市公安局\t\t", "\t\t\t\t\t", "\t\t\t另行通知\t\t", "主责单位\t协同单位"],
)
def test_a_row_that_heads_nothing_is_no_header(second, plan_of):
    plan = plan_of(
        f"2025年任务分工\n序号\t类别\t任务及措施\t责任单位\t配合单位\t完成期限\n{second}\n"
        "2\t整治\t清理农村集市\t市农业农村局\t市商务局\t10月底前"
    )
    assert told(plan.measures[-1].duties) == "responsible 市农业农村局; cooperating 市商务局"


@pytest.mark.parametrize(
    "rows",
    [
        "甲\t乙\t丙\n清理集市\t市商务局\t九月\n约谈平台\t市网信办\t十月",
        "|甲|乙|丙|\n|清理|市商务局|九月|",
    ],
)
def test_a_table_whose_header_was_not_understood_is_told(rows, plan_of):
    plan = plan_of(f"云溪市2023年工作要点\n一、抓好整治。\n{rows}")
    assert "unread-table" in [finding.code for finding in plan.findings]


@pytest.mark.parametrize("ditto", ["同上", "同 上", "\u3003"])
def test_a_cell_that_says_ditto_holds_what_stands_above_it(ditto, plan_of):
    plan = plan_of(
        "云溪市任务清单\n序号\t工作任务\t牵头单位\t配合单位\n"
        f"1\t整治网络\t市公安局\t市商务局\n2\t整治农资\t{ditto}\t市司法局\n3\t宣传\t{ditto}\t{ditto}"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局; cooperating 市商务局",
        "lead 市公安局; cooperating 市司法局",
        "lead 市公安局; cooperating 市司法局",
    ]


def test_ditto_below_nothing_stays(plan_of):
    plan = plan_of(
        "云溪市任务清单\n序号\t工作任务\t牵头单位\t配合单位\n1\t整治网络\t同上\t市商务局\n2\t宣传\t\t同上"
    )
    assert plan.measures[0].duties[0].unit == "同上"
    assert "unknown-unit" in codes(plan)[0]


def test_a_row_of_sums_is_no_task(plan_of):
    rows = "序号\t考核内容\t责任单位\t分值\n1\t查案\t市公安局\t60\n2\t合计\t市公安局\t60\n合计\t\t\t100"
    assert [measure.text for measure in plan_of(rows).measures] == ["查案", "合计"]
