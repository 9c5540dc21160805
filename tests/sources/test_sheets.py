"""Task tables in workbooks, new and old."""

import io
from datetime import date

import openpyxl
import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.plan.parse import parse
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.sheets import old_sheet as old_reader
from shuangda_desktop.sources.sheets.grid import Grid, Place
from shuangda_desktop.sources.sheets.serial import shown
from shuangda_desktop.text.repair import repair
from shuangda_desktop.text.source import BlockKind
from sources.hostile_making import locked_sheet
from sources.making_binary import old_sheet, ole, record, typed, xlsx


def saved(build):
    """The bytes of a workbook that ``build`` fills."""
    book, target = openpyxl.Workbook(), io.BytesIO()
    build(book)
    book.save(target)
    return target.getvalue()


def task_table(book):
    sheet = book.active
    sheet.title = "任务分工"
    sheet.append(["示例市打击侵权假冒任务分工表"])
    sheet.merge_cells("A1:E1")
    sheet.append(["序号", "工作任务", "牵头单位", "配合单位", "完成时限"])
    sheet.append([1, "开展农资打假", "市农业农村局", "市公安局\n市市场监管局", date(2025, 6, 30)])
    sheet.append([2, "推进两法衔接", "市检察院", None, "长期坚持"])


def read(*sheets, **options):
    return read_bytes(xlsx(*sheets, **options), "表.xlsx")


def test_a_task_table_is_its_title_and_its_rows():
    source = read_bytes(saved(task_table), "表.xlsx")
    assert source.raw.split("\n") == [
        "示例市打击侵权假冒任务分工表",
        "序号\t工作任务\t牵头单位\t配合单位\t完成时限",
        "1\t开展农资打假\t市农业农村局\t市公安局\u2028市市场监管局\t2025年6月30日",
        "2\t推进两法衔接\t市检察院\t\t长期坚持",
    ]
    kinds = [block.kind for block in source.blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.ROW] * 3]


def test_the_plan_of_a_task_table_has_its_measures_and_duties():
    plan = parse(repair(read_bytes(saved(task_table), "表.xlsx")))
    first, second = plan.measures
    assert [duty.unit for duty in first.duties] == ["市农业农村局", "市公安局", "市市场监管局"]
    assert [duty.unit for duty in second.duties] == ["市检察院"]


@pytest.mark.parametrize(
    "header",
    [
        ("序号", "重点任务", "责任单位"),
        ("编号", "工作事项", "牵头部门", "协办单位", "办结时限"),
        ("任务名称", "主要措施", "责任科室"),
        ("目标", "分工"),
    ],
)
def test_headers_of_several_wordings_begin_the_table(header):
    source = read(
        typed("标题", "") + typed("注", "说明") + typed(*header) + typed(*"甲" * len(header))
    )
    lines = source.raw.split("\n")
    assert "\t".join(header) in [line.rstrip("\t") for line in lines]
    assert lines[0] == "标题"
    assert lines[1] == "注 说明"


def test_a_table_without_a_header_is_rows_all_the_same():
    assert read(typed("甲", "乙") + typed("丙", "丁")).raw == "甲\t乙\n丙\t丁"


def test_a_single_column_is_lines():
    assert read(typed("一、加强") + typed("二、推进")).raw == "一、加强\n二、推进"


def test_empty_rows_and_columns_are_no_rows():
    sheet = '<row r="5"><c r="C5" t="inlineStr"><is><t>任务</t></is></c><c r="F5" t="inlineStr"><is><t>单位</t></is></c></row>'
    assert read(sheet + typed(" ", "")).raw == "任务\t单位"


def test_several_sheets_follow_one_another_under_their_names():
    def build(book):
        task_table(book)
        for name in ("县区任务", "Sheet3"):
            sheet = book.create_sheet(name)
            sheet.append(["工作事项", "责任单位"])
            sheet.append(["宣传", "各县区"])

    lines = read_bytes(saved(build), "x").raw.split("\n")
    assert lines[4:] == [
        "县区任务",
        "工作事项\t责任单位",
        "宣传\t各县区",
        "工作事项\t责任单位",
        "宣传\t各县区",
    ]


def test_hidden_rows_are_kept_and_hidden_sheets_are_not_with_a_warning_each():
    def build(book):
        task_table(book)
        book.active.row_dimensions[4].hidden = True
        book.create_sheet("内部").append(["不发"])
        book["内部"].sheet_state = "hidden"

    source = read_bytes(saved(build), "x")
    assert "推进两法衔接" in source.raw
    assert "不发" not in source.raw
    assert ["隐藏的行" in w or "没有导入" in w for w in source.warnings] == [True, True]


def test_what_a_merged_cell_covers_is_left_out():
    rows = typed("任务", "单位") + typed("甲", "一") + typed("甲", "二")
    merged = f'<sheetData>{rows}</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="x"/></mergeCells>'
    assert read(merged).raw == "任务\t单位\n甲\t一\n\t二"


def test_a_merge_of_many_cells_leaves_its_first():
    grid = Grid("表")
    for place in (Place(0, 0), Place(5, 5), Place(500, 1)):
        grid.put(place, "甲")
    grid.merge(Place(0, 0), Place(99, 99))
    assert sorted(grid.cells) == [Place(0, 0), Place(500, 1)]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="s"><v>0</v></c>', "共用"),
        ('<c t="s"><v>7</v></c>', ""),
        ('<c t="str"><v>公式</v></c>', "公式"),
        ('<c><f>A1</f><v>3</v></c>', "3"),
        ("<c><v>2.50</v></c>", "2.5"),
        ("<c><v>1E2</v></c>", "100"),
        ("<c><v>x</v></c>", "x"),
        ('<c t="e"><v>#REF!</v></c>', ""),
        ('<c t="b"><v>1</v></c>', ""),
        ('<c s="1"><v>45838</v></c>', "2025年6月30日"),
        ('<c s="2"><v>0.95</v></c>', "95%"),
        ('<c s="99"><v>5</v></c>', "5"),
        ('<c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c>', "甲乙"),
    ],
)  # fmt: skip
def test_cells_say_what_the_sheet_shows(cell, text):
    styles = '<numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>'
    row = f'<row><c t="inlineStr"><is><t>头</t></is></c>{cell}<c t="inlineStr"><is><t>尾</t></is></c></row>'
    source = read(row, strings=["共用"], styles=styles)
    assert source.raw == (f"头\t{text}\t尾" if text else "头\t尾")


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (45838, "yyyy/m/d", "2025年6月30日"),
        (45838, 'yyyy"年"m"月"', "2025年6月"),
        (45838, 'm"月"d"日"', "2025年6月30日"),
        (45838, "[$-804]yyyy\\-mm\\-dd;@", "2025年6月30日"),
        (45838.5, "yyyy-mm-dd hh:mm", "2025年6月30日12:00"),
        (0.75, "h:mm", "18:00"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (3, "General", "3"),
        (3.25, "0.00_ ", "3.25"),
        (1e15, "yyyy", "1e+15"),
        (-5, "d", "-5"),
        (12, '0"年"', "1900年1月"),
        (1234.5, "[Red]#,##0.00", "1234.5"),
    ],
)
def test_numbers_read_as_their_format_shows_them(number, code, text):
    assert shown(number, code) == text


def test_workbooks_that_count_from_1904_say_the_same_days():
    assert shown(45838 - 1462, "yyyy-m-d", from_1904=True) == "2025年6月30日"


def test_a_cell_far_to_the_right_is_told():
    far = '<row><c r="XFD9" t="inlineStr"><is><t>角落</t></is></c></row>'
    source = read(typed("任务", "单位") + far)
    assert "第200列以后" in source.warnings[0]


def test_old_workbooks_read_like_new_ones():
    source = read_bytes(
        old_sheet([["序号", "责任单位"], [1.0, "市商务局"], [None, "市公安局"]]), "x.et"
    )
    assert source.raw == "序号\t责任单位\n1\t市商务局\n\t市公安局"
    assert source.format == "xls"


def test_merged_and_hidden_cells_of_old_workbooks():
    merged = record(0xE5, b"\x01\0\x00\0\x01\0\0\0\0\0")
    hidden = record(0x208, b"\x01\0\0\0\x02\0\xff\0\0\0\0\0\x20\x01\x0f\0")
    source = read_bytes(old_sheet([["任务", "单位"], ["甲", "乙"]], extra=merged + hidden), "x")
    assert source.raw == "任务\t单位\n\t乙"
    assert "隐藏" in source.warnings[0]


def test_old_workbooks_whose_formats_are_damaged_are_read_without_them(monkeypatch):
    load = old_reader._load

    def fail(content, formats):
        if formats:
            raise IndexError
        return load(content, formats)

    monkeypatch.setattr(old_reader, "_load", fail)
    assert read_bytes(old_sheet([["任务", "单位"]]), "x").raw == "任务\t单位"


def test_old_workbooks_with_a_password_and_without_a_sheet_are_refused():
    with pytest.raises(SourceError, match="取消密码"):
        read_bytes(locked_sheet(), "x")
    with pytest.raises(SourceError, match="结构异常"):
        old_reader.read_old_sheet(ole({"Other": b"x"}), "x")


@pytest.mark.parametrize("content", [xlsx(), xlsx(typed(" ")), old_sheet([])])
def test_workbooks_without_text_are_refused(content):
    with pytest.raises(SourceError, match="没有文字"):
        read_bytes(content, "x")
