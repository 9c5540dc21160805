"""The day until which units are asked: another round, a day put off, days that cannot be meant."""

from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.divided import divide
from shuangda_desktop.gui.keys import leave
from shuangda_desktop.gui.pages.split.page import SplitPage
from shuangda_desktop.store.consultations import load_consultations

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(desk, qtbot):
    divide(desk)
    shown = desk.show(SplitPage, qtbot)
    shown.resize(1200, 700)
    shown.views.switch.choose("rounds")
    qtbot.waitUntil(shown.isActiveWindow)
    return shown.views.rounds


@pytest.fixture
def asked(view, qtbot):
    begin(view, "3月20日", qtbot)
    return view


def typed(view, day):
    view.due.setFocus()
    view.due.setText(day)


def begin(view, day, qtbot):
    typed(view, day)
    qtbot.mouseClick(view.start, LEFT)


def days(store):
    return [one.due_on for one in load_consultations(store, 1)]


def test_enter_after_the_day_begins_the_first_round(view, store, qtbot):
    typed(view, "3月20日")
    qtbot.keyClick(view.due, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: days(store) == [date(2026, 3, 20)])
    assert view.actions_.send.hasFocus()


def test_a_new_day_and_a_click_ask_again(asked, store, qtbot):
    begin(asked, "3月27日", qtbot)
    assert sorted(days(store)) == [date(2026, 3, 20), date(2026, 3, 27)]


def test_a_day_that_is_passed_over_is_kept(asked, store, qtbot):
    typed(asked, "3月27日")
    for part in (asked.due, asked.start):
        assert part.hasFocus()
        assert days(store) == [date(2026, 3, 20)]
        qtbot.keyClick(part, Qt.Key.Key_Tab)
    assert days(store) == [date(2026, 3, 27)]


def turn_to_another_window(asked, qtbot):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not asked.due.hasFocus())


@pytest.mark.parametrize("part", ["due", "start"])
def test_a_day_that_is_typed_waits_while_another_window_is_used(asked, store, qtbot, part):
    typed(asked, "3月27日")
    getattr(asked, part).setFocus()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: other.isActiveWindow() and not asked.due.hasFocus())
    assert days(store) == [date(2026, 3, 20)]
    assert asked.due.text() == "3月27日"
    asked.window().activateWindow()
    qtbot.waitUntil(getattr(asked, part).hasFocus)
    qtbot.mouseClick(asked.start, LEFT)
    assert sorted(days(store)) == [date(2026, 3, 20), date(2026, 3, 27)]


@pytest.mark.parametrize("part", ["due", "start"])
def test_a_typed_day_is_kept_when_the_window_is_closed(asked, store, part):
    typed(asked, "3月27日")
    getattr(asked, part).setFocus()
    leave(asked.window().focusWidget())
    assert days(store) == [date(2026, 3, 27)]


def test_a_typed_day_is_kept_when_the_window_is_closed_behind_another(asked, store, qtbot):
    typed(asked, "3月27日")
    turn_to_another_window(asked, qtbot)
    leave(asked.window().focusWidget())
    assert days(store) == [date(2026, 3, 27)]


def test_a_typed_day_stays_when_the_view_is_refreshed_behind_another_window(asked, qtbot):
    typed(asked, "3月27日")
    turn_to_another_window(asked, qtbot)
    asked.show_round()
    assert asked.due.text() == "3月27日"


def test_enter_twice_begins_one_round_and_complains_of_nothing(view, store, desk, qtbot):
    typed(view, "3月20日")
    view.due.returnPressed.emit()
    view.due.returnPressed.emit()
    qtbot.waitUntil(lambda: days(store) == [date(2026, 3, 20)])
    qtbot.wait(20)
    assert len(desk.said) == 1
    assert desk.said[0].startswith("已发起")


def test_enter_in_a_window_that_is_closed_at_once_begins_nothing(view, store, qtbot):
    typed(view, "3月20日")
    view.due.returnPressed.emit()
    shiboken6.delete(view)
    qtbot.wait(20)
    assert days(store) == []


@pytest.mark.parametrize(
    ("typed_day", "said"),
    [("", "请先填写反馈截止日"), ("尽快", "“尽快”读不懂"), ("1-15", "2026-01-15已经过了")],
)
def test_a_day_that_cannot_be_meant_begins_nothing(view, store, desk, qtbot, typed_day, said):
    begin(view, typed_day, qtbot)
    assert days(store) == []
    assert said in desk.said[-1]
    assert view.due.hasFocus()


def test_a_day_that_cannot_be_meant_puts_nothing_off(asked, store, desk, qtbot):
    typed(asked, "1-15")
    asked.table.setFocus()
    assert days(store) == [date(2026, 3, 20)]
    assert "已经过了" in desk.said[-1]
    assert asked.due.text() == "2026-03-20"


def test_a_day_off_is_pointed_out(asked, desk, qtbot):
    typed(asked, "3月28日")
    leave(asked.due)
    assert desk.said[-1] == "反馈截止日已改为2026-03-28。3月28日是星期六，请留意。"
    begin(asked, "10月2日", qtbot)
    assert "10月2日是国庆节假期，请留意。" in desk.said[-1]
