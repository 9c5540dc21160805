"""The one way into the database.

Rollback journal, because clerks copy files by hand and a copy without its -wal would be empty. TRUNCATE rather
than DELETE: under the exclusive lock DELETE never deletes, it overwrites the journal's head and keeps the file
at its largest; truncating says and does the same, and no commit waits for a directory entry to reach the disk.
synchronous=EXTRA costs a tenth more than the default and loses no acknowledged action in a power cut.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from sqlite_utils import Database

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import copies, migrations, places, probe
from shuangda_desktop.store.columns import Columns, SqlValue
from shuangda_desktop.store.sentences import sqlite_told, told
from shuangda_desktop.store.undo import History, Listener

Memory = Literal[":memory:"]

BACKUPS = "backups"  # the folder of copies, beside the database
_WAIT = 1.0  # seconds for another instance to finish closing
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)


class Store:
    """An open database with the history of this run."""

    def __init__(self, db: Database, path: Path | None) -> None:
        """Made by open_store."""
        self.db = db
        self.path = path
        self._history = History(db)

    @property
    def listeners(self) -> list[Listener]:
        """Called after each step with the names of the tables it touched."""
        return self._history.listeners

    @property
    def undo_label(self) -> str | None:
        """The name of the step that undo would take back."""
        return self._history.done[-1].label if self._history.done else None

    @property
    def redo_label(self) -> str | None:
        """The name of the step that redo would do again."""
        return self._history.undone[-1].label if self._history.undone else None

    @contextmanager
    def step(self, label: str, now: datetime) -> Iterator[None]:
        """Do all of the block or nothing, as one step that can be undone."""
        with self._history.step(label, now):
            yield

    def undo(self, now: datetime | None = None) -> str | None:
        """Take the last step back; its name, or None when there is none."""
        return self._history.undo(now)

    def redo(self, now: datetime | None = None) -> str | None:
        """Do the step again that was undone last; its name, or None when there is none."""
        return self._history.redo(now)

    @property
    def now(self) -> datetime:
        """The time of the open step; there is none outside of a step."""
        return self._history.now_of_step()

    def rows(self, sql: str, parameters: Sequence[SqlValue] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with sqlite_told():
            return self.db.execute(sql, parameters).fetchall()

    def execute(self, sql: str, parameters: Sequence[SqlValue] = ()) -> int:
        """Run one statement inside the open step; the number of rows it changed."""
        self._history.now_of_step()
        return self.db.execute(sql, parameters).rowcount

    def insert(self, table: str, rows: Iterable[Columns]) -> list[int]:
        """Insert rows with the same columns at once, inside the open step; their new ids."""
        self._history.now_of_step()
        first = self._next_id(table)
        numbered = [{"id": id_, **row} for id_, row in enumerate(rows, first)]
        self.db.table(table).insert_all(numbered)
        return list(range(first, first + len(numbered)))

    def _next_id(self, table: str) -> int:
        row = self.db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]).fetchone()
        return row[0] + 1 if row else 1

    def close(self) -> None:
        """Close the database; nothing is left beside the file."""
        with suppress(sqlite3.Error):  # an empty journal left behind harms nobody
            if self.path is not None:
                _drop_journal(self.db)
        self.db.close()

    def __enter__(self) -> "Store":
        """For use in a with statement."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the database."""
        self.close()


def open_store(
    path: Path | Memory, now: datetime, mounts: Iterable[places.Mount] | None = None
) -> Store:
    """Open the database, made new or brought up to date where needed; StoreError tells why it cannot be."""
    if path == ":memory:":
        return _ready(Database(memory=True, execute_plugins=False), None)
    whole = Path(path).resolve()
    places.refuse_unsafe(whole, places.read_mounts() if mounts is None else mounts)
    if whole.exists():
        probe.refuse_foreign(whole)
    else:
        _create(whole)
    _set_aside_wal(whole)
    return _open_existing(whole, now)


def _open_existing(path: Path, now: datetime) -> Store:
    db = _connect(path)
    try:
        _lock(db, path)
        _check(db, path)
        _copy_before_migration(db, path, now)
        return _ready(db, path)
    except sqlite3.Error as error:
        db.close()
        raise told(error) or error from error
    except BaseException:
        db.close()
        raise


def _connect(path: Path) -> Database:
    """A connection; what others may have installed as sqlite-utils plugins stays out."""
    with sqlite_told():
        connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=_WAIT)
    return Database(connection, execute_plugins=False)


def _lock(db: Database, path: Path) -> None:
    """Take the file for this process alone, and prove that it can be written."""
    try:
        for setting in _SETTINGS:
            db.execute(setting)
        db.execute("BEGIN EXCLUSIVE")
        db.execute(
            "PRAGMA user_version = 0"
        )  # needs a journal: fails now rather than at the first action
        db.execute("ROLLBACK")
        db.execute("PRAGMA journal_mode = TRUNCATE")
    except sqlite3.Error as error:
        raise _lock_refusal(path, error) from error


def _lock_refusal(path: Path, error: sqlite3.Error) -> Exception:
    name = f"\u201c{path.name}\u201d"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_BUSY:
        return StoreError(
            f"{name}已经在另一个窗口中打开\uff0c这里没有再打开。请回到那个窗口\uff0c或把它关闭后再试。"
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            f"{name}所在的文件夹不能写入\uff0c没有打开\uff0c文件保持原样。"
            "请取消文件和文件夹的只读属性\uff0c或把数据库移到自己的文件夹。"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return probe.damaged(path)
    return told(error) or error


def _check(db: Database, path: Path) -> None:
    """After the lock and after SQLite rolled back what was interrupted: is it ours, and is it whole?"""
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    probe.judge(path, probe.Header(application_id, migrations.version(db)))
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise probe.damaged(path)


def _copy_before_migration(db: Database, path: Path, now: datetime) -> None:
    version = migrations.version(db)
    if version < migrations.LATEST:
        folder = path.parent / BACKUPS
        folder.mkdir(exist_ok=True)
        name = f"{path.stem}-{now:%Y%m%d-%H%M%S}-before-upgrade-{version}.db"
        copies.copy_database(db.conn, folder / name)


def _ready(db: Database, path: Path | None) -> Store:
    migrations.migrate(db)
    db.execute("PRAGMA foreign_keys = ON")  # a migration may rebuild tables that others refer to
    return Store(db, path)


def _create(path: Path) -> None:
    """A new database, made beside and moved into place: a half-made one never has the name."""
    if not path.parent.is_dir():
        raise StoreError(
            f"文件夹\u201c{path.parent}\u201d不存在\uff0c没有新建数据库。请先建立该文件夹。"
        )
    _set_aside(path, "-journal")
    _set_aside(path, "-wal")
    copies.create(path, lambda connection: migrations.migrate(_wrapped(connection)))


def _wrapped(connection: sqlite3.Connection) -> Database:
    return Database(connection, execute_plugins=False)


def _set_aside(path: Path, suffix: str) -> None:
    """Rename what another file of this name left behind: SQLite would play it into our database."""
    left = path.with_name(path.name + suffix)
    if left.exists():
        left.replace(left.with_name(f"{left.name}.left"))


def _set_aside_wal(path: Path) -> None:
    """A log beside a database that is not in that mode belongs to another file of the name."""
    if path.with_name(path.name + "-wal").exists():
        with path.open("rb") as file:
            own = file.read(20)[18:20] == b"\2\2"
        if not own:
            _set_aside(path, "-wal")


def _drop_journal(db: Database) -> None:
    db.execute("PRAGMA locking_mode = NORMAL")
    db.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # only now the lock is let go
    db.execute("PRAGMA journal_mode = DELETE")
