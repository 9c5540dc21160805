"""After an action the page reads again what changed; the whole read anew must say the same."""

from datetime import date

import pytest

from gui import papers
from gui.divided import JUSTICE, POLICE, divide
from shuangda_desktop.gui.models.coverage import coverage, covered_again
from shuangda_desktop.gui.models.division import read_again, read_division
from shuangda_desktop.plan.model import Decision, DecisionKind, Role
from shuangda_desktop.services.dividing import selection, splitting
from shuangda_desktop.services.reading import reviewing
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store.steps.touched import touched_tasks
from shuangda_desktop.tasks.model import ProgressEntry

WITHOUT_DATE = Decision(DecisionKind.SET_DEADLINE, papers.SHOPS.start, {"due_on": None})
ACTIONS = {
    "a title": lambda s, i, n: splitting.change_task(s, i[0], n, title="别的标题"),
    "a rhythm": lambda s, i, n: splitting.change_task(s, i[0], n, recurrence="P1M"),
    "units": lambda s, i, n: selection.add_unit(s, i, POLICE, Role.LEAD, n),
    "no unit": lambda s, i, n: selection.remove_unit(s, i, JUSTICE, n),
    "one lead": lambda s, i, n: selection.set_lead(s, i, POLICE, n),
    "a day": lambda s, i, n: selection.set_deadline(s, i[:2], date(2026, 9, 1), n),
    "cut": lambda s, i, n: splitting.split_task(s, i[0], 11, n),
    "joined": lambda s, i, n: splitting.merge_tasks(s, i[1:3], n),
    "moved": lambda s, i, n: splitting.move_task(s, i[3], 1, n),
    "dropped": lambda s, i, n: splitting.drop_tasks(s, [i[1]], "由省级办理", n),
    "confirmed": lambda s, i, n: splitting.accept(s, i, n),
    "progress": lambda s, i, n: tracking.record_progress(
        s, ProgressEntry(i[0], POLICE, n.date(), 40, "已摸底"), n
    ),
}


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def plan_id(ids, store):
    return store.rows("SELECT max(id) FROM plan")[0][0]


@pytest.mark.parametrize("name", ACTIONS)
def test_reading_what_changed_tells_the_same_as_reading_all(store, ids, plan_id, now, name):
    before = read_division(store, plan_id)
    for act in (lambda: ACTIONS[name](store, ids, now), store.undo, store.redo):
        act()
        whole = read_division(store, plan_id)
        again = read_again(store, before, store.touched)
        assert again in (None, whole)
        assert again is not None or name == "progress"
        before = whole


def test_what_did_not_change_stays_the_very_same_row(store, ids, plan_id, now):
    before = read_division(store, plan_id)
    splitting.change_task(store, ids[0], now, title="别的标题")
    again = read_again(store, before, store.touched)
    same = [old is new for old, new in zip(before.rows, again.rows, strict=True)]
    assert same == [False, True, True, True]
    assert all(old is new for old, new in zip(before.measures, again.measures, strict=True))


def test_another_reading_of_the_plan_is_read_as_a_whole(store, ids, plan_id, now):
    before = read_division(store, plan_id)
    reviewing.decide(store, plan_id, WITHOUT_DATE, now)
    assert read_again(store, before, store.touched) is None
    assert read_again(store, before, {}) is None


def test_a_task_that_went_uncovers_its_measure_at_once(store, ids, plan_id, now):
    before = read_division(store, plan_id)
    splitting.drop_tasks(store, [ids[0]], "由省级办理", now)
    again = read_again(store, before, store.touched)
    assert again.measures == coverage(again.plan, again.rows)
    assert again.measures[0].state == "不适用"
    assert covered_again(before.measures, before.rows, ()) == before.measures


def test_a_part_that_went_alone_is_not_guessed(store, ids, plan_id, now):
    rows = read_division(store, plan_id).rows
    tracking.record_progress(store, ProgressEntry(ids[0], POLICE, now.date(), 0, "说明"), now)
    assert touched_tasks(store, {"progress_entry": frozenset({1})}, rows) == {ids[0]}
    assert touched_tasks(store, {"progress_entry": frozenset({99})}, rows) is None
    assert touched_tasks(store, {"assignment": frozenset({999})}, rows) == set()
