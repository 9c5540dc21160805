"""Old Word documents: the piece table by itself, and the converter with what it may do wrong."""

import struct

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.word import old_word as reader
from shuangda_desktop.text.source import BlockKind
from sources.making import docx, paragraph
from sources.making_binary import old_word, ole


def read(text, **options):
    return read_bytes(old_word(text, **options), "方案.doc")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一、加强\r二、推进\r", "一、加强\n二、推进"),
        ("甲\x0b乙\x0c丙", "甲\n乙\n丙"),
        ("甲\x1e乙\x1f丙\x01丁\x05", "甲-乙丙丁"),
        ('甲\x13 HYPERLINK "x" \x14乙\x15丙', "甲乙丙"),
        ("甲\x13 A \x13 B \x14 C\x15\x14乙\x15丙", "甲乙丙"),
        ("甲\x13 PAGE \x15乙", "甲乙"),
        ("甲\x14乙\x15丙", "甲乙丙"),
        ("甲\t乙", "甲 乙"),
    ],
)
def test_the_piece_table_gives_the_words(text, lines):
    assert read(text).raw == lines


def test_a_table_is_told_by_the_marks_of_its_cells():
    source = read("表\r序号\x07任务\x07\x071\x07甲\r乙\x07\x072\x07丙\x07\x07完\r")
    assert source.raw == "表\n序号\t任务\n1\t甲\u2028乙\n2\t丙\n完"
    assert [b.kind for b in source.blocks].count(BlockKind.ROW) == 3


def test_notes_stand_at_the_end():
    source = read("正文\r注释\r", counts=(3, 3, 0, 0, 0, 0, 0))
    assert source.raw == "正文\n注释"
    assert source.blocks[-1].kind is BlockKind.NOTE


def test_eight_bit_pieces_are_western():
    text = b"abc\x93"
    plan = struct.pack("<2I", 0, 4) + struct.pack("<HIH", 0, 0x4000_0000 | 0x800 * 2, 0)
    content = old_word("", counts=(4, 0, 0, 0, 0, 0, 0), clx=b"\x02" + struct.pack("<I", 16) + plan)
    at = content.index(struct.pack("<2H", 0xA5EC, 0xC1)) + 0x800
    source = read_bytes(content[:at] + text + content[at + 4 :], "x")
    assert source.raw == "abc\u201c"


def test_properties_before_the_piece_table_are_passed_over():
    plan = struct.pack("<2I", 0, 2) + struct.pack("<HIH", 0, 0x800, 0)
    clx = b"\x01" + struct.pack("<H", 3) + b"abc" + b"\x02" + struct.pack("<I", 16) + plan
    assert read("甲乙", clx=clx).raw == "甲乙"


def test_reading_by_pieces_tells_the_clerk_what_may_be_lost():
    (warning,) = read("甲").warnings
    assert "自动编号可能丢失" in warning


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (old_word("甲", flags=0x100), "取消密码"),
        (old_word("秘密\u2605一年\r甲"), "标有密级"),
        (old_word("甲").replace(struct.pack("<2H", 0xA5EC, 0xC1), struct.pack("<2H", 0xA5EC, 0x65)), "结构异常"),
        (old_word("甲").replace(struct.pack("<2H", 0xA5EC, 0xC1), bytes(4)), "结构异常"),
        (old_word("甲", clx=b"\x02" + struct.pack("<I", 4) + bytes(20)), "结构异常"),
        (old_word("甲", clx=b"\x02" + struct.pack("<I2IHIH", 16, 9, 3, 0, 0, 0)), "结构异常"),
        (ole({"WordDocument": old_word("甲")[512:9000]}), "结构异常"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(content, says):
    with pytest.raises(SourceError, match=says):
        read_bytes(content, "x")


@pytest.fixture
def converted(monkeypatch):
    """Let the converter give this new form; what it was handed is kept."""
    handed = []

    def put(new):
        def convert(old, target):
            handed.append(old.read_bytes())
            if isinstance(new, Exception):
                raise new
            target.write_bytes(new)

        monkeypatch.setattr(reader.doc2docx, "convert", convert)
        return handed

    return put


def test_the_new_form_is_taken_where_the_converter_gives_it(converted):
    numbered = docx(paragraph("一、加强"))
    handed = converted(numbered)
    source = read("加强\r")
    assert source.raw == "一、加强"
    assert source.warnings == ()
    assert source.format == "doc"
    assert handed[0][8:24] == bytes(16)


def test_the_name_that_wps_leaves_is_taken_away_for_the_converter(converted):
    handed = converted(docx(paragraph("加强")))
    content = bytearray(old_word("加强"))
    content[8:24] = b"WPS-Office-Class"
    assert read_bytes(bytes(content), "方案.wps").raw == "加强"
    assert handed[0][8:24] == bytes(16)


@pytest.mark.parametrize(
    "failure", [ValueError("strict"), IndexError(), MemoryError(), reader.Doc2DocxError("sprm")]
)
def test_a_refusal_of_the_converter_falls_back(converted, failure):
    converted(failure)
    source = read("一、加强\r")
    assert source.raw == "一、加强"
    assert "自动编号可能丢失" in source.warnings[0]


def test_a_new_form_that_lost_words_is_not_taken(converted):
    converted(docx(paragraph("加强")))
    assert read("一、加强市场监管\r").raw == "一、加强市场监管"


def test_a_secret_document_is_refused_before_anything_is_written_beside(converted):
    handed = converted(docx(paragraph("甲")))
    with pytest.raises(SourceError, match="标有密级"):
        read("机密\u2605三年\r甲")
    assert handed == []
