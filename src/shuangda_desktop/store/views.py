"""How a page showed its list, kept under a name."""

from shuangda_desktop.store.database import Store


def save_view(store: Store, page: str, name: str, value: str) -> None:
    """Keep a view (JSON); one of the same name is replaced."""
    changed = store.execute(
        "UPDATE saved_view SET value = ? WHERE page = ? AND name = ?", [value, page, name]
    )
    if not changed:
        store.insert("saved_view", [{"page": page, "name": name, "value": value}])


def delete_view(store: Store, page: str, name: str) -> None:
    """Forget a view."""
    store.execute("DELETE FROM saved_view WHERE page = ? AND name = ?", [page, name])


def load_views(store: Store, page: str) -> dict[str, str]:
    """The views of a page by their names, in the order in which they were made."""
    rows = store.rows("SELECT name, value FROM saved_view WHERE page = ? ORDER BY id", [page])
    return dict(rows)
