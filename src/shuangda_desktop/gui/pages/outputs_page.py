"""输出: the documents, with the rows that each would hold."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.jobs import Job
from shuangda_desktop.gui.models.documents import (
    contents,
    document_columns,
    last_written,
    rows_of,
    unconfirmed,
)
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.filter_fields import UnitFilter
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.gallery import Gallery
from shuangda_desktop.gui.widgets.parts import button, quiet, strong, title
from shuangda_desktop.gui.widgets.progress_line import ProgressLine
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services import exporting
from shuangda_desktop.services.documents import DOCUMENTS, Document, file_name
from shuangda_desktop.services.gathering import Wanted
from shuangda_desktop.store import queries
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

RECORD = 500  # lines of the permanent record in which the last writing is looked for
SAVE_AS, AGAIN = "另存为\u2026", "重试"


@dataclass(frozen=True, slots=True)
class Writing:
    """A document on its way out: values only, so that the worker may have it."""

    document: Document
    job: exporting.Job
    path: Path

    def write(self) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return self.job.write(self.path)


class OutputsPage(Page):
    """Left the documents, right what the chosen one would hold, and the button that writes it."""

    name = "outputs"
    title = "输出"
    icon = "printer"
    reads = frozenset({"plan", "task", "assignment", "progress_entry", "settings"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: tuple[TaskRow, ...] = ()
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.written: Path | None = None
        self._job: Job | None = None
        self.progress = ProgressLine("不再等待\uff1b文件不会写坏")
        self.gallery = Gallery(DOCUMENTS)
        self.unit = UnitFilter("只写一个单位")
        self.model = RowTable(
            document_columns(DOCUMENTS[0], context.today()), key=lambda row: row.task_id
        )
        self.table = Sheet(self.model, "文件内容预览")
        self.head, self.words, self.result = strong(""), quiet(""), quiet("")
        self.write = button("写出\u2026", self.write_out, kind="main", key="Ctrl+E")
        self.doubts = button("", lambda: context.open_page("split"), kind="link")
        self.open_file = button("打开文件", lambda: _open(self.written))
        self.open_folder = button(
            "打开所在文件夹", lambda: _open(self.written.parent if self.written else None)
        )
        self.empty = EmptyPlace(
            "还没有可以写出的内容",
            "导入来文并分解成任务以后\uff0c这里写出分工表、台账和实施方案。",
            "去分解",
            lambda: context.open_page("split"),
        )
        self.stack = QStackedWidget()
        self._lay_out()
        self.gallery.changed.connect(self._turn_to_document)
        self.unit.changed.connect(self.show_document)
        self.progress.cancelled.connect(self.cancel)

    def refresh(self) -> None:
        """Query again and show."""
        self._rows = rows_of(queries.task_rows(self.context.store), DOCUMENTS[0], "")
        self.unit.offer(part.unit for row in self._rows for part in row.units)
        self.stack.setCurrentWidget(self.body if self._rows else self.empty)
        self._turn_to_document()
        self._tell_gallery()

    def go(self, **where: int | str) -> None:
        """Turn to a document, or to one unit's."""
        self.gallery.choose(str(where.get("document", "")))
        if "unit" in where:
            self.unit.choose(str(where["unit"]))

    def land(self) -> None:
        """The keyboard walks the documents."""
        (self.gallery.entry if self._rows else self.empty.button).setFocus()

    def show_document(self) -> None:
        """Show what the chosen document would hold."""
        document = self.gallery.chosen
        rows = rows_of(self._rows, document, self.unit.unit())
        self.model.set_rows(rows)
        self.unit.setEnabled(document.by_unit)
        self.head.setText(f"{file_name(document, self.unit.unit())}  {contents(rows)}")
        self.words.setText(widen(document.words))
        self.doubts.setText(widen(f"{unconfirmed(rows)} 项还没有确认,文件里会标“拟”。去确认"))
        self.doubts.setVisible(bool(unconfirmed(rows)))
        self.write.setText(f"写出{document.name}\u2026")
        self.write.setAccessibleName(self.write.text())
        self.write.setEnabled(bool(rows) and self._job is None)

    def write_out(self) -> None:
        """Ask where to and write beside the window; a failure offers another place."""
        document = self.gallery.chosen
        job = self._gathered()
        path = self._asked(self._folder / file_name(document, self.unit.unit()), document)
        if path is not None:
            self._begin(Writing(document, job, path))

    def cancel(self) -> None:
        """Wait no longer; the file is the old one or whole, never half of each."""
        if self._job is not None:
            self._job.cancel()
            self._end()
            words = "已取消写出\u3002原来的文件没有写坏\uff1a要么没有变\uff0c要么已经是完整的新文件\u3002"
            self.context.notify(words, undo=False)

    # -- inside

    def _asked(self, suggested: Path, document: Document) -> Path | None:
        path = ask.save_file(self, f"写出{document.name}", suggested, document.kinds)
        return path.with_name(path.name + document.suffix) if path and not path.suffix else path

    def _gathered(self) -> exporting.Job:
        """The values that the chosen document is written from."""
        wanted = Wanted(self.context.today(), self.unit.unit() or None)
        return self.gallery.chosen.gather(self.context.store, wanted)

    def _begin(self, writing: Writing) -> None:
        self.write.setEnabled(False)
        self.progress.show_work(f"正在写出 {writing.path.name}\u2026")
        self._job = self.context.jobs.run(
            writing.write, partial(self._done, writing), partial(self._failed, writing)
        )

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        self.write.setEnabled(bool(self.model.rows))

    def _failed(self, writing: Writing, error: ShuangdaError) -> None:
        """Nothing was written: somewhere else, once more, or not at all."""
        self._end()
        answer = ask.choose(self, str(error), [SAVE_AS, AGAIN])
        again = {AGAIN: writing.path}.get(answer)
        path = self._asked(writing.path, writing.document) if answer == SAVE_AS else again
        if path is not None:
            self._begin(replace(writing, path=path))

    def _done(self, writing: Writing, sentences: tuple[str, ...]) -> None:
        self._end()
        path = writing.path
        exporting.note_export(self.context.store, writing.job, path, self.context.now())
        self.written, self._folder = path, path.parent
        self.result.setText("\n".join([widen(f"已写出:{path}"), *sentences]))
        self._tell_gallery()
        self._show_result()
        self.context.notify(widen(f"已写出“{path.name}”。"), undo=False)

    def _show_result(self) -> None:
        for part in (self.result, self.open_file, self.open_folder):
            part.setVisible(self.written is not None)

    def _tell_gallery(self) -> None:
        record = queries.audit_rows(self.context.store, RECORD)
        for document in DOCUMENTS:
            rows = rows_of(self._rows, document, self.unit.unit())
            self.gallery.entries[document.key].tell(contents(rows), last_written(document, record))

    def _turn_to_document(self) -> None:
        self.model.set_columns(document_columns(self.gallery.chosen, self.context.today()))
        self.table.fit_columns()
        self.show_document()

    def _lay_out(self) -> None:
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self.gallery)
        self.body.addWidget(self._right())
        self.body.setSizes([300, 900])
        self.body.setStretchFactor(1, 1)
        self.body.setHandleWidth(16)
        self.body.setChildrenCollapsible(False)
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.empty)
        head = QHBoxLayout()
        head.addWidget(title(self.title), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self._show_result()

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.words)
        column.addWidget(flow(self.unit, self.write, self.doubts))
        column.addWidget(self.table, 1)
        column.addWidget(self.progress)
        column.addWidget(self.result)
        column.addWidget(flow(self.open_file, self.open_folder))
        return right


def _open(path: Path | None) -> None:
    if path is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
