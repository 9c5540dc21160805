"""校核: the original beside what was read from it, doubts one place after the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.keys import is_ctrl_enter, is_enter
from shuangda_desktop.gui.models.doubts import (
    Place,
    after,
    field_of,
    open_doubts,
    place_at,
    places_of,
)
from shuangda_desktop.gui.models.plan_columns import plan_title
from shuangda_desktop.gui.models.review_tree import HEADER
from shuangda_desktop.gui.models.unit_names import source_names
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.review_bench import ReviewBench
from shuangda_desktop.gui.widgets.doubt_bar import DoubtBar
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.find_line import FindLine
from shuangda_desktop.gui.widgets.parts import button, title
from shuangda_desktop.gui.widgets.source_view import Marks
from shuangda_desktop.plan.model import Decision, DecisionKind, Finding
from shuangda_desktop.services import reviewing, together
from shuangda_desktop.store import plans, queries
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.store.units import load_directory
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
        self.places: tuple[Place, ...] = ()
        self.place: Place | None = None  # in hand
        self.plans = QComboBox()
        self.plans.setAccessibleName("校核哪一份来文")
        self.bench, self.bar = ReviewBench(), DoubtBar()
        self.find_line = FindLine("在原文中查找")
        self.switch = button("看整理后的文字", self.switch_text, key="F6")
        self.empty = EmptyPlace(
            "还没有来文",
            "先导入上级的方案\uff0c再在这里对照原文核对读出的内容。",
            "去导入",
            lambda: context.open_page("plans"),
        )
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Query again; keep the plan, the line and the doubts in hand."""
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
        """The keyboard walks the outline; the units are those of now."""
        if self.stored is None:
            self.empty.button.setFocus()
        else:
            self._offer_units(self.stored)
            self.bench.land()

    # -- what the clerk does

    def turn(self, step: int) -> None:
        """Take the next place of the queue in hand, or the one before."""
        self.bench.commit()
        self._take(after(self.places, self.place.key if self.place else None, step))

    def accept(self) -> None:
        """What is in hand was looked at and is right as it stands; on to the next."""
        if self.bench.is_typing():
            self.bench.land()  # an open cell is kept, and the next F2 leads to the next doubt
        self.bench.commit()
        if self.stored is None or self.place is None:
            return
        settled, following = self.place, after(self.places, self.place.key, 1)
        self._settle(self.stored.plan_id, settled)
        self.context.notify(f"已认可 {len(settled.doubts)} 处\u3002")
        self._take(place_at(self.places, following.key) if following else None)

    def fix(self) -> None:
        """Go to the field in which the doubt in hand is put right."""
        self.bench.fix(field_of(self.place.doubts[0]) if self.place else "text")

    def decide(self, decision: Decision) -> None:
        """Keep a correction; undo takes it back."""
        if self.stored is None:
            return
        reviewing.decide(self.context.store, self.stored.plan_id, decision, self.context.now())
        self.context.notify(f"已{self.context.store.undo_label}\u3002")

    def switch_text(self) -> None:
        """Show the repaired text instead of the raw one, or the other way round."""
        bench = self.bench
        bench.source.show_document(self._text(), not bench.source.repaired)
        self.switch.setText("看原文" if bench.source.repaired else "看整理后的文字")
        self._show_repair(None)
        self._mark()
        line = bench.tree.line()
        if line is not None:
            bench.source.reveal(self.place.doubts[0].span if self.place else line.span)

    def reject_repair(self, repair: Repair) -> None:
        """Leave a place of the text as it came."""
        value: dict[str, object] = {"rule": repair.rule}
        self.decide(Decision(DecisionKind.REJECT_REPAIR, repair.span.start, value))

    def search(self) -> None:
        """Ctrl+F."""
        self.find_line.open()

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter accepts, but not while a field is being typed in; there Ctrl+Enter does."""
        typing = self.bench.is_typing() or self.plans.hasFocus() or self.find_line.hasFocus()
        slots = {Qt.Key.Key_F2: self.fix, Qt.Key.Key_F9: self.bench.toggle_outline}
        slot = slots.get(Qt.Key(event.key()))
        if is_ctrl_enter(event) or (is_enter(event) and not typing):
            slot = self.accept
        if slot is not None:
            slot()
        return slot is not None

    # -- showing

    def _load(self, plan_id: int | None) -> None:
        self.stack.setCurrentIndex(0 if plan_id is None else 1)
        if plan_id is None:
            self.stored = None
            return
        same = self.stored is not None and self.stored.plan_id == plan_id
        stored = self.stored = plans.load_plan(self.context.store, plan_id)
        tree = self.bench.tree
        self.doubts = open_doubts(stored.plan)
        self.plans.setCurrentIndex(self.plans.findData(plan_id))
        self.bench.source.show_document(stored.text, self.bench.source.repaired)
        self._show_repair(None)
        tree.show_plan(stored.plan, self.doubts, tree.key() if same else HEADER)
        self.places = places_of(self.doubts, tree.lines.key_of)
        if same:
            self._hold(place_at(self.places, self.place.key if self.place else None))
        else:
            self._offer_units(stored)
            self._take(after(self.places, None, 1))

    def _take(self, place: Place | None) -> None:
        """Go to a place: its line in the tree, its words in the text."""
        self._hold(place)
        if place is not None:
            self.bench.tree.choose(place.key)
            self.bench.source.reveal(place.doubts[0].span)

    def _hold(self, place: Place | None) -> None:
        self.place = place
        self.bar.show_doubts(place.doubts if place else (), self.doubts)
        self._mark()

    def _settle(self, plan_id: int, place: Place) -> None:
        store, now = self.context.store, self.context.now()
        if len(place.doubts) == 1:
            reviewing.settle_finding(store, plan_id, place.doubts[0], now)
        else:
            together.settle_findings(store, plan_id, place.doubts, now)

    def _choose_place(self, place: int) -> None:
        """A click into the text chooses the part that stands there."""
        self.bench.tree.choose(self.bench.tree.lines.key_at(place) or HEADER)
        source = self.bench.source
        self._show_repair(source.repair_at(place) if source.repaired else None)

    def _turn_to_repair(self, repair: Repair) -> None:
        self.bench.tree.choose(self.bench.tree.lines.key_at(repair.span.start) or HEADER)
        self.bench.source.reveal(repair.span)
        self._show_repair(repair)

    def _show_line(self) -> None:
        """Fill the form with the chosen part and mark its place."""
        line = self.bench.tree.line()
        if line is None or self.stored is None:
            return
        self.bench.show_form(self.stored, line)
        self._mark()
        if not self.bench.source.hasFocus():
            self.bench.source.reveal(line.span)

    def _mark(self) -> None:
        line = self.bench.tree.line()
        chosen = line.span if line and line.key != HEADER else None
        in_hand = tuple(doubt.span for doubt in self.place.doubts) if self.place else ()
        self.bench.source.show_marks(Marks(chosen, [doubt.span for doubt in self.doubts], in_hand))

    def _show_repair(self, repair: Repair | None) -> None:
        self.bench.repair.setVisible(self.bench.source.repaired)
        self.bench.repair.show_repair(repair, self._text().repairs)

    def _text(self) -> MappedText:
        return self.stored.text if self.stored else MappedText.of("")

    def _offer_units(self, stored: StoredPlan) -> None:
        directory = load_directory(self.context.store)
        self.bench.measure.units.set_names(source_names(stored.plan, directory))

    # -- inside

    def _connect(self) -> None:
        bench = self.bench
        self.plans.activated.connect(lambda _: self._load(self.plans.currentData()))
        bench.tree.chosen.connect(self._show_line)
        bench.source.place_chosen.connect(self._choose_place)
        self.bar.turned.connect(self.turn)
        self.bar.accepted.connect(self.accept)
        self.bar.fixed.connect(self.fix)
        self.bar.finished.connect(self._divide)
        bench.repair.rejected.connect(self.reject_repair)
        bench.repair.chosen.connect(self._turn_to_repair)
        self.find_line.sought.connect(self._find)
        self.find_line.left.connect(bench.land)
        for form in (bench.measure, bench.section, bench.header):
            form.decided.connect(self.decide)
        for form in (bench.measure, bench.header):
            form.refused.connect(lambda words: self.context.notify(words, undo=False))

    def _find(self, words: str) -> None:
        if not self.bench.source.seek(words):
            self.context.notify(f"没有找到\u201c{words}\u201d\u3002", undo=False)

    def _divide(self) -> None:
        if self.stored is not None:
            self.context.open_page("split", plan_id=self.stored.plan_id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._body())

    def _body(self) -> QWidget:
        body, head = QWidget(), QHBoxLayout()
        self.plans.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        head.setSpacing(8)
        head.addWidget(title(self.title))
        head.addWidget(self.plans, 1)
        for part in (self.find_line, self.bench.outline, self.switch):
            head.addWidget(part)
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.bench, 1)
        return body
