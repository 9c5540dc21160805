"""A digest of the cleanly closed database, beside its backups: disks flip bits, and SQLite keeps no checksums.

Of single bits flipped at rest the check of pages notices half, the digest all. It stands only while the
database is closed, and speaks only of a file whose size and time are still those of closing: what was copied
here, restored by hand, written by another tool or left by a killed run has no seal that fits, and opens as ever.
What it proves was whole when it was closed, and is looked through page by page once a week only.
Of the first bytes it has a digest of their own: they are proven before anything is read, the rest of a large
file while the clerk looks at the first page (look.py).
It speaks once: the clerk is shown the way to the backups, and whoever tries again gets the file as it is.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.safety import copies, digests

_PAGES_EVERY = timedelta(days=7)
_LOGS = ("-journal", "-wal")  # what SQLite would play back into the file when it opens it


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a seal that fits says: the digest of all but the first bytes, and when the pages were looked through."""

    rest: str
    pages_on: date

    def pages_due(self, today: date) -> bool:
        """Whether it is time to look through the pages: what spoils while the program runs is sealed with the rest."""
        return not timedelta(0) <= today - self.pages_on < _PAGES_EVERY


def put_on(path: Path, pages_on: date, known: tuple[str, str] | None = None) -> None:
    """Seal a closed database; only where it has backups that could take its place.

    ``known``: a stamp and the digest that was taken of the rest of the bytes at that time.
    """
    with suppress(OSError):  # without a seal it opens just as well
        place = _place(path)
        if place.parent.is_dir():
            before = stamp(path)  # first: what is written from now on must not fit it
            rest = known[1] if known and known[0] == before else digests.rest_at(path)
            place.write_text(f"{before} {pages_on} {digests.head_at(path)} {rest}\n", "ascii")


def take_off(path: Path) -> None:
    """Remove the seal of a database that is open, or about to be looked at by the clerk."""
    with suppress(OSError):
        _place(path).unlink()


def proves(path: Path) -> Sealed | None:
    """The seal, where the bytes are those of closing, every one; where no seal fits nobody knows.

    Raises StoreError, once, where bytes changed since closing though nobody wrote the file.
    """
    sealed = begins(path)
    if sealed is None:
        return None
    try:
        same = digests.rest_at(path) == sealed.rest
    except OSError:
        return None
    if same:
        return sealed
    take_off(path)
    raise changed(path)


def begins(path: Path) -> Sealed | None:
    """The seal, where it fits and the first bytes are those of closing; the rest is to be held against it.

    Raises StoreError, once, where the first bytes changed since closing though nobody wrote the file.
    """
    try:
        when, day, head, rest = _place(path).read_text("ascii").strip().rsplit(" ", 3)
        if when != stamp(path):
            return None
        sealed, same = Sealed(rest, date.fromisoformat(day)), head == digests.head_at(path)
    except (OSError, ValueError):
        return None
    if same:
        return sealed if _alone(path) else None
    take_off(path)
    raise changed(path)


def fits(path: Path) -> bool:
    """Whether the file still has the size and the time of the seal."""
    try:
        return _place(path).read_text("ascii").startswith(f"{stamp(path)} ")
    except (OSError, ValueError):
        return False


def stamp(path: Path) -> str:
    """The size and the time of a file: who writes it changes them, who spoils it does not."""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"


def changed(path: Path, what: str = "没有打开\uff0c文件保持原样") -> StoreError:
    """The refusal of a file that changed though nobody wrote it; ``what`` became of it."""
    return StoreError(
        f"\u201c{path.name}\u201d在上次关闭以后\uff0c没有人改过\uff0c内容却变了\uff0c磁盘可能正在损坏\uff0c{what}。"
        "请从备份列表中恢复最近的一份\uff0c并检查磁盘\uff1b再试一次\uff0c则照现在的内容打开。"
    )


def _alone(path: Path) -> bool:
    return not any(path.with_name(path.name + mark).exists() for mark in _LOGS)


def _place(path: Path) -> Path:
    return path.parent / copies.FOLDER / f"{path.name}.seal"
