"""The sheet of units, row by row."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from shuangda_desktop.text.chars import COMMA, LPAREN, PAUSE, RPAREN, SEMICOLON
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.book import Book, UnclearError
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.model import Alias, Unit, UnitKind
from shuangda_desktop.units.sheet_rows import Rows, SheetRow, day_of
from shuangda_desktop.units.words import KIND_WORDS, LEVEL_WORDS

Word = TypeVar("Word")
LOCAL = (Level.CITY, Level.COUNTY)
_STRONG = re.compile(f"[{SEMICOLON}\n]")
# A mark within brackets parts no names: 各县（市、区）人民政府.
_WEAK = re.compile(f"[{PAUSE}{COMMA}](?![^{LPAREN}]*[{RPAREN}])")
_LEVELS = {
    **{word: level for level, word in LEVEL_WORDS.items()},
    **dict.fromkeys(("市", "市直", "本级"), Level.CITY),
    **dict.fromkeys(("县", "区", "县区", "区县", "区级"), Level.COUNTY),
    **dict.fromkeys(("省", "中央"), Level.PROVINCE),
}
_OURS = tuple(LEVEL_WORDS[level] for level in LOCAL)
_KINDS = {word: kind for kind, word in KIND_WORDS.items()} | {"垂管": UnitKind.OWN_NAME}
_TEXTS = ("name", "short_name", "domain", "contact", "phone", "note")
_LONGEST = 60  # characters of a name; more is a remark in the wrong column


def read_units(book: Book, table: Rows, known: Directory) -> None:
    """Take the rows of a sheet of units that are clear; the others become troubles."""
    seen: dict[tuple[str, object], int] = {}
    ids = (f"own.{n}" for n in range(1, 99_999) if f"own.{n}" not in known.by_id)
    for row in table.rows:
        try:
            unit = _unit(table, row, known, ids)
            _refuse_again(seen, row, ("number", unit.id))
            _refuse_again(seen, row, (unit.level, unit.name))
            aliases = list(_aliases(row, unit, known))
        except UnclearError as fault:
            book.trouble(table.sheet, row.number, str(fault))
            if old := _old_unit(known, row):
                book.unclear.add(old.id)
            continue
        book.units.append(unit)
        if "aliases" in table.keys:
            book.named.add(unit.id)
            book.aliases += aliases


def _unit(table: Rows, row: SheetRow, known: Directory, ids: Iterator[str]) -> Unit:
    name = row.text("name")
    if not name:
        raise UnclearError("没有单位名称。")
    if len(name) > _LONGEST or "\n" in name:
        raise UnclearError(f"单位名称“{name[:12]}…”太长,像是说明文字。")
    old = _old_unit(known, row)
    level = _one_of(row, "level", "级别", _LEVELS, old.level if old else Level.CITY, _OURS)
    if level not in LOCAL:
        raise UnclearError(f"“{name}”写的是上级,名录里只放市级和县级单位。")
    _refuse_owned(known, name, level, old)
    base = old or Unit(next(ids), name, level, order=row.number)
    texts: dict[str, Any] = {
        key: row.text(key) if key in table.keys else getattr(base, key) for key in _TEXTS
    }
    start, end = (_day(table, row, key, base) for key in ("active_from", "active_until"))
    if start and end and start > end:
        raise UnclearError(f"“{name}”的撤销日期早于设立日期。")
    return replace(
        base,
        level=level,
        kind=_one_of(row, "kind", "类别", _KINDS, base.kind, tuple(KIND_WORDS.values())),
        order=_order(row, base),
        active_from=start,
        active_until=end,
        **texts,
    )


def _old_unit(known: Directory, row: SheetRow) -> Unit | None:
    """The unit that a row speaks of: by its number, else by its name."""
    unit = known.by_id.get(row.text("code"))
    return unit if unit is not None and unit.level in LOCAL else find(known, (), row.text("name"))


def find(known: Directory, more: Iterable[Unit], name: str) -> Unit | None:
    """The unit of ours with a name: full, short or other; one that exists before one that is gone."""
    local = [unit for unit in (*more, *known.units) if unit.level in LOCAL]
    ids = {alias.unit_id for alias in known.aliases if alias.name == name}
    ways = (
        [u for u in local if u.name == name],
        [u for u in local if u.short_name == name],
        [u for u in local if u.id in ids],
    )
    found = next((way for way in ways if way), [])
    return min(found, key=lambda unit: not unit.active(None), default=None)


def parts(text: str) -> tuple[str, ...]:
    """The names of a list, each once; where semicolons part them, an enumeration mark parts none."""
    mark = _STRONG if _STRONG.search(text) else _WEAK
    return tuple(dict.fromkeys(filter(None, (part.strip() for part in mark.split(text)))))


def listed(names: Iterable[str]) -> str:
    """Names in one cell, so that ``parts`` finds them again."""
    text = "\uff1b".join(names)
    return text + "\uff1b" if len(parts(text)) > 1 and not _STRONG.search(text) else text


def _one_of(
    row: SheetRow,
    key: str,
    title: str,
    words: Mapping[str, Word],
    otherwise: Word,
    offered: Sequence[str],
) -> Word:
    text = row.text(key)
    if text and text not in words:
        raise UnclearError(f"{title}“{text}”不认识,可以写{'、'.join(offered)}。")
    return words.get(text, otherwise)


def _day(table: Rows, row: SheetRow, key: str, base: Unit) -> date | None:
    if key not in table.keys:
        before: date | None = getattr(base, key)
        return before
    text = row.text(key)
    day = day_of(text)
    if text and day is None:
        raise UnclearError(f"日期“{text}”认不出来,可以写成2019-03-31。")
    return day


def _order(row: SheetRow, base: Unit) -> int:
    text = row.text("order")
    if not text:
        return base.order
    if not text.isdecimal():
        raise UnclearError(f"排序“{text}”不是数字。")
    return int(text)


def _refuse_again(
    seen: dict[tuple[str, object], int], row: SheetRow, key: tuple[str, object]
) -> None:
    before = seen.setdefault(key, row.number)
    if before != row.number:
        raise UnclearError(f"“{row.text('name')}”与第{before}行重复。")


def _refuse_owned(known: Directory, name: str, level: Level, old: Unit | None) -> None:
    """A new name may not be the full name of another unit of the level."""
    owner = next((u for u in known.units if (u.name, u.level) == (name, level)), None)
    if owner is not None and old is not None and owner.id != old.id:
        raise UnclearError(f"名录里已经有“{name}”,编号与它不符。")


def _aliases(row: SheetRow, unit: Unit, known: Directory) -> Iterator[Alias]:
    levels = {other.id: other.level for other in known.units}
    owners = {
        a.name: a.unit_id
        for a in known.aliases
        if levels.get(a.unit_id) is unit.level and a.unit_id != unit.id
    }
    for name in parts(row.text("aliases")):
        if name in owners:
            raise UnclearError(f"其他名称“{name}”已经属于“{known.by_id[owners[name]].name}”。")
        if "*" in name:
            raise UnclearError(f"其他名称“{name}”里不能有“*”,请写出完整的名称。")
        yield Alias(name, unit.id)
