"""Tracking: what units report, and where it takes a task."""

from dataclasses import replace
from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import moves, queries, settings, tasks
from shuangda_desktop.tasks.model import Assignment, ProgressEntry, Status


def report(store, task_id, now, percent, unit="市公安局", on=None, note="已检查"):
    entry = ProgressEntry(task_id, unit, on or now.date(), percent, note)
    return tracking.record_progress(store, entry, now)


def status(store, task_id):
    return tasks.load_task(store, task_id).status


def test_an_entry_is_kept_with_the_time_of_recording(store, task_ids, now):
    entry_id = report(store, task_ids[0], now, 40, note=" 已检查20家 ", on=date(2026, 3, 1))
    (entry,) = tasks.load_entries(store, task_ids[0])
    assert entry == ProgressEntry(
        task_ids[0], "市公安局", date(2026, 3, 1), 40, "已检查20家", now, entry_id
    )
    assert store.undo_label == "登记进展 任务1“检查商店”"


def test_the_first_entry_starts_the_task(store, task_ids, now):
    report(store, task_ids[0], now, 0)
    assert status(store, task_ids[0]) is Status.ONGOING


def test_the_leads_full_percentage_finishes_the_task(store, task_ids, now):
    report(store, task_ids[0], now, 100)
    assert status(store, task_ids[0]) is Status.DONE


def test_a_cooperating_unit_does_not_finish_it(store, task_ids, now):
    report(store, task_ids[0], now, 100, unit="市商务局")
    assert status(store, task_ids[0]) is Status.ONGOING
    assert queries.task_rows(store)[0].percent == 0


def test_several_leads_finish_together(store, task_ids, now):
    leads = [Assignment("市公安局", Role.LEAD), Assignment("市教育局", Role.LEAD)]
    splitting.set_units(store, task_ids[0], leads, now)
    report(store, task_ids[0], now, 100)
    assert status(store, task_ids[0]) is Status.ONGOING
    report(store, task_ids[0], now, 100, unit="市教育局")
    assert status(store, task_ids[0]) is Status.DONE


def test_a_correction_downwards_opens_the_task_again(store, task_ids, now):
    report(store, task_ids[0], now, 100)
    report(store, task_ids[0], now, 80, note="更正")
    assert status(store, task_ids[0]) is Status.ONGOING


def test_a_late_entry_for_an_earlier_day_does_not_turn_time_back(store, task_ids, now):
    report(store, task_ids[0], now, 100)
    report(store, task_ids[0], now, 30, on=date(2026, 2, 1))
    assert status(store, task_ids[0]) is Status.DONE


def test_what_is_kept_up_for_good_is_never_finished(store, task_ids, now):
    splitting.change_task(store, task_ids[0], now, recurrence="standing")
    report(store, task_ids[0], now, 100)
    assert status(store, task_ids[0]) is Status.ONGOING


def test_a_suspended_task_stays_suspended(store, task_ids, now):
    tracking.set_status(store, task_ids[0], Status.SUSPENDED, "等待省级通知", now)
    report(store, task_ids[0], now, 100)
    assert status(store, task_ids[0]) is Status.SUSPENDED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"percent": 101}, "101%不在0到100之间"),
        ({"percent": -1}, "-1%不在0到100之间"),
        ({"on": date(2026, 3, 17)}, "2026-03-17还没有到"),
        ({"unit": "市教育局"}, "“市教育局”不在任务1的单位之中.*市公安局、市商务局"),
    ],
)
def test_a_wrong_entry_is_refused_and_nothing_kept(store, task_ids, now, dump, change, said):
    before, label = dump(), store.undo_label
    entry = replace(ProgressEntry(task_ids[0], "市公安局", now.date(), 10, "已检查"), **change)
    with pytest.raises(RuleError, match=said):
        tracking.record_progress(store, entry, now)
    assert (dump(), store.undo_label) == (before, label)


def test_a_task_without_units_says_where_to_name_them(store, task_ids, now):
    with pytest.raises(RuleError, match="请先在“分解”页指定单位"):
        report(store, task_ids[2], now, 10)


def test_a_dropped_or_closed_task_takes_no_entry(store, task_ids, now):
    splitting.drop_tasks(store, [task_ids[0]], "由省级办理", now)
    with pytest.raises(RuleError, match="已列为不分解"):
        report(store, task_ids[0], now, 10)
    with store.step("销号", now):
        tasks.save_task(store, replace(tasks.load_task(store, task_ids[1]), status=Status.CLOSED))
    with pytest.raises(RuleError, match="已办结销号"):
        report(store, task_ids[1], now, 10, unit="市市场监管局")


def log(store, task_id):
    return moves.load_moves(store, [task_id]).get(task_id, ())


def test_a_status_set_by_hand_is_named_and_stands_in_the_log_of_moves(store, task_ids, now):
    with store.step("办公室", now):
        settings.put(store, "office_short_name", "市双打办")
    report(store, task_ids[0], now, 30)
    tracking.set_status(store, task_ids[0], Status.SUSPENDED, " 等待省级通知 ", now)
    move = log(store, task_ids[0])[-1]
    assert (move.who, move.on, move.reason) == ("市双打办", now.date(), "等待省级通知")
    assert (move.before, move.after) == (Status.ONGOING, Status.SUSPENDED)
    assert (move.due_before, move.recorded_at) == (date(2026, 6, 30), now)
    assert status(store, task_ids[0]) is Status.SUSPENDED
    assert store.undo_label == "暂缓任务1“检查商店”"


def test_who_moved_a_task_and_on_which_day_can_be_said(store, task_ids, now):
    day = date(2026, 3, 2)
    tracking.set_status(store, task_ids[0], Status.ONGOING, "", now, who="市公安局", on=day)
    assert [(m.who, m.on) for m in log(store, task_ids[0])] == [("市公安局", day)]
    with pytest.raises(RuleError, match=r"上一次变动在2026-03-02.这一次不能写2026-03-01"):
        tracking.set_status(store, task_ids[0], Status.DONE, "", now, on=date(2026, 3, 1))
    with pytest.raises(RuleError, match="2026-03-17还没有到"):
        tracking.set_status(store, task_ids[0], Status.DONE, "", now, on=date(2026, 3, 17))


def test_a_report_that_moves_a_task_is_a_move_of_its_unit(store, task_ids, now):
    report(store, task_ids[0], now, 30, note="")
    report(store, task_ids[0], now, 40)
    (move,) = log(store, task_ids[0])
    assert (move.who, move.reason, move.after) == ("市公安局", "报送进展30%", Status.ONGOING)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ([Status.DONE], Status.RETURNED),
        ([Status.ONGOING], Status.SUSPENDED),
        ([Status.ONGOING], Status.CARRIED),
        ([Status.DONE, Status.CLOSED], Status.ONGOING),
    ],
)
def test_a_move_back_or_aside_wants_a_reason(store, task_ids, now, path, wanted):
    for step in path:
        tracking.set_status(store, task_ids[0], step, "", now)
    with pytest.raises(RuleError, match=r"要写明原因.任务1没有改动"):
        tracking.set_status(store, task_ids[0], wanted, "  ", now)
    tracking.set_status(store, task_ids[0], wanted, "核查未通过", now)
    assert status(store, task_ids[0]) is wanted


def test_drafts_are_issued_together_and_once(store, task_ids, now):
    with store.step("草稿", now):
        for task in tasks.load_tasks(store, task_ids):
            tasks.save_task(store, replace(task, status=Status.DRAFT))
    assert tracking.issue_tasks(store, task_ids, now) == task_ids[:2]  # the third is not the city's
    assert store.undo_label == "下达2项任务"
    assert status(store, task_ids[0]) is Status.NOT_STARTED
    assert tracking.issue_tasks(store, task_ids[:2], now) == []


def test_many_tasks_move_as_one_step(store, task_ids, now):
    tracking.set_status(store, task_ids[1], Status.DONE, "", now)
    moved = tracking.move_tasks(store, task_ids[:2], Status.SUSPENDED, "等待通知", now)
    assert moved == task_ids[:1]  # what is applied for cannot be suspended
    assert store.undo_label == "暂缓1项任务"
    with pytest.raises(RuleError, match="所选任务都不能销号"):
        tracking.move_tasks(store, task_ids[:1], Status.CLOSED, "", now)


def test_an_entry_may_say_which_period_it_is_about(store, task_ids, now):
    entry = ProgressEntry(task_ids[0], "市公安局", now.date(), 10, "二月情况", period="2026-02")
    tracking.record_progress(store, entry, now)
    assert tasks.load_entries(store, task_ids[0])[0].period == "2026-02"
    with pytest.raises(RuleError, match="不是报送期的写法"):
        tracking.record_progress(store, replace(entry, period="二月"), now)


def test_a_move_that_makes_no_sense_is_refused_with_the_open_ones(store, task_ids, now, dump):
    before = dump()
    with pytest.raises(RuleError, match=r"现在是“已下达”.不能改为“已销号”.*可以改为.推进中"):
        tracking.set_status(store, task_ids[0], Status.CLOSED, "", now)
    assert dump() == before


def test_the_same_status_again_is_no_step(store, task_ids, now):
    label = store.undo_label
    tracking.set_status(store, task_ids[0], Status.NOT_STARTED, "说明", now)
    assert store.undo_label == label


def test_undo_takes_entry_and_status_back_together(store, task_ids, now, dump, heard):
    before = dump()
    report(store, task_ids[0], now, 100)
    assert heard == [{"progress_entry", "task", "task_move"}]
    store.undo()
    assert dump() == before
    store.redo()
    assert status(store, task_ids[0]) is Status.DONE
    tracking.set_status(store, task_ids[0], Status.ONGOING, "返工", now)
    store.undo()
    store.undo()
    assert dump() == before
