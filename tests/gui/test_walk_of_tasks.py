"""A clerk's day after reading, with keys, through the real window over a real file."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.divided import (
    JUSTICE,
    NET,
    POLICE,
    TRADE,
    keep_plan,
    keep_tasks,
    opens_a_list,
    set_up_city,
)
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.plan.model import Role
from shuangda_desktop.store import queries
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.tasks import load_entries, load_task
from shuangda_desktop.tasks.model import Status

CTRL = Qt.KeyboardModifier.ControlModifier


class Office:
    """The program as a clerk has it: open, closed, opened again over the same file."""

    def __init__(self, folder, now, qtbot):
        self.folder, self.now, self._qtbot = folder, now, qtbot
        self.store = self.window = None
        self.open()

    def open(self):
        self.store = open_store(self.folder / "work.db", self.now)
        self.jobs = Jobs()
        settings = QSettings(str(self.folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(
            self.store,
            self.jobs,
            settings,
            program.PLACES,
            program.MORE,
            today=self.now.date,
            now=lambda: self.now,
        )
        self._qtbot.addWidget(self.window)
        self.window.resize(1366, 720)
        self.window.show()
        self._qtbot.waitExposed(self.window)
        self.activate()

    def activate(self):
        """Offscreen, nobody does it for us: at the start, and after a list below a line closed."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def close(self):
        self.window.close()
        self.jobs.close()
        self.store.close()

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()

    @property
    def page(self):
        return self.window.page

    @property
    def context(self):
        return self.page.context


@pytest.fixture
def office(tmp_path, now, qtbot):
    made = Office(tmp_path, now, qtbot)
    yield made
    made.close()


def rows(office):
    return queries.task_rows(office.store, include_dropped=True)


@opens_a_list
def test_a_plan_is_divided_tracked_and_written_out_by_keyboard(
    office, monkeypatch, tmp_path, ime, qtbot
):
    set_up_city(office)
    keep_plan(office)

    # divide and confirm
    office.press(Qt.Key.Key_4, CTRL)
    assert office.page.name == "split"
    office.press(Qt.Key.Key_Space)  # on the one button of the page
    assert len(rows(office)) == 3
    office.press(Qt.Key.Key_A, CTRL)
    office.press(Qt.Key.Key_Return, CTRL)
    assert "还有" not in office.page.remains.left_over.text()

    # change one lead
    table = office.page.bench.table
    table.choose(office.page.bench.model.index(0, 3))
    office.press(Qt.Key.Key_F2)
    editor = next(e for e in table.findChildren(QLineEdit) if e.isVisible())
    editor.clear()
    ime(editor, "市公安局")
    editor.close_list()
    office.activate()
    office.press(Qt.Key.Key_Return)
    assert rows(office)[0].names(Role.LEAD) == (POLICE,)

    # record progress
    office.press(Qt.Key.Key_5, CTRL)
    form = office.page.detail.form
    form.percent.setValue(35)
    form.note.setFocus()
    ime(form.note, "已摸清网店200家。")
    office.press(Qt.Key.Key_Return)
    first = rows(office)[0]
    assert (first.percent, first.status, first.latest_note) == (
        35,
        Status.ONGOING,
        "已摸清网店200家。",
    )

    # write out
    path = tmp_path / "任务分工表.xlsx"
    monkeypatch.setattr(ask, "save_file", lambda *a: path)
    office.press(Qt.Key.Key_7, CTRL)
    office.press(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(office.page.progress.isHidden)
    assert path.exists()

    # undo twice, close, reopen
    office.press(Qt.Key.Key_Z, CTRL)
    office.press(Qt.Key.Key_Z, CTRL)
    assert rows(office)[0].names(Role.LEAD) == (NET,)
    office.press(Qt.Key.Key_Y, CTRL)
    office.close()
    office.open()
    again = rows(office)[0]
    assert again.names(Role.LEAD) == (POLICE,)
    assert again.latest_on is None
    assert path.exists()


def test_ctrl_z_works_while_a_search_field_has_the_focus(office):
    keep_tasks(office, keep_plan(office))
    office.press(Qt.Key.Key_4, CTRL)
    office.page.task_actions.accept_all()
    office.press(Qt.Key.Key_F, CTRL)
    assert office.page.bench.search_field.hasFocus()
    office.press(Qt.Key.Key_Z, CTRL)
    assert "还有 2 项待确认" in office.page.remains.left_over.text()


def test_ctrl_z_takes_back_typing_first(office, ime):
    keep_tasks(office, keep_plan(office))
    office.press(Qt.Key.Key_4, CTRL)
    office.page.task_actions.accept_all()
    text = office.page.bench.detail.text
    text.setFocus()
    ime(text, "请")
    office.press(Qt.Key.Key_Z, CTRL)
    assert not text.is_changed()
    assert office.page.remains.left_over.text() == "全部已确认，还没有印发"


def test_closing_the_window_keeps_a_text_that_was_being_written(office, ime):
    ids = keep_tasks(office, keep_plan(office))
    office.press(Qt.Key.Key_4, CTRL)
    text = office.page.bench.detail.text
    text.setFocus()
    text.selectAll()
    ime(text, "写了一半。")
    office.close()
    office.open()
    assert load_task(office.store, ids[0]).text == "写了一半。"


def test_turning_to_another_place_keeps_a_text_that_was_being_written(office, ime):
    ids = keep_tasks(office, keep_plan(office))
    office.press(Qt.Key.Key_4, CTRL)
    text = office.page.bench.detail.text
    text.setFocus()
    text.selectAll()
    ime(text, "写了一半。")
    office.press(Qt.Key.Key_5, CTRL)
    assert load_task(office.store, ids[0]).text == "写了一半。"


def test_a_place_out_of_sight_shows_the_change_when_it_is_opened(office):
    ids = keep_tasks(office, keep_plan(office))
    office.press(Qt.Key.Key_5, CTRL)
    office.press(Qt.Key.Key_4, CTRL)
    office.page.task_actions.edit_cell(rows(office)[0], "due", "5月底")
    office.press(Qt.Key.Key_5, CTRL)
    assert office.page.model.rows[0].due_on == date(2026, 5, 31)
    assert load_entries(office.store, ids[0]) == ()


def test_what_a_unit_gets_opens_in_the_place_of_tasks(office):
    set_up_city(office)
    keep_tasks(office, keep_plan(office))
    office.window.open_page("units", unit=JUSTICE)
    office.page.detail.open.click()
    assert office.page.name == "tasks"
    assert [row.title for row in office.page.model.rows] == ["办好宣传周"]
    office.window.open_page("units", unit=TRADE)
    assert not office.page.detail.open.isEnabled()


def test_a_plan_from_the_list_is_the_one_that_is_divided(office):
    plan_id = keep_plan(office)
    set_up_city(office)
    office.window.open_page("split", plan_id=plan_id)
    assert office.page.plans.plan_id() == plan_id
    assert office.page.stack.currentWidget() is office.page.stack.undivided
