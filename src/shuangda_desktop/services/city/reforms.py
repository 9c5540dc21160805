"""Institutional reforms of the city's units, with the day on which each took effect here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from shuangda_desktop.services.dividing.deciding import follow_directory
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import units
from shuangda_desktop.store.database import Store
from shuangda_desktop.units.book_units import LOCAL
from shuangda_desktop.units.changes import is_ours
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Succession, Unit


def local_reforms(known: Directory) -> tuple[Succession, ...]:
    """The reforms of the city's units, the latest first."""
    ours = (r for r in known.successions if is_ours(known, r) and r.successor in known.by_id)
    return tuple(sorted(ours, key=lambda r: r.effective_on, reverse=True))


def add_reform(
    store: Store, old: str, heirs: Sequence[str], day: date, note: str, now: datetime
) -> int:
    """Note that units took over the work of another on a day; how many tasks follow.

    The former unit exists until that day. Its names still resolve, and say by which reform.
    """
    known = units.load_directory(store)
    former, successors = _ours(known, old), [_ours(known, heir) for heir in heirs]
    if not successors or former in successors:
        raise refusal("改革后的单位要与原单位不同,没有改动。")
    fresh = [Succession(former.id, heir.id, day, note.strip()) for heir in successors]
    if any(reform in known.successions for reform in fresh):
        raise refusal(f"“{former.label}”的这次改革已经登记过,没有改动。")
    with store.step(f"登记“{former.label}”的改革", now):
        for reform in fresh:
            units.save_succession(store, reform)
        if former.active_until is None:
            units.save_unit(store, replace(former, active_until=day))
        return follow_directory(store)


def remove_reform(store: Store, reform: Succession, now: datetime) -> None:
    """Take a reform out; a unit that it had ended, and no other did, exists on."""
    known = units.load_directory(store)
    _there(known, reform)
    former = _ours(known, reform.predecessor)
    others = [r for r in known.reforms[former.id] if r != reform]
    with store.step(f"删除“{former.label}”的改革", now):
        units.delete_succession(store, reform)
        if not others and former.active_until == reform.effective_on:
            units.save_unit(store, replace(former, active_until=None))
        follow_directory(store)


def move_reform(store: Store, reform: Succession, day: date, now: datetime) -> None:
    """Let a reform take effect on another day: cities carried them out at different times."""
    known = units.load_directory(store)
    _there(known, reform)
    if day == reform.effective_on:
        return
    former = _ours(known, reform.predecessor)
    with store.step(f"修改“{former.label}”改革的日期", now):
        units.delete_succession(store, reform)
        units.save_succession(store, replace(reform, effective_on=day))
        if former.active_until == reform.effective_on:
            units.save_unit(store, replace(former, active_until=day))
        follow_directory(store)


def _ours(known: Directory, unit_id: str) -> Unit:
    unit = known.by_id.get(unit_id)
    if unit is None or unit.level not in LOCAL:
        raise refusal("改革登记的要是名录里的单位,没有改动。请先把单位添加到名录。")
    return unit


def _there(known: Directory, reform: Succession) -> None:
    if reform not in known.successions:
        raise refusal("这次改革已经不在名录里,没有改动。")
