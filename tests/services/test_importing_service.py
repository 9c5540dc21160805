"""Taking documents in and out."""

from dataclasses import replace
from pathlib import Path

import pytest

from shuangda_desktop.errors import SourceError, StoreError
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.drafts import Choices, read_source
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.services.words import LONGEST, plan_name, shortened, task_name
from shuangda_desktop.store import queries
from shuangda_desktop.store.plans import load_plan
from shuangda_desktop.tasks.model import ProgressEntry

FIXTURES = Path(__file__).parents[1] / "fixtures"


def test_a_file_is_read_repaired_and_parsed():
    draft = importing.read_document(FIXTURES / "yunze-2026.txt")
    assert draft.source.name == "yunze-2026.txt"
    assert draft.text.raw == draft.source.raw
    assert draft.plan.document_number == "云双打办〔2026〕3号"
    assert len(draft.plan.measures) > 30


def test_pasted_text_is_read_alike():
    raw = (FIXTURES / "yunze-2026.txt").read_text("utf-8")
    draft = importing.read_pasted(raw, "粘贴的文字")
    assert draft.source.name == "粘贴的文字"
    assert draft.plan == importing.read_document(FIXTURES / "yunze-2026.txt").plan


def test_a_rejected_repair_is_left_out():
    draft = importing.read_pasted("一、加强監管(jiān)和執法協調工作，維護權(quán)利", "一段")
    glosses = [r for r in draft.text.repairs if r.rule == "glosses"]
    assert "(jiān)" not in draft.text.text
    rejected = frozenset({(glosses[0].rule, glosses[0].span.start)})
    assert "(jiān)" in read_source(draft.source, Choices(rejected)).text.text


def test_a_missing_file_is_an_error_in_words(tmp_path):
    with pytest.raises(SourceError, match="没有"):
        importing.read_document(tmp_path / "没有.txt")


def test_a_kept_plan_is_all_there(store, draft, now):
    plan_id = importing.keep_plan(store, draft, now)
    stored = load_plan(store, plan_id)
    assert (stored.source, stored.plan) == (draft.source, draft.plan)
    assert stored.imported_on == now.date()
    assert store.undo_label == "导入《示例省工作要点》"


def test_the_same_bytes_are_kept_once(store, draft, now, dump):
    plan_id = importing.keep_plan(store, draft, now)
    before = dump()
    assert importing.same_document(store, draft) == plan_id
    assert importing.keep_plan(store, draft, now) == plan_id
    assert dump() == before


def test_other_bytes_are_another_plan(store, draft, now):
    plan_id = importing.keep_plan(store, draft, now)
    edition = replace(draft, source=replace(draft.source, sha256="cd" * 32))
    assert importing.same_document(store, edition) is None
    assert importing.keep_plan(store, edition, now) != plan_id
    assert len(queries.plan_rows(store)) == 2


def test_a_plan_without_a_title_goes_by_its_file(store, draft, now):
    importing.keep_plan(store, replace(draft, plan=replace(draft.plan, title=None)), now)
    assert store.undo_label == "导入《要点.txt》"


def test_undo_of_an_import_leaves_nothing_and_redo_all(store, draft, now, dump, heard):
    before = dump()
    importing.keep_plan(store, draft, now)
    after = dump()
    assert {"plan", "source", "measure"} <= heard[0]
    store.undo()
    assert dump() == before
    store.redo()
    assert dump() == after


def test_a_removed_plan_takes_its_tasks_along_and_comes_back(store, plan_id, task_ids, now, dump):
    before = dump()
    importing.remove_plan(store, plan_id, now)
    assert (queries.plan_rows(store), queries.task_rows(store)) == ((), ())
    assert store.undo_label == "删除《示例省工作要点》"
    store.undo()
    assert dump() == before


def test_removing_reported_work_says_so(store, plan_id, task_ids, now, today):
    tracking.record_progress(store, ProgressEntry(task_ids[0], "市公安局", today, 5, "起步"), now)
    splitting.drop_tasks(store, [task_ids[0]], "由省级办理", now)
    importing.remove_plan(store, plan_id, now)
    assert store.undo_label == "删除《示例省工作要点》及1项任务的进展"


def test_removing_what_is_gone_is_refused(store, now):
    with pytest.raises(StoreError):
        importing.remove_plan(store, 7, now)


def test_labels_fit_into_a_menu():
    long = "关于" + "很" * 60
    assert len(shortened(long)) == LONGEST
    assert shortened("短") == "短"
    assert plan_name(None, "文件.txt") == "《文件.txt》"
    assert task_name(3, "") == "任务3"
    assert task_name(3, "巡查") == "任务3“巡查”"
