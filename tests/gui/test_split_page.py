"""A plan is divided: what is shown, counted, found, confirmed, and what stays in its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gui import papers
from gui.divided import (
    FIRST_TEXT,
    JUSTICE,
    NET,
    POLICE,
    choose,
    divide,
    keep_plan,
    keep_tasks,
    set_up_city,
    titles,
)
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.services.reading import importing
from shuangda_desktop.store import queries
from shuangda_desktop.store.tasks import delete_tasks, load_task
from shuangda_desktop.tasks.model import Basis


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def page(desk, ids, qtbot):
    made = desk.show(SplitPage, qtbot)
    made.bench.table.setFocus()
    return made


@pytest.fixture
def task(desk):
    """A task as the store has it now."""
    return lambda task_id: load_task(desk.context.store, task_id)


# -- before there is anything


def test_without_a_plan_the_page_sends_to_the_documents(desk, qtbot):
    page = desk.show(SplitPage, qtbot)
    assert page.stack.currentWidget() is page.stack.no_plan
    assert page.plans.isHidden()
    page.stack.no_plan.button.click()
    assert desk.opened == [("plans", {})]


def test_without_a_city_the_page_sends_to_the_units(desk, qtbot):
    keep_plan(desk)
    page = desk.show(SplitPage, qtbot)
    assert page.stack.currentWidget() is page.stack.no_city
    page.stack.no_city.button.click()
    assert desk.opened == [("units", {})]


def test_a_plan_without_tasks_offers_to_propose_them(desk, qtbot):
    keep_plan(desk)
    set_up_city(desk)
    page = desk.show(SplitPage, qtbot)
    assert page.stack.currentWidget() is page.stack.undivided
    assert papers.TITLE in page.stack.undivided.head.text()
    assert "3 项措施" in page.stack.undivided.sentence.text()
    assert page.remains.confirm_all.isHidden()
    page.stack.undivided.button.click()
    assert page.stack.currentWidget() is page.views.stack
    assert page.bench.model.rowCount() == 3
    assert desk.said[-1].startswith("已拟定3项任务")


def test_dividing_can_be_undone(desk, qtbot):
    keep_plan(desk)
    set_up_city(desk)
    page = desk.show(SplitPage, qtbot)
    page.divide()
    desk.context.store.undo(desk.context.now())
    assert page.stack.currentWidget() is page.stack.undivided


# -- what is shown


def test_the_measures_say_what_became_of_them(page):
    states = [row.state for row in page.bench.measures.rows]
    assert states == ["1项", "拟不适用", "2项"]


def test_the_chosen_task_is_shown_with_its_origin(page):
    choose(page, 1)
    detail = page.bench.detail
    assert "全省网店" in detail.source.toPlainText()
    assert detail.text.toPlainText() == FIRST_TEXT
    assert detail.rewordings.text() == "改写\uff1a“全省”改为“全市”"
    assert [p.unit for p in detail.units.model.rows] == [NET, POLICE]


def test_the_way_from_the_source_s_unit_is_told(page):
    choose(page, 2)
    assert "省司法厅 \u2192 市司法局" in page.bench.detail.units.why.text()


def test_the_reason_of_a_task_that_is_not_ours_is_told(page):
    choose(page, 4)
    assert page.bench.detail.reason.text() == "省级事权"
    assert not page.bench.detail.reason.isHidden()


@pytest.mark.parametrize(
    ("door", "shown"),
    [
        ("all", ["查清全市网店", "办好宣传周", "编印手册", "建设省级平台"]),
        ("proposed", ["办好宣传周", "建设省级平台"]),
        ("no-lead", ["编印手册"]),
        ("no-deadline", ["编印手册"]),
        ("dropped", ["建设省级平台"]),
    ],
)
def test_a_count_opens_what_it_counts(page, door, shown):
    number = page.bench.doors.button(door).text().split()[-1]
    page.bench.doors.choose(door)
    assert titles(page) == shown
    assert number == str(len(shown))


def test_words_and_units_narrow_the_list(page, qtbot, ime):
    page.search()
    ime(page.bench.search_field, "手册")
    qtbot.waitUntil(lambda: titles(page) == ["编印手册"])
    qtbot.keyClick(page.bench.search_field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(page)) == 4)
    qtbot.waitUntil(lambda: not page.bench.search_field._timer.isActive())
    page.go(unit=JUSTICE)
    assert titles(page) == ["办好宣传周"]


def test_the_findings_lead_to_their_tasks(page, qtbot):
    bench = page.bench
    qtbot.waitUntil(lambda: bench.lint.model.rowCount() > 0)
    page.bench.doors.choose("dropped")
    bench.left.setCurrentIndex(1)
    bench.lint.table.setFocus()
    place = [c.code for c in bench.lint.model.rows].index("no-lead")
    bench.lint.table.choose(bench.lint.model.index(place, 0))
    assert bench.table.current().title == "编印手册"
    assert bench.left.tabText(1) == "检查 1"


def test_a_measure_leads_to_its_tasks(page):
    page.bench.measure_list.setFocus()
    page.bench.measure_list.choose(page.bench.measures.index(2, 0))
    assert page.bench.table.current().title == "办好宣传周"


def test_a_place_elsewhere_opens_one_task_whatever_the_filters_hide(page, ids):
    page.bench.doors.choose("dropped")
    page.bench.unit.choose(JUSTICE)
    page.go(plan_id=1, task_id=ids[0])
    assert page.bench.table.current().title == "查清全市网店"


def test_the_page_keeps_its_plan_when_another_comes_in(page, desk):
    chosen = page.plans.plan_id()
    other = replace(papers.SOURCE, sha256="ff" * 32)
    draft = importing.Draft(other, papers.TEXT, papers.PLAN)
    importing.keep_plan(desk.context.store, draft, desk.context.now())
    assert page.plans.count() == 2
    assert page.plans.plan_id() == chosen


def test_selection_and_scroll_stay_when_something_changes(page, task, ids):
    choose(page, 3)
    page.task_actions.set_text(ids[0], "查清网店。")
    assert page.bench.table.current().title == "编印手册"
    assert task(ids[0]).text == "查清网店。"


# -- confirming


def test_the_chosen_proposals_are_confirmed(page, task, ids, desk):
    choose(page, 2)
    assert page.task_actions.accept.isEnabled()
    page.task_actions.accept.trigger()
    confirmed = task(ids[1])
    assert {confirmed.due_basis, confirmed.assignments[0].basis} == {Basis.DECIDED}
    assert desk.said[-1] == "已确认1项任务。"
    assert not page.task_actions.accept.isEnabled()


def test_all_proposals_are_confirmed_at_once_and_undone_at_once(page, desk):
    assert page.remains.confirm_all.text() == "全部确认\uff082 项\uff09"
    page.remains.confirm_all.click()
    assert "已确认2项任务。其中1项列为不适用" in desk.said[-1]
    assert page.remains.left_over.text() == "全部已确认，还没有印发"
    assert page.remains.confirm_all.isHidden()
    assert not page.remains.onward.isHidden()
    desk.context.store.undo(desk.context.now())
    assert page.remains.left_over.text() == "还有 2 项待确认"
    page.go(plan_id=1)
    page.remains.onward.click()
    assert page.views.switch.current() == "versions"


# -- by keyboard


def test_space_opens_and_closes_what_is_below(page, qtbot):
    assert not page.bench.detail.isHidden()
    qtbot.keyClick(page.bench.table, Qt.Key.Key_Space)
    assert page.bench.detail.isHidden()
    assert not page.bench.origin.isChecked()
    qtbot.keyClick(page.bench.table, Qt.Key.Key_Space)
    assert page.bench.origin.isChecked()
    qtbot.keyClick(page, Qt.Key.Key_A)


def test_a_low_window_gives_the_table_all_the_room(page):
    page.resize(900, 420)
    assert page.bench.detail.isHidden()
    page.resize(1100, 700)
    assert not page.bench.detail.isHidden()


def test_what_the_clerk_shared_out_stays(page):
    page.bench.toggle_detail()
    page.resize(1100, 700)
    assert page.bench.detail.isHidden()


def test_every_task_may_be_gone(page, desk, ids):
    desk.context.store.undo(desk.context.now())
    assert page.stack.currentWidget() is page.stack.undivided
    assert queries.task_rows(desk.context.store, include_dropped=True) == ()
    assert not page.bench.detail.isEnabled()
    assert keep_tasks(desk, 1)
    assert page.stack.currentWidget() is page.views.stack


# -- measures that nothing became of


def test_a_covered_plan_offers_nothing_to_propose(page):
    assert page.bench.bare.isHidden()


def test_uncovered_measures_are_counted_shown_alone_and_divided(page, desk, ids):
    with desk.context.store.step("删除", desk.context.now()):
        delete_tasks(desk.context.store, [ids[0]])
    bench = page.bench
    assert not bench.bare.isHidden()
    assert bench.uncovered.text() == "未分解 1"
    bench.uncovered.click()
    assert [row.state for row in bench.measures.rows] == ["未分解"]
    bench.propose.click()
    assert desk.said[-1].startswith("已拟定1项任务")
    assert bench.bare.isHidden()
    assert not bench.uncovered.isChecked()
    assert bench.measures.rowCount() == 3


# -- the line over the tasks


def test_what_waits_is_said_once(page):
    assert page.remains.confirm_all.isVisible()
    assert "2 项" in page.remains.confirm_all.text()
    assert page.remains.left_over.isHidden()
    page.views.switch.choose("matrix")
    assert page.remains.confirm_all.isHidden()
    assert page.remains.left_over.isVisible()
    assert page.remains.left_over.text() == "还有 2 项待确认"
