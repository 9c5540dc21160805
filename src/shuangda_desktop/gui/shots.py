"""Pictures of every page, for looking at them: light and dark, at 100 and 150 percent."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from shuangda_desktop.gui import theme
from shuangda_desktop.gui.main_window import MainWindow

SCREEN = QSize(1366, 768)
SCALES = (1.0, 1.5)
ROUNDS = 3  # a new style asks for a layout, a layout for scroll bars, they for a layout


def render(app: QApplication, window: MainWindow, folder: Path) -> list[Path]:
    """Write the pictures into a folder; what they show is what the screen would."""
    folder.mkdir(parents=True, exist_ok=True)
    return list(_pictures(app, window, folder))


def _pictures(app: QApplication, window: MainWindow, folder: Path) -> Iterator[Path]:
    look = theme.Appearance()
    for dark in (False, True):
        theme.apply(app, replace(look, dark=dark))
        for scale in SCALES:
            window.resize(_scaled(SCREEN, 1 / scale))
            window.show()
            for name in window.pages:
                window.open_page(name)
                _settle(app, window)
                words = [name, "dark" if dark else "light", *(["150"] if scale > 1 else [])]
                path = folder / ("-".join(words) + ".png")
                _picture(window, scale).save(str(path))
                yield path


def _settle(app: QApplication, window: MainWindow) -> None:
    """Let the page find its layout, and what it works out beside the window come back."""
    done: list[None] = []
    for _ in range(ROUNDS):
        app.processEvents()
    window.page.settle()
    window.page.context.jobs.run(lambda: None, done.append, lambda _: done.append(None))
    while not done:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(ROUNDS):
        app.processEvents()


def _picture(window: MainWindow, scale: float) -> QPixmap:
    picture = QPixmap(_scaled(window.size(), scale))
    picture.setDevicePixelRatio(scale)
    window.render(picture)
    return picture


def _scaled(size: QSize, by: float) -> QSize:
    return QSize(round(size.width() * by), round(size.height() * by))
