"""校核: the original beside what was read from it, doubts one after the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.doubts import after, open_doubts
from shuangda_desktop.gui.models.plan_columns import plan_title
from shuangda_desktop.gui.models.review_tree import HEADER, Part
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.widgets.doubt_bar import DoubtBar
from shuangda_desktop.gui.widgets.header_form import HeaderForm
from shuangda_desktop.gui.widgets.measure_form import MeasureForm
from shuangda_desktop.gui.widgets.outline import Outline
from shuangda_desktop.gui.widgets.parts import button, quiet, title
from shuangda_desktop.gui.widgets.repair_bar import RepairBar
from shuangda_desktop.gui.widgets.section_form import SectionForm
from shuangda_desktop.gui.widgets.source_view import Marks, SourceView
from shuangda_desktop.plan.model import Decision, DecisionKind, Finding
from shuangda_desktop.services import reviewing
from shuangda_desktop.store import plans, queries
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import MappedText, Repair


class ReviewPage(Page):
    """One plan at a time; every change is a decision that can be undone."""

    name = "review"
    title = "校核"
    icon = "file-search"
    reads = frozenset({"plan", "finding", "decision"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.stored: StoredPlan | None = None
        self.doubts: tuple[Finding, ...] = ()
        self.doubt: Finding | None = None
        self.plans = QComboBox()
        self.plans.setAccessibleName("校核哪一份来文")
        self.tree = Outline()
        self.source, self.bar, self.repair = SourceView(), DoubtBar(), RepairBar()
        self.header, self.section, self.measure = HeaderForm(), SectionForm(), MeasureForm()
        self.forms = QStackedWidget()
        self.stack = QStackedWidget()
        self.switch = button("看整理后的文字", self.switch_text, key="F6")
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Query again; keep the plan, the line and the doubt in hand."""
        rows = queries.plan_rows(self.context.store)
        self.plans.blockSignals(True)
        self.plans.clear()
        for row in rows:
            self.plans.addItem(plan_title(row), row.plan_id)
        self.plans.blockSignals(False)
        ids = [row.plan_id for row in rows]
        chosen = self.stored.plan_id if self.stored and self.stored.plan_id in ids else None
        self._load(chosen if chosen is not None else next(iter(ids), None))

    def go(self, **where: int | str) -> None:
        """Show a plan."""
        if "plan_id" in where:
            self._load(int(where["plan_id"]))

    def land(self) -> None:
        """The keyboard walks the outline."""
        self.tree.setFocus()

    # -- what the clerk does

    def turn(self, step: int) -> None:
        """Take the next doubt of the queue in hand, or the one before."""
        self._commit()
        self._take(after(self.doubts, self.doubt, step))

    def accept(self) -> None:
        """The doubt in hand was looked at and is right as it stands; on to the next."""
        self._commit()
        if self.stored is None or self.doubt not in self.doubts or self.doubt is None:
            return
        settled, following = self.doubt, after(self.doubts, self.doubt, 1)
        reviewing.settle_finding(
            self.context.store, self.stored.plan_id, settled, self.context.now()
        )
        self.context.notify("已认可这一处\u3002")
        self._take(following if following in self.doubts else None)

    def decide(self, decision: Decision) -> None:
        """Keep a correction; undo takes it back."""
        if self.stored is None:
            return
        reviewing.decide(self.context.store, self.stored.plan_id, decision, self.context.now())
        self.context.notify(f"已{self.context.store.undo_label}\u3002")

    def switch_text(self) -> None:
        """Show the repaired text instead of the raw one, or the other way round."""
        self.source.show_document(self._text(), not self.source.repaired)
        self.switch.setText("看原文" if self.source.repaired else "看整理后的文字")
        self._show_repair(None)
        self._mark()
        line = self.tree.line()
        if line is not None:
            self.source.reveal(self.doubt.span if self.doubt else line.span)

    def reject_repair(self, repair: Repair) -> None:
        """Leave a place of the text as it came."""
        value: dict[str, object] = {"rule": repair.rule}
        self.decide(Decision(DecisionKind.REJECT_REPAIR, repair.span.start, value))

    def search(self) -> None:
        """Ask for words and find them in the text."""
        words = ask.line(self, "查找", "在原文中查找")
        if words and not self.source.find(words):
            self.context.notify(f"往下没有找到\u201c{words}\u201d\u3002", undo=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts the doubt in hand, but not while a field is being typed in."""
        typing = self.forms.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not typing:
            self.accept()
        else:
            super().keyPressEvent(event)

    # -- showing

    def _load(self, plan_id: int | None) -> None:
        self.stack.setCurrentIndex(0 if plan_id is None else 1)
        if plan_id is None:
            self.stored = None
            return
        same = self.stored is not None and self.stored.plan_id == plan_id
        self.stored = plans.load_plan(self.context.store, plan_id)
        self.doubts = open_doubts(self.stored.plan)
        self.plans.setCurrentIndex(self.plans.findData(plan_id))
        self.source.show_document(self.stored.text, self.source.repaired)
        self._show_repair(None)
        self.tree.show_plan(self.stored.plan, self.doubts, self.tree.key() if same else HEADER)
        if same:
            self._hold(self.doubt if self.doubt in self.doubts else None)
        else:
            self._take(after(self.doubts, None, 1))

    def _take(self, doubt: Finding | None) -> None:
        """Go to a doubt: its line in the tree, its place in the text."""
        self._hold(doubt)
        if doubt is not None:
            self.tree.choose(self.tree.lines.key_of(doubt))
            self.source.reveal(doubt.span)

    def _hold(self, doubt: Finding | None) -> None:
        self.doubt = doubt
        self.bar.show_doubt(doubt, self.doubts)
        self._mark()

    def _choose_place(self, place: int) -> None:
        """A click into the text chooses the part that stands there."""
        self.tree.choose(self.tree.lines.key_at(place) or HEADER)
        self._show_repair(self.source.repair_at(place) if self.source.repaired else None)

    def _show_line(self) -> None:
        """Fill the form with the chosen part and mark its place."""
        line = self.tree.line()
        if line is None or self.stored is None:
            return
        if line.key.part is Part.MEASURE:
            chosen = next(m for m in self.stored.plan.measures if m.key == line.key.at)
            self.measure.show_measure(self.stored.plan, chosen)
            self.forms.setCurrentIndex(2)
        elif line.key.part is Part.SECTION:
            sections = self.stored.plan.sections
            self.section.show_section(next(s for s in sections if s.span == line.span))
            self.forms.setCurrentIndex(1)
        else:
            stored = self.stored
            self.header.show_plan(stored.detected, stored.plan, stored.source.warnings)
            self.forms.setCurrentIndex(0)
        self._mark()
        if not self.source.hasFocus():
            self.source.reveal(line.span)

    def _mark(self) -> None:
        line = self.tree.line()
        chosen = line.span if line and line.key != HEADER else None
        doubts = [doubt.span for doubt in self.doubts]
        self.source.show_marks(Marks(chosen, doubts, self.doubt.span if self.doubt else None))

    def _show_repair(self, repair: Repair | None) -> None:
        self.repair.setVisible(self.source.repaired)
        self.repair.show_repair(repair, len(self._text().repairs))

    def _text(self) -> MappedText:
        return self.stored.text if self.stored else MappedText.of("")

    def _commit(self) -> None:
        for form in (self.measure, self.section, self.header):
            form.commit()

    # -- inside

    def _connect(self) -> None:
        self.plans.activated.connect(lambda _: self._load(self.plans.currentData()))
        self.tree.chosen.connect(self._show_line)
        self.source.place_chosen.connect(self._choose_place)
        self.bar.turned.connect(self.turn)
        self.bar.accepted.connect(self.accept)
        self.bar.finished.connect(self._divide)
        self.repair.rejected.connect(self.reject_repair)
        for form in (self.measure, self.section, self.header):
            form.decided.connect(self.decide)
        for form in (self.measure, self.header):
            form.refused.connect(lambda words: self.context.notify(words, undo=False))

    def _divide(self) -> None:
        if self.stored is not None:
            self.context.open_page("split", plan_id=self.stored.plan_id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self._body())

    def _empty(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.addStretch()
        words = quiet("还没有来文可以校核\u3002")
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        start = button("去导入来文", lambda: self.context.open_page("plans"), kind="main")
        column.addWidget(start, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return body

    def _body(self) -> QWidget:
        body, head = QWidget(), QHBoxLayout()
        self.plans.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head.addWidget(title(self.title))
        head.addWidget(self.plans, 1)
        head.addWidget(self.switch)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self._panes(), 1)
        return body

    def _panes(self) -> QSplitter:
        across, down = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Vertical)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.source, 1)
        column.addWidget(self.repair)
        for form in (self.header, self.section, self.measure):
            self.forms.addWidget(_scrolled(form))
        down.addWidget(self.tree)
        down.addWidget(self.forms)
        across.addWidget(left)
        across.addWidget(down)
        for splitter in (across, down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(8)
            splitter.setSizes([420, 580])
        return across


def _scrolled(form: QWidget) -> QScrollArea:
    """Each form scrolls by itself: short ones need no bar because a long one does."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(form)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
