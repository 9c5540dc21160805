"""The ways in on the page 来文: files, what was copied, the sample; and what was here before."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.intake import Fate, Intake, Result, Waiting, file, markup
from shuangda_desktop.gui.models.again import AGAIN, BOTH, OPEN, REPLACE, carried_words
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.services.reading import importing, teaching
from shuangda_desktop.services.reading.importing import Alike, Draft, Likeness


class PlansIntake:
    """Reads beside the window by the rules that were taught, and keeps what is new."""

    def __init__(self, owner: QWidget, context: Context) -> None:
        self._owner, self._context = owner, context
        self.intake = Intake(context.jobs, self._keep, self._ask)

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

    def _keep(self, draft: Draft, many: bool) -> Result | None:
        """Keep a draft; what is here already is asked about, of several files at the end."""
        like = importing.likeness(self._context.store, draft)
        name = draft.source.name
        if like is None:
            plan_id = importing.keep_plan(self._context.store, draft, self._context.now())
            return Result(name, Fate.KEPT, plan_id)
        if not many:
            return self._asked(draft, like)
        return Result(name, Fate.KNOWN, like.plan_id) if like.kind is Alike.SAME_FILE else None

    def _ask(self, draft: Draft) -> Result:
        like = importing.likeness(self._context.store, draft)
        if like is not None:
            return self._asked(draft, like)
        plan_id = importing.keep_plan(self._context.store, draft, self._context.now())
        return Result(draft.source.name, Fate.KEPT, plan_id)

    def _asked(self, draft: Draft, like: Likeness) -> Result:
        """Ask what to do with a document that is here already, in these bytes or in others."""
        name = draft.source.name
        words, ways = AGAIN[like.kind]
        words = words.format(name=name)
        store, over = self._context.store, None
        if REPLACE in ways:
            over = importing.carried_over(store, like.plan_id, draft)
            words += carried_words(over)
        chosen = ask.choose(self._owner, words, list(ways))
        if chosen == OPEN:
            return Result(name, Fate.KNOWN, like.plan_id)
        if chosen not in (REPLACE, BOTH):
            return Result(name, Fate.LEFT)
        old = like.plan_id if chosen == REPLACE else None
        plan_id = importing.keep_plan(store, draft, self._context.now(), old, over)
        return Result(name, Fate.KEPT, plan_id)
