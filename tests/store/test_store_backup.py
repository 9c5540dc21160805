"""Backups are proven before they count, thinned by age, and lead back."""

from datetime import timedelta

from shuangda_desktop.store import settings
from shuangda_desktop.store.backup import back_up, backup_on_close, list_backups
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.restore import restore


def put(store, value, now):
    with store.step(f"改为{value}", now):
        settings.put(store, "city", value)


def test_a_backup_is_made_only_when_something_changed(tmp_path, now):
    with open_store(tmp_path / "a.db", now) as store:
        put(store, "甲市", now)
        assert backup_on_close(store, tmp_path / "backups", now) is not None
        assert backup_on_close(store, tmp_path / "backups", now + timedelta(hours=1)) is None
        put(store, "乙市", now)
        assert backup_on_close(store, tmp_path / "backups", now + timedelta(hours=2)) is not None
    assert [row.last_action for row in list_backups(tmp_path / "backups")] == [
        "改为乙市",
        "改为甲市",
    ]


def test_a_restore_can_be_taken_back(tmp_path, now):
    path, kept = tmp_path / "a.db", tmp_path / "kept.db"
    with open_store(path, now) as store:
        put(store, "甲市", now)
        back_up(store, kept)
        put(store, "乙市", now)
    before = restore(path, kept, now)
    with open_store(path, now) as store:
        assert settings.get(store, "city") == "甲市"
    restore(path, before, now + timedelta(seconds=1))
    with open_store(path, now) as store:
        assert settings.get(store, "city") == "乙市"
