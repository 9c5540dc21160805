"""The office's own table of holidays and make-up workdays."""

from collections.abc import Sequence
from datetime import date

from shuangda_desktop.store.columns import words
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.workdays import DayKind, SpecialDay

_KINDS = words(DayKind)


def load_days(store: Store) -> tuple[SpecialDay, ...]:
    """The days that the office wrote down, in order."""
    rows = store.rows("SELECT day, kind, name, source FROM special_day ORDER BY day")
    return tuple(
        SpecialDay(date.fromisoformat(day), _KINDS[kind], name, source)
        for day, kind, name, source in rows
    )


def save_year(store: Store, year: int, days: Sequence[SpecialDay]) -> None:
    """Write the days of a year in the place of those that were there."""
    store.execute(
        "DELETE FROM special_day WHERE day BETWEEN ? AND ?", [f"{year}-01-01", f"{year}-12-31"]
    )
    store.insert(
        "special_day",
        [
            {"day": d.day.isoformat(), "kind": d.kind.value, "name": d.name, "source": d.source}
            for d in days
        ],
    )
