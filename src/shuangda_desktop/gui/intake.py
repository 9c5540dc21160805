"""Several documents on their way in: read one after the other beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui.jobs import Job, Jobs
from shuangda_desktop.services.importing import Draft


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document to read: its name for the clerk, and the pure function that reads it."""

    name: str
    read: Callable[[], Draft]
    stop: Callable[[], object] = lambda: None  # asks a reading that runs to end soon


@dataclass(slots=True)
class Outcome:
    """What became of one batch."""

    kept: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Intake(QObject):
    """Reads a batch of documents; ``keep`` takes each draft in the thread of the window.

    Documents that were kept before the clerk cancels stay.
    """

    stepped = Signal(int, int, str)  # done, all, name of the one being read
    ended = Signal(object)  # Outcome

    def __init__(self, jobs: Jobs, keep: Callable[[Draft], int | None]) -> None:
        super().__init__()
        self._jobs, self._keep = jobs, keep
        self._queue: list[Waiting] = []
        self._total = 0
        self._job: Job | None = None
        self._stop: Callable[[], object] = lambda: None
        self._outcome = Outcome()

    @property
    def busy(self) -> bool:
        """Whether documents are being read."""
        return self._job is not None

    def add(self, documents: Sequence[Waiting]) -> None:
        """Read these after those that are on their way."""
        self._queue += documents
        self._total += len(documents)
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Read no further."""
        if self._job is not None:
            self._job.cancel()
            self._stop()
        self._queue.clear()
        self._end()

    def _next(self) -> None:
        if not self._queue:
            self._end()
            return
        document = self._queue.pop(0)
        self._stop = document.stop
        self.stepped.emit(self._total - len(self._queue) - 1, self._total, document.name)
        self._job = self._jobs.run(document.read, self._take, lambda e: self._miss(document, e))

    def _take(self, draft: Draft) -> None:
        kept = self._keep(draft)
        if kept is not None:
            self._outcome.kept.append(kept)
        self._next()

    def _miss(self, document: Waiting, error: ShuangdaError) -> None:
        self._outcome.errors.append(f"{document.name}\uff1a{error}")
        self._next()

    def _end(self) -> None:
        outcome, self._outcome = self._outcome, Outcome()
        self._job, self._total = None, 0
        self.ended.emit(outcome)


def file(path: Path, read: Callable[[Path, Callable[[], bool]], Draft]) -> Waiting:
    """A file to read; its reader asks now and then whether it shall go on."""
    stopped = Event()
    return Waiting(path.name, lambda: read(path, stopped.is_set), stopped.set)
