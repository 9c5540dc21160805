"""The pages over 2,000 tasks, against the refresh of a bare QTableView with as many rows."""

import pytest
from PySide6.QtCore import QAbstractTableModel, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.floors import cpu_seconds, plan_text
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.services import directory, importing, splitting

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]
TASKS, COLUMNS = 2000, 7
SIZE = (1366, 768)


class Bare(QAbstractTableModel):
    """The least that a model in Python can be."""

    def rowCount(self, parent=None):  # noqa: N802 - Qt asks by this name
        return TASKS

    def columnCount(self, parent=None):  # noqa: N802 - the same
        return COLUMNS

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == Qt.ItemDataRole.DisplayRole:
            return "查清全市网店"
        return QColor("#1F2329") if role == Qt.ItemDataRole.ForegroundRole else None


@pytest.fixture(scope="module")
def table(qapp):
    view = QTableView()
    view.setModel(Bare(view))
    view.resize(*SIZE)
    view.show()
    return view


@pytest.fixture(scope="module")
def floor(table):
    """Resetting the bare table and painting it: CPU seconds."""

    def refresh():
        table.model().beginResetModel()
        table.model().endResetModel()
        table.grab()

    return cpu_seconds(refresh, 9)


@pytest.fixture
def window(store, now, qapp, qtbot, tmp_path):
    theme.apply(qapp, theme.Appearance())
    directory.set_up_city(store, "云泽省", "临江市", now)
    draft = importing.read_pasted("\n".join(plan_text(TASKS)), "大方案")
    splitting.divide(store, importing.keep_plan(store, draft, now), now)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    jobs = Jobs()
    made = MainWindow(
        store, jobs, settings, program.PLACES, program.MORE, today=now.date, now=lambda: now
    )
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    qtbot.waitExposed(made)
    yield made
    jobs.close()


def each(actions):
    """One action a call, each followed by what it makes the window paint."""
    waiting = iter(actions)

    def once():
        next(waiting)()
        QApplication.processEvents()

    return once


def told(capsys, what, cost, floor):
    with capsys.disabled():
        print(f"\n{what}: {cost / floor:.1f} times a bare table of {floor * 1000:.1f} ms")
    return cost / floor


@pytest.mark.parametrize(
    ("name", "select", "refresh"), [("split", 8, 300), ("tasks", 8, 180)], ids=["split", "tasks"]
)
def test_two_thousand_tasks_are_walked_without_a_pause(
    window, floor, capsys, name, select, refresh
):
    window.open_page(name)
    page = window.page
    table = getattr(page, "bench", page).table
    assert table.model().rowCount() == TASKS
    rows = [table.model().index(row, 0) for row in (5, 6, 400, 401, 1200, 1900, 3, 1000, 9, 77)]
    chosen = cpu_seconds(each([lambda i=i: table.choose(i) for i in rows]), 9)
    bar = table.verticalScrollBar()
    places = [300, 900, 9000, 30000, 100, 5000, 5032, 5064, 0, 640]
    scrolled = cpu_seconds(each([lambda y=y: bar.setValue(y) for y in places]), 9)
    again = cpu_seconds(each([page.refresh] * 6), 5)
    assert told(capsys, f"{name}: choosing", chosen, floor) < select
    assert told(capsys, f"{name}: scrolling", scrolled, floor) < select
    assert told(capsys, f"{name}: refreshing", again, floor) < refresh


def test_an_action_over_two_thousand_tasks_is_shown_without_a_pause(window, floor, capsys):
    window.open_page("split")
    page = window.page
    row = page.bench.model.rows[5]
    changes = [
        lambda i=i: page.task_actions.edit_cell(row, "title", f"另一个标题{i}") for i in range(4)
    ]
    changes += [lambda d=d: page.task_actions.edit_cell(row, "due", d) for d in ("6月底", "9月底")]
    shown = cpu_seconds(each([*changes, window.undo, window.redo, window.undo]), 8)
    assert told(capsys, "split: an action shown", shown, floor) < 25


def test_a_task_near_the_top_is_moved_without_a_pause(window, floor, capsys):
    window.open_page("split")
    page = window.page
    page.bench.table.choose(page.bench.model.index(5, 0))
    moves = [page.task_actions.down.trigger, page.task_actions.up.trigger] * 5
    moved = cpu_seconds(each(moves), 8)
    assert told(capsys, "split: a task moved", moved, floor) < 12
