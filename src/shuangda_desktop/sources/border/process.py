"""A process that reads foreign files: it is asked by lines, and answers by lines."""

import os
import subprocess
import time
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO

MOST_ANSWER = 40_000_000  # bytes of one line
_PAUSE = 0.05  # seconds between two looks at the clock


class Worker:
    """The process and the line that its answers come over; it ends with this object at the latest."""

    def __init__(self, program: Sequence[str]) -> None:
        scratch = TemporaryDirectory(ignore_cleanup_errors=True)
        folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch.name)
        process = subprocess.Popen(
            program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **folders},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdin is not None
        assert process.stdout is not None
        self._asked = process.stdin
        self._lines: Queue[bytes | None] = Queue()
        thread = Thread(target=_pass_on, args=(process.stdout, self._lines), daemon=True)
        thread.start()
        self.end = weakref.finalize(self, _end, process, thread, scratch)

    def ask(self, line: bytes, last: bool = False) -> None:
        """Send a line, ``last`` where no more will come."""
        with suppress(OSError):  # a worker that died at once hears nothing
            self._asked.write(line)
            self._asked.flush()
            if last:
                self._asked.close()

    def answer(self, seconds: float, cancelled: Callable[[], bool]) -> bytes | None:
        """The next line; None where the process ended or nobody wants it, TimeoutError where it is slow."""
        end = time.monotonic() + seconds
        while not cancelled():
            with suppress(Empty):
                return self._lines.get(timeout=_PAUSE)
            if time.monotonic() > end:
                raise TimeoutError
        return None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def _end(
    process: "subprocess.Popen[bytes]", thread: Thread, scratch: "TemporaryDirectory[str]"
) -> None:
    """Whatever the process may have written beside is gone afterwards."""
    process.kill()
    process.wait()
    thread.join()
    with suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    scratch.cleanup()


def _pass_on(pipe: IO[bytes], lines: "Queue[bytes | None]") -> None:
    """Hand on whole lines; a half one is the end of a worker that died over it."""
    with pipe:
        while (line := pipe.readline(MOST_ANSWER)).endswith(b"\n"):
            lines.put(line)
    lines.put(None)
