"""The queue of doubts: what is open, and in which order the clerk meets it."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from shuangda_desktop.gui.models.doubt_kinds import weight
from shuangda_desktop.gui.models.review_tree import Key
from shuangda_desktop.plan.checks.repairs import PROPOSED
from shuangda_desktop.plan.model import Finding, Plan, Severity
from shuangda_desktop.text.mapped import Proposal

READING = "正在重读\u2026"


class PlaceId(NamedTuple):
    """A place across refreshes: its part, and the spot of a repair that is asked about by itself."""

    key: Key
    spot: int = -1


@dataclass(frozen=True, slots=True)
class Place:
    """One part of the plan with all that is doubtful about it, worked through in one go.

    A spot with readings to choose from is a place of its own.
    """

    key: Key
    doubts: tuple[Finding, ...]

    @property
    def id(self) -> PlaceId:
        """What stays when the plan is read again."""
        return _id_of(self.key, self.doubts[0])

    @property
    def codes(self) -> frozenset[str]:
        """The kinds of its doubts."""
        return frozenset(doubt.code for doubt in self.doubts)


def open_doubts(plan: Plan, answered: Container[int] = ()) -> tuple[Finding, ...]:
    """Each doubt once: the most consequential first, then in the order of the document.

    Hints ask for nothing, nor do spots that begin where an answer is on its way.
    """
    found = dict.fromkeys((*plan.findings, *(f for m in plan.measures for f in m.findings)))
    asking = [finding for finding in found if finding.severity is not Severity.HINT]
    still = [f for f in asking if f.code != PROPOSED or f.span.start not in answered]
    return tuple(sorted(still, key=weight))


def places_of(doubts: Sequence[Finding], key_of: Callable[[Finding], Key]) -> tuple[Place, ...]:
    """The places of these doubts, each where its first doubt stands in the queue."""
    found: dict[PlaceId, list[Finding]] = {}
    for doubt in doubts:
        found.setdefault(_id_of(key_of(doubt), doubt), []).append(doubt)
    return tuple(Place(id_.key, tuple(those)) for id_, those in found.items())


def after(places: Sequence[Place], current: PlaceId | None, step: int) -> Place | None:
    """The next place of the queue (or the one before), round and round."""
    if not places:
        return None
    ids = [place.id for place in places]
    if current not in ids:
        return places[0] if step > 0 else places[-1]
    return places[(ids.index(current) + step) % len(places)]


def place_at(places: Sequence[Place], wanted: PlaceId | None) -> Place | None:
    """What is doubtful about this part or spot, if anything is."""
    return next((place for place in places if place.id == wanted), None)


def proposal_of(place: Place | None, proposals: Sequence[Proposal]) -> Proposal | None:
    """The readings to choose from at a place."""
    if place is None or place.doubts[0].code != PROPOSED:
        return None
    return next((p for p in proposals if p.span == place.doubts[0].span), None)


def alike_spots(
    proposal: Proposal, doubts: Sequence[Finding], every: Sequence[Proposal]
) -> tuple[Proposal, ...]:
    """The open spots of the same words with the same readings, in the order of the text."""
    open_at = {doubt.span for doubt in doubts if doubt.code == PROPOSED}
    wanted = (proposal.rule, proposal.before, proposal.candidates)
    return tuple(
        one
        for one in every
        if one.span in open_at and (one.rule, one.before, one.candidates) == wanted
    )


def same_kind(places: Sequence[Place], place: Place | None) -> tuple[Finding, ...]:
    """All doubts of the kind in hand; of several kinds those of the places that have just these.

    None where a spot is to be decided.
    """
    codes = place.codes if place else frozenset[str]()
    if not codes or PROPOSED in codes:
        return ()
    if len(codes) > 1:
        return tuple(doubt for one in places if one.codes == codes for doubt in one.doubts)
    return tuple(doubt for one in places for doubt in one.doubts if doubt.code in codes)


def left(doubts: Sequence[Finding], reading: int = 0) -> str:
    """How much is left, in words; ``reading`` answers are on their way and may bring new doubts."""
    if doubts:
        return f"还有 {len(doubts)} 处待核对"
    return READING if reading else "全部核对完了"


def told(plan: Plan) -> str:
    """What there is to be compared with the text once nothing is doubtful: not all that is wrong is doubted."""
    bare = sum(1 for measure in plan.measures if not measure.duties)
    units = f"\uff0c其中 {bare} 项没有单位" if bare else ""
    gone = f"\uff08去掉了 {len(plan.struck)} 项\uff09" if plan.struck else ""
    return (
        f"读出 {len(plan.measures)} 项措施{units}{gone}\u3002分解以前\uff0c请对照原文看一遍\u3002"
    )


def _id_of(key: Key, doubt: Finding) -> PlaceId:
    return PlaceId(key, doubt.span.start if doubt.code == PROPOSED else -1)
