"""Which task a row of a form that came back is about: by its code, else by its words, with a doubt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from shuangda_desktop.tasks.returns.codes import RowCode, is_ours, unit_token
from shuangda_desktop.tasks.returns.model import Ask, Asked, World
from shuangda_desktop.tasks.returns.table import NUMBER, TASK, TableRow
from shuangda_desktop.tasks.understanding import looks_lost, plain

ALIKE = 0.72  # of the words of two tasks, from where on one may be the other changed
_MOST_COMPARED = 400  # characters


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the task that it is about, None for none; ``why`` says what was odd, "" where nothing was."""

    row: TableRow
    asked: Asked | None
    ask: Ask | None
    sure: bool = True
    why: str = ""


class Finder:
    """Finds tasks by code and by words among all that was asked."""

    def __init__(self, world: World, own: Asked | None) -> None:
        self._office = world.office
        self._own = own
        self._by_code = {
            (asked.period, unit_token(asked.unit), ask.task_id): (asked, ask)
            for asked in world.asked
            for ask in asked.asks
        }

    def match(self, row: TableRow) -> Match:
        """The task of a row."""
        coded = self._coded(row.code) if row.code else None
        words = plain(row.texts.get(TASK, ""))
        if coded is None:
            return self._by_words(row, words, self._gone(row.code) if row.code else "")
        asked, ask = coded
        if not words or looks_lost(row.texts[TASK]) or _says(words, ask):
            return Match(row, asked, ask)
        other = _same(words, asked.asks)
        if other is not None and _same(plain(ask.words), asked.asks) is not None:
            why = f"这一行的标识属于{ask.name}\uff0c文字却是{other.name}\uff1a可能只排了一部分列的序\uff0c已按文字对应"
            return Match(row, asked, other, False, why)
        told = f"这一行的标识属于{ask.name}\uff0c文字改成了“{row.texts[TASK][:20]}”"
        if _nearness(words, ask) >= ALIKE or (ask.title and plain(ask.title) in words):
            return Match(row, asked, ask, True, f"{told}\uff1a任务文字不采用")
        return Match(row, asked, ask, False, f"{told}\uff1a请确认写的是不是这项任务")

    def _coded(self, code: RowCode) -> tuple[Asked, Ask] | None:
        if not is_ours(code, self._office):
            return None
        return self._by_code.get((code.period, code.unit, code.task_id))

    def _is_of(self, code: RowCode, own: Asked) -> bool:
        """Whether a code is one of this office and period."""
        return is_ours(code, self._office) and code.period == own.period

    def _gone(self, code: RowCode) -> str:
        """What became of a task that was asked of a unit and is its no more; or whose code it is else."""
        if not is_ours(code, self._office):
            return "这一行的标识属于另一套数据"
        if all(period != code.period for period, _, _ in self._by_code):
            return f"这一行的标识属于另一期\uff08{code.period}\uff09"
        known = {
            asked.unit: ask
            for (_, _, id_), (asked, ask) in self._by_code.items()
            if id_ == code.task_id
        }
        if not known:
            return "这一行的任务已经不分解或删去"
        name = next(iter(known.values())).name
        return f"这一行是{name}\uff0c现在由{'、'.join(known)}承担"

    def _by_words(self, row: TableRow, words: str, gone: str) -> Match:
        """The task whose words the row has, or nearly has, among those of the unit.

        What is known to be ``gone`` is not taken for one that is merely like it.
        """
        own = self._own
        if own is None or not words:
            return Match(row, own, None, why=gone)
        same = _same(words, own.asks)
        if same is not None:
            why = f"{gone or '这一行没有标识'}\uff0c按文字对应到{same.name}"
            return Match(row, own, same, row.code is None or self._is_of(row.code, own), why)
        if gone:
            return Match(row, own, None, why=gone)
        near = max(own.asks, key=lambda ask: _nearness(words, ask), default=None)
        if near is None or _nearness(words, near) < ALIKE:
            return Match(row, own, None)
        number = plain(row.texts.get(NUMBER, ""))
        told = "" if number in ("", str(near.number)) else f"\uff08序号写的是{number}\uff09"
        why = f"这一行没有标识\uff0c文字与{near.name}相近{told}\uff1a请确认"
        return Match(row, own, near, False, why)


def owner(world: World, rows: Iterable[TableRow]) -> Asked | None:
    """Whose form the codes of most rows say it is."""
    known = {(asked.period, unit_token(asked.unit)): asked for asked in world.asked}
    counted: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.code is not None and is_ours(row.code, world.office):
            key = (row.code.period, row.code.unit)
            counted[key] = counted.get(key, 0) + 1
    found = [key for key in counted if key in known]
    return known[max(found, key=lambda key: counted[key])] if found else None


def our_periods(world: World, rows: Iterable[TableRow]) -> frozenset[str]:
    """The periods of the codes of this database, whoever has their tasks now."""
    codes = [row.code for row in rows if row.code is not None]
    return frozenset(code.period for code in codes if is_ours(code, world.office))


def concluded(
    world: World, period: str, hints: Sequence[str], rows: Sequence[TableRow]
) -> Asked | None:
    """Whose form it is by its name, its head or its tasks, where no code says so.

    ``hints`` are the name of the file and the lines above the table; of two units whose names stand in
    one, as 市局 and 市局支队, the longer name counts.
    """
    units = [asked for asked in world.asked if asked.period == period]
    for hint in hints:
        named = _named(plain(hint), units)
        if named is not None:
            return named
    counted = {asked.unit: _known_rows(asked, rows) for asked in units}
    best = max(units, key=lambda asked: counted[asked.unit], default=None)
    if best is None or not counted[best.unit]:
        return None
    rivals = [unit for unit, count in counted.items() if count == counted[best.unit]]
    return best if len(rivals) == 1 else None


def _named(hint: str, units: Iterable[Asked]) -> Asked | None:
    found: Mapping[str, Asked] = {
        name: asked
        for asked in units
        for name in map(plain, (asked.unit, *asked.names))
        if len(name) > 2 and name in hint
    }
    return found[max(found, key=len)] if found else None


def _known_rows(asked: Asked, rows: Sequence[TableRow]) -> int:
    return sum(_same(plain(row.texts.get(TASK, "")), asked.asks) is not None for row in rows)


def _same(words: str, asks: Iterable[Ask]) -> Ask | None:
    """The one task with just these words; None also where two have them."""
    found = [ask for ask in asks if _says(words, ask)] if words else []
    return found[0] if len(found) == 1 else None


def _nearness(words: str, ask: Ask) -> float:
    title = plain(ask.title)
    if title and words == title:
        return 1.0
    return max(_alikeness(words, plain(wording)) for wording in ask.wordings)


def _says(words: str, ask: Ask) -> bool:
    return words in map(plain, ask.wordings)


def _alikeness(one: str, other: str) -> float:
    """How much two texts have in common; lengths that differ much need no comparison."""
    one, other = one[:_MOST_COMPARED], other[:_MOST_COMPARED]
    if not one or not other or min(len(one), len(other)) * 2 < max(len(one), len(other)) * ALIKE:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
