"""The permanent record of what was done: append-only, each row chained to the one before by its hash."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

_SELECT = "SELECT id, at, action, table_name, row_id, old, new, hash FROM audit"


@dataclass(frozen=True, slots=True)
class Change:
    """One changed row: its values before and after, or those that differ, as JSON; None where there is no row."""

    table: str
    row_id: int
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the record. ``old`` and ``new`` hold the values that differ, as JSON."""

    id: int
    at: str
    action: str
    table: str
    row_id: int
    old: str | None
    new: str | None
    hash: str


def append(db: Database, action: str, now: datetime, changes: Iterable[Change]) -> None:
    """Add the changes of one action to the record."""
    last, link = head(db)
    at, rows = now.isoformat(timespec="seconds"), []
    for number, change in enumerate(changes, last + 1):
        row = (number, at, action, change.table, change.row_id, change.old, change.new)
        link = _hash(link, row)
        rows.append((*row, link))
    db.conn.executemany("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def head(db: Database) -> tuple[int, str]:
    """The number of rows and the hash of the last one; printed elsewhere, it proves that none is missing."""
    row = db.execute("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return (int(row[0]), str(row[1])) if row else (0, "")


def broken_at(db: Database) -> int | None:
    """The number of the first row that was edited, or that follows a missing one; None when all is well."""
    link = ""
    for number, row in enumerate(db.execute(f"{_SELECT} ORDER BY id"), 1):
        link = _hash(link, row[:-1])
        if row[0] != number or row[-1] != link:
            return number
    return None


def latest(db: Database, limit: int) -> Iterator[AuditRow]:
    """The last rows of the record, newest first."""
    return (AuditRow(*row) for row in db.execute(f"{_SELECT} ORDER BY id DESC LIMIT ?", [limit]))


def _hash(link: str, row: tuple[object, ...]) -> str:
    canonical = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256((link + canonical).encode()).hexdigest()
