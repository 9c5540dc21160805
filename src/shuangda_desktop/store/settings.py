"""Settings of the office, by key."""

from shuangda_desktop.store.database import Store


def get(store: Store, key: str, default: str = "") -> str:
    """The value of a setting, or the default where nobody set it."""
    found = store.rows("SELECT value FROM settings WHERE key = ?", [key])
    return str(found[0][0]) if found else default


def put(store: Store, key: str, value: str) -> None:
    """Set a setting."""
    if not store.execute("UPDATE settings SET value = ? WHERE key = ?", [value, key]):
        store.insert("settings", [{"key": key, "value": value}])
