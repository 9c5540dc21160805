"""What changed, row by row: the inverse of each change for undo, its values for the record.

TEMP triggers on every domain table write the values before each change, of which its inverse is made, into a
TEMP table, beside those after it for the record. The TEMP table takes part in the transaction, so what is rolled
back leaves no trace there either.
The triggers hand the values to functions of ours: SQLite reads their text twice at each opening, so it is short.

Rows that come as a whole (the parts of a reading) are one change: one inverse, and one line of the record with
their number and their digest. Their values stand in the table; whoever changes or removes one is recorded with it.
So are rows whose number moves on by the same step, with one line that names them: a task that goes at the top of
2,000 moves all behind it.
"""

import hashlib
import json
import marshal
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from shuangda_desktop.store import search
from shuangda_desktop.store.columns import Columns, SqlValue
from shuangda_desktop.store.steps import audit

Touched = Mapping[str, frozenset[int]]  # by table, the ids of its rows; of a whole the first

_BULKY = 2_000  # longer texts stand in the record by their digest: source and plan keep them anyway
_NOT_OURS = (  # what SQLite keeps, the record itself, and what is made of the other tables
    "name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name <> 'audit'"
    f" AND name NOT LIKE '{search.PREFIX.replace('_', '~_')}%' ESCAPE '~'"
)
_CHANGES = """
    CREATE TEMP TABLE change (
        id INTEGER PRIMARY KEY, event TEXT, name TEXT, row_id INTEGER, rows INTEGER DEFAULT 1,
        old BLOB, new TEXT
    )
"""  # of a shift old is [column, ids, step] of what takes it back, for that is one change too


@dataclass(slots=True)
class Watch:
    """Whether rows are logged one by one; SQLite holds this, and not the history that would hold SQLite."""

    on: bool = True


class Changes:
    """The changes of this run of the program, numbered in the order in which they were made."""

    def __init__(self, db: Database) -> None:
        """Watch every domain table of the database."""
        self._db = db
        self._watch = watch = Watch()  # off while rows change as a whole
        found = db.execute(
            f"SELECT name FROM main.sqlite_schema WHERE type = 'table' AND {_NOT_OURS}"
        )
        columns_of = {name: _columns(db, name) for (name,) in found.fetchall()}
        self._columns = columns_of
        db.conn.create_function("watched", 0, lambda: watch.on)
        db.conn.create_function("kept", -1, lambda *values: marshal.dumps(values))
        db.conn.create_function("told", -1, lambda table, *row: _json(_row(columns_of[table], row)))
        # one transaction for all: a third of the time of one for each trigger less
        with db.atomic():
            db.execute(_CHANGES)
            for table, columns in columns_of.items():
                _watch(db, table, columns)

    @property
    def tables(self) -> frozenset[str]:
        """The tables that are watched."""
        return frozenset(self._columns)

    def last(self) -> int:
        """The number of the last change; 0 for none."""
        return int(self._db.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0])

    @contextmanager
    def as_a_whole(self, table: str, rows: Sequence[Sequence[Any]]) -> Iterator[None]:
        """The block inserts these rows, which begin with ids one after the other: all are one change."""
        new = json.dumps(
            {"rows": len(rows), "digest": _digest(json.dumps(rows, ensure_ascii=False))}
        )
        sql = "INSERT INTO change (event, name, row_id, rows, new) VALUES ('INSERT', ?, ?, ?, ?)"
        with self._unwatched():
            yield
            self._db.execute(sql, [table, rows[0][0], len(rows), new])

    def shift(self, table: str, column: str, ids: Sequence[int], by: int) -> None:
        """Add a step to a whole number of these rows: all are one change, and so is its undoing.

        Listeners hear of the first row alone; the column is no part of what is searched or referred to.
        """
        change = f"UPDATE {table} SET {column} = {column} + ? WHERE id IN (SELECT value FROM json_each(?))"
        back = marshal.dumps((column, list(ids), -by))
        new = json.dumps({column: f"{by:+}", "rows": len(ids), "ids": _ranges(ids)})
        sql = "INSERT INTO change (event, name, row_id, old, new) VALUES ('SHIFT', ?, ?, ?, ?)"
        with self._unwatched():
            self._db.execute(change, [by, json.dumps(list(ids))])
            self._db.execute(sql, [table, ids[0], back, new])

    @contextmanager
    def _unwatched(self) -> Iterator[None]:
        """No row is a change of its own; what fails leaves none of the rows."""
        self._watch.on = False
        try:
            with self._db.atomic():
                yield
        finally:
            self._watch.on = True

    def take_back(self, first: int, last: int) -> None:
        """Undo the changes (first, last], the latest first; what that changes is numbered anew."""
        self._db.execute("PRAGMA defer_foreign_keys = ON")  # parents may come back after children
        query = "SELECT event, name, row_id, rows, old FROM change WHERE id > ? AND id <= ? ORDER BY id DESC"
        for change in self._db.execute(query, [first, last]).fetchall():
            self._undo(*change)
        self.forget(first, last)

    def _undo(self, event: str, table: str, row_id: int, rows: int, old: bytes | None) -> None:
        """Make one change undone; it is recorded like any other."""
        values = marshal.loads(old) if old else ()
        marks = ", ".join("?" * len(values))
        if event == "SHIFT":
            self.shift(table, *values)
        elif event == "INSERT":
            ids = [row_id, row_id + rows - 1]
            self._db.execute(f"DELETE FROM {table} WHERE id BETWEEN ? AND ?", ids)
        elif event == "DELETE":
            self._db.execute(f"INSERT INTO {table} VALUES ({marks})", values)
        else:
            names = ", ".join(self._columns[table])
            sql = f"UPDATE {table} SET ({names}) = ({marks}) WHERE id = ?"
            self._db.execute(sql, [*values, row_id])

    def since(self, first: int) -> list[audit.Change]:
        """What happened since ``first``, for the record; undo itself needs only what was before."""
        query = "SELECT event, name, row_id, old, new FROM change WHERE id > ? ORDER BY id"
        found = self._db.execute(query, [first]).fetchall()
        self._db.execute("UPDATE change SET new = NULL WHERE id > ?", [first])
        return [self._change(*row) for row in found]

    def _change(
        self, event: str, table: str, row_id: int, old: bytes | None, new: str | None
    ) -> audit.Change:
        """A change for the record; of a row that was there before and after, only the values that differ."""
        if old is None or event == "SHIFT":
            return audit.Change(table, row_id, None, new)
        before = _row(self._columns[table], marshal.loads(old))
        if new is None:
            return audit.Change(table, row_id, _json(before), None)
        after = json.loads(new)
        names = [name for name in before if before[name] != after[name]]
        old_values, new_values = ({name: row[name] for name in names} for row in (before, after))
        return audit.Change(table, row_id, _json(old_values), _json(new_values))

    def rows(self, first: int, last: int) -> Touched:
        """The rows that the changes (first, last] touched."""
        query = "SELECT DISTINCT name, row_id FROM change WHERE id > ? AND id <= ?"
        found: defaultdict[str, set[int]] = defaultdict(set)
        for name, row_id in self._db.execute(query, [first, last]):
            found[name].add(row_id)
        return {name: frozenset(ids) for name, ids in found.items()}

    def forget(self, first: int, last: int) -> None:
        """Let nothing take back the changes (first, last]."""
        self._db.execute("DELETE FROM change WHERE id > ? AND id <= ?", [first, last])


def _columns(db: Database, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in db.execute(f"PRAGMA main.table_info({table})"))


def _watch(db: Database, table: str, columns: Sequence[str]) -> None:
    """Triggers that log each change of a table with the values before and after it."""
    olds, news = (", ".join(f"{row}.{name}" for name in columns) for row in ("OLD", "NEW"))
    kept, told = f"kept({olds})", f"told('{table}', {news})"
    events = {
        "INSERT": ("WHEN watched()", f"NEW.id, NULL, {told}"),
        "UPDATE": (f"WHEN ({olds}) IS NOT ({news}) AND watched()", f"NEW.id, {kept}, {told}"),
        "DELETE": ("", f"OLD.id, {kept}, NULL"),
    }
    for event, (condition, values) in events.items():
        db.execute(
            f"CREATE TEMP TRIGGER {table}_{event.lower()} AFTER {event} ON main.{table} {condition} BEGIN "
            f"INSERT INTO change (event, name, row_id, old, new) VALUES ('{event}', '{table}', {values}); END"
        )


def _row(columns: Iterable[str], values: Iterable[SqlValue]) -> Columns:
    """The values of a row as the record has them: long ones by their digests."""
    return dict(zip(columns, map(_in_short, values), strict=True))


def _json(row: Columns) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _in_short(value: SqlValue) -> SqlValue:
    if isinstance(value, bytes) or (isinstance(value, str) and len(value) > _BULKY):
        return _digest(value)
    return value


def _ranges(ids: Sequence[int]) -> str:
    """The ids in short: 3-7,9."""
    parts: list[list[int]] = []
    for id_ in sorted(ids):
        if parts and parts[-1][1] == id_ - 1:
            parts[-1][1] = id_
        else:
            parts.append([id_, id_])
    return ",".join(f"{a}-{b}" if a < b else str(a) for a, b in parts)


def _digest(value: str | bytes) -> str:
    content = value.encode() if isinstance(value, str) else value
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
