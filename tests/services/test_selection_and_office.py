"""One action for many tasks, and what the office says about itself."""

from datetime import date

import pytest

from shuangda_desktop.errors import RuleError
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.city import office
from shuangda_desktop.services.city.office import Office
from shuangda_desktop.services.dividing import selection, splitting
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.tasks.model import Basis


def test_a_deadline_for_all_is_one_step(store, task_ids, now, dump, heard):
    before = dump()
    selection.set_deadline(store, task_ids, date(2026, 9, 30), now)
    loaded = [tasks.load_task(store, task_id) for task_id in task_ids]
    assert {(t.due_on, t.due_basis) for t in loaded} == {(date(2026, 9, 30), Basis.DECIDED)}
    assert (len(heard), store.undo_label) == (1, "设定3项任务的时限")
    store.undo()
    assert dump() == before


def test_a_unit_gets_one_part_in_all_of_them(store, task_ids, now):
    selection.add_unit(store, task_ids, "市商务局", Role.LEAD, now)
    first = tasks.load_task(store, task_ids[0]).assignments
    assert [(a.unit, a.role) for a in first] == [
        ("市公安局", Role.LEAD),
        ("市商务局", Role.LEAD),
    ]
    assert first[1].basis is Basis.DECIDED
    assert store.undo_label == "为3项任务设定牵头单位“市商务局”"


def test_the_part_that_a_unit_has_is_confirmed(store, task_ids, now):
    selection.add_unit(store, task_ids[:1], "市公安局", Role.LEAD, now)
    first = tasks.load_task(store, task_ids[0]).assignments
    assert [(a.unit, a.basis) for a in first] == [
        ("市公安局", Basis.DECIDED),
        ("市商务局", Basis.STATED),
    ]


def test_dropping_and_restoring_a_selection(store, task_ids, now):
    splitting.drop_tasks(store, task_ids[:2], "由省级办理", now)
    assert [row.task_id for row in queries.task_rows(store)] == task_ids[2:]
    splitting.restore_tasks(store, task_ids[:2], now)
    assert len(queries.task_rows(store)) == 3


def test_a_selection_without_a_reason_is_refused_as_a_whole(store, task_ids, now, dump):
    before = dump()
    with pytest.raises(RuleError, match="写明理由"):
        splitting.drop_tasks(store, task_ids, " ", now)
    assert dump() == before


def test_the_office_is_kept_and_read_again(store, now, dump, heard):
    before = dump()
    ours = Office("示例市双打工作办公室", "市双打办", "示双办", 7)
    assert office.load_office(store) == Office()
    office.change_office(store, ours, now)
    assert office.load_office(store) == ours
    assert (heard, store.undo_label) == ([{"settings"}], "修改本办信息")
    office.change_office(store, ours, now)
    assert len(heard) == 1
    store.undo()
    assert dump() == before


@pytest.mark.parametrize("days", [0, -3, 366])
def test_a_senseless_number_of_days_is_refused(store, now, days):
    with pytest.raises(RuleError, match="临期天数要在1到365之间"):
        office.change_office(store, Office(due_soon_days=days), now)


def test_one_unit_leads_and_who_led_is_responsible(store, task_ids, now):
    selection.set_lead(store, task_ids[:2], "市商务局", now)
    first = tasks.load_task(store, task_ids[0]).assignments
    assert [(a.unit, a.role) for a in first] == [
        ("市商务局", Role.LEAD),
        ("市公安局", Role.RESPONSIBLE),
    ]
    assert tasks.load_task(store, task_ids[1]).assignments[0].unit == "市商务局"
    assert store.undo_label == "2项任务改由“市商务局”牵头"


def test_a_unit_is_taken_out_where_it_has_a_part(store, task_ids, now, dump):
    before = dump()
    assert selection.remove_unit(store, task_ids, "市公安局", now) == 1
    assert [a.unit for a in tasks.load_task(store, task_ids[0]).assignments] == ["市商务局"]
    assert store.undo_label == "1项任务移除单位“市公安局”"
    store.undo()
    assert dump() == before
    assert selection.remove_unit(store, task_ids, "市审计局", now) == 0
    assert store.undo_label == "分解"
