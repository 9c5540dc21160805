"""The cell writer: text stays text, numbers and dates stay such, losses are told."""

import io
from datetime import UTC, date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from shuangda_desktop.exports.clean import Notes
from shuangda_desktop.exports.workbooks import sheet_xml
from shuangda_desktop.exports.workbooks.cells import DATE, LONGEST, PERCENT, CellWriter, Look


@pytest.fixture
def writer(tmp_path):
    """Writes one cell to a file and reads it again with another library's eyes."""
    book, notes = Workbook(), Notes()
    cells = CellWriter(book.active, notes)

    def put(value, look=None, place="A1"):
        made = cells.cell(place, value, look or Look())
        buffer = io.BytesIO()
        book.save(buffer)
        read = sheet_xml.with_rows(
            buffer.getvalue(), [sheet_xml.Rows([sheet_xml.row("1", 20, [made])], "A1:C1")]
        )
        put.sheet = load_workbook(io.BytesIO(read)).active
        return put.sheet[place]

    put.notes, put.cells = notes, cells
    return put


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+86 0791",
        "-5度",
        "@张三",
        "\t=1",
        " =1",
        "\n=1",
        "\uff1d1+1",
        "\uff201",
    ],
)
def test_text_that_begins_like_a_formula_stays_text(writer, text):
    cell = writer(text)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value == text


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "2026-03-16", "1e5", "http://a.cn"])
def test_text_that_looks_like_something_else_stays_text(writer, text):
    cell = writer(text)
    assert (cell.data_type, cell.value, bool(cell.quotePrefix)) == ("s", text, False)
    assert cell.hyperlink is None


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        ("甲\x00\x07乙", "甲乙", "A1单元格\uff1a删去了2个无法写入文件的控制字符。"),
        ("甲\ud800乙", "甲\ufffd乙", "A1单元格\uff1a1个残缺的字符已用“\ufffd”代替。"),
        ("甲\uffff乙", "甲乙", "A1单元格\uff1a删去了1个无法写入文件的控制字符。"),
    ],
)
def test_characters_that_break_a_file_are_taken_out_and_told(writer, text, written, told):
    assert writer(text).value == written
    assert writer.notes.sentences == (told,)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\u2028", "\x85"])
def test_every_line_break_becomes_the_one_that_office_knows(writer, end):
    assert writer(f"甲{end}乙").value == "甲\n乙"
    assert writer.notes.sentences == ()


def test_a_literal_escape_of_excel_is_not_read_as_a_character(writer):
    assert writer("编号_x0041_").value == "编号_x005F_x0041_"


def test_a_text_of_exactly_the_limit_is_written_whole(writer):
    assert len(writer("字" * LONGEST).value) == LONGEST
    assert writer.notes.sentences == ()


@pytest.mark.parametrize("char", ["甲", "\U00020000"])
def test_a_longer_text_ends_in_a_visible_mark_and_is_told(writer, char):
    value = writer(char * (LONGEST + 100)).value
    kept = value.count(char)
    assert value == char * kept + f"\u3014余下{LONGEST + 100 - kept}字未写入\u3015"
    assert len(value.encode("utf-16-le")) <= 2 * LONGEST
    assert "末尾没有写入" in writer.notes.sentences[0]


def test_half_width_punctuation_between_chinese_is_widened(writer):
    assert writer("市公安局,各县(市、区)").value == "市公安局\uff0c各县\uff08市、区\uff09"


def test_numbers_stay_numbers(writer):
    assert writer(60, Look(number_format=PERCENT)).value == 60
    assert writer.sheet["A1"].data_type == "n"
    assert writer.sheet["A1"].number_format == '0"%"'


@pytest.mark.parametrize("value", [None, "", float("nan"), float("inf")])
def test_nothing_and_what_is_no_number_leave_the_cell_empty(writer, value):
    assert writer(value).value is None


def test_dates_stay_dates(writer):
    for day in (date(2026, 6, 30), date(1901, 1, 1), datetime(2026, 6, 30, 23, 59, tzinfo=UTC)):
        cell = writer(day)
        assert (str(cell.value), cell.is_date) == (f"{day:%Y-%m-%d} 00:00:00", True)
        assert cell.number_format == DATE


def test_a_date_may_carry_a_mark_in_its_format(writer):
    assert writer(date(2026, 6, 30), Look(number_format=f'{DATE}"x"')).number_format == f'{DATE}"x"'


def test_a_date_before_excels_calendar_is_written_as_text(writer):
    assert (writer(date(1899, 1, 1)).value, writer.sheet["A1"].data_type) == ("1899-01-01", "s")


def test_equal_looks_share_one_style(writer):
    made = {writer.cells.cell("A1", "文字", Look(bold=True)) for _ in range(50)}
    assert len(made) == 1
    assert writer.cells.cell("A1", "文字", Look()) not in made


def test_a_look_reaches_the_file(writer):
    cell = writer("文字", Look(font="黑体", size=14, bold=True, fill="DDF1E0", indent=1))
    assert (cell.font.name, cell.font.sz, cell.font.b) == ("黑体", 14, True)
    assert (cell.fill.fgColor.rgb, cell.alignment.indent) == ("00DDF1E0", 1)
    assert (cell.alignment.wrap_text, cell.border.left.style) == (True, "thin")


@pytest.mark.parametrize("text", ["a<b>&amp;\"'", "]]>", "甲\n\t乙 ", "  前后  "])
def test_what_xml_marks_with_is_written_as_it_is(writer, text):
    assert writer(text).value == text


def test_a_truth_counts_as_a_number(writer):
    assert writer(True).value == 1


def test_what_is_told_is_told_for_each_place(writer):
    writer("甲\x00", place="A1")
    writer("甲\x00", place="B1")
    assert [s[:2] for s in writer.notes.sentences] == ["A1", "B1"]


def test_a_text_is_measured_and_widened_but_once(writer, monkeypatch):
    writer("市公安局,各县(市、区)")
    monkeypatch.setattr("shuangda_desktop.exports.workbooks.cells.widened", pytest.fail)
    assert "\uff0c" in writer.cells.cell("A1", "市公安局,各县(市、区)", Look())
