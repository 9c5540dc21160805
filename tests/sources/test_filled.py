"""Forms that came back: every kind of file as the same cells, nothing dropped."""

import hashlib
import io
import zipfile

import pytest
from openpyxl import Workbook

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.sheets.filled import WORDS, read_filled
from sources.making import docx, paragraph, row, table

ODS = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(fill) -> bytes:
    book = Workbook()
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def ods(*rows, style="", sheet="表") -> bytes:
    """A small .ods by hand; what a cell is stands in its XML."""
    content = (
        f'<office:document-content xmlns:office="{ODS}:office:1.0" xmlns:table="{ODS}:table:1.0" '
        f'xmlns:text="{ODS}:text:1.0" xmlns:style="{ODS}:style:1.0"><office:automatic-styles>{style}'
        f'</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="{sheet}" '
        f'table:style-name="ta1">{"".join(rows)}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return buffer.getvalue()


def line(*cells, more="") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def text(words, more="") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def number(value, kind="float", more="") -> str:
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}"{more}><text:p>x</text:p></table:table-cell>'


def texts(content, name="甲.xlsx", sheet=0):
    return dict(read_filled(content, name).sheets[sheet].texts)


def test_nothing_that_a_cell_can_hold_is_dropped():
    def fill(book):
        sheet = book.active
        sheet["A1"], sheet["B1"], sheet["C1"] = "甲", 80, 0.8
        sheet["C1"].number_format = "0%"
        sheet["D1"], sheet["E1"] = "=1+1", True
        sheet["F1"] = "#N/A"
        sheet["F1"].data_type = "e"

    found = texts(xlsx(fill))
    assert found == {
        (0, 0): "甲", (0, 1): "80", (0, 2): "80%", (0, 3): "=1+1", (0, 4): "是", (0, 5): "#N/A"
    }  # fmt: skip


def test_merges_and_hidden_sheets_are_told():
    def fill(book):
        book.active["A1"] = "甲"
        book.active.merge_cells("A1:B2")
        marks = book.create_sheet("SD")
        marks["A1"] = "office"
        marks.sheet_state = "veryHidden"

    book = read_filled(xlsx(fill), "甲.xlsx")
    assert book.sheets[0].merges == ((0, 0, 1, 1),)
    assert [(sheet.name, sheet.is_hidden) for sheet in book.sheets] == [
        ("Sheet", False),
        ("SD", True),
    ]


def test_a_break_inside_a_cell_is_a_break():
    assert texts(xlsx(lambda book: book.active.append(["甲\n乙"]))) == {(0, 0): "甲\n乙"}


def test_an_open_sheet_is_read_by_its_values_not_by_its_looks():
    content = ods(
        line(text("甲<text:s text:c='2'/>乙<text:line-break/>丙"), number("0.8", "percentage"), number("2000")),
        line(
            '<table:table-cell office:value-type="date" office:date-value="2026-03-28T10:00:00"><text:p>x</text:p></table:table-cell>',
            '<table:table-cell office:value-type="date" office:date-value="soon"><text:p>x</text:p></table:table-cell>',
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>',
            number("many"),
        ),
    )  # fmt: skip
    assert texts(content) == {
        (0, 0): "甲  乙\n丙", (0, 1): "80%", (0, 2): "2000",
        (1, 0): "2026年3月28日", (1, 1): "soon", (1, 2): "TRUE", (1, 3): "many",
    }  # fmt: skip


def test_what_an_open_sheet_repeats_to_its_end_costs_nothing():
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    content = ods(
        line(text("甲", ' table:number-columns-repeated="2"'), empty),
        line(empty, more=' table:number-rows-repeated="1048000"'),
        line(text("乙"), more=' table:number-rows-repeated="2"'),
    )
    assert texts(content) == {
        (0, 0): "甲",
        (0, 1): "甲",
        (1_048_001, 0): "乙",
        (1_048_002, 0): "乙",
    }


def test_merged_and_covered_cells_of_an_open_sheet():
    content = ods(
        line(
            text("甲", ' table:number-columns-spanned="2" table:number-rows-spanned="1"'),
            "<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell>",
            text("乙<office:annotation><text:p>批注</text:p></office:annotation><text:tab/>丙"),
        )
    )
    sheet = read_filled(content, "甲.ods").sheets[0]
    assert sheet.texts == {(0, 0): "甲", (0, 2): "乙 丙"}
    assert sheet.merges == ((0, 0, 0, 1),)


def test_a_hidden_open_sheet_is_told():
    style = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    assert read_filled(ods(line(text("甲")), style=style), "甲.ods").sheets[0].is_hidden


def test_an_open_sheet_filled_without_end_is_refused_in_words():
    filled = line(
        *[text("甲", ' table:number-columns-repeated="1000"')] * 200,
        more=' table:number-rows-repeated="1000"',
    )
    with pytest.raises(SourceError, match="太多"):
        read_filled(ods(filled, filled, filled), "甲.ods")


def test_an_open_sheet_without_content_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(SourceError, match="内部结构异常"):
        read_filled(buffer.getvalue(), "甲.ods")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_separated_text_in_any_encoding(encoding, mark):
    content = f'序号{mark}任务\r\n1{mark}"甲{mark}乙\n丙"\r\n'.encode(encoding)
    assert texts(content, "甲.csv") == {
        (0, 0): "序号", (0, 1): "任务", (1, 0): "1", (1, 1): f"甲{mark}乙\n丙"
    }  # fmt: skip


def test_an_unclosed_quotation_mark_swallows_nothing():
    content = '序号,任务\n1,“甲”\n2,"乙\n3,丙\n'.encode()
    assert "丙" in "".join(texts(content, "甲.csv").values())


def test_a_document_gives_its_tables_as_sheets_and_its_words_as_one():
    content = docx(
        paragraph("市公安局反馈"), table(row("序号", "进展"), row("1", "已查")), paragraph("完毕")
    )
    book = read_filled(content, "甲.docx")
    assert [sheet.name for sheet in book.sheets] == ["表1", WORDS]
    assert book.sheets[0].texts == {(0, 0): "序号", (0, 1): "进展", (1, 0): "1", (1, 1): "已查"}
    assert list(book.sheets[1].texts.values()) == ["市公安局反馈", "完毕"]


def test_empty_strange_and_secret_files_are_refused_in_words():
    with pytest.raises(SourceError, match="没有内容"):
        read_filled(xlsx(lambda book: None), "空.xlsx")
    with pytest.raises(SourceError, match="图片"):
        read_filled(b"\x89PNG\r\n", "图.png")
    with pytest.raises(SourceError, match="标有密级"):
        read_filled(xlsx(lambda book: book.active.append(["机密\u26051年"])), "密.xlsx")


def test_the_digest_is_that_of_the_bytes():
    content = xlsx(lambda book: book.active.append(["甲"]))
    book = read_filled(content, "甲.xlsx")
    assert (book.sha256, book.content) == (hashlib.sha256(content).hexdigest(), content)


def test_columns_out_of_reach_are_told():
    def fill(book):
        book.active["A1"] = "甲"
        book.active.cell(1, 400, "远")

    assert "工作表“Sheet”右边" in read_filled(xlsx(fill), "甲.xlsx").warnings[0]
