"""The queue of doubts on the page 校核: which place is in hand, and what each key does with it."""

from collections.abc import Callable, Container
from functools import partial

from shuangda_desktop.gui.models import spot_words
from shuangda_desktop.gui.models.doubt_kinds import field_of
from shuangda_desktop.gui.models.doubts import (
    Place,
    PlaceId,
    after,
    alike_spots,
    open_doubts,
    place_at,
    places_of,
    proposal_of,
    same_kind,
    told,
)
from shuangda_desktop.gui.models.review_tree import Key
from shuangda_desktop.gui.pages.review.bench import ReviewBench
from shuangda_desktop.gui.pages.review.doubt_bar import DoubtBar, InHand
from shuangda_desktop.gui.pages.review.work import ReviewWork
from shuangda_desktop.plan.checks.repairs import PROPOSED
from shuangda_desktop.plan.model import Decision, DecisionKind, Finding
from shuangda_desktop.store.plans import StoredPlan
from shuangda_desktop.text.mapped import Proposal, Span

MENDED = "这一处改好了\uff0c按 F8 看下一处\u3002"


def has_spots(stored: StoredPlan) -> bool:
    """Whether a plan asks for readings of its text, or did before they were answered."""
    answered = any(each.kind is DecisionKind.ANSWER for each in stored.decisions)
    return answered or bool(stored.text.proposals)


class ReviewQueue:
    """Works through the places of a plan; ``held`` is called when another one is in hand."""

    def __init__(
        self, bench: ReviewBench, bar: DoubtBar, work: ReviewWork, held: Callable[[], None]
    ) -> None:
        self._bench, self._bar, self._work, self._held = bench, bar, work, held
        self._stored: StoredPlan | None = None
        self.doubts: tuple[Finding, ...] = ()
        self.places: tuple[Place, ...] = ()
        self.place: Place | None = None  # in hand
        self._held_at: tuple[PlaceId | None, int] = (None, 0)  # the last in hand, and its number
        self._times = -1  # how often the field was changed for the place in hand
        self._had = False  # whether there were places before the plan was read again
        bar.turned.connect(self.turn)
        bar.accepted.connect(self.accept)
        bar.fixed.connect(self.fix)
        bar.all_accepted.connect(self.accept_alike)
        bar.choices.chosen.connect(self.choose_reading)
        bar.choices.chosen_alike.connect(self.choose_alike)
        bar.choices.typed.connect(self.type_reading)
        bar.choices.left.connect(bench.land)
        work.answers.changed.connect(self._count_again)

    def find(self, stored: StoredPlan) -> None:
        """Find what is doubtful about a plan and not answered yet; the outline shows it next.

        Until then there are no places: the lines that they stand at are those of the reading before.
        """
        self._had, self.places = bool(self.places), ()
        answered = self._work.answers.spots(stored.plan_id)
        self._stored, self.doubts = stored, open_doubts(stored.plan, answered)
        self._bar.keep_room(spots=has_spots(stored))

    def follow(self, same: bool) -> None:
        """Order the doubts by the outline; the place in hand stays while the plan is the same.

        Where all was done and a new reading brings doubts, the first of them is in hand.
        """
        if same and self._had:
            self._order()
        else:
            self.places = places_of(self.doubts, self._bench.tree.lines.key_of)
            self._take(after(self.places, None, 1))

    def come_back(self, undone: Decision) -> None:
        """Show where a decision was taken back: nobody finds it among hundreds of lines."""
        key = self._bench.tree.lines.key_decided(undone)
        self._bench.tree.choose(key)
        self.meet(key, undone.at)
        if self.place is not None and self.place.key == key:
            self._take(self.place)

    def count(self, stored: StoredPlan) -> None:
        """What is left of a plan whose outline is shown as it was."""
        self.find(stored)
        self._order()

    def _count_again(self) -> None:
        if self._stored is not None:
            self.count(self._stored)

    def _order(self) -> None:
        self.places = places_of(self.doubts, self._bench.tree.lines.key_of)
        self._hold(place_at(self.places, self._held_at[0]))

    def turn(self, step: int) -> None:
        """Take the next place in hand, or the one before."""
        self._leave_field()
        id_, number = self._held_at
        if self.places and self.place is None and id_ is not None:  # it went with a correction
            number = min(number if step > 0 else max(number - 1, 0), len(self.places) - 1)
            self._take(self.places[number])
        else:
            self._take(after(self.places, id_, step))

    def meet(self, key: Key, at: int = -1) -> None:
        """A part was chosen: what is doubtful about it is in hand, there where the text was clicked."""
        there = [place for place in self.places if place.key == key]
        spot = next(
            (p for p in there if any(d.span.start <= at < d.span.end for d in p.doubts)), None
        )
        if spot or (there and (self.place is None or self.place.key != key)):
            self._hold(spot or there[0])

    def accept(self) -> None:
        """What is in hand was looked at and is right as it stands; on to the next.

        Where it went with a correction there is nothing to accept: on to the next all the same.
        """
        if self.place is None:
            self.turn(1)
            return
        if self._is_elsewhere():
            return
        self._leave_field()
        proposal = self.proposal()
        if proposal is not None:
            self._answer(proposal, None)
        else:
            self._and_on(lambda place: self._work.settle(place.doubts))

    def accept_alike(self) -> None:
        """All doubts of the kind in hand are right as they stand, all spots like the one in hand stay."""
        if self.proposal() is not None:
            self._answer_alike(None)
            return
        kind = same_kind(self.places, self.place)
        if kind and not self._is_elsewhere():
            self._and_on(lambda _: self._work.settle(kind), kind)

    def choose_reading(self, at: int) -> None:
        """Take one of the readings of the spot in hand."""
        proposal, reading = self.proposal(), self._reading(at)
        if proposal is not None and reading is not None and not self._is_elsewhere():
            self._answer(proposal, reading)

    def choose_alike(self, at: int) -> None:
        """Take one of the readings of the spot in hand, here and wherever the same is asked."""
        reading = self._reading(at)
        if reading is not None and not self._is_elsewhere():
            self._answer_alike(reading)

    def _reading(self, at: int) -> str | None:
        """One of the readings of the spot in hand; None where there are not so many."""
        proposal = self.proposal()
        readings = proposal.candidates if proposal else ()
        return readings[at] if at < len(readings) else None

    def type_reading(self, typed: str) -> None:
        """Take what the clerk wrote for the spot in hand."""
        proposal = self.proposal()
        if proposal is not None:
            self._bench.land()
            self._answer(proposal, None if typed == proposal.before else typed)

    def fix(self) -> None:
        """Go to the field in which the doubt in hand is put right; once more, to that of the next doubt here."""
        if self._is_elsewhere():
            return
        if self.proposal() is not None:
            self._bar.choices.type()
        elif self.place is not None:
            self._times = self._times + 1 if self._bench.is_typing() else 0
            first = {field_of(doubt): doubt for doubt in reversed(self.place.doubts)}
            fields = list(dict.fromkeys(map(field_of, self.place.doubts)))
            field = fields[self._times % len(fields)]
            self._bench.fix(field, first[field].message)
        else:
            self._bench.fix("text")

    def proposal(self) -> Proposal | None:
        """The readings of the spot in hand."""
        return proposal_of(self.place, self._stored.text.proposals) if self._stored else None

    def spots(self) -> tuple[Proposal, ...]:
        """The spot in hand and those where the same is asked."""
        proposal = self.proposal()
        if proposal is None or self._stored is None:
            return ()
        return alike_spots(proposal, self.doubts, self._stored.text.proposals)

    def spans(self) -> tuple[Span, ...]:
        """The places of the doubts in hand."""
        return tuple(doubt.span for doubt in self.place.doubts) if self.place else ()

    def _answer(self, proposal: Proposal, new: str | None) -> None:
        self._and_on(lambda _: self._work.answer((proposal,), new))

    def _answer_alike(self, new: str | None) -> None:
        every = self.spots()
        if len(every) < 2:
            return
        spots = {proposal.span for proposal in every}
        dealt = [d for d in self.doubts if d.code == PROPOSED and d.span in spots]
        self._and_on(lambda _: self._work.answer(every, new), dealt)

    def _and_on(self, deal: Callable[[Place], None], dealt: Container[Finding] = ()) -> None:
        """Deal with the place in hand and take the next one that is not among those ``dealt`` with."""
        if self.place is not None:
            here = self.place.id
            still = [
                p for p in self.places if p.id == here or any(d not in dealt for d in p.doubts)
            ]
            following = after(still, here, 1)
            deal(self.place)
            self._take(place_at(self.places, following.id) if following else None)

    def _is_elsewhere(self) -> bool:
        """Whether another part is in sight; then what is in hand is shown first, and nothing is done to it."""
        if self.place is None or self._bench.tree.key() == self.place.key:
            return False
        self._leave_field()
        self._take(self.place)
        return True

    def _leave_field(self) -> None:
        """What is typed is kept, an open cell too; the keys are the page's again: Enter accepts, F2 leads on."""
        if self._bench.is_typing():
            self._bench.land()
        self._bench.commit()

    def _take(self, place: Place | None) -> None:
        """Go to a place: its line in the tree, its words in the text."""
        self._hold(place)
        if place is not None:
            self._bench.tree.choose(place.key)
            self._bench.source.reveal(place.doubts[0].span)

    def _hold(self, place: Place | None) -> None:
        if place is None or self.place is None or place.id != self.place.id:
            self._times = -1
        self.place = place
        if place is not None and place in self.places:
            self._held_at = (place.id, self.places.index(place))
        self._bar.show_doubts(self._in_hand(), self.doubts, self._work.answers.count())
        self._held()

    def _in_hand(self) -> InHand:
        if self.place is None:
            done = told(self._stored.plan) if self._stored else ""
            return InHand(words=MENDED if self.doubts else done)
        shown = partial(InHand, self.place.doubts, self._bench.tree.where(self.place.key))
        proposal = self.proposal()
        if proposal is None or self._stored is None:
            return shown(alike=len(same_kind(self.places, self.place)))
        every, text = self.spots(), self._stored.text
        others = (spot_words.present(text, one) for one in every if one.span != proposal.span)
        return shown(
            alike=len(every),
            readings=spot_words.readings(text, proposal),
            before=proposal.before,
            spot=proposal.span.start,
            others=tuple(dict.fromkeys(others)),
        )
