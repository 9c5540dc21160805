"""What the clerk does on the page 校核: every slot calls one service and says what came of it."""

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.jobs import Job
from shuangda_desktop.gui.models.lessons import lesson_of, lesson_of_doubt
from shuangda_desktop.gui.models.unit_names import source_names
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.review.answers import Answers
from shuangda_desktop.gui.pages.review.teach_line import TeachLine
from shuangda_desktop.gui.widgets.actions import action
from shuangda_desktop.gui.widgets.unit_picker import UnitNames
from shuangda_desktop.plan.model import Decision, Finding
from shuangda_desktop.plan.revising.replay import Lost
from shuangda_desktop.services.city.directory import usual_directory
from shuangda_desktop.services.reading import rereading, reviewing, teaching, together
from shuangda_desktop.services.reading.rereading import Reread
from shuangda_desktop.services.reading.table_rows import row_of
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import Proposal, Repair, Span
from shuangda_desktop.text.taught import Lesson, TaughtRule

LABELS = ("牵头单位", "责任单位", "配合单位")


class ReviewWork:
    """The actions over the plan that is shown; ``selected`` is what is marked in its text."""

    def __init__(
        self,
        owner: QWidget,
        context: Context,
        stored: Callable[[], StoredPlan | None],
        selected: Callable[[], Span | None],
        unselect: Callable[[], None],
    ) -> None:
        self._owner, self._context = owner, context
        self._stored, self._selected, self._unselect = stored, selected, unselect
        self._job: Job | None = None
        self._stopped = Event()
        self.answers = Answers(owner, context, stored)
        self.answers.kept.connect(self._say)
        self.answers.learnt.connect(self._learnt)
        self.answers.refused.connect(lambda words: context.notify(words, undo=False))
        self.teach_line = TeachLine()
        self.teach_line.taught.connect(self.teach)
        self._offered_after = 0  # decisions: with the last of them undone nothing is to be learnt
        self.for_words = self._actions(owner)

    # -- decisions

    def decide(self, decision: Decision) -> None:
        """Keep a correction; undo takes it back. What it could teach is offered."""
        stored = self._stored()
        if stored is None:
            return
        lost = reviewing.decide(self._context.store, stored.plan_id, decision, self._context.now())
        self._say(lost)
        self._offer(lesson_of(stored.plan, stored.text, decision))

    def cut(self, key: int, offset: int) -> None:
        """Cut a measure in two."""
        stored = self._stored()
        if stored is not None:
            now = self._context.now()
            reviewing.split_measure(self._context.store, stored.plan_id, key, offset, now)
            self._say()

    def settle(self, doubts: Sequence[Finding]) -> None:
        """These were looked at and are right as they stand."""
        stored, store = self._stored(), self._context.store
        if stored is None or not doubts:
            return
        if len(doubts) == 1:
            reviewing.settle_finding(store, stored.plan_id, doubts[0], self._context.now())
        else:
            together.settle_findings(store, stored.plan_id, doubts, self._context.now())
        self._context.notify(f"已认可 {len(doubts)} 处\u3002")
        self._offer(lesson_of_doubt(stored.plan, doubts[0]))

    # -- the text

    def answer(self, proposals: Sequence[Proposal], new: str | None) -> None:
        """Say what stood at a doubtful spot, or at several that are alike."""
        self._read_by(*(reviewing.answer_of(proposal, new) for proposal in proposals))

    def reject_repair(self, repair: Repair) -> None:
        """Leave a place of the text as it came, a row of a table as a whole."""
        if (stored := self._stored()) is not None:
            row = row_of(stored.source.raw, repair, stored.text.repairs)
            self._read_by(*map(reviewing.rejection_of, row))

    def restore_repair(self, repair: Repair) -> None:
        """Repair it again."""
        if (stored := self._stored()) is not None:
            row = row_of(stored.source.raw, repair, reviewing.rejected_repairs(stored))
            self._read_by(*map(reviewing.restoration_of, row))

    def _read_by(self, *decisions: Decision) -> None:
        stored = self._stored()
        if stored is not None:
            self.answers.add(stored.plan_id, *decisions)

    def add_measure(self) -> None:
        """Take the selected words in as a measure."""
        stored, span = self._stored(), self._selected()
        if stored is None:
            return
        if span is None:
            words = "先在原文里选中漏读的那项措施\uff0c再按 Ctrl+Shift+A\u3002"
            self._context.notify(words, undo=False)
            return
        reviewing.add_measure(self._context.store, stored.plan_id, span, self._context.now())
        self._say()

    # -- rules

    def follow(self, stored: StoredPlan) -> None:
        """An offer to learn goes with the correction that led to it."""
        if len(stored.decisions) < self._offered_after:
            self.teach_line.offer(None)

    def _offer(self, rule: TaughtRule | None) -> None:
        stored = self._stored()
        self._offered_after = len(stored.decisions) if stored else 0
        self.teach_line.offer(rule)

    def teach(self, rule: TaughtRule) -> None:
        """Learn a rule and have this plan read by it; until then it says so."""
        rule, stored = teaching.checked(rule), self._stored()
        if stored is not None:
            self._context.notify(f"正在教\uff1a{teaching.told(rule)}\u2026", undo=False)
            self.answers.teach(stored.plan_id, rule)

    def _learnt(self, plan_id: int, rule: TaughtRule, lost: Sequence[Lost]) -> None:
        touched = teaching.plans_touched(self._context.store, rule)
        others = [id_ for id_ in touched if id_ != plan_id]
        more = f"另有 {len(others)} 份来文里有这些字\uff0c可以重新读取\u3002" if others else ""
        self._say(lost, more)

    def teach_words(self, lesson: Lesson, meaning: str = "") -> None:
        """Learn something about the selected words, which are in nobody's hand any more then."""
        words = self._selected_words()
        if words:
            self._teach_selected(TaughtRule(lesson, words, meaning))

    def teach_name(self) -> None:
        """Learn which unit the selected words mean."""
        words = self._selected_words()
        if words:
            asked = f"\u201c{words}\u201d是哪个单位"
            meaning = ask.unit(self._owner, "教程序", asked, self._names())
            if meaning:
                self._teach_selected(TaughtRule(Lesson.NAME, words, meaning))

    def _teach_selected(self, rule: TaughtRule) -> None:
        """A rule that is refused leaves the words in hand."""
        rule = teaching.checked(rule)
        self._unselect()
        self.teach(rule)

    def _names(self) -> UnitNames:
        stored, known = self._stored(), usual_directory(self._context.store)
        return source_names(stored.plan, known) if stored else UnitNames()

    def _selected_words(self) -> str:
        """What is selected, as it is read; says so where nothing is."""
        stored, span = self._stored(), self._selected()
        if stored is None or span is None:
            self._context.notify("先在原文里选中这几个字\u3002", undo=False)
            return ""
        return reviewing.words_of(stored.text, span) or stored.source.raw[span.start : span.end]

    # -- another reading

    def read_again(self, show: Callable[[Reread], None]) -> None:
        """Read the kept document beside the window and show what would differ."""
        self.answers.finish()
        stored = self._stored()
        if stored is None:
            return
        self._context.notify("正在重新读取\u2026", undo=False)
        rules = teaching.active_rules(self._context.store)
        self._job = self._context.jobs.run(
            partial(rereading.read_kept, stored, rules, self._stopped.is_set),
            show,
            lambda error: self._context.notify(str(error), undo=False),
        )

    def stop(self) -> None:
        """Give up a reading that is on its way: the window closes."""
        self._stopped.set()

    def adopt(self, reread: Reread) -> int:
        """Put the new reading in the place of the old one."""
        plan_id = rereading.adopt(self._context.store, reread, self._context.now())
        self._say()
        return plan_id

    def _say(self, lost: Sequence[Lost] = (), more: str = "") -> None:
        words = f"已{self._context.store.undo_label}\u3002{more}"
        if lost:
            words += (
                f"有 {len(lost)} 处更正在新的读法里放不回去\uff0c仍然保留\uff0c撤销后照旧\u3002"
            )
        self._context.notify(words)

    def _actions(self, owner: QWidget) -> list[QAction]:
        labels = [
            action(
                owner,
                f"教程序\uff1a相当于\u201c{label}\u201d",
                partial(self.teach_words, Lesson.ROLE, label),
            )
            for label in LABELS
        ]
        return [
            action(owner, "作为措施", self.add_measure, "Ctrl+Shift+A", "把选中的文字补成一项措施"),
            action(owner, "教程序\uff1a是单位名称", partial(self.teach_words, Lesson.UNIT)),
            action(owner, "教程序\uff1a是某单位的别称\u2026", self.teach_name),
            action(
                owner,
                "教程序\uff1a不是正文\uff0c是页面文字",
                partial(self.teach_words, Lesson.CHROME),
            ),
            *labels,
        ]
