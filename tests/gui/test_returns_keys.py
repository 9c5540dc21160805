"""The keys on the board of returns: what they stand on is seen, and they stay there."""

import pytest
from PySide6.QtCore import Qt

from services.city import found_city, name_of
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.returns.page import ReturnsPage


@pytest.fixture
def page(desk, store, now, qtbot):
    """The page of a city of three units."""
    found_city(store, now, 3, 2)
    return desk.show(ReturnsPage, qtbot)


def shown(page):
    """The board as it is drawn."""
    return page.table.viewport().grab().toImage()


def test_the_keys_stand_on_a_cell_that_is_seen_and_its_unit_stays(page, qtbot):
    page.land()
    cell = page.table.currentIndex()
    assert (cell.row(), page.model.columns[cell.column()].key) == (0, "2026-03")
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    seen = shown(page)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert shown(page) != seen
    page.periods.earlier.click()
    assert page.detail.words.text() or page.table.current().unit == name_of(1)
    assert page.table.chosen_places() == [1]


def test_the_keys_stay_on_the_board_while_forms_are_written(
    page, desk, qtbot, monkeypatch, tmp_path
):
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path / "out")
    page.send.setFocus()
    page.send.click()
    assert page.focusWidget() is page.table
    qtbot.waitUntil(lambda: bool(desk.said))
