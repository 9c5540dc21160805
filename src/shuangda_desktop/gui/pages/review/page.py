"""校核: the original beside what was read from it, doubts one place after the other."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.models.reread_rows import summary
from shuangda_desktop.gui.models.review_tree import HEADER, taken_back
from shuangda_desktop.gui.models.unit_names import source_names
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.review.bench import ReviewBench
from shuangda_desktop.gui.pages.review.doubt_bar import DoubtBar
from shuangda_desktop.gui.pages.review.keys import ReviewKeys
from shuangda_desktop.gui.pages.review.pictures import ReviewPictures
from shuangda_desktop.gui.pages.review.queue import ReviewQueue
from shuangda_desktop.gui.pages.review.reread_panel import RereadPanel
from shuangda_desktop.gui.pages.review.source_side import SourceSide
from shuangda_desktop.gui.pages.review.work import ReviewWork
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.parts import button, title
from shuangda_desktop.gui.widgets.plan_box import named_since
from shuangda_desktop.plan.model import Decision
from shuangda_desktop.services.city.directory import usual_directory
from shuangda_desktop.services.reading.rereading import Reread
from shuangda_desktop.store import plan_years, plans
from shuangda_desktop.store.plans import StoredPlan

_PATIENCE = 200  # milliseconds until the fields are looked at again


class ReviewPage(Page):
    """One plan at a time; every change is a decision that can be undone."""

    name = "review"
    title = "校核"
    icon = "file-search"
    reads = frozenset({"plan", "finding", "decision"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.stored: StoredPlan | None = None
        self.plans = QComboBox()
        self.plans.setAccessibleName("校核哪一份来文")
        self.work = ReviewWork(
            self,
            context,
            lambda: self.stored,
            lambda: self.bench.source.selected(),
            lambda: self.bench.source.unselect(),
        )
        self.pictures = ReviewPictures(context)
        self.bench = ReviewBench(self.pictures.view, self.work.teach_line)
        self.bar = DoubtBar()
        self.queue = ReviewQueue(self.bench, self.bar, self.work, lambda: self.side.mark())
        self.side = SourceSide(context, self.bench, self.queue, self.pictures, lambda: self.stored)
        lines = (self.plans, self.side.find_line, self.bar.choices.line)
        self.keys = ReviewKeys(self.bench, self.bar, self.queue, self.pictures, lines, self._divide)
        self.reread_panel = RereadPanel()
        self.again = button("重新读取", self.read_again, tip="用现在的程序和规则再读一次")
        self.empty = EmptyPlace(
            "还没有来文",
            "先导入上级的方案\uff0c再在这里对照原文核对读出的内容。",
            "去导入",
            lambda: context.open_page("plans"),
        )
        self.stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Query again; keep the plan, the line and the doubts in hand.

        A reading that comes while a field is being typed in is counted, and shown when it is not.
        """
        fresh = self.work.answers.fresh(self.stored.plan_id) if self.stored else None
        if fresh and self._is_busy():
            self.stored = fresh
            self.queue.count(fresh)
            self._later.start()
            return
        self._later.stop()
        kept = self.stored.plan_id if self.stored else 0
        rows = plan_years.plan_names(self.context.store, named_since(self.context.today()), kept)
        self.plans.blockSignals(True)
        self.plans.clear()
        for row in rows:
            self.plans.addItem(row.title or row.source_name, row.plan_id)
        self.plans.blockSignals(False)
        ids = [row.plan_id for row in rows]
        chosen = self.stored.plan_id if self.stored and self.stored.plan_id in ids else None
        self._load(chosen if chosen is not None else next(iter(ids), None))

    def go(self, **where: int | str) -> None:
        """Show a plan, or what another reading of it would change."""
        if "plan_id" in where:
            self._load(int(where["plan_id"]))
        if where.get("do") == "reread":
            self.read_again()

    def take_back(self) -> bool:
        """An answer whose reading is on its way."""
        step = self.work.answers.take_back()
        if step and step.decisions and self.stored and step.plan_id == self.stored.plan_id:
            self.queue.come_back(step.decisions[0])
        return step is not None

    def finish(self) -> None:
        """Keep the answers whose readings are on their way."""
        self.work.answers.finish()

    def stop(self) -> None:
        """Nobody waits for another reading any more."""
        self.work.stop()

    def pass_to(self, to: str) -> None:
        """What is divided is what was answered; elsewhere nobody waits, and the readings come by themselves."""
        if to == "split":
            self.finish()

    def land(self) -> None:
        """The keyboard walks the outline; the units are those of now."""
        if self.stored is None:
            self.empty.button.setFocus()
        elif self.stack.currentWidget() is self.reread_panel:
            self.reread_panel.land()
        else:
            self._offer_units(self.stored)
            self.bench.land()

    # -- what the clerk does

    def decide(self, decision: Decision) -> None:
        """Keep a correction; undo takes it back."""
        self.work.decide(decision)

    def read_again(self) -> None:
        """Read the kept document by today's program, and show what would differ."""
        self.bench.commit()
        self.work.read_again(self.show_reread)

    def show_reread(self, reread: Reread) -> None:
        """Show it where its plan is still the one in sight; one without a difference is told of at the foot."""
        if self.stored is None or self.stored.plan_id != reread.old.plan_id:
            return
        if reread.is_same:
            self.context.notify(summary(reread), undo=False)
        else:
            self.reread_panel.show_reread(reread)
            self.stack.setCurrentWidget(self.reread_panel)
            self.reread_panel.land()
            self.context.notify("", undo=False)

    def adopt(self, reread: Reread) -> None:
        """Go on with the new reading."""
        self._load(self.work.adopt(reread))
        self.land()

    def search(self) -> None:
        """Ctrl+F."""
        self.side.find_line.open()

    def take_key(self, event: QKeyEvent) -> bool:
        """What a key means depends on what is in hand; another reading has keys of its own."""
        reread = self.stack.currentWidget() is self.reread_panel
        slot = None if reread else self.keys.slot(event)
        if slot is not None:
            slot()
        return slot is not None

    # -- showing

    def _load(self, plan_id: int | None) -> None:
        self.stack.setCurrentIndex(0 if plan_id is None else 1)  # away from another reading
        if plan_id is None:
            self.stored = None
            return
        same = self.stored is not None and self.stored.plan_id == plan_id
        before = self.stored.decisions if self.stored is not None and same else ()
        answers = self.work.answers
        fresh = answers.fresh(plan_id)
        stored = self.stored = fresh or plans.load_plan(self.context.store, plan_id)
        tree = self.bench.tree
        self.queue.find(stored)
        self.work.follow(stored)
        self.pictures.take(stored.source)
        if self.plans.findData(plan_id) < 0:  # one of years ago
            self.plans.addItem(stored.plan.title or stored.source.name, plan_id)
        self.plans.setCurrentIndex(self.plans.findData(plan_id))
        rows = answers.rows if fresh else None
        self.side.show_plan(stored, rows)
        tree.show_plan(stored.plan, self.queue.doubts, tree.key() if same else HEADER)
        if not same:
            self.work.teach_line.offer(None)
            self._offer_units(stored)
        self.queue.follow(same)
        if undone := taken_back(before, stored.decisions):
            self.queue.come_back(undone)

    def _is_busy(self) -> bool:
        """Whether showing the plan anew would take something out of the clerk's hands."""
        typing = self.bench.has_typed() or self.bar.choices.line.hasFocus()
        popup = QApplication.activePopupWidget() is not None
        return typing or popup or self.bench.source.selected() is not None

    def _catch_up(self) -> None:
        if self._is_busy():
            self._later.start()
        else:
            self.refresh()

    def _show_line(self) -> None:
        """Fill the form with the chosen part and mark its place."""
        line = self.bench.tree.line()
        if line is None or self.stored is None:
            return
        self.bench.show_form(self.stored, line)
        self.pictures.follow(line.span.start)
        self.queue.meet(line.key)
        self.side.mark()
        if not self.bench.source.hasFocus():
            self.bench.source.reveal(line.span)

    def _offer_units(self, stored: StoredPlan) -> None:
        known = usual_directory(self.context.store)
        self.bench.measure.units.set_names(source_names(stored.plan, known))

    # -- inside

    def _connect(self) -> None:
        bench = self.bench
        self.plans.activated.connect(lambda _: self._load(self.plans.currentData()))
        bench.tree.chosen.connect(self._show_line)
        self.bar.finished.connect(self._divide)
        self._later.timeout.connect(self._catch_up)
        self.reread_panel.adopted.connect(self.adopt)
        self.reread_panel.left.connect(self._leave_reread)
        bench.measure.cut.connect(self.work.cut)
        bench.source.offer(self.work.for_words)
        bench.repair.rejected.connect(self.work.reject_repair)
        bench.repair.restored.connect(self.work.restore_repair)
        for form in (bench.measure, bench.section, bench.header, bench.struck):
            form.decided.connect(self.decide)
        for form in (bench.measure, bench.header):
            form.refused.connect(lambda words: self.context.notify(words, undo=False))

    def _leave_reread(self) -> None:
        self.stack.setCurrentIndex(1)
        self.land()

    def _divide(self) -> None:
        if self.stored is not None:
            self.context.open_page("split", plan_id=self.stored.plan_id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._body())
        self.stack.addWidget(self.reread_panel)

    def _body(self) -> QWidget:
        body, head = QWidget(), QHBoxLayout()
        self.plans.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head.setSpacing(8)
        head.addWidget(title(self.title))
        head.addWidget(self.plans, 1)
        for part in (
            self.side.find_line,
            self.again,
            self.pictures.switch,
            self.bench.outline,
            self.side.switch,
        ):
            head.addWidget(part)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.bench, 1)
        return body
