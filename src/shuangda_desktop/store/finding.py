"""Rows that hold words, the newest first: proposed by the index, held against the words themselves."""

from dataclasses import dataclass

from shuangda_desktop.store import search
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.search import ENTRY, MEASURE, MOVE, PLAN, TASK, Source


@dataclass(frozen=True, slots=True)
class Found:
    """A row whose text holds the words, with the task or plan it belongs to."""

    source: str  # Source.name
    row_id: int
    owner_id: int  # a task; of a measure its plan
    title: str
    text: str


_OWNERS = {  # what a hit belongs to, and its title
    PLAN.name: ("plan.id, coalesce(plan.title, '')", ""),
    MEASURE.name: (
        "measure.plan_id, coalesce(plan.title, '')",
        "JOIN plan ON plan.id = measure.plan_id",
    ),
    TASK.name: ("task.id, task.number || '. ' || task.title", ""),
    ENTRY.name: (
        "progress_entry.task_id, task.number || '. ' || task.title || '  ' || reported_on",
        "JOIN task ON task.id = progress_entry.task_id",
    ),
    MOVE.name: (
        "task_move.task_id, task.number || '. ' || task.title || '  ' || moved_on",
        "JOIN task ON task.id = task_move.task_id",
    ),
}


def find(store: Store, typed: str, source: Source, limit: int) -> tuple[Found, ...]:
    """The newest rows of a table in which all the words that were typed stand."""
    words = search.folded(typed).split()
    if not words:
        return ()
    with sqlite_told():
        found = store.db.execute(
            _query(source), [search.wanted(words), "\n".join(words), limit]
        ).fetchall()
    return tuple(_found(source, *row) for row in found)


def _query(source: Source) -> str:
    owner, join = _OWNERS[source.name]
    text = source.text_of(source.table)
    return f"""
        SELECT {source.table}.id, {owner}, {text} AS words
        FROM {source.index} JOIN {source.table} ON {source.table}.id = {source.index}.rowid {join}
        WHERE {source.index} MATCH ? AND holds(words, ?)
        ORDER BY {source.index}.rowid DESC LIMIT ?
    """


def _found(source: Source, row_id: int, owner_id: int, title: str, text: str) -> Found:
    return Found(source.name, row_id, owner_id, title, text)
