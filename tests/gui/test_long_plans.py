"""A plan of thousands of measures comes in parts: what can be done with the first ones meanwhile."""

from dataclasses import replace

import pytest

from gui import papers
from gui.divided import divide, four_tasks, keep_plan, set_up_city, titles
from shuangda_desktop.gui.models import division
from shuangda_desktop.gui.models.division import read_division, read_in_parts
from shuangda_desktop.gui.pages.split import page as split_page
from shuangda_desktop.gui.pages.split import reading
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.gui.pages.split.remains import READING
from shuangda_desktop.services.dividing import comparing, splitting
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft
from shuangda_desktop.store import readings, tasks
from shuangda_desktop.store.plans import load_plan


@pytest.fixture
def short_parts(monkeypatch):
    """Parts of two, so that the small plan is a long one."""
    for module in (division, readings, reading, split_page):
        monkeypatch.setattr(module, "PART", 2)


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def page(desk, ids, qtbot, short_parts):
    made = SplitPage(desk.context)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    desk.context.store.listeners.append(lambda _: made.refresh_touched(desk.context.store.touched))
    return made


def turns(page, number):
    for _ in range(number):
        page.reading._turn()


def until_first_tasks(page):
    while page.reading.running and page.reading.division is None:
        turns(page, 1)


def test_the_parts_are_the_plan_as_it_is_read_whole(desk, ids, short_parts):
    store = desk.context.store
    plan_id = store.rows("SELECT max(id) FROM plan")[0][0]
    parts = [part for part in read_in_parts(store, plan_id) if part is not None]
    assert [(len(part.rows), part.whole) for part in parts] == [
        (0, False),
        (2, False),
        (4, False),
        (4, True),
    ]
    assert parts[-1].plan.measures == readings.load_detected(store, [plan_id])[plan_id].measures
    assert parts[0].plan == parts[-1].plan
    assert len(load_plan(store, plan_id).plan.measures) == len(parts[-1].measures)


def test_the_first_tasks_are_there_before_the_rest(page):
    page.refresh()
    assert page.remains.left_over.text() == READING
    assert page.bench.model.rowCount() == 0
    until_first_tasks(page)
    assert page.bench.model.rowCount() == 2
    assert page.stack.divided
    assert page.remains.confirm_all.isHidden()  # it would confirm those only that are read
    page.settle()
    assert page.bench.model.rowCount() == 4
    assert not page.remains.confirm_all.isHidden()
    assert page.bench.measures.rowCount() == len(papers.PLAN.measures)


def test_a_refresh_keeps_what_is_shown_until_all_is_read(page):
    page.refresh()
    page.settle()
    page.bench.table.choose(page.bench.model.index(3, 0))
    page.refresh()
    while page.reading.running:
        assert page.bench.model.rowCount() == 4
        turns(page, 1)
    assert page.bench.table.current().number == 4


def test_a_task_asked_for_meanwhile_is_opened_when_it_is_read(page, ids):
    page.refresh()
    page.go(task_id=ids[3])
    until_first_tasks(page)
    assert page.bench.table.current().task_id == ids[0]
    page.settle()
    assert page.bench.table.current().task_id == ids[3]
    page.refresh()
    page.ways.to_task(999)  # gone meanwhile
    page.settle()
    assert page.bench.table.current().task_id == ids[3]


def test_an_action_meanwhile_is_shown_with_the_rest(page):
    page.refresh()
    until_first_tasks(page)
    page.task_actions.edit_cell(page.bench.model.rows[0], "title", "另一个标题")
    page.settle()
    assert titles(page)[0] == "另一个标题"
    assert len(titles(page)) == 4


def test_a_page_out_of_sight_reads_nothing_and_begins_again_in_sight(page, ids):
    page.refresh()
    until_first_tasks(page)
    page.go(task_id=ids[2])
    page.hide()
    assert not page.reading.running
    assert page.bench.model.rowCount() == 2
    page.show()
    assert page.reading.running
    page.settle()
    assert page.bench.table.current().task_id == ids[2]
    page.hide()
    page.show()
    assert not page.reading.running  # all was read


def test_an_undivided_plan_is_told_when_it_is_read(desk, qtbot, short_parts):
    set_up_city(desk)
    keep_plan(desk)
    page = SplitPage(desk.context)
    qtbot.addWidget(page)
    page.refresh()
    page.views.switch.choose("matrix")
    assert page.remains.left_over.text() == READING
    page.settle()
    assert page.stack.currentWidget() is page.stack.undivided
    importing.remove_plan(desk.context.store, page.plans.plan_id(), desk.context.now())
    page.refresh()
    assert page.stack.currentWidget() is page.stack.no_plan
    assert not page.reading.running


def test_a_task_filed_under_another_plan_does_not_read_that_plan_again_and_again(
    desk, ids, monkeypatch
):
    store, now = desk.context.store, desk.context.now()
    first = store.rows("SELECT max(id) FROM plan")[0][0]
    draft = Draft(replace(papers.SOURCE, sha256="f" * 64), papers.TEXT, papers.PLAN)
    second = importing.keep_plan(store, draft, now)
    with store.step("分解", now):
        others = tasks.add_tasks(store, four_tasks(second))
    comparing.join_tasks(store, ids[0], others[0], now)
    whole = read_division(store, second)
    assert set(whole.plans) == {first, second}
    splitting.change_task(store, ids[0], now, title="两份来文的一件事")
    monkeypatch.setattr(readings, "load_detected", lambda *_: pytest.fail("the plan is known"))
    again = division.read_again(store, whole, store.touched)
    monkeypatch.undo()
    assert again == read_division(store, second)


def test_the_words_of_every_source_stand_below_the_task(desk, ids, qtbot):
    store, now = desk.context.store, desk.context.now()
    plan = replace(papers.PLAN, title="另一份方案")
    draft = Draft(replace(papers.SOURCE, sha256="f" * 64), papers.TEXT, plan)
    second = importing.keep_plan(store, draft, now)
    with store.step("分解", now):
        others = tasks.add_tasks(store, four_tasks(second))
    comparing.join_tasks(store, ids[0], others[0], now)
    page = desk.show(SplitPage, qtbot)
    page.go(task_id=ids[0])
    told = page.bench.detail.source.toPlainText()
    assert "《另一份方案》：" in told
    assert told.count(papers.PLAN.measures[0].text.strip()) == 2
