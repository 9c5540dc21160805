"""What went out stays: no undo takes it back, and what it said can be read again."""

import json
import sqlite3
from pathlib import Path

import pytest

from exports.sample import tasks
from shuangda_desktop.store import queries, settings
from shuangda_desktop.store.exported import add_export, load_exports, load_snapshot
from shuangda_desktop.store.schema import migration_0006
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.rounds.snapshots import of_tasks

SAID = of_tasks(tasks(), schedule_columns())


def keep(store, now, document="schedule", said=SAID):
    with store.lasting("导出任务分工表", now):
        return add_export(
            store, document, "导出任务分工表", Path("/文档/表.xlsx"), "市公安局", said
        )


def test_a_file_is_remembered_with_what_it_said(store, now):
    id_ = keep(store, now)
    (found,) = load_exports(store)
    assert (found.file, found.folder, found.at, found.about) == (
        "表.xlsx",
        "/文档",
        now,
        "市公安局",
    )
    assert (found.line_count, found.kept, found.path) == (3, True, Path("/文档/表.xlsx"))
    assert load_snapshot(store, id_) == SAID
    assert load_snapshot(store, 99) is None


def test_the_newest_comes_first_and_one_kind_can_be_asked_for(store, now):
    first, second = keep(store, now), keep(store, now, "ledger")
    assert [one.id for one in load_exports(store)] == [second, first]
    assert [one.id for one in load_exports(store, "schedule")] == [first]


def test_no_undo_takes_it_back_and_steps_before_and_after_stay_undoable(store, now):
    told = []
    with store.step("先", now):
        settings.put(store, "a", "1")
    store.listeners.append(told.append)
    keep(store, now)
    with store.step("后", now):
        settings.put(store, "a", "2")
    assert store.undo() == "后"
    assert store.undo() == "先"
    assert store.undo() is None
    keep(store, now)
    assert [store.redo(), store.redo()] == ["先", "后"]
    assert settings.get(store, "a") == "2"
    assert len(load_exports(store)) == 2
    assert told[0] == frozenset({"export"})


def test_it_is_on_the_permanent_record(store, now):
    keep(store, now)
    row = queries.audit_rows(store, 1)[0]
    assert (row.action, row.table, json.loads(row.new)["file"]) == (
        "导出任务分工表",
        "export",
        "表.xlsx",
    )


def test_what_fails_leaves_nothing(store, now):
    with pytest.raises(sqlite3.IntegrityError), store.lasting("导出", now):
        store.insert("export", [{"document": None}])
    assert load_exports(store) == ()
    assert store.undo_label is None


def test_files_of_before_are_taken_over_from_the_record(store, now):
    details = json.dumps({"file": "台账.xlsx", "tasks": 7}, ensure_ascii=False)
    store.record("导出进度台账", now, "export", details)
    store.db.execute(migration_0006.STATEMENTS[-1])
    (found,) = load_exports(store, "ledger")
    assert (found.file, found.line_count, found.kept, found.at) == ("台账.xlsx", 7, False, now)
    assert load_snapshot(store, found.id) is None
