"""The look through a large file, beside the clerk's first minutes with it.

A file of twenty years has 1.5 GB: its digest takes a second or a minute, by the disk, a check of its pages half a
minute and more (they are checked where there is no digest, and once a week). So it is opened after a look at its
first bytes, and the rest is read by a thread.
Until that is done nothing is written into the file: what the clerk does meanwhile goes into a log beside it
(SQLite's WAL), which survives a kill or a power cut as any commit does, and is brought into the file when the
look found it whole. The log is begun by the first write only; who just looks never meets it.
"""

import sqlite3
from contextlib import suppress
from datetime import date
from io import FileIO
from pathlib import Path
from threading import Event, Thread

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store.safety import digests, probe, seal

# Bytes: what is smaller takes a third of a second, and is looked through when it is opened.
AT_ONCE = 1 << 25
_CLOSED = "已经关上"  # it was open when it was found


def is_large(path: Path) -> bool:
    """Whether it takes a while to read or to copy the whole file; False where there is none."""
    return path.is_file() and path.stat().st_size >= AT_ONCE


class Look:
    """Runs from its making on. A thread reads; everything else belongs to the thread that made it."""

    def __init__(self, path: Path, sealed: seal.Sealed | None, today: date) -> None:
        """Compares the bytes where a seal fits, checks the pages where none does, or when it is time."""
        self.trouble: StoreError | None = None
        self._path, self._sealed, self._today, self._stopped = path, sealed, today, Event()
        self._file = FileIO(path)
        due = sealed is None or sealed.pages_due(today)
        self._reader = _reader(path) if due else None
        self._compared = self._done = False
        self._thread = Thread(target=self._run, name="look", daemon=True)
        self._thread.start()

    @property
    def going(self) -> bool:
        """Whether it is not done yet."""
        return self._thread.is_alive()

    @property
    def proven(self) -> bool:
        """Whether the bytes are known to be whole: compared, or looked through where there was no digest."""
        return self.trouble is None and (self._compared or self._done)

    @property
    def pages_on(self) -> date | None:
        """When the pages were looked through to the end; None where nobody knows."""
        if self._done and self._reader is not None:
            return self._today
        return self._sealed.pages_on if self._sealed else None

    def wait(self) -> None:
        """Let it come to its end."""
        self._thread.join()

    def stop(self) -> None:
        """Let it compare the bytes, which is quick; give up the pages, which come again at the next opening."""
        self._stopped.set()
        while self.going:
            if self._reader is not None:
                self._reader.interrupt()
            self._thread.join(0.05)

    def rest_now(self) -> tuple[str, str] | None:
        """The stamp of the open file and the digest of all but its first bytes; None where they are not proven."""
        if self.going or not self.proven:
            return None
        return seal.stamp(self._path), digests.rest_of(self._file)

    def let_go(self) -> None:
        """Close what it read from; after the database: the first file closed takes the locks along (POSIX)."""
        self._file.close()
        if self._reader is not None:
            self._reader.close()

    def _run(self) -> None:
        try:
            self.trouble = self._compare() or self._check_pages()
        except (sqlite3.DatabaseError, OSError):
            if not self._stopped.is_set():
                self.trouble = probe.damaged(self._path, _CLOSED)

    def _compare(self) -> StoreError | None:
        if self._sealed is not None:
            if digests.rest_of(self._file) != self._sealed.rest:
                return seal.changed(self._path, _CLOSED)
            self._compared = True
        return None

    def _check_pages(self) -> StoreError | None:
        if self._stopped.is_set():
            return None
        if self._reader is not None:
            (told,) = self._reader.execute("PRAGMA integrity_check(1)").fetchone()
            if told != "ok":
                return probe.damaged(self._path, _CLOSED)
        self._done = True
        return None


def _reader(path: Path) -> sqlite3.Connection:
    """A second connection that sees the file as it is now, whatever the first one writes.

    It takes no locks, for the first one holds them all; it may write, though it does not: SQLite passes over
    the CHECK constraints of a file that is open for reading alone.
    """
    reader = sqlite3.connect(
        f"{path.as_uri()}?mode=rw&nolock=1",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
    )
    for setting in ("query_only = ON", "cell_size_check = ON", "mmap_size = 0"):
        reader.execute(f"PRAGMA {setting}")
    reader.execute("BEGIN")
    with suppress(sqlite3.DatabaseError):  # the check itself will tell
        reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return reader
