"""Files handed to the system: what does not open is told."""

import pytest
from PySide6.QtGui import QDesktopServices

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.opening import open_path


@pytest.fixture
def told(monkeypatch):
    sentences = []
    monkeypatch.setattr(ask, "tell", lambda _, text: sentences.append(text))
    return sentences


@pytest.mark.parametrize("opens", [True, False])
def test_a_file_is_opened_or_it_is_told_that_nothing_opens_it(tmp_path, monkeypatch, told, opens):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"x")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: opens)
    open_path(None, path)
    words = f"没有能打开“台账.xlsx”的程序。它在“{tmp_path}”里。"
    assert told == ([] if opens else [words])


def test_a_file_on_a_stick_that_was_pulled_is_told(tmp_path, monkeypatch, told):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: pytest.fail("asked for"))
    open_path(None, tmp_path / "盘" / "台账.xlsx")
    (words,) = told
    assert "U盘" in words


def test_nothing_written_yet_opens_nothing(told):
    open_path(None, None)
    assert told == []
