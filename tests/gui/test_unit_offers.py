"""A unit that was put in, added or taken out may be so for good, by one key."""

import pytest
from PySide6.QtCore import Qt

from gui.divided import JUSTICE, POLICE, TRADE, choose, divide
from shuangda_desktop.gui.pages.split.offer_bar import OfferBar
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.tasks.dividing.replacing import Offer
from shuangda_desktop.tasks.model import Basis
from shuangda_desktop.text.level import Level


@pytest.fixture
def ids(desk):
    return divide(desk)


@pytest.fixture
def page(desk, ids, qtbot):
    return desk.show(SplitPage, qtbot)


def test_a_unit_that_was_replaced_may_stand_for_good_by_one_key(page, desk, ids, qtbot):
    store = desk.context.store
    row = page.bench.model.rows[1]  # 市司法局 is proposed for 省司法厅
    bar = page.task_actions.offers
    page.task_actions.edit_cell(row, "lead", TRADE)
    assert bar.isVisible()
    assert bar.words.text() == "以后来文里的“省司法厅”，都由“市商务局”对应吗？"
    given = load_task(store, row.task_id).assignments[0]
    assert (given.unit, given.source_unit, given.basis) == (TRADE, "省司法厅", Basis.DECIDED)
    before = load_directory(store)
    qtbot.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert not bar.isVisible()
    known = load_directory(store)
    (above,) = known.resolve("省司法厅", None, Level.PROVINCE).units
    (pair,) = known.answers[above.id]
    assert known.by_id[pair.lower].label == TRADE
    assert pair.decided_on == desk.context.today()
    assert desk.said[-1].startswith("已记住“省司法厅”由“市商务局”对应，")
    store.undo()
    assert load_directory(store) == before
    store.undo()
    assert load_task(store, row.task_id).assignments[0].unit == JUSTICE


def test_an_offer_that_is_not_taken_changes_nothing_and_goes(page, desk):
    bar = page.task_actions.offers
    before = load_directory(desk.context.store)
    page.task_actions.edit_cell(page.bench.model.rows[1], "lead", TRADE)
    bar.leave.click()
    assert not bar.isVisible()
    bar.keep.click()  # of nothing
    page.task_actions.edit_cell(page.bench.model.rows[1], "lead", POLICE)
    assert bar.isVisible()
    page.task_actions.edit_cell(page.bench.model.rows[2], "title", "别的标题")
    assert not bar.isVisible()
    assert load_directory(desk.context.store) == before


def test_what_is_given_to_several_tasks_of_a_source_is_offered_for_good(page, desk, ids):
    bar, store = page.task_actions.offers, desk.context.store
    of_justice = [r for r in page.bench.model.rows if any("司法" in p.source_unit for p in r.units)]
    first = of_justice[0]
    page.task_actions.give_unit(TRADE, Role.COOPERATING)  # of the chosen one alone: nothing yet
    assert not bar.isVisible()
    splitting.split_task(store, first.task_id, 4, desk.context.now())
    rows = [r for r in page.bench.model.rows if any("司法" in p.source_unit for p in r.units)]
    choose(page, *(row.number for row in rows[:2]))
    page.task_actions.give_unit("市教育局", Role.COOPERATING)
    assert (
        bar.words.text()
        == "以后来文里的\u201c省司法厅\u201d\uff0c都加上\u201c市教育局\u201d吗\uff1f"
    )
    page.task_actions.take_unit(JUSTICE)
    assert bar.words.text().endswith("都由\u201c市教育局\u201d对应吗\uff1f")
    bar.keep.click()
    known = load_directory(store)
    (above,) = known.resolve("省司法厅", None, Level.PROVINCE).units
    assert [known.by_id[p.lower].label for p in known.answers[above.id]] == ["市教育局"]


def test_several_offers_are_asked_one_after_the_other(qtbot):
    bar = OfferBar()
    qtbot.addWidget(bar)
    taken = []
    bar.taken.connect(taken.append)
    one, same, other = (Offer(a, ("x",), "", a, b, b) for a, b in ("甲乙", "甲丙", "丁戊"))
    bar.show_offers([one, same, other])
    assert "甲" in bar.words.text()
    bar.keep.click()
    assert taken == [one]
    assert "丁" in bar.words.text()  # about the same unit above it is another question by now
    bar.leave.click()
    assert not bar.isVisible()


def test_an_edit_that_was_undone_is_no_habit(page, desk, ids):
    bar = page.task_actions.offers
    rows = page.bench.model.rows
    page.task_actions.edit_cell(rows[1], "cooperating", TRADE)
    desk.context.store.undo()
    splitting.split_task(desk.context.store, rows[1].task_id, 4, desk.context.now())
    page.task_actions.edit_cell(page.bench.model.rows[2], "cooperating", TRADE)
    assert not bar.isVisible()
    page.task_actions.edit_cell(page.bench.model.rows[1], "cooperating", TRADE)
    assert bar.isVisible()
