"""Where in a plan a task comes from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.model import Measure, Plan, above
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.revised import revised
from shuangda_desktop.tasks.dividing.chapters import parting
from shuangda_desktop.text.punctuation import widen


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in a plan a task comes from."""

    plan_title: str
    chapter: str  # or the part of a long one, see tasks.dividing.chapters
    item: str
    text: str
    clause: str


def origin_of(
    origins: dict[tuple[int, int | None], Origin], plan_id: int, keys: Sequence[int]
) -> Origin:
    """Where a task comes from: the place of its first measure, the words of all."""
    *others, last = (origins.get((plan_id, key)) or origins[plan_id, None] for key in keys)
    texts = [*(f"{origin.text}{origin.clause}" for origin in others), last.text]
    return replace([*others, last][0], text="\n".join(texts), clause=last.clause)


def origins_of(
    store: Store, wanted: Collection[tuple[int, int]], known: Mapping[int, Plan]
) -> dict[tuple[int, int | None], Origin]:
    """Where these measures of plans stand; under None, what is known of a measure that is gone."""
    found: dict[tuple[int, int | None], Origin] = {}
    ids = {plan_id for plan_id, _ in wanted}
    unknown = sorted(ids - known.keys())
    plans = {**known, **(revised(store, unknown) if unknown else {})}
    for plan_id in sorted(ids):
        plan = plans[plan_id]
        title, parts = plan.title or "", parting(plan)
        found[plan_id, None] = Origin(title, "", "", "", "")
        for measure in plan.measures:
            if (plan_id, measure.key) in wanted:
                found[plan_id, measure.key] = _origin(title, plan, measure, parts)
    return found


def _origin(title: str, plan: Plan, measure: Measure, parts: frozenset[int]) -> Origin:
    chapter, item = "", ""
    for at in above(plan, measure.section):
        section = plan.sections[at]
        if at in parts or (section.level == 1 and not chapter):
            mark = "、" if section.level == 1 else ""
            chapter = widen(f"{section.label}{mark}{section.heading}")
        elif not item and section.level > 1:
            item = f"{section.label}{'.' if section.level == 3 else ''}{section.heading}"
    return Origin(title, chapter, item, measure.text, measure.clause or "")
