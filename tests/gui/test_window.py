"""The window opens pages, refreshes them once, and takes actions back by name."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout

from shuangda_desktop.gui import appearance, ask, keys, main_window, theme
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.gui.pages.page import Page
from shuangda_desktop.gui.shots import render
from shuangda_desktop.gui.theme import DARK, LIGHT
from shuangda_desktop.store import settings as office
from shuangda_desktop.store.database import open_store

NOW = datetime.fromisoformat("2026-03-02T09:30")


class Watched(Page):
    """Counts its refreshes and remembers where it was sent."""

    def __init__(self, context):
        super().__init__(context)
        self.refreshed, self.places, self.searched = 0, [], 0
        self.field = QLineEdit()
        self.field.setAccessibleName("字段")
        QVBoxLayout(self).addWidget(self.field)

    def refresh(self):
        self.refreshed += 1

    def go(self, **where):
        self.places.append(where)

    def search(self):
        self.searched += 1


class First(Watched):
    name, title, icon, reads = "plans", "来文", "inbox", frozenset({"settings"})


class Second(Watched):
    name, title, icon, reads = "review", "校核", "file-search", frozenset({"settings"})


class Other(Watched):
    name, title, icon, reads = "other", "别的", "building", frozenset({"unit"})
    menu, key = "数据", "Ctrl+U"


@pytest.fixture
def store():
    with open_store(":memory:", NOW) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, store, jobs, settings):
    made = MainWindow(
        store,
        jobs,
        settings,
        (First, Second),
        (Other,),
        today=lambda: date(2026, 3, 2),
        now=lambda: NOW,
    )
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def name_office(store, name):
    with store.step(f"改名为{name}", NOW):
        office.put(store, "office_name", name)


def action(window, text):
    """The action of the menus with this text."""
    (found,) = [a for a in window.menuBar().findChildren(QAction) if a.text() == text]
    return found


def test_the_first_place_is_open_and_was_refreshed_once(window):
    assert window.page.name == "plans"
    assert [page.refreshed for page in window.pages.values()] == [1, 0, 0]


def test_a_page_is_refreshed_when_it_comes_into_sight(window):
    window.open_page("review", plan_id=7)
    assert window.page.places == [{"plan_id": 7}]
    assert window.page.refreshed == 1
    window.open_page("plans")
    assert window.page.refreshed == 1


def test_a_change_refreshes_the_page_in_sight_and_others_when_they_are_opened(window, store):
    window.open_page("review")
    name_office(store, "甲办")
    counts = {name: page.refreshed for name, page in window.pages.items()}
    assert counts == {"plans": 1, "review": 2, "other": 0}
    window.open_page("plans")
    assert window.pages["plans"].refreshed == 2


def test_on_another_day_every_page_is_refreshed(qtbot, store, jobs, settings):
    days = [date(2025, 12, 31)]
    made = MainWindow(
        store, jobs, settings, (First, Second), (), today=lambda: days[-1], now=lambda: NOW
    )
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open_page("review")
    days.append(date(2026, 1, 1))
    made.open_page("plans")
    made.open_page("review")
    made.open_page("plans")
    assert [page.refreshed for page in made.pages.values()] == [2, 2]
    days.append(date(2026, 1, 2))
    QApplication.sendEvent(made, QEvent(QEvent.Type.ActivationChange))  # the clerk comes back to it
    assert [page.refreshed for page in made.pages.values()] == [3, 2]


def test_undo_and_redo_carry_the_name_of_the_action(window, store):
    assert window.menus.undo.text() == "撤销"
    assert not window.menus.undo.isEnabled()
    name_office(store, "甲办")
    assert window.menus.undo.text() == "撤销\u201c改名为甲办\u201d"
    window.menus.undo.trigger()
    assert office.get(store, "office_name") == ""
    assert window.menus.redo.text() == "重做\u201c改名为甲办\u201d"
    assert window.notice.text.text() == "已撤销\u201c改名为甲办\u201d。"
    window.menus.redo.trigger()
    assert office.get(store, "office_name") == "甲办"
    assert not window.menus.redo.isEnabled()


def test_the_line_at_the_foot_takes_the_action_back(window, store, qtbot):
    name_office(store, "甲办")
    window.notify("办公室改名为\u201c甲办\u201d。")
    assert window.notice.undo.isVisible()
    qtbot.mouseClick(window.notice.undo, Qt.MouseButton.LeftButton)
    assert office.get(store, "office_name") == ""
    assert not window.notice.undo.isVisible()


def test_nothing_offers_undo_where_nothing_was_done(window):
    window.notify("没有改动。")
    assert not window.notice.undo.isVisible()


def test_a_long_sentence_does_not_widen_the_window(window):
    width = window.minimumSizeHint().width()
    window.notify("很长的一句话。" * 100, undo=False)
    assert window.minimumSizeHint().width() == width


def test_places_are_opened_by_ctrl_and_their_number(window, qtbot):
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page.name == "review"
    qtbot.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert window.page.name == "other"
    assert not any(button.isChecked() for button in window.rail.findChildren(QToolButton))


def test_the_rail_shows_the_open_place_and_opens_others(window, qtbot):
    plans, review = window.rail.findChildren(QToolButton)
    assert (plans.isChecked(), review.isChecked()) == (True, False)
    qtbot.mouseClick(review, Qt.MouseButton.LeftButton)
    assert window.page.name == "review"
    assert (plans.isChecked(), review.isChecked()) == (False, True)
    assert review.toolTip() == "校核\uff08Ctrl+2\uff09"


def test_menus_send_the_page_of_plans_to_work(window):
    for text in ("导入文件…", "粘贴文字…", "试用样例"):
        action(window, text).trigger()
    assert window.pages["plans"].places == [{"do": "open"}, {"do": "paste"}, {"do": "sample"}]


def test_a_page_of_a_menu_is_opened_from_there(window):
    action(window, "别的").trigger()
    assert window.page.name == "other"


def test_searching_is_left_to_the_page_in_sight(window):
    action(window, "在本页查找").trigger()
    assert window.page.searched == 1


def test_every_shortcut_of_the_window_is_given_once(window):
    keys = [key.toString() for a in window.findChildren(QAction) for key in a.shortcuts()]
    keys = [key for key in keys if key]
    assert QKeySequence("Ctrl+O").toString() in keys
    assert len(keys) == len(set(keys))


def test_dark_and_size_are_applied_and_kept_for_next_time(window, settings, qapp):
    action(window, "深色").trigger()
    action(window, "14 磅").trigger()
    action(window, "宽松").trigger()
    assert theme.tokens_of(qapp.palette()) is DARK
    assert qapp.font().pointSizeF() == 14
    assert theme.row_height() == round(40 * 14 / 10.5)
    assert appearance.load(settings) == theme.Appearance(dark=True, points=14, row=40)
    action(window, "深色").trigger()
    assert theme.tokens_of(qapp.palette()) is LIGHT


def test_settings_that_cannot_be_read_are_as_at_first(settings):
    settings.setValue("look/points", "大")
    settings.setValue("look/dark", "maybe")
    assert appearance.load(settings) == theme.Appearance()


def test_the_window_opens_where_it_was_closed(window, settings, store, jobs, qtbot):
    window.resize(700, 500)
    window.close()
    again = MainWindow(
        store, jobs, settings, (First,), (), today=lambda: NOW.date(), now=lambda: NOW
    )
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (700, 500)


def test_closing_lets_a_field_keep_its_text(window, qtbot):
    left = []
    window.page.field.editingFinished.connect(lambda: left.append(window.page.field.text()))
    window.page.field.setFocus()
    window.page.field.setText("半句")
    window.close()
    assert left == ["半句"]


@pytest.mark.parametrize("given_up", [False, True])
def test_what_is_half_done_is_asked_about_before_the_window_closes(window, monkeypatch, given_up):
    asked = []
    monkeypatch.setattr(window.page, "unkept", lambda: "还有一句没有登记。")
    monkeypatch.setattr(ask, "may_lose", lambda _, text, verb: asked.append(text) or given_up)
    window.close()
    assert asked == ["还有一句没有登记。\n现在关闭\uff0c这些就没有了。"]
    assert window.isHidden() is given_up


def test_what_the_input_method_still_holds_is_taken_over_before_it_is_asked(window, monkeypatch):
    """A click on the title bar takes the keys from no field: the words are none of its text yet."""
    done = []
    monkeypatch.setattr(main_window, "end_composing", lambda: done.append("taken over"))
    monkeypatch.setattr(window.page, "unkept", lambda: done.append("asked") or "")
    window.close()
    assert done == ["taken over", "asked"]


def test_the_input_method_hands_over(monkeypatch, qapp):
    asked = []

    class Method:
        def commit(self):
            asked.append("commit")

        def reset(self):
            asked.append("reset")

    monkeypatch.setattr(keys.QGuiApplication, "inputMethod", Method)
    keys.end_composing()
    assert asked == ["commit", "reset"]


def test_a_window_that_must_close_asks_nothing(window, monkeypatch):
    monkeypatch.setattr(window.page, "unkept", lambda: "还有一句没有登记。")
    monkeypatch.setattr(ask, "may_lose", lambda *_: pytest.fail("asked"))
    window.close_now()
    assert window.isHidden()


@pytest.mark.parametrize(
    ("room", "size", "whole"), [((1920, 1040), (1280, 720), False), ((911, 492), (911, 492), True)]
)
def test_a_window_is_never_larger_than_the_screen(window, room, size, whole):
    window.resize(1280, 720)
    window.fit(QSize(*room))
    assert (window.width(), window.height()) == size
    assert bool(window.windowState() & Qt.WindowState.WindowMaximized) is whole


def test_the_frame_fits_a_small_screen_at_150_percent(window):
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 911
    assert smallest.height() <= 512


def test_every_page_is_drawn_light_and_dark_in_two_sizes(window, qapp, tmp_path):
    written = render(qapp, window, tmp_path / "shots")
    assert len(written) == 12
    assert {path.name for path in written if path.stem.startswith("plans")} == {
        "plans-light.png",
        "plans-light-150.png",
        "plans-dark.png",
        "plans-dark-150.png",
    }
    assert all(path.stat().st_size > 1000 for path in written)


def test_the_screens_reader_finds_a_name_for_everything_that_takes_the_focus(window):
    assert list(nameless(QAccessible.queryAccessibleInterface(window))) == []


def nameless(part, depth=0):
    """Focusable parts without a name, as a screen reader walks them."""
    roles = QAccessible.Role
    told = (roles.Button, roles.EditableText, roles.ComboBox, roles.CheckBox, roles.Table)
    if part.role() in told and part.state().focusable and not part.text(QAccessible.Text.Name):
        yield part.object().metaObject().className()
    for number in range(part.childCount() if depth < 9 else 0):
        if (child := part.child(number)) is not None:
            yield from nameless(child, depth + 1)


def test_icons_take_the_colour_of_the_theme(window, qapp):
    def ink():
        picture = window.rail.findChildren(QToolButton)[0].icon().pixmap(24, 24).toImage()
        colours = {
            picture.pixelColor(QPoint(x, y)).name()
            for x in range(24)
            for y in range(24)
            if picture.pixelColor(QPoint(x, y)).alpha() == 255
        }
        return {colour.upper() for colour in colours}

    assert LIGHT.accent in ink()
    theme.apply(qapp, theme.Appearance(dark=True))
    QApplication.processEvents()
    assert DARK.accent in ink()


def test_in_a_low_window_the_places_stand_in_lines_and_stay_in_sight(window):
    for number in range(6):
        window.rail.add(f"more{number}", "更多", "inbox", f"Ctrl+{number + 3}")
    buttons = window.rail.findChildren(QToolButton)
    for height, style in (
        (900, Qt.ToolButtonStyle.ToolButtonTextUnderIcon),
        (480, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
    ):
        window.resize(1000, height)
        QApplication.processEvents()
        assert window.height() == height
        assert {made.toolButtonStyle() for made in buttons} == {style}
        assert all(made.geometry().bottom() <= window.rail.height() for made in buttons)
