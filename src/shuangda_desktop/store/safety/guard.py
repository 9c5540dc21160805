"""A second lock on the database file, beside SQLite's, that this process cannot lose by accident.

SQLite locks by fcntl, and POSIX takes such locks away as soon as the process closes any handle on the file. A file
dialog that shows the folder does so: it opens each file to see of what kind it is. From then on a second window
would write into the same file. A lock by flock belongs to its handle alone. On Windows SQLite's own locks do.
"""

import os
import sys
import time
from pathlib import Path
from sqlite3 import Connection

_PAUSE = 0.05  # seconds between two tries


class Guarded(Connection):
    """A connection that lets the guard of its file go after SQLite has closed it."""

    guard: int | None = None  # an open handle

    def close(self) -> None:
        """Close the database, then the handle: the first handle closed takes SQLite's locks along."""
        super().close()
        let_go(self.guard)
        self.guard = None


def take(path: Path, wait: float) -> int | None:
    """A handle on the file under a lock of its own; BlockingIOError where another has it after ``wait`` seconds.

    None on Windows, which needs none. A handle that got no lock stays open: it may be this process that has the
    lock, and closing any handle would cost it SQLite's.
    """
    if sys.platform == "win32":
        return None
    handle = os.open(path, os.O_RDONLY)
    until = time.monotonic() + wait
    while not _locked(handle):
        if time.monotonic() >= until:
            raise BlockingIOError(path)
        time.sleep(_PAUSE)
    return handle


def is_in_place(handle: int | None, path: Path) -> bool:
    """Whether the file that is open still stands at its path: on Linux an open file may be moved or deleted.

    Some file systems number a file anew; its size and time tell it then, unless it is deleted: a copy that was put
    back keeps both.
    """
    if handle is None:
        return True
    try:
        there, opened = path.stat(), os.fstat(handle)
    except OSError:
        return False
    alike = (there.st_size, there.st_mtime_ns) == (opened.st_size, opened.st_mtime_ns)
    return os.path.samestat(there, opened) or (alike and opened.st_nlink > 0)


def let_go(handle: int | None) -> None:
    """Let another window have the file."""
    if handle is not None:
        os.close(handle)


def _locked(handle: int) -> bool:
    """Whether the file is ours now; a file system that knows no such lock has SQLite's alone."""
    import fcntl  # not on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
