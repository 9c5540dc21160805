"""What the page of papers does with a finished draft: written, printed, read back, put into a template."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import ask, printing
from shuangda_desktop.gui.opening import open_path
from shuangda_desktop.gui.pages.writing_out import another_try
from shuangda_desktop.services.outputs import exporting, papers, templates
from shuangda_desktop.services.outputs.paper_kinds import file_name, kind_of
from shuangda_desktop.services.outputs.readback import Difference, read_back, take_over
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.gui.pages.papers.page import PapersPage

FILES = {".docx": "Word 文档 (*.docx)", ".xlsx": "Excel 工作簿 (*.xlsx)", ".pdf": "PDF (*.pdf)"}
PLACE = "写出文稿"
TEMPLATES, WORD = "模板 (*.docx *.xlsx)", "Word 文档 (*.docx)"


@dataclass(frozen=True, slots=True)
class Writing:
    """A document on its way out: values only, so that the worker may have it."""

    job: papers.PaperJob
    path: Path

    def write(self) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return self.job.write(self.path)


class PapersActions:
    """Each method is one button of the page."""

    def __init__(self, page: "PapersPage") -> None:
        self._page = page
        self.written: Path | None = None
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    def job(self) -> papers.PaperJob:
        """The document that is chosen, as it stands in the window."""
        page = self._page
        return papers.paper_job(page.context.store, page.wanted, page.fonts)

    def write_out(self) -> None:
        """Ask where to and write beside the window."""
        self._page.text.hand_over()
        job = self.job()
        path = self._asked(job.suffix)
        if path is not None:
            self._begin(Writing(job, path))

    def save_pdf(self) -> None:
        """Put the pages that are in sight into a PDF."""
        wanted, job, page = self._asked(".pdf"), self.job(), self._page
        name = kind_of(page.wanted.kind).name
        path = wanted and printing.save_pdf(page, wanted, page.preview.pages, name)
        if path is not None:
            self._told(job, path, ())

    def print_out(self) -> None:
        """Send the pages that are in sight to a printer."""
        page, name = self._page, kind_of(self._page.wanted.kind).name
        printer = ask.printer(page, name, len(page.preview.pages))
        if printer is not None:
            printing.send(printer, page.preview.pages, name)
            exporting.note_print(page.context.store, self.job(), page.context.now())
            page.context.notify(widen(f"已送去打印“{name}”。"), undo=False)

    def open_written(self) -> None:
        """Open the file that was written last."""
        open_path(self._page, self.written)

    def choose_template(self) -> None:
        """Use a file of the office's, once it is found to be sound."""
        page = self._page
        for path in ask.open_files(page, "选用模板", TEMPLATES)[:1]:
            templates.choose_template(
                page.context.store, page.wanted.kind, path, page.context.now()
            )
            page.context.notify(widen(f"已选用模板“{path.name}”。"))

    def drop_template(self) -> None:
        """Use the program's own form again."""
        page = self._page
        templates.drop_template(page.context.store, page.wanted.kind, page.context.now())
        page.context.notify("已改回程序的公文格式。")

    def read_back(self) -> None:
        """Compare an edited document with the tasks; what is different is shown, to be taken over or not."""
        page = self._page
        for path in ask.open_files(page, "读回改过的实施方案", WORD)[:1]:
            found = read_back(page.context.store, path)
            if found.differences:
                page.show_read_back(found, path.name)
            else:
                ask.tell(page, widen(f"对上{found.matched}项任务,没有不同。"))

    def take_over(self, chosen: Sequence[Difference]) -> None:
        """Change the tasks as the document says."""
        page = self._page
        count = take_over(page.context.store, chosen, page.context.now())
        page.context.notify(widen(f"已采用{count}处修改,任务已照改。"))

    def _asked(self, suffix: str) -> Path | None:
        suggested = self._folder / Path(file_name(self._page.wanted)).with_suffix(suffix)
        return ask.save_file(self._page, PLACE, suggested, FILES[suffix])

    def _begin(self, writing: Writing) -> None:
        self._page.write.setEnabled(False)
        done, failed = partial(self._done, writing), partial(self._failed, writing)
        self._page.context.jobs.run(writing.write, done, failed)

    def _failed(self, writing: Writing, error: ShuangdaError) -> None:
        """Nothing was written: somewhere else, once more, or not at all; a window that is closed only tells it."""
        page, kinds = self._page, FILES[writing.job.suffix]
        page.write.setEnabled(True)
        wanted = another_try(page, page.context, PLACE, writing.path, kinds, error)
        if wanted is not None:
            self._begin(replace(writing, path=wanted))

    def _done(self, writing: Writing, sentences: tuple[str, ...]) -> None:
        self._page.write.setEnabled(True)
        self._told(writing.job, writing.path, sentences)

    def _told(self, job: papers.PaperJob, path: Path, sentences: tuple[str, ...]) -> None:
        page = self._page
        exporting.note_export(page.context.store, job, path, page.context.now())
        self.written, self._folder = path, path.parent
        page.result.setText("\n".join([widen(f"已写出:{path}"), *sentences]))
        page.open_file.setVisible(True)
        page.context.notify(widen(f"已写出“{path.name}”。"), undo=False)
