"""The numbers of a plan's tasks through everything that is done to them, before and after issuing."""

from datetime import timedelta

import pytest

from shuangda_desktop.services.dividing import fixing, splitting, versioning
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.versions import load_adjustments
from shuangda_desktop.tasks.checks.findings import Fix, NewNumbers
from shuangda_desktop.tasks.rounds.snapshots import Kind
from shuangda_desktop.tasks.rounds.versions import NUMBER

WHY = "由省级办理"


def numbers(store, plan_id):
    """The numbers by the titles' first characters, in the order of the list."""
    return [(task.title[0], task.number) for task in tasks_of(store, plan_id)]


@pytest.fixture
def issued(store, plan_id, task_ids, now):
    splitting.restore_tasks(store, task_ids, now)
    splitting.accept(store, task_ids, now)
    return versioning.issue(store, plan_id, now)


def test_a_task_that_does_not_apply_holds_no_number(store, plan_id, task_ids, now, dump):
    splitting.restore_tasks(store, task_ids, now)
    before = dump()
    splitting.drop_tasks(store, task_ids[:1], WHY, now)
    assert numbers(store, plan_id) == [("检", 0), ("查", 1), ("核", 2)]
    splitting.drop_tasks(store, task_ids[1:2], WHY, now)
    assert numbers(store, plan_id) == [("检", 0), ("查", 0), ("核", 1)]
    splitting.restore_tasks(store, task_ids[:2], now)
    assert numbers(store, plan_id) == [("检", 1), ("查", 2), ("核", 3)]
    assert dump() == before
    rows = queries.task_rows(store, plan_id=plan_id)
    assert [row.number for row in rows] == [1, 2, 3]


def test_proposed_tasks_that_stay_above_hold_none_either(store, plan_id, task_ids):
    given = {t.number for t in tasks_of(store, plan_id) if not t.is_city_s}
    assert all(number < 1 for number in given)


def test_two_tasks_without_a_number_keep_their_order(store, plan_id, task_ids, now):
    splitting.restore_tasks(store, task_ids, now)
    splitting.drop_tasks(store, task_ids[1:], WHY, now)
    assert numbers(store, plan_id) == [("检", 1), ("查", -1), ("核", -1)]
    splitting.restore_tasks(store, task_ids[2:], now)
    assert numbers(store, plan_id) == [("检", 1), ("查", -1), ("核", 2)]


def test_several_are_left_out_in_one_step(store, plan_id, task_ids, now):
    splitting.drop_tasks(store, task_ids[:2], WHY, now)
    assert store.undo_label == "不分解2项任务"
    splitting.restore_tasks(store, task_ids[:2], now)
    assert store.undo_label == "恢复2项任务"


def test_an_issued_number_stays_when_its_neighbour_is_left_out(
    store, plan_id, task_ids, issued, now
):
    splitting.drop_tasks(store, task_ids[1:2], WHY, now)
    assert numbers(store, plan_id) == [("检", 1), ("查", 2), ("核", 3)]
    rows = queries.task_rows(store, plan_id=plan_id)
    assert [row.number for row in rows] == [1, 3]
    splitting.restore_tasks(store, task_ids[1:2], now)
    assert numbers(store, plan_id) == [("检", 1), ("查", 2), ("核", 3)]


def test_after_issuing_a_new_task_gets_the_next_number(store, plan_id, task_ids, issued, now):
    fresh = splitting.split_task(store, task_ids[0], 7, now)
    assert tasks.load_task(store, fresh).number == 4
    (added,) = (a for a in load_adjustments(store, plan_id) if a.kind is Kind.ADDED)
    assert added.label == "4 每季度通报"
    assert [number for _, number in numbers(store, plan_id)] == [1, 2, 3, 4]
    splitting.drop_tasks(store, [fresh], WHY, now)  # it was never issued, and holds none now
    assert [number for _, number in numbers(store, plan_id)] == [1, 2, 3, -3]


def test_the_number_of_an_issued_task_that_was_merged_is_never_given_again(
    store, plan_id, task_ids, issued, now
):
    splitting.merge_tasks(store, task_ids[1:], now)
    assert numbers(store, plan_id) == [("检", 1), ("查", 2)]
    fresh = splitting.split_task(store, task_ids[0], 7, now)
    assert tasks.load_task(store, fresh).number == 4
    assert fixing.fix(store, plan_id, [Fix("重新编号", (NewNumbers(),))], now) == 1
    assert [number for _, number in numbers(store, plan_id)] == [1, 2, 4]


def test_only_the_clerk_who_moves_an_issued_task_changes_numbers(
    store, plan_id, task_ids, issued, now, dump
):
    splitting.drop_tasks(store, task_ids[1:2], WHY, now)
    before = dump()
    splitting.move_task(store, task_ids[2], 1, now)
    assert store.undo_label == "移动任务3“核对台账”到第1位"
    assert numbers(store, plan_id) == [("核", 1), ("查", 2), ("检", 3)]
    store.undo()
    assert dump() == before


def told_moves(store, plan_id):
    """The adjustments of numbers: whose, from which, to which, whether a reason is wanted."""
    return [
        (a.label, a.before, a.after, a.is_pending)
        for a in load_adjustments(store, plan_id)
        if a.title == NUMBER
    ]


def test_an_issued_task_that_is_moved_is_an_adjustment_and_so_are_those_it_passes(
    store, plan_id, task_ids, issued, now, dump
):
    before = dump()
    splitting.move_task(store, task_ids[2], 1, now)
    assert told_moves(store, plan_id) == [
        ("1 核对台账", "3", "1", True),
        ("2 检查商店", "1", "2", True),
        ("3 查处食品", "2", "3", True),
    ]
    found = [a.id for a in load_adjustments(store, plan_id)]
    versioning.give_reason(store, found, "按主次重排", now)
    assert not any(pending for *_, pending in told_moves(store, plan_id))
    later = now + timedelta(days=1)
    splitting.move_task(store, task_ids[2], 2, later)  # another place: its reason is asked anew
    assert told_moves(store, plan_id) == [
        ("3 查处食品", "2", "3", False),
        ("2 核对台账", "3", "2", True),
    ]
    changes = versioning.compare(store, issued.id, None, plan_id)
    assert [(c.title, c.before, c.after) for c in changes] == [
        ("序号", "3", "2"),
        ("序号", "2", "3"),
    ]
    splitting.move_task(store, task_ids[2], 3, later)
    assert told_moves(store, plan_id) == []
    for _ in range(4):
        store.undo()
    assert dump() == before


def test_numbers_of_a_draft_are_none(store, plan_id, task_ids, now):
    splitting.move_task(store, task_ids[1], 1, now)
    assert load_adjustments(store, plan_id) == ()


def test_a_task_without_a_number_moves_among_the_others(store, plan_id, task_ids, now):
    splitting.restore_tasks(store, task_ids, now)
    splitting.drop_tasks(store, task_ids[:1], WHY, now)
    splitting.move_task(store, task_ids[0], 2, now)
    assert numbers(store, plan_id) == [("查", 1), ("检", -1), ("核", 2)]
    splitting.move_task(store, task_ids[1], 99, now)
    assert numbers(store, plan_id) == [("检", 0), ("核", 1), ("查", 2)]
    assert tasks.load_task(store, task_ids[0]).number == 0


def test_a_file_of_an_older_release_is_numbered_anew_at_the_next_change(
    store, plan_id, task_ids, now
):
    splitting.restore_tasks(store, task_ids, now)
    splitting.drop_tasks(store, task_ids[1:2], WHY, now)
    with store.step("旧版", now):  # there a task that did not apply held a number
        store.execute("UPDATE task SET number = 2 WHERE id = ?", [task_ids[1]])
        store.execute("UPDATE task SET number = 3 WHERE id = ?", [task_ids[2]])
    splitting.move_task(store, task_ids[0], 1, now)
    assert numbers(store, plan_id) == [("检", 1), ("查", -1), ("核", 2)]
