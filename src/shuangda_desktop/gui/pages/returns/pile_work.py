"""One pile of files at a time, written or read beside the window: how far it is, and what rests till then."""

from collections.abc import Callable, Sequence
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.jobs import Job, Jobs
from shuangda_desktop.gui.widgets.progress_line import ProgressLine

T = TypeVar("T")


class PileWork(QObject):
    """What is done tells by ``stepped`` (done, total, name) and asks ``stopped`` whether to go on."""

    stepped = Signal(int, int, str)

    def __init__(self, owner: QWidget, jobs: Jobs, resting: Sequence[QWidget]) -> None:
        super().__init__(owner)
        self._owner, self._jobs, self._resting = owner, jobs, resting
        self._job: Job | None = None
        self._stop = Event()
        self.progress = ProgressLine("停止\uff1b已经写好的文件留着")
        self.progress.cancelled.connect(self.stop)
        self.stepped.connect(self.show_step)

    @property
    def running(self) -> bool:
        """Whether a pile is in hand."""
        return self._job is not None

    def stopped(self) -> bool:
        """Whether no other file is to be begun; asked in the other thread."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Stop soon: what was read until then is shown, what was written stays."""
        self._stop.set()

    def begin(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it beside the window, then hand over what came of it."""

        def finish(result: T) -> None:
            self._end()
            done(result)

        self._stop.clear()
        self.progress.show_work("正在准备\u2026")
        self._rest(resting=True)
        self._job = self._jobs.run(work, finish, self._failed)

    def show_step(self, done: int, total: int, name: str) -> None:
        """Say which file it is; one that is told after the end says nothing."""
        if self.running:
            self.progress.text.setText(f"{name}\uff08{done + 1}/{total}\uff09\u2026")
            self.progress.bar.setRange(0, total)
            self.progress.bar.setValue(done)

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        self._rest(resting=False)

    def _failed(self, error: ShuangdaError) -> None:
        self._end()
        ask.tell(self._owner, str(error))

    def _rest(self, *, resting: bool) -> None:
        for part in self._resting:
            part.setEnabled(not resting)
