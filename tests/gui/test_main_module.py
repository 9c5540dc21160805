"""A start goes to the command line where a command is given, else to the window."""

import sys

import pytest

from shuangda_desktop import __main__ as entry
from shuangda_desktop import cli
from shuangda_desktop.gui import app
from shuangda_desktop.sources.border import worker
from shuangda_desktop.sources.sheets import pile


@pytest.fixture
def went(monkeypatch):
    """Where the start went, and with which words."""
    places = []
    monkeypatch.setattr(cli, "main", lambda words: places.append(("cli", words)) or 3)
    monkeypatch.setattr(app, "run", lambda words: places.append(("window", words)) or 4)
    return places


@pytest.mark.parametrize(
    ("words", "place", "code"),
    [
        ([], "window", 4),
        (["--db", "a.db", "--page", "review"], "window", 4),
        (["--shots", "out"], "window", 4),
        (["parse", "a.docx"], "cli", 3),
        (["parse", "-"], "cli", 3),
        (["demo", "--out", "."], "cli", 3),
    ],
)
def test_a_start_goes_where_its_words_say(went, monkeypatch, words, place, code):
    monkeypatch.setattr(sys, "argv", ["shuangda", *words])
    assert entry.main() == code
    assert went == [(place, words)]


def test_the_windows_own_command_takes_every_word(went, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["shuangda-desktop", "方案.docx"])
    assert entry.window() == 4
    assert went == [("window", ["方案.docx"])]


@pytest.mark.parametrize("start", [entry.main, entry.window])
@pytest.mark.parametrize(
    ("module", "words"), [(worker, ["来文.docx", "1024", "20"]), (pile, ["1024", "20"])]
)
def test_a_packaged_program_becomes_its_own_worker(went, monkeypatch, start, module, words):
    monkeypatch.setattr(module, "main", lambda given: went.append(("worker", list(given))) or 5)
    monkeypatch.setattr(sys, "argv", ["双打工作台.exe", module.WORD, *words])
    assert start() == 5
    assert went == [("worker", words)]
