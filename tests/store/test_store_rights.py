"""A database that cannot be read, written or locked is refused in words and left as it was."""

import os
import sqlite3
import stat

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety.guard import Guarded
from store.store_samples import NOW


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.db"


def made(path):
    with open_store(path, NOW) as store, store.step("设置", NOW):
        settings.put(store, "city", "示例市")
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows has access lists instead")
def test_only_the_owner_may_read_a_new_database(path):
    assert stat.S_IMODE(made(path).stat().st_mode) == 0o600


def as_nobody(work):
    """Run in a child without root's rights; what it raised, as text."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgid(65534)
            os.setuid(65534)
            work()
            told = "nothing"
        except StoreError as error:
            told = str(error)
        finally:
            os.write(writing, told.encode())
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told


needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root, to give up its rights"
)


@pytest.fixture
def shared(tmp_path):
    """A folder that everybody may reach."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == "root" and folder.parts[1:2] == ("tmp",):
            folder.chmod(0o755)
    return tmp_path


@needs_root
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"), [(0o555, 0o666), (0o777, 0o444), (0o555, 0o444)]
)
def test_what_cannot_be_written_is_refused_at_opening(shared, folder_mode, file_mode):
    path = made(shared / "a.db")
    before = path.read_bytes()
    path.chmod(file_mode)
    shared.chmod(folder_mode)
    told = as_nobody(lambda: open_store(path, NOW))
    shared.chmod(0o755)
    assert "不能写入" in told
    assert path.read_bytes() == before
    assert [p.name for p in shared.iterdir()] == ["a.db"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "另一个窗口"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "不能写入"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "不能写入"),
        (sqlite3.SQLITE_CORRUPT, "备份列表"),
        (sqlite3.SQLITE_NOTADB, "备份列表"),
        (sqlite3.SQLITE_FULL, "磁盘已满\uff0c没有打开"),
        (sqlite3.SQLITE_IOERR_LOCK, "读写磁盘"),
    ],
)
def test_a_lock_that_cannot_be_had_is_told(path, monkeypatch, code, words):
    made(path)
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code

    class Locked(Guarded):
        def execute(self, sql, *rest):
            if sql == "BEGIN EXCLUSIVE":
                raise error
            return super().execute(sql, *rest)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **k | {"factory": Locked}))
    with pytest.raises(StoreError, match=words):
        open_store(path, NOW)


@needs_root
def test_what_cannot_be_read_is_refused(shared):
    path = made(shared / "a.db")
    assert "打不开" in as_nobody(lambda: open_store(path, NOW))


@needs_root
def test_a_new_database_in_a_folder_that_cannot_be_written_is_refused(shared):
    shared.chmod(0o555)
    told = as_nobody(lambda: open_store(shared / "a.db", NOW))
    shared.chmod(0o755)
    assert "没有在这个文件夹中写文件的权限" in told
