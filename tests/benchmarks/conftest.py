"""What the benchmarks of the window share: 2,000 tasks in a window, and a bare table to compare with."""

import gc
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QAbstractTableModel, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView

from benchmarks.floors import cpu_seconds, plan_text
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import theme
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.reading import importing
from shuangda_desktop.store.database import open_store

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


@pytest.fixture(scope="session")
def table(qapp):
    view = QTableView()
    view.setModel(Bare(view))
    view.resize(*SIZE)
    view.show()
    return view


@pytest.fixture(scope="session")
def refresh_bare(table):
    """What resets the bare table and paints it."""

    def refresh():
        table.model().beginResetModel()
        table.model().endResetModel()
        table.grab()

    return refresh


@pytest.fixture(scope="session")
def bare_floor(refresh_bare):
    """Resetting the bare table and painting it: CPU seconds."""
    return cpu_seconds(refresh_bare, 9)


@pytest.fixture(scope="session")
def divided(tmp_path_factory, moment):
    """A file with a plan of 2,000 tasks; made once, for it takes longer than all that is measured."""
    path = tmp_path_factory.mktemp("divided") / "two-thousand.db"
    with open_store(path, moment) as store:
        directory.set_up_city(store, "云泽省", "临江市", moment)
        draft = importing.read_pasted("\n".join(plan_text(TASKS)), "大方案")
        splitting.divide(store, importing.keep_plan(store, draft, moment), moment)
    return path


@pytest.fixture
def window(divided, now, qapp, qtbot, tmp_path):
    """The window over a copy of it, as the program shows it."""
    theme.apply(qapp, theme.Appearance())
    store = open_store(Path(copy(divided, tmp_path)), now)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    jobs = Jobs()
    made = MainWindow(
        store, jobs, settings, program.PLACES, program.MORE, today=now.date, now=lambda: now
    )
    qtbot.addWidget(made)
    made.resize(*SIZE)
    made.show()
    qtbot.waitExposed(made)
    gc.freeze()  # as the program does when its window is shown
    yield made
    made.close()
    jobs.close()
    store.close()
    gc.unfreeze()
