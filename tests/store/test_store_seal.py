"""Bits that flip while the database is closed: noticed, told once, and never a good file refused."""

import os
import random
import shutil
import subprocess
import sys
from datetime import timedelta

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import connection, digests, seal
from shuangda_desktop.store.safety.backup import back_up, backup_on_close, list_backups
from shuangda_desktop.store.safety.copies import FOLDER
from shuangda_desktop.store.safety.restore import restore
from store.store_samples import NOW, dump, fill


@pytest.fixture
def path(tmp_path):
    """A closed database with something in every table, one backup of it, and its seal."""
    path = tmp_path / "办公.db"
    with open_store(path, NOW) as store:
        fill(store)
        backup_on_close(store, tmp_path / FOLDER, NOW)
    return path


def seal_of(path):
    return path.parent / FOLDER / f"{path.name}.seal"


def flip(path, bit):
    """One bit is another, and the file says nobody wrote it."""
    times = path.stat()
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def test_every_single_flipped_bit_at_rest_is_noticed(path, tmp_path):
    chance = random.Random(7)
    kept = tmp_path / "kept"
    shutil.copytree(path.parent, kept, ignore=lambda *_: {"kept"})
    for _ in range(150):
        for copy in (path, seal_of(path)):
            shutil.copy2(kept / copy.relative_to(path.parent), copy)
        flip(path, chance.randrange(path.stat().st_size * 8))
        with pytest.raises(StoreError, match="内容却变了"):
            open_store(path, NOW)


def test_it_is_told_once_and_the_next_try_opens_the_file_as_it_is(path):
    flip(path, 8 * 75)  # among the spare bytes of the header
    changed = path.read_bytes()
    with pytest.raises(StoreError, match=r"内容却变了.*恢复最近的一份.*再试一次"):
        open_store(path, NOW)
    assert path.read_bytes() == changed
    open_store(path, NOW).close()
    open_store(path, NOW).close()


def test_the_backup_that_is_offered_holds_what_was_closed(path, tmp_path):
    with open_store(path, NOW) as store:
        before = dump(store)
    flip(path, 8 * 5000)
    with pytest.raises(StoreError):
        open_store(path, NOW)
    restore(path, list_backups(tmp_path / FOLDER)[0].path, NOW)
    with open_store(path, NOW) as store:
        now = dump(store)
    assert {t: rows for t, rows in now.items() if t != "audit"} == {
        t: rows for t, rows in before.items() if t != "audit"
    }


def touch(path):
    os.utime(path)


def put_an_old_one_back(path):
    old = path.with_name("old.db")
    with open_store(path, NOW) as store:
        back_up(store, old)
        with store.step("改", NOW):
            settings.put(store, "city", "新")
    shutil.copy2(old, path)


def garble(path):
    seal_of(path).write_bytes(b"\xff\x00")


def empty(path):
    seal_of(path).write_bytes(b"")


def copy_by_hand(path):
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


@pytest.mark.parametrize(
    "event",
    [
        lambda path: None, lambda path: seal_of(path).unlink(), touch, put_an_old_one_back, garble, empty,
        copy_by_hand, lambda path: shutil.rmtree(path.parent / FOLDER),
    ],
)  # fmt: skip
def test_a_missing_or_outdated_seal_refuses_no_good_file(path, event):
    event(path)
    open_store(path, NOW).close()
    open_store(path, NOW).close()


def test_a_whole_folder_copied_with_its_times_is_still_proven(path, tmp_path):
    other = tmp_path / "usb"
    shutil.copytree(path.parent, other, ignore=lambda *_: {"usb"})
    open_store(other / path.name, NOW).close()
    flip(other / path.name, 8 * 5000)
    with pytest.raises(StoreError, match="内容却变了"):
        open_store(other / path.name, NOW)


def test_there_is_no_seal_while_it_is_open_nor_after_a_kill(path):
    code = (
        "import os, sys, datetime, pathlib\n"
        "from shuangda_desktop.store.database import open_store\n"
        "open_store(pathlib.Path(sys.argv[1]), datetime.datetime(2026, 3, 16))\n"
        "os._exit(9)"
    )
    assert seal_of(path).exists()
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode == 9
    assert not seal_of(path).exists()
    open_store(path, NOW).close()
    assert seal_of(path).exists()


def test_a_database_without_backups_gets_no_seal(tmp_path):
    open_store(tmp_path / "a.db", NOW).close()
    assert [p.name for p in tmp_path.iterdir()] == ["a.db"]


def test_a_seal_that_cannot_be_written_or_removed_stops_nobody(path):
    seal_of(path).unlink()
    seal_of(path).mkdir()
    with open_store(path, NOW) as store, store.step("改", NOW):
        settings.put(store, "city", "新")
    assert seal_of(path).is_dir()


def test_what_is_written_while_it_is_being_sealed_does_not_fit_the_seal(path, monkeypatch):
    real = digests.rest_at

    def slow(at):
        digest = real(at)
        at.write_bytes(at.read_bytes() + b"x")
        return digest

    monkeypatch.setattr(digests, "rest_at", slow)
    seal.put_on(path, NOW.date())
    monkeypatch.undo()
    assert seal.proves(path) is None


@pytest.mark.parametrize("mark", ["-journal", "-wal"])
def test_nothing_is_proven_beside_a_log_that_would_be_played_back(path, mark):
    assert seal.proves(path)
    path.with_name(path.name + mark).write_bytes(b"")
    assert not seal.proves(path)


def test_only_what_no_seal_proves_is_looked_through_page_by_page(path, monkeypatch):
    looked = []
    monkeypatch.setattr(connection, "_look_through", lambda db, at: looked.append(at))
    open_store(path, NOW).close()
    assert looked == []
    seal_of(path).unlink()
    open_store(path, NOW).close()
    assert looked == [path]


@pytest.mark.parametrize(("days", "again"), [(6, 0), (7, 1), (-1, 1)])
def test_pages_are_looked_through_once_a_week_though_the_seal_fits(path, monkeypatch, days, again):
    looked = []
    monkeypatch.setattr(connection, "_look_through", lambda db, at: looked.append(at))
    open_store(path, NOW + timedelta(days=days)).close()
    assert len(looked) == again
    open_store(path, NOW + timedelta(days=days)).close()
    assert len(looked) == again
