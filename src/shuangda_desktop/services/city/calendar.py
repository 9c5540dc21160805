"""Working days and due days as the office sets them."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from shuangda_desktop import paths
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import settings, special_days
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.occurrences import DueRule
from shuangda_desktop.tasks.workdays import (
    DayKind,
    Shift,
    SpecialDay,
    Workdays,
    weekday,
    workdays_of,
    years_of,
)

DAYS_AFTER, SHIFT = "report_days_after", "report_shift"
LONGEST = 60


@lru_cache(maxsize=1)
def shipped_days() -> tuple[SpecialDay, ...]:
    """The table that came with the program: the years whose notices were out by then."""
    with (paths.resources() / "holidays" / "special_days.csv").open(encoding="utf-8") as file:
        return tuple(
            SpecialDay(
                date.fromisoformat(row["day"]), DayKind(row["kind"]), row["name"], row["source"]
            )
            for row in csv.DictReader(file)
        )


def special_days_of(store: Store, year: int | None = None) -> tuple[SpecialDay, ...]:
    """The table that counts: of a year that the office wrote down its own, else the shipped one."""
    own = special_days.load_days(store)
    known = years_of(own)
    days = [*own, *(day for day in shipped_days() if day.day.year not in known)]
    return tuple(
        sorted((d for d in days if year in (None, d.day.year)), key=lambda special: special.day)
    )


def load_workdays(store: Store) -> Workdays:
    """The working days under that table."""
    return workdays_of(special_days_of(store))


def off_words(store: Store, day: date) -> str:
    """What makes a day one on which nobody works, as 星期六 or 国庆节假期; "" for a working day."""
    if load_workdays(store).is_workday(day):
        return ""
    names = (special.name for special in special_days_of(store, day.year) if special.day == day)
    name = next(names, "")
    return (name if name.endswith("假") else f"{name}假期") if name else weekday(day)


def change_year(store: Store, year: int, days: Sequence[SpecialDay], now: datetime) -> None:
    """Keep the days of a year as the office knows them."""
    listed = sorted(days, key=lambda special: special.day)
    _check(year, listed)
    if tuple(listed) == special_days_of(store, year):
        return
    with store.step(f"修改{year}年的节假日", now):
        special_days.save_year(store, year, listed)


def load_due_rule(store: Store) -> DueRule:
    """When reports are due, as the office sets it."""
    usual = DueRule()
    days = settings.get(store, DAYS_AFTER)
    shift = settings.get(store, SHIFT)
    return DueRule(
        int(days) if days.isdigit() else usual.days_after,
        Shift(shift) if shift in set(Shift) else usual.shift,
        load_workdays(store),
    )


def change_due_rule(store: Store, days_after: int, shift: Shift, now: datetime) -> None:
    """Set how many days after a period its report is due, and where a day off sends it."""
    known = load_due_rule(store)
    if (days_after, shift) == (known.days_after, known.shift):
        return
    if not 0 <= days_after <= LONGEST:
        raise refusal(f"报送日要在期满后0到{LONGEST}天之间,没有改动。")
    with store.step("修改报送日的规则", now):
        settings.put(store, DAYS_AFTER, str(days_after))
        settings.put(store, SHIFT, shift.value)


def _check(year: int, days: Sequence[SpecialDay]) -> None:
    seen: set[date] = set()
    for special in days:
        if special.day.year != year:
            raise refusal(f"{special.day.isoformat()}不在{year}年,没有保存。")
        if special.day in seen:
            raise refusal(f"{special.day.isoformat()}写了两遍,没有保存。请留一行。")
        seen.add(special.day)
