"""Commands as a clerk types them, and the databases that they find."""

import sys
from pathlib import Path

import pytest

from shuangda_desktop.cli import main

SAMPLE = Path(__file__).parents[1] / "fixtures" / "yunze-2026.txt"
DAY = ("--today", "2026-03-16")


@pytest.fixture(autouse=True)
def own_hook(monkeypatch) -> None:
    """Commands set the process's hook for bugs; a test gives it back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def db(tmp_path):
    return tmp_path / "办公.db"


@pytest.fixture
def run(capsys):
    """Run a command; its exit code and what it wrote to both streams."""

    def _run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        return code, *capsys.readouterr()

    return _run


@pytest.fixture
def imported(run, db):
    run("import", SAMPLE, "--db", db, *DAY)


@pytest.fixture
def divided(run, imported, db):
    run("split", 1, "--db", db, "--province", "云泽省", "--city", "临江市", *DAY)
