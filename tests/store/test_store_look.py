"""A large file is looked through beside the work: what spoils is noticed, and nothing is written onto it before."""

import shutil
import subprocess
import sys
from datetime import timedelta
from threading import Event

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import database, settings
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import connection, digests, look
from shuangda_desktop.store.safety.backup import back_up, backup_on_close
from shuangda_desktop.store.safety.copies import FOLDER, read_contents
from store.store_samples import NOW, fill
from store.test_store_seal import flip, seal_of

LATER = 8 * 80_000  # a bit behind the first bytes


@pytest.fixture(autouse=True)
def all_are_large(monkeypatch):
    monkeypatch.setattr(look, "AT_ONCE", 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    with open_store(folder / "办公.db", NOW) as store:
        fill(store)
        backup_on_close(store, folder / FOLDER, NOW)
    return folder


@pytest.fixture
def path(made, tmp_path):
    """A closed database with its backup and its seal; copied with its times, so that the seal fits."""
    shutil.copytree(made, tmp_path / "work")
    return tmp_path / "work" / "办公.db"


@pytest.fixture
def slow(monkeypatch):
    """The look waits until it is let go on."""
    go_on, real = Event(), look.Look._compare

    def compare(self):
        go_on.wait(20)
        return real(self)

    monkeypatch.setattr(look.Look, "_compare", compare)
    return go_on


def opened(path, now=NOW):
    return open_store(path, now, beside=True)


def city(store):
    return settings.get(store, "city")


def change(store, name):
    with store.step("改", NOW):
        settings.put(store, "city", name)


def test_it_is_open_before_it_is_looked_through(path, slow):
    with opened(path) as store:
        assert store.look.going
        assert not store.settle()
        city(store)
        slow.set()
        store.look.wait()
        assert store.settle()


def test_what_is_written_meanwhile_stays_beside_the_file_until_it_is_proven(path, slow):
    with opened(path) as store:
        before = path.stat().st_size
        change(store, "新城")
        assert city(store) == "新城"
        log = path.with_name(f"{path.name}-wal")
        assert log.stat().st_size > 0
        assert path.stat().st_size == before
        slow.set()
        store.look.wait()
        assert store.settle()
        assert not log.exists()
        assert city(store) == "新城"
    with open_store(path, NOW) as store:
        assert city(store) == "新城"


def test_undo_and_the_record_spare_the_file_too(path, slow):
    with opened(path) as store:
        first = city(store)
        change(store, "新城")
        store.undo()
        assert city(store) == first
        store.redo()
        store.record("发出", NOW, "paper", "{}")
        with store.lasting("印发", NOW):
            settings.put(store, "x", "1")
        slow.set()
    with open_store(path, NOW) as store:
        assert (city(store), settings.get(store, "x")) == ("新城", "1")


def test_a_flipped_bit_is_told_and_nothing_is_written_any_more(path, slow):
    flip(path, LATER)
    store = opened(path)
    change(store, "新城")
    slow.set()
    store.look.wait()
    with pytest.raises(StoreError, match="内容却变了"):
        store.settle()
    with pytest.raises(StoreError, match="内容却变了"):
        change(store, "又一座")
    assert (city(store), store.done_labels) == ("新城", ("改",))
    store.close()
    assert not seal_of(path).exists(), "what is spoilt must not be sealed"


def test_a_flipped_bit_among_the_first_bytes_is_told_before_it_is_opened(path):
    flip(path, 8 * 75)
    with pytest.raises(StoreError, match="内容却变了"):
        opened(path)


def test_without_a_seal_the_pages_are_looked_through(path):
    seal_of(path).unlink()
    with opened(path) as store:
        store.look.wait()
        assert store.settle()
    assert seal_of(path).exists()
    seal_of(path).unlink()
    _spoil_a_page(path)
    store = opened(path)
    store.look.wait()
    with pytest.raises(StoreError, match="已损坏"):
        store.settle()
    store.close()
    assert not seal_of(path).exists()


def _spoil_a_page(path):
    """A row that its index does not know: no first page tells of it."""
    with open_store(path, NOW) as store:
        (page,) = store.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'task'")[0]
        (size,) = store.rows("PRAGMA page_size")[0]
    seal_of(path).unlink()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x0d\xff\xff\xff\xff")


def test_values_that_no_rule_allows_are_noticed_beside_the_work_too(path):
    with open_store(path, NOW) as store:
        store.db.execute("PRAGMA ignore_check_constraints = ON")
        with store.step("坏", NOW):
            store.execute("UPDATE task SET applicable = 7")
    seal_of(path).unlink()
    store = opened(path)
    store.look.wait()
    assert store.look.trouble is not None
    store.close()


def test_once_a_week_the_pages_are_looked_through_though_the_seal_fits(path):
    for days, due in ((6, False), (7, True), (8, False)):
        with opened(path, NOW + timedelta(days=days)) as store:
            assert (store.look._reader is not None) is due
            store.look.wait()


def test_closing_early_compares_the_bytes_and_gives_up_the_pages(path):
    seal_of(path).unlink()
    store = opened(path)
    store.look.stop()
    proven = store.look.proven
    store.close()
    assert seal_of(path).exists() is proven
    open_store(path, NOW).close()
    with opened(path) as store:  # sealed: closing waits for it
        change(store, "新城")
    assert seal_of(path).exists()
    with open_store(path, NOW) as store:
        assert city(store) == "新城"


def test_another_program_stays_locked_out_before_during_and_after(path, slow):
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT count(*) FROM task')"

    def is_out():
        done = subprocess.run([sys.executable, "-c", code, path], check=False, capture_output=True)
        return b"locked" in done.stderr

    with opened(path, NOW + timedelta(days=30)) as store:
        assert is_out()
        change(store, "新城")
        assert is_out()
        slow.set()
        store.look.wait()
        assert store.settle()
        assert is_out()


def test_what_was_written_beside_survives_a_kill(path):
    code = (
        "import os, sys, datetime, pathlib, threading\n"
        "from shuangda_desktop.store import database, settings\n"
        "from shuangda_desktop.store.safety import look\n"
        "look.AT_ONCE = 1\n"
        "look.Look._compare = lambda self: threading.Event().wait()\n"
        "now = datetime.datetime(2026, 3, 16)\n"
        "store = database.open_store(pathlib.Path(sys.argv[1]), now, beside=True)\n"
        "with store.step('改', now):\n"
        "    settings.put(store, 'city', '新城')\n"
        "os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, path], check=False).returncode == 9
    assert path.with_name(f"{path.name}-wal").exists()
    with opened(path) as store:
        assert city(store) == "新城"
        store.look.wait()
        assert store.settle()


def test_where_no_log_can_be_made_a_write_waits_for_the_look(path, slow, monkeypatch):
    monkeypatch.setattr(connection, "write_beside_file", lambda db: slow.set())
    with opened(path) as store:
        change(store, "新城")
        assert not store.look.going


def test_a_copy_is_held_against_the_bytes_of_the_original(path, tmp_path, monkeypatch):
    with opened(path) as store:
        store.look.wait()
        parts = []
        back_up(store, tmp_path / "a.db", parts.append)
        assert parts[-1] == 100
        read_contents(tmp_path / "a.db")
        change(store, "新城")
        monkeypatch.setattr(digests, "rest_at", lambda at: "other")
        with pytest.raises(StoreError, match="没有通过检查"):
            back_up(store, tmp_path / "b.db")
        assert not (tmp_path / "b.db").exists()


def test_a_copy_made_before_the_end_of_the_look_holds_what_was_written(path, slow, tmp_path):
    with opened(path) as store:
        change(store, "新城")
        back_up(store, tmp_path / "a.db")
        slow.set()
    with open_store(tmp_path / "a.db", NOW) as store:
        assert city(store) == "新城"


def test_a_file_of_an_older_schema_is_looked_through_at_once(path, monkeypatch):
    assert database._may_wait(path)
    monkeypatch.setattr(database.migrations, "LATEST", database.migrations.LATEST + 1)
    assert not database._may_wait(path)
