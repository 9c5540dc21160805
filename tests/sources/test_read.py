import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read, read_bytes, read_text
from shuangda_desktop.text.source import BlockKind

PLAN = "示例市打击侵权假冒工作要点\n一、加强市场监管\n(一)开展整治。(市市场监管局负责)"


def test_a_text_file_is_read_with_its_bytes_and_digest(tmp_path):
    path = tmp_path / "要点.txt"
    path.write_bytes(PLAN.encode())
    source = read(path)
    assert (source.raw, source.name, source.format) == (PLAN, "要点.txt", "txt")
    assert source.content == PLAN.encode()
    assert source.sha256 == hashlib.sha256(PLAN.encode()).hexdigest()
    assert source.encoding == "utf-8"
    assert source.warnings == ()


def test_blocks_are_the_lines_of_raw():
    source = read_text(PLAN)
    texts = [source.raw[b.span.start : b.span.end] for b in source.blocks]
    assert texts == PLAN.split("\n")
    assert {b.kind for b in source.blocks} == {BlockKind.PARAGRAPH}


def test_pasted_text_has_a_name_and_the_digest_of_its_utf8():
    source = read_text("甲\r\n乙\r丙")
    assert source.raw == "甲\n乙\n丙"
    assert source.name == "粘贴的文字"
    assert source.format == "paste"
    assert source.sha256 == hashlib.sha256("甲\n乙\n丙".encode()).hexdigest()


def test_what_no_database_can_keep_is_marked_as_lost():
    assert read_text("甲\x00乙\ud800丙").raw == "甲\ufffd乙\ufffd丙"


def test_the_name_says_nothing_about_the_format(tmp_path):
    path = tmp_path / "其实是文字.docx"
    path.write_bytes(PLAN.encode("gb18030"))
    assert read(path).raw == PLAN


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "没有文字"),
        (b" \r\n\t ", "没有文字"),
        (b"\xef\xbb\xbf", "没有文字"),
        (bytes(range(256)) * 40, "不是文字"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument\0".encode("utf-16-le"), "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"), "已损坏"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"),
            "取消密码",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧格式"),
        (b"{\\rtf1 ", "没有文字"),
        (b"%PDF-1.7", "已损坏"),
        (b"\x89PNG\r\n", "图片"),
        (b"BM\x00\x00", "图片"),
        (b"MIME-Version: 1.0", "已损坏"),
        (b"Rar!\x1a\x07", "先解压"),
        (b"PK\x03\x04 xl/workbook.xml", "结构异常"),
        (b"PK\x03\x04 OFD.xml", "结构异常"),
        (b"PK\x03\x04 other.txt", "已损坏"),
        (b"PK\x03\x04 word/document.xml", "结构异常"),
    ],
)
def test_what_is_not_read_is_refused_with_what_to_do(content, says):
    with pytest.raises(SourceError, match=says) as caught:
        read_bytes(content, "文件")
    assert str(caught.value).endswith("。")
    assert not set(str(caught.value)) & set(",;:?!()")


def test_a_text_that_begins_like_a_picture_is_a_text():
    assert read_bytes("BM公司负责。".encode(), "x").raw == "BM公司负责。"


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(SourceError, match="找不到“没有"):
        read(tmp_path / "没有.txt")
    with pytest.raises(SourceError, match="是文件夹"):
        read(tmp_path)


def test_a_file_too_large_to_be_a_plan_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr("shuangda_desktop.sources.border.disk.MOST_BYTES", 10)
    (tmp_path / "大.txt").write_bytes(b"x" * 11)
    with pytest.raises(SourceError, match="太大"):
        read(tmp_path / "大.txt")


@pytest.mark.parametrize("path_error", [PermissionError("denied"), OSError(5, "input/output")])
def test_a_file_that_cannot_be_opened_says_what_to_do(tmp_path, monkeypatch, path_error):
    def fail(_):
        raise path_error

    (tmp_path / "甲.txt").write_bytes(b"x")
    monkeypatch.setattr("pathlib.Path.read_bytes", fail)
    with pytest.raises(SourceError, match="打不开“甲"):
        read(tmp_path / "甲.txt")


def test_a_path_that_no_system_allows_is_an_error_in_words(tmp_path):
    with pytest.raises(SourceError, match="打不开"):
        read(tmp_path / "a\0b")


def outcome(reader, *arguments):
    """What was read, or the sentence that refused it."""
    try:
        return reader(*arguments).raw
    except SourceError as error:
        return str(error)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(content):
    assert outcome(read_bytes, content, "x").strip()


@given(
    st.sampled_from([b"PK\x03\x04 word/document", b"<html>", b"\xff\xfe", b"{"]),
    st.binary(max_size=200),
)
def test_bytes_after_any_beginning_are_read_or_refused_in_words(start, content):
    assert outcome(read_bytes, start + content, "x").strip()


@given(st.text(max_size=100))
def test_any_pasted_text_is_kept_or_refused_in_words(text):
    assert outcome(read_text, text).strip()
