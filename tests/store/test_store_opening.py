"""The store opens, keeps, takes back and says no."""

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import open_store


def test_what_was_kept_is_there_after_closing(tmp_path, now):
    with open_store(tmp_path / "a.db", now) as store, store.step("设置", now):
        settings.put(store, "city", "示例市")
    with open_store(tmp_path / "a.db", now) as store:
        assert settings.get(store, "city") == "示例市"


def test_undo_and_redo_tell_what_they_did(store, now):
    with store.step("设置", now):
        settings.put(store, "city", "示例市")
    assert (store.undo(), settings.get(store, "city"), store.undo()) == ("设置", "", None)
    assert (store.redo(), settings.get(store, "city"), store.redo()) == ("设置", "示例市", None)


def test_a_second_window_is_refused_in_words(tmp_path, now):
    with open_store(tmp_path / "a.db", now), pytest.raises(StoreError, match="另一个窗口"):
        open_store(tmp_path / "a.db", now)
