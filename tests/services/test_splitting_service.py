"""Dividing: from measures to the city's tasks, and every change that the clerk makes to them."""

import json
from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.errors import RuleError, StoreError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.dividing.ordering import tasks_of, woven
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.tasks.model import Assignment, Basis, ProgressEntry, Task
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit, UnitKind


def titles(store, plan_id):
    return [(task.number, task.title) for task in tasks_of(store, plan_id)]


def describe(assignments):
    return [(a.unit, a.role.value, a.basis.value) for a in assignments]


@pytest.fixture
def city(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)


def test_dividing_gives_every_measure_a_task(store, plan_id, city, now, draft):
    ids = splitting.divide(store, plan_id, now)
    made = [tasks.load_task(store, task_id) for task_id in ids]
    assert {task.measure_key for task in made} == {m.key for m in draft.plan.measures}
    assert store.undo_label == "分解《示例省工作要点》"


def test_dividing_proposes_the_citys_own_unit_with_the_way_to_it(store, plan_id, city, now):
    first = tasks.load_task(store, splitting.divide(store, plan_id, now)[0])
    (police,) = first.assignments
    assert (police.unit, police.source_unit, police.basis) == (
        "市公安局",
        "省公安厅",
        Basis.PROPOSED,
    )
    assert police.reason


def test_a_proposal_alone_keeps_nothing(store, plan_id, city, dump):
    before = dump()
    assert len(splitting.propose(store, plan_id)) == 3
    assert dump() == before


def test_dividing_again_changes_nothing(store, plan_id, city, now, dump, heard):
    splitting.divide(store, plan_id, now)
    before, label = dump(), store.undo_label
    heard.clear()
    assert splitting.divide(store, plan_id, now) == []
    assert (dump(), store.undo_label, heard) == (before, label, [])


def test_dividing_again_fills_only_the_gap_and_touches_no_decision(store, plan_id, city, now):
    first, second, third = splitting.divide(store, plan_id, now)
    splitting.change_task(store, first, now, title="改过的标题")
    with store.step("去掉", now):
        tasks.delete_tasks(store, [second])
    (fresh,) = splitting.divide(store, plan_id, now)
    assert [t.id for t in tasks_of(store, plan_id)] == [first, fresh, third]
    assert [t.number for t in tasks_of(store, plan_id)] == [1, 2, 3]
    assert tasks.load_task(store, first).title == "改过的标题"
    assert tasks.load_task(store, fresh).assignments == ()


def test_a_dropped_task_is_not_proposed_again(store, plan_id, city, now):
    ids = splitting.divide(store, plan_id, now)
    splitting.drop_tasks(store, [ids[0]], "由省级办理", now)
    assert splitting.divide(store, plan_id, now) == []


def test_dividing_without_a_city_says_what_to_do(store, plan_id, now):
    with pytest.raises(RuleError, match=r"还没有设置本市.*单位.*shuangda setup"):
        splitting.divide(store, plan_id, now)


def test_dividing_what_is_gone_is_refused(store, city, now):
    with pytest.raises(StoreError):
        splitting.divide(store, 99, now)


def test_fresh_tasks_stand_after_the_measure_before_theirs():
    def task(key: int, number: int) -> Task:
        return Task(1, key, number, str(key), "")

    # the clerk moved 30 to the front: that order stays
    mixed = woven([task(30, 1), task(10, 2), task(20, 3)], [task(5, 1), task(15, 2), task(40, 3)])
    assert [t.measure_key for t in mixed] == [5, 30, 10, 15, 20, 40]


def test_accepting_turns_what_was_proposed_into_what_was_decided(store, task_ids, now):
    splitting.accept(store, task_ids[:1], now)
    task = tasks.load_task(store, task_ids[0])
    assert describe(task.assignments) == [
        ("市公安局", "lead", "decided"),
        ("市商务局", "cooperating", "stated"),
    ]
    assert task.due_basis is Basis.DECIDED
    assert store.undo_label == "确认任务1“检查商店”"


def test_accepting_a_task_that_is_not_ours_drops_it_with_the_proposed_reason(store, task_ids, now):
    splitting.accept(store, task_ids, now)
    assert tasks.load_task(store, task_ids[2]).dropped_reason == "由省级办理"
    assert [row.task_id for row in queries.task_rows(store)] == task_ids[:2]
    assert store.undo_label == "确认3项任务"


def test_accepting_nothing_is_no_step(store, task_ids, now):
    label = store.undo_label
    splitting.accept(store, [], now)
    assert store.undo_label == label


def test_changes_are_kept_and_named(store, task_ids, now):
    splitting.change_task(store, task_ids[0], now, title=" 检查集镇 ", text="检查全市集镇。")
    task = tasks.load_task(store, task_ids[0])
    assert (task.title, task.text) == ("检查集镇", "检查全市集镇。")
    assert store.undo_label == "修改任务1“检查商店”的标题、内容"


def test_a_deadline_that_the_clerk_sets_is_decided(store, task_ids, now):
    splitting.change_task(store, task_ids[0], now, due_on=date(2026, 9, 30), due_text="9月底前")
    task = tasks.load_task(store, task_ids[0])
    assert (task.due_on, task.due_basis, task.due_text) == (
        date(2026, 9, 30),
        Basis.DECIDED,
        "9月底前",
    )
    assert store.undo_label == "修改任务1“检查商店”的时限"


def test_another_day_takes_the_sources_phrase_away_and_the_same_day_keeps_it(store, task_ids, now):
    splitting.change_task(store, task_ids[0], now, due_text="6月底前")
    splitting.change_task(store, task_ids[0], now, due_on=date(2026, 6, 30))
    assert tasks.load_task(store, task_ids[0]).due_text == "6月底前"
    splitting.change_task(store, task_ids[0], now, due_on=None)
    task = tasks.load_task(store, task_ids[0])
    assert (task.due_on, task.due_text, task.due_basis) == (None, "", Basis.DECIDED)


def test_a_change_to_the_same_value_is_no_step(store, task_ids, now):
    label = store.undo_label
    splitting.change_task(store, task_ids[0], now, title="检查商店", recurrence="")
    assert store.undo_label == label


def test_a_task_without_title_or_text_is_refused(store, task_ids, now, dump):
    before = dump()
    with pytest.raises(RuleError, match="标题不能空着"):
        splitting.change_task(store, task_ids[0], now, title=" ")
    with pytest.raises(RuleError, match="内容不能空着"):
        splitting.change_task(store, task_ids[0], now, text="")
    assert dump() == before


def test_units_that_stay_keep_their_id_and_reason(store, task_ids, now):
    police, commerce = tasks.load_task(store, task_ids[0]).assignments
    given = (
        replace(commerce, role=Role.LEAD),
        Assignment("市公安局", Role.LEAD),
        Assignment("市教育局", Role.COOPERATING),
    )
    splitting.set_units(store, task_ids[0], given, now)
    after = tasks.load_task(store, task_ids[0]).assignments
    assert describe(after) == [
        ("市商务局", "lead", "decided"),
        ("市公安局", "lead", "proposed"),
        ("市教育局", "cooperating", "decided"),
    ]
    assert [a.id for a in after[:2]] == [commerce.id, police.id]
    assert after[1].reason == "对口单位"
    assert store.undo_label == "调整任务1“检查商店”的牵头单位、配合单位"


def test_confirming_one_unit_leaves_the_others_as_they_were(store, task_ids, now):
    police, commerce = tasks.load_task(store, task_ids[0]).assignments
    decided = replace(police, basis=Basis.DECIDED)
    splitting.set_units(store, task_ids[0], (decided, commerce), now)
    assert tasks.load_task(store, task_ids[0]).assignments == (decided, commerce)
    assert store.undo_label == "调整任务1“检查商店”的单位"


def test_one_unit_may_have_two_parts_of_different_scope(store, task_ids, now):
    given = [
        Assignment("市公安局", Role.LEAD, scope="食品"),
        Assignment("市公安局", Role.COOPERATING, scope="药品"),
    ]
    splitting.set_units(store, task_ids[0], given, now)
    after = tasks.load_task(store, task_ids[0]).assignments
    assert [(a.role, a.scope) for a in after] == [(Role.LEAD, "食品"), (Role.COOPERATING, "药品")]
    assert len({a.id for a in after}) == 2


def test_the_same_units_again_are_no_step(store, task_ids, now):
    label = store.undo_label
    splitting.set_units(store, task_ids[0], tasks.load_task(store, task_ids[0]).assignments, now)
    assert store.undo_label == label


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([Assignment(" ", Role.LEAD)], "没有名称"),
        ([Assignment("市公安局", Role.LEAD), Assignment("市公安局", Role.COOPERATING)], "出现两次"),
    ],
)
def test_units_that_contradict_are_refused(store, task_ids, now, dump, given, said):
    before = dump()
    with pytest.raises(RuleError, match=said):
        splitting.set_units(store, task_ids[0], given, now)
    assert dump() == before


def test_a_split_copies_the_units_and_stands_behind(store, plan_id, task_ids, now):
    new_id = splitting.split_task(store, task_ids[0], 7, now)
    ordered = tasks_of(store, plan_id)
    assert [t.id for t in ordered] == [task_ids[0], new_id, *task_ids[1:]]
    assert [t.number for t in ordered] == [1, 2, 3, -3]
    first, second = ordered[:2]
    assert (first.text, second.text) == ("检查集镇商店。", "每季度通报。")
    assert describe(first.assignments) == describe(second.assignments)
    assert {a.id for a in first.assignments} & {a.id for a in second.assignments} == set()


@pytest.mark.parametrize("offset", [-1, 0, 13, 99])
def test_a_split_at_the_edge_is_refused(store, task_ids, now, offset):
    with pytest.raises(RuleError, match="不在任务文字的中间"):
        splitting.split_task(store, task_ids[0], offset, now)


def test_a_merge_keeps_the_first_and_closes_the_gap(store, plan_id, task_ids, now):
    kept = splitting.merge_tasks(store, [task_ids[1], task_ids[0]], now)
    assert kept == task_ids[0]
    assert titles(store, plan_id) == [(1, "检查商店"), (-1, "核对台账")]
    merged = tasks.load_task(store, kept)
    assert [a.unit for a in merged.assignments] == ["市公安局", "市市场监管局", "市商务局"]
    assert "查处仿冒食品。" in merged.text


def test_both_measures_of_a_merged_task_stay_covered(store, plan_id, city, now, draft):
    first, second, _ = splitting.divide(store, plan_id, now)
    splitting.merge_tasks(store, [first, second], now)
    assert splitting.divide(store, plan_id, now) == []
    one, two = draft.plan.measures[:2]
    row = queries.task_rows(store, plan_id=plan_id)[0]
    assert row.keys == tasks.load_task(store, first).keys == (one.key, two.key)
    assert row.source_text + row.clause == f"{one.text}{one.clause}\n{two.text}"
    assert queries.plan_rows(store)[0].tasks == 2


def test_a_merged_task_is_cut_saved_and_merged_again_with_all_its_measures(
    store, plan_id, city, now
):
    first, second, third = splitting.divide(store, plan_id, now)
    splitting.merge_tasks(store, [first, second], now)
    fresh = splitting.split_task(store, first, 3, now)
    splitting.merge_tasks(store, [fresh, third], now)
    assert splitting.divide(store, plan_id, now) == []
    kept = tasks.load_task(store, fresh)
    splitting.change_task(store, fresh, now, title="合并后的任务")
    assert tasks.load_task(store, fresh).keys == kept.keys
    assert len(kept.keys) == 3


def test_what_was_merged_and_removed_is_proposed_again(store, plan_id, city, now):
    first, second, _ = splitting.divide(store, plan_id, now)
    splitting.merge_tasks(store, [first, second], now)
    with store.step("去掉", now):
        tasks.delete_tasks(store, [first])
    assert len(splitting.divide(store, plan_id, now)) == 2


def test_a_merge_that_would_lose_a_log_is_refused(store, task_ids, now, today, dump):
    entry = ProgressEntry(task_ids[1], "市市场监管局", today, 20, "已检查")
    tracking.record_progress(store, entry, now)
    before = dump()
    with pytest.raises(RuleError, match="已经有进展记录"):
        splitting.merge_tasks(store, task_ids[:2], now)
    assert dump() == before


def test_one_task_is_no_merge(store, task_ids, now):
    with pytest.raises(RuleError, match="至少要选两项"):
        splitting.merge_tasks(store, [task_ids[0], task_ids[0]], now)


def test_tasks_of_two_plans_are_no_merge(store, draft, task_ids, now):
    from shuangda_desktop.store.plans import save_plan

    with store.step("另一份", now):
        other = save_plan(store, draft.source, draft.text, draft.plan, now.date())
        (stranger,) = tasks.add_tasks(store, [Task(other, 1, 1, "别处", "别处的事。")])
    with pytest.raises(RuleError, match="不同的文件"):
        splitting.merge_tasks(store, [task_ids[0], stranger], now)


def test_dropping_needs_a_reason(store, task_ids, now):
    with pytest.raises(RuleError, match="写明理由"):
        splitting.drop_tasks(store, [task_ids[0]], "  ", now)
    splitting.drop_tasks(store, [task_ids[0]], " 由省级办理 ", now)
    assert tasks.load_task(store, task_ids[0]).dropped_reason == "由省级办理"


def test_a_dropped_task_comes_back_as_ours(store, task_ids, now):
    splitting.drop_tasks(store, [task_ids[2]], "由省级办理", now)
    splitting.restore_tasks(store, [task_ids[2]], now)
    task = tasks.load_task(store, task_ids[2])
    assert (task.dropped_reason, task.applicable) == ("", True)


@pytest.mark.parametrize(
    ("position", "order"),
    [(1, [3, 1, 2]), (2, [1, 3, 2]), (3, [1, 2, 3]), (99, [1, 2, 3]), (-4, [3, 1, 2])],
)
def test_a_moved_task_takes_its_place_and_the_numbers_follow(
    store, plan_id, task_ids, now, position, order
):
    splitting.restore_tasks(store, task_ids, now)
    splitting.move_task(store, task_ids[2], position, now)
    assert [t.id for t in tasks_of(store, plan_id)] == [task_ids[n - 1] for n in order]
    assert [t.number for t in tasks_of(store, plan_id)] == [1, 2, 3]


ACTIONS = {
    "accept": lambda s, ids, now: splitting.accept(s, ids, now),
    "change": lambda s, ids, now: splitting.change_task(s, ids[0], now, title="新", due_on=None),
    "units": lambda s, ids, now: splitting.set_units(
        s, ids[0], [Assignment("市教育局", Role.LEAD)], now
    ),
    "split": lambda s, ids, now: splitting.split_task(s, ids[0], 7, now),
    "merge": lambda s, ids, now: splitting.merge_tasks(s, ids[:2], now),
    "drop": lambda s, ids, now: splitting.drop_tasks(s, [ids[0]], "由省级办理", now),
    "restore": lambda s, ids, now: splitting.restore_tasks(s, [ids[2]], now),
    "move": lambda s, ids, now: splitting.move_task(s, ids[2], 1, now),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_undo_gives_the_very_same_database_and_redo_the_change(
    store, task_ids, now, dump, heard, action
):
    before = dump()
    ACTIONS[action](store, task_ids, now)
    after = dump()
    assert after != before
    assert "task" in heard[-1] or "assignment" in heard[-1]
    assert len(heard) == 1  # one action, one step, one notice
    store.undo()
    assert dump() == before
    store.redo()
    assert dump() == after


def test_a_task_of_all_counties_is_divided_by_county_and_back(
    store, plan_id, task_ids, city, now, dump
):
    for number, name in enumerate(("东岭县", "西川区"), 1):
        unit = Unit(f"own.{number}", f"{name}人民政府", Level.COUNTY, UnitKind.GOVERNMENT)
        directory.add_unit(store, unit, now)
    with pytest.raises(RuleError, match="不能按县区分解"):
        splitting.divide_by_county(store, task_ids[1], now)
    splitting.set_units(
        store, task_ids[1], [Assignment("各县\uff08市、区\uff09人民政府", Role.LEAD)], now
    )
    before = dump()
    ids = splitting.divide_by_county(store, task_ids[1], now)
    assert ids[0] == task_ids[1]
    assert [(n, t[-8:-1]) for n, t in titles(store, plan_id)[1:3]] == [
        (2, "东岭县人民政府"),
        (3, "西川区人民政府"),
    ]
    assert titles(store, plan_id)[3][0] == -3
    store.undo()
    assert dump() == before


def test_a_task_that_keeps_its_number_is_not_written(store, task_ids, now):
    splitting.restore_tasks(store, task_ids, now)
    splitting.move_task(store, task_ids[1], 1, now)
    moved = {json.loads(r.new)["ids"] for r in queries.audit_rows(store, 9) if "移动" in r.action}
    assert moved == {str(task_ids[0]), str(task_ids[1])}
