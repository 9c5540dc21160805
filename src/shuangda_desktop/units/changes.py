"""What a workbook would change in the directory, told before it is kept, and the directory after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.text.level import Level
from shuangda_desktop.units.book import Book
from shuangda_desktop.units.book_units import LOCAL
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Counterpart, Succession, Unit, UnitKind
from shuangda_desktop.units.words import KIND_WORDS, LEVEL_WORDS, NOBODY

ADDED, CHANGED, REMOVED = "新增", "修改", "删除"
_FIELDS = (
    ("name", "全称"),
    ("short_name", "简称"),
    ("level", "级别"),
    ("kind", "类别"),
    ("domain", "职责领域"),
    ("order", "排序"),
    ("active_from", "设立日期"),
    ("active_until", "撤销日期"),
    ("contact", "联系人"),
    ("phone", "电话"),
    ("note", "说明"),
)


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One difference: what kind, of what, in which field, from what to what."""

    kind: str
    what: str
    field: str
    before: str
    after: str


def merged(known: Directory, book: Book, *, drop_missing: bool = False) -> Directory:
    """The directory with what the workbook says; units that it does not list stay, unless asked for."""
    fresh = {unit.id: unit for unit in book.units}
    gone = missing(known, book) if drop_missing else frozenset()
    units = [fresh.pop(unit.id, unit) for unit in known.units if unit.id not in gone]
    units += fresh.values()
    kept = [a for a in known.aliases if a.unit_id not in book.named or a.is_form]
    return replace(
        known,
        units=tuple(units),
        aliases=tuple(a for a in (*kept, *book.aliases) if a.unit_id not in gone),
        successions=_successions(known, book),
        counterparts=_counterparts(known, book),
    )


def differences(before: Directory, after: Directory) -> tuple[UnitChange, ...]:
    """Everything that differs, units first, in the order of the later directory."""
    return (
        *_of_units(before, after),
        *_of_members(before, after),
        *_of_the_rest(before, after),
    )


def missing(known: Directory, book: Book) -> frozenset[str]:
    """The ids of units of ours that the workbook does not list, not even in a row that is not clear."""
    listed = {unit.id for unit in book.units} | book.unclear
    return frozenset(u.id for u in known.units if u.level in LOCAL and u.id not in listed)


def _successions(known: Directory, book: Book) -> tuple[Succession, ...]:
    """The reforms of the city's units are those of the workbook; others stay."""
    if book.successions is None:
        return known.successions
    others = [r for r in known.successions if not is_ours(known, r)]
    return (*others, *book.successions)


def is_ours(known: Directory, reform: Succession) -> bool:
    """Whether a reform is about a unit of the city or its counties."""
    unit = known.by_id.get(reform.predecessor)
    return unit is not None and unit.level in LOCAL


def _counterparts(known: Directory, book: Book) -> tuple[Counterpart, ...]:
    """Each unit above, under a condition, has the counterparts that the workbook names."""
    told = book.counterparts or []
    keys = {(pair.higher, pair.condition) for pair in told}
    return (*(p for p in known.counterparts if (p.higher, p.condition) not in keys), *told)


def _of_units(before: Directory, after: Directory) -> Iterator[UnitChange]:
    for unit in after.units:
        old = before.by_id.get(unit.id)
        if old is None:
            yield UnitChange(ADDED, unit.name, "单位", "", unit.label)
        elif old != unit:
            yield from _of_fields(old, unit)
    for unit in before.units:
        if unit.id not in after.by_id:
            yield UnitChange(REMOVED, unit.name, "单位", unit.label, "")


def _of_fields(old: Unit, new: Unit) -> Iterator[UnitChange]:
    for key, title in _FIELDS:
        values = _told(getattr(old, key)), _told(getattr(new, key))
        if values[0] != values[1]:
            yield UnitChange(CHANGED, old.name, title, *values)


def _told(value: object) -> str:
    if isinstance(value, Level):
        return LEVEL_WORDS[value]
    if isinstance(value, UnitKind):
        return KIND_WORDS[value]
    return "" if value is None else str(value)


def _of_members(before: Directory, after: Directory) -> Iterator[UnitChange]:
    for unit in after.units:
        old = before.by_id.get(unit.id, replace(unit, members=()))
        if old.members != unit.members:
            yield UnitChange(
                CHANGED, unit.name, "成员", _names(before, old.members), _names(after, unit.members)
            )


def _of_the_rest(before: Directory, after: Directory) -> Iterator[UnitChange]:
    """Other names, reforms and counterparts are values: one that differs is gone, and another new."""
    labels = {unit.id: unit.label for unit in (*before.units, *after.units)}
    parts: tuple[tuple[Sequence[_Part], Sequence[_Part]], ...] = (
        (before.aliases, after.aliases),
        (before.successions, after.successions),
        (before.counterparts, after.counterparts),
    )
    for old, new in parts:
        there, wanted = frozenset(old), frozenset(new)
        for part in new:
            if part not in there:
                what, field, text = _in_words(part, labels)
                yield UnitChange(ADDED, what, field, "", text)
        for part in old:
            if part not in wanted:
                what, field, text = _in_words(part, labels)
                yield UnitChange(REMOVED, what, field, text, "")


_Part = Alias | Succession | Counterpart


def _in_words(part: _Part, labels: Mapping[str, str]) -> tuple[str, str, str]:
    """What a part of the directory is about, what it is called, and what it says."""
    if isinstance(part, Alias):
        return labels.get(part.unit_id, part.unit_id), "其他名称", part.name
    if isinstance(part, Succession):
        heir = labels.get(part.successor, part.successor)
        words = f"{part.effective_on.isoformat()}起由{heir}承担"
        return labels.get(part.predecessor, part.predecessor), "沿革", words
    who = labels.get(part.lower, part.lower) or NOBODY
    words = who + (f"\uff08{part.condition}\uff09" if part.condition else "")
    return labels.get(part.higher, part.higher), "对口", words


def _names(directory: Directory, ids: Sequence[str]) -> str:
    return "、".join(directory.by_id[id_].label for id_ in ids if id_ in directory.by_id)
