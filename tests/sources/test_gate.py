"""Hostile and broken archives, made here and never stored."""

import io
import random
import struct
import time
import zipfile

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.border import gate
from shuangda_desktop.sources.border.gate import open_container, read_part
from sources.making import docx, packed, paragraph

GOOD = docx(paragraph("甲"))


def refused(content):
    with pytest.raises(SourceError, match="结构异常") as caught:
        read_bytes(content, "x")
    return str(caught.value)


def test_a_sound_archive_is_opened():
    with open_container(GOOD) as archive:
        assert read_part(archive, "word/document.xml").startswith(b"<?xml")
        assert read_part(archive, "missing.xml") is None


def test_the_refusal_says_what_to_do():
    assert "另存为.docx" in refused(GOOD[:-30])


@pytest.mark.parametrize("keep", [30, 200, len(GOOD) // 2, len(GOOD) - 5])
def test_a_truncated_file_is_refused(keep):
    assert refused((GOOD + b" word/document")[:keep] + b" word/document")


def shut_out(content):
    """The directory alone gives the file away: nothing of it is unpacked."""
    with pytest.raises(SourceError, match="结构异常"):
        open_container(bytes(content))


def test_a_bomb_is_refused_by_what_it_declares():
    bomb = packed({"word/document.xml": " " * (gate._RATIO_FROM + 10)})
    assert len(bomb) < 50_000
    shut_out(bomb)


def test_a_small_part_may_be_packed_as_tightly_as_it_likes():
    assert open_container(packed({"word/document.xml": " " * (gate._RATIO_FROM - 10)}))


def test_a_part_that_unpacks_to_more_than_allowed_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(gate, "_MOST_PART", 50)
    archive = open_container(GOOD)
    monkeypatch.setattr(archive, "read", None)
    with pytest.raises(SourceError, match="结构异常"):
        read_part(archive, "word/document.xml")


def test_a_part_that_lies_about_its_size_is_refused():
    lying = bytearray(GOOD)
    entry = lying.rfind(b"PK\x01\x02")
    lying[entry + 24 : entry + 28] = struct.pack("<L", 5)
    assert refused(bytes(lying))


def test_all_parts_together_may_not_unpack_to_more_than_allowed(monkeypatch):
    monkeypatch.setattr(gate, "_MOST_UNPACKED", 50)
    shut_out(GOOD)


def many_parts():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(gate._MOST_PARTS + 1):
            archive.writestr(str(number), "")
    return bytearray(target.getvalue())


def test_too_many_parts_are_refused_before_they_are_listed(monkeypatch):
    content = many_parts()
    monkeypatch.setattr(zipfile, "ZipFile", None)
    shut_out(content)


def test_more_parts_than_the_end_record_admits_are_refused():
    content = many_parts()
    end = content.rfind(b"PK\x05\x06")
    content[end + 8 : end + 12] = struct.pack("<HH", 1, 1)
    shut_out(content)


def test_overlapping_members_are_refused():
    overlapping = bytearray(packed({"word/document.xml": "<a/>" * 99, "word/b.xml": "<b/>" * 99}))
    second = overlapping.rfind(b"PK\x01\x02")
    overlapping[second + 42 : second + 46] = struct.pack("<L", 10)
    shut_out(overlapping)


def test_a_member_beyond_the_end_is_refused():
    beyond = bytearray(GOOD)
    last = beyond.rfind(b"PK\x01\x02")
    beyond[last + 20 : last + 24] = struct.pack("<L", 10_000_000)
    shut_out(beyond)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("mark", ["<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]>'])
def test_a_document_type_is_never_let_in(codec, mark):
    archive = open_container(packed({"word/document.xml": f"{mark}<a/>".encode(codec)}))
    with pytest.raises(SourceError, match="结构异常"):
        read_part(archive, "word/document.xml")


def test_an_encrypted_member_is_refused():
    locked = bytearray(GOOD)
    at = locked.rfind(b"PK\x01\x02")
    locked[at + 8] |= 1
    local = locked.rfind(b"PK\x03\x04")
    locked[local + 6] |= 1
    assert refused(bytes(locked))


def test_mutated_files_are_read_or_refused_soon():
    chance = random.Random(20260316)
    for _ in range(300):
        content = bytearray(GOOD)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        started = time.process_time()
        try:
            assert read_bytes(bytes(content), "x").raw
        except SourceError as error:
            assert str(error)  # noqa: PT017 (either outcome is right; only another exception is not)
        assert time.process_time() - started < 3
