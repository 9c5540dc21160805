"""One action, one step: all or nothing, named, undoable, on the record, and told."""

import gc
import json
import sqlite3
import weakref

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.store import plans, queries, settings, tasks, units
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import connection, health
from shuangda_desktop.store.schema import migrations
from shuangda_desktop.store.steps import audit
from shuangda_desktop.store.steps.undo import History
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.units.model import Alias
from store.store_samples import DAY, NOW, PLAN, SOURCE, TEXT, dump, fill, keep_plan, keep_tasks


class PanicError(Exception):
    """Stands for any mistake of ours in the middle of an action."""


def fail_after(store, *writes, label="会失败"):
    with store.step(label, NOW):
        for write in writes:
            write(store)
        raise PanicError


def do(store, label, *writes):
    with store.step(label, NOW):
        for write in writes:
            write(store)


def setting(value):
    return lambda store: settings.put(store, "city", value)


def break_transaction(store):
    store.db.execute("ROLLBACK")  # as SQLite does by itself when the disk is full


def put(store, value, label="设置"):
    with store.step(label, NOW):
        settings.put(store, "city", value)


def test_a_step_that_fails_leaves_nothing(store):
    fill(store)
    before = dump(store), audit.head(store.db), store.undo_label
    with pytest.raises(PanicError):
        fail_after(store, setting("乙市"), lambda s: plans.delete_plan(s, 1))
    assert (dump(store), audit.head(store.db), store.undo_label) == before


def test_undo_after_a_failed_step_takes_back_the_one_before_it(store):
    put(store, "甲市", "第一步")
    with pytest.raises(PanicError):
        fail_after(store, setting("乙市"))
    assert store.undo() == "第一步"
    assert store.undo() is None


def test_undo_and_redo_at_the_ends_of_the_history_return_none(store):
    assert (store.undo(), store.redo(), store.undo_label, store.redo_label) == (None,) * 4


def test_a_step_within_a_step_belongs_to_the_outer_one(store):
    with store.step("外", NOW):
        settings.put(store, "city", "甲市")
        with store.step("内", NOW):
            settings.put(store, "province", "云泽省")
    assert (store.undo_label, store.undo()) == ("外", "外")
    assert settings.get(store, "province") == ""


def test_an_inner_step_that_fails_and_is_forgiven_takes_only_its_own_work_along(store):
    with store.step("外", NOW):
        settings.put(store, "city", "甲市")
        with pytest.raises(PanicError):
            fail_after(store, setting("乙市"))
    assert settings.get(store, "city") == "甲市"


def test_a_step_that_changes_nothing_is_no_step(store):
    put(store, "甲市", "第一步")
    told = []
    store.listeners.append(told.append)
    put(store, "甲市", "没有变化")
    assert (store.undo_label, told) == ("第一步", [])
    assert audit.head(store.db)[0] == 1


def test_a_new_step_ends_what_could_be_redone(store):
    put(store, "甲市")
    store.undo()
    put(store, "乙市", "另一步")
    assert (store.redo(), store.undo_label) == (None, "另一步")
    assert store.rows("SELECT count(*) FROM temp.change") == [(1,)]


def test_nothing_is_undone_in_the_middle_of_a_step(store):
    put(store, "甲市")
    with pytest.raises(AssertionError, match="undo"):
        do(store, "外", lambda s: s.undo())
    assert (settings.get(store, "city"), store.undo_label) == ("甲市", "设置")


def test_labels_tell_what_comes_next(store):
    put(store, "甲市", "一")
    put(store, "乙市", "二")
    store.undo()
    assert (store.undo_label, store.redo_label) == ("一", "二")


def test_listeners_hear_after_the_commit_which_tables_were_touched(store):
    heard = []
    store.listeners.append(lambda names: heard.append((names, store.db.conn.in_transaction)))
    plan_id = keep_plan(store)
    assert {"source", "plan", "measure", "finding"} <= heard[0][0]
    keep_tasks(store, plan_id)
    store.undo()
    parts = {"task", "task_source", "assignment", "task_target", "rewording"}
    assert heard[1:] == [(parts, False), (parts, False)]


def test_listeners_hear_nothing_of_a_mistake_that_was_rolled_back(store):
    heard = []
    store.listeners.append(heard.append)
    with pytest.raises(PanicError):
        fail_after(store, setting("乙市"))
    assert heard == []


@pytest.mark.parametrize(
    "write",
    [
        lambda s: settings.put(s, "city", "x"),
        lambda s: plans.save_plan(s, SOURCE, TEXT, PLAN, DAY),
        lambda s: plans.replace_reading(s, 1, TEXT, PLAN),
        lambda s: plans.add_decision(s, 1, Decision(DecisionKind.JUNK, 12)),
        lambda s: plans.delete_plan(s, 1),
        lambda s: tasks.add_tasks(s, []),
        lambda s: tasks.save_task(s, tasks.load_task(s, 1)),
        lambda s: tasks.delete_tasks(s, [1]),
        lambda s: tasks.add_entry(s, ProgressEntry(1, "x", DAY, 1, "")),
        lambda s: units.save_directory(s, units.load_directory(s)),
        lambda s: units.save_unit(s, units.load_units(s)[0]),
        lambda s: units.delete_unit(s, "city.a"),
        lambda s: units.save_alias(s, Alias("a", "b")),
    ],
)
def test_nothing_is_written_outside_of_a_step(store, write):
    fill(store)
    before = dump(store)
    with pytest.raises(AssertionError, match="open step"):
        write(store)
    assert dump(store) == before


@pytest.mark.parametrize("end", [1, 2, 4])
def test_everything_undone_is_as_before_and_redone_as_after(store, end):
    states = [dump(store)]
    fill(store)
    with store.step("删除", NOW):
        plans.delete_plan(store, 1)
    states.append(dump(store))
    for _ in range(end):
        store.undo()
    while store.redo():
        pass
    assert dump(store) == states[1]
    while store.undo():
        pass
    assert dump(store) == states[0]


@pytest.mark.parametrize(
    "value",
    ["", "'", "''\"", "a\nb\r\n", "NUL\0after", "\0", "\U00020000", "%s ? :x", "x" * 5000, "--;"],
)
def test_texts_of_every_kind_come_back(store, value):
    put(store, value)
    before = dump(store)
    put(store, "别的")
    with store.step("删", NOW):
        store.execute("DELETE FROM settings")
    store.undo()
    store.undo()
    assert dump(store) == before
    assert settings.get(store, "city") == value


@pytest.mark.parametrize(
    "value", [0.1, 1e-300, 1.7976931348623157e308, -0.0, 1 / 3, 5e-324, 1.0583676720015175e-302]
)
def test_numbers_come_back_to_the_last_bit(store, value):
    keep_tasks(store, keep_plan(store))
    with store.step("改", NOW):
        store.execute("UPDATE task_target SET value = ?", [value])
    before = dump(store)
    with store.step("删", NOW):
        store.execute("DELETE FROM task_target")
    store.undo()
    assert dump(store) == before


def test_a_number_that_is_missing_comes_back_missing():
    db = connection.wrapped(sqlite3.connect(":memory:"))
    db.execute("CREATE TABLE audit (id, at, action, table_name, row_id, old, new, hash)")
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x REAL)")
    history = History(db)
    with history.step("一", NOW):
        db.execute("INSERT INTO t (x) VALUES (NULL)")
    with history.step("二", NOW):
        db.execute("DELETE FROM t")
    history.undo()
    assert db.execute("SELECT * FROM t").fetchall() == [(1, None)]
    db.close()


def test_ids_are_never_given_twice(store):
    plan_id = keep_plan(store)
    first = keep_tasks(store, plan_id)
    store.undo()
    second = keep_tasks(store, plan_id)
    assert not set(first) & set(second)


def test_the_record_holds_each_changed_row_with_old_and_new_values(store):
    put(store, "甲市", "第一步")
    put(store, "乙市", "第二步")
    newest, oldest = queries.audit_rows(store, 10)
    assert (oldest.action, oldest.table, oldest.old) == ("第一步", "settings", None)
    assert json.loads(oldest.new)["value"] == "甲市"
    assert (json.loads(newest.old), json.loads(newest.new)) == (
        {"value": "甲市"},
        {"value": "乙市"},
    )
    assert (newest.at, newest.row_id) == (NOW.isoformat(timespec="seconds"), oldest.row_id)


def test_what_went_out_is_on_the_record_and_no_step(store):
    put(store, "甲市", "第一步")
    store.record("导出台账", NOW, "export", '{"tasks": 3}')
    row = queries.audit_rows(store, 1)[0]
    assert (row.action, row.table, row.new) == ("导出台账", "export", '{"tasks": 3}')
    assert (store.undo_label, audit.broken_at(store.db)) == ("第一步", None)


def test_undo_and_redo_are_on_the_record_too(store):
    put(store, "甲市", "第一步")
    store.undo()
    store.redo(NOW.replace(year=2027))
    rows = queries.audit_rows(store, 2)
    assert [row.action for row in rows] == ["重做\uff1a第一步", "撤销\uff1a第一步"]
    assert rows[0].at.startswith("2027")


def test_what_is_long_stands_in_the_record_by_its_digest(store):
    put(store, "长" * 3000)
    assert json.loads(queries.audit_rows(store, 1)[0].new)["value"].startswith("sha256:")


def test_the_record_keeps_no_content_of_files(store):
    keep_plan(store)
    (row,) = [r for r in queries.audit_rows(store, 99) if r.table == "source"]
    assert json.loads(row.new)["content"].startswith("sha256:")


@pytest.mark.parametrize(
    "sql",
    ["UPDATE audit SET action = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE id = 1"],
)
def test_the_record_refuses_to_be_changed(store, sql):
    put(store, "甲市")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store.db.execute(sql)


@pytest.mark.parametrize(
    ("sql", "broken"),
    [
        ("UPDATE audit SET new = replace(new, '甲', '丁') WHERE id = 1", 1),
        ("UPDATE audit SET at = '2020-01-01' WHERE id = 2", 2),
        ("UPDATE audit SET hash = 'x' WHERE id = 3", 3),
        ("DELETE FROM audit WHERE id = 2", 2),
        ("UPDATE audit SET id = id + 1 WHERE id = 3", 3),
    ],
)
def test_an_edit_behind_the_programs_back_is_found(store, sql, broken):
    for value in ("甲市", "乙市", "丙市"):
        put(store, value)
    assert (audit.broken_at(store.db), health.troubles(store)) == (None, ())
    store.db.execute("DROP TRIGGER audit_is_never_changed")
    store.db.execute("DROP TRIGGER audit_is_never_shortened")
    store.db.execute(sql)
    assert audit.broken_at(store.db) == broken
    assert f"第{broken}条" in health.troubles(store)[0]


def test_a_cut_tail_shows_against_a_head_that_was_printed(store):
    put(store, "甲市")
    put(store, "乙市")
    printed = audit.head(store.db)
    store.db.execute("DROP TRIGGER audit_is_never_shortened")
    store.db.execute("DELETE FROM audit WHERE id = 2")
    assert audit.broken_at(store.db) is None
    assert audit.head(store.db) != printed


def test_rows_that_lost_their_parent_are_found(store):
    fill(store)
    store.db.execute("PRAGMA foreign_keys = OFF")
    store.db.execute("DELETE FROM task")
    assert any("assignment" in sentence for sentence in health.troubles(store))


class LateError(sqlite3.Connection):
    """Commits, and then says that it could not."""

    late = False

    def execute(self, sql, *rest):
        result = super().execute(sql, *rest)
        if self.late and sql == "COMMIT":
            raise io_error()
        return result


def io_error():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC
    return error


@pytest.fixture
def late():
    db = connection.wrapped(sqlite3.connect(":memory:", factory=LateError))
    migrations.migrate(db)
    yield History(db), db
    db.close()


def test_after_an_error_that_came_too_late_only_the_file_is_believed(late):
    history, db = late
    heard = []
    history.listeners.append(heard.append)
    with history.step("一", NOW):
        db.execute("INSERT INTO settings (key, value) VALUES ('a', '1')")
    db.conn.late = True
    with pytest.raises(StoreError, match="磁盘"), history.step("二", NOW):
        db.execute("UPDATE settings SET value = '2' WHERE key = 'a'")
    db.conn.late = False
    assert (history.done, history.undo()) == ([], None)
    assert len(heard) == 2
    assert "settings" in heard[1]


def test_a_step_that_went_on_after_the_transaction_broke_is_refused(store):
    before = dump(store)
    with pytest.raises(StoreError, match="没有保存"):
        do(store, "续写", setting("前半"), break_transaction, setting("后半"))
    assert dump(store) == before


def test_a_step_whose_transaction_broke_unseen_is_refused_at_its_end(store):
    with pytest.raises(StoreError, match="没有保存"):
        do(store, "断了", setting("前半"), break_transaction)
    assert settings.get(store, "city") == ""
    put(store, "甲市")
    assert store.undo() == "设置"


def test_a_store_that_nobody_holds_is_freed():
    left = open_store(":memory:", NOW)
    put(left, "甲市")
    watched = weakref.ref(left), weakref.ref(left._history)
    del left
    gc.collect()
    assert [held() for held in watched] == [None, None]
