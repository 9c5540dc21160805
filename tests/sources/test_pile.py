"""A pile of files: one worker for all, and what becomes of the rest when one of them ends it."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.sheets import pile
from shuangda_desktop.sources.sheets.filled import read_filled
from shuangda_desktop.sources.sheets.pile import Unread, packed, read_pile, unpacked
from shuangda_desktop.text.sheets import FilledBook


@pytest.fixture
def files(tmp_path) -> list[Path]:
    """Three small files of cells."""
    found = []
    for name in "甲乙丙":
        path = tmp_path / f"{name}.csv"
        path.write_text(f"序号,任务\n1,{name}\n", "utf-8")
        found.append(path)
    return found


@pytest.fixture
def program(monkeypatch):
    """Put another program in the worker's place."""

    def put(code):
        monkeypatch.setattr(pile, "_program", lambda: [sys.executable, "-c", code])

    return put


ANSWER = (
    "import json,sys,hashlib,time,os\n"
    "paths=json.load(sys.stdin)\n"
    "def say(p):\n"
    "  d=hashlib.sha256(open(p,'rb').read()).hexdigest()\n"
    "  print(json.dumps({'sha256':d,'format':'csv','warnings':[],'sheets':[]}),flush=True)\n"
)


def test_all_files_are_read_by_one_worker_in_their_order(files):
    heard = []
    books = read_pile(files, tell=lambda *told: heard.append(told))
    assert [book.name for book in books] == ["甲.csv", "乙.csv", "丙.csv"]
    read = read_filled(files[1].read_bytes(), "乙.csv")
    assert books[1] == replace(read, folder=str(files[1].parent))
    assert heard == [(0, 3, "甲.csv"), (1, 3, "乙.csv"), (2, 3, "丙.csv")]


def test_a_file_that_ends_the_worker_does_not_end_the_rest(files, program):
    program(ANSWER + "for p in paths:\n  if '乙' in p: os._exit(9)\n  say(p)\n")
    books = read_pile(files)
    assert [type(book) for book in books] == [FilledBook, Unread, FilledBook]
    assert books[1].content == files[1].read_bytes()


def test_a_file_that_takes_too_long_is_passed_over(files, program):
    program(ANSWER + "for p in paths:\n  if '甲' in p: time.sleep(60)\n  say(p)\n")
    books = read_pile(files, seconds=4)
    assert "读了4秒" in books[0].reason
    assert [type(book) for book in books[1:]] == [FilledBook, FilledBook]


def test_cancelling_ends_at_once_and_keeps_what_was_read(files, program):
    program(ANSWER + "say(paths[0])\ntime.sleep(60)\n")
    done = []
    books = read_pile(files, tell=lambda n, *_: done.append(n), cancelled=lambda: 1 in done)
    assert [book.name for book in books] == ["甲.csv"]
    assert read_pile(files, cancelled=lambda: True) == ()


def test_missing_broken_and_changed_files_are_told_each(files, program, tmp_path):
    gone = tmp_path / "没有.xlsx"
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 xl/workbook.xml nothing more")
    books = read_pile([gone, tmp_path / "坏.xlsx", files[0]])
    assert "找不到“没有.xlsx”" in books[0].reason
    assert "内部结构异常" in books[1].reason
    assert books[1].content
    assert isinstance(books[2], FilledBook)
    program(ANSWER + "print(json.dumps({'sha256':'0','format':'','warnings':[],'sheets':[]}))\n")
    assert "被改动" in read_pile(files[:1])[0].reason


@pytest.mark.parametrize("line", ["nothing", "[]", "{}", '{"sheets": 1}', '{"sheets": [1]}'])
def test_nonsense_is_a_broken_file(files, program, line):
    program(f"print({line!r}, flush=True)\n")
    assert "已损坏" in read_pile(files[:1])[0].reason


def test_a_book_survives_the_border(files):
    book = read_filled(files[0].read_bytes(), "甲.csv")
    from dataclasses import replace

    assert unpacked(packed(book), "甲.csv") == replace(book, content=b"")
    with pytest.raises(SourceError, match="某事"):
        unpacked(packed(SourceError("某事")), "甲.csv")


def test_the_worker_answers_each_file_with_a_line(files, tmp_path):
    done = subprocess.run(
        [*pile._program(), "1024", "20"],
        input=json.dumps([str(files[0]), str(tmp_path / "没有")]).encode(),
        capture_output=True,
        check=True,
    )
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["sha256"] == hashlib.sha256(files[0].read_bytes()).hexdigest()
    assert "找不到" in second["error"]


def test_memory_that_is_not_there_is_told(monkeypatch, files):
    def hungry(*_):
        raise MemoryError

    monkeypatch.setattr(pile, "read_filled", hungry)
    assert "展开后太大" in str(pile._read(files[0]))


def test_a_packaged_program_reads_in_a_copy_of_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert pile._program() == [sys.executable, pile.WORD]


def test_the_worker_reads_what_it_is_asked_for_in_its_own_process_too(
    files, monkeypatch, capfdbinary
):
    monkeypatch.setattr(pile, "limit", lambda *_: None)  # it would hold for the tests as well
    asked, read, write = json.dumps([str(files[0])]).encode(), *os.pipe()
    os.write(write, asked)
    os.close(write)
    kept = os.dup(0)
    os.dup2(read, 0)
    try:
        assert pile.main(["1024", "20"]) == 0
    finally:
        os.dup2(kept, 0)
        os.close(kept)
        os.close(read)
    assert unpacked(capfdbinary.readouterr().out, "甲.csv").sheets[0].texts[1, 1] == "甲"
