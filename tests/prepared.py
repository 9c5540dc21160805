"""Stores that many tests begin with: each is built once in a process, and every test has a copy."""

from sqlite_utils import Database

from shuangda_desktop.store import database
from shuangda_desktop.store.database import Store


def copied(store: Store) -> Store:
    """Another store in memory with the same contents, and with nothing to undo."""
    db = Database(memory=True, execute_plugins=False)
    store.db.conn.backup(db.conn)
    return database._ready(db, None)
