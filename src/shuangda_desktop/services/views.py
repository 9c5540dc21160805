"""Ways of looking at a list, kept under a name."""

from datetime import datetime

from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.store import views as kept
from shuangda_desktop.store.database import Store


def load_views(store: Store, page: str) -> dict[str, str]:
    """The kept views of a page (JSON) by their names."""
    return kept.load_views(store, page)


def save_view(store: Store, page: str, name: str, value: str, now: datetime) -> None:
    """Keep a view; one of the same name is replaced."""
    if not name.strip():
        raise refusal("视图要有一个名称,没有保存。")
    if kept.load_views(store, page).get(name.strip()) == value:
        return
    with store.step(f"保存视图“{shortened(name.strip())}”", now):
        kept.save_view(store, page, name.strip(), value)


def delete_view(store: Store, page: str, name: str, now: datetime) -> None:
    """Forget a view."""
    with store.step(f"删除视图“{shortened(name)}”", now):
        kept.delete_view(store, page, name)
