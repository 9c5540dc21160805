"""One line that finds everything: plans, tasks, what units said, moves, units."""

from collections.abc import Iterator
from dataclasses import dataclass

from shuangda_desktop.store import finding
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.search import ENTRY, MEASURE, MOVE, PLAN, TASK, Source, folded

MOST = 50
_AROUND = 18  # characters before a hit
_LONGEST = 80
_KINDS: tuple[tuple[str, Source], ...] = (
    ("来文", PLAN),
    ("任务", TASK),
    ("进展", ENTRY),
    ("原文", MEASURE),
    ("流转", MOVE),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds the words: its kind in Chinese, where it is, the words around."""

    kind: str
    title: str
    text: str
    task_id: int = 0
    plan_id: int = 0
    unit: str = ""


def search_all(store: Store, typed: str, limit: int = MOST) -> tuple[Hit, ...]:
    """What holds all the words that were typed, units first, then by kind, the newest first."""
    words = folded(typed).split()
    if not words:
        return ()
    return (
        *_units(store, words),
        *(hit for kind, source in _KINDS for hit in _rows(store, typed, kind, source, limit)),
    )


def excerpt(text: str, words: list[str]) -> str:
    """The part of a text around the first word."""
    flat = " ".join(text.split())
    at = max(
        min((place for word in words if (place := folded(flat).find(word)) >= 0), default=0), 0
    )
    start = max(at - _AROUND, 0)
    part = flat[start : start + _LONGEST]
    return f"{'…' if start else ''}{part}{'…' if start + _LONGEST < len(flat) else ''}"


def _rows(store: Store, typed: str, kind: str, source: Source, limit: int) -> Iterator[Hit]:
    words = folded(typed).split()
    for found in finding.find(store, typed, source, limit):
        part = excerpt(found.text, words)
        if source in (PLAN, MEASURE):
            yield Hit(kind, found.title or part, part, plan_id=found.owner_id)
        else:
            yield Hit(kind, found.title, part, task_id=found.owner_id)


def _units(store: Store, words: list[str]) -> Iterator[Hit]:
    """Units by their names and the other names that they go by."""
    rows = store.rows(
        "SELECT name, short_name, coalesce((SELECT group_concat(alias.name, '、') FROM alias"
        " WHERE alias.unit_code = unit.code), '') AS others FROM unit"
        " WHERE holds(name||char(10)||short_name||char(10)||others, ?)"
        " ORDER BY level = 'city' DESC, protocol_order, id LIMIT ?",
        ["\n".join(words), MOST],
    )
    return (
        Hit(
            "单位",
            short_name or name,
            "、".join(filter(None, (name, others))),
            unit=short_name or name,
        )
        for name, short_name, others in rows
    )


def unit_labels(store: Store) -> tuple[str, ...]:
    """The names of the city's units, for finding them by their initials."""
    rows = store.rows(
        "SELECT short_name, name FROM unit WHERE level = 'city' ORDER BY protocol_order, id"
    )
    return tuple(short_name or name for short_name, name in rows)
