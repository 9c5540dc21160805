"""Rows that come as a whole: one inverse and one line of the record, and nothing is lost by it."""

import json
import sqlite3

import pytest

from shuangda_desktop.store import plans, queries, settings, tasks
from store.store_samples import NOW, a_task, dump, keep_plan


def test_what_was_read_is_one_line_of_the_record_for_each_kind_of_part(store):
    plan_id = keep_plan(store)
    measures = store.rows("SELECT id FROM measure ORDER BY id")
    (row,) = [r for r in queries.audit_rows(store, 99) if r.table == "measure"]
    told = json.loads(row.new)
    assert (row.row_id, row.old, told["rows"]) == (measures[0][0], None, len(measures))
    assert told["digest"].startswith("sha256:")
    with store.step("删除", NOW):
        plans.delete_plan(store, plan_id)
    gone = [r for r in queries.audit_rows(store, 99) if r.table == "measure" and r.new is None]
    assert sorted(json.loads(r.old)["id"] for r in gone) == [id_ for (id_,) in measures]


def test_after_a_whole_that_failed_single_rows_are_recorded_again(store):
    plan_id = keep_plan(store)
    before = dump(store)
    with store.step("半途而止", NOW):
        with pytest.raises(sqlite3.IntegrityError):
            store.insert_whole("section", [{"plan_id": plan_id, "level": None}])
        settings.put(store, "city", "甲市")
    store.undo()
    assert dump(store) == before


def test_a_whole_without_rows_changes_nothing(store):
    with store.step("什么也没有", NOW):
        store.insert_whole("section", [])
    assert store.undo_label is None


def test_rows_that_move_on_together_are_one_change_and_so_is_its_undoing(store):
    plan_id = keep_plan(store)
    with store.step("分解", NOW):
        ids = tasks.add_tasks(store, [a_task(plan_id, number=n) for n in range(1, 6)])
    before = dump(store)
    with store.step("并入", NOW):
        tasks.delete_tasks(store, ids[1:2])
        store.shift("task", "number", [*ids[2:4], ids[0]], -1)
    after = dump(store)
    assert [n for (n,) in store.rows("SELECT number FROM task ORDER BY id")] == [0, 2, 3, 5]
    (row,) = [r for r in queries.audit_rows(store, 99) if r.action == "并入" and r.old is None]
    span = f"{ids[0]},{ids[2]}-{ids[3]}"
    assert json.loads(row.new) == {"number": "-1", "rows": 3, "ids": span}
    store.undo()
    assert dump(store) == before
    back = [r for r in queries.audit_rows(store, 99) if r.action == "撤销\uff1a并入" and r.new]
    assert {"number": "+1", "rows": 3, "ids": span} in [json.loads(row.new) for row in back]
    store.redo()
    assert dump(store) == after
    with store.step("又改", NOW):  # single rows are recorded again
        store.execute("UPDATE task SET number = 9 WHERE id = ?", [ids[0]])
    store.undo()
    assert dump(store) == after


def test_a_shift_that_fails_leaves_nothing(store):
    before = dump(store)
    with pytest.raises(sqlite3.OperationalError), store.step("不成", NOW):
        store.shift("task", "no_such_column", [1], 1)
    assert (dump(store), store.undo_label) == (before, None)
