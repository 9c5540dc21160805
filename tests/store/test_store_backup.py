"""Backups are proven before they count, thinned by age, listed, and lead back."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import audit, backup, copies, health, queries, settings
from shuangda_desktop.store.backup import back_up, backup_on_close, list_backups
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.restore import restore
from store.store_samples import NOW, dump, fill

WALL = datetime.fromisoformat("2026-06-30T09:00:30")


@pytest.fixture
def path(tmp_path):
    with open_store(tmp_path / "a.db", NOW) as store:
        fill(store)
    return tmp_path / "a.db"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def put(store, value, now=NOW):
    with store.step(f"改为{value}", now):
        settings.put(store, "city", value)


def damage(path, start=8192):
    content = bytearray(path.read_bytes())
    content[start : start + 2048] = b"\xa5" * 2048
    path.write_bytes(content)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_backup_holds_what_the_database_held(path, tmp_path):
    with open_store(path, NOW) as store:
        expected = dump(store), audit.head(store.db)
        assert back_up(store, tmp_path / "b.db") == tmp_path / "b.db"
        put(store, "之后")
    with open_store(tmp_path / "b.db", NOW) as copy:
        assert (dump(copy), audit.head(copy.db)) == expected


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


def refuse(*_args, **_more):
    raise PermissionError


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
    assert len(list(folder.iterdir())) == 2


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
