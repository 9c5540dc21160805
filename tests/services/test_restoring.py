"""Restoring a backup, and taking that back."""

from datetime import datetime

from shuangda_desktop.services.restoring import restore_backup
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety.backup import back_up, list_backups

NOW = datetime.fromisoformat("2026-03-02T09:30")
LATER = datetime.fromisoformat("2026-03-02T17:00")


def name_office(path, name):
    with open_store(path, NOW) as store, store.step("改名", NOW):
        settings.put(store, "office_name", name)


def office(path):
    with open_store(path, NOW) as store:
        return settings.get(store, "office_name")


def test_a_restored_backup_is_there_and_the_present_state_is_kept(tmp_path):
    path = tmp_path / "shuangda.db"
    name_office(path, "早先")
    with open_store(path, NOW) as store:
        early = back_up(store, tmp_path / "early.db")
    name_office(path, "后来")
    kept = restore_backup(path, early, LATER)
    assert office(path) == "早先"
    assert kept is not None
    assert kept in [row.path for row in list_backups(kept.parent)]
    restore_backup(path, kept, LATER)
    assert office(path) == "后来"
