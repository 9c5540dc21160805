"""Several documents on their way in: read one after the other beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui.jobs import Job, Jobs
from shuangda_desktop.services.reading.importing import Draft

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document to read: its name for the clerk, and the pure function that reads it."""

    name: str
    read: Callable[[], Draft]
    stop: Callable[[], object] = lambda: None  # asks a reading that runs to end soon


class Fate(StrEnum):
    """What became of a document."""

    KEPT = "kept"
    REPLACED = "replaced"  # kept in the place of an older edition
    KNOWN = "known"  # recognised; the one that is here stays
    LEFT = "left"  # the clerk did not want it
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Result:
    """One document after its reading: the plan it is or is like, and what there is to be said of it."""

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

    ``keep`` answers None to a draft that the clerk has to be asked about. When all are read, ``weigh``
    says for each of those what is to be worked out beside the window, and ``ask`` gets the result; it
    answers None where that is out of date by then. What was kept before the clerk cancels stays.
    """

    stepped = Signal(int, int, str)  # done, all, name of the one being read
    weighed = Signal(str)  # name of the one that is compared with what is here
    asked = Signal(str)  # name of the one that waits for the clerk's answer
    ended = Signal(object)  # Outcome

    def __init__(
        self,
        jobs: Jobs,
        keep: Callable[[Draft, bool], Result | None],
        weigh: Callable[[Draft], Callable[[], Any]],
        ask: Callable[[Any], Result | None],
    ) -> None:
        super().__init__()
        self._jobs, self._keep, self._weigh, self._ask = jobs, keep, weigh, ask
        self._queue: list[Waiting] = []
        self._later: list[Draft] = []
        self._total = 0
        self._job: Job | None = None
        self._reading: Waiting | None = None
        self._outcome = Outcome()
        self._breath = QTimer(self)  # the window looks at its events between two documents
        self._breath.setSingleShot(True)
        self._breath.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Whether documents are being read."""
        return self._job is not None

    @property
    def left(self) -> int:
        """How many documents are not settled yet."""
        return len(self._queue) + len(self._later) + (self._reading is not None)

    def add(self, documents: Sequence[Waiting]) -> None:
        """Read these after those that are on their way."""
        self._queue += documents
        self._total += len(documents)
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Read no further, and ask no more."""
        self._breath.stop()
        if self._job is not None:
            self._job.cancel()
        if self._reading is not None:
            self._reading.stop()
        running = [self._reading] if self._reading else []
        names = [each.name for each in (*running, *self._queue)]
        names += [draft.source.name for draft in self._later]
        self._outcome.results += [Result(name, Fate.STOPPED) for name in names]
        self._queue.clear()
        self._later.clear()
        self._end()

    def _next(self) -> None:
        if self._queue:
            self._read(self._queue.pop(0))
        elif self._later:
            self._compare(self._later.pop(0))
        else:
            self._end()

    def _read(self, document: Waiting) -> None:
        self.stepped.emit(self._total - len(self._queue) - 1, self._total, document.name)
        self._begin(document, document.read, self._take)

    def _compare(self, draft: Draft) -> None:
        """Work out what there is to ask about one that is here already."""
        name = draft.source.name
        self.weighed.emit(name)
        self._reading = Waiting(name, lambda: draft)
        try:
            work = self._weigh(draft)
        except ShuangdaError as error:
            self._miss(error)
        else:
            self._begin(self._reading, work, partial(self._put, draft))

    def _begin(self, document: Waiting, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._reading = document
        self._job = self._jobs.run(work, done, self._miss)

    def _take(self, draft: Draft) -> None:
        many = self._total > 1
        self._settle(draft, lambda: self._keep(draft, many))

    def _put(self, draft: Draft, found: object) -> None:
        self.asked.emit(draft.source.name)
        self._settle(draft, lambda: self._ask(found))

    def _settle(self, draft: Draft, decide: Callable[[], Result | None]) -> None:
        """Note what became of a draft; a full disk is told of it and holds up no other."""
        self._reading = None
        try:
            result = decide()
        except ShuangdaError as error:
            result = Result(draft.source.name, Fate.REFUSED, words=str(error))
        if result is None:
            self._later.append(draft)
        else:
            self._outcome.results.append(result)
        self._breath.start()

    def _miss(self, error: ShuangdaError) -> None:
        name = self._reading.name if self._reading else ""
        self._reading = None
        self._outcome.results.append(Result(name, Fate.REFUSED, words=str(error)))
        self._breath.start()

    def _end(self) -> None:
        outcome, self._outcome = self._outcome, Outcome()
        self._job, self._reading, self._total = None, None, 0
        self.ended.emit(outcome)


def file(path: Path, read: Callable[[Path, Callable[[], bool]], Draft]) -> Waiting:
    """A file to read; its reader asks now and then whether it shall go on."""
    stopped = Event()
    return Waiting(path.name, lambda: read(path, stopped.is_set), stopped.set)


def markup(name: str, read: Callable[[Callable[[], bool]], Draft]) -> Waiting:
    """What was copied, to be read in the same way."""
    stopped = Event()
    return Waiting(name, lambda: read(stopped.is_set), stopped.set)
