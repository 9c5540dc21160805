"""Rich text as offices, Word, WPS and LibreOffice write it."""

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.markup.rich_bytes import decode_bytes, encoding_of
from shuangda_desktop.text.source import BlockKind
from sources.hostile_making import rich

HEAD = b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}{\\f2\\fcharset136 MingLiU;}}"


def gbk(text):
    """Bytes of a text as escapes."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gb18030")).encode()


def read(body):
    """The lines of a body."""
    return read_bytes(HEAD + body + b"}", "x")


def raw(body):
    return read(body).raw.rstrip("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (gbk("一、加强监管") + b"\\par " + gbk("二、"), "一、加强监管\n二、"),
        ("一、加强".encode("gb18030"), "一、加强"),  # bytes as they are, as WPS writes them
        (b"a\\u-3?b", "a\ufffdb"),
        (b"\\u19968?\\u12289?", "一、"),
        (b"\\uc2\\u19968\\'d2\\'bb\\u12289ab", "一、"),
        (b"\\uc0\\u19968 a", "一a"),
        (b"\\u-10179?\\u-8704?", "\U0001f600"),
        (b"\\f1 a\\f0 " + gbk("甲"), "a甲"),
        (b"\\f2\\'a4\\'40", "一"),
        (b"\\f1 " + gbk("甲"), "甲"),  # a Western font with Chinese bytes
        (b"a\\tab b\\line c", "a b\nc"),
        (b"a\\~b\\_c\\-d", "a\u00a0b-cd"),
        (b"\\{a\\}\\\\", "{a}\\"),
        (b"\\ldblquote a\\rdblquote\\emdash ", "\u201ca\u201d\u2014"),
        (b"a\r\nb", "ab"),
        (b"a\\\nb", "a\nb"),
        (b"a{\\*\\unknown gone}b", "ab"),
        (b"a{\\pict 0102}b{\\info{\\title x}}c", "abc"),
        (b"a{\\pict\\bin5 }}}}}}b", "ab"),
        (b"a{\\v hidden}b\\v c\\v0 d", "abd"),
        (b"a{\\deleted gone}b\\deleted c\\plain d", "abd"),
        (b"{\\header gone}{\\footerf gone}a", "a"),
        (b"{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt shown}}", "shown"),
        (b"{\\field{\\*\\fldinst EQ \\\\o\\\\ac(\\u9675?,3)}{\\fldrslt }}" + gbk("甲"), "\u2462甲"),
        (b"{\\upr{ansi}{\\*\\ud{\\u19968?}}}", "一"),
        (b"{\\shp{\\*\\shpinst a{\\shptxt \\u19968?}}{\\shprslt b}}", "一"),
    ],
)  # fmt: skip
def test_text_is_what_the_page_shows(body, text):
    assert raw(body).strip("\n") == text


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (b"{\\listtext\\u19968?\\'a1\\'a2\\tab}", "一、加强"),
        (b"{\\pntext 1.\\tab}", "1.加强"),
        (b"{\\listtext\\f1 1\\tab}", "1 加强"),
        (b"{\\listtext\\tab}", "加强"),
    ],
)
def test_automatic_numbers_are_kept_as_in_word(label, text):
    assert raw(label + gbk("加强")) == text


def test_notes_and_boxes_stand_at_the_end():
    source = read(b"a{\\footnote b\\par c}d\\par e")
    assert source.raw == "ad\ne\n注\uff1ab\n注\uff1ac"
    assert [block.kind for block in source.blocks][-2:] == [BlockKind.NOTE] * 2


def table_row(*cells, edges=(1000, 2000, 3000), flags=("", "", "")):
    """A row of a table."""
    layout = "".join(f"{flag}\\cellx{edge}" for edge, flag in zip(edges, flags, strict=True))
    inner = b"".join(b"\\pard\\intbl " + cell + b"\\cell" for cell in cells)
    return f"\\trowd{layout}".encode() + inner + b"\\row"


def rows_of(source):
    return [source.raw[b.span.start : b.span.end] for b in source.blocks if b.kind is BlockKind.ROW]


def test_a_table_becomes_rows():
    body = b"a\\par" + table_row(b"1", b"2", b"3") + table_row(b"4", b"", b"6") + b"\\pard b\\par"
    source = read(body)
    assert source.raw.rstrip("\n") == "a\n1\t2\t3\n4\t\t6\nb"
    assert rows_of(source) == ["1\t2\t3", "4\t\t6"]


def test_lines_in_a_cell_stay_in_it():
    assert raw(table_row(b"1\\par 2", b"3", b"4")) == "1\u20282\t3\t4"


def test_a_cell_over_two_columns_stands_in_the_first():
    wide = table_row(b"1", b"2", edges=(2000, 3000), flags=("", ""))
    assert rows_of(read(wide + table_row(b"a", b"b", b"c"))) == ["1\t\t2", "a\tb\tc"]


def test_edges_that_nearly_meet_are_one():
    near = table_row(b"1", b"2", b"3", edges=(1010, 1990, 3005))
    assert rows_of(read(near + table_row(b"a", b"b", b"c"))) == ["1\t2\t3", "a\tb\tc"]


def test_what_a_merged_cell_covers_is_empty():
    below = table_row(b"x", b"b", b"c", flags=("\\clvmrg", "", ""))
    assert rows_of(read(table_row(b"1", b"2", b"3") + below)) == ["1\t2\t3", "\tb\tc"]


def test_rows_without_a_layout_keep_their_cells():
    assert rows_of(read(b"\\intbl a\\cell b\\cell\\row")) == ["a\tb"]


def test_a_table_of_one_column_is_a_frame():
    source = read(table_row(b"a\\par b", edges=(1000,), flags=("",)) + b"\\pard c")
    assert rows_of(source) == []
    assert source.raw == "a\nb\nc"


def test_tables_in_cells_are_text_of_the_cell():
    nested = b"\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables x}"
    assert "a b" in raw(table_row(nested, b"2", b"3"))


@pytest.mark.parametrize(
    ("content", "font", "page", "text"),
    [
        ("甲".encode("gb18030"), "gb18030", "cp1252", "甲"),
        ("甲".encode("gb18030"), "cp1252", "cp936", "甲"),
        ("甲".encode("gb18030"), "cp1252", "cp1252", "¼×"),
        ("一".encode("big5"), "", "cp950", "一"),
        (b"\x93a\x94", "cp1252", "cp1252", "\u201ca\u201d"),
        (b"\xff\xff", "", "cp99999", "\ufffd\ufffd"),
        (b"abc", "", "", "abc"),
    ],
)
def test_bytes_are_read_in_the_chinese_encoding_that_font_or_file_names(content, font, page, text):
    assert decode_bytes(content, font, page) == text


def test_character_sets_that_say_nothing_have_no_encoding():
    assert encoding_of(2) == ""
    assert encoding_of(134) == "gb18030"


def test_rich_text_without_text_is_refused():
    with pytest.raises(SourceError, match="没有文字"):
        read(b"{\\*\\x y}")


def test_any_text_comes_back():
    text = "".join(map(chr, [*range(0x20, 0x7B), *range(0x4E00, 0x4F00), 0x3001, 0xFF0C]))
    assert read_bytes(rich(text.replace("\\", "")), "x").raw.rstrip("\n") == text.replace("\\", "")
