"""The files of evidence, beside a database and beside its copies: each content once, named by it.

A folder of copies has its own folder of evidence, filled whenever a copy is made. Nothing is ever taken
out of it: an older copy may name what the newest no longer does.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from shuangda_desktop.errors import StoreError
from shuangda_desktop.files import digest_of, write_beside
from shuangda_desktop.store.safety import copies
from shuangda_desktop.tasks.evidence import kept_name

FOLDER = "evidence"
_FILES = "SELECT DISTINCT sha256, name, size FROM evidence ORDER BY id"
_KNOWS = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'evidence'"


def folder_beside(database: Path) -> Path:
    """Where the files of a database, or of a copy of it, lie."""
    return database.parent / FOLDER


def keep(db: sqlite3.Connection, source: Path, target: Path) -> None:
    """Add what ``target`` has not yet; StoreError where the disk does not take it.

    A file that is there was proven when it came. What ``source`` lacks or has damaged is left out.
    """
    try:
        for sha256, place, size in _wanted(db):
            if not _has(target / place, size):
                _copy(source / place, target / place, sha256, "重新备份")
    except StoreError as error:
        raise StoreError(
            f"数据库已备份\uff0c但佐证材料没有备份完\uff0c下次备份会接着做。{error}"
        ) from error


def bring_back(db: sqlite3.Connection, source: Path, target: Path) -> int:
    """Mend what ``target`` lacks or has changed from ``source``; the number of files that came back.

    A changed file is what somebody made of it: it stays beside the one that comes back.
    """
    try:
        return sum(
            _mend(source / place, target / place, sha256) for sha256, place, _ in _wanted(db)
        )
    except StoreError as error:
        raise StoreError(
            f"佐证材料没有全部找回\uff0c数据库保持原样\uff0c备份也在。{error}"
        ) from error


def is_whole(path: Path, sha256: str) -> bool:
    """Whether a file is there and still what it was; reads all of it."""
    try:
        return digest_of(path) == sha256
    except OSError:
        return False


def _wanted(db: sqlite3.Connection) -> Iterator[tuple[str, Path, int]]:
    """The files that a database names: digest, place in a folder, size. Copies of old schemas name none."""
    if db.execute(_KNOWS).fetchone():
        for sha256, name, size in db.execute(_FILES).fetchall():
            yield sha256, Path(kept_name(sha256, name)), size


def _has(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _mend(source: Path, target: Path, sha256: str) -> bool:
    if is_whole(target, sha256) or not is_whole(source, sha256):
        return False
    if target.exists():
        names = (target.with_stem(f"{target.stem}-changed-{number}") for number in count(1))
        aside = next(name for name in names if not name.exists())
        with copies.copy_told():
            write_beside(aside, lambda new: _write(target, new), lambda new: None, "重新恢复")
    return _copy(source, target, sha256, "重新恢复")


def missing(db: sqlite3.Connection, folder: Path) -> int:
    """How many of the files are not in a folder, or not of their size."""
    return sum(not _has(folder / place, size) for _, place, size in _wanted(db))


def _copy(source: Path, target: Path, sha256: str, again: str) -> bool:
    """Copy one file and prove it; False where the source is not what it should be."""
    if not is_whole(source, sha256):
        return False
    copies.made(target.parent)
    with copies.copy_told():
        write_beside(
            target,
            lambda new: _write(source, new),
            lambda new: _prove(new, sha256),
            again,
        )
    return True


def _write(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)


def _prove(path: Path, sha256: str) -> None:
    if not is_whole(path, sha256):
        raise OSError(5, "the copy differs")
