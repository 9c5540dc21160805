"""文稿: official documents are drafted, edited, given a head, and written as Word files."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.errors import RuleError, ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.theme import row_height
from shuangda_desktop.gui.widgets.draft_text import DraftText
from shuangda_desktop.gui.widgets.dress_form import DressForm
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.paper_asks import PaperAsks
from shuangda_desktop.gui.widgets.parts import button, quiet, scrolled, strong, title
from shuangda_desktop.gui.widgets.passage_panel import PassagePanel
from shuangda_desktop.gui.widgets.template_panel import TemplatePanel
from shuangda_desktop.papers.edits import lines_of
from shuangda_desktop.papers.fonts import choose_fonts
from shuangda_desktop.papers.model import Dress
from shuangda_desktop.services import exporting, papers, passages, templates
from shuangda_desktop.services.paper_kinds import KINDS, PaperWanted, file_name, kind_of
from shuangda_desktop.services.passages import OwnPassage
from shuangda_desktop.store import queries
from shuangda_desktop.text.punctuation import widen

KINDS_OF_FILE = {".docx": "Word 文档 (*.docx)", ".xlsx": "Excel 工作簿 (*.xlsx)"}
TEMPLATES = "模板 (*.docx *.xlsx)"


@dataclass(frozen=True, slots=True)
class Writing:
    """A document on its way out: values only, so that the worker may have it."""

    job: papers.PaperJob
    path: Path

    def write(self) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return self.job.write(self.path)


class PapersPage(Page):
    """Left the kinds, in the middle the text, right the head and the office's own paragraphs."""

    name = "papers"
    title = "文稿"
    icon = "file-text"
    reads = frozenset(
        {
            "plan", "task", "assignment", "progress_entry", "settings", "task_target",
            "target_actual", "paper_edit", "paper_dress", "own_passage", "own_template",
        }
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._drafted: papers.Drafted | None = None
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.fonts = choose_fonts(QFontDatabase.families())
        self.written: Path | None = None
        self.kinds = QListWidget()
        self.kinds.setAccessibleName("文稿的种类")
        for kind in KINDS:
            item = QListWidgetItem(kind.name, self.kinds)
            item.setSizeHint(QSize(0, row_height() + 6))
        self.asks = PaperAsks(context.today())
        self.head, self.words = strong(""), quiet("")
        self.doubts, self.result = quiet(""), quiet("")
        self.text = DraftText("文稿正文")
        self.dress, self.library = DressForm(context.today()), PassagePanel()
        self.template = TemplatePanel()
        self.write = button("写出 Word\u2026", self.write_out, kind="main", key="Ctrl+E")
        self.restore = button("恢复程序拟的原稿", self.restore_text, kind="link")
        self.open_file = button("打开文件", self._open)
        self._lay_out()
        self.kinds.setCurrentRow(0)
        self.kinds.currentRowChanged.connect(lambda _: self._turn())
        self.asks.changed.connect(self._turn)
        self.text.written.connect(self._keep_text)
        self.dress.changed.connect(self._keep_dress)
        self.library.insert_asked.connect(self.text.insert)
        self.library.kept.connect(self._keep_passage)
        self.library.dropped.connect(self._drop_passage)
        self.template.choose_asked.connect(self._choose_template)
        self.template.drop_asked.connect(self._drop_template)

    def refresh(self) -> None:
        """Draft again and show."""
        store = self.context.store
        self.asks.unit.offer(part.unit for row in queries.task_rows(store) for part in row.units)
        self.library.show_passages(passages.own_passages(store))
        self.show_draft()

    def go(self, **where: int | str) -> None:
        """Turn to a kind of paper, and to a unit."""
        keys = [kind.key for kind in KINDS]
        if where.get("paper") in keys:
            self.kinds.setCurrentRow(keys.index(str(where["paper"])))
        if "unit" in where:
            self.asks.unit.choose(str(where["unit"]))

    def land(self) -> None:
        """The keyboard walks the kinds."""
        self.kinds.setFocus()

    @property
    def wanted(self) -> PaperWanted:
        """What is chosen."""
        return self.asks.wanted(KINDS[self.kinds.currentRow()].key, self.context.today())

    def show_draft(self) -> None:
        """Draft what is chosen; what cannot be drafted says why in the place of the text."""
        kind = kind_of(self.wanted.kind)
        self.asks.show_kind(kind.key)
        self.head.setText(file_name(self.wanted).removesuffix(".docx"))
        self.words.setText(widen(kind.words))
        self.template.show_template(templates.template_of(self.context.store, kind.key))
        try:
            self._drafted = papers.draft_paper(self.context.store, self.wanted)
        except RuleError as error:
            self._drafted = None
            self._tell(str(error))
        else:
            self._show(self._drafted)
        for part in (self.text, self.write, self.dress):
            part.setEnabled(self._drafted is not None)

    def write_out(self) -> None:
        """Ask where to and write beside the window."""
        self.text.hand_over()
        job = papers.paper_job(self.context.store, self.wanted, self.fonts)
        name = Path(file_name(self.wanted)).with_suffix(job.suffix)
        path = ask.save_file(self, "写出文稿", self._folder / name, KINDS_OF_FILE[job.suffix])
        if path is None:
            return
        path = path if path.suffix else path.with_name(path.name + job.suffix)
        writing = Writing(job, path)
        self.write.setEnabled(False)
        self.context.jobs.run(writing.write, partial(self._done, writing), self._failed)

    def restore_text(self) -> None:
        """Take back what was typed; undo brings it back."""
        papers.restore_text(self.context.store, self.wanted, self.context.now())
        self.context.notify("已恢复程序拟的原稿。")

    # -- inside

    def _turn(self) -> None:
        self.text.hand_over()
        self.show_draft()

    def _tell(self, sentence: str) -> None:
        self.text.show_text("")
        self.doubts.setText(sentence)
        self.doubts.setVisible(True)
        self.restore.setVisible(False)

    def _show(self, drafted: papers.Drafted) -> None:
        lines = lines_of(drafted.paper)
        self.text.show_text("\n".join(lines))
        self.dress.show_dress(drafted.paper.dress)
        self.restore.setVisible(lines != drafted.made or bool(drafted.lost))
        self.doubts.setText("\n".join(_lost(drafted)))
        self.doubts.setVisible(bool(drafted.lost))

    def _keep_text(self, text: str) -> None:
        if self._drafted is not None:
            papers.keep_text(self.context.store, self._drafted, text, self.context.now())

    def _keep_dress(self, dress: Dress) -> None:
        papers.keep_dress(self.context.store, self.wanted, dress, self.context.now())

    def _keep_passage(self, passage: OwnPassage) -> None:
        passages.keep_passage(self.context.store, passage, self.context.now())
        self.context.notify("段落已保存。")

    def _drop_passage(self, passage: OwnPassage) -> None:
        passages.drop_passage(self.context.store, passage, self.context.now())
        self.context.notify(f"已删除段落“{passage.title}”。")

    def _choose_template(self) -> None:
        """Use a file of the office's, once it is found to be sound."""
        for path in ask.open_files(self, "选用模板", TEMPLATES)[:1]:
            templates.choose_template(
                self.context.store, self.wanted.kind, path, self.context.now()
            )
            self.context.notify(widen(f"已选用模板“{path.name}”。"))

    def _drop_template(self) -> None:
        templates.drop_template(self.context.store, self.wanted.kind, self.context.now())
        self.context.notify("已改回程序的公文格式。")

    def _failed(self, error: ShuangdaError) -> None:
        self.write.setEnabled(True)
        ask.tell(self, str(error))

    def _done(self, writing: Writing, sentences: tuple[str, ...]) -> None:
        self.write.setEnabled(True)
        exporting.note_export(self.context.store, writing.job, writing.path, self.context.now())
        self.written, self._folder = writing.path, writing.path.parent
        self.result.setText("\n".join([widen(f"已写出:{writing.path}"), *sentences]))
        self.open_file.setVisible(True)
        self.context.notify(widen(f"已写出“{writing.path.name}”。"), undo=False)

    def _open(self) -> None:
        if self.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written)))

    def _lay_out(self) -> None:
        tabs = QTabWidget()
        tabs.setAccessibleName("版头和段落")
        tabs.addTab(scrolled(self.dress), "版头版记")
        tabs.addTab(scrolled(self.library), "本办段落")
        tabs.addTab(scrolled(self.template), "模板")
        body = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.kinds, self._middle(), tabs):
            body.addWidget(part)
        body.setSizes([150, 700, 320])
        body.setStretchFactor(1, 1)
        body.setHandleWidth(16)
        body.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title(self.title))
        column.addWidget(body, 1)
        self.open_file.setVisible(False)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.head, self.words, self.asks, self.doubts):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addWidget(self._font_words())
        column.addWidget(flow(self.write, self.restore, self.open_file))
        column.addWidget(self.result)
        return middle

    def _font_words(self) -> QWidget:
        """The faces of the file, and that print will differ where they are not the standard's."""
        made = quiet(f"一行一段\uff0c可以直接改。{self.fonts.warning()}")
        made.setToolTip("\n".join([f"字体\uff1a{self.fonts.words()}。", *self.fonts.sentences]))
        return made


def _lost(drafted: papers.Drafted) -> list[str]:
    """What was typed and has lost its place, in its own words."""
    if not drafted.lost:
        return []
    words = "\uff1b".join(f"“{''.join(edit.after)[:60]}”" for edit in drafted.lost)
    return [
        f"有{len(drafted.lost)}处修改所依据的原文已经变了\uff0c没有套用\uff1a{words}。请核对后重新修改。"
    ]
