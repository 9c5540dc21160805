"""A clerk's walk with keys and clicks, through the real window over a real file."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from gui import papers
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.gui.models.review_tree import Key, Part
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.importing import Draft
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import open_store

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def database(tmp_path):
    return tmp_path / "work.db"


@pytest.fixture
def store(database, now):
    with open_store(database, now) as opened:
        yield opened


@pytest.fixture
def window(store, jobs, now, tmp_path, qtbot):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = MainWindow(
        store, jobs, settings, program.PLACES, program.MORE, today=now.date, now=lambda: now
    )
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def review(window, store, now):
    """The page of review with the small plan in it."""
    plan_id = importing.keep_plan(store, Draft(papers.SOURCE, papers.TEXT, papers.PLAN), now)
    window.open_page("review", plan_id=plan_id)
    return window.page


class Keys:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot):
        self.count, self._qtbot = 0, qtbot

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.count += 1
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def keys(qtbot):
    return Keys(qtbot)


def test_a_file_is_imported_checked_and_brought_back_by_undo(
    window, store, tmp_path, monkeypatch, keys, qtbot
):
    file = tmp_path / "云泽省要点.txt"
    file.write_text(papers.RAW, encoding="utf-8")
    monkeypatch.setattr(ask, "open_files", lambda *_: [file])
    keys.press(Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: window.page.name == "review")
    assert window.notice.text.text().startswith("已导入《")
    assert window.page.stored.source.name == file.name
    keys.press(Qt.Key.Key_Z, CTRL)
    assert queries.plan_rows(store) == ()
    assert window.page.stored is None
    keys.press(Qt.Key.Key_Y, CTRL)
    assert len(queries.plan_rows(store)) == 1


def test_a_review_by_keyboard_alone_costs_one_key_for_each_doubt(review, keys):
    while review.queue.doubts:
        keys.press(Qt.Key.Key_Return)
    assert keys.count == 3
    assert review.bar.count.text() == "全部核对完了"


def test_another_lead_is_set_by_keyboard_and_undone(review, window, keys):
    review.bench.tree.choose(Key(Part.MEASURE, papers.SHOPS.start))
    review.bench.measure.units.table.setFocus()
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_1)
    assert Duty("省商务厅", Role.LEAD) in review.stored.plan.measures[0].duties
    assert "更正责任分工" in window.menus.undo.text()
    keys.press(Qt.Key.Key_Z, CTRL)
    assert Duty("省商务厅", Role.COOPERATING) in review.stored.plan.measures[0].duties


def test_ctrl_z_takes_back_typing_first_and_actions_after(review, keys, ime):
    review.queue.accept()
    review.bench.tree.choose(Key(Part.MEASURE, papers.SHOPS.start))
    field = review.bench.measure.text
    field.setFocus()
    ime(field, "请")
    keys.press(Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == papers.PLAN.measures[0].text
    assert len(review.queue.doubts) == 2
    review.bench.tree.setFocus()
    keys.press(Qt.Key.Key_Z, CTRL)
    assert len(review.queue.doubts) == 3


def test_ctrl_z_works_while_the_original_has_the_focus(review, keys):
    review.queue.accept()
    review.bench.source.setFocus()
    keys.press(Qt.Key.Key_Z, CTRL)
    assert len(review.queue.doubts) == 3


def test_leaving_the_page_keeps_what_was_typed(review, window, keys, ime):
    review.bench.tree.choose(Key(Part.MEASURE, papers.SHOPS.start))
    review.bench.measure.due.setFocus()
    keys.press(Qt.Key.Key_A, CTRL)
    ime(review.bench.measure.due, "9月30日")
    keys.press(Qt.Key.Key_2, CTRL)
    assert window.page.name == "plans"
    assert review.stored.plan.measures[0].deadlines[0].due_on == date(2026, 9, 30)


def test_closing_the_window_keeps_what_was_typed(review, window, database, store, now, ime):
    review.bench.tree.choose(Key(Part.MEASURE, papers.SHOPS.start))
    field = review.bench.measure.text
    field.setFocus()
    field.selectAll()
    ime(field, "写了一半。")
    window.close()
    store.close()
    with open_store(database, now) as again:
        (row,) = queries.plan_rows(again)
        from shuangda_desktop.store.plans import load_plan

        assert load_plan(again, row.plan_id).plan.measures[0].text == "写了一半。"


def test_the_list_counts_down_as_doubts_are_accepted(review, window):
    review.queue.accept()
    window.open_page("plans")
    assert window.page.list.count.text() == "1 份\uff0c还有 2 处待核对"


def test_a_change_elsewhere_does_not_move_the_review(review, window, store, now):
    review.bench.tree.choose(Key(Part.MEASURE, papers.FAIRS.start))
    place = review.queue.place
    window.open_page("plans")
    importing.keep_plan(store, importing.read_pasted("乙省2025年工作要点", "乙"), now)
    window.open_page("review")
    assert review.bench.tree.key() == Key(Part.MEASURE, papers.FAIRS.start)
    assert review.queue.place == place


@pytest.mark.parametrize("name", ["plans", "review", "backups", "about"])
def test_every_page_lands_on_something_that_takes_keys(window, name):
    window.open_page(name)
    assert window.isAncestorOf(QApplication.focusWidget())


def test_every_place_is_reached_by_its_number(window, keys):
    for number, page in enumerate(program.PLACES):
        keys.press(Qt.Key(Qt.Key.Key_1 + number), CTRL)
        assert window.page.name == page.name
