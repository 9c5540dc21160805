"""Issuing freezes the list; what is changed later is allowed, kept and explained."""

from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import selection, splitting, versioning
from shuangda_desktop.services.reading import importing
from shuangda_desktop.store import versions
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.model import Assignment, Status
from shuangda_desktop.tasks.rounds.snapshots import Kind
from shuangda_desktop.tasks.rounds.versions import VersionKind, digest_of


@pytest.fixture
def issued(store, plan_id, task_ids, now):
    """The three tasks confirmed and issued; the third is none of the city's."""
    splitting.accept(store, task_ids, now)
    return versioning.issue(store, plan_id, now, " 临双打办〔2026〕5号 ")


def told(store, plan_id):
    return [
        (a.task_id, a.title, a.before, a.after, a.reason)
        for a in versions.load_adjustments(store, plan_id)
    ]


def test_an_issued_version_holds_what_went_out(store, plan_id, task_ids, issued, now):
    lines = versions.load_lines(store, issued.id)
    assert [line.label for line in lines] == ["1 检查商店", "2 查处食品"]
    assert issued.digest == digest_of(lines)
    assert (issued.kind, issued.number, issued.note) == (
        VersionKind.ISSUED,
        1,
        "临双打办〔2026〕5号",
    )
    assert versions.load_versions(store, plan_id) == (issued,)
    assert versions.load_version(store, issued.id) == issued
    assert issued.made_at == now


def test_nothing_is_issued_before_it_is_confirmed(store, plan_id, task_ids, now, dump):
    before = dump()
    with pytest.raises(RuleError, match="还有3项任务没有确认"):
        versioning.issue(store, plan_id, now)
    assert dump() == before


def test_a_list_without_tasks_is_not_issued(store, plan_id, now):
    with pytest.raises(RuleError, match="还没有本市的任务"):
        versioning.issue(store, plan_id, now)


def test_the_same_list_is_not_issued_twice(store, plan_id, task_ids, issued, now):
    with pytest.raises(RuleError, match="和印发稿第1版完全一样"):
        versioning.issue(store, plan_id, now)
    splitting.change_task(store, task_ids[0], now, title="检查店铺")
    assert versioning.issue(store, plan_id, now).number == 2


def test_a_later_change_is_kept_with_what_it_was(store, plan_id, task_ids, issued, now):
    splitting.change_task(store, task_ids[0], now, due_on=date(2026, 9, 30))
    assert told(store, plan_id) == [(task_ids[0], "完成时限", "2026-06-30", "2026-09-30", "")]
    splitting.change_task(store, task_ids[0], now, due_on=date(2026, 6, 30))
    assert told(store, plan_id) == []


def test_bulk_changes_and_new_tasks_are_kept_too(store, plan_id, task_ids, issued, now):
    selection.add_unit(store, task_ids[:2], "市教育局", Role.COOPERATING, now)
    new_id = splitting.split_task(store, task_ids[1], 4, now)
    found = versions.load_adjustments(store, plan_id)
    assert [(a.task_id, a.kind, a.title) for a in found] == [
        (task_ids[0], Kind.CHANGED, "配合单位"),
        (task_ids[1], Kind.CHANGED, "配合单位"),
        (task_ids[1], Kind.CHANGED, "措施"),
        (new_id, Kind.ADDED, ""),
    ]
    splitting.merge_tasks(store, [task_ids[1], new_id], now)
    assert [a.task_id for a in versions.load_adjustments(store, plan_id)] == task_ids[:2]


def test_leaving_a_task_out_takes_its_reason_along(store, plan_id, task_ids, issued, now):
    splitting.drop_tasks(store, [task_ids[1]], "改由省级办理", now)
    (found,) = versions.load_adjustments(store, plan_id)
    assert (found.kind, found.reason, found.is_pending) == (Kind.REMOVED, "改由省级办理", False)
    splitting.restore_tasks(store, [task_ids[1]], now)
    assert told(store, plan_id) == []


def test_a_reason_is_kept_until_the_value_changes_again(store, plan_id, task_ids, issued, now):
    splitting.change_task(store, task_ids[0], now, title="检查店铺")
    (found,) = versions.load_adjustments(store, plan_id)
    assert found.is_pending
    versioning.give_reason(store, [found.id], " 按上级要求改名 ", now)
    (found,) = versions.load_adjustments(store, plan_id)
    assert (found.reason, found.is_pending) == ("按上级要求改名", False)
    assert store.undo_label == "填写1处调整的理由"
    splitting.change_task(store, task_ids[0], now, title="检查各类店铺")
    (found,) = versions.load_adjustments(store, plan_id)
    assert (found.reason, found.is_pending) == ("按上级要求改名", True)


def test_an_empty_reason_is_refused_and_none_is_no_step(store, issued, now):
    with pytest.raises(RuleError, match="不能空着"):
        versioning.give_reason(store, [1], " ", now)
    label = store.undo_label
    versioning.give_reason(store, [], "说明", now)
    assert store.undo_label == label


def test_a_new_version_begins_without_adjustments_and_the_old_ones_stay(
    store, plan_id, task_ids, issued, now
):
    splitting.change_task(store, task_ids[0], now, title="检查店铺")
    second = versioning.issue(store, plan_id, now)
    splitting.change_task(store, task_ids[0], now, title="检查商铺")
    found = versions.load_adjustments(store, plan_id)
    assert [(a.version_id, a.before, a.after) for a in found] == [
        (second.id, "检查店铺", "检查商铺"),
        (issued.id, "检查商店", "检查店铺"),
    ]


def test_versions_are_compared_field_by_field(store, plan_id, task_ids, issued, now):
    splitting.change_task(store, task_ids[0], now, title="检查店铺")
    second = versioning.issue(store, plan_id, now)
    splitting.set_units(store, task_ids[1], [Assignment("市商务局", Role.LEAD)], now)
    between = versioning.compare(store, issued.id, second.id, plan_id)
    assert [(c.title, c.before, c.after) for c in between] == [("任务", "检查商店", "检查店铺")]
    since = versioning.compare(store, issued.id, None, plan_id)
    assert [c.title for c in since] == ["任务", "牵头单位", "责任单位"]


def test_a_number_is_written_beside_a_version(store, plan_id, issued, now):
    versioning.set_note(store, issued.id, "临双打办〔2026〕6号", now)
    assert versions.load_version(store, issued.id).note == "临双打办〔2026〕6号"
    assert store.undo_label == "填写印发稿第1版的文号"
    versioning.set_note(store, issued.id, "临双打办〔2026〕6号", now)
    store.undo()
    assert versions.load_version(store, issued.id).note == "临双打办〔2026〕5号"


def test_issuing_and_adjusting_are_undone_to_the_last_row(
    store, plan_id, task_ids, issued, now, dump
):
    before = dump()
    splitting.change_task(store, task_ids[0], now, title="检查店铺")
    after = dump()
    store.undo()
    assert dump() == before
    store.redo()
    assert dump() == after
    assert load_task(store, task_ids[0]).title == "检查店铺"


def test_versions_go_over_to_a_new_edition_and_go_with_their_plan(
    store, plan_id, task_ids, issued, now
):
    draft = importing.read_pasted("一、管好市场\n检查集镇商店。（省公安厅负责）", "新版")
    new_id = importing.keep_plan(store, draft, now, plan_id)
    assert [v.id for v in versions.load_versions(store, new_id)] == [issued.id]
    importing.remove_plan(store, new_id, now)
    assert store.rows("SELECT count(*) FROM version_task")[0][0] == 0


def test_a_first_draft_and_an_issued_version_are_numbered_apart(store, plan_id, task_ids, now):
    splitting.accept(store, task_ids, now)
    with store.step("征求意见", now):
        versions.add_version(store, plan_id, VersionKind.CONSULTED, ())
    assert versioning.issue(store, plan_id, now).name == "印发稿第1版"
    assert load_task(store, task_ids[0]).id == task_ids[0]


def test_with_the_list_its_drafts_are_issued_and_undone_in_one_step(store, plan_id, now):
    directory.set_up_city(store, "云泽省", "临江市", now)
    ids = splitting.divide(store, plan_id, now)
    splitting.accept(store, ids, now)
    assert {load_task(store, i).status for i in ids} == {Status.DRAFT}
    versioning.issue(store, plan_id, now)
    ours = [i for i in ids if not load_task(store, i).dropped_reason]
    assert {load_task(store, i).status for i in ours} == {Status.NOT_STARTED}
    store.undo()
    assert {load_task(store, i).status for i in ids} == {Status.DRAFT}
