"""What all readers share: lines, the words for faults, the file itself, the bounds of a sheet."""

import struct
import zlib

import pytest
from lxml import etree

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import lines, read_bytes
from shuangda_desktop.sources.border import disk
from shuangda_desktop.sources.border.guard import FAULTS, told_in_words
from shuangda_desktop.sources.lines import columns_kept, row_line, source_of
from shuangda_desktop.sources.sheets import grid, sheet
from shuangda_desktop.sources.sheets.grid import Grid, Place
from shuangda_desktop.text.source import BlockKind
from sources.making import docx, paragraph
from sources.making_binary import typed, xlsx

PARAGRAPH = BlockKind.PARAGRAPH


def made(*texts):
    return source_of([(text, PARAGRAPH) for text in texts], b"", "名", "txt")


def test_lines_become_raw_and_blocks():
    source = made("甲", "", "乙丙")
    assert source.raw == "甲\n\n乙丙"
    assert [(b.span.start, b.span.end) for b in source.blocks] == [(0, 1), (2, 2), (3, 5)]


def test_a_line_stays_one_line_whatever_is_in_it():
    assert made("甲\r\n乙\x85丙\u2029丁").raw == "甲 乙 丙 丁"
    assert made("甲\u2028乙").raw == "甲\u2028乙"


def test_what_no_database_can_keep_is_marked_and_halves_of_a_sign_are_joined():
    assert made("甲\x00乙\ud83d丙").raw == "甲\ufffd乙\ufffd丙"
    assert made("\ud83d\ude00").raw == "\U0001f600"


def test_cells_are_parted_by_tabs_only():
    assert row_line(["甲\t乙", "", "丙"]) == ("甲 乙\t\t丙", BlockKind.ROW)


@pytest.mark.parametrize(("bound", "value"), [("MOST_CHARACTERS", 10), ("MOST_LINES", 2)])
def test_more_than_a_plan_has_is_refused_while_it_is_gathered(monkeypatch, bound, value):
    monkeypatch.setattr(lines, bound, value)

    def endless():
        while True:
            yield "甲乙丙丁", PARAGRAPH

    with pytest.raises(SourceError, match="文字太多"):
        source_of(endless(), b"", "名", "txt")


def test_of_a_word_file_with_more_than_a_plan_has_the_rest_is_not_read(monkeypatch):
    monkeypatch.setattr(lines, "MOST_LINES", 2)
    unread = "<w:tbl><w:tr>" + "<w:tc/>" * 64 + "</w:tr></w:tbl>"  # refused where it is read
    with pytest.raises(SourceError, match="文字太多"):
        read_bytes(docx(*[paragraph("甲")] * 3, unread), "x")


@pytest.mark.parametrize(
    "fault",
    [
        ZeroDivisionError(), AttributeError(), EOFError(), KeyError("x"), OSError(), TypeError(),
        RecursionError(), NotImplementedError(), UnicodeDecodeError("utf-8", b"", 0, 1, "x"),
        struct.error(), zlib.error(), AssertionError(), etree.XMLSyntaxError("x", 1, 1, 1),
    ],
)  # fmt: skip
def test_every_fault_of_a_parser_is_one_sentence(fault):
    assert isinstance(fault, FAULTS)
    with pytest.raises(SourceError, match="“名”已损坏") as caught, told_in_words("名"):
        raise fault
    assert caught.value.__cause__ is fault


def test_a_want_of_memory_has_words_of_its_own():
    with pytest.raises(SourceError, match="展开后太大"), told_in_words("名"):
        raise MemoryError


def test_sentences_pass_and_libraries_may_add_their_own_errors():
    with pytest.raises(SourceError, match="原话"), told_in_words("名"):
        raise SourceError("原话")

    class OddError(Exception):
        pass

    with pytest.raises(SourceError, match="已损坏"), told_in_words("名", OddError):
        raise OddError
    with pytest.raises(OddError), told_in_words("名"):
        raise OddError


def test_a_file_is_measured_before_it_is_read(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"12345")
    assert disk.size_of(tmp_path / "a") == 5
    assert disk.head_of(tmp_path / "a", 2) == b"12"
    assert disk.content_of(tmp_path / "a") == b"12345"
    monkeypatch.setattr(disk, "MOST_BYTES", 4)
    with pytest.raises(SourceError, match="太大"):
        disk.size_of(tmp_path / "a")


def test_cells_of_blanks_are_none_and_lines_in_cells_are_kept():
    table = Grid("表")
    table.put(Place(0, 0), " \n ")
    table.put(Place(0, 1), " 甲 \r\n\n 乙")
    assert table.cells == {Place(0, 1): "甲\u2028乙"}


@pytest.mark.parametrize("bound", ["_MOST_CELLS", "MOST_LINES"])
def test_sheets_have_bounds(monkeypatch, bound):
    monkeypatch.setattr(grid, bound, 2)
    content = xlsx(typed("甲", "乙") + typed("丙", "丁") + typed("戊", "己"))
    with pytest.raises(SourceError, match="文字太多"):
        sheet.read_sheet(content, "x")


def test_cells_that_are_looked_at_have_bounds_also_where_they_are_empty(monkeypatch):
    monkeypatch.setattr(sheet, "_MOST_SEEN", 5)
    with pytest.raises(SourceError, match="文字太多"):
        sheet.read_sheet(xlsx("<row/>" * 6), "x")


def test_merges_over_many_cells_have_bounds(monkeypatch):
    monkeypatch.setattr(grid, "_MOST_WIDE", 1)
    table = Grid("表")
    table.merge(Place(0, 0), Place(99, 99))
    with pytest.raises(SourceError, match="结构异常"):
        table.merge(Place(0, 0), Place(99, 99))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("序号\t任务\t单位", "序号\t任务\t单位"),
        ("\t任务\t单位\t时限", "\t任务\t单位\t时限"),
        ("一、\t整治", "一、 整治"),
        ("\t\t正文", "  正文"),
    ],
)
def test_columns_made_with_tabs_are_kept(typed, kept):
    assert columns_kept(typed) == kept


def test_columns_of_tabs_survive_in_every_kind_of_file():
    word = docx(
        paragraph("<w:r><w:t>序号</w:t><w:tab/><w:t>任务</w:t><w:tab/><w:t>单位</w:t></w:r>")
    )
    rich = rb"{\rtf1\ansi a\tab b\tab c\par}"
    page = (
        "<html><body><p>序号\t<b>任务</b>\t单位</p><p>\n\t\t一段\t文字</p></body></html>".encode()
    )
    assert read_bytes(word, "x").raw == "序号\t任务\t单位"
    assert read_bytes(rich, "x").raw.strip() == "a\tb\tc"
    assert read_bytes(page, "x").raw.split("\n") == ["序号\t任务\t单位", "一段 文字"]
