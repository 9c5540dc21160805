"""A window's surroundings without a screen: offscreen, one worker, the clock stopped."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gui import divided, papers
from prepared import copied
from shuangda_desktop.gui import app as program
from shuangda_desktop.gui import ask, theme
from shuangda_desktop.gui.jobs import Jobs
from shuangda_desktop.gui.main_window import MainWindow
from shuangda_desktop.gui.pages.page import Context

HERE = Path(__file__).parent
PATIENCE = 60_000  # milliseconds: a loaded machine is slow, what never comes is wrong


def pytest_collection_modifyitems(items):
    """The offscreen platform complains about every window with a smallest size; nothing is wrong."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Every test looks at the light theme in the usual size, and no window of another is left.

    A widget that a test leaves without handing it to qtbot is dressed anew for each test after it.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, theme.Appearance())


@pytest.fixture(autouse=True)
def unasked(request, monkeypatch):
    """A question that a test does not answer fails it, where it would wait for ever."""
    if request.module.__name__.rpartition(".")[2] != "test_ask":
        monkeypatch.setattr(
            QMessageBox, "exec", lambda box: pytest.fail(f"nobody answers: {box.text()}")
        )


@pytest.fixture
def qtbot(qtbot):
    """A robot that waits for what comes as long as a loaded machine may need."""
    for wait in ("waitUntil", "waitSignal"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE))
    return qtbot


@pytest.fixture(autouse=True, scope="session")
def clipboard_emptied(qapp):
    """The offscreen clipboard outlives the interpreter and would free Python's data after it: a crash."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def jobs(qapp):
    worker = Jobs()
    yield worker
    worker.close()


class Desk:
    """Stands in for the window: a page's context, and what the page said and where it went.

    ``begun`` is a store with a plan and a city, to begin with a copy of it.
    """

    def __init__(self, store, jobs, now, begun=None):
        self.said, self.opened, self.page, self.begun = [], [], None, begun
        self.context = Context(
            store,
            jobs,
            now.date,
            lambda: now,
            self.say,
            lambda name, **where: self.opened.append((name, where)),
        )

    def say(self, text, undo=True):
        self.said.append(text)

    def show(self, kind, qtbot):
        """A page in sight, made and refreshed as the window does it."""
        with theme.undressed():
            page = kind(self.context)
        qtbot.addWidget(page)
        page.resize(1100, 640)
        page.refresh()
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        self.context.store.listeners.append(lambda tables: tables & page.reads and page.refresh())
        return page


@pytest.fixture(scope="session")
def begun(empty_store, moment):
    """The small plan and the city's units: they take longer than what most tests do with them."""
    made = copied(empty_store)
    maker = Desk(made, None, moment)
    divided.keep_plan(maker)
    divided.set_up_city(maker)
    yield made
    made.close()


@pytest.fixture
def desk(store, jobs, now, begun):
    return Desk(store, jobs, now, begun)


@pytest.fixture
def file(tmp_path):
    """A plan as a file."""
    path = tmp_path / "云泽省要点.txt"
    path.write_text(papers.RAW, encoding="utf-8")
    return path


@pytest.fixture
def edition(file, tmp_path):
    """The same plan once more, with one deadline changed."""
    changed = tmp_path / "修订.txt"
    changed.write_text(
        file.read_text(encoding="utf-8").replace("六月底", "七月底"), encoding="utf-8"
    )
    return changed


@pytest.fixture
def told(monkeypatch):
    """What was told and asked; every question is answered with its first answer."""
    words = []
    monkeypatch.setattr(ask, "tell", lambda parent, text, details="": words.append(text))
    monkeypatch.setattr(
        ask, "choose", lambda parent, text, answers, leave: words.append(text) or answers[0]
    )
    return words


@pytest.fixture
def window_over(desk, jobs, now, tmp_path, qtbot):
    """Opens the whole window over what the desk's store holds by then."""

    def opened():
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(
            desk.context.store,
            jobs,
            settings,
            program.PLACES,
            program.MORE,
            today=now.date,
            now=lambda: now,
        )
        qtbot.addWidget(window)
        window.resize(1366, 700)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        return window

    return opened


@pytest.fixture
def ime():
    """Chinese as an input method commits it; key clicks with Chinese abort the process."""

    def commit(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return commit
