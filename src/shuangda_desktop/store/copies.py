"""A whole and proven copy of a database: made by SQLite's backup API, opened again, then swapped in."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from shuangda_desktop.errors import ExportError, StoreError
from shuangda_desktop.files import write_beside
from shuangda_desktop.store import probe
from shuangda_desktop.store.sentences import sqlite_told

_COUNTED = ("source", "plan", "task", "assignment", "progress_entry", "unit", "audit")


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a database holds; ``rows`` in the order of the counted tables."""

    rows: tuple[int, ...]
    last_action: str
    last_hash: str

    def count(self, table: str) -> int:
        """The number of rows of one table."""
        return self.rows[_COUNTED.index(table)]


def copy_database(db: sqlite3.Connection, target: Path) -> Path:
    """Copy an open database to ``target``; a file that was there before stays until the copy is proven."""
    expected = contents(db)
    with _copy_told():
        write_beside(target, lambda path: _fill(db, path), lambda path: _prove(path, expected))
    return target


def create(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make a new database beside its place and move it there; a half-made one never has the name."""
    with _copy_told():
        write_beside(path, lambda new: _make(new, fill), lambda new: _refuse_taken(path))


def contents(db: sqlite3.Connection) -> Contents:
    """What an open database holds."""
    counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in _COUNTED)
    rows = db.execute(f"SELECT {counts}").fetchone()
    last = db.execute("SELECT action, hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return Contents(tuple(rows), *(last or ("", "")))


def read_contents(path: Path, check: str = "quick_check") -> Contents:
    """What a copy holds, after a check by SQLite; StoreError when it is damaged or not ours."""
    probe.refuse_foreign(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as db:
            if db.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
                raise probe.damaged(path)
            return contents(db)
    except sqlite3.DatabaseError as error:
        raise probe.damaged(path) from error


def _fill(db: sqlite3.Connection, path: Path) -> None:
    _keep_private(path)
    with sqlite_told(), closing(sqlite3.connect(path)) as target:
        db.backup(target)


def _make(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    _keep_private(path)
    with sqlite_told(), closing(sqlite3.connect(path)) as db:
        fill(db)


def _refuse_taken(path: Path) -> None:
    """Two windows may start at once; the one that comes second must not replace the other's file."""
    if path.exists():
        raise StoreError("另一个窗口刚刚新建了数据库\uff0c这里没有再建。请回到那个窗口。")


def _keep_private(path: Path) -> None:
    with suppress(OSError):  # the file system may know no rights
        path.chmod(0o600)


def _prove(path: Path, expected: Contents) -> None:
    if read_contents(path, "integrity_check") != expected:
        raise StoreError("备份与数据库不一致\uff0c没有采用\uff0c以前的备份完好。请再备份一次。")


@contextmanager
def _copy_told() -> Iterator[None]:
    try:
        yield
    except ExportError as error:
        raise StoreError(str(error)) from error
