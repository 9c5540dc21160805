"""The way back to a backup; itself undone by restoring the copy that it makes first."""

import json
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.safety import connection, copies, evidence_files, probe
from shuangda_desktop.store.steps import audit

_SIDECARS = ("-journal", "-wal", "-shm")


def restore(path: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the database, which must be closed.

    Returns the copy of what was there before; it is never thinned out, and restoring it undoes this.
    """
    _refuse_damaged(backup)
    before = _keep_present(path, now) if path.exists() else None
    _bring_back_evidence(backup, path)
    for suffix in _SIDECARS:  # SQLite would play them into the restored file
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    with copies.reading(backup) as source:
        copies.copy_database(
            source, path, lambda copy: _record(copy, backup.name, now), again="重新恢复"
        )
    return before


def _refuse_damaged(backup: Path) -> None:
    try:
        copies.read_contents(backup)
    except (probe.DamagedError, OSError) as error:
        raise StoreError(
            f"备份\u201c{backup.name}\u201d已损坏\uff0c没有恢复\uff0c现在的数据保持原样。请选更早的一份。"
        ) from error


def _keep_present(path: Path, now: datetime) -> Path:
    """A copy of what is about to be replaced; byte by byte where it is too damaged for more."""
    target = copies.free_name(copies.folder_for(path), path, now, "-before-restore")
    try:
        probe.refuse_foreign(path)
        with connection.connected(path) as db:
            copies.copy_database(db.conn, target, again="重新恢复")
            _keep_evidence(db.conn, path, target)
            return target
    except probe.DamagedError:
        return _keep_damaged(path, target.with_suffix(".damaged"))


def _keep_evidence(db: sqlite3.Connection, path: Path, copy: Path) -> None:
    evidence_files.keep(db, evidence_files.folder_beside(path), evidence_files.folder_beside(copy))


def _bring_back_evidence(backup: Path, path: Path) -> None:
    """Before the database: a full disk then leaves everything as it is."""
    source, target = evidence_files.folder_beside(backup), evidence_files.folder_beside(path)
    with copies.reading(backup) as db:
        evidence_files.bring_back(db, source, target)


def _keep_damaged(path: Path, target: Path) -> Path:
    try:
        for suffix in ("", *_SIDECARS):
            part = path.with_name(path.name + suffix)
            if part.exists():
                shutil.copy2(part, target.with_name(target.name + suffix))
    except OSError as error:
        raise StoreError(
            "损坏的数据库留不下副本\uff08磁盘可能已满\uff09\uff0c没有恢复\uff0c文件保持原样。请清理磁盘后再试。"
        ) from error
    return target


def _record(copy: sqlite3.Connection, name: str, now: datetime) -> None:
    """The permanent record tells that it was set back."""
    change = audit.Change("database", 0, None, json.dumps({"backup": name}, ensure_ascii=False))
    db = connection.wrapped(copy)
    with db.atomic():
        audit.append(db, "恢复备份", now, [change])
