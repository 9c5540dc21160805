"""One worker for several documents: to start a process costs more than to read most plans.

What a hostile file can do is end that worker; the next file gets a new one. A file over which a worker ended
that had read others is tried once more by a new one: what the others left in memory is no fault of its own.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from typing import IO

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read
from shuangda_desktop.sources.border import worker
from shuangda_desktop.sources.border.answer import packed
from shuangda_desktop.sources.border.guard import too_big
from shuangda_desktop.sources.border.process import Worker
from shuangda_desktop.text.source import SourceText

_IDLE = 15  # seconds after which a worker that nobody asks goes by itself


class SharedWorker:
    """What answers for the documents of a pile, one after the other: ``ask`` of read_guarded."""

    def __init__(self) -> None:
        self._worker: Worker | None = None

    def answer(
        self, path: Path, seconds: float, megabytes: int, cancelled: Callable[[], bool]
    ) -> bytes:
        """What a worker says of a file; b"" where it ended over it, SourceError where it was stopped."""
        known = self._worker is not None
        line = self._asked(path, seconds, megabytes, cancelled)
        if line is None and known:
            line = self._asked(path, seconds, megabytes, cancelled)
        return line or b""

    def _asked(
        self, path: Path, seconds: float, megabytes: int, cancelled: Callable[[], bool]
    ) -> bytes | None:
        if self._worker is None:
            limits = (str(megabytes), str(int(seconds) + 1))
            self._worker = Worker([*worker.program(), worker.SEVERAL, *limits])
        process, line = self._worker, None
        process.ask(json.dumps(str(path.absolute())).encode() + b"\n")
        try:
            line = process.answer(seconds, cancelled)
        except TimeoutError as error:
            raise worker.too_slow(path.name, seconds) from error
        finally:
            if line is None:
                process.end()
                self._worker = None
        if line is None and cancelled():
            raise worker.stopped(path.name)
        return line


def serve(asked: IO[bytes], out: IO[bytes], seconds: int) -> None:
    """Be the worker: answer each path that comes in with a line, until no more come."""
    fresh = True
    idle = _watch()
    for line in asked:
        idle.cancel()
        worker.grant(seconds)
        answer = _read(Path(json.loads(line)), fresh)
        if answer is None:
            return
        out.write(packed(answer))
        out.flush()
        fresh, idle = False, _watch()
    idle.cancel()


def _read(path: Path, fresh: bool) -> SourceText | SourceError | None:
    """A document, or why there is none; None where others may have taken the memory that it needs."""
    try:
        worker.make_room(path)
        return read(path)
    except SourceError as error:
        return error
    except MemoryError:
        return too_big(path.name) if fresh else None


def _watch() -> Timer:
    idle = Timer(_IDLE, os._exit, (0,))
    idle.daemon = True
    idle.start()
    return idle
