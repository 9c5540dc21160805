"""The border: what a worker may do, how it may end, and what comes back over it."""

import json
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.services.reading.drafts import read_document
from shuangda_desktop.sources import PASTED, read_bytes, read_html
from shuangda_desktop.sources.border import worker
from shuangda_desktop.sources.border.answer import packed, unpacked
from shuangda_desktop.sources.border.worker import read_copied, read_guarded
from sources.making import docx, paragraph, row, table

TEXT = "一、加强市场监管。"
NO_DOCUMENT = b"{\\rtf1 " + b"x" * 99


@pytest.fixture
def path(tmp_path):
    """A document that is read by a worker."""
    target = tmp_path / "方案.docx"
    target.write_bytes(docx(paragraph(TEXT), table(row("序号", "任务"), row("1", "甲"))))
    return target


@pytest.fixture
def program(monkeypatch):
    """Put another program in the worker's place."""

    def put(code):
        monkeypatch.setattr(worker, "program", lambda: [sys.executable, "-c", code])

    return put


def refusal(*arguments, **options):
    """The sentence that a reading ends in."""
    with pytest.raises(SourceError) as caught:
        read_guarded(*arguments, **options)
    return str(caught.value)


def test_what_the_worker_reads_is_what_is_read_in_place(path):
    assert read_guarded(path) == read_bytes(path.read_bytes(), path.name)


def test_a_short_text_needs_no_worker(tmp_path, program):
    program("raise SystemExit(1)")
    (tmp_path / "甲.txt").write_text(TEXT, "utf-8")
    assert read_guarded(tmp_path / "甲.txt").raw == TEXT


def test_a_long_text_is_read_by_the_worker(tmp_path):
    (tmp_path / "长.txt").write_text(TEXT * 50_000, "utf-8")
    source = read_guarded(tmp_path / "长.txt")
    assert source.raw == TEXT * 50_000
    assert source.encoding == "utf-8"
    assert source.content == (TEXT * 50_000).encode()


def test_a_refusal_crosses_the_border_in_its_own_words(tmp_path):
    (tmp_path / "密.docx").write_bytes(docx(paragraph("秘密\u2605一年"), paragraph(TEXT)))
    assert "标有密级" in refusal(tmp_path / "密.docx")


def test_missing_files_and_folders_are_told_without_a_worker(tmp_path, program):
    program("raise SystemExit(1)")
    assert "找不到“没有.docx”" in refusal(tmp_path / "没有.docx")
    assert "是文件夹" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_a_file_that_would_never_end_is_not_opened(tmp_path):
    os.mkfifo(tmp_path / "管道.docx")
    assert "打不开“管道.docx”" in refusal(tmp_path / "管道.docx")


@pytest.mark.parametrize(
    "code",
    [
        "raise SystemExit(3)",
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "raise MemoryError",
        "print('no answer')",
        "print('{}')",
        "print('[1, 2]')",
        'print(\'{"raw": "a", "kinds": "pp", "sha256": "", "format": "", "warnings": []}\')',
        "import sys; sys.stdout.buffer.write(bytes(range(256)))",
    ],
    ids=["exit", "abort", "kill", "memory", "noise", "nothing", "list", "lines", "bytes"],
)
def test_a_worker_that_dies_or_lies_is_told_in_words(path, program, code):
    program(code)
    assert "已损坏或不完整" in refusal(path)


def test_a_worker_without_an_end_is_stopped_in_time(path, program):
    program("import time; time.sleep(60)")
    start = time.monotonic()
    assert "读了0.5秒还没有读完" in refusal(path, seconds=0.5)
    assert time.monotonic() - start < 40  # the program sleeps longer


def test_a_worker_that_never_stops_talking_is_stopped(path, program, monkeypatch):
    monkeypatch.setattr(worker, "_MOST_ANSWER", 100_000)
    program("while True: print('x' * 999)")
    assert "已损坏或不完整" in refusal(path, seconds=20)


def test_a_clerk_who_cancels_does_not_wait(path, program):
    program("import time; time.sleep(60)")
    start = time.monotonic()
    assert "已停止读取“方案.docx”" in refusal(path, cancelled=lambda: True)
    assert time.monotonic() - start < 40  # the program sleeps longer


def test_an_import_is_read_by_the_worker_and_can_be_cancelled(path, program):
    assert read_document(path).source.raw.startswith(TEXT)
    program("import time; time.sleep(60)")
    with pytest.raises(SourceError, match="已停止读取"):
        read_document(path, lambda: True)


def test_a_document_larger_than_the_memory_it_may_have_is_refused(tmp_path):
    if sys.platform != "linux":
        pytest.skip("the system holds no such limit")
    (tmp_path / "大.docx").write_bytes(docx(paragraph("甲") * 80_000))
    assert "请" in refusal(tmp_path / "大.docx", megabytes=90)


def test_a_file_that_changes_while_it_is_read_is_refused(path, program):
    answer = packed(read_bytes(docx(paragraph("别的")), path.name))
    program(f"import sys; sys.stdout.buffer.write({answer!r})")
    assert "读取过程中被改动" in refusal(path)


def test_what_the_worker_leaves_beside_is_gone_afterwards(path, program, tmp_path):
    note = tmp_path / "where.txt"
    program(
        "import os, pathlib; folder = os.environ['TMPDIR']; "
        "pathlib.Path(folder, 'left').write_text('x'); "
        f"pathlib.Path({str(note)!r}).write_text(folder)"
    )
    refusal(path)
    assert not Path(note.read_text()).exists()


def test_a_frozen_program_starts_itself_as_the_worker(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker.program() == [sys.executable, worker.WORD]


def test_the_worker_prints_one_line(path, capfd):
    limits = worker.limit
    try:
        worker.limit = lambda *_: None  # they would hold for the tests as well
        assert worker.main([str(path), "1024", "20"]) == 0
    finally:
        worker.limit = limits
    answer = json.loads(capfd.readouterr().out)
    assert answer["kinds"] == "prr"
    assert answer["raw"].startswith(TEXT)


def test_an_error_in_memory_is_an_answer_too(path, monkeypatch):
    def fail(_):
        raise MemoryError

    monkeypatch.setattr(worker, "read", fail)
    assert "展开后太大" in str(worker._read(path))


def test_an_answer_keeps_everything_but_the_bytes():
    source = read_bytes(docx(paragraph(TEXT), table(row("一", "二"))), "名")
    back = unpacked(packed(source), "名")
    assert (back.raw, back.blocks, back.sha256, back.format) == (
        source.raw, source.blocks, source.sha256, source.format,
    )  # fmt: skip
    assert back.warnings == source.warnings
    assert back.content == b""


def test_an_answer_that_refuses_raises_its_sentence():
    with pytest.raises(SourceError, match="没有导入"):
        unpacked(packed(SourceError("没有导入。")), "名")


@pytest.mark.parametrize(
    "change",
    [
        {"raw": 1}, {"kinds": "x"}, {"kinds": ""}, {"warnings": "甲"}, {"warnings": [1]},
        {"encoding": 3}, {"sha256": None}, {"format": []},
    ],
)  # fmt: skip
def test_an_answer_of_another_form_is_none(change):
    form = json.loads(packed(read_bytes(TEXT.encode(), "名"))) | change
    with pytest.raises(ValueError, match=r"."):
        unpacked(json.dumps(form).encode(), "名")


HTML = '<meta charset="gb2312"><p>一、加强市场监管。</p><table><tr><td>序号<td>任务<tr><td>1<td>甲</table>'


def test_what_was_copied_is_read_by_a_worker_too():
    source = read_copied(HTML, "网页")
    assert replace(source, name=PASTED) == read_html(HTML)
    assert (source.name, source.format, source.content) == ("网页", "paste", b"")


@pytest.mark.parametrize("html", ["", "<p> </p>", "<p>机密★3年</p><p>一、加强监管。</p>"])
def test_what_was_copied_is_refused_in_words(html):
    with pytest.raises(SourceError, match=r"[\u4e00-\u9fff]。$"):
        read_copied(html, "网页")


def test_a_worker_that_breaks_over_a_copy_is_told(program):
    program("print('no answer')")
    with pytest.raises(SourceError, match="网页"):
        read_copied(HTML, "网页")


def test_reading_a_copy_can_be_stopped(program):
    program("import time; time.sleep(20)")
    with pytest.raises(SourceError, match="已停止"):
        read_copied(HTML, "网页", cancelled=lambda: True)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limits")
@pytest.mark.parametrize(
    ("content", "most", "held"),
    [
        (b"%PDF-1.7\n", 1024, [512]),
        (b"%PDF-1.7\n" + bytes(100 * 1024 * 1024), 1024, [612]),
        (b"%PDF-1.7\n", 300, [300]),
        (TEXT.encode(), 1024, [1024]),
        (b"%PDF-1.7\n", None, []),
    ],
)
def test_a_pdf_has_room_by_its_size(tmp_path, monkeypatch, content, most, held):
    import resource

    (tmp_path / "a").write_bytes(content)
    megabyte, limits = 1024 * 1024, []
    hard = resource.RLIM_INFINITY if most is None else most * megabyte
    monkeypatch.setattr(resource, "getrlimit", lambda kind: (hard, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda kind, pair: limits.append(pair))
    worker.make_room(tmp_path / "a")
    assert [(soft // megabyte, most) for soft, most in limits] == [(n, hard) for n in held]


def test_other_systems_leave_room_to_the_program(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "win32")
    worker.make_room(tmp_path)
