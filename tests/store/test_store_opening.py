"""The one way in: what is opened, what is refused, and that the refused is left as it was."""

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import probe
from shuangda_desktop.store.safety.places import Mount
from shuangda_desktop.store.schema import migrations
from store.store_samples import NOW, dump, fill

PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "locking_mode": "exclusive",
    "application_id": migrations.APPLICATION_ID,
    "user_version": migrations.LATEST,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 1,
    "temp_store": 2,
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "数据 #1%20.db"


def made(path, city="示例市"):
    with open_store(path, NOW) as store, store.step("设置", NOW):
        settings.put(store, "city", city)
    return path


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def set_number(path, name, number):
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA {name} = {number}")
        db.commit()


def test_what_was_kept_is_there_after_closing(path):
    made(path)
    with open_store(path, NOW) as store:
        assert settings.get(store, "city") == "示例市"
        assert store.path == path


@pytest.mark.parametrize(("name", "value"), PRAGMAS.items())
def test_the_database_runs_as_reliability_asks(path, name, value):
    with open_store(path, NOW) as store:
        assert store.rows(f"PRAGMA {name}") == [(value,)]


def test_all_tables_are_strict_and_count_their_ids(store):
    for name, sql in store.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        if not name.startswith(("sqlite_", "derived_")):
            assert sql.strip().endswith("STRICT")
            assert name == "audit" or "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql


def test_every_reference_to_a_parent_has_an_index(store):
    """A deleted parent looks for its children: without an index that reads whole tables."""
    for (table,) in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        first = {
            store.rows(f"PRAGMA index_info('{index[1]}')")[0][2]
            for index in store.rows(f"PRAGMA index_list('{table}')")
        }
        for key in store.rows(f"PRAGMA foreign_key_list('{table}')"):
            assert key[3] in first, (table, key[3])


def test_nothing_but_the_database_is_left_after_closing(path):
    made(path)
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_closed_store_may_be_closed_again(path):
    store = open_store(path, NOW)
    store.close()
    store.close()
    assert made(path)


def test_opening_and_closing_leave_every_byte_as_it_was(path):
    before = digest(made(path))
    open_store(path, NOW).close()
    assert digest(path) == before


def test_a_second_window_of_this_program_is_refused_in_words(path):
    with open_store(path, NOW):
        with pytest.raises(StoreError, match="另一个窗口"):
            open_store(path, NOW)
        assert other_process(path) == "busy"
    assert other_process(path) == "opened"


def test_a_refused_second_window_does_not_loosen_the_first_ones_lock(path):
    """Closing any handle of a file drops a process's locks on it: the probe must not be such a handle."""
    with open_store(path, NOW) as store:
        for _ in range(3):
            with pytest.raises(StoreError):
                open_store(path, NOW)
        assert other_process(path) == "busy"
        with store.step("还能写", NOW):
            settings.put(store, "city", "乙市")


def test_what_reads_the_file_in_this_process_lets_no_second_window_in(path):
    """A file dialog that shows the folder opens the file and closes it, which drops SQLite's locks."""
    with open_store(path, NOW) as store:
        path.read_bytes()
        assert "另一个窗口" in second_window(path)
        with store.step("还能写", NOW):
            settings.put(store, "city", "乙市")
        path.read_bytes()
        assert "另一个窗口" in second_window(path)
    assert second_window(path) == "opened"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no open file")
def test_what_would_be_written_into_a_file_that_was_moved_away_is_refused(path, tmp_path):
    aside = tmp_path / "别处.db"
    with open_store(path, NOW) as store:
        with store.step("设置", NOW):
            settings.put(store, "city", "甲市")
        path.rename(aside)
        with pytest.raises(StoreError, match="放回原处"), store.step("设置", NOW):
            settings.put(store, "city", "乙市")
        with pytest.raises(StoreError, match="放回原处"):
            store.undo(NOW)
        shutil.copy(aside, path)  # another file of its name
        with pytest.raises(StoreError, match="放回原处"):
            store.record("发出", NOW, "task", "{}")
        path.unlink()
        aside.rename(path)
        with store.step("设置", NOW):
            settings.put(store, "city", "丙市")
    with open_store(path, NOW) as store:
        assert settings.get(store, "city") == "丙市"


def second_window(path):
    code = (
        "import sys\nfrom datetime import datetime, UTC\nfrom pathlib import Path\n"
        "from shuangda_desktop.errors import StoreError\n"
        "from shuangda_desktop.store.database import open_store\n"
        "try:\n    open_store(Path(sys.argv[1]), datetime.now(UTC)).close()\n    print('opened')\n"
        "except StoreError as error:\n    print(ascii(str(error)))\n"
    )
    told = subprocess.check_output([sys.executable, "-c", code, str(path)], text=True).strip()
    return told.encode().decode("unicode_escape")


def other_process(path):
    code = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "try:\n    db.execute('SELECT count(*) FROM sqlite_schema')\n    print('opened')\n"
        "except sqlite3.OperationalError:\n    print('busy')\n"
    )
    return subprocess.check_output([sys.executable, "-c", code, str(path)], text=True).strip()


def test_a_copy_made_by_hand_while_the_store_is_open_is_whole(path, tmp_path):
    with open_store(path, NOW) as store:
        fill(store)
        shutil.copy(path, tmp_path / "copy.db")
        expected = dump(store)
    with open_store(tmp_path / "copy.db", NOW) as copy:
        assert dump(copy) == expected


def refused(path, words):
    before = path.read_bytes()
    folder = sorted(p.name for p in path.parent.iterdir())
    with pytest.raises(StoreError, match=words) as caught:
        open_store(path, NOW)
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == folder
    return str(caught.value)


def test_a_newer_file_is_refused_with_both_numbers_and_left_alone(path):
    set_number(made(path), "user_version", 99)
    sentence = refused(path, "更新版本")
    assert "99" in sentence
    assert str(migrations.LATEST) in sentence


def test_another_programs_database_is_refused(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url)")
        db.commit()
    refused(path, "别的程序")
    set_number(path, "application_id", 0x0F055112)
    set_number(path, "user_version", 1)
    refused(path, "别的程序")


def test_our_mark_without_a_schema_is_refused(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        db.execute("CREATE TABLE t (a)")
        db.commit()
    refused(path, "别的程序")


@pytest.mark.parametrize("size", [100, 512, 5000, 100_000])
def test_bytes_of_nothing_are_refused(path, size):
    for content in (b"\0" * size, bytes(i * 37 % 251 for i in range(size))):
        path.write_bytes(content)
        refused(path, "不是本程序的数据库")


def test_a_text_file_is_refused(path):
    path.write_text("一、工作目标\n" * 500, "utf-8")
    refused(path, "不是本程序的数据库")


@pytest.mark.parametrize("content", [b"", b"\0", b"SQLite format 3\0", b"x" * 99])
def test_an_empty_file_is_refused_with_the_way_to_a_backup(path, content):
    path.write_bytes(content)
    refused(path, "空的或不完整.*备份列表")


@pytest.mark.parametrize("kept", [100, 4000, 4096, 8192, 40_960, 100_000])
def test_a_truncated_file_is_refused_with_the_way_to_a_backup(path, kept):
    content = made(path).read_bytes()
    assert len(content) > kept
    path.write_bytes(content[:kept])
    refused(path, "备份列表")


@pytest.mark.parametrize("page", [1, 2, 5, 20])
def test_an_overwritten_page_is_refused_with_the_way_to_a_backup(path, page):
    with open_store(path, NOW) as store:
        fill(store)
    content = bytearray(path.read_bytes())
    content[page * 4096 : page * 4096 + 512] = b"\xa5" * 512
    path.write_bytes(content)
    refused(path, "已损坏.*备份列表")


def test_flipped_bits_are_noticed_or_cost_no_row(path):
    """SQLite keeps no checksums: a bit inside a text may pass, a bit that costs rows may not."""
    with open_store(path, NOW) as store:
        fill(store)
        expected = dump(store)
    content = path.read_bytes()
    noticed = 0
    for place in range(0, len(content), len(content) // 150):
        flipped = bytearray(content)
        flipped[place] ^= 0x40
        path.write_bytes(flipped)
        try:
            with open_store(path, NOW) as store:
                rows = dump(store)
        except (StoreError, UnicodeDecodeError, sqlite3.Error):
            noticed += 1
        else:
            assert {table: len(found) for table, found in rows.items()} == {
                table: len(found) for table, found in expected.items()
            }
    assert noticed >= 5


def test_an_sqlite_that_is_too_old_is_told(path, monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 27, 2))
    with pytest.raises(StoreError, match=r"太旧.*3\.38"):
        open_store(path, NOW)
    assert not path.exists()


def test_a_folder_is_not_a_database(tmp_path):
    with pytest.raises(StoreError, match="打不开"):
        open_store(tmp_path, NOW)


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(StoreError, match=r"文件夹.*不存在"):
        open_store(tmp_path / "没有" / "a.db", NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_network_place_is_refused_before_anything_is_made(tmp_path):
    mounts = [Mount("/", "ext4"), Mount(str(tmp_path), "cifs")]
    with pytest.raises(StoreError, match="网络文件夹"):
        open_store(tmp_path / "a.db", NOW, mounts)
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_was_faster_keeps_its_new_database(path, monkeypatch):
    from shuangda_desktop.store.safety import copies

    made(path)
    before = digest(path)
    with pytest.raises(StoreError, match="另一个窗口刚刚新建"):
        copies.create(path, lambda db: db.execute("CREATE TABLE t (a)"))
    assert digest(path) == before
    assert len(list(path.parent.iterdir())) == 1


def test_a_log_left_by_another_file_of_the_name_is_not_played_in(path, tmp_path):
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE t (a)")
        db.executemany("INSERT INTO t VALUES (?)", [["x" * 500]] * 100)
        db.commit()
        made(path)
        shutil.copy(f"{other}-wal", f"{path}-wal")
    with open_store(path, NOW) as store:
        assert settings.get(store, "city") == "示例市"
    assert path.with_name(f"{path.name}-wal.left").exists()


def test_journals_left_without_a_database_do_not_touch_a_new_one(path):
    for suffix in ("-journal", "-wal"):
        path.with_name(path.name + suffix).write_bytes(
            b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\1" * 2000
        )
    made(path)
    assert path.with_name(f"{path.name}-journal.left").exists()
    assert path.with_name(f"{path.name}-wal.left").exists()


def test_a_database_that_another_tool_set_to_wal_comes_back_with_its_log(path):
    made(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("UPDATE settings SET value = '丙市' WHERE key = 'city'")
        db.commit()
        shutil.copy(path, f"{path}.copy")
        shutil.copy(f"{path}-wal", f"{path}.copy-wal")
    copy = path.with_name(f"{path.name}.copy")
    with open_store(copy, NOW) as store:
        assert settings.get(store, "city") == "丙市"
        assert store.rows("PRAGMA journal_mode") == [("truncate",)]


def test_an_interrupted_action_is_rolled_back_at_opening(path):
    """A journal that waits beside the file is played back; the header may look damaged until then."""
    with open_store(path, NOW) as store:
        fill(store)
        expected = dump(store)
        store.db.execute("PRAGMA cache_size = 1")  # spill into the file before the commit
        store.db.execute("BEGIN")
        store.db.execute("UPDATE source SET content = zeroblob(300000)")
        store.db.execute("UPDATE measure SET text = text || text")
        half = path.with_name("half.db")
        shutil.copy(path, half)
        shutil.copy(f"{path}-journal", f"{half}-journal")
        store.db.execute("ROLLBACK")
    head = half.with_name("head.db")  # killed when only the new head had been written
    shutil.copy(f"{half}-journal", f"{head}-journal")
    content = bytearray(half.read_bytes())
    content[28:32] = (len(content) // 4096 + 100).to_bytes(4, "big")
    head.write_bytes(content)
    torn = half.with_name("torn.db")  # the power failed while the head was being written
    shutil.copy(f"{half}-journal", f"{torn}-journal")
    torn.write_bytes(b"\xa5" * 512 + content[512:])
    assert probe.read_header(head) is probe.read_header(torn) is None
    for path in (half, head, torn):
        with open_store(path, NOW) as store:
            assert dump(store) == expected


@pytest.mark.parametrize("has_journal", [True, False])
def test_a_header_that_does_not_fit_is_forgiven_only_beside_a_journal(path, has_journal):
    content = bytearray(made(path).read_bytes())
    path.write_bytes(content[:8192])
    if has_journal:
        path.with_name(f"{path.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
        assert probe.read_header(path) is None
    else:
        with pytest.raises(probe.DamagedError):
            probe.read_header(path)
