"""Commands set the process's hook for bugs; a test gives it back."""

import sys

import pytest


@pytest.fixture(autouse=True)
def own_hook(monkeypatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
