"""Ctrl+K finds everything and opens it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.divided import divide


@pytest.fixture
def window(desk, window_over):
    divide(desk)
    made = window_over()
    made.open_page("plans")
    return made


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def opened(window, typed, ime):
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    ime(window.finder.line, typed)
    window.finder.search()
    return [(line.hit.kind, line.hit.title) for line in window.finder.model.rows]


def test_it_lies_over_the_page_and_goes_by_esc(window, ime):
    before = QApplication.focusWidget()
    opened(window, "手册", ime)
    assert window.finder.isVisible()
    assert QApplication.focusWidget() is window.finder.line
    assert window.stack.rect().contains(window.finder.geometry())
    press(Qt.Key.Key_Escape)
    assert window.finder.isHidden()
    assert QApplication.focusWidget() is before


def test_a_task_is_found_as_it_is_typed_and_opened_by_enter(window, ime):
    assert ("任务", "3. 编印手册") in opened(window, "手册", ime)
    press(Qt.Key.Key_Return)
    assert window.page.name == "tasks"
    assert window.page.table.current().title == "编印手册"


def test_down_and_up_walk_the_list(window, ime):
    found = opened(window, "网", ime)
    assert len(found) > 1
    press(Qt.Key.Key_Down)
    assert window.finder.table.currentIndex().row() == 1
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert window.finder.table.currentIndex().row() == 0


def test_a_unit_is_found_by_its_initials_and_opens_its_tasks(window, ime):
    assert ("单位", "市公安局") in opened(window, "gaj", ime)
    at = [line.hit.title for line in window.finder.model.rows].index("市公安局")
    window.finder.table.choose(window.finder.model.index(at, 0))
    window.finder.choose()
    assert (window.page.name, window.page.unit.unit()) == ("tasks", "市公安局")


def test_a_command_is_found_by_its_initials_and_done(window, ime):
    assert ("命令", "输出") in opened(window, "shuchu"[:1] + "c", ime)
    at = [line.hit.title for line in window.finder.model.rows].index("输出")
    window.finder.table.choose(window.finder.model.index(at, 0))
    press(Qt.Key.Key_Return)
    assert window.page.name == "outputs"


def test_a_plan_opens_for_checking(window, ime):
    found = opened(window, "云双打办", ime)
    assert next(kind for kind, _ in found) == "来文"
    press(Qt.Key.Key_Return)
    assert window.page.name == "review"


def test_nothing_found_is_said_and_enter_does_nothing(window, ime):
    assert opened(window, "没有这样的词", ime) == []
    assert window.finder.words.text() == "没有找到。"
    press(Qt.Key.Key_Return)
    assert window.finder.isVisible()
