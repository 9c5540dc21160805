"""The one way into the database."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.safety import connection, copies, look, places, probe, seal
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.schema import migrations
from shuangda_desktop.store.steps.changes import Touched as Touched  # pages name it
from shuangda_desktop.store.steps.undo import Step as Step  # whoever joins some names it
from shuangda_desktop.store.store import Store as Store  # whoever works with one names it

Memory = Literal[":memory:"]
Waits = connection.Waits

_SQLITE = (3, 38)  # STRICT tables are of 3.37, JSON functions always there from 3.38 on


def open_store(
    path: Path | Memory,
    now: datetime,
    mounts: Iterable[places.Mount] | None = None,
    *,
    beside: bool = False,
    waits: Waits | None = None,
) -> Store:
    """Open the database, made new or brought up to date where needed; StoreError tells why it cannot be.

    ``beside``: a large file may be looked through beside the work; whoever says so asks ``settle`` how it goes.
    ``waits`` is called now and then while an older file is copied and brought up to date.
    """
    if sqlite3.sqlite_version_info < _SQLITE:
        raise StoreError(
            f"本机的SQLite是{sqlite3.sqlite_version}\uff0c太旧\uff0c没有打开数据库。"
            f"请安装带有SQLite {'.'.join(map(str, _SQLITE))}以上的Python\uff0c或使用安装包。"
        )
    if path == ":memory:":
        return _ready(Database(memory=True, execute_plugins=False), None)
    whole = Path(path).resolve()
    places.refuse_unsafe(whole, places.read_mounts() if mounts is None else mounts)
    if not whole.exists():
        _create(whole)
    elif beside and _may_wait(whole):
        return _open_before_looking(whole, now)
    else:
        sealed = seal.proves(whole)  # first: a changed head would pass for another program's
        probe.refuse_foreign(whole)
        if sealed is not None and not sealed.pages_due(now.date()):
            return _open_proven(whole, now, sealed.pages_on, waits)
    return _open_proven(whole, now, None, waits)


def upgrade_takes_long(path: Path) -> bool:
    """Whether a large file of an older release is about to be brought up to date; nothing is changed."""
    if not look.is_large(path):
        return False
    try:
        header = probe.read_header(path)
    except StoreError:  # opening it tells why
        return False
    ours = header is not None and header.application_id == migrations.APPLICATION_ID
    return header is not None and ours and 1 <= header.version < migrations.LATEST


def _may_wait(path: Path) -> bool:
    """Whether the file is large, and needs no migration, which would write all over it."""
    if not look.is_large(path):
        return False
    seal.begins(path)
    header = probe.read_header(path)
    return header is not None and header.version == migrations.LATEST


def _open_proven(
    path: Path, now: datetime, pages_on: date | None, waits: Waits | None = None
) -> Store:
    db = connection.connect(path, proven=pages_on is not None, waits=waits)
    seal.take_off(path)
    try:
        with sqlite_told(), connection.waited_for(db, waits):
            _copy_before_migration(db, path, now, waits)
            store = _ready(db, path)
        store.pages_on = pages_on or now.date()
        return store
    except BaseException:
        connection.close(db)
        raise


def _open_before_looking(path: Path, now: datetime) -> Store:
    sealed = seal.begins(path)
    probe.refuse_foreign(path)
    db = connection.connect(path, proven=True)
    try:
        with sqlite_told():
            store = _ready(db, path)
        # What was written on the way, an index made anew, is not what was sealed.
        store.look = look.Look(path, sealed if seal.fits(path) else None, now.date())
        seal.take_off(path)
        return store
    except BaseException:
        connection.close(db)
        raise


def _ready(db: Database, path: Path | None) -> Store:
    migrations.migrate(db)
    db.execute("PRAGMA foreign_keys = ON")  # a migration may rebuild tables that others refer to
    return Store(db, path)


def _copy_before_migration(db: Database, path: Path, now: datetime, waits: Waits | None) -> None:
    version = migrations.version(db)
    if version < migrations.LATEST:
        target = copies.free_name(copies.folder_for(path), path, now, f"-before-upgrade-{version}")
        told = (lambda _: waits()) if waits is not None else None
        copies.copy_database(db.conn, target, again="重新打开", told=told)


def _create(path: Path) -> None:
    """A new database, made beside and moved into place: a half-made one never has the name."""
    if not path.parent.is_dir():
        raise StoreError(
            f"文件夹\u201c{path.parent}\u201d不存在\uff0c没有新建数据库。请先建立该文件夹。"
        )
    connection.set_aside(path, "-journal")
    connection.set_aside(path, "-wal")
    copies.create(path, lambda new: migrations.migrate(connection.wrapped(new)))
