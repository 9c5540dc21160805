"""F1 says what a page is for and which keys it has; every key that it names is there."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from gui.divided import divide
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.help_words import EVERYWHERE, HELP, help_html

PAGES = [page.name for page in (*program.PLACES, *program.MORE)]
# Keys of Qt's own widgets, of a page as a whole, and of fields: pressed in the tests of those.
ELSEWHERE = {"Enter", "Tab", "Shift+Tab", "空格", "F2", "F4", "F9", "Ctrl+C", "Up", "Down"}
ELSEWHERE |= {"Ctrl+Enter", "Delete"}


@pytest.fixture
def window(desk, window_over):
    divide(desk)
    return window_over()


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_every_page_has_its_help():
    assert sorted(HELP) == sorted(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_help_is_short_and_written_in_chinese_marks(name):
    words = [*HELP[name].sentences, *HELP[name].keys.values()]
    assert all(len(sentence) <= 40 for sentence in words)
    shown = re.sub(r"<[^>]+>", "", help_html(name, "#000000"))
    assert not re.search("[\u4e00-\u9fff][,:;?!]", shown)
    assert "各页都有的键" in shown
    assert ("这一页的键" in shown) == bool(HELP[name].keys)


def keys_of(window, page):
    """Every key that an action or a shortcut of the window or the page takes."""
    actions = [action for made in (window, page) for action in made.findChildren(QAction)]
    found = {key.toString() for action in actions for key in action.shortcuts()}
    return found | {s.key().toString() for s in page.findChildren(QShortcut)}


def unknown_keys(window, name):
    window.open_page(name)
    known = keys_of(window, window.page)
    named = [k for line in {**EVERYWHERE, **HELP[name].keys} for k in re.split("、| 至 ", line)]
    meant = {key: QKeySequence(key.replace("Enter", "Return")).toString() for key in named}
    return [k for k, key in meant.items() if key not in known and k not in ELSEWHERE]


def test_every_key_that_help_names_is_there(window):
    assert {name: unknown for name in PAGES if (unknown := unknown_keys(window, name))} == {}


def test_f1_opens_the_help_of_the_page_and_again_closes_it(window, qtbot):
    window.open_page("split")
    press(qtbot, Qt.Key.Key_F1)
    assert window.help.isVisible()
    assert window.help.head.text() == "分解"
    assert QApplication.focusWidget() is window.help.area
    press(qtbot, Qt.Key.Key_F1)
    assert window.help.isHidden()
    assert QApplication.focusWidget() is window.page.bench.table


def test_esc_closes_the_help_and_gives_the_keys_back(window, qtbot):
    window.open_page("tasks")
    window.toggle_help()
    press(qtbot, Qt.Key.Key_Escape)
    assert window.help.isHidden()
    assert QApplication.focusWidget() is window.page.table


def test_open_help_follows_to_the_next_page(window):
    window.open_page("plans")
    window.toggle_help()
    window.open_page("outputs")
    assert window.help.isVisible()
    assert window.help.head.text() == "输出"


@pytest.mark.parametrize("size", [(1366, 700), (911, 512)])
def test_help_stands_at_the_right_side_and_takes_no_room(window, size):
    window.open_page("tasks")
    before = window.page.geometry()
    window.toggle_help()
    window.resize(*size)
    QApplication.processEvents()
    room = window.stack.rect()
    assert window.help.geometry().right() in (room.right() - 1, room.right())
    assert window.help.height() == room.height()
    assert window.help.width() < room.width() / 2 + 60
    if size == (1366, 700):
        assert window.page.geometry() == before


def test_help_is_dyed_for_the_dark(window, qapp):
    theme.apply(qapp, theme.Appearance(dark=True))
    window.toggle_help()
    assert theme.DARK.accent in window.help.words.text()
