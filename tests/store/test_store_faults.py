"""The machine fails in the middle of every kind of action: nothing half stays, the sentence says what to do."""

import ast
import re
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

import shuangda_desktop.store
from shuangda_desktop.errors import StoreError
from shuangda_desktop.plan.model import Decision, DecisionKind, Role
from shuangda_desktop.store import plans, settings, tasks, units
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import health, sentences
from shuangda_desktop.store.safety.backup import back_up
from shuangda_desktop.store.steps import audit
from shuangda_desktop.tasks.model import Assignment, ProgressEntry
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.units.model import Alias
from store.store_samples import (
    DAY,
    DIRECTORY,
    NOW,
    PLAN,
    RAW,
    SOURCE,
    TEXT,
    a_task,
    dump,
    fill,
    keep_plan,
    renumbered,
)

MODULES = sorted(Path(shuangda_desktop.store.__file__).parent.glob("*.py"))


def reassigned(store):
    task = tasks.load_task(store, 1)
    kept = (Assignment("市丁局", Role.LEAD), *task.assignments[:1])
    return replace(task, assignments=kept, targets=(), rewordings=task.rewordings * 2, title="新")


ACTIONS = {
    "save_plan": lambda s: plans.save_plan(s, SOURCE, TEXT, PLAN, DAY),
    "replace_reading": lambda s: plans.replace_reading(s, 1, MappedText.of(RAW), PLAN),
    "add_decision": lambda s: plans.add_decision(s, 1, Decision(DecisionKind.JUNK, 12)),
    "delete_plan": lambda s: plans.delete_plan(s, 1),
    "add_tasks": lambda s: tasks.add_tasks(s, [a_task(1), a_task(1, 21, 2)]),
    "save_task": lambda s: tasks.save_task(s, reassigned(s)),
    "delete_tasks": lambda s: tasks.delete_tasks(s, [1, 2]),
    "add_entry": lambda s: tasks.add_entry(s, ProgressEntry(1, "市甲局", DAY, 5, "n")),
    "save_directory": lambda s: units.save_directory(s, DIRECTORY),
    "save_unit": lambda s: units.save_unit(s, replace(DIRECTORY.units[2], note="新")),
    "delete_unit": lambda s: units.delete_unit(s, "city.a"),
    "save_alias": lambda s: units.save_alias(s, Alias("别名", "city.b")),
    "put": lambda s: settings.put(s, "city", "乙市"),
}


class FailingConnection(sqlite3.Connection):
    """Refuses the statement after the next ``allowed`` ones that write."""

    allowed = -1

    def execute(self, sql, *rest):
        self._count(sql)
        return super().execute(sql, *rest)

    def executemany(self, sql, *rest):
        self._count(sql)
        return super().executemany(sql, *rest)

    def _count(self, sql):
        if sql.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE", "COMMIT"):
            if self.allowed == 0:
                self.allowed = -1
                raise full()
            self.allowed -= 1


def full():
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


@pytest.fixture
def failing(monkeypatch):
    with monkeypatch.context() as patch:
        connect = sqlite3.connect
        patch.setattr(
            sqlite3, "connect", lambda *a, **k: connect(*a, factory=FailingConnection, **k)
        )
        store = open_store(":memory:", NOW)
    yield store
    store.close()


def act(store, action):
    with store.step("动作", NOW):
        ACTIONS[action](store)


def until_it_works(store, work):
    """Let every statement fail in turn; the error of each try, and at last None."""
    for allowed in range(300):
        store.db.conn.allowed = allowed
        try:
            work()
        except StoreError as error:
            yield str(error)
        else:
            break
    store.db.conn.allowed = -1
    assert allowed >= 3, "no fault was met"


@pytest.mark.parametrize("action", ACTIONS)
def test_a_fault_at_any_statement_leaves_everything_as_it_was(failing, action):
    fill(failing)
    before = dump(failing), audit.head(failing.db), failing.undo_label
    for told in until_it_works(failing, lambda: act(failing, action)):
        assert "磁盘已满" in told
        assert (dump(failing), audit.head(failing.db), failing.undo_label) == before
    assert failing.undo() == "动作"
    assert dump(failing) == before[0]


@pytest.mark.parametrize("action", ACTIONS)
def test_a_fault_while_undoing_leaves_the_step_undoable(failing, action):
    fill(failing)
    before = dump(failing)
    act(failing, action)
    after = dump(failing)
    for _ in until_it_works(failing, failing.undo):
        assert (dump(failing), failing.undo_label, failing.redo_label) == (after, "动作", None)
    assert dump(failing) == before
    assert failing.redo() == "动作"
    assert dump(failing) == after


def test_a_full_database_file_says_so_and_goes_on_when_there_is_room(tmp_path):
    with open_store(tmp_path / "a.db", NOW) as store:
        fill(store)
        before = dump(store)
        (pages,) = store.rows("PRAGMA page_count")[0]
        store.db.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(StoreError, match="磁盘已满"):
            add_much(store)
        assert dump(store) == before
        store.db.execute("PRAGMA max_page_count = 1000000")
        add_much(store)
        assert store.undo() == "导入"
        assert dump(store) == before
        assert health.troubles(store) == ()


def add_much(store):
    with store.step("导入", NOW):
        plans.save_plan(store, replace(SOURCE, content=b"x" * 200_000), TEXT, PLAN, DAY)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one and a half megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not shutil.which("mount"):
        pytest.skip("no mount program")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("needs the right to mount")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_really_full_disk_costs_only_the_action_that_met_it(small_disk):
    with open_store(small_disk / "a.db", NOW) as store:
        fill(store)
        (small_disk / "ballast").write_bytes(b"x" * 600_000)
        with pytest.raises(StoreError, match="磁盘已满"):
            add_until_full(store)
        assert len(store.rows("SELECT id FROM plan")) == len(
            store.rows("SELECT DISTINCT plan_id FROM repair")
        )
        (small_disk / "ballast").unlink()
        add_much(store)
        last = dump(store)
    with open_store(small_disk / "a.db", NOW) as store:
        assert dump(store) == last
        assert health.troubles(store) == ()


def add_until_full(store):
    for _ in range(50):
        add_much(store)


def test_a_backup_on_a_full_disk_leaves_the_old_one(small_disk, tmp_path):
    with open_store(tmp_path / "a.db", NOW) as store:
        fill(store)
        target = back_up(store, small_disk / "b.db")
        before = target.read_bytes()
        for _ in range(8):
            add_much(store)
        with pytest.raises(StoreError, match=r"磁盘空间不足.*重新备份") as told:
            back_up(store, target)
        assert "刚才的操作" not in str(told.value)
        assert target.read_bytes() == before
        assert [p.name for p in small_disk.iterdir()] == ["b.db"]


def test_a_new_database_on_a_full_disk_leaves_nothing_behind(small_disk):
    with pytest.raises(OSError, match="space"):
        (small_disk / "ballast").write_bytes(b"x" * 2_000_000)
    with pytest.raises(StoreError, match="磁盘"):
        open_store(small_disk / "a.db", NOW)
    assert [p.name for p in small_disk.iterdir()] == ["ballast"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "磁盘已满"),
        (sqlite3.SQLITE_BUSY, "占用"),
        (sqlite3.SQLITE_LOCKED, "占用"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "只读"),
        (sqlite3.SQLITE_IOERR_WRITE, "读写磁盘"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "已损坏"),
        (sqlite3.SQLITE_NOTADB, "不是本程序的数据库"),
        (sqlite3.SQLITE_CANTOPEN, "打不开"),
        (sqlite3.SQLITE_NOMEM, "内存不足"),
    ],
)
def test_each_error_of_the_machine_has_its_sentence(code, words):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    assert words in str(sentences.told(error))


def test_our_own_mistakes_have_no_sentence_and_pass(store):
    with pytest.raises(sqlite3.IntegrityError), store.step("错", NOW):
        store.execute("INSERT INTO settings (key, value) VALUES ('a', NULL)")
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.rows("SELECT * FROM elsewhere")
    assert sentences.told(sqlite3.ProgrammingError("closed")) is None


def test_a_page_that_breaks_while_open_is_told_when_reading(tmp_path):
    with open_store(tmp_path / "a.db", NOW) as store:
        keep_plan(store)
    with open_store(tmp_path / "a.db", NOW) as store:
        store.db.execute("PRAGMA cache_size = 0")
        content = (tmp_path / "a.db").read_bytes()
        with (tmp_path / "a.db").open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (len(content) - 4096))
        with pytest.raises(StoreError, match="已损坏"):
            dump_told(store)
        assert "备份列表" in health.troubles(store)[0]


def dump_told(store):
    for table in ("source", "plan", "measure", "finding"):
        store.rows(f"SELECT * FROM {table}")


def test_a_text_that_no_database_can_hold_rolls_back(store):
    keep_plan(store)
    before = dump(store)
    with pytest.raises(UnicodeEncodeError), store.step("错", NOW):
        tasks.add_tasks(store, [a_task(1), replace(a_task(1), text="\ud800")])
    assert dump(store) == before


def test_saving_many_tasks_one_after_another_stays_one_step(store):
    _, ids = fill(store)
    with store.step("改号", NOW):
        for task_id in ids:
            tasks.save_task(store, renumbered(tasks.load_task(store, task_id), 9))
    store.undo()
    assert [tasks.load_task(store, i).number for i in ids] == [1, 2]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_sentences_have_full_width_punctuation(module):
    half = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not half.search(node.value), node.value


@pytest.mark.parametrize("sentence", sentences._SENTENCES.values())
def test_each_sentence_is_whole(sentence):
    assert sentence.endswith("。")
    assert sentence.count("。") >= 2
