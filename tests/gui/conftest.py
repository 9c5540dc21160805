"""A window's surroundings without a screen: offscreen, one worker, the clock stopped."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from shuangda_desktop.gui import theme
from shuangda_desktop.gui.jobs import Jobs


HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """The offscreen platform complains about every window with a smallest size; nothing is wrong."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Every test looks at the light theme in the usual size."""
    theme.apply(qapp, theme.Appearance())


@pytest.fixture
def jobs(qapp):
    worker = Jobs()
    yield worker
    worker.close()


@pytest.fixture
def ime():
    """Chinese as an input method commits it; key clicks with Chinese abort the process."""

    def commit(widget: QWidget, text: str) -> None:
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    return commit
