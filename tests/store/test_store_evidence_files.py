"""A backup holds the files of evidence, each once; restoring brings them back; no fault loses one."""

import errno
import hashlib
import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import evidence
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import evidence_files
from shuangda_desktop.store.safety.backup import back_up, backup_on_close
from shuangda_desktop.store.safety.restore import restore
from shuangda_desktop.tasks.evidence import Evidence, kept_name
from store.store_samples import NOW, fill, put

PHOTO, SCAN = b"photo" * 400, b"scan" * 300


def digest(content):
    return hashlib.sha256(content).hexdigest()


def place(folder, content, name="照片.jpg"):
    return folder / "evidence" / kept_name(digest(content), name)


def add(store, content, task_id=1, name="照片.jpg"):
    """Evidence as the service leaves it: a row, and the file beside the database."""
    path = place(store.path.parent, content, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    with store.step("添加佐证材料", NOW):
        evidence.add_evidence(
            store, Evidence(task_id, name, digest(content), len(content), "", NOW)
        )
    return path


@pytest.fixture
def disk(tmp_path):
    with open_store(tmp_path / "a.db", NOW) as store:
        fill(store)
        add(store, PHOTO)
        yield store


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def files(folder):
    return sorted(p for p in (folder / "evidence").rglob("*") if p.is_file())


def test_a_backup_holds_each_content_once(disk, folder):
    add(disk, PHOTO, task_id=2)
    backup_on_close(disk, folder, NOW)
    add(disk, SCAN, name="扫描.pdf")
    backup_on_close(disk, folder, NOW)
    assert files(folder) == sorted([place(folder, PHOTO), place(folder, SCAN, "扫描.pdf")])
    assert {p.read_bytes() for p in files(folder)} == {PHOTO, SCAN}


def test_a_copy_that_was_saved_elsewhere_opens_with_its_evidence(disk, tmp_path):
    (tmp_path / "U盘").mkdir()
    back_up(disk, tmp_path / "U盘" / "双打.db")
    with open_store(tmp_path / "U盘" / "双打.db", NOW) as other:
        assert evidence_files.missing(other.db.conn, evidence_files.folder_beside(other.path)) == 0


def test_a_copy_beside_the_database_copies_no_file_onto_itself(disk, tmp_path):
    back_up(disk, tmp_path / "另存.db")
    assert files(tmp_path) == [place(tmp_path, PHOTO)]


def test_what_is_damaged_already_does_not_spoil_the_good_copy(disk, folder):
    backup_on_close(disk, folder, NOW)
    place(disk.path.parent, PHOTO).write_bytes(b"x" * len(PHOTO))
    put(disk, "乙市")
    backup_on_close(disk, folder, NOW)
    assert place(folder, PHOTO).read_bytes() == PHOTO


def test_what_is_gone_is_left_out_and_counted(disk, folder):
    place(disk.path.parent, PHOTO).unlink()
    assert backup_on_close(disk, folder, NOW) is not None
    assert files(folder) == []
    assert evidence_files.missing(disk.db.conn, folder / "evidence") == 1


def test_restoring_brings_back_what_was_lost_and_keeps_what_was_changed(disk, folder, tmp_path):
    add(disk, SCAN, name="扫描.pdf")
    kept = backup_on_close(disk, folder, NOW)
    disk.close()
    place(tmp_path, PHOTO).unlink()
    place(tmp_path, SCAN, "扫描.pdf").write_bytes(b"written over")
    restore(tmp_path / "a.db", kept, NOW)
    assert place(tmp_path, PHOTO).read_bytes() == PHOTO
    assert place(tmp_path, SCAN, "扫描.pdf").read_bytes() == SCAN
    aside = place(tmp_path, SCAN, "扫描.pdf")
    assert aside.with_stem(f"{aside.stem}-changed-1").read_bytes() == b"written over"


def test_what_came_after_the_backup_is_kept_before_a_restore(disk, folder, tmp_path):
    kept = backup_on_close(disk, folder, NOW)
    add(disk, SCAN, name="扫描.pdf")
    disk.close()
    before = restore(tmp_path / "a.db", kept, NOW)
    place(tmp_path, SCAN, "扫描.pdf").unlink()
    restore(tmp_path / "a.db", before, NOW)
    assert place(tmp_path, SCAN, "扫描.pdf").read_bytes() == SCAN


def test_evidence_is_mended_without_restoring(disk, folder, tmp_path):
    backup_on_close(disk, folder, NOW)
    place(tmp_path, PHOTO).unlink()
    source, target = folder / "evidence", tmp_path / "evidence"
    assert evidence_files.bring_back(disk.db.conn, source, target) == 1
    assert evidence_files.bring_back(disk.db.conn, source, target) == 0
    place(tmp_path, PHOTO).unlink()
    place(folder, PHOTO).write_bytes(b"rotten")
    assert evidence_files.bring_back(disk.db.conn, source, target) == 0


def full(source, target):
    Path(target).write_bytes(b"half")
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_says_so_and_the_next_backup_goes_on(disk, folder, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(evidence_files, "_write", full)
        with pytest.raises(StoreError, match=r"数据库已备份.但佐证材料没有备份完.*磁盘空间不足"):
            backup_on_close(disk, folder, NOW)
    assert len(list(folder.glob("*.db"))) == 1
    assert files(folder) == []
    assert backup_on_close(disk, folder, NOW) is None  # the database has not changed
    assert [p.read_bytes() for p in files(folder)] == [PHOTO]


def test_a_full_disk_stops_a_restore_before_the_database(disk, folder, tmp_path, monkeypatch):
    kept = backup_on_close(disk, folder, NOW)
    put(disk, "乙市")
    disk.close()
    place(tmp_path, PHOTO).unlink()
    present = (tmp_path / "a.db").read_bytes()
    monkeypatch.setattr(evidence_files, "_write", full)
    with pytest.raises(StoreError, match=r"佐证材料没有全部找回.数据库保持原样.*磁盘空间不足"):
        restore(tmp_path / "a.db", kept, NOW)
    assert (tmp_path / "a.db").read_bytes() == present


def test_a_copy_that_differs_is_not_taken(disk, folder, monkeypatch):
    monkeypatch.setattr(evidence_files, "_write", lambda source, target: target.write_bytes(b"x"))
    with pytest.raises(StoreError, match="佐证材料没有备份完"):
        backup_on_close(disk, folder, NOW)
    assert files(folder) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_in_the_middle_of_a_file_nothing_half_has_its_name(disk, folder, monkeypatch):
    child = os.fork()
    if child == 0:
        evidence_files._write = lambda source, target: (
            target.write_bytes(b"half"),
            os.kill(os.getpid(), signal.SIGKILL),
        )
        backup_on_close(disk, folder, NOW)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    assert not place(folder, PHOTO).exists()
    backup_on_close(disk, folder, NOW)
    assert place(folder, PHOTO).read_bytes() == PHOTO


def test_a_copy_of_before_there_was_evidence_restores(disk, folder, tmp_path):
    kept = backup_on_close(disk, folder, NOW)
    disk.close()

    with closing(sqlite3.connect(kept)) as db:
        db.execute("DROP TABLE evidence")
    with closing(sqlite3.connect(kept)) as db:
        assert evidence_files.bring_back(db, folder / "evidence", tmp_path / "none") == 0
        assert evidence_files.missing(db, tmp_path) == 0
