"""来文: the plans that came in, and the ways in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout

from shuangda_desktop.gui import ask, clipboard
from shuangda_desktop.gui.intake import Fate, Outcome
from shuangda_desktop.gui.keys import ENTER
from shuangda_desktop.gui.models.plan_columns import plan_title
from shuangda_desktop.gui.models.result_columns import intake_words
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.plans.intake import PlansIntake
from shuangda_desktop.gui.pages.plans.intake_report import IntakeReport
from shuangda_desktop.gui.pages.plans.paste_panel import PastePanel
from shuangda_desktop.gui.pages.plans.plan_list import PlanList
from shuangda_desktop.gui.pages.plans.sample import TRY, sample_file, sample_plan, sample_words
from shuangda_desktop.gui.pages.plans.welcome import Welcome
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.gui.widgets.progress_line import ProgressLine
from shuangda_desktop.services.reading import importing, together
from shuangda_desktop.store import plans, queries
from shuangda_desktop.tasks.periods import work_since

KINDS = (
    "方案 (*.docx *.doc *.wps *.rtf *.pdf *.ofd *.xlsx *.xls *.et *.html *.htm *.mht *.txt *.png *.jpg *.jpeg *.bmp *.tif *.tiff)"
    ";;所有文件 (*)"
)


class PlansPage(Page):
    """Lists the plans; documents are dropped anywhere on it."""

    name = "plans"
    title = "来文"
    icon = "inbox"
    reads = frozenset({"plan", "finding", "decision", "task"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self.ways = PlansIntake(self, context)
        self.intake, self.report = self.ways.intake, IntakeReport()
        self.progress = ProgressLine("停止读取\uff0c已导入的保留\uff08Esc\uff09")
        self.welcome = Welcome(self.ask_files, self.paste, self.try_sample)
        self.paste_panel = PastePanel()
        self.sample = button(TRY, self.toggle_sample, kind="link")
        paste = button("粘贴文字\u2026", self.paste)
        self.list = PlanList(
            self.title, (self.sample, paste, button("打开文件\u2026", self.ask_files))
        )
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the plans of now; the welcome where there are none."""
        rows = queries.plan_rows(self.context.store, self._since())
        self.list.show_rows(rows, self._kept())
        if not self.report.isHidden():
            kept = queries.plan_rows(self.context.store)  # of older years too
            self.report.forget_unless({row.plan_id for row in kept})
        self.sample.setText(sample_words(self.context.store))
        if self.stack.currentWidget() is not self.paste_panel:
            self._show_list()

    def search(self) -> None:
        """Ctrl+F."""
        self.list.search_field.begin()

    def go(self, **where: int | str) -> None:
        """Do what a menu asked for: open, paste, sample; read a file; or choose a plan."""
        actions = {"open": self.ask_files, "paste": self.paste, "sample": self.try_sample}
        if "file" in where:
            self.take_files([Path(str(where["file"]))])
        elif "plan_id" in where:
            self.list.reach(int(where["plan_id"]))
        elif where.get("do") in actions:
            actions[str(where["do"])]()

    def _since(self) -> date | None:
        """The list is of this year and of what still runs: in twenty years it would be read for seconds."""
        return None if self.list.older.isChecked() else work_since(self.context.today())

    def _kept(self) -> int:
        return plans.count_plans(self.context.store)

    def land(self) -> None:
        """The keyboard walks the list, or stands on the one action where there is none."""
        (self.list.table if self.list.rows else self.welcome.open).setFocus()

    def unkept(self) -> str:
        """What is not read yet."""
        words = []
        if self.intake.busy and self.intake.left:
            words.append(f"来文\uff1a还有{self.intake.left}份没有读完\u3002")
        if self.stack.currentWidget() is self.paste_panel and self.paste_panel.is_typed_in:
            words.append("来文\uff1a粘贴的文字还没有读取\u3002")
        return "\n".join(words)

    def stop(self) -> None:
        """A file that is being read, or compared with what is here, is left as it was."""
        if self.intake.busy:
            self.intake.cancel()

    # -- ways in

    def ask_files(self) -> None:
        """Let the clerk choose files."""
        self.take_files(ask.open_files(self, "打开方案", KINDS))

    def take_files(self, files: Sequence[Path]) -> None:
        """Read files beside the window and keep them."""
        self._show_list()
        self.report.hide()
        self.ways.take_files(files)

    def paste(self, text: str = "", html: str = "") -> None:
        """Show the field for pasted text, with what was copied last."""
        self.report.hide()
        if not text:
            text, html = clipboard.taken()
        self.stack.setCurrentWidget(self.paste_panel)
        self.paste_panel.open(text, html)

    def try_sample(self) -> None:
        """Bring the sample in, or open it where it is there already."""
        known = sample_plan(self.context.store)
        if known is not None:
            self.context.open_page("review", plan_id=known)
        elif (path := sample_file()) is not None:
            self.take_files([path])

    def toggle_sample(self) -> None:
        """One click to try the sample, one to be rid of it."""
        known = sample_plan(self.context.store)
        if known is None:
            self.try_sample()
        else:
            self._remove_plans([known])

    def _take_pasted(self, text: str, html: str, name: str) -> None:
        self._show_list()
        self.ways.take_pasted(text, html, name)

    def _end(self, outcome: Outcome) -> None:
        self.progress.hide()
        self.refresh()
        here = (Fate.KEPT, Fate.REPLACED, Fate.KNOWN)
        kept = [result.plan_id for result in outcome.of(*here) if result.plan_id]
        if len(outcome.results) > 1:
            self._show_list()
            self.report.show_outcome(outcome)
        elif refused := outcome.of(Fate.REFUSED):
            ask.tell(self, f"{refused[0].name}\uff1a{refused[0].words}")
        whole = self.ways.join_steps()  # an undo that takes back the last one only is none
        if outcome.of(Fate.KEPT, Fate.REPLACED):
            self.context.notify(self._told(outcome), undo=whole)
        if kept:
            self.list.choose(kept[-1])
        if len(kept) == 1 == len(outcome.results):
            self.context.open_page("review", plan_id=kept[0])

    def _told(self, outcome: Outcome) -> str:
        """What came in and what took whose place, and how much there is to look at."""
        new, fresh = outcome.of(Fate.KEPT), outcome.of(Fate.REPLACED)
        ids = {result.plan_id for result in (*new, *fresh)}
        rows = [row for row in self.list.rows if row.plan_id in ids]
        return intake_words(new, fresh, rows)

    # -- what is done with a plan

    def open_chosen(self, page: str = "review") -> None:
        """Go on with the selected plan."""
        if rows := self.list.chosen():
            self.context.open_page(page, plan_id=rows[0].plan_id)

    def remove_chosen(self) -> None:
        """Take the selected plans out; undo brings them back."""
        self._remove_plans([row.plan_id for row in self.list.chosen()])

    def _remove_plans(self, ids: Sequence[int]) -> None:
        names = [plan_title(row) for row in self.list.model.rows if row.plan_id in ids]
        if len(ids) > 1:
            together.remove_plans(self.context.store, ids, self.context.now())
        elif ids:
            importing.remove_plan(self.context.store, ids[0], self.context.now())
        if names:
            self.context.notify("\u3001".join(f"已删除《{name}》" for name in names) + "\u3002")

    # -- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text, and show so."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self._show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        self._show_drop(False)
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif event.mimeData().hasText():
            self.paste(*clipboard.both(event.mimeData()))
        event.acceptProposedAction()

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter opens and Delete removes what the list shows, but not while something is being typed.

        Esc reads no further.
        """
        if event.key() == Qt.Key.Key_Escape and self.intake.busy:
            self.intake.cancel()
            return True
        slots = {Qt.Key.Key_Delete: self.remove_chosen, **dict.fromkeys(ENTER, self.open_chosen)}
        typing = isinstance(self.focusWidget(), QLineEdit)
        listed = self.stack.currentWidget() is self.list
        slot = None if typing or not listed else slots.get(Qt.Key(event.key()))
        if slot is not None:
            slot()
        return slot is not None

    # -- inside

    def _show_list(self) -> None:
        """Show it, or the welcome; keys in what goes out of sight by that walk the list then."""
        empty = not self.list.rows and not self._kept()
        left, keys = self.stack.currentWidget(), self.focusWidget()
        self.stack.setCurrentWidget(self.welcome if empty else self.list)
        if left is not self.stack.currentWidget() and keys is not None and left.isAncestorOf(keys):
            self.land()

    def _show_drop(self, over: bool) -> None:
        self.setProperty("over", over)
        self.style().polish(self)

    def _connect(self) -> None:
        self.list.older_asked.connect(self.refresh)
        self.list.opened.connect(self.open_chosen)
        self.list.remove_asked.connect(self.remove_chosen)
        self.intake.stepped.connect(self.progress.show_step)
        self.intake.weighed.connect(
            lambda name: self.progress.show_work(f"正在与已有的一份比对 {name}\u2026")
        )
        self.intake.asked.connect(
            lambda name: self.progress.show_pause(f"{name} 已有一份\uff0c等待选择怎样处理")
        )
        self.intake.ended.connect(self._end)
        self.progress.cancelled.connect(self.intake.cancel)
        self.report.asked.connect(lambda plan_id: self.context.open_page("review", plan_id=plan_id))
        self.paste_panel.given.connect(self._take_pasted)
        self.paste_panel.left.connect(self._show_list)

    def _lay_out(self) -> None:
        for part in (self.welcome, self.list, self.paste_panel):
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.report)
        column.addWidget(self.progress)
