"""A whole and proven copy of a database: made by SQLite's backup API, opened again, then swapped in."""

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from shuangda_desktop.errors import ExportError, StoreError
from shuangda_desktop.files import write_beside
from shuangda_desktop.store.safety import digests, probe
from shuangda_desktop.store.safety.sentences import sqlite_told

FOLDER = "backups"  # beside the database
_AT_A_TIME = 5_000  # pages, then whoever waits is told how far it is
Told = Callable[[int], None]  # how many of a hundred parts are done
_UNPROVEN = (
    "数据库没有通过检查\uff0c没有做这份备份\uff0c以前的备份完好。"
    "请停止录入\uff0c从备份列表中恢复最近的一份\uff0c并与维护人员联系。"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds; ``database_id`` stays the same in all its copies."""

    database_id: str
    plans: int
    tasks: int
    entries: int
    actions: int
    last_action: str
    last_hash: str


def copy_database(
    db: sqlite3.Connection,
    target: Path,
    finish: Callable[[sqlite3.Connection], None] | None = None,
    again: str = "重新备份",
    rest: str | None = None,
    told: Told | None = None,
) -> Path:
    """Copy an open database; a file that was at ``target`` stays until the copy is proven.

    ``finish`` may add to the copy before that; ``again`` is what to do after an error is mended. ``rest`` is
    the digest of all but the first bytes of the original, where it is known that they are whole: the copy is
    then held against it, in a tenth of the time that a check of its pages takes.
    """
    assert not db.in_transaction, "a copy in the middle of a step would hold half of it"
    with copy_told():
        write_beside(
            target,
            lambda new: _fill(db, new, finish, told),
            lambda new: _prove(db, new, rest),
            again,
        )
    return target


def folder_for(path: Path) -> Path:
    """The folder for the copies of a database, beside it."""
    return made(path.parent / FOLDER)


def free_name(folder: Path, path: Path, now: datetime, why: str = "") -> Path:
    """A dated name that no copy has yet: one second may see several."""
    stem = f"{path.stem}-{now:%Y%m%d-%H%M%S}{why}"
    names = chain([f"{stem}.db"], (f"{stem}-{number}.db" for number in count(2)))
    return next(folder / name for name in names if not _taken(folder / name))


def _taken(path: Path) -> bool:
    return path.exists() or path.with_suffix(".damaged").exists()


def made(folder: Path) -> Path:
    """The folder, made when missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"备份文件夹\u201c{folder}\u201d建不起来\uff0c没有备份\uff0c数据库保持原样。请检查文件夹的写权限。"
        ) from error
    return folder


def create(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make a new database beside its place and move it there; a half-made one never has the name."""
    with copy_told():
        write_beside(
            path, lambda new: _make(new, fill), lambda new: _refuse_taken(path), "重新打开"
        )


def contents(db: sqlite3.Connection) -> Contents:
    """What an open database holds."""
    return Contents(*db.execute(_CONTENTS).fetchone())


def read_contents(path: Path) -> Contents:
    """What a copy holds, after a check of its pages and indexes; StoreError when it is damaged or not ours.

    CHECK constraints are proven when it is opened for writing: SQLite skips them in a file opened for reading.
    """
    with reading(path) as db:
        if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise probe.damaged(path)
        return contents(db)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy opened for reading alone, so that nothing appears beside it; StoreError when it cannot be."""
    probe.refuse_foreign(path)
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as db:
            yield db
    except sqlite3.DatabaseError as error:
        raise probe.damaged(path) from error


_CONTENTS = """
    SELECT
        (SELECT value FROM settings WHERE key = 'database_id'),
        (SELECT count(*) FROM plan),
        (SELECT count(*) FROM task),
        (SELECT count(*) FROM progress_entry),
        coalesce(max(id), 0),
        coalesce((SELECT action FROM audit ORDER BY id DESC LIMIT 1), ''),
        coalesce((SELECT hash FROM audit ORDER BY id DESC LIMIT 1), '')
    FROM audit
"""


def _fill(
    db: sqlite3.Connection,
    path: Path,
    finish: Callable[[sqlite3.Connection], None] | None,
    told: Told | None,
) -> None:
    def tell(_: int, left: int, pages: int) -> None:
        if told is not None and pages:
            told(100 * (pages - left) // pages)

    def fill(copy: sqlite3.Connection) -> None:
        db.backup(copy, pages=_AT_A_TIME, progress=tell)
        copy.execute("PRAGMA journal_mode = DELETE")  # the original may have a log just now
        if finish is not None:
            finish(copy)

    _make(path, fill)


def _make(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    with suppress(OSError):  # the file system may know no rights
        path.chmod(0o600)
    with sqlite_told(), _full_as_files_say(), closing(sqlite3.connect(path)) as db:
        fill(db)


@contextmanager
def _full_as_files_say() -> Iterator[None]:
    """No room for a copy: no action of the clerk's is lost, as it would be where SQLite says so of the database."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_FULL:
            raise
        raise OSError(errno.ENOSPC, str(error)) from error


def _prove(db: sqlite3.Connection, path: Path, rest: str | None) -> None:
    """Open the copy again: whole, ours, and as full as what was copied."""
    try:
        if rest is None:
            copy = read_contents(path)
        elif rest == digests.rest_at(path):
            with reading(path) as opened:
                copy = contents(opened)
        else:
            raise probe.damaged(path)
    except StoreError as error:
        raise StoreError(_UNPROVEN) from error
    original = contents(db)
    if (copy.plans, copy.tasks, copy.entries) != (original.plans, original.tasks, original.entries):
        raise StoreError(_UNPROVEN)


def _refuse_taken(path: Path) -> None:
    """Two windows may start at once; the one that comes second must not replace the other's file."""
    if path.exists():
        raise StoreError("另一个窗口刚刚新建了数据库\uff0c这里没有再建。请回到那个窗口。")


@contextmanager
def copy_told() -> Iterator[None]:
    """An error of writing a copy is one of the store."""
    try:
        yield
    except ExportError as error:
        raise StoreError(str(error)) from error
