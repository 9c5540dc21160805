"""The list of documents is of this and the last year; the older ones are one tick away."""

import pytest

from gui.test_plans_page import keep
from shuangda_desktop.gui.pages.plans.page import PlansPage


@pytest.fixture
def old(desk, qtbot):
    """A page of a store whose only document came in years ago."""
    keep(desk)
    store = desk.context.store
    with store.step("早年导入", desk.context.now()):
        store.execute("UPDATE plan SET imported_on = '2019-03-01'")
    return desk.show(PlansPage, qtbot)


def test_older_documents_are_listed_when_they_are_asked_for(old):
    assert list(old.list.model.rows) == []
    assert old.stack.currentWidget() is old.list  # and not the welcome: there are documents
    assert not old.list.older.isHidden()
    old.list.older.click()
    assert len(old.list.model.rows) == 1
    old.list.older.click()
    assert list(old.list.model.rows) == []


def test_a_document_that_was_found_elsewhere_is_reached_whatever_its_year(old):
    old.go(plan_id=1)
    assert old.list.older.isChecked()
    assert [row.plan_id for row in old.list.chosen()] == [1]


def test_nothing_older_needs_no_tick(desk, qtbot):
    keep(desk)
    page = desk.show(PlansPage, qtbot)
    assert page.list.older.isHidden()
    assert len(page.list.model.rows) == 1
