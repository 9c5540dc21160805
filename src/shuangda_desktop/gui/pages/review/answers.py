"""Decisions about the text and rules on their way: the plan is read by each beside the window, and kept in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from shuangda_desktop.errors import RuleError, ShuangdaError, StoreError
from shuangda_desktop.gui.jobs import Job
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.review.rows import Row, repaired_rows
from shuangda_desktop.plan.model import Decision, DecisionKind
from shuangda_desktop.plan.revising.replay import Lost
from shuangda_desktop.services.reading import reviewing, teaching
from shuangda_desktop.services.reading.drafts import Taught
from shuangda_desktop.services.reading.reviewing import Answered
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.taught import TaughtRule


@dataclass(frozen=True, slots=True)
class Step:
    """What is read and kept as one: some decisions about a plan's text, or a rule that was taught at it."""

    plan_id: int
    decisions: tuple[Decision, ...] = ()
    rule: TaughtRule | None = None


class Answers(QObject):
    """The clerk goes on while a plan is read again; each decision is one step, as if it had been waited for.

    ``shown`` gives the plan in sight, which need not be loaded once more.
    """

    changed = Signal()  # another decision waits, or one waits no more
    kept = Signal(object)  # the earlier decisions that lost their place by it
    learnt = Signal(int, object, object)  # the plan and the rule that is kept, and the same
    refused = Signal(str)

    def __init__(
        self, owner: QObject, context: Context, shown: Callable[[], StoredPlan | None]
    ) -> None:
        super().__init__(owner)
        self._context, self._shown = context, shown
        self._waiting: list[Step] = []  # the first is being read
        self._job: Job | None = None
        self._fresh: StoredPlan | None = None
        self.rows: Sequence[Row] | None = None  # of what is being kept this moment

    def add(self, plan_id: int, *decisions: Decision) -> None:
        """Read the plan by these decisions, which are one step, after those that came before."""
        self._add(Step(plan_id, decisions))

    def teach(self, plan_id: int, rule: TaughtRule) -> None:
        """Read the plan by a rule, and keep both; the same one waits only once for a plan."""
        step = Step(plan_id, rule=rule)
        if step not in self._waiting:
            self._add(step)

    def _add(self, step: Step) -> None:
        self._waiting.append(step)
        if len(self._waiting) == 1:
            self._read()
        self.changed.emit()

    def count(self) -> int:
        """How many steps wait for their reading."""
        return len(self._waiting)

    def spots(self, plan_id: int) -> frozenset[int]:
        """Where the doubtful spots of a plan begin whose answers wait."""
        return frozenset(
            decision.at
            for step in self._waiting
            for decision in step.decisions
            if step.plan_id == plan_id and decision.kind is DecisionKind.ANSWER
        )

    def fresh(self, plan_id: int) -> StoredPlan | None:
        """The plan as it is being kept this moment; None at any other time."""
        return self._fresh if self._fresh and self._fresh.plan_id == plan_id else None

    def take_back(self) -> Step | None:
        """Forget the last step that waits, which is given back; None where none does."""
        if not self._waiting:
            return None
        step = self._waiting.pop()
        if not self._waiting:
            self._drop_job()
        self.changed.emit()
        return step

    def finish(self) -> None:
        """Keep all that waits before anything else is done; this takes as long as reading does."""
        self._drop_job()
        while self._waiting:
            step = self._waiting.pop(0)
            store, now = self._context.store, self._context.now()
            try:
                if step.rule is not None:
                    lost = teaching.teach(store, step.rule, now, step.plan_id)
                else:
                    lost = reviewing.decide_text(store, step.plan_id, step.decisions, now)
                self._tell(step, lost)
            except (
                RuleError,
                StoreError,
            ) as error:  # what is asked no more hinders nobody from leaving
                self.refused.emit(str(error))

    def _tell(self, step: Step, lost: Sequence[Lost]) -> None:
        if step.rule is None:
            self.kept.emit(lost)
        else:
            self.learnt.emit(step.plan_id, step.rule, lost)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _read(self) -> None:
        """Have the plan read by the first step that waits."""
        step, store = self._waiting[0], self._context.store
        try:
            stored = reviewing.as_kept(store, step.plan_id, self._shown())
        except StoreError as error:  # the plan was taken out meanwhile
            self._refuse(error)
            return
        rules = reviewing.rules_with(store, step.rule)
        read = partial(_read_with_rows, stored, step.decisions, rules)
        self._job = self._context.jobs.run(read, self._keep, self._refuse)

    def _keep(self, read: tuple[Answered, Sequence[Row]]) -> None:
        (answered, rows), step, store = read, self._waiting[0], self._context.store
        ready = reviewing.brought_up(store, answered, step.rule)
        if ready is None:
            self._read()
            return
        self._waiting.pop(0)
        self._fresh, self.rows = ready.after, rows
        try:
            self._tell(step, self._put(step, ready))
        finally:
            self._fresh = self.rows = None
            self._go_on()

    def _put(self, step: Step, ready: Answered) -> tuple[Lost, ...]:
        store, now = self._context.store, self._context.now()
        if step.rule is None:
            return reviewing.keep_answered(store, ready, now)
        return teaching.keep_taught(store, step.rule, ready, now)

    def _refuse(self, error: ShuangdaError) -> None:
        self._waiting.pop(0)
        self.refused.emit(str(error))
        self._go_on()

    def _go_on(self) -> None:
        self._job = None
        if self._waiting:
            self._read()
        self.changed.emit()


def _read_with_rows(
    stored: StoredPlan, decisions: Sequence[Decision], rules: Taught
) -> tuple[Answered, Sequence[Row]]:
    """The plan as more decisions have it read, and its lines as they will be shown."""
    answered = reviewing.read_after(stored, decisions, rules)
    return answered, repaired_rows(answered.draft.text)
