"""Several documents, one worker: what becomes of the others when one of them ends it."""

import io
import json
import subprocess
import sys
import time

import pytest

from shuangda_desktop.errors import SourceError
from shuangda_desktop.services.reading.drafts import reader_of_several
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.border import process, shared, worker
from shuangda_desktop.sources.border.answer import unpacked
from shuangda_desktop.sources.border.process import Worker
from shuangda_desktop.sources.border.shared import SharedWorker
from shuangda_desktop.sources.border.worker import read_guarded
from sources.making import docx, paragraph

TEXT = "一、加强市场监管。"


@pytest.fixture
def files(tmp_path):
    """Three small documents."""
    found = []
    for name in "甲乙丙":
        path = tmp_path / f"{name}.docx"
        path.write_bytes(docx(paragraph(TEXT + name)))
        found.append(path)
    return found


@pytest.fixture
def started(monkeypatch):
    """The workers that were started, in their order."""
    made = []

    def start(program):
        made.append(Worker(program))
        return made[-1]

    monkeypatch.setattr(shared, "Worker", start)
    return made


@pytest.fixture
def program(monkeypatch):
    """Another program in the worker's place: for each path it does this, then reads as the worker does."""

    def put(code):
        whole = (
            "import json, sys, os, time\n"
            "from pathlib import Path\n"
            "from shuangda_desktop.sources import read\n"
            "from shuangda_desktop.sources.border.answer import packed\n"
            "for number, line in enumerate(sys.stdin):\n"
            "  path = Path(json.loads(line))\n"
            f"  {code}\n"
            "  sys.stdout.buffer.write(packed(read(path)))\n"
            "  sys.stdout.flush()\n"
        )
        monkeypatch.setattr(worker, "program", lambda: [sys.executable, "-X", "utf8", "-c", whole])

    return put


def all_of(files, **options):
    """What becomes of each file: its text, or the sentence that its reading ends in."""
    ask, found = SharedWorker().answer, []
    for path in files:
        try:
            found.append(read_guarded(path, ask=ask, **options).raw)
        except SourceError as error:
            found.append(str(error))
    return found


def test_one_worker_reads_them_all(files, started):
    read = reader_of_several()
    drafts = [read(path, lambda: False) for path in files]
    assert [draft.source for draft in drafts] == [
        read_bytes(path.read_bytes(), path.name) for path in files
    ]
    assert len(started) == 1


def test_a_file_that_ends_the_worker_costs_itself_alone(files, started, program):
    program("os._exit(9) if '乙' in path.name else None")
    first, second, third = all_of(files)
    assert (first, third) == (TEXT + "甲", TEXT + "丙")
    assert "“乙.docx”已损坏" in second
    assert len(started) == 3  # the first, another try at the second, and one for the third


def test_what_other_files_left_in_memory_is_no_fault_of_the_next(files, started, program):
    program("os._exit(9) if number == 2 else None")
    assert all_of(files) == [TEXT + "甲", TEXT + "乙", TEXT + "丙"]
    assert len(started) == 2


def test_a_file_that_takes_too_long_is_passed_over(files, started, program):
    program("time.sleep(60) if '甲' in path.name else None")
    first, *others = all_of(files, seconds=5)
    assert "读了5秒还没有读完" in first
    assert others == [TEXT + "乙", TEXT + "丙"]
    assert len(started) == 2


def test_a_clerk_who_cancels_does_not_wait(files, program):
    program("time.sleep(60)")
    began = time.monotonic()
    (told,) = all_of(files[:1], cancelled=lambda: True)
    assert "已停止读取“甲.docx”" in told
    assert time.monotonic() - began < 40  # the program sleeps longer


def test_what_a_worker_says_of_a_file_is_checked(files, program):
    program("print('no answer', flush=True); continue")
    assert all("已损坏" in told for told in all_of(files))


def test_the_worker_ends_with_the_reader(files, started):
    ask = SharedWorker()
    read_guarded(files[0], ask=ask.answer)
    assert started[0].end.alive
    end = started.pop().end
    del ask
    assert not end.alive


def test_an_answer_without_an_end_is_none(monkeypatch):
    monkeypatch.setattr(process, "MOST_ANSWER", 1000)
    endless = "import sys\nwhile True: sys.stdout.write('x' * 99)"
    with Worker([sys.executable, "-c", endless]) as asked:
        assert asked.answer(20, lambda: False) is None


def lines_of(files):
    """What the worker answers to these paths."""
    asked = "".join(json.dumps(str(path)) + "\n" for path in files)
    out = io.BytesIO()
    shared.serve(io.BytesIO(asked.encode()), out, 20)
    return out.getvalue().splitlines()


@pytest.fixture
def unlimited(monkeypatch):
    """Limits would hold for the tests as well."""
    monkeypatch.setattr(worker, "grant", lambda seconds: None)


@pytest.mark.usefixtures("unlimited")
def test_the_worker_answers_each_path_with_a_line(files, tmp_path):
    first, gone, last = lines_of([files[0], tmp_path / "没有.docx", files[1]])
    assert unpacked(first, "甲.docx").raw == TEXT + "甲"
    assert "找不到" in json.loads(gone)["error"]
    assert unpacked(last, "乙.docx").raw == TEXT + "乙"


@pytest.mark.usefixtures("unlimited")
def test_memory_that_is_not_there_is_told_by_a_fresh_worker_only(files, monkeypatch):
    def hungry(path):
        if path in tight:
            raise MemoryError
        return read_bytes(path.read_bytes(), path.name)

    monkeypatch.setattr(shared, "read", hungry)
    tight = files[:1]
    assert "展开后太大" in json.loads(lines_of(files[:1])[0])["error"]
    tight = files[1:2]
    assert len(lines_of(files)) == 1  # it ends over the second: another worker has more


def test_a_worker_that_nobody_asks_goes_by_itself():
    code = (
        "from shuangda_desktop.sources.border import shared, worker\n"
        "shared._IDLE = 0.1\n"
        "raise SystemExit(worker.main([worker.SEVERAL, '1024', '20']))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as idle:
        assert idle.wait(20) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no such limits")
def test_each_file_has_time_of_its_own():
    import resource

    before = resource.getrlimit(resource.RLIMIT_CPU)
    try:
        worker.grant(1000)
        soft, _ = resource.getrlimit(resource.RLIMIT_CPU)
        assert 1000 < soft <= 1001 + time.process_time()
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, before)


def test_other_systems_hold_no_limits(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    worker.limit(1, 1)
    worker.grant(1)
