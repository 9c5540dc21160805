"""The left of 校核: the text as it came or repaired, what is marked in it, the repair in hand."""

from collections.abc import Callable, Sequence

from shuangda_desktop.gui.models.review_tree import HEADER
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.review.bench import ReviewBench
from shuangda_desktop.gui.pages.review.find_line import FindLine
from shuangda_desktop.gui.pages.review.pictures import ReviewPictures
from shuangda_desktop.gui.pages.review.queue import ReviewQueue
from shuangda_desktop.gui.pages.review.repair_bar import told
from shuangda_desktop.gui.pages.review.rows import Row
from shuangda_desktop.gui.pages.review.source_view import Marks
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.services.reading import reviewing
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import MappedText, Repair

RAW, REPAIRED = "看原文 F6", "看整理后 F6"


class SourceSide:
    """Follows the outline, and leads it by a click; ``stored`` is the plan in sight."""

    def __init__(
        self,
        context: Context,
        bench: ReviewBench,
        queue: ReviewQueue,
        pictures: ReviewPictures,
        stored: Callable[[], StoredPlan | None],
    ) -> None:
        self._context, self._bench, self._queue = context, bench, queue
        self._pictures, self._stored = pictures, stored
        self.switch = button(RAW, self.switch_text, tip="原文\u3001整理后的文字", key="F6")
        self.find_line = FindLine("在原文中查找")
        self.find_line.sought.connect(self._find)
        self.find_line.left.connect(bench.land)
        bench.source.place_chosen.connect(self._choose_place)
        bench.source.explain = self._explain
        bench.repair.chosen.connect(self._turn_to_repair)

    def show_plan(self, stored: StoredPlan, rows: Sequence[Row] | None) -> None:
        """Show the text of a plan, in the way that was chosen last."""
        source = self._bench.source
        source.show_document(stored.text, source.repaired, rows)
        self._show_repair(None)

    def switch_text(self) -> None:
        """Show the repaired text instead of the raw one, or the other way round."""
        source = self._bench.source
        source.show_document(self._text(), not source.repaired)
        self.switch.setText(RAW if source.repaired else REPAIRED)
        self._show_repair(None)
        self.mark()
        line = self._bench.tree.line()
        if line is not None:
            source.reveal(next(iter(self._queue.spans()), line.span))

    def mark(self) -> None:
        """Point out the chosen part, the doubts and the repair in hand."""
        line = self._bench.tree.line()
        chosen = line.span if line and line.key != HEADER else None
        doubts = [doubt.span for doubt in self._queue.doubts]
        repair = self._bench.repair.in_hand()
        shown = repair.span if repair and self._bench.source.repaired else None
        marks = Marks(chosen, doubts, self._queue.spans(), self._left_repairs(), shown)
        self._bench.source.show_marks(marks)

    def _choose_place(self, place: int) -> None:
        """A click into the text chooses the part that stands there."""
        bench, source = self._bench, self._bench.source
        bench.tree.choose(bench.tree.lines.key_near(place))
        self._queue.meet(bench.tree.key(), place)
        self._pictures.follow(place)
        self._show_repair(source.repair_at(place) if source.repaired else None)
        self.mark()

    def _turn_to_repair(self, repair: Repair) -> None:
        tree = self._bench.tree
        tree.choose(tree.lines.key_near(repair.span.start))
        self._bench.source.reveal(repair.span)
        self._show_repair(repair)
        self.mark()

    def _show_repair(self, repair: Repair | None) -> None:
        bar, text = self._bench.repair, self._text()
        bar.setVisible(self._bench.source.repaired)
        bar.show_repair(repair, text.repairs, self._left_repairs(), text.raw)

    def _left_repairs(self) -> tuple[Repair, ...]:
        stored = self._stored()
        return reviewing.rejected_repairs(stored) if stored else ()

    def _explain(self, place: int) -> str:
        """What was done and what is doubtful at a place of the text."""
        repair = self._bench.source.repair_at(place)
        doubts = [d.message for d in self._queue.doubts if d.span.start <= place < d.span.end]
        return "\n".join([*([told(repair)] if repair else []), *doubts])

    def _find(self, words: str) -> None:
        if not self._bench.source.seek(words):
            self._context.notify(f"没有找到\u201c{words}\u201d\u3002", undo=False)

    def _text(self) -> MappedText:
        stored = self._stored()
        return stored.text if stored else MappedText.of("")
