"""Dated copies of the database: made when something changed, thinned by age, listed for restoring."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.safety import copies, evidence_files, ladder
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.steps import audit

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(?P<of>.+)-(?P<day>\d{8}-\d{6})(?P<special>(?:-before-[a-z]+)?)(?:-\d+)*\.db")


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A copy in the list. ``special`` ones, made before a restore or an upgrade, are never thinned out."""

    path: Path
    made_at: datetime
    plans: int
    tasks: int
    entries: int
    last_action: str
    special: bool = False
    database_id: str = ""
    actions: int = 0
    last_hash: str = ""


def back_up(store: Store, target: Path, told: copies.Told | None = None) -> Path:
    """Copy the database to ``target``, its files of evidence beside it; what was there before stays until the copy is proven."""
    if store.path is not None and target.resolve() == store.path:
        raise StoreError("备份不能写到正在使用的数据库上\uff0c没有备份。请换一个文件名。")
    with sqlite_told():
        copies.copy_database(store.db.conn, target, rest=store.rest_digest(), told=told)
    _keep_evidence(store, target)
    return target


def backup_on_close(
    store: Store, folder: Path, now: datetime, told: copies.Told | None = None
) -> Path | None:
    """Back up if anything changed since the last backup, then thin out; the new copy, if one was made."""
    if store.path is None:
        return None
    with sqlite_told():
        current = copies.contents(store.db.conn)
    own = [row for row in list_backups(folder) if row.database_id == current.database_id]
    same = next((row for row in own if row.last_hash == current.last_hash), None)
    if same is not None:
        _keep_evidence(store, same.path)  # what a full disk did not take the last time
        return None
    made = back_up(store, copies.free_name(copies.made(folder), store.path, now), told)
    # The chain notices damage that no check of pages does: then older copies may be the better ones.
    if audit.broken_at(store.db) is None:
        _thin_out(own, now)
    return made


def _keep_evidence(store: Store, copy: Path) -> None:
    source, target = (
        evidence_files.folder_beside(store.path or copy),
        evidence_files.folder_beside(copy),
    )
    if source != target:
        evidence_files.keep(store.db.conn, source, target)


def list_backups(folder: Path) -> tuple[BackupRow, ...]:
    """The copies in a folder that can be read, the newest first."""
    return _rows(folder.glob("*.db"))


def backups_left(path: Path) -> tuple[BackupRow, ...]:
    """The copies of a database that is gone, the newest first; makes no folder for them."""
    every = (path.parent / copies.FOLDER).glob("*.db")
    return _rows(copy for copy in every if _of(copy) == path.stem)


def _rows(found: Iterable[Path]) -> tuple[BackupRow, ...]:
    """What copies hold, the newest first; each is opened."""
    rows = [row for path in found if (row := _row(path)) is not None]
    return tuple(sorted(rows, key=lambda row: (row.made_at, row.actions), reverse=True))


def _of(copy: Path) -> str:
    """The name of the database that a copy was made of: that of 台账-2025 is none of 台账."""
    name = _NAME.fullmatch(copy.name)
    return name["of"] if name else ""


def _row(path: Path) -> BackupRow | None:
    """What a copy holds; None where it is no copy of ours, or damaged and thus nothing to offer."""
    name = _NAME.fullmatch(path.name)
    if name is None:
        return None
    with suppress(StoreError, OSError, ValueError), copies.reading(path) as db:
        held = copies.contents(db)
        return BackupRow(
            path,
            datetime.strptime(name["day"], _STAMP),  # noqa: DTZ007 - a wall time, as in the name
            held.plans,
            held.tasks,
            held.entries,
            held.last_action,
            bool(name["special"]),
            held.database_id,
            held.actions,
            held.last_hash,
        )
    return None


def _thin_out(rows: list[BackupRow], now: datetime) -> None:
    """Delete what the ladder does not keep; called only after a newer copy was proven."""
    ordinary = [row for row in rows if not row.special]
    stay = ladder.kept((row.made_at for row in ordinary), now.replace(tzinfo=None))
    for row in ordinary:
        if row.made_at not in stay:
            with suppress(OSError):  # open elsewhere: the next time will do
                row.path.unlink()
