"""A kept document read again by today's program: what would differ, and what becomes of the decisions.

Reading touches no database and may run in a thread; nothing is changed before the clerk says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from shuangda_desktop.plan.model import Decision, Plan
from shuangda_desktop.plan.revising.differences import Difference, differences
from shuangda_desktop.plan.revising.replay import Lost, replay
from shuangda_desktop.services.reading.carrying import (
    as_before,
    homeless,
    moved,
    newly_lost,
    placed,
)
from shuangda_desktop.services.reading.corrections import LABELS, matters
from shuangda_desktop.services.reading.drafts import (
    Draft,
    Taught,
    choices_of,
    read_bytes,
    read_source,
)
from shuangda_desktop.services.reading.editions import hand_over
from shuangda_desktop.services.words import plan_name, refusal
from shuangda_desktop.store import plans, taught
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.realign import Realigned
from shuangda_desktop.text.source import SourceText

__all__ = ["LABELS", "Reread"]


@dataclass(frozen=True, slots=True)
class Reread:
    """Another reading of a kept plan with the decisions moved to their places in it."""

    old: StoredPlan
    draft: Draft
    decisions: tuple[Decision, ...]
    lost: tuple[Lost, ...]
    differences: tuple[Difference, ...]

    @property
    def kept(self) -> int:
        """How many things stay decided as they were, as the clerk counts them."""
        return len(matters(self.old.decisions)) - len(matters([one.decision for one in self.lost]))

    @property
    def is_same(self) -> bool:
        """Whether there is nothing to decide."""
        return not self.differences and not self.lost


def read_kept(
    old: StoredPlan, rules: Taught, cancelled: Callable[[], bool] = lambda: False
) -> Reread:
    """Read the kept bytes again; a paste has none, its text is read again."""
    source = _source(old.source, cancelled)
    places = Realigned(old.source.raw, source.raw)
    moves = moved(old.decisions, places)
    decisions = placed(moves)
    draft = read_source(source, choices_of(decisions), rules)
    replayed = replay(draft.plan, draft.text, decisions)
    lost = newly_lost(old, [*homeless(moves), *as_before(replayed.lost, moves)])
    found = differences(_at_new_places(old.plan, places), replayed.plan)
    return Reread(old, draft, decisions, lost, found)


def adopt(store: Store, reread: Reread, now: datetime) -> int:
    """Put the new reading in the place of the old one; the plan's id, another one where the text differs.

    Decisions that lost their place are kept where the text is the same: a later reading may have it.
    """
    old = reread.old
    stored = plans.load_plan(store, old.plan_id)
    if (stored.decisions, stored.detected) != (old.decisions, old.detected):
        raise refusal("这份来文在重新读取以后又有改动,没有采用新的读法。请再读取一次。")
    if set(taught.active_rules(store)) != set(reread.draft.uses):
        raise refusal("教过的规则在重新读取以后又有改动,没有采用新的读法。请再读取一次。")
    name = plan_name(stored.plan.title, stored.source.name)
    with store.step(f"采用{name}的新读法", now):
        plan_id = old.plan_id
        if reread.draft.source.raw == old.source.raw:
            plans.replace_reading(store, plan_id, reread.draft.text, reread.draft.plan, stored)
        else:
            plan_id = _put_beside(store, reread, now)
        taught.save_uses(store, plan_id, reread.draft.uses)
    return plan_id


def _put_beside(store: Store, reread: Reread, now: datetime) -> int:
    """Other text of the same bytes: a plan of its own, to which decisions and tasks go over."""
    draft, old = reread.draft, reread.old
    plan_id = plans.save_plan(store, draft.source, draft.text, draft.plan, old.imported_on)
    for decision in reread.decisions:
        plans.add_decision(store, plan_id, decision)
    hand_over(store, old.plan_id, plan_id)
    plans.delete_plan(store, old.plan_id)
    return plan_id


def _source(kept: SourceText, cancelled: Callable[[], bool]) -> SourceText:
    if not kept.content:
        return kept
    return replace(read_bytes(kept.content, kept.name, cancelled), name=kept.name)


def _at_new_places(plan: Plan, places: Realigned) -> Plan:
    """The old plan as if it stood in the new text; what is gone stands before all of it."""

    def place(at: int) -> int:
        found = places.place(at)
        return found if found is not None else -1 - at

    sections = (
        replace(s, span=Span(place(s.span.start), place(s.span.end))) for s in plan.sections
    )
    measures = (replace(measure, key=place(measure.key)) for measure in plan.measures)
    return replace(plan, sections=tuple(sections), measures=tuple(measures))
