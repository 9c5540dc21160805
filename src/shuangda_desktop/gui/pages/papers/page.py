"""文稿: official documents are drafted, edited, given a head, looked at as pages, and written."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.errors import RuleError
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.papers.actions import PapersActions
from shuangda_desktop.gui.pages.papers.asks import PaperAsks
from shuangda_desktop.gui.pages.papers.draft_text import DraftText
from shuangda_desktop.gui.pages.papers.dress_form import DressForm
from shuangda_desktop.gui.pages.papers.passage_panel import PassagePanel
from shuangda_desktop.gui.pages.papers.readback_panel import ReadBackPanel
from shuangda_desktop.gui.pages.papers.template_panel import TemplatePanel
from shuangda_desktop.gui.theme import row_height
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet, scrolled, strong, title
from shuangda_desktop.gui.widgets.preview_panel import PreviewPanel
from shuangda_desktop.papers.edits import lines_of
from shuangda_desktop.papers.fonts import choose_fonts
from shuangda_desktop.papers.model import Dress
from shuangda_desktop.services.outputs import papers, passages, templates
from shuangda_desktop.services.outputs.paper_kinds import KINDS, PaperWanted, file_name, kind_of
from shuangda_desktop.services.outputs.passages import OwnPassage
from shuangda_desktop.services.outputs.readback import Difference, ReadBack
from shuangda_desktop.store import queries
from shuangda_desktop.text.punctuation import widen


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
        self.fonts = choose_fonts(QFontDatabase.families())
        self.do = PapersActions(self)
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
        self.stack, self.back = QStackedWidget(), ReadBackPanel()
        self.write = button("写出文件\u2026", self.do.write_out, kind="main", key="Ctrl+E")
        self.restore = button("恢复程序拟的原稿", self.restore_text, kind="link")
        self._then: Callable[[], None] | None = None  # what waits for the pages
        self.print = button("打印\u2026", lambda: self._look_then(self.do.print_out), key="Ctrl+P")
        self.pdf = button("存为PDF\u2026", lambda: self._look_then(self.do.save_pdf))
        self.read_back = button("读回改过的文件\u2026", self.do.read_back, kind="link")
        self.open_file = button("打开文件", self.do.open_written)
        self.preview = PreviewPanel(context.jobs)
        for low in (self.preview, self.text):  # both scroll: a small screen has room for few lines
            low.setMinimumHeight(80)
        self._lay_out()
        self.kinds.setCurrentRow(0)
        self.kinds.currentRowChanged.connect(lambda _: self._turn())
        self.asks.changed.connect(self._turn)
        self.text.written.connect(self._keep_text)
        self.dress.changed.connect(self._keep_dress)
        self.asks.ranked_changed.connect(self._keep_ranking)
        self.preview.shown.connect(self._go_on)
        self.sides.currentChanged.connect(lambda _: self._forget())
        self.library.insert_asked.connect(self.text.insert)
        self.library.kept.connect(self._keep_passage)
        self.library.dropped.connect(self._drop_passage)
        self.template.choose_asked.connect(self.do.choose_template)
        self.template.drop_asked.connect(self.do.drop_template)
        self.back.taken.connect(self._take_over)
        self.back.left.connect(self._show_desk)

    def refresh(self) -> None:
        """Draft again and show."""
        store = self.context.store
        self.asks.unit.offer(
            part.unit for row in queries.task_rows(store, running=True) for part in row.units
        )
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
        for part in (self.text, self.write, self.dress, self.print, self.pdf):
            part.setEnabled(self._drafted is not None)
        self.read_back.setVisible(kind.key == KINDS[0].key)
        self.asks.show_ranking(papers.units_are_ranked(self.context.store))
        self.preview.ask(self._gathered)

    def show_read_back(self, found: ReadBack, file: str) -> None:
        """Show what an edited document says otherwise, in the place of the page."""
        self.back.show_read_back(found, file)
        self.stack.setCurrentWidget(self.back)
        self.back.land()

    def restore_text(self) -> None:
        """Take back what was typed; undo brings it back."""
        papers.restore_text(self.context.store, self.wanted, self.context.now())
        self.context.notify("已恢复程序拟的原稿。")

    # -- inside

    def settle(self) -> None:
        """Lay the pages out at once."""
        self.preview.begin()

    def _take_over(self, chosen: tuple[Difference, ...]) -> None:
        self.do.take_over(chosen)
        self._show_desk()

    def _show_desk(self) -> None:
        self.stack.setCurrentIndex(0)
        self.read_back.setFocus()

    def _gathered(self) -> tuple[papers.PaperJob, str]:
        job = self.do.job()
        return job, job.suffix

    def _look_then(self, act: Callable[[], None]) -> None:
        """What goes out as pages is looked at as pages: show them, then do it."""
        self.text.hand_over()
        self._then = act
        self.sides.setCurrentIndex(1)
        self._go_on()

    def _go_on(self) -> None:
        """The pages are there, or it is known that none come."""
        act, known = self._then, self.preview.pages or self.preview.is_refused
        if act is None or self.preview.is_old or not known:
            return
        self._then = None
        if self.preview.pages:
            act()

    def pass_to(self, to: str) -> None:
        """What waits for pages would come up over another page."""
        super().pass_to(to)
        self._then = None

    def _forget(self) -> None:
        """The clerk turned back to the words."""
        self._then = None if self.sides.currentIndex() == 0 else self._then

    def _keep_ranking(self, on: bool) -> None:
        papers.rank_units(self.context.store, on, self.context.now())

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
        desk, outer = QWidget(), QVBoxLayout(self)
        column = QVBoxLayout(desk)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._top())
        # over the whole width: beside the lists it took the text's room
        column.addWidget(self.asks)
        column.addWidget(body, 1)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        for side in (desk, self.back):
            self.stack.addWidget(side)
        for part in (self.open_file, self.restore, self.doubts):
            part.setVisible(False)

    def _top(self) -> QHBoxLayout:
        """Where the clerk is and what is drafted, in one line: a small screen needs the others."""
        line = QHBoxLayout()
        line.setSpacing(12)
        for part in (title(self.title), self.head):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.read_back)
        return line

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.doubts)
        self.sides = QTabWidget()
        self.sides.setAccessibleName("文字和版面")
        self.sides.addTab(self._words(), "文字")
        self.sides.addTab(self._pages(), "版面")
        column.addWidget(self.sides, 1)
        column.addWidget(flow(self.write, self.print, self.pdf, self.restore, self.open_file))
        column.addWidget(self.result)
        return middle

    def _words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(self._font_words())
        return words

    def _pages(self) -> QWidget:
        pages = QWidget()
        column = QVBoxLayout(pages)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview.bar)
        column.addWidget(self.preview, 1)
        return pages

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
