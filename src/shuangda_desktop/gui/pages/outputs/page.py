"""输出: every document as it will print, its layout, and what has gone out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QStackedWidget, QTabWidget

from shuangda_desktop.errors import ExportError, ShuangdaError
from shuangda_desktop.gui import ask, printing
from shuangda_desktop.gui.models.documents import last_sent, rows_of, unconfirmed
from shuangda_desktop.gui.opening import open_path
from shuangda_desktop.gui.pages.outputs import parts as outputs_parts
from shuangda_desktop.gui.pages.outputs.gallery import Gallery
from shuangda_desktop.gui.pages.outputs.layout_desk import LayoutDesk
from shuangda_desktop.gui.pages.outputs.sent_panel import SentPanel
from shuangda_desktop.gui.pages.outputs.writing import Writer
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.filter_fields import UnitFilter
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.gui.widgets.plan_box import named_since
from shuangda_desktop.gui.widgets.preview_panel import PreviewPanel
from shuangda_desktop.services.outputs import exporting, sent
from shuangda_desktop.services.outputs.documents import DOCUMENTS, Document, document_of, file_name
from shuangda_desktop.services.outputs.exporting import Job
from shuangda_desktop.services.outputs.gathering import Wanted
from shuangda_desktop.services.outputs.sent import Exported
from shuangda_desktop.store import plan_years, queries
from shuangda_desktop.store.plans import count_plans
from shuangda_desktop.tasks.columns.layouts import Layout
from shuangda_desktop.tasks.periods import work_since
from shuangda_desktop.tasks.rows import PlanName, TaskRow
from shuangda_desktop.text.punctuation import widen

PDF = "PDF 文件 (*.pdf)"
NOW_AT_WORK = "本年和在办的"
OLDER = "更早的来文\u2026"
NOT_YET = "还在排版\u3002请等预览出来以后再打印或存为PDF\u3002"


class OutputsPage(Page):
    """Left the documents, right the pages of the chosen one and what can be done with them."""

    name = "outputs"
    title = "输出"
    icon = "printer"
    reads = frozenset(
        {"plan", "task", "assignment", "progress_entry", "settings", "unit", "layout", "export"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: tuple[TaskRow, ...] = ()
        self._plans: tuple[PlanName, ...] = ()
        self._more = self._older = False
        self.writer = Writer(self, context)
        self.progress = self.writer.progress
        self.gallery = Gallery(DOCUMENTS)
        self.unit, self.plan = UnitFilter("只写一个单位"), QComboBox()
        self.plan.setAccessibleName("写哪一份方案的任务")
        self.preview, self.sent = PreviewPanel(context.jobs), SentPanel()
        self.layouts, self.tabs = LayoutDesk(context, self._ask_preview), QTabWidget()
        self.head, self.words, self.result = strong(""), quiet(""), quiet("")
        self.write = button("写出\u2026", self.write_out, kind="main", key="Ctrl+E")
        self.print = button("打印\u2026", self.print_out, key="Ctrl+P")
        self.pdf = button("存为PDF\u2026", self.save_pdf)
        self.each = button("各单位各写一份\u2026", self.write_each_unit)
        self.doubts = button("", lambda: context.open_page("split"), kind="link")
        self.open_file = button("打开文件", lambda: open_path(self, self.writer.written))
        self.open_folder = button("打开所在文件夹", lambda: open_path(self, self.writer.folder))
        self.empty = EmptyPlace(
            "还没有可以写出的内容",
            "导入来文并分解成任务以后\uff0c这里写出分工表、台账和实施方案。",
            "去分解",
            lambda: context.open_page("split"),
        )
        self.stack = QStackedWidget()
        self.body = outputs_parts.lay_out(self)
        self._connect()

    def refresh(self) -> None:
        """Query again and show."""
        store = self.context.store
        rows = queries.task_rows(store, since=work_since(self.context.today()))
        self._rows = rows_of(rows, DOCUMENTS[0], "")
        since = date.min if self._older else named_since(self.context.today())
        self._plans = plan_years.plan_names(store, since, divided=True)
        self._more = len(self._plans) < count_plans(store)
        self.unit.offer(part.unit for row in self._rows for part in row.units)
        self.stack.setCurrentWidget(self.body if self._rows else self.empty)
        for part in (self.head, self.words):
            part.setVisible(bool(self._rows))
        self._tell_gallery()
        self._turn_to_document()

    def go(self, **where: int | str) -> None:
        """Turn to a document, or to one unit's."""
        self.gallery.choose(str(where.get("document", "")))
        if "unit" in where:
            self.unit.choose(str(where["unit"]))

    def land(self) -> None:
        """The keyboard walks the documents."""
        (self.gallery.entry if self._rows else self.empty.button).setFocus()

    def settle(self) -> None:
        """Lay the pages out at once."""
        self.preview.begin()

    def write_out(self) -> None:
        """Ask where to and write beside the window; a failure offers another place."""
        document = self.gallery.chosen
        self.writer.one(
            document.name, document.kinds, file_name(document, self._unit()), self.gathered()
        )

    def write_each_unit(self) -> None:
        """Ask for a folder and write the document of every unit into it."""
        document, kept = self.gallery.chosen, self._wanted()
        units = dict.fromkeys(part.unit for row in self._rows for part in row.units)

        def gathered() -> Iterator[tuple[str, Job]]:
            for unit in units:
                job = document.gather(self.context.store, replace(kept, unit=unit))
                yield file_name(document, unit), job

        self.writer.each(document.name, document.kinds, gathered)

    def save_pdf(self) -> None:
        """Put the pages that are in sight into a PDF."""
        document, job = self.gallery.chosen, self._shown()
        name = Path(file_name(document, self._unit())).with_suffix(".pdf").name
        wanted = self.writer.asked(name, f"{document.name} PDF", PDF)
        path = wanted and printing.save_pdf(self, wanted, self.preview.pages, document.name)
        if path is not None:
            self.writer.note(job, path)
            self.writer.tell(path)

    def print_out(self) -> None:
        """Send the pages that are in sight to a printer."""
        document, job = self.gallery.chosen, self._shown()
        printer = ask.printer(self, document.name, len(self.preview.pages))
        if printer is not None:
            printing.send(printer, self.preview.pages, document.name)
            exporting.note_print(self.context.store, job, self.context.now())
            self.context.notify(widen(f"已送去打印“{document.name}”。"), undo=False)

    def gathered(self, document: Document | None = None, layout: Layout | None = None) -> Job:
        """The values that a document is written from; by default the chosen one."""
        chosen = document or self.gallery.chosen
        return chosen.gather(self.context.store, self._wanted(layout))

    # -- inside

    def _wanted(self, layout: Layout | None = None) -> Wanted:
        document = self.gallery.chosen
        plan = self.plan.currentData() if document.by_plan else None
        unit = self._unit() if document.by_unit else None
        return Wanted(self.context.today(), unit or None, plan, layout)

    def _unit(self) -> str:
        return self.unit.unit()

    def _shown(self) -> Job:
        """The document whose pages are in sight."""
        if self.preview.job is None or not self.preview.pages:
            raise ExportError(NOT_YET)
        return self.preview.job

    def _plan_choices(self, document: Document) -> list[tuple[str, object]]:
        """The plans that a document can be of, the newest first; most are of all that is work now."""
        whole: list[tuple[str, object]] = [] if document.of_plan else [(NOW_AT_WORK, None)]
        more: list[tuple[str, object]] = [(OLDER, OLDER)] if self._more and not self._older else []
        names = [(one.title or one.source_name, one.plan_id) for one in self._plans]
        return [*whole, *names, *more]

    def _choose_plan(self) -> None:
        """Turn to a plan; those of years ago are named when somebody asks."""
        if self.plan.currentData() == OLDER:
            self._older = True
            self.refresh()
            self.plan.showPopup()
        else:
            self._turn_to_document()

    def _ask_preview(self) -> None:
        layout = self.layouts.edited()
        suffix = self.gallery.chosen.suffix
        self.preview.ask(lambda: (self.gathered(layout=layout), suffix))
        self._say_ready()

    def _turn_to_document(self) -> None:
        """Show the chosen document: what can be chosen for it, its pages, what went out of it."""
        document = self.gallery.chosen
        self.head.setText(document.name)
        self.words.setText(widen(document.words))
        self.unit.setVisible(document.by_unit)
        self.plan.setVisible(document.by_plan)
        outputs_parts.offer(self.plan, self._plan_choices(document))
        self.each.setVisible(document.needs_unit)
        rows = rows_of(self._rows, document, self._unit())
        self.doubts.setText(widen(f"{unconfirmed(rows)} 项还没有确认,文件里会标“拟”。去确认"))
        self.doubts.setVisible(bool(unconfirmed(rows)) and document.key != "contacts")
        self.write.setText(f"写出{document.name}\u2026")
        self.write.setAccessibleName(self.write.text())
        self.layouts.show_document(document, self._wanted())
        self.sent.show_sent(sent.sent_documents(self.context.store, document.key))
        self._ask_preview()

    def _compare(self, earlier: Exported) -> None:
        """Show what changed since a version; a document of one unit is compared with that unit's."""
        try:
            changes = sent.changes_since(self.context.store, earlier, self._now_of(earlier))
        except ShuangdaError as error:
            self.sent.show_changes(earlier, (), str(error))
        else:
            self.sent.show_changes(earlier, changes)

    def _now_of(self, earlier: Exported) -> Job:
        document = document_of(earlier.document)
        wanted = replace(
            self._wanted(), unit=earlier.about if document.by_unit and earlier.about else None
        )
        return document.gather(self.context.store, wanted)

    def _write_changes(self, earlier: Exported) -> None:
        job = sent.change_list(self.context.store, earlier, self._now_of(earlier), self._wanted())
        name = f"{self.gallery.chosen.name}变更清单.xlsx"
        self.writer.one("变更清单", DOCUMENTS[0].kinds, name, job)

    def _show_result(self, words: str) -> None:
        self.result.setText(words)
        for part in (self.result, self.open_file, self.open_folder):
            part.setVisible(bool(words))

    def _say_ready(self) -> None:
        """What can be done with the document; one that is refused cannot be written."""
        there = bool(self.preview.pages)
        self.write.setEnabled(not self.writer.is_busy and not self.preview.is_refused)
        self.each.setEnabled(not self.writer.is_busy)
        self.print.setEnabled(there)
        self.pdf.setEnabled(there)

    def _tell_gallery(self) -> None:
        record = sent.sent_documents(self.context.store)
        for entry in self.gallery.entries.values():
            entry.tell(last_sent(entry.document, record))

    def _connect(self) -> None:
        self.gallery.changed.connect(self._turn_to_document)
        self.unit.changed.connect(self._turn_to_document)
        self.plan.currentIndexChanged.connect(lambda _: self._choose_plan())
        self.preview.shown.connect(self._say_ready)
        self.sent.compare_asked.connect(self._compare)
        self.sent.write_asked.connect(self._write_changes)
        self.sent.open_asked.connect(lambda one: open_path(self, one.path))
        self.writer.changed.connect(self._say_ready)
        self.writer.told.connect(self._show_result)
        self._show_result("")
        self._say_ready()
