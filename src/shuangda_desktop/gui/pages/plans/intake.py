"""The ways in on the page 来文: files, what was copied, the sample; and what was here before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.intake import Fate, Intake, Result, Waiting, file, markup
from shuangda_desktop.gui.models.again import (
    AGAIN,
    BOTH,
    OPEN,
    REPLACE,
    SAME,
    SKIP,
    carried_in_short,
    carried_words,
)
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.services.reading import importing, teaching, together
from shuangda_desktop.services.reading.importing import Carried, Draft, Likeness
from shuangda_desktop.store.database import Step


@dataclass(frozen=True, slots=True)
class Question:
    """A draft that is here already, what it is like, and what a replacement would carry over."""

    draft: Draft
    like: Likeness | None
    over: Carried | None = None


class PlansIntake:
    """Reads beside the window by the rules that were taught, and keeps what is new."""

    def __init__(self, owner: QWidget, context: Context) -> None:
        self._owner, self._context = owner, context
        self.intake = Intake(context.jobs, self._keep, self._weigh, self._ask)
        self._steps: list[Step] = []  # by which was kept what came in since the last batch

    def take_files(self, files: Sequence[Path]) -> None:
        """Read files."""
        rules = teaching.active_rules(self._context.store)
        read = importing.reader_of_several(rules)
        self.intake.add([file(path, read) for path in files])

    def take_pasted(self, text: str, html: str, name: str) -> None:
        """Read what was copied: by its markup where it has any, or is nothing else, for its tables."""
        rules = teaching.active_rules(self._context.store)
        html = html or (text if importing.is_markup(text) else "")
        if html:
            read = partial(importing.read_markup, html, text, name, taught=rules)
            self.intake.add([markup(name, read)])
        else:
            self.intake.add([Waiting(name, partial(importing.read_pasted, text, name, rules))])

    def join_steps(self) -> bool:
        """Make one step of what was kept of a batch; whether undo takes back all of it, and that alone."""
        steps, self._steps = self._steps, []
        return together.join_imports(self._context.store, steps)

    def _keep(self, draft: Draft, many: bool) -> Result | None:
        """Keep a draft that is like none that is here; of several files those that say the same are no question."""
        like = importing.likeness(self._context.store, draft)
        name = draft.source.name
        if like is None:
            return Result(name, Fate.KEPT, self._put_in(draft))
        known = many and like.kind in SAME
        return Result(name, Fate.KNOWN, like.plan_id, SAME[like.kind]) if known else None

    def _put_in(self, draft: Draft, over: Carried | None = None) -> int:
        store, now = self._context.store, self._context.now()
        replaced = None if over is None else over.old.plan_id
        plan_id = importing.keep_plan(store, draft, now, replaced, over)
        self._steps += store.done_steps[-1:]
        return plan_id

    def _weigh(self, draft: Draft) -> Callable[[], Question]:
        """What is worked out before the clerk is asked: what a replacement would make of the corrections."""
        store = self._context.store
        like = importing.likeness(store, draft)
        if like is None or REPLACE not in AGAIN[like.kind][1]:
            return partial(Question, draft, like)
        work = importing.carrying_over(store, like.plan_id, draft)
        return lambda: Question(draft, like, work())

    def _ask(self, question: Question) -> Result | None:
        """Ask what to do with a document that is here already; None where the old one changed meanwhile."""
        like, name = question.like, question.draft.source.name
        if like is None:  # what it was like is gone
            return self._keep(question.draft, many=False)
        words, ways = AGAIN[like.kind]
        more = carried_words(question.over) if question.over else ""
        chosen = ask.choose(self._owner, words.format(name=name) + more, list(ways), SKIP)
        if chosen == OPEN:
            return Result(name, Fate.KNOWN, like.plan_id)
        if chosen == BOTH:
            return Result(name, Fate.KEPT, self._put_in(question.draft))
        return self._replaced(question) if chosen == REPLACE else Result(name, Fate.LEFT)

    def _replaced(self, question: Question) -> Result | None:
        store, over = self._context.store, question.over
        if over is None or not importing.is_up_to_date(store, over):
            return None
        draft = question.draft
        plan_id = self._put_in(draft, over)
        loose = len(importing.loose_tasks(store, plan_id))
        altered = len(importing.altered_tasks(store, plan_id))
        told = carried_in_short(over, loose, altered)
        return Result(draft.source.name, Fate.REPLACED, plan_id, told)
