"""The way back to a backup: undone by restoring again, and never at the price of what is there."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import queries, settings
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import copies, health
from shuangda_desktop.store.safety.backup import back_up, backup_on_close, list_backups
from shuangda_desktop.store.safety.restore import restore
from shuangda_desktop.store.steps import audit
from store.store_samples import NOW, damage, digest, dump, fill, put, refuse

WALL = datetime.fromisoformat("2026-06-30T09:00:30")


@pytest.fixture
def path(tmp_path):
    with open_store(tmp_path / "a.db", NOW) as store:
        fill(store)
    return tmp_path / "a.db"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def test_a_restore_brings_back_and_can_be_taken_back(path, folder):
    with open_store(path, NOW) as store:
        put(store, "甲市")
        kept = backup_on_close(store, folder, NOW)
        then = dump(store)
        put(store, "乙市")
        last = dump(store)
    before = restore(path, kept, NOW + timedelta(hours=1))
    with open_store(path, NOW) as store:
        assert dump(store) == then
        assert health.troubles(store) == ()
    assert before.name == "a-20260630-100030-before-restore.db"
    assert restore(path, before, NOW + timedelta(hours=2)) is not None
    with open_store(path, NOW) as store:
        assert dump(store) == last


def test_restores_within_one_second_do_not_overwrite_one_another(path, folder):
    with open_store(path, NOW) as store:
        kept = backup_on_close(store, folder, NOW)
        put(store, "乙市")
    first = restore(path, kept, NOW)
    second = restore(path, first, NOW)
    assert len({kept, first, second}) == 3
    with open_store(path, NOW) as store:
        assert settings.get(store, "city") == "乙市"
    assert [row.special for row in list_backups(folder)].count(True) == 2


def test_ruins_of_one_second_do_not_overwrite_one_another(path, tmp_path):
    kept = tmp_path / "kept.db"
    shutil.copy(path, kept)
    ruins = []
    for content in (b"1" * 5000, b"2" * 5000):
        path.write_bytes(content)
        ruins.append(restore(path, kept, NOW))
    assert [ruin.read_bytes()[:1] for ruin in ruins] == [b"1", b"2"]


def test_a_restore_is_on_the_permanent_record(path, folder):
    with open_store(path, NOW) as store:
        kept = backup_on_close(store, folder, NOW)
        put(store, "乙市")
    restore(path, kept, NOW)
    with open_store(path, NOW) as store:
        row = queries.audit_rows(store, 1)[0]
        assert (row.action, kept.name in row.new) == ("恢复备份", True)
        assert audit.broken_at(store.db) is None


def test_the_backup_itself_is_not_changed_by_restoring_it(path, folder):
    with open_store(path, NOW) as store:
        kept = backup_on_close(store, folder, NOW)
    before = digest(kept)
    restore(path, kept, NOW)
    assert digest(kept) == before
    assert len(list(folder.glob("*.db"))) == 2


def test_the_copy_made_before_a_restore_is_never_thinned_out(path, folder):
    with open_store(path, NOW) as store:
        kept = backup_on_close(store, folder, NOW)
    before = restore(path, kept, NOW)
    with open_store(path, NOW) as store:
        for days in (1, 2, 3000):
            put(store, f"{days}")
            backup_on_close(store, folder, NOW + timedelta(days=days))
    assert before.exists()


def test_a_restore_where_the_database_is_missing(path, tmp_path):
    shutil.move(path, tmp_path / "kept.db")
    assert restore(path, tmp_path / "kept.db", NOW) is None
    with open_store(path, NOW) as store:
        assert len(queries.plan_rows(store)) == 1


@pytest.mark.parametrize("rest", [b"", b"\0" * 40_000, None])
def test_a_ruined_database_is_kept_byte_by_byte_and_replaced(path, tmp_path, rest):
    kept = tmp_path / "kept.db"
    shutil.copy(path, kept)
    if rest is None:
        damage(path)
    else:
        path.write_bytes(rest)
    ruin = path.read_bytes()
    (tmp_path / "a.db-wal").write_bytes(b"left")
    before = restore(path, kept, NOW)
    assert before.name == "a-20260630-090030-before-restore.damaged"
    assert before.read_bytes() == ruin
    assert not (tmp_path / "a.db-wal").exists()
    with open_store(path, NOW) as store:
        assert len(queries.plan_rows(store)) == 1


def test_a_ruined_database_that_cannot_be_kept_is_not_replaced(path, tmp_path, monkeypatch):
    kept = tmp_path / "kept.db"
    shutil.copy(path, kept)
    path.write_bytes(b"ruin" * 5000)
    monkeypatch.setattr("shutil.copy2", refuse)
    with pytest.raises(StoreError, match="留不下副本"):
        restore(path, kept, NOW)
    assert path.read_bytes() == b"ruin" * 5000


def make_inconsistent(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")  # an index in an order that it does not have
        db.execute("UPDATE sqlite_schema SET sql = replace(sql, '(unit)', '(unit DESC)')")
        db.commit()


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda path, gone: back_up_to(path, gone), "重新备份"),
        (lambda path, gone: restore(gone, path, NOW), "重新恢复"),
        (lambda path, gone: copies.create(gone, lambda _: None), "重新打开"),
    ],
)
def test_where_the_disk_went_away_the_same_action_is_to_be_done_again(path, tmp_path, act, words):
    with pytest.raises(StoreError, match=f"插好U盘后{words}"):
        act(path, tmp_path / "gone" / "b.db")


def back_up_to(path, target):
    with open_store(path, NOW) as store:
        back_up(store, target)


@pytest.mark.parametrize(
    "how", [damage, make_inconsistent, lambda p: p.write_bytes(b""), lambda p: p.unlink()]
)
def test_a_damaged_backup_is_not_restored(path, tmp_path, how):
    kept = tmp_path / "kept.db"
    shutil.copy(path, kept)
    how(kept)
    before = digest(path)
    with pytest.raises(StoreError, match="没有恢复"):
        restore(path, kept, NOW)
    assert digest(path) == before
    assert not (tmp_path / "backups").exists()


def test_another_programs_database_is_not_restored(path, tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        db.execute("CREATE TABLE t (a)")
        db.commit()
    before = digest(path)
    with pytest.raises(StoreError, match="别的程序"):
        restore(path, tmp_path / "x.db", NOW)
    assert digest(path) == before


def test_an_open_database_is_not_replaced(path, tmp_path):
    shutil.copy(path, tmp_path / "kept.db")
    with open_store(path, NOW) as store:
        with pytest.raises(StoreError, match="另一个窗口"):
            restore(path, tmp_path / "kept.db", NOW)
        put(store, "还在")
    with open_store(path, NOW) as store:
        assert settings.get(store, "city") == "还在"
