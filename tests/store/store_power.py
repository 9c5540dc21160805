"""A disk that loses its power: what was not synced is kept, lost or turned into rubbish, sector by sector.

The store runs on SQLite through apsw, whose file layer can be watched; the stdlib's cannot.
"""

import os
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


@dataclass(frozen=True)
class Operation:
    """One thing that SQLite asked of the disk: write, truncate, sync or delete."""

    kind: str
    name: str
    offset: int = 0
    data: bytes = b""


class WatchedFile(apsw.VFSFile):
    """A real file that notes what is asked of it."""

    def __init__(self, log: list[Operation], name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self.log = log
        self.name = Path(name.filename() if hasattr(name, "filename") else name or "").name

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - apsw names it so
        self.log.append(Operation("write", self.name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self.log.append(Operation("truncate", self.name, size))
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        self.log.append(Operation("sync", self.name))
        super().xSync(flags)


class WatchedDisk(apsw.VFS):
    """The system's own file layer, watched."""

    def __init__(self, log: list[Operation]) -> None:
        super().__init__("watched", "")
        self.log = log

    def xOpen(self, name: Any, flags: list[int]) -> WatchedFile:  # noqa: N802
        return WatchedFile(self.log, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        self.log.append(Operation("delete", Path(name).name, int(sync)))
        super().xDelete(name, sync)


class Cursor:
    """What sqlite3's cursor tells beyond apsw's."""

    def __init__(self, db: apsw.Connection, rows: list[Any], description: Any) -> None:
        self.rows, self.description = iter(rows), description
        self.rowcount, self.lastrowid = db.changes(), db.last_insert_rowid()

    def __iter__(self) -> Any:
        return self.rows

    def fetchone(self) -> Any:
        return next(self.rows, None)

    def fetchall(self) -> Any:
        return list(self.rows)


class Connection:
    """An apsw connection as sqlite-utils and the store use one."""

    def __init__(self, path: Path, log: list[Operation]) -> None:
        self.disk = WatchedDisk(log)
        self.apsw = apsw.Connection(str(path), vfs="watched")

    @property
    def in_transaction(self) -> bool:
        return self.apsw.in_transaction

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        if sql.split()[0] in ("INSERT", "UPDATE", "DELETE") and not self.in_transaction:
            self.apsw.execute("BEGIN")
        cursor = self.apsw.cursor()
        rows = list(cursor.execute(sql, tuple(parameters)))
        return Cursor(self.apsw, rows, rows[:1] or None)

    def executemany(self, sql: str, rows: Any) -> None:
        self.apsw.executemany(sql, rows)

    def create_function(
        self, name: str, count: int, work: Any, deterministic: bool = False
    ) -> None:
        self.apsw.create_scalar_function(name, work, count, deterministic=deterministic)

    def close(self) -> None:
        self.apsw.close()


def after_power_cut(
    before: dict[str, bytes], log: list[Operation], cut: int, chance: random.Random
) -> dict[str, bytes]:
    """The files as the disk may hold them when the power fails before operation ``cut``."""
    disk = {name: bytearray(content) for name, content in before.items()}
    pending: dict[str, list[Operation]] = {}
    for operation in log[:cut]:
        if operation.kind == "sync":
            _settle(disk, operation.name, pending.pop(operation.name, []), None)
        elif operation.kind == "delete" and operation.offset:
            pending.pop(operation.name, None)
            disk.pop(operation.name, None)
        else:
            pending.setdefault(operation.name, []).append(operation)
    for name, operations in pending.items():
        _settle(disk, name, operations, chance)
    return {name: bytes(content) for name, content in disk.items()}


def _settle(
    disk: dict[str, bytearray], name: str, operations: list[Operation], chance: random.Random | None
) -> None:
    """Bring operations to the disk: all of them, or what chance lets through."""
    for operation in operations:
        through = chance is None or chance.random() < 0.5
        if operation.kind == "write":
            _write(disk, operation, chance)
        elif operation.kind == "truncate" and through:
            del disk.setdefault(name, bytearray())[operation.offset :]
        elif operation.kind == "delete" and through:
            disk.pop(name, None)
        elif operation.kind == "delete":
            return  # the old file keeps the name; what follows went to a new one that nobody finds


def _write(disk: dict[str, bytearray], write: Operation, chance: random.Random | None) -> None:
    """Bring the sectors of a write to the disk, each whole, not at all or as rubbish."""
    for start in range(0, len(write.data), SECTOR):
        fate = 0.0 if chance is None else chance.random()
        piece = write.data[start : start + SECTOR]
        if fate < 0.45:
            _put(disk, write, start, piece)
        elif fate >= 0.9:
            _put(disk, write, start, os.urandom(len(piece)))


def _put(disk: dict[str, bytearray], write: Operation, start: int, piece: bytes) -> None:
    content = disk.setdefault(write.name, bytearray())
    end, at = write.offset + len(write.data), write.offset + start
    content.extend(bytes(max(end - len(content), 0)))  # it is as long as if all had come through
    content[at : at + len(piece)] = piece
