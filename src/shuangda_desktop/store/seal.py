"""A digest of the cleanly closed database, beside its backups: disks flip bits, and SQLite keeps no checksums.

Of single bits flipped at rest the check of pages notices half, the digest all. It stands only while the
database is closed, and speaks only of a file whose size and time are still those of closing: what was copied
here, restored by hand, written by another tool or left by a killed run has no seal that fits, and opens as ever.
What it proves was whole when it was closed, and is not looked through page by page again.
It speaks once: the clerk is shown the way to the backups, and whoever tries again gets the file as it is.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import copies

_LOGS = ("-journal", "-wal")  # what SQLite would play back into the file when it opens it


def put_on(path: Path) -> None:
    """Seal a closed database; only where it has backups that could take its place."""
    with suppress(OSError):  # without a seal it opens just as well
        place = _place(path)
        if place.parent.is_dir():
            stamp = _stamp(path)  # first: what is written from now on must not fit it
            place.write_text(f"{stamp} {_digest(path)}\n", "ascii")


def take_off(path: Path) -> None:
    """Remove the seal of a database that is open, or about to be looked at by the clerk."""
    with suppress(OSError):
        _place(path).unlink()


def proves(path: Path) -> bool:
    """Whether the bytes are those of closing, every one; where no seal fits nobody knows.

    Raises StoreError, once, where bytes changed since closing though nobody wrote the file.
    """
    try:
        stamp, _, digest = _place(path).read_text("ascii").strip().rpartition(" ")
        if stamp != _stamp(path):
            return False
        same = digest == _digest(path)
    except (OSError, ValueError):
        return False
    if same:
        return not any(path.with_name(path.name + mark).exists() for mark in _LOGS)
    take_off(path)
    raise StoreError(
        f"\u201c{path.name}\u201d在上次关闭以后\uff0c没有人改过\uff0c内容却变了\uff0c磁盘可能正在损坏\uff0c没有打开\uff0c文件保持原样。"
        "请从备份列表中恢复最近的一份\uff0c并检查磁盘\uff1b再试一次\uff0c则照现在的内容打开。"
    )


def _place(path: Path) -> Path:
    return path.parent / copies.FOLDER / f"{path.name}.seal"


def _stamp(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
