"""Full disk, lock and kill at any moment: whatever kind of file goes out, the old one stays byte by byte.

How files.py does it is proved in test_files.py; here every writer is shown to go through it, and
test_architecture.py shows that there is no other way to a file.
"""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from unittest import mock
from zipfile import ZipFile

import pytest

from exports.all_papers import papers
from exports.every_sheet import WRITERS
from exports.sample import HEADING, tasks
from exports.test_fillable import FORM
from exports.test_random_papers import sheet_template, word_template
from shuangda_desktop.errors import ExportError
from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.exports.workbooks.directory_book import write_directory_book
from shuangda_desktop.exports.workbooks.fillable import write_form
from shuangda_desktop.gui import printing
from shuangda_desktop.gui.pages.outputs.writing import Writing, write_each
from shuangda_desktop.papers.model import Paper
from shuangda_desktop.services.outputs.templates import Filling, OwnTemplate
from shuangda_desktop.units.directory import Directory
from test_files import windows_error

OLD = b"old"
DOCUMENTS = papers(3)


def _document(name):
    return lambda path: write_paper(DOCUMENTS[name], path)


def _template(suffix, content):
    template = OwnTemplate("plan", f"模板{suffix}", "", content)
    return Filling(template, Paper("x", "题", "办", ()), tasks()).write


def _pdf(path):
    with mock.patch.object(printing.paper, "as_pdf", return_value=b"%PDF-1.6 " * 900):
        printing.write_pdf(path, ("页",), "题")


KINDS = {
    **{name: lambda path, write=write: write(tasks(), path) for name, write in WRITERS.items()},
    **{f"word {name}": _document(name) for name in DOCUMENTS},
    "form": lambda path: write_form(FORM, path),
    "directory": lambda path: write_directory_book(Directory((), ()), path, HEADING),
    "own word": _template(".docx", word_template()),
    "own sheet": _template(".xlsx", sheet_template()),
    "pdf": _pdf,
}
OF_EACH_KIND = ("ledger", "word plan", "own word", "own sheet", "pdf")


@pytest.fixture
def target(tmp_path) -> Path:
    """A file of an earlier day; a writer checks what it wrote, not how it is called."""
    path = tmp_path / "文件"
    path.write_bytes(OLD)
    return path


def refused(write, target: Path) -> str:
    """The sentence with which it is refused; nothing changed and nothing is left over."""
    with pytest.raises(ExportError) as caught:
        write(target)
    assert target.read_bytes() == OLD
    assert [p.name for p in target.parent.iterdir()] == [target.name]
    return str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_open_in_wps_stays_as_it_was(target, kind, monkeypatch):
    def locked(self, other):
        raise windows_error(32)

    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setattr(Path, "replace", locked)
    assert "正在WPS等程序中打开" in refused(KINDS[kind], target)


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_leaves_the_old_file_as_it_was(target, kind, monkeypatch):
    monkeypatch.setattr(Path, "write_bytes", _full)
    assert "磁盘空间不足" in refused(KINDS[kind], target)


def _full(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content[: len(content) // 2])
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_the_disk_cut_is_not_put_in_place(target, kind, monkeypatch):
    def cut(path, content):
        with path.open("wb") as file:
            return file.write(content[:-60])

    monkeypatch.setattr(Path, "write_bytes", cut)
    told = refused(KINDS[kind], target)
    assert "没有替换原来的文件" in told or "原来的文件没有改动" in told


def test_a_batch_for_all_units_ends_at_the_locked_one_and_every_file_is_whole(
    tmp_path, monkeypatch
):
    paths = [tmp_path / f"{number}.xlsx" for number in range(4)]
    for path in paths:
        path.write_bytes(OLD)
    replace = Path.replace

    def locked(self, other):
        if Path(other) == paths[2]:
            raise windows_error(32)
        return replace(self, other)

    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setattr(Path, "replace", locked)
    done = write_each([Writing("单位任务清单", "", _Job(), path) for path in paths])
    assert [writing.path for writing in done.done] == paths[:2]
    assert "2.xlsx" in str(done.error)
    KINDS["unit"](tmp_path / "整.xlsx")
    whole = _parts(tmp_path / "整.xlsx")
    assert [_parts(path) for path in paths[:2]] == [whole, whole]
    assert [path.read_bytes() for path in paths[2:]] == [OLD, OLD]
    assert len(list(tmp_path.iterdir())) == 5


def _parts(path):
    """The parts of a workbook without the one that holds the second in which it was written."""
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


class _Job:
    """What the batch writes for each unit."""

    def write(self, path: Path) -> tuple[str, ...]:
        return KINDS["unit"](path)


# -- killed


def _die(*_ignored: object, **_too: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _half(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content[: len(content) // 2])
    _die()


MOMENTS = ((Path, "touch", _die), (Path, "write_bytes", _half), (os, "fsync", _die), (Path, "replace", _die))  # fmt: skip


def kill_each(target: Path) -> None:
    """Write one of each kind and die at each moment; says how often. Called in a process of its own."""
    killed = 0
    for kind in OF_EACH_KIND:
        for owner, name, deadly in MOMENTS:
            child = os.fork()
            if not child:
                setattr(owner, name, deadly)
                KINDS[kind](target)
                os._exit(0)
            killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
            assert target.read_bytes() == OLD, (kind, name)
    sys.stdout.write(str(killed))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_at_any_moment_leaves_the_old_file_as_it_was(target):
    code = "import sys, test_broken_writing as t; t.kill_each(t.Path(sys.argv[1]))"
    paths = os.pathsep.join(["tests", *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", code, str(target)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert (done.stdout, done.stderr) == (str(len(OF_EACH_KIND) * len(MOMENTS)), "")
