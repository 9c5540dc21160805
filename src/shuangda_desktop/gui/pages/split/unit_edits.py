"""What the clerk's edits of units could mean for every task from now on."""

from collections.abc import Callable, Sequence

from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.store.tasks import load_tasks
from shuangda_desktop.tasks.dividing.replacing import Document, Edit, Offer, Part, offers
from shuangda_desktop.units.directory import Directory


class UnitEdits:
    """Watches one edit and the one before it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._last: Edit = ()
        self.plan: Plan | None = None
        self.directory: Directory | None = None

    def watch(self, task_ids: Sequence[int], act: Callable[[], object]) -> tuple[Offer, ...]:
        """Do what changes the units of these tasks; what could be said once for all after it."""
        last = self._last if self._stands(self._last) else ()
        before = load_tasks(self._context.store, task_ids)
        act()
        after = {task.id: task for task in load_tasks(self._context.store, task_ids)}
        texts = {measure.key: measure.text for measure in self.plan.measures} if self.plan else {}
        parts = (
            Part(t.id or 0, t.assignments, after[t.id].assignments, texts.get(t.measure_key, ""))
            for t in before
        )
        self._last = tuple(part for part in parts if part.come or part.gone)
        if self.plan is None or self.directory is None or not self._last:
            return ()
        source = Document(self.plan.level, self.plan.issued_on)
        return offers(self._last, last, self.directory, source)

    def _stands(self, edit: Edit) -> bool:
        """Whether the tasks of an edit have the units that it gave them: it may have been undone."""
        known = load_tasks(self._context.store, [part.task_id for part in edit])
        wanted = {part.task_id: part.after for part in edit}
        return len(known) == len(edit) and all(t.assignments == wanted[t.id or 0] for t in known)
