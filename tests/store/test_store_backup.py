"""Backups are proven before they count, thinned by age, listed, and lead back."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import backup, copies
from shuangda_desktop.store.safety.backup import back_up, backup_on_close, list_backups
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


def test_a_backup_holds_what_the_database_held(path, tmp_path):
    with open_store(path, NOW) as store:
        expected = dump(store), audit.head(store.db)
        assert back_up(store, tmp_path / "b.db") == tmp_path / "b.db"
        put(store, "之后")
    with open_store(tmp_path / "b.db", NOW) as copy:
        assert (dump(copy), audit.head(copy.db)) == expected


def test_copies_of_other_databases_are_not_opened_for_the_one_that_is_gone(
    path, folder, monkeypatch
):
    folder.mkdir()
    for name in ("a-20260601-090000.db", "b-20260601-090000.db", "随手拷的.db"):
        shutil.copy(path, folder / name)
    opened, real = [], copies.reading
    monkeypatch.setattr(copies, "reading", lambda copy: opened.append(copy.name) or real(copy))
    assert [row.path.name for row in backup.backups_left(path)] == ["a-20260601-090000.db"]
    assert opened == ["a-20260601-090000.db"]


def test_a_backup_takes_the_place_of_an_older_file(path, tmp_path):
    (tmp_path / "b.db").write_text("旧内容")
    with open_store(path, NOW) as store:
        back_up(store, tmp_path / "b.db")
    open_store(tmp_path / "b.db", NOW).close()


def test_a_store_in_memory_can_be_backed_up(store, tmp_path):
    fill(store)
    back_up(store, tmp_path / "b.db")
    with open_store(tmp_path / "b.db", NOW) as copy:
        assert dump(copy) == dump(store)


def test_a_backup_onto_the_database_itself_is_refused(path):
    before = digest(path)
    with open_store(path, NOW) as store, pytest.raises(StoreError, match="正在使用的数据库"):
        back_up(store, path)
    assert digest(path) == before


def test_a_backup_into_a_missing_folder_is_told(path, tmp_path):
    with open_store(path, NOW) as store, pytest.raises(StoreError, match="文件夹"):
        back_up(store, tmp_path / "没有" / "b.db")


def test_half_a_step_is_never_backed_up(store, tmp_path):
    with store.step("半", NOW), pytest.raises(AssertionError, match="half"):
        back_up(store, tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()


def test_a_damaged_database_is_not_copied_over_a_good_backup(path, tmp_path):
    target = tmp_path / "b.db"
    with open_store(path, NOW) as store:
        back_up(store, target)
        before = digest(target)
        store.db.execute("PRAGMA cache_size = 0")
        damage(path)
        with pytest.raises(StoreError, match=r"损坏|没有通过检查"):
            back_up(store, target)
    assert digest(target) == before
    assert not list(tmp_path.glob(".~*"))


def test_a_copy_that_differs_is_not_taken(path, tmp_path, monkeypatch):
    with open_store(path, NOW) as store:
        real = copies.contents
        monkeypatch.setattr(
            copies, "contents", lambda db: real(db) if db is not store.db.conn else other(real(db))
        )
        with pytest.raises(StoreError, match="没有通过检查"):
            back_up(store, tmp_path / "b.db")
    assert not (tmp_path / "b.db").exists()


def other(held):
    return replace(held, tasks=held.tasks + 1)


def test_a_backup_is_made_on_closing_only_when_something_changed(path, folder):
    with open_store(path, NOW) as store:
        put(store, "甲市")
        first = backup_on_close(store, folder, NOW)
        assert first == folder / "a-20260630-090030.db"
        assert backup_on_close(store, folder, NOW + timedelta(hours=1)) is None
    with open_store(path, NOW) as store:
        assert backup_on_close(store, folder, NOW + timedelta(hours=2)) is None
        put(store, "乙市")
        assert backup_on_close(store, folder, NOW + timedelta(hours=3)) is not None
    assert [row.last_action for row in list_backups(folder)] == ["改为乙市", "改为甲市"]


def test_two_backups_of_one_second_stand_in_the_order_of_making(path, folder):
    with open_store(path, NOW) as store:
        for number in range(12):
            put(store, f"{number}")
            backup_on_close(store, folder, NOW)
    actions = [row.last_action for row in list_backups(folder)]
    assert actions == [f"改为{number}" for number in reversed(range(12))]


def test_what_was_undone_counts_as_a_change(path, folder):
    with open_store(path, NOW) as store:
        put(store, "甲市")
        backup_on_close(store, folder, NOW)
        store.undo()
        assert backup_on_close(store, folder, NOW + timedelta(hours=1)) is not None


def test_a_store_in_memory_is_not_backed_up_on_closing(store, folder):
    fill(store)
    assert backup_on_close(store, folder, NOW) is None
    assert not folder.exists()


def test_the_list_tells_what_each_backup_holds(path, folder):
    with open_store(path, NOW) as store:
        backup_on_close(store, folder, NOW)
    (row,) = list_backups(folder)
    assert (row.made_at, row.plans, row.tasks, row.entries) == (WALL, 1, 2, 1)
    assert (row.last_action, row.special) == ("其余", False)


def test_the_list_is_newest_first_and_leaves_out_what_cannot_be_restored(path, folder):
    with open_store(path, NOW) as store:
        for days in (2, 0, 1):
            put(store, f"第{days}市")
            backup_on_close(store, folder, NOW + timedelta(days=days))
    (folder / "notes.txt").write_text("x")
    (folder / "a-20260101-000000.db").write_bytes(b"")
    (folder / "a-20260102-000000.db").write_text("不是数据库" * 100)
    (folder / "a-20269999-999999.db").write_bytes((path).read_bytes())
    (folder / "copy.db").write_bytes(path.read_bytes())
    cut = (folder / "a-20260702-090030.db").read_bytes()[:9000]
    (folder / "a-20260103-000000.db").write_bytes(cut)
    shutil.copy(path, folder / "a-20260104-000000.db")
    damage(folder / "a-20260104-000000.db", 4096)
    assert [row.made_at.day for row in list_backups(folder)] == [2, 1, 30]
    assert list_backups(folder / "none") == ()


def test_old_backups_are_thinned_out_and_special_ones_stay(path, folder):
    with open_store(path, NOW) as store:
        for hours in (0, 1, 24, 25, 26):
            put(store, f"{hours}")
            backup_on_close(store, folder, NOW + timedelta(hours=hours))
        shutil.copy(
            folder / "a-20260630-100030.db", folder / "a-20260601-000000-before-upgrade-1.db"
        )
        put(store, "最后")
        backup_on_close(store, folder, NOW + timedelta(days=2))
    names = [row.path.name for row in list_backups(folder)]
    assert names == [
        "a-20260702-090030.db",
        "a-20260701-110030.db",
        "a-20260630-100030.db",
        "a-20260601-000000-before-upgrade-1.db",
    ]


def test_a_wrong_clock_deletes_no_backup(path, folder):
    with open_store(path, NOW) as store:
        for years in (0, 3, 0):
            put(store, f"{years}年后")
            backup_on_close(store, folder, NOW + timedelta(days=365 * years, hours=years))
        put(store, "回到今天")
        backup_on_close(store, folder, NOW + timedelta(hours=1))
        assert backup_on_close(store, folder, NOW + timedelta(hours=2)) is None
    assert len(list_backups(folder)) == 4


def test_backups_of_another_database_of_the_name_are_left_alone(path, folder, tmp_path):
    with open_store(path, NOW) as store:
        backup_on_close(store, folder, NOW - timedelta(days=3, hours=1))
    (tmp_path / "other").mkdir()
    with open_store(tmp_path / "other" / "a.db", NOW) as store:
        put(store, "甲市")
        assert backup_on_close(store, folder, NOW - timedelta(days=3)) is not None
        put(store, "乙市")
        assert backup_on_close(store, folder, NOW) is not None
    assert len(list_backups(folder)) == 3
    assert len({row.database_id for row in list_backups(folder)}) == 2


def test_a_backup_folder_that_cannot_be_made_is_told(path, folder):
    folder.write_text("a file")
    with open_store(path, NOW) as store, pytest.raises(StoreError, match="建不起来"):
        backup_on_close(store, folder, NOW)


def test_a_backup_in_use_elsewhere_is_thinned_out_next_time(path, folder, monkeypatch):
    with open_store(path, NOW) as store:
        for hours in (0, 1):
            put(store, f"{hours}")
            backup_on_close(store, folder, NOW + timedelta(hours=hours))
        put(store, "明天")
        with monkeypatch.context() as patch:
            patch.setattr(backup.Path, "unlink", refuse)
            backup_on_close(store, folder, NOW + timedelta(days=1))
        assert len(list_backups(folder)) == 3
        put(store, "后天")
        backup_on_close(store, folder, NOW + timedelta(days=2))
    assert len(list_backups(folder)) == 3


def test_where_the_record_is_broken_no_older_copy_is_thinned_out(path, tmp_path):
    folder = tmp_path / "backups"
    for day in range(4):
        with open_store(path, NOW) as store:
            put(store, f"第{day}天")
            backup_on_close(store, folder, NOW - timedelta(days=20, minutes=-day))
    assert len(list_backups(folder)) == 4
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER audit_is_never_changed")
        raw.execute("UPDATE audit SET action = '别的' WHERE id = 1")
        raw.commit()
    with open_store(path, NOW) as store:
        put(store, "今天")
        assert backup_on_close(store, folder, NOW) is not None
    assert len(list_backups(folder)) == 5
