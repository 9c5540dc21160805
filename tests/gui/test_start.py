"""A database that cannot be opened is told in words, with ways on and no traceback."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from gui import papers
from shuangda_desktop.errors import StoreError
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import ask, start
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety.backup import backup_on_close
from shuangda_desktop.store.safety.copies import folder_for


@pytest.fixture
def database(tmp_path, now):
    """A database with one plan and one backup of it."""
    path = tmp_path / "work.db"
    with open_store(path, now) as store:
        importing.keep_plan(store, Draft(papers.SOURCE, papers.TEXT, papers.PLAN), now)
        backup_on_close(store, folder_for(path), now)
    return path


class Answers:
    """A clerk who gives these answers one after the other; what was asked and told."""

    def __init__(self, monkeypatch):
        self.given, self.asked, self.offered, self.told, self.listed = [], [], [], [], []
        monkeypatch.setattr(ask, "choose", self.choose)
        monkeypatch.setattr(ask, "one_of", self.one_of)
        monkeypatch.setattr(ask, "tell", lambda _, text, details="": self.told.append(text))

    def choose(self, _parent, text, answers, leave="取消"):
        self.asked.append(text)
        self.offered.append([*answers, leave])
        return self.given.pop(0)

    def one_of(self, _parent, _title, _label, items):
        self.listed += items
        return self.given.pop(0)


@pytest.fixture
def clerk(monkeypatch):
    return Answers(monkeypatch)


def damage(path):
    path.write_bytes(b"\xff" * 4096)


def make_newer(path):
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")


def make_foreign(path):
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE other (id)")
        db.commit()


def test_a_whole_database_is_opened_without_a_word(database, clerk, now):
    with start.open_or_ask(database, lambda: now) as store:
        assert store.path == database
    assert clerk.asked == []


@pytest.mark.parametrize("spoil", [damage, make_newer, make_foreign])
def test_what_cannot_be_opened_is_told_and_stays_as_it_is(database, clerk, now, spoil):
    spoil(database)
    before = database.read_bytes()
    clerk.given = [start.AGAIN, ""]
    assert start.open_or_ask(database, lambda: now) is None
    assert len(clerk.asked) == 2
    assert "文件保持原样" in clerk.asked[0]
    assert (start.RESTORE in clerk.offered[0]) is (spoil is damage)
    assert database.read_bytes() == before


def test_a_damaged_database_gives_way_to_its_backup_and_is_kept(database, clerk, now):
    damage(database)
    clerk.given = [start.RESTORE, 0]
    with start.open_or_ask(database, lambda: now) as store:
        assert [row.title for row in queries.plan_rows(store)] == [papers.TITLE]
    assert clerk.listed == [f"{now:%Y-%m-%d %H:%M}   来文 1   任务 0   进展 0"]
    (kept,) = folder_for(database).glob("*.damaged")
    assert kept.read_bytes() == b"\xff" * 4096


def test_where_the_database_is_gone_its_backup_is_offered(database, clerk, now):
    database.unlink()
    clerk.given = [start.RESTORE, None, start.RESTORE, 0]
    with start.open_or_ask(database, lambda: now) as store:
        assert [row.title for row in queries.plan_rows(store)] == [papers.TITLE]
    assert clerk.offered[0] == [start.RESTORE, start.OTHER, start.NEW, start.QUIT]
    assert "备份还在" in clerk.asked[0]


def test_where_the_database_is_gone_a_new_one_is_made_only_if_wanted(
    database, clerk, now, monkeypatch
):
    moved = database.with_name("别处.db")
    database.rename(moved)
    clerk.given = [""]
    assert start.open_or_ask(database, lambda: now) is None
    assert not database.exists()
    monkeypatch.setattr(ask, "open_files", lambda *_: [moved])
    clerk.given = [start.OTHER]
    with start.open_or_ask(database, lambda: now) as store:
        assert store.path == moved
    clerk.given = [start.NEW]
    with start.open_or_ask(database, lambda: now) as store:
        assert queries.plan_rows(store) == ()


def test_a_new_database_beside_copies_of_others_is_made_without_a_word(database, clerk, now):
    with start.open_or_ask(database.with_name("新的.db"), lambda: now):
        assert clerk.asked == []
    (copy,) = folder_for(database).glob("*.db")
    copy.rename(copy.with_name(copy.name.replace("work-", "work-2025-")))
    database.unlink()
    with start.open_or_ask(database, lambda: now):
        assert clerk.asked == []


def test_a_backup_need_not_be_chosen(database, clerk, now):
    damage(database)
    clerk.given = [start.RESTORE, None, ""]
    assert start.open_or_ask(database, lambda: now) is None
    assert database.read_bytes() == b"\xff" * 4096


def test_a_restoring_that_is_refused_says_why_and_asks_again(database, clerk, now, monkeypatch):
    def refuse(*_):
        raise StoreError("磁盘已满。")

    monkeypatch.setattr(start, "restore_backup", refuse)
    damage(database)
    clerk.given = [start.RESTORE, 0, ""]
    assert start.open_or_ask(database, lambda: now) is None
    assert clerk.told == ["磁盘已满。"]


def test_without_a_backup_none_is_offered(tmp_path, clerk, now):
    path = tmp_path / "work.db"
    damage(path)
    clerk.given = [""]
    assert start.open_or_ask(path, lambda: now) is None
    assert clerk.offered == [[start.AGAIN, start.OTHER, start.QUIT]]


def test_another_file_may_be_chosen(database, clerk, now, tmp_path, monkeypatch):
    other = tmp_path / "other.db"
    shutil.copy(database, other)
    damage(database)
    chosen = [[], [other]]
    monkeypatch.setattr(ask, "open_files", lambda *_: chosen.pop(0))
    clerk.given = [start.OTHER, start.OTHER]
    with start.open_or_ask(database, lambda: now) as store:
        assert store.path == other
    assert len(clerk.asked) == 2


def test_the_program_ends_quietly_when_the_clerk_leaves(database, clerk):
    damage(database)
    clerk.given = [""]
    assert program.run(["--db", str(database)]) == 1


def test_a_folder_that_cannot_be_made_offers_no_backups(tmp_path):
    (tmp_path / "backups").write_text("a file where the folder should be")
    assert start.backups_of(tmp_path / "work.db") == ()


def test_no_backup_takes_the_place_of_what_another_window_works_with(database, clerk, now):
    clerk.given = [""]
    with open_store(database, now):
        assert start.open_or_ask(database, lambda: now) is None
    assert clerk.offered == [[start.AGAIN, start.OTHER, start.QUIT]]
    assert "另一个窗口" in clerk.asked[0]
