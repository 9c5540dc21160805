"""Counterparts that depend on the city: said once, used for all proposals after."""

from dataclasses import replace

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Duty, Measure, Plan, Role
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import deciding, splitting
from shuangda_desktop.services.dividing.ordering import tasks_of
from shuangda_desktop.store import plans, tasks
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.tasks.checks.linter import Ground, check
from shuangda_desktop.tasks.model import Assignment, Basis
from shuangda_desktop.text.level import Level
from shuangda_desktop.text.mapped import MappedText, Span

CUSTOMS, TELECOM, POLICE = "示例海关", "省通信管理局", "省公安厅"


def measure(key, *named):
    duties = (Duty(POLICE, Role.LEAD), *(Duty(name, Role.COOPERATING) for name in named))
    return Measure(key, f"办好第{key}件事。", Span(0, 6), None, None, duties)


@pytest.fixture
def divided(store, draft, now):
    """Three measures: two with the customs, two with the telecom office; the tasks' ids."""
    directory.set_up_city(store, "示例省", "示例市", now)
    made = Plan(
        title="要点",
        level=Level.PROVINCE,
        plan_year=2026,
        measures=(measure(1, CUSTOMS), measure(2, CUSTOMS, TELECOM), measure(3, TELECOM)),
    )
    with store.step("导入", now):
        plan_id = plans.save_plan(store, draft.source, MappedText.of("办事。"), made, now.date())
    splitting.divide(store, plan_id, now)
    return plan_id


def units(store, plan_id, role=Role.COOPERATING):
    return [
        [(a.unit, a.basis) for a in task.assignments if a.role is role]
        for task in tasks_of(store, plan_id)
    ]


def test_what_was_confirmed_in_one_task_is_stated_in_the_others(store, divided, now, dump):
    before = dump()
    first, second, _ = tasks_of(store, divided)
    assert first.assignments[1].basis is second.assignments[1].basis is Basis.PROPOSED
    splitting.accept(store, [first.id], now)
    first, second, _ = tasks_of(store, divided)
    assert (first.assignments[1].unit, first.assignments[1].basis) == ("示例海关", Basis.DECIDED)
    given = next(a for a in second.assignments if a.unit == "示例海关")
    assert given.basis is Basis.STATED
    assert given.reason.endswith("示例海关\uff08对口单位\uff0c本市已确定\uff09")
    store.undo()
    assert dump() == before


def test_what_was_confirmed_once_is_used_for_the_next_plan(store, divided, now):
    splitting.accept(store, [tasks_of(store, divided)[0].id], now)
    (again, *_) = splitting.propose(store, divided)
    assert again.assignments[1].basis is Basis.STATED
    known = load_directory(store)
    (pair,) = known.answers["province.customs"]
    assert (pair.decided_on, pair.is_open) == (now.date(), False)


def test_a_counterpart_decided_in_the_directory_reaches_untouched_tasks_only(store, divided, now):
    second = tasks_of(store, divided)[1]
    kept = [replace(a, basis=Basis.DECIDED) for a in second.assignments]
    splitting.set_units(store, second.id, kept, now)
    followed = deciding.decide_counterparts(
        store, "province.telecom", ["city.cac", "city.miit"], now
    )
    assert followed == 1
    assert [a.unit for a in tasks_of(store, divided)[1].assignments][-1] == TELECOM
    third = tasks_of(store, divided)[2].assignments
    assert [a.unit for a in third] == ["市公安局", "市委网信办", "市工业和信息化局"]
    assert store.undo_label == "确定“省通信管理局”的对口单位"


def test_work_that_stays_above_keeps_the_units_name_and_is_no_finding(store, divided, now):
    deciding.decide_counterparts(store, "province.telecom", [], now)
    (given,) = (a for a in tasks_of(store, divided)[2].assignments if a.unit == TELECOM)
    assert (given.basis, given.reason) == (
        Basis.STATED,
        "省通信管理局 \u2192 无\uff08本市已确定\uff0c由上级单位承担\uff09",
    )
    found = check(tasks_of(store, divided), Ground(load_directory(store)))
    assert "higher-unit" not in {finding.code for finding in found}


def test_a_condition_is_decided_by_itself(store, divided, now):
    before = load_directory(store).answers["national.miit"]
    deciding.decide_counterparts(store, "national.miit", ["city.cac"], now, before[0].condition)
    after = load_directory(store).answers["national.miit"]
    assert {pair.lower for pair in after} == {"city.cac", "city.miit"}
    assert [pair.decided_on for pair in after if pair.lower == "city.miit"] == [None]


@pytest.mark.parametrize(
    ("higher", "lower", "words"),
    [
        ("province.nobody", "city.cac", "只能为上级单位"),
        ("city.cac", "city.miit", "只能为上级单位"),
        ("province.telecom", "city.nobody", "要从本市的单位名录里选"),
        ("province.telecom", "province.police", "要从本市的单位名录里选"),
    ],
)
def test_only_a_unit_above_gets_units_of_ours(store, divided, now, dump, higher, lower, words):
    before = dump()
    with pytest.raises(RuleError, match=words):
        deciding.decide_counterparts(store, higher, [lower], now)
    assert dump() == before


def test_confirming_what_is_settled_touches_no_other_task(store, divided, now):
    splitting.accept(store, [task.id for task in tasks_of(store, divided)], now)
    before = units(store, divided)
    assert {basis for row in before for _, basis in row} == {Basis.DECIDED}
    splitting.accept(store, [task.id for task in tasks_of(store, divided)], now)
    assert units(store, divided) == before


def test_a_task_whose_measure_is_told_otherwise_is_left_alone(store, divided, now):
    third = tasks_of(store, divided)[2]
    other = Assignment(TELECOM, Role.COOPERATING, Basis.PROPOSED, TELECOM, "", "另一部分")
    with store.step("改", now):
        tasks.save_task(store, replace(third, assignments=(other,)))
    assert deciding.decide_counterparts(store, "province.telecom", ["city.cac"], now) == 1
    assert [a.unit for a in tasks_of(store, divided)[2].assignments] == [TELECOM]


def test_what_was_decided_is_taken_back_and_the_tables_count_again(store, divided, now, dump):
    before, given = units(store, divided), load_directory(store)
    deciding.decide_counterparts(store, "province.telecom", ["city.cac"], now)
    assert units(store, divided) != before
    decided = dump()
    assert deciding.forget_counterparts(store, "province.telecom", "", now) == 2
    assert units(store, divided) == before
    telecom = load_directory(store).answers["province.telecom"]
    assert telecom == given.answers["province.telecom"]
    store.undo()
    assert dump() == decided


def test_what_nobody_decided_is_not_taken_back(store, divided, now, dump):
    before = dump()
    for higher in ("province.telecom", "province.none"):
        with pytest.raises(RuleError, match="不是本办确定的"):
            deciding.forget_counterparts(store, higher, "", now)
    assert dump() == before
