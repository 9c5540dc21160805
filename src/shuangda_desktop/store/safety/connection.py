"""A locked, checked connection to a database file that exists.

Rollback journal, because clerks copy files by hand and a copy without its -wal would be empty. TRUNCATE rather
than DELETE: under the exclusive lock DELETE never deletes, it overwrites the journal's head and keeps the file
at its largest; truncating says and does the same, and no commit waits for a directory entry to reach the disk.
synchronous=EXTRA costs a tenth more than the default and loses no acknowledged action in a power cut.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from shuangda_desktop.errors import NotOursError, StoreError
from shuangda_desktop.store.safety import guard, probe
from shuangda_desktop.store.safety.sentences import sqlite_told, told
from shuangda_desktop.store.schema import migrations

Waits = Callable[[], None]  # whoever waits may draw a window meanwhile

_STEPS = 1_000_000  # of SQLite's machine, some hundredths of a second
_WAIT = 1.0  # seconds for another instance to finish closing
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)


def connect(path: Path, *, proven: bool = False, waits: Waits | None = None) -> Database:
    """Open the file for this process alone; StoreError tells why it cannot be.

    ``proven`` says that its bytes are those of the last closing: its pages are not looked through. ``waits``
    is called now and then while they are.
    """
    held = _guard(path)
    try:
        _set_aside_wal(path)
        with sqlite_told():
            connection = sqlite3.connect(
                f"{path.as_uri()}?mode=rw", uri=True, timeout=_WAIT, factory=guard.Guarded
            )
    except BaseException:
        guard.let_go(held)
        raise
    connection.guard = held
    db = wrapped(connection)
    try:
        _lock(db, path)
    except BaseException:
        db.close()  # it may be another's: touch nothing more
        raise
    try:
        _judge(db, path)
        if not proven:
            with waited_for(db, waits):
                _look_through(db, path)
    except BaseException:
        close(db)
        raise
    return db


@contextmanager
def waited_for(db: Database, waits: Waits | None) -> Iterator[None]:
    """Call ``waits`` now and then as long as SQLite works."""
    db.conn.set_progress_handler(waits, _STEPS)  # what it answers, None, lets SQLite go on
    try:
        yield
    finally:
        db.conn.set_progress_handler(None, 0)


def refuse_moved(db: Database, path: Path) -> None:
    """Raise StoreError where the file is no longer at its path: what is written now would be lost with it."""
    held = db.conn.guard if isinstance(db.conn, guard.Guarded) else None
    if not guard.is_in_place(held, path):
        raise StoreError(
            f"数据文件\u201c{path.name}\u201d已经不在\u201c{path.parent}\u201d里\uff08移走\u3001改名\u3001删除了\uff0c或者U盘拔掉了\uff09\uff0c"
            "刚才的操作没有保存\u3002请把它放回原处再做一次\u3002"
        )


def write_beside_file(db: Database) -> bool:
    """From now on commits go into a log beside the file, which stays as it is; False where none can be made.

    But for the first page, that tells of the log.
    """
    with suppress(sqlite3.Error):
        db.execute("PRAGMA wal_autocheckpoint = 0")
        return bool(db.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal")
    return False


def write_into_file(db: Database) -> None:
    """Bring the log, if there is one, into the file, and write into the file from now on."""
    db.execute("PRAGMA journal_mode = TRUNCATE")


@contextmanager
def connected(path: Path) -> Iterator[Database]:
    """The file opened for the time of a block."""
    db = connect(path)
    try:
        yield db
    finally:
        close(db)


def close(db: Database) -> None:
    """Close the connection; nothing is left beside the file."""
    with suppress(sqlite3.Error):  # an empty journal left behind harms nobody
        db.execute("PRAGMA locking_mode = NORMAL")
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # only now the lock is let go
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()


def wrapped(connection: sqlite3.Connection) -> Database:
    """The connection as sqlite-utils sees it; what others may have installed as plugins stays out."""
    return Database(connection, execute_plugins=False)


def set_aside(path: Path, suffix: str) -> None:
    """Rename what another file of this name left behind: SQLite would play it into our database."""
    left = path.with_name(path.name + suffix)
    if left.exists():
        left.replace(left.with_name(f"{left.name}.left"))


def _guard(path: Path) -> int | None:
    try:
        return guard.take(path, _WAIT)
    except BlockingIOError as error:
        raise _in_use(path) from error
    except OSError:  # SQLite tells why it cannot be opened
        return None


def _in_use(path: Path) -> NotOursError:
    return NotOursError(
        f"\u201c{path.name}\u201d已经在另一个窗口中打开\uff0c这里没有再打开。"
        "请回到那个窗口\uff0c或把它关闭后再试。"
    )


def _lock(db: Database, path: Path) -> None:
    """Take the file for this process alone, and prove that it can be written."""
    try:
        for setting in _SETTINGS:
            db.execute(setting)
        db.execute("BEGIN EXCLUSIVE")
        # Needs a journal, so it fails now rather than at the clerk's first action.
        db.execute("PRAGMA user_version = 0")
        db.execute("ROLLBACK")
        db.execute("PRAGMA journal_mode = TRUNCATE")
    except sqlite3.Error as error:
        raise _lock_refusal(path, error) from error


def _lock_refusal(path: Path, error: sqlite3.Error) -> Exception:
    name = f"\u201c{path.name}\u201d"
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_BUSY:
        return _in_use(path)
    if code == sqlite3.SQLITE_FULL:
        return StoreError(
            f"{name}所在的磁盘已满\uff0c没有打开\uff0c数据完好。请清理磁盘空间后再试。"
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            f"{name}所在的文件夹不能写入\uff0c没有打开\uff0c文件保持原样。"
            "请取消文件和文件夹的只读属性\uff0c或把数据库移到自己的文件夹。"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return probe.damaged(path)
    return told(error) or error


def _judge(db: Database, path: Path) -> None:
    """After the lock and after SQLite rolled back what was interrupted: is it ours?"""
    application_id = db.execute("PRAGMA application_id").fetchone()[0]
    probe.judge(path, probe.Header(application_id, migrations.version(db)))


def _look_through(db: Database, path: Path) -> None:
    """Is it whole?"""
    # Not quick_check, however large the file: it reads the same pages, saves a third of the time (115 MB:
    # 0.2 s for 0.3 s), and of single flipped bits it notices 6 % where this one notices half.
    if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise probe.damaged(path)


def _set_aside_wal(path: Path) -> None:
    """A log beside a database that is not in that mode belongs to another file of the name."""
    if path.with_name(path.name + "-wal").exists():
        with path.open("rb") as file:
            own = file.read(20)[18:20] == b"\2\2"
        if not own:
            set_aside(path, "-wal")
