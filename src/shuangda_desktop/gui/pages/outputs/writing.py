"""Documents on their way out of the window: written beside it, kept on record, told of."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal

from shuangda_desktop.errors import ExportError, ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.jobs import Job as Work
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.writing_out import another_try
from shuangda_desktop.gui.widgets.progress_line import ProgressLine
from shuangda_desktop.services.outputs import exporting
from shuangda_desktop.services.outputs.exporting import Job
from shuangda_desktop.text.punctuation import widen

T = TypeVar("T")
REPLACE = "替换"
CANCELLED = "已取消写出\u3002原来的文件没有写坏\uff1a要么没有变\uff0c要么已经是完整的新文件\u3002"
_UNSAFE = re.compile('[<>:"/\\\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Writing:
    """A document on its way out: values only, so that the worker may have it."""

    name: str
    kinds: str
    job: Job
    path: Path

    def write(self) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return self.job.write(self.path)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of several documents: those that were written, and why the rest was not."""

    done: tuple[Writing, ...]
    sentences: tuple[str, ...]
    error: ExportError | None = None


class Writer(QObject):
    """Asks where to, writes, offers another place after a failure, and keeps what went out.

    ``changed`` when it begins and ends, ``told`` with what to say of what was written.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, page: Page, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._work: Work | None = None
        self.progress = ProgressLine("不再等待\uff1b文件不会写坏")
        self.progress.cancelled.connect(self.cancel)
        self.written: Path | None = None
        self.folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._work is not None

    def one(self, name: str, kinds: str, file: str, job: Job) -> None:
        """Ask where to and write one document."""
        path = self.asked(file, name, kinds)
        if path is not None:
            self._begin(Writing(name, kinds, job, path))

    def each(
        self, name: str, kinds: str, gathered: Callable[[], Iterable[tuple[str, Job]]]
    ) -> None:
        """Ask for a folder and write several documents of one kind into it."""
        folder = ask.folder(self._page, f"{name}写到哪个文件夹", self.folder)
        if folder is None:
            return
        writings = [Writing(name, kinds, job, folder / safe_name(f)) for f, job in gathered()]
        if self._may_replace(writings):
            words = f"正在写出 {len(writings)} 份{name}\u2026"
            self._start(words, partial(write_each, writings), self._done_each, self._failed_each)

    def asked(self, file: str, name: str, kinds: str) -> Path | None:
        """Where the clerk wants a file."""
        return ask.save_file(self._page, f"写出{name}", self.folder / file, kinds)

    def note(self, job: Job, path: Path) -> None:
        """Keep what went out."""
        exporting.note_export(self._context.store, job, path, self._context.now())

    def tell(self, path: Path, sentences: Sequence[str] = ()) -> None:
        """Say what was written, and offer the next in the same folder."""
        self.written, self.folder = path, path.parent
        self.told.emit("\n".join([widen(f"已写出:{path}"), *sentences]))
        self._context.notify(widen(f"已写出“{path.name}”。"), undo=False)

    def cancel(self) -> None:
        """Wait no longer; the file is the old one or whole, never half of each."""
        if self._work is not None:
            self._work.cancel()
            self._end()
            self._context.notify(CANCELLED, undo=False)

    # -- inside

    def _begin(self, writing: Writing) -> None:
        words = f"正在写出 {writing.path.name}\u2026"
        done, failed = partial(self._done, writing), partial(self._failed, writing)
        self._start(words, writing.write, done, failed)

    def _start(
        self,
        words: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ShuangdaError], None],
    ) -> None:
        self.progress.show_work(words)
        self._work = self._context.jobs.run(work, done, failed)
        self.changed.emit()

    def _end(self) -> None:
        self._work = None
        self.progress.hide()
        self.changed.emit()

    def _done(self, writing: Writing, sentences: tuple[str, ...]) -> None:
        self._end()
        self.note(writing.job, writing.path)
        self.tell(writing.path, sentences)

    def _failed(self, writing: Writing, error: ShuangdaError) -> None:
        """Nothing was written: somewhere else, once more, or not at all; a window that is closed only tells it."""
        self._end()
        title, kinds = f"写出{writing.name}", writing.kinds
        path = another_try(self._page, self._context, title, writing.path, kinds, error)
        if path is not None:
            self._begin(replace(writing, path=path))

    def _may_replace(self, writings: Sequence[Writing]) -> bool:
        """Several files are written without a dialog for each, so it is asked once."""
        there = [writing.path for writing in writings if writing.path.exists()]
        words = widen(f"这个文件夹里已经有 {len(there)} 份同名的文件。")
        asked = not there or ask.choose(self._page, words, [REPLACE]) == REPLACE
        return asked and ask.may_take_open(self._page, there)

    def _done_each(self, written: Written) -> None:
        """Keep what went out, even where the rest could not."""
        self._end()
        for writing in written.done:
            self.note(writing.job, writing.path)
        if written.done:
            self.tell(written.done[-1].path, written.sentences)
            self._context.notify(widen(f"已写出 {len(written.done)} 份。"), undo=False)
        if written.error is not None:
            before = widen(f"此前的 {len(written.done)} 份已经写好。")
            ask.tell(self._page, f"{written.error}\n{before}")

    def _failed_each(self, error: ShuangdaError) -> None:
        self._end()
        ask.tell(self._page, str(error))


def write_each(writings: Sequence[Writing]) -> Written:
    """Write one after another until one cannot be."""
    done: list[Writing] = []
    told: list[str] = []
    for writing in writings:
        try:
            sentences = writing.write()
        except ExportError as error:
            return Written(tuple(done), tuple(told), error)
        done.append(writing)
        told += (f"{writing.path.name}\uff1a{sentence}" for sentence in sentences)
    return Written(tuple(done), tuple(told))


def safe_name(file: str) -> str:
    """The name of a file without what a folder cannot hold; a unit may be called anything."""
    return _UNSAFE.sub("_", file)
