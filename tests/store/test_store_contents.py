"""What was saved comes back as it was: documents, readings, tasks, logs, units, settings."""

import zlib
from array import array
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.errors import StoreError
from shuangda_desktop.plan.model import Decision, DecisionKind, Plan, Role, Target
from shuangda_desktop.store import origins, plans, queries, settings, tasks, units
from shuangda_desktop.store.columns import columns_of
from shuangda_desktop.tasks.model import Assignment, ProgressEntry, Rewording, Status
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.source import SourceText
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Unit
from shuangda_desktop.units.place import Place
from store.store_samples import (
    DAY,
    DIRECTORY,
    MEASURE,
    NOW,
    PLAN,
    RAW,
    SOURCE,
    TEXT,
    a_task,
    dump,
    fill,
    keep_plan,
    keep_tasks,
)


def change(store, write):
    with store.step("改", NOW):
        write(store)


def test_a_document_comes_back_whole(store):
    stored = plans.load_plan(store, keep_plan(store))
    assert stored.source == SOURCE
    assert stored.text == TEXT
    assert stored.detected == PLAN
    assert stored.plan == PLAN
    assert (stored.decisions, stored.imported_on) == ((), DAY)


def test_an_empty_document_comes_back_empty(store):
    with store.step("导入", NOW):
        source = SourceText("", (), "空.txt", "00", "txt")
        plan_id = plans.save_plan(store, source, MappedText.of(""), Plan(), DAY)
    stored = plans.load_plan(store, plan_id)
    assert (stored.source, stored.text, stored.detected) == (source, MappedText.of(""), Plan())


def test_two_documents_do_not_mix(store):
    first = keep_plan(store)
    other = replace(PLAN, title="另一份", sections=(), measures=(MEASURE, MEASURE), findings=())
    with store.step("导入", NOW):
        second = plans.save_plan(store, SOURCE, MappedText.of(RAW), other, DAY)
    assert plans.load_plan(store, first).detected == PLAN
    assert plans.load_plan(store, second).detected == other


def test_the_text_is_not_repaired_again_when_it_is_loaded(store):
    odd = replace(
        TEXT, text="不".join(TEXT.text[::2])[: len(TEXT.text)].ljust(len(TEXT.text), "是")
    )
    with store.step("导入", NOW):
        plan_id = plans.save_plan(store, SOURCE, odd, PLAN, DAY)
    assert plans.load_plan(store, plan_id).text == odd


def pack(places):
    return origins.pack(origins.Run(place, 0, 1) for place in places)


@given(st.lists(st.integers(0, 2**31 - 1), max_size=50))
def test_origins_come_back(places):
    assert origins.unpack(pack(places)) == tuple(places)


@given(
    st.lists(st.builds(origins.Run, st.integers(0, 9_999), st.integers(0, 1), st.integers(1, 9)))
)
def test_runs_of_origins_come_back_number_by_number(runs):
    numbers = [run.first + run.step * at for run in runs for at in range(run.size)]
    assert origins.unpack(origins.pack(runs)) == tuple(numbers)


def test_origins_are_the_same_bytes_on_every_processor(monkeypatch):
    """A file may move between machines: numbers are kept the little end first."""
    swapped = array("i", [1, 1, 500])
    swapped.byteswap()
    packed = pack([1, 2, 502])
    monkeypatch.setattr("sys.byteorder", "big")
    assert zlib.decompress(pack([1, 2, 502])) == swapped.tobytes()
    monkeypatch.undo()
    assert zlib.decompress(packed) == array("i", [1, 1, 500]).tobytes()


def test_the_origins_of_a_long_text_are_small():
    assert len(origins.pack([origins.Run(0, 1, 20_000)])) < 20_000 * 4 / 150  # of 80,000 bytes


def test_decisions_come_back_in_the_order_of_deciding(store):
    plan_id = keep_plan(store)
    made = [
        Decision(DecisionKind.SET_FIELD, 0, {"field": "title", "value": "新'标题'"}),
        Decision(DecisionKind.SETTLE, 13, {"code": "vague-target"}),
    ]
    for decision in made:
        change(store, lambda s, d=decision: plans.add_decision(s, plan_id, d))
    stored = plans.load_plan(store, plan_id)
    assert stored.decisions == tuple(made)
    assert (stored.detected.title, stored.plan.title) == (PLAN.title, "新'标题'")


def test_a_new_reading_leaves_decisions_and_tasks_alone(store):
    plan_id = keep_plan(store)
    keep_tasks(store, plan_id)
    decision = Decision(DecisionKind.SET_FIELD, 0, {"field": "issuer", "value": "某办"})
    change(store, lambda s: plans.add_decision(s, plan_id, decision))
    new = replace(PLAN, title="重读", measures=(MEASURE,), sections=PLAN.sections[:2])
    change(store, lambda s: plans.replace_reading(s, plan_id, MappedText.of(RAW), new))
    stored = plans.load_plan(store, plan_id)
    assert (stored.detected, stored.text, stored.source) == (new, MappedText.of(RAW), SOURCE)
    assert (stored.decisions, len(queries.task_rows(store))) == ((decision,), 2)


def test_a_deleted_document_takes_its_tasks_and_nothing_else(store):
    gone, stays = keep_plan(store), keep_plan(store)
    keep_tasks(store, gone)
    kept = keep_tasks(store, stays)
    change(store, lambda s: plans.delete_plan(s, gone))
    assert [row.plan_id for row in queries.plan_rows(store)] == [stays]
    assert [row.task_id for row in queries.task_rows(store)] == kept
    assert store.rows("SELECT count(*) FROM source") == [(1,)]


def test_a_task_of_two_documents_outlives_one_of_them(store):
    first, second = keep_plan(store), keep_plan(store)
    (task_id,) = keep_tasks(store, first, 1)
    link = {"task_id": task_id, "position": 1, "plan_id": second, "measure_key": 12}
    change(store, lambda s: s.insert("task_source", [link]))
    assert [row.tasks for row in queries.plan_rows(store)] == [1, 1]
    change(store, lambda s: plans.delete_plan(s, second))
    assert tasks.load_task(store, task_id).plan_id == first


def test_a_task_outlives_even_the_document_it_is_filed_under(store):
    first, second = keep_plan(store), keep_plan(store)
    (task_id,) = keep_tasks(store, first, 1)
    link = {"task_id": task_id, "position": 1, "plan_id": second, "measure_key": 21}
    change(store, lambda s: s.insert("task_source", [link]))
    change(store, lambda s: plans.delete_plan(s, first))
    task = tasks.load_task(store, task_id)
    assert (task.plan_id, task.measure_key) == (second, 21)


def test_a_document_is_known_by_its_content(store):
    assert plans.find_source(store, SOURCE.sha256) is None
    keep_plan(store)
    newest = keep_plan(store)
    assert plans.find_source(store, SOURCE.sha256) == newest
    assert plans.find_source(store, "0" * 64) is None


@pytest.mark.parametrize(
    "ask",
    [
        lambda s: plans.load_plan(s, 99),
        lambda s: plans.delete_plan(s, 99),
        lambda s: plans.replace_reading(s, 99, TEXT, PLAN),
        lambda s: tasks.load_task(s, 99),
        lambda s: tasks.save_task(s, replace(a_task(1), id=99)),
        lambda s: tasks.save_task(s, a_task(1)),
    ],
)
def test_what_is_gone_is_told_in_words(store, ask):
    with pytest.raises(StoreError, match="已经不在数据库中"), store.step("改", NOW):
        ask(store)


def test_a_task_comes_back_whole(store):
    plan_id = keep_plan(store)
    (task_id,) = keep_tasks(store, plan_id, 1)
    loaded = tasks.load_task(store, task_id)
    parts = tuple(replace(part, id=None) for part in loaded.assignments)
    assert replace(loaded, id=None, assignments=parts) == a_task(plan_id)
    assert all(part.id for part in loaded.assignments)


def test_a_saved_task_keeps_the_ids_of_the_parts_that_stay(store):
    (task_id,) = keep_tasks(store, keep_plan(store), 1)
    task = tasks.load_task(store, task_id)
    lead, other = task.assignments
    wanted = (Assignment("市丙局", Role.LEAD), replace(lead, role=Role.COOPERATING))
    change(store, lambda s: tasks.save_task(s, replace(task, assignments=wanted)))
    third, first = tasks.load_task(store, task_id).assignments
    assert (first, third.unit) == (wanted[1], "市丙局")
    assert third.id not in (lead.id, other.id)


def test_every_field_of_a_task_can_be_changed(store):
    plan_id, other = keep_plan(store), keep_plan(store)
    (task_id,) = keep_tasks(store, plan_id, 1)
    changed = replace(
        tasks.load_task(store, task_id),
        plan_id=other,
        measure_key=21,
        number=7,
        title="题",
        text="文",
        assignments=(),
        due_on=None,
        due_text="",
        recurrence="",
        targets=(Target("件", "<", 2.5, "件", "不足三件"),),
        rewordings=(Rewording("a", "b"), Rewording("c", "d")),
        status=Status.SUSPENDED,
        applicable=True,
        dropped_reason="不归本市",
        reason="r",
        more_keys=(12, 33),
    )
    change(store, lambda s: tasks.save_task(s, changed))
    assert tasks.load_task(store, task_id) == changed


def test_filing_a_task_anew_keeps_what_it_carries_out_of_other_plans(store):
    first, second = keep_plan(store), keep_plan(store)
    (task_id,) = keep_tasks(store, first, 1)
    link = {"task_id": task_id, "position": 1, "plan_id": second, "measure_key": 21}
    change(store, lambda s: s.insert("task_source", [link]))
    task = replace(tasks.load_task(store, task_id), measure_key=21, more_keys=(12,))
    change(store, lambda s: tasks.save_task(s, task))
    assert tasks.load_task(store, task_id) == task
    assert [row.tasks for row in queries.plan_rows(store)] == [1, 1]
    assert queries.task_rows(store, plan_id=first)[0].keys == (21, 12)
    assert queries.task_rows(store, plan_id=second)[0].keys == (21,)  # its own measure


def test_saving_an_unchanged_task_writes_nothing(store):
    (task_id,) = keep_tasks(store, keep_plan(store), 1)
    label = store.undo_label
    change(store, lambda s: tasks.save_task(s, tasks.load_task(s, task_id)))
    assert store.undo_label == label


def test_deleted_tasks_take_their_log_along(store):
    _, ids = fill(store)
    change(store, lambda s: tasks.delete_tasks(s, ids))
    empty = ("task", "task_source", "assignment", "task_target", "rewording", "progress_entry")
    assert [len(dump(store)[table]) for table in empty] == [0] * 6


def test_the_log_of_a_task_is_read_in_the_order_of_days(store):
    plan_id = keep_plan(store)
    task_id, other = keep_tasks(store, plan_id)
    late = ProgressEntry(task_id, "市甲局", DAY, 60, "后", NOW + timedelta(microseconds=5))
    early = ProgressEntry(task_id, "市乙局", DAY - timedelta(days=3), 10, "前")
    elsewhere = ProgressEntry(other, "市乙局", DAY, 99, "别的任务")
    for entry in (late, early, elsewhere):
        change(store, lambda s, e=entry: tasks.add_entry(s, e))
    first, second = tasks.load_entries(store, task_id)
    assert (first.note, first.recorded_at) == ("前", NOW)
    assert replace(second, id=None) == late


def test_a_directory_comes_back_in_the_order_of_protocol(store):
    change(store, lambda s: units.save_directory(s, DIRECTORY))
    loaded = units.load_directory(store)
    assert loaded == DIRECTORY


def test_a_new_directory_takes_the_place_of_the_old(store):
    change(store, lambda s: units.save_directory(s, DIRECTORY))
    small = Directory((Unit("x", "新局", DIRECTORY.units[0].level),), place=Place("甲省", "乙市"))
    change(store, lambda s: units.save_directory(s, small))
    assert units.load_directory(store) == small
    assert store.rows("SELECT count(*) FROM group_member") == [(0,)]


def test_no_directory_is_an_empty_one(store):
    assert units.load_directory(store) == Directory(())


def test_a_unit_is_added_changed_and_taken_out(store):
    change(store, lambda s: units.save_directory(s, DIRECTORY))
    group = DIRECTORY.units[2]
    smaller = replace(group, name="成员单位", members=("city.a",), active_until=date(2027, 1, 1))
    change(store, lambda s: units.save_unit(s, smaller))
    assert units.load_units(store)[2] == smaller
    fresh = replace(DIRECTORY.units[0], id="city.new", name="市新局", order=20)
    change(store, lambda s: units.save_unit(s, fresh))
    change(store, lambda s: units.delete_unit(s, "city.a"))
    loaded = units.load_directory(store)
    assert [unit.id for unit in loaded.units] == ["city.b", "city.all", "city.new"]
    assert (loaded.aliases, loaded.units[1].members) == ((), ())


def test_another_name_is_kept_once(store):
    change(store, lambda s: units.save_alias(s, Alias("旧名", "city.a")))
    label = store.undo_label
    with store.step("再加", NOW):
        units.save_alias(store, Alias("旧名", "city.a"))
    assert (units.load_directory(store).aliases, store.undo_label) == (
        (Alias("旧名", "city.a"),),
        label,
    )


def test_another_name_is_taken_out_of_one_unit_alone(store):
    change(store, lambda s: units.save_directory(s, DIRECTORY))
    change(store, lambda s: units.save_alias(s, Alias("甲局", "city.b")))
    change(store, lambda s: units.delete_alias(s, Alias("甲局", "city.a")))
    names = [(alias.name, alias.unit_id) for alias in units.load_directory(store).aliases]
    assert names == [("老甲局", "city.a"), ("甲局", "city.b")]


def test_settings_have_defaults_and_can_be_changed(store):
    assert (settings.get(store, "city"), settings.get(store, "due_soon_days", "14")) == ("", "14")
    change(store, lambda s: settings.put(s, "city", "甲市"))
    change(store, lambda s: settings.put(s, "city", "乙市"))
    assert settings.get(store, "city", "没有") == "乙市"


def test_parts_are_written_field_by_field():
    assert columns_of(Rewording("a", "b"), "after") == {"before": "a"}
    entry = ProgressEntry(1, "u", DAY, 5, "n", NOW)
    assert columns_of(entry, "id", "task_id", "unit", "percent", "note", "period") == {
        "on": "2026-06-30",
        "recorded_at": "2026-06-30T09:00:30.000000+00:00",
    }


@pytest.mark.parametrize("wrong", [{"percent": "much"}, {"unit": None}, {"extra": 1}])
def test_the_tables_take_only_what_belongs_there(store, wrong):
    _, ids = fill(store)
    row = {
        "task_id": ids[0],
        "unit": "u",
        "reported_on": "2026-01-01",
        "percent": 1,
        "note": "",
        "recorded_at": "",
    }
    before = dump(store)
    with (
        pytest.raises(Exception, match=r"NOT NULL|cannot store|no column"),
        store.step("错", NOW),
    ):
        store.insert("progress_entry", [row | wrong])
    assert dump(store) == before
