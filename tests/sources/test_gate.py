"""Hostile and broken archives, made here and never stored."""

import io
import random
import struct
import time
import zipfile

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import gate, read_bytes
from shuangda_desktop.sources.gate import open_container, read_part
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


def test_a_bomb_is_refused_by_what_it_declares():
    bomb = packed({"word/document.xml": "<a>" + " " * (gate._RATIO_FROM + 10) + "</a>"})
    assert len(bomb) < 50_000
    assert refused(bomb)


def test_a_part_that_unpacks_to_more_than_allowed_is_refused(monkeypatch):
    monkeypatch.setattr(gate, "_MOST_PART", 50)
    assert refused(GOOD)


def test_a_part_that_lies_about_its_size_is_refused(monkeypatch):
    lying = bytearray(GOOD)
    for info in open_container(GOOD).infolist():
        at = lying.find(struct.pack("<L", info.file_size), info.header_offset)
        lying[at : at + 4] = struct.pack("<L", 5)
    entry = lying.rfind(b"PK\x01\x02")
    lying[entry + 24 : entry + 28] = struct.pack("<L", 5)
    assert refused(bytes(lying))


def test_all_parts_together_may_not_unpack_to_more_than_allowed(monkeypatch):
    monkeypatch.setattr(gate, "_MOST_UNPACKED", 50)
    assert refused(GOOD)


def test_too_many_parts_are_refused_before_they_are_listed():
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(gate._MOST_PARTS + 1):
            archive.writestr(f"word/document{number}.xml", "")
    started = time.perf_counter()
    assert refused(many.getvalue())
    assert time.perf_counter() - started < 0.2


def test_overlapping_members_are_refused():
    overlapping = bytearray(packed({"word/document.xml": "<a/>" * 99, "word/b.xml": "<b/>" * 99}))
    second = overlapping.rfind(b"PK\x01\x02")
    overlapping[second + 42 : second + 46] = struct.pack("<L", 10)
    assert refused(bytes(overlapping))


def test_a_member_beyond_the_end_is_refused():
    beyond = bytearray(GOOD)
    last = beyond.rfind(b"PK\x01\x02")
    beyond[last + 20 : last + 24] = struct.pack("<L", 10_000_000)
    assert refused(bytes(beyond))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_a_document_type_is_never_let_in(codec):
    xml = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    assert refused(packed({"word/document.xml": xml.encode(codec)}))


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
        started = time.perf_counter()
        try:
            assert read_bytes(bytes(content), "x").raw
        except SourceError as error:
            assert str(error)  # noqa: PT017 (either outcome is right; only another exception is not)
        assert time.perf_counter() - started < 3
