"""Work beside the window: one thread, values in, values out."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from shuangda_desktop.errors import ShuangdaError

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class Job:
    """Work that was handed over; cancel() makes sure that none of its callbacks run."""

    done: Callable[[Any], None]
    failed: Callable[[ShuangdaError], None]
    cancelled: bool = False
    future: "Future[Any]" = field(default_factory=Future)

    def cancel(self) -> None:
        """Forget the work: not begun if it waits, its result dropped if it runs."""
        self.cancelled = True
        self.future.cancel()


class Jobs(QObject):
    """Runs work in one thread and calls back in the thread of the window.

    ``work`` is a closure over values: a store or widget in it raises, they belong to their thread.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ShuangdaError], None],
    ) -> Job:
        """Do ``work`` in turn; then call ``done`` with its result or ``failed`` with its error.

        A timer may ask for work while the window closes: that is not begun.
        """
        job = Job(done, failed, cancelled=self._closed)
        if self._closed:
            return job
        job.future = self._pool.submit(work)
        job.future.add_done_callback(lambda _: self._finished.emit(job))
        return job

    @property
    def is_closed(self) -> bool:
        """Whether nothing is begun any more: what fails now can only be told."""
        return self._closed

    def close(self) -> None:
        """Drop what waits and let the running work end."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def call_back(self) -> None:
        """Call back at once with all that ended: no turn of the events comes any more, the window is closed."""
        QCoreApplication.sendPostedEvents(self)

    def _deliver(self, job: Job) -> None:
        if job.cancelled or job.future.cancelled():
            return
        error = job.future.exception()
        if isinstance(error, ShuangdaError):
            job.failed(error)
        elif error is not None:
            raise error  # a bug: for the crash dialog
        else:
            job.done(job.future.result())
