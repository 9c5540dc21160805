"""Writing a file from any page: where to, beside the window, what became of it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.text.punctuation import widen

KINDS = {".xlsx": "Excel 工作簿 (*.xlsx)", ".docx": "Word 文档 (*.docx)"}


class Writable(Protocol):
    """Something that was gathered and can be written."""

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""


class WriteOut:
    """Asks where to, writes in the worker, tells; a failure offers another place."""

    def __init__(self, owner: QWidget, context: Context) -> None:
        self._owner, self._context = owner, context
        self.folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    def begin(
        self, job: Writable, name: str, done: Callable[[Path], None] = lambda path: None
    ) -> None:
        """Write a file that is to be called so."""
        kinds = KINDS[Path(name).suffix]
        path = ask.save_file(self._owner, f"写出{name}", self.folder / name, kinds)
        if path is not None:
            self._write(job, path, done)

    def begin_any(self, jobs: Mapping[str, Writable], stem: str) -> None:
        """Write a file of whichever kind the clerk chooses; the first kind is offered first."""
        kinds = ";;".join(KINDS[suffix] for suffix in jobs)
        first = next(iter(jobs))
        path = ask.save_file(self._owner, f"写出{stem}", self.folder / f"{stem}{first}", kinds)
        if path is not None:
            suffix = path.suffix if path.suffix in jobs else first
            self._write(jobs[suffix], path.with_suffix(suffix), lambda path: None)

    def _write(self, job: Writable, path: Path, done: Callable[[Path], None]) -> None:
        self.folder = path.parent
        self._context.notify(f"正在写出{path.name}\u2026", undo=False)
        self._context.jobs.run(
            partial(job.write, path),
            partial(self._done, path, done),
            partial(self._failed, job, path, done),
        )

    def _done(self, path: Path, done: Callable[[Path], None], sentences: tuple[str, ...]) -> None:
        done(path)
        told = f"已写出\u201c{path.name}\u201d\uff0c在{path.parent}。{''.join(sentences)}"
        self._context.notify(widen(told), undo=False)

    def _failed(
        self, job: Writable, path: Path, done: Callable[[Path], None], error: ShuangdaError
    ) -> None:
        title, kinds = f"写出{path.name}", KINDS[path.suffix]
        wanted = another_try(self._owner, self._context, title, path, kinds, error)
        if wanted is not None:
            self._write(job, wanted, done)


def another_try(
    owner: QWidget, context: Context, title: str, path: Path, kinds: str, error: ShuangdaError
) -> Path | None:
    """Where a file that the worker could not write is to go now, if anywhere; none while the window closes."""
    if context.jobs.is_closed:
        ask.tell(owner, _not_written(path, error))
        return None
    return ask.another_place(owner, title, path, kinds, error)


def _not_written(path: Path, error: ShuangdaError) -> str:
    return f"\u201c{path.name}\u201d没有写出\uff0c下次打开程序后请再写一次\u3002\n{error}"
