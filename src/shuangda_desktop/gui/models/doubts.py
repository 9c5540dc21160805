"""The queue of doubts: what is open, and in which order the clerk meets it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shuangda_desktop.gui.models.review_tree import Key
from shuangda_desktop.plan.model import Finding, Plan, Severity

# What F2 leads to; a doubt about anything else is about the units.
_ABOUT_TEXT = frozenset(
    {
        "empty-measure",
        "long-measure",
        "unread-bracket",
        "unclosed-bracket",
        "uncertain-repair",
        "cut-off",
        "no-heading",
        "number-gap",
    }
)
_ABOUT_DAY = frozenset({"ambiguous-date", "deadline-without-year"})
_FIELDS = {"no-title": "title", "no-year": "plan_year", "no-level": "level"}


@dataclass(frozen=True, slots=True)
class Place:
    """One part of the plan with all that is doubtful about it: worked through in one go."""

    key: Key
    doubts: tuple[Finding, ...]


def open_doubts(plan: Plan) -> tuple[Finding, ...]:
    """Each doubt once: errors first, then in the order of the document; hints ask for nothing."""
    found = dict.fromkeys((*plan.findings, *(f for m in plan.measures for f in m.findings)))
    asking = [finding for finding in found if finding.severity is not Severity.HINT]
    return tuple(sorted(asking, key=lambda f: (f.severity is not Severity.ERROR, f.span, f.code)))


def places_of(doubts: Sequence[Finding], key_of: Callable[[Finding], Key]) -> tuple[Place, ...]:
    """The places of these doubts, each where its first doubt stands in the queue."""
    found: dict[Key, list[Finding]] = {}
    for doubt in doubts:
        found.setdefault(key_of(doubt), []).append(doubt)
    return tuple(Place(key, tuple(those)) for key, those in found.items())


def after(places: Sequence[Place], current: Key | None, step: int) -> Place | None:
    """The next place of the queue (or the one before), round and round."""
    if not places:
        return None
    keys = [place.key for place in places]
    if current not in keys:
        return places[0] if step > 0 else places[-1]
    return places[(keys.index(current) + step) % len(places)]


def place_at(places: Sequence[Place], key: Key | None) -> Place | None:
    """What is doubtful about this part, if anything is."""
    return next((place for place in places if place.key == key), None)


def field_of(doubt: Finding) -> str:
    """Where a doubt is put right: a field of the header, "text", "due" or "units"."""
    if doubt.code in _FIELDS:
        return _FIELDS[doubt.code]
    if doubt.code in _ABOUT_DAY:
        return "due"
    return "text" if doubt.code in _ABOUT_TEXT else "units"


def left(doubts: Sequence[Finding]) -> str:
    """How much is left, in words."""
    return f"还有 {len(doubts)} 处待核对" if doubts else "全部核对完了"
