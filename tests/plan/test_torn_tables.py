"""Rows whose cells have several lines, or none, where a table was copied without its frame."""

import pytest

from plan.telling import texts, told
from shuangda_desktop.plan.structure.lines import lines_of
from shuangda_desktop.plan.tables.columns import Column
from shuangda_desktop.plan.tables.fitting import fitted

COLUMNS = (Column.NUMBER, Column.TASK, Column.LEAD, Column.COOPERATING, Column.DUE)


def cells(*lines):
    _, rows = fitted(lines_of("\n".join(lines)), COLUMNS)
    return [cell.flat for cell in rows[0]]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ("1", "查酒厂", "市公安局", "市文化", "广电旅游局", "6月底"),
            ["1", "查酒厂", "市公安局", "市文化 广电旅游局", "6月底"],
            id="a name over two lines",
        ),
        pytest.param(
            ("2", "查酒店,", "封存假酒", "市公安局", "市商务局", "市司法局", "全年"),
            ["2", "查酒店, 封存假酒", "市公安局", "市商务局 市司法局", "全年"],
            id="a task over two lines, and two names",
        ),
        pytest.param(
            ("3", "查酒吧", "市公安局", "6月底"),
            ["3", "查酒吧", "市公安局", "", "6月底"],
            id="nobody cooperates",
        ),
        pytest.param(
            ("4", "查酒吧", "/", "市公安局", "市商务局", "持续推进"),
            ["4", "查酒吧", "/", "市公安局 市商务局", "持续推进"],
            id="nobody leads",
        ),
        pytest.param(
            ("查酒吧", "市公安局", "市商务局", "6月底"),
            ["", "查酒吧", "市公安局", "市商务局", "6月底"],
            id="the number is lost",
        ),
        pytest.param(("5", "查酒吧"), ["5", "查酒吧", "", "", ""], id="nothing but a task"),
        pytest.param(
            ("6", "查酒吧", "市公安局", "酒吧街", "6月底"),
            ["6", "查酒吧", "市公安局", "酒吧街", "6月底"],
            id="as many lines as columns",
        ),
    ],
)
def test_each_line_goes_to_the_column_that_it_fits(lines, expected):
    assert cells(*lines) == expected


def test_a_row_of_very_many_lines_is_left_as_it_is():
    assert len(cells("1", *["查酒吧"] * 2000)) == 2001


SPREAD = """云溪市酒类整治事项表
序号

事项

牵头单位

配合单位

时限

1

查酒厂

市公安局

市市场监管局、市文化
广电旅游局

2026年6月底

2

查酒店

市商务局

2026年9月底
"""


def test_a_table_with_a_cell_a_line_keeps_its_columns(plan_of):
    plan = plan_of(SPREAD)
    assert texts(plan) == ["查酒厂", "查酒店"]
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局; cooperating 市市场监管局, 市文化广电旅游局",
        "lead 市商务局",
    ]
    assert [str(m.deadlines[0].due_on) for m in plan.measures] == ["2026-06-30", "2026-09-30"]


TORN = (
    "云溪市酒类整治事项表\n事项\t牵头单位\t配合单位\t时限\n查酒厂\t市公安局\t市商务局\n市司法局\n"
    "市文旅局\t2026年6月底\n查酒店\t市商务局\t市公安局\t2026年9月底"
)


@pytest.mark.parametrize("row", ["{} |", "| {} |", "{}"])
def test_a_row_between_bars_may_be_torn_too(row, plan_of):
    lines = [
        "事项 | 责任单位或牵头单位 | 协助单位 | 时限",
        "查酒厂 | 市公安局 | 市商务局\n市司法局 | 2026年6月底",
        "查酒店 | 市商务局 | 市公安局 | 2026年9月底",
    ]
    plan = plan_of("\n".join(["云溪市酒类整治事项表", *map(row.format, lines)]))
    assert texts(plan) == ["查酒厂", "查酒店"]
    assert told(plan.measures[0].duties) == "lead 市公安局; cooperating 市商务局, 市司法局"


def test_a_row_torn_within_its_units_is_one_row(plan_of):
    plan = plan_of(TORN)
    assert texts(plan) == ["查酒厂", "查酒店"]
    assert told(plan.measures[0].duties) == (
        "lead 市公安局; cooperating 市商务局, 市司法局, 市文旅局"
    )


def test_a_row_that_only_lacks_its_last_cells_stays_apart(plan_of):
    plan = plan_of(
        "云溪市酒类整治事项表\n事项\t牵头单位\t配合单位\t时限\n查酒厂\t市公安局\n查酒店\t市商务局\t市公安局"
    )
    assert [told(m.duties) for m in plan.measures] == [
        "lead 市公安局",
        "lead 市商务局; cooperating 市公安局",
    ]


@pytest.mark.parametrize(
    "note",
    [
        "注:1.牵头单位抓好落实。2.排名不分先后。",
        "备注:\n1.抓好落实。\n2.排名不分先后。\n填表人:柏某",
    ],
)
def test_what_a_note_below_a_table_numbers_is_no_item(note, plan_of):
    plan = plan_of(f"{TORN}\n\n{note}\n一、报送要求\n各单位于6月底前报送。")
    assert texts(plan) == ["查酒厂", "查酒店", "各单位于6月底前报送。"]
    assert [section.heading for section in plan.sections] == ["报送要求"]


def test_a_header_without_rows_has_none(plan_of):
    assert texts(plan_of("云溪市酒类整治事项表\n工作任务\n责任单位\n完成时限")) == []


def test_a_table_in_one_line_says_that_its_columns_are_not_understood(plan_of):
    rows = "".join(f"\t查酒厂\t市公安局\t市商务局\t{n}月底前{n}" for n in range(2, 6))
    plan = plan_of(f"序号\t工作内容\t牵头单位\t责任单位\t时限1{rows}")
    assert texts(plan) == []
    assert "unknown-column" in {finding.code for finding in plan.findings}


HEADER = "序号\t任务\t牵头单位\t完成时限\n"


def torn_told(plan_of, rows):
    plan = plan_of(f"松河市2031年工作要点\n{HEADER}{rows}")
    return [finding.message for finding in plan.findings if finding.code == "torn-table"]


def test_lines_of_a_row_that_became_rows_are_told(plan_of):
    torn = (
        "1\t检查农资门店,严查\t市农业局\t6月底\n\t假种子。\t市公安局\t\n"
        "2\t对网店逐户建档,督促平\t市商务局\t9月底\n\t台下架假货。\t市网信办\t\n"
    )
    (message,) = torn_told(plan_of, torn)
    assert "“检查农资门店\uff0c严查”没有写完" in message
    assert "有2处" in message


@pytest.mark.parametrize(
    "rows",
    [
        "1\t检查农资门店,严查\t市农业局\t6月底\n\t假种子。\t市公安局\t\n2\t查酒\t市商务局\t9月\n",
        "1\t检查门店\t市农业局\t6月底\n2\t查酒。\t市公安局\t9月\n" * 3,
        "1\t检查门店。\t市农业局\t6月底\n2\t查酒。\t市公安局\t\n" * 3,
        "1\t检查门店\t市农业局\t6月底\n2\t查酒\t市公安局\t\n" * 3,
        "1\t检查门店\t市农业局\t6月底\n2\t查酒。\t市公安局\t\n3\t检查网店\t市商务局\t9月底\n4\t查茶。\t市司法局\t\n",
    ],
    ids=["once", "as-much", "ended", "never-ended", "numbered"],
)
def test_rows_with_and_without_a_full_stop_are_no_torn_ones(plan_of, rows):
    assert torn_told(plan_of, rows) == []
