"""The output page over a divided plan, with its pages in sight."""

from pathlib import Path

from gui.divided import divide
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.outputs.page import OutputsPage


def opened(desk, qtbot):
    """The page."""
    divide(desk)
    shown = desk.show(OutputsPage, qtbot)
    see(shown, qtbot)
    return shown


def see(page, qtbot):
    """Wait until the pages of the chosen document are in sight, or why they cannot be."""
    page.settle()
    qtbot.waitUntil(lambda: not page.preview.is_busy)


def words(page):
    """What the pages in sight say."""
    return "\n".join(one.words for one in page.preview.pages)


def chooses(monkeypatch, tmp_path):
    """The clerk chooses this file; what was suggested is kept in the list."""
    suggested = []
    path = tmp_path / "分工表.xlsx"

    def answer(_parent, _title, proposed, _kinds):
        suggested.append(Path(proposed).name)
        return path

    monkeypatch.setattr(ask, "save_file", answer)
    return path, suggested


def write_out(page, qtbot):
    """Press the button and wait until the worker is done."""
    page.write.click()
    qtbot.waitUntil(page.progress.isHidden)
