"""Findings mended by one key: each fix is one step, and what it mended is found no more."""

from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import fixing, splitting
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import plans, tasks
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.tasks.checks.findings import (
    Fix,
    NewNumbers,
    NewTasks,
    NewUnits,
    NewWords,
    OneTask,
)
from shuangda_desktop.tasks.checks.linter import Ground, check
from shuangda_desktop.tasks.model import Assignment, Basis, ProgressEntry


@pytest.fixture
def ground(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)
    return Ground(load_directory(store), 2026, date(2026, 1, 20))


def findings(store, plan_id, ground):
    return check(tasks_of(store, plan_id), ground, plans.load_plan(store, plan_id).plan)


def found(store, plan_id, ground, code):
    return [f for f in findings(store, plan_id, ground) if f.code == code]


def test_every_fix_of_a_messy_list_mends_its_finding_and_is_one_step(
    store, plan_id, task_ids, ground, now, dump
):
    first, second, third = task_ids
    splitting.restore_tasks(store, [third], now)
    splitting.change_task(
        store, first, now, text="检查2025年省级商店,公布结果。", due_on=date(2026, 1, 1)
    )
    splitting.set_units(
        store,
        second,
        [
            Assignment("市工商局", Role.RESPONSIBLE),
            Assignment("公安部", Role.COOPERATING),
            Assignment("各成员单位", Role.COOPERATING),
        ],
        now,
    )
    before, done = dump(), 0
    while fixable := [f for f in findings(store, plan_id, ground) if f.fix]:
        label = store.undo_label
        assert fixing.fix(store, plan_id, [fixable[0].fix], now) == 1
        assert store.undo_label != label or len(fixable) > 1
        assert done < 20
        done += 1
    assert done >= 7
    assert {f.code for f in findings(store, plan_id, ground)} <= {"no-lead", "unnamed-unit"}
    for _ in range(done):
        store.undo()
    assert dump() == before


def test_a_replaced_unit_keeps_where_it_came_from(store, plan_id, task_ids, ground, now):
    splitting.set_units(store, task_ids[1], [Assignment("市工商局", Role.LEAD)], now)
    (old,) = found(store, plan_id, ground, "reformed-unit")
    fixing.fix(store, plan_id, [old.fix], now)
    (given,) = tasks.load_task(store, task_ids[1]).assignments
    assert (given.unit, given.role, given.basis) == ("市市场监管局", Role.LEAD, Basis.DECIDED)
    assert (given.source_unit, given.reason) == ("市工商局", "市工商局换成市市场监管局")


def test_findings_of_a_kind_are_mended_together(store, plan_id, task_ids, ground, now, dump):
    for task_id in task_ids[:2]:
        splitting.change_task(store, task_id, now, text=f"检查商店,第{task_id}批。")
    before = dump()
    narrow = found(store, plan_id, ground, "narrow-mark")
    assert fixing.fix(store, plan_id, [f.fix for f in narrow], now) == 2
    assert found(store, plan_id, ground, "narrow-mark") == []
    assert store.undo_label == "处理2处“改为全角标点”"
    store.undo()
    assert dump() == before


def test_several_findings_of_one_task_are_all_mended(store, plan_id, task_ids, ground, now, dump):
    for task_id in task_ids[:2]:
        units = [Assignment("市工商局", Role.LEAD), Assignment("市农业局", Role.COOPERATING)]
        splitting.set_units(store, task_id, units, now)
    before = dump()
    reformed = found(store, plan_id, ground, "reformed-unit")
    assert fixing.fix(store, plan_id, [f.fix for f in reformed], now) == len(reformed) == 4
    assert found(store, plan_id, ground, "reformed-unit") == []
    for task_id in task_ids[:2]:
        given = tasks.load_task(store, task_id).assignments
        assert [a.unit for a in given] == ["市市场监管局", "市农业农村局"]
    store.undo()
    assert dump() == before


def test_a_fix_whose_task_was_merged_by_another_is_passed_over(store, plan_id, task_ids, now):
    first, second, third = task_ids
    fixes = [
        Fix("并入第1项", (OneTask((first, second)),)),
        Fix("并入第1项", (OneTask((second, third)),)),
        Fix("改字", (NewWords(second, "甲", "乙"),)),
        Fix("改单位", (NewUnits(second, ()),)),
    ]
    assert fixing.fix(store, plan_id, fixes, now) == 1
    assert [task.id for task in tasks_of(store, plan_id)] == [first, third]


def test_a_task_with_progress_is_not_merged_away_and_nothing_is_half_done(
    store, plan_id, task_ids, now, dump
):
    tracking.record_progress(
        store, ProgressEntry(task_ids[1], "市市场监管局", now.date(), 10, "已检查"), now
    )
    before = dump()
    fixes = [
        Fix("改字", (NewWords(task_ids[0], "甲", "乙"),)),
        Fix("并入第1项", (OneTask(tuple(task_ids[:2])),)),
    ]
    with pytest.raises(RuleError, match="进展记录"):
        fixing.fix(store, plan_id, fixes, now)
    assert dump() == before


def test_numbers_and_missing_tasks_are_mended_for_the_list(store, plan_id, task_ids, ground, now):
    with store.step("删去一项", now):
        tasks.delete_tasks(store, [task_ids[0]])
    assert [t.number for t in tasks_of(store, plan_id)] == [2, -2]
    fixing.fix(store, plan_id, [Fix("重新编号", (NewNumbers(),))], now)
    assert [t.number for t in tasks_of(store, plan_id)] == [1, -1]
    fixing.fix(store, plan_id, [Fix("拟定任务", (NewTasks(),))], now)
    assert [t.number for t in tasks_of(store, plan_id)] == [1, 2, -2]
    assert found(store, plan_id, ground, "uncovered") == []


def test_nothing_to_mend_is_said(store, plan_id, now):
    with pytest.raises(RuleError, match="没有可以自动处理的问题"):
        fixing.fix(store, plan_id, [], now)
