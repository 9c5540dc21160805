"""Several documents on their way in: read one after the other beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui.jobs import Job, Jobs
from shuangda_desktop.services.reading.importing import Draft


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document to read: its name for the clerk, and the pure function that reads it."""

    name: str
    read: Callable[[], Draft]
    stop: Callable[[], object] = lambda: None  # asks a reading that runs to end soon


class Fate(StrEnum):
    """What became of a document."""

    KEPT = "kept"
    KNOWN = "known"  # recognised; the one that is here stays
    LEFT = "left"  # the clerk did not want it
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Result:
    """One document after its reading: the plan it is or is like, and why it is none."""

    name: str
    fate: Fate
    plan_id: int | None = None
    words: str = ""


@dataclass(slots=True)
class Outcome:
    """What became of one batch, in the order of the end of each."""

    results: list[Result] = field(default_factory=list)

    def of(self, *fates: Fate) -> list[Result]:
        """Those with one of these fates."""
        return [result for result in self.results if result.fate in fates]


class Intake(QObject):
    """Reads a batch of documents; ``keep`` takes each draft in the thread of the window.

    ``keep`` answers None to a draft that the clerk has to be asked about while others wait: ``ask``
    gets it when all are read. Documents that were kept before the clerk cancels stay.
    """

    stepped = Signal(int, int, str)  # done, all, name of the one being read
    ended = Signal(object)  # Outcome

    def __init__(
        self,
        jobs: Jobs,
        keep: Callable[[Draft, bool], Result | None],
        ask: Callable[[Draft], Result],
    ) -> None:
        super().__init__()
        self._jobs, self._keep, self._ask = jobs, keep, ask
        self._queue: list[Waiting] = []
        self._later: list[Draft] = []
        self._total = 0
        self._job: Job | None = None
        self._reading = Waiting("", lambda: _nothing())
        self._outcome = Outcome()
        self._breath = QTimer(self)  # the window looks at its events between two documents
        self._breath.setSingleShot(True)
        self._breath.timeout.connect(self._next)

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
        self._breath.stop()
        if self._job is not None:
            self._job.cancel()
            self._reading.stop()
            stopped = [self._reading, *self._queue]
            self._outcome.results += [Result(each.name, Fate.STOPPED) for each in stopped]
        self._queue.clear()
        self._end()

    def _next(self) -> None:
        if not self._queue:
            self._end()
            return
        document = self._reading = self._queue.pop(0)
        self.stepped.emit(self._total - len(self._queue) - 1, self._total, document.name)
        self._job = self._jobs.run(document.read, self._take, lambda e: self._miss(document, e))

    def _take(self, draft: Draft) -> None:
        result = self._keep(draft, self._total > 1)
        if result is None:
            self._later.append(draft)
        else:
            self._outcome.results.append(result)
        self._breath.start()

    def _miss(self, document: Waiting, error: ShuangdaError) -> None:
        self._outcome.results.append(Result(document.name, Fate.REFUSED, words=str(error)))
        self._breath.start()

    def _end(self) -> None:
        later, self._later = self._later, []
        outcome, self._outcome = self._outcome, Outcome()
        self._job, self._total = None, 0
        outcome.results += [self._ask(draft) for draft in later]
        self.ended.emit(outcome)


def file(path: Path, read: Callable[[Path, Callable[[], bool]], Draft]) -> Waiting:
    """A file to read; its reader asks now and then whether it shall go on."""
    stopped = Event()
    return Waiting(path.name, lambda: read(path, stopped.is_set), stopped.set)


def markup(name: str, read: Callable[[Callable[[], bool]], Draft]) -> Waiting:
    """What was copied, to be read in the same way."""
    stopped = Event()
    return Waiting(name, lambda: read(stopped.is_set), stopped.set)


def _nothing() -> Draft:
    raise AssertionError("never read")
