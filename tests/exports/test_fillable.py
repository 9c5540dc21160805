"""A form that goes out: what is open, what is locked, what it says to whoever fills it."""

import openpyxl
import pytest

from shuangda_desktop.exports.workbooks.fillable import (
    FIELD_ROW,
    MARKS_SHEET,
    FillableForm,
    FormColumn,
    FormLine,
    FormRow,
    write_form,
)

COLUMNS = (
    FormColumn("number", "序号", 3, exact=True),
    FormColumn("task", "工作任务", 20),
    FormColumn("source", "来文原句", 30, folded=True),
    FormColumn("last", "上期情况", 12, old=True),
    FormColumn("done", "本期数", 5, exact=True, opened=True, hint="只填数字"),
    FormColumn("status", "状态", 5, exact=True, opened=True, choices=("推进中", "已完成")),
    FormColumn("note", "本期进展", 20, opened=True),
)
ROWS = (
    FormRow("SD:1", (1, "检查商店", "省公安厅负责检查商店。", "已检查3家", None, None, None), hint="省公安厅负责。"),
    FormRow("SD:2", (2, "=1+1", "", "", None, None, "长" * 200), frozenset({"done"})),
)  # fmt: skip
FORM = FillableForm(
    title="示例市2026年3月填报表",
    author="示例办",
    under="填报单位\uff1a市公安局",
    instructions=("1. 只填黄色的格子。", "2. 灰色的是上期。"),
    columns=COLUMNS,
    rows=ROWS,
    ticks=(FormLine("SD:tick:zero", "本期零报告", "打勾"),),
    foot=(FormLine("SD:foot:person", "填报人"),),
    marks={"office": "=ab", "period": "2026-03"},
)
HEADER = 6


@pytest.fixture
def book(tmp_path):
    """The form, written and opened again."""
    assert write_form(FORM, tmp_path / "表.xlsx") == ()
    return openpyxl.load_workbook(tmp_path / "表.xlsx")


def row_of(sheet, number):
    return [cell.value for cell in sheet[number]]


def test_everything_stands_in_its_order(book):
    sheet = book.worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [
        FORM.title, FORM.under, *FORM.instructions
    ]  # fmt: skip
    assert row_of(sheet, 5)[1:3] == ["SD:tick:zero", "本期零报告"]
    assert row_of(sheet, HEADER)[:3] == ["SD:number", FIELD_ROW, "SD:task"]
    titles = [column.title for column in COLUMNS]
    assert row_of(sheet, HEADER + 1) == [titles[0], None, *titles[1:]]
    assert row_of(sheet, HEADER + 2)[:4] == [1, "SD:1", "检查商店", "省公安厅负责检查商店。"]
    assert row_of(sheet, HEADER + 4)[1:3] == ["SD:foot:person", "填报人"]


def test_only_what_is_to_be_filled_is_open(book):
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    opened = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert {"A5", "F8", "G8", "H8", "G9", "H9", "D10"} <= opened
    assert not opened & {"A8", "B8", "C8", "D8", "E8", "F9", "A7"}


def test_sorting_filtering_and_unfolding_stay_allowed(book):
    sheet = book.worksheets[0]
    guard = sheet.protection
    assert (guard.sort, guard.autoFilter, guard.formatColumns, guard.formatRows) == (False,) * 4
    assert sheet.auto_filter.ref == "A7:H9"


def test_codes_are_hidden_and_the_source_is_folded_away(book):
    sheet = book.worksheets[0]
    assert sheet.column_dimensions["B"].hidden
    assert sheet.column_dimensions["D"].hidden
    assert sheet.column_dimensions["D"].outlineLevel == 1
    assert sheet.row_dimensions[HEADER].hidden
    assert not sheet.row_dimensions[HEADER + 1].hidden


def test_marks_stand_where_no_menu_shows_them_and_stay_text(book):
    marks = book[MARKS_SHEET]
    assert marks.sheet_state == "veryHidden"
    assert [[cell.value for cell in row] for row in marks.iter_rows()] == [
        ["office", "=ab"], ["period", "2026-03"]
    ]  # fmt: skip
    assert marks["B1"].data_type == "s"


def test_cells_offer_choices_and_words(book):
    rules = book.worksheets[0].data_validations.dataValidation
    found = {(rule.type, rule.formula1, rule.prompt, str(rule.sqref)) for rule in rules}
    assert ("list", '"推进中,已完成"', None, "G8 G9") in found
    assert (None, None, "只填数字", "F8") in found
    assert (None, None, "省公安厅负责。", "C8") in found
    assert ("list", '"\u221a"', "打勾", "A5") in found


def test_a_hint_is_cut_where_excel_would_refuse_the_file(tmp_path):
    long = FillableForm(
        "题", "", "", (), COLUMNS[:2], (FormRow("SD:1", (1, "甲"), hint="来" * 400),)
    )
    write_form(long, tmp_path / "长.xlsx")
    rules = (
        openpyxl.load_workbook(tmp_path / "长.xlsx").worksheets[0].data_validations.dataValidation
    )
    assert len(rules[0].prompt) == 250
    assert rules[0].prompt.endswith("\u2026")


def test_text_that_looks_like_a_formula_stays_text(book):
    cell = book.worksheets[0]["C9"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_rows_leave_room_to_type_and_hold_long_texts(book):
    sheet = book.worksheets[0]
    assert sheet.row_dimensions[8].height >= 44
    assert sheet.row_dimensions[9].height > 100


def test_a_form_without_rows_is_a_whole_file(tmp_path):
    empty = FillableForm("题", "", "没有任务", (), COLUMNS, ())
    assert write_form(empty, tmp_path / "空.xlsx") == ()
    sheet = openpyxl.load_workbook(tmp_path / "空.xlsx").worksheets[0]
    assert sheet.auto_filter.ref is None


def test_the_page_is_a_lying_a4_with_the_header_on_every_page(book):
    sheet = book.worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == ("9", "landscape") or (
        sheet.page_setup.paperSize, sheet.page_setup.orientation
    ) == (9, "landscape")  # fmt: skip
    assert sheet.print_title_rows == "$7:$7"
    assert sheet.print_area == "'填报表'!$A$1:$H$10"
    assert sheet.freeze_panes == "D8"


def test_what_could_not_be_written_is_told(tmp_path):
    damaged = FillableForm("题", "", "", (), COLUMNS[:2], (FormRow("SD:1", (1, "甲\x00乙")),))
    assert write_form(damaged, tmp_path / "坏.xlsx") == (
        "C5单元格\uff1a删去了1个无法写入文件的控制字符。",
    )
