"""Digests of a database file: of its first bytes, which are read before it is opened, and of the rest."""

import hashlib
from io import FileIO
from pathlib import Path

_HEAD = 1 << 16  # bytes: the header of the file and the beginning of its schema
_CHUNK = 1 << 20
_LOCKS = (
    1 << 30
)  # SQLite locks 512 bytes there, holds nothing in them, and Windows lets nobody read them
_LOCKED = 512


def head_at(path: Path) -> str:
    """The digest of the first bytes of a closed file."""
    with FileIO(path) as file:
        return hashlib.sha256(file.read(_HEAD)).hexdigest()


def rest_at(path: Path) -> str:
    """The digest of all but the first bytes of a closed file."""
    with FileIO(path) as file:
        return rest_of(file)


def rest_of(file: FileIO) -> str:
    """The digest of all but the first bytes."""
    digest, at = hashlib.sha256(), _HEAD
    file.seek(at)
    while chunk := file.read(min(_CHUNK, _LOCKS - at if at < _LOCKS else _CHUNK)):
        digest.update(chunk)
        at += len(chunk)
        if at == _LOCKS:
            at = file.seek(_LOCKS + _LOCKED)
    return digest.hexdigest()
