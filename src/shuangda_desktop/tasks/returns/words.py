"""A reply in words: paragraphs of a letter or a chat, matched to the tasks of the unit that wrote it.

Everything found here is asked: a sentence is no cell, and only the clerk can say that it was understood.
"""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.tasks.returns.model import (
    NOTE,
    PERCENT,
    Ask,
    Asked,
    Change,
    Oddity,
    Return,
    ReturnKind,
    Verdict,
    World,
)
from shuangda_desktop.tasks.returns.rows import concluded
from shuangda_desktop.tasks.understanding import plain, read_day, read_percent
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.sheets import FilledBook

_ZERO = re.compile("零报告|(?:本|这)(?:期|月|季度?)(?:没有|无|未)(?:开展|相关|新的)")
_SAME = re.compile(
    "(?:与|同|和|较)上(?:期|月|季度?)(?:相同|一致|没有变化|无变化)|(?:本|这)(?:期|月)(?:没有|无)变化"
)
_LEAD = re.compile("(?:任务|第)?([0-9]{1,4}|[一二三四五六七八九十百]{1,5})(?:项|[、.,:)])")
_SHORT = 40  # characters of a reply that says but one thing
_OVERLAP = 0.5  # of the pairs of characters of a task's title that a paragraph must have
_GREETING = re.compile(
    "(?:双打办|领导小组办公室|各有关|你办|贵办)[^。]{0,20}[:]?$|^(?:现将|根据)[^。]{0,80}如下[:。]?$"
)


def read_words(book: FilledBook, world: World, period: str, unit: str = "") -> Return | None:
    """What the paragraphs say, None where nobody knows whose they are or no task is in them."""
    lines = [text for sheet in book.sheets for _, text in sorted(sheet.texts.items())]
    own = next((a for a in world.asked if (a.unit, a.period) == (unit, period)), None)
    own = own or concluded(world, period, [*lines[:3], book.name, *lines[-3:]], ())
    if own is None:
        return None
    whole = plain("".join(lines))
    kind = _ticked(whole) if len(whole) <= _SHORT * 2 else None
    if kind is not None:
        told = Oddity(
            "words",
            f"文字回复里写的是“{''.join(lines)[:_SHORT]}”\uff0c读作{_WORDS[kind]}\uff0c请确认。",
        )
        return Return(book.name, book.sha256, own.unit, period, kind, (), (told,), bool(unit))
    said = [line for line in lines if not _is_signature(line, own, world.year)]
    parts, loose = _parts(said, own.asks)
    changes = tuple(change for ask, words in parts for change in _changes(own, ask, words))
    if not changes:
        return None
    odd = [Oddity("words", "这是文字回复\uff0c按段落对应到任务\uff1a请逐条确认后采用。")]
    odd += [
        Oddity("stray", f"这一段对不上任何任务\uff0c没有采用\uff1a“{text[:120]}”。")
        for text in loose
    ]
    return Return(
        book.name, book.sha256, own.unit, period, ReturnKind.REPORT, changes, tuple(odd), bool(unit)
    )


_WORDS = {ReturnKind.ZERO: "零报告", ReturnKind.SAME: "与上期相同"}


def _is_signature(line: str, own: Asked, year: int) -> bool:
    """Whether a line is the name of the unit or a day: whose letter it is, and of when."""
    return plain(line) in map(plain, (own.unit, *own.names)) or read_day(line, year) is not None


def _ticked(text: str) -> ReturnKind | None:
    if _ZERO.search(text):
        return ReturnKind.ZERO
    return ReturnKind.SAME if _SAME.search(text) else None


def _parts(
    lines: Sequence[str], asks: Sequence[Ask]
) -> tuple[list[tuple[Ask, list[str]]], list[str]]:
    """Paragraphs by task: one that names no task goes on with the one before it."""
    found: dict[int, tuple[Ask, list[str]]] = {}
    loose: list[str] = []
    current: Ask | None = None
    for line in lines:
        ask = _task_of(line, asks)
        current = ask or current
        if current is not None:
            found.setdefault(current.task_id, (current, []))[1].append(line.strip())
        elif not _GREETING.search(plain(line)) and len(plain(line)) > 6:
            loose.append(line.strip())
    return list(found.values()), loose


def _task_of(line: str, asks: Sequence[Ask]) -> Ask | None:
    """The task that a paragraph names: by its title, by its number, by the words that they share."""
    words = plain(line)
    titled = [ask for ask in asks if len(plain(ask.title)) > 3 and plain(ask.title) in words]
    if titled:
        return max(titled, key=lambda ask: len(ask.title))
    near = max(asks, key=lambda ask: _shared(words, ask), default=None)
    numbered = _by_number(words, asks)
    if numbered is not None and (
        near is None or _shared(words, near) < _OVERLAP or near is numbered
    ):
        return numbered
    return near if near is not None and _shared(words, near) >= _OVERLAP else None


def _by_number(words: str, asks: Sequence[Ask]) -> Ask | None:
    lead = _LEAD.match(words)
    number = to_int(lead[1]) if lead else None
    return next((ask for ask in asks if ask.number == number), None)


def _shared(words: str, ask: Ask) -> float:
    """Which part of the pairs of characters of a task's title stand in a paragraph."""
    title = plain(ask.title or ask.text[:20])
    pairs = {title[at : at + 2] for at in range(len(title) - 1)}
    return sum(pair in words for pair in pairs) / len(pairs) if pairs else 0.0


def _changes(own: Asked, ask: Ask, lines: Sequence[str]) -> Iterator[Change]:
    text = "\n".join(lines)
    yield _asked(own, ask, NOTE, text, text, "文字回复\uff0c请确认是不是这项任务的进展")
    percent = read_percent(text) if "%" in plain(text) or "完成" in text else None
    if percent is not None and percent.value:
        yield _asked(own, ask, PERCENT, percent.value, text, f"文字里读出完成率{percent.value}%")


def _asked(own: Asked, ask: Ask, name: str, value: str, raw: str, why: str) -> Change:
    before = ask.known.get(name, "")
    verdict = Verdict.SAME if before == value else Verdict.ASK
    return Change(
        own.unit, ask.task_id, ask.number, ask.title, name, before, value, raw, "文字", verdict, why
    )
