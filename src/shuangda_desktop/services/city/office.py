"""What the office says about itself: names, the prefix of its documents, when a deadline is near."""

from dataclasses import dataclass
from datetime import datetime

from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import Store

DUE_SOON_DAYS = 14
LONGEST = 365


@dataclass(frozen=True, slots=True)
class Office:
    """The office's settings; empty where nobody has written them yet."""

    name: str = ""
    short_name: str = ""
    document_prefix: str = ""
    due_soon_days: int = DUE_SOON_DAYS


def load_office(store: Store) -> Office:
    """The settings of now."""
    days = settings.get(store, "due_soon_days")
    return Office(
        settings.get(store, "office_name"),
        settings.get(store, "office_short_name"),
        settings.get(store, "document_prefix"),
        int(days) if days.isdigit() else DUE_SOON_DAYS,
    )


def change_office(store: Store, office: Office, now: datetime) -> None:
    """Keep the settings as they are given; unchanged ones are no action."""
    if office == load_office(store):
        return
    if not 1 <= office.due_soon_days <= LONGEST:
        raise refusal(f"临期天数要在1到{LONGEST}之间,没有改动。")
    with store.step("修改本办信息", now):
        settings.put(store, "office_name", office.name.strip())
        settings.put(store, "office_short_name", office.short_name.strip())
        settings.put(store, "document_prefix", office.document_prefix.strip())
        settings.put(store, "due_soon_days", str(office.due_soon_days))
