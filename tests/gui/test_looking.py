"""A large file is looked through while the window is up: said at its foot, and clearly where something is wrong."""

import shutil
import sqlite3

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog

from gui import papers
from gui.test_app import meanwhile, windows
from gui.test_start import Answers
from shuangda_desktop.errors import StoreError
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import ask, closing, looking, start
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft
from shuangda_desktop.store import database
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import look
from shuangda_desktop.store.safety.backup import backup_on_close
from shuangda_desktop.store.safety.copies import folder_for
from shuangda_desktop.store.schema import migrations
from store.test_store_seal import flip, seal_of

BEHIND = 8 * 80_000


@pytest.fixture
def file(tmp_path, now, monkeypatch):
    """A file that counts as large, with a backup and its seal."""
    path = tmp_path / "work" / "shuangda.db"
    path.parent.mkdir()
    with open_store(path, now) as store:
        importing.keep_plan(store, Draft(papers.SOURCE, papers.TEXT, papers.PLAN), now)
        backup_on_close(store, folder_for(path), now)
    monkeypatch.setattr(look, "AT_ONCE", 1)
    return path


@pytest.fixture
def clerk(monkeypatch):
    return Answers(monkeypatch)


class Store:
    """A store that is looked through, as long as the test wants."""

    def __init__(self):
        self.look, self.over, self.trouble = object(), False, None
        self.done_labels = ("登记进展", "改标题", "登记进展")

    def settle(self):
        if self.trouble:
            raise self.trouble
        return self.over

    finish_look = settle


def test_the_foot_says_that_it_looks_and_then_that_all_is_well(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(looking, "_READ", 10)
    store, said, parent = Store(), [], QObject()
    watch = looking.Looking(store, said.append, parent)
    watch.ask()
    assert said == ["正在核对数据\u2026"]
    store.over = True
    watch.ask()
    assert said[-1] == "数据核对完毕\uff0c无误"
    qtbot.waitUntil(lambda: said[-1] == "")


def test_a_file_that_was_looked_through_before_is_not_spoken_of(qapp):
    store, said, parent = Store(), [], QObject()
    store.look = None
    looking.Looking(store, said.append, parent)
    assert said == []


def test_bad_news_waits_for_an_open_question(qapp, monkeypatch):
    store, told, parent = Store(), [], QObject()
    watch = looking.Looking(store, lambda text: None, parent)
    watch.damaged.connect(told.append)
    store.trouble = StoreError("坏了。")
    monkeypatch.setattr(QApplication, "activeModalWidget", lambda: parent)
    watch.ask()
    assert told == []
    monkeypatch.undo()
    watch.ask()
    assert told == [store.trouble]


def test_what_was_done_meanwhile_is_named(qapp):
    store = Store()
    assert looking.trouble_of(store) is None
    store.trouble = StoreError("坏了。")
    told = str(looking.trouble_of(store))
    assert told.startswith("坏了。\n\n")
    assert "3步\uff08登记进展、改标题\uff09" in told
    store.done_labels = ()
    assert str(looking.trouble_of(store)) == "坏了。"


def test_a_whole_file_is_worked_on_and_backed_up_in_sight(file, clerk, now, monkeypatch):
    seen = []
    monkeypatch.setattr(
        QProgressDialog, "setValue", lambda box, part: seen.append((box.labelText(), part))
    )

    def change(window):
        window.open_page("plans")
        window.pages["plans"].remove_chosen()

    meanwhile(change, lambda w: w.close())
    assert program.run(["--db", str(file)]) == 0
    assert (clerk.asked, clerk.told) == ([], [])
    assert seen[0] == (closing.BACKING_UP, 0)
    assert seal_of(file).exists()
    assert len(list(folder_for(file).glob("*.db"))) == 2


def test_a_spoilt_file_closes_the_window_and_shows_the_way_to_the_backups(file, clerk, now):
    flip(file, BEHIND)
    spoilt = file.read_bytes()
    clerk.given = [""]  # leave
    opened = []
    meanwhile(lambda w: opened.append(w.notice.aside.text()))
    QTimer.singleShot(9000, lambda: [w.close() for w in windows()])  # in vain it would run for ever
    assert program.run(["--db", str(file)]) == 1
    assert opened == ["正在核对数据\u2026"]
    assert "内容却变了\uff0c磁盘可能正在损坏\uff0c已经关上" in clerk.asked[0]
    assert clerk.offered == [[start.AGAIN, start.RESTORE, start.OTHER, start.QUIT]]
    assert file.read_bytes() == spoilt
    assert len(list(folder_for(file).glob("*.db"))) == 1, "a spoilt file takes no backup's place"


@pytest.fixture
def newer(monkeypatch):
    """A release with one more migration, that takes its time."""
    slow = (
        "CREATE TABLE slow AS WITH RECURSIVE n(i) AS "
        "(SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400000) SELECT max(i) AS i FROM n"
    )
    present = migrations.MIGRATIONS
    monkeypatch.setattr(migrations, "MIGRATIONS", (*present, (slow,)))
    monkeypatch.setattr(migrations, "LATEST", len(present) + 1)
    return len(present)


def shown_boxes(seen):
    """Note the boxes on the screen each time the program lets the window draw."""
    keep = closing._keep_alive

    def alive():
        keep()
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QProgressDialog)]
        seen.append([box.labelText() for box in boxes if box.isVisible()])

    return alive


def test_the_upgrade_of_a_large_file_is_said_while_it_lasts(file, clerk, now, newer, monkeypatch):
    seen = []
    monkeypatch.setattr(closing, "_keep_alive", shown_boxes(seen))
    with start.open_or_ask(file, lambda: now) as store:
        assert store.rows("PRAGMA user_version") == [(newer + 1,)]
        calls = len(seen)
        store.rows("SELECT count(*) FROM task, task AS other")
    assert calls > 2, "drawn once, and again while SQLite works"
    assert len(seen) == calls, "afterwards nobody waits"
    assert all(words == [closing.UPGRADING] for words in seen)
    assert not any(w.isVisible() for w in QApplication.topLevelWidgets())
    assert [p.name for p in folder_for(file).glob(f"*-before-upgrade-{newer}.db")]


def test_an_upgrade_that_is_refused_takes_its_box_away(file, now, newer, monkeypatch):
    shutil.rmtree(folder_for(file))
    folder_for(file).rmdir()
    file.with_name("backups").write_text("a file where the folder should be")
    seen, before = [], file.read_bytes()

    def choose(*_, **__):
        seen.append([w for w in QApplication.topLevelWidgets() if w.isVisible()])
        return ""

    monkeypatch.setattr(ask, "choose", choose)
    assert start.open_or_ask(file, lambda: now) is None
    assert seen == [[]]
    assert file.read_bytes() == before


def test_what_needs_no_upgrade_or_cannot_have_one_says_nothing(file, tmp_path):
    assert not database.upgrade_takes_long(file), "of this release"
    assert not database.upgrade_takes_long(tmp_path / "new.db"), "none yet"
    other = tmp_path / "other.db"
    other.write_bytes(b"\xff" * 4096)
    assert not database.upgrade_takes_long(other), "damaged"
    with sqlite3.connect(tmp_path / "foreign.db") as db:
        db.execute("CREATE TABLE other (id)")
    db.close()
    assert not database.upgrade_takes_long(tmp_path / "foreign.db")


def test_a_small_file_is_upgraded_without_a_word(file, newer, monkeypatch):
    assert database.upgrade_takes_long(file)
    monkeypatch.setattr(look, "AT_ONCE", 1 << 30)
    assert not database.upgrade_takes_long(file)


def test_what_was_in_trouble_is_looked_through_before_it_is_opened_again(file, clerk, now):
    clerk.given = [start.AGAIN]
    with start.open_or_ask(file, lambda: now, StoreError("坏了。")) as store:
        assert store.look is None
    assert clerk.asked == ["坏了。"]


def test_a_backup_takes_the_place_of_a_spoilt_file(file, clerk, now):
    whole = file.with_name("whole.db")
    shutil.copy2(file, whole)
    clerk.given = [start.RESTORE, 0]
    with start.open_or_ask(file, lambda: now, StoreError("坏了。")) as store:
        assert store.rows("SELECT count(*) FROM plan") == [(1,)]
