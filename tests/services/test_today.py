"""The lists of the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.tracking import extending, tracking
from shuangda_desktop.services.tracking.today import load_today
from shuangda_desktop.store import queries, tasks, units
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.status import overdue
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Succession, Unit

MONDAY = date(2026, 3, 16)  # the fixed day of the tests


def lists(store, today=MONDAY):
    return {one.key: one for one in load_today(store, today).lists}


def titles(store, key, today=MONDAY):
    return [row.what for row in lists(store, today)[key].rows]


def due(store, task_id, now, day):
    splitting.change_task(store, task_id, now, due_on=day)


def test_an_empty_store_has_nothing_to_do(store):
    assert [len(one.rows) for one in load_today(store, MONDAY).lists] == [0] * 8


def test_what_is_over_and_what_is_due_this_week(store, task_ids, now):
    due(store, task_ids[0], now, MONDAY - timedelta(3))
    due(store, task_ids[1], now, date(2026, 3, 22))  # the Sunday
    assert titles(store, "overdue") == ["1. 检查商店"]
    assert [r.note for r in lists(store)["overdue"].rows] == ["超过3天"]
    assert titles(store, "week") == ["2. 查处食品"]
    due(store, task_ids[1], now, date(2026, 3, 23))
    assert titles(store, "week") == []
    due(store, task_ids[1], now, MONDAY)
    assert [(r.note, r.who) for r in lists(store)["week"].rows] == [("今天到期", "市市场监管局")]


def test_recurring_duties_are_due_period_by_period(store, task_ids, now):
    splitting.change_task(store, task_ids[0], now, recurrence="P1M")
    later = date(2026, 5, 4)  # the plan came in on 16 March; May's first Monday
    found = lists(store, later)["reports"].rows
    assert [(r.period, r.note) for r in found] == [
        ("2026-03", "2026年3月\uff0c已过期"),
        ("2026-04", "2026年4月\uff0c本周该报"),
    ]
    entry = ProgressEntry(task_ids[0], "市公安局", now.date(), 20, "三月情况", period="2026-03")
    tracking.record_progress(store, entry, now)
    assert [r.period for r in lists(store, later)["reports"].rows] == ["2026-04"]


def test_a_unit_is_silent_that_gave_no_word_for_a_month(store, task_ids, now):
    assert [r.unit for r in lists(store)["silent"].rows] == ["市公安局", "市市场监管局"]
    tracking.record_progress(
        store, ProgressEntry(task_ids[0], "市公安局", MONDAY, 5, "已部署"), now
    )
    assert [r.unit for r in lists(store)["silent"].rows] == ["市市场监管局"]
    after = lists(store, MONDAY + timedelta(40))["silent"].rows
    assert [(r.unit, r.note) for r in after] == [
        ("市公安局", "2026-03-16以后没有报送"),
        ("市市场监管局", "从未报送"),
    ]


def test_nobody_is_silent_within_a_month_of_the_issue(store, task_ids, now):
    for task_id in task_ids:
        tracking.set_status(store, task_id, Status.DRAFT, "修改", now)
    assert [*lists(store)["silent"].rows] == []
    tracking.issue_tasks(store, task_ids, now)
    assert [*lists(store, MONDAY + timedelta(30))["silent"].rows] == []
    assert len(lists(store, MONDAY + timedelta(31))["silent"].rows) == 2


def test_a_unit_that_took_over_is_silent_only_after_a_month(store, task_ids, now):
    with store.step("单位", now):
        for place, (id_, name) in enumerate((("old", "市工商局"), ("new", "市市场监管局"))):
            units.save_unit(store, Unit(id_, name, Level.CITY, order=place))
        units.save_succession(store, Succession("old", "new", MONDAY - timedelta(5)))
    assert [r.unit for r in lists(store)["silent"].rows] == ["市公安局"]
    later = lists(store, MONDAY + timedelta(30))["silent"].rows
    assert [r.unit for r in later] == ["市公安局", "市市场监管局"]


def test_a_unit_that_was_silent_before_it_took_over_is_told(store, task_ids, now):
    entry = ProgressEntry(task_ids[1], "市市场监管局", MONDAY, 5, "已部署")
    tracking.record_progress(store, entry, now)
    with store.step("单位", now):
        for place, (id_, name) in enumerate((("old", "市工商局"), ("new", "市市场监管局"))):
            units.save_unit(store, Unit(id_, name, Level.CITY, order=place))
        units.save_succession(store, Succession("old", "new", MONDAY + timedelta(40)))
    found = lists(store, MONDAY + timedelta(45))["silent"].rows
    assert ("市市场监管局", "2026-03-16以后没有报送") in [(r.unit, r.note) for r in found]


def test_extensions_that_wait_or_end(store, task_ids, now):
    due(store, task_ids[0], now, date(2026, 3, 20))
    extending.ask_extension(store, task_ids[0], date(2026, 4, 10), "协查", "市公安局", now)
    assert "申请延至2026-04-10" in lists(store)["extensions"].rows[0].note
    extending.answer_extension(store, task_ids[0], True, "", now)
    assert titles(store, "extensions") == []
    assert "延期将到" in lists(store, date(2026, 4, 1))["extensions"].rows[0].note


def test_what_the_office_itself_has_to_do(store, task_ids, now):
    tracking.set_status(store, task_ids[0], Status.DONE, "", now)
    with store.step("草稿", now):
        task = tasks.load_task(store, task_ids[1])
        tasks.save_task(store, replace(task, status=Status.DRAFT))
    assert titles(store, "applied") == ["1. 检查商店"]
    assert titles(store, "drafts") == ["2. 查处食品"]
    assert [(r.what, r.note) for r in lists(store)["plans"].rows] == [
        ("示例省工作要点", "还有1处待核对")
    ]
    assert load_today(store, MONDAY).states[Status.DONE] == 1


def test_what_is_closed_is_not_looked_at(store, task_ids, now):
    for status in (Status.DONE, Status.CLOSED):
        tracking.set_status(store, task_ids[0], status, "", now)
    kept = {row.task_id for one in load_today(store, MONDAY).lists for row in one.rows}
    assert task_ids[0] not in kept


@pytest.mark.parametrize("running", [True, False])
def test_running_tasks_are_found_by_their_index(store, task_ids, running):
    plan = store.rows(
        "EXPLAIN QUERY PLAN SELECT id FROM task WHERE "
        + (queries.RUNNING if running else "status = 'closed'")
    )
    assert ("task_running" in str(plan)) is running


STATES = st.lists(
    st.tuples(st.sampled_from(list(Status)), st.integers(-40, 40)), min_size=2, max_size=2
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STATES)
def test_every_number_is_the_length_of_its_list_whatever_the_states(store, task_ids, now, states):
    with store.step("任意", now):
        for task_id, (status, days) in zip(task_ids, states, strict=False):
            task = tasks.load_task(store, task_id)
            due_on = MONDAY + timedelta(days)
            tasks.save_task(store, replace(task, status=status, due_on=due_on))
    today = load_today(store, MONDAY)
    rows = [row for row in queries.task_rows(store) if row.applicable]
    by_hand = {
        "overdue": {r.task_id for r in rows if overdue(r, MONDAY)},
        "applied": {r.task_id for r in rows if r.status is Status.DONE},
        "drafts": {r.task_id for r in rows if r.status is Status.DRAFT},
    }
    shown = {one.key: [row.task_id for row in one.rows] for one in today.lists}
    assert {key: set(shown[key]) for key in by_hand} == by_hand
    assert all(len(shown[key]) == len(by_hand[key]) for key in by_hand)
    running = (Status.CLOSED, Status.CARRIED)
    assert sum(today.states.values()) == sum(r.status not in running for r in rows)
