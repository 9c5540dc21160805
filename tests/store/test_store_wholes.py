"""Rows that come as a whole: one inverse and one line of the record, and nothing is lost by it."""

import json
import sqlite3

import pytest

from shuangda_desktop.store import plans, queries, settings
from store.store_samples import NOW, dump, keep_plan


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
