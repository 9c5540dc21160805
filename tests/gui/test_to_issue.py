"""Between confirming the tasks and sending forms they are issued: each page says so and leads there."""

from dataclasses import replace

import pytest

from gui.divided import divide, keep_plan
from shuangda_desktop.gui.pages.returns.page import ReturnsPage
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.gui.pages.units.page import UnitsPage
from shuangda_desktop.services.dividing import versioning
from shuangda_desktop.services.rounds import asking, sending
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store.tasks import load_task, load_tasks, save_task
from shuangda_desktop.tasks.model import Status


@pytest.fixture
def ids(desk):
    """Tasks as they are proposed: none is issued."""
    made, store = divide(desk), desk.context.store
    with store.step("草稿", desk.context.now()):
        for task in load_tasks(store, made):
            save_task(store, replace(task, status=Status.DRAFT))
    return made


def plan_of(desk, ids):
    return load_task(desk.context.store, ids[0]).plan_id


def test_what_is_confirmed_is_issued_next_and_then_written_out(desk, ids, qtbot):
    page = desk.show(SplitPage, qtbot)
    page.task_actions.accept_all()
    assert page.remains.left_over.text() == "全部已确认，还没有印发"
    assert page.remains.onward.text() == "去印发"
    page.remains.onward.click()
    assert page.views.switch.current() == "versions"
    assert desk.opened == []
    versioning.issue(desk.context.store, plan_of(desk, ids), desk.context.now())
    page.views.switch.choose("divide")
    assert page.remains.left_over.text().startswith("已印发第1版")
    assert page.remains.onward.text() == "去输出"
    page.remains.onward.click()
    assert desk.opened == [("outputs", {})]


def test_forms_for_drafts_wait_and_the_page_leads_to_issuing(desk, ids, qtbot):
    page = desk.show(ReturnsPage, qtbot)
    assert page.stack.currentWidget() is page.empty
    number = sum(load_task(desk.context.store, each).applicable for each in ids)
    assert page.empty.sentence.text().startswith(f"{number}项任务还是草稿")
    assert page.empty.button.text() == "去印发"
    page.empty.button.click()
    where = {"view": "versions", "plan_id": plan_of(desk, ids)}
    assert desk.opened == [("split", where)]


def test_without_tasks_it_leads_to_dividing(desk, qtbot):
    page = desk.show(ReturnsPage, qtbot)
    assert "分解成任务" in page.empty.sentence.text()
    page.empty.button.click()
    assert desk.opened == [("split", {})]


def test_the_units_are_set_up_on_the_way_to_dividing(desk, qtbot):
    keep_plan(desk)
    page = desk.show(UnitsPage, qtbot)
    page.set_up("云泽省", "云泽市")
    assert desk.said[-1] == "已建立云泽市的单位名录。接着到“分解”拟定任务（Ctrl+4）。"


def test_what_comes_next_in_a_month_stands_out(desk, ids, store, now, tmp_path, qtbot):
    tracking.issue_tasks(store, ids, now)
    page = desk.show(ReturnsPage, qtbot)
    assert (page.send.property("kind"), page.read.property("kind")) == ("main", "")
    period = asking.current_period(store, now.date())
    mailing = sending.gather_mailing(store, period, now.date())
    sending.note_sent(store, mailing, sending.write_mailing(mailing, tmp_path), "", now)
    assert (page.send.property("kind"), page.read.property("kind")) == ("", "main")
