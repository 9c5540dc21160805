"""What a database file is, found out without touching it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from shuangda_desktop.errors import NotOursError, StoreError
from shuangda_desktop.store.schema import migrations

_UNREADABLE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_HEAD = 100  # bytes of the shortest database
_RESTORE = "文件保持原样。请从备份列表中恢复最近的一份。"


class DamagedError(StoreError):
    """The file is not whole, or no longer a database at all; a backup may take its place."""


@dataclass(frozen=True, slots=True)
class Header:
    """The numbers in the head of a database file."""

    application_id: int
    version: int


def refuse_foreign(path: Path) -> None:
    """Raise StoreError unless the file is a database of ours that this program knows how to open."""
    if path.stat().st_size < _HEAD:
        raise DamagedError(
            f"\u201c{path.name}\u201d是空的或不完整\uff0c数据可能已丢失\uff0c{_RESTORE}"
        )
    header = read_header(path)
    if header is None:
        return  # a journal waits beside it: only opening can tell
    judge(path, header)


def judge(path: Path, header: Header) -> None:
    """Raise NotOursError for another program's database and for one of a newer program."""
    if header.application_id != migrations.APPLICATION_ID or header.version < 1:
        raise NotOursError(
            f"\u201c{path.name}\u201d是别的程序的数据库\uff0c没有打开\uff0c文件保持原样。请另选文件。"
        )
    if header.version > migrations.LATEST:
        raise NotOursError(
            f"\u201c{path.name}\u201d由更新版本的程序保存\uff08数据版本{header.version}\uff0c本程序只认识到{migrations.LATEST}\uff09\uff0c"
            "没有打开\uff0c文件保持原样。请先升级程序。"
        )


def read_header(path: Path) -> Header | None:
    """The header of a database; None where an interrupted action must be rolled back before it can be read.

    ``immutable`` reads without locks and without rolling anything back, so not a byte of the file changes.
    SQLite must do it: closing a file of our own would drop the locks that this process holds on it.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as db:
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            return Header(
                db.execute("PRAGMA application_id").fetchone()[0],
                db.execute("PRAGMA user_version").fetchone()[0],
            )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in _UNREADABLE and _has_journal(path):
            return None
        raise _refusal(path, error) from error


def _refusal(path: Path, error: sqlite3.DatabaseError) -> StoreError:
    code = error.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return DamagedError(
            f"\u201c{path.name}\u201d不是本程序的数据库\uff0c没有打开\uff0c文件保持原样。请另选文件\uff0c或从备份列表中恢复。"
        )
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    return StoreError(
        f"\u201c{path.name}\u201d打不开\uff0c文件保持原样。请检查文件和文件夹的读写权限。"
    )


def damaged(path: Path, what: str = "没有打开\uff0c文件保持原样") -> DamagedError:
    """The refusal of a damaged database; ``what`` became of it."""
    return DamagedError(
        f"\u201c{path.name}\u201d已损坏\uff0c{what}。请从备份列表中恢复最近的一份。"
    )


def _has_journal(path: Path) -> bool:
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0
