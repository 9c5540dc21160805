"""Text in which every character knows its place in the raw text it came from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from shuangda_desktop.text.chars import HAN
from shuangda_desktop.text.origins import Cut, Origins

BY_CHARACTER = frozenset({"script"})  # rules that change each character by itself
_NEAR = re.compile(f"[{HAN}]{{0,2}}")  # what may stand unchanged within a word-like stretch


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch [start, end) of characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``span`` of a text by ``new``; ``certain`` edits need no confirmation."""

    span: Span
    new: str
    rule: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Repair:
    """An edit that was applied, told in places of the raw text."""

    rule: str
    before: str
    after: str
    span: Span
    certain: bool

    def parts(self) -> Iterator["Repair"]:
        """The word-like stretches of a repair that changed characters one by one; else itself."""
        size = self.span.end - self.span.start
        if self.rule not in BY_CHARACTER or not size == len(self.before) == len(self.after):
            yield self
            return
        for start, end in _changed(self.before, self.after):
            where = Span(self.span.start + start, self.span.start + end)
            before, after = self.before[start:end], self.after[start:end]
            yield Repair(self.rule, before, after, where, self.certain)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A repair that only the clerk can decide on: what may have stood at ``span`` of the raw text.

    ``candidates`` are the likeliest readings, best first; ``evidence`` says in Chinese what is
    doubtful and why.
    """

    rule: str
    span: Span
    before: str
    candidates: tuple[str, ...]
    evidence: str


@dataclass(frozen=True)  # without slots, for ``repairs`` are worked out when first asked for
class MappedText:
    """``text`` as repaired from ``raw``; ``changes`` are the edits as they were applied.

    The change of a whole document by single characters is one change, but many ``repairs``.
    """

    raw: str
    text: str
    origins: Origins = field(compare=False, repr=False)  # raw and changes say the same
    changes: tuple[Repair, ...] = ()
    proposals: tuple[Proposal, ...] = field(default=(), compare=False)  # raw and rejected say them

    @classmethod
    def of(cls, raw: str) -> "MappedText":
        """The text that equals its raw text."""
        return cls(raw, raw, Origins.of(len(raw)))

    @cached_property
    def repairs(self) -> tuple[Repair, ...]:
        """What was changed, in stretches that the clerk can undo one by one."""
        return tuple(part for change in self.changes for part in change.parts())

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each character begins in raw."""
        return self.origins.starts()

    @property
    def ends(self) -> tuple[int, ...]:
        """Where each character ends in raw."""
        return self.origins.ends()

    def to_raw(self, span: Span) -> Span:
        """The raw stretch that ``span`` of the text came from; empty spans map to a point."""
        return Span(*self.origins.hull(span.start, span.end))

    def to_text(self, span: Span) -> Span:
        """The stretch of the text that came from ``span`` of raw; empty where all of it was removed."""
        return Span(*self.origins.shown(span.start, span.end))

    def apply(self, edits: Iterable[Edit]) -> "MappedText":
        """A new text with the edits made; where two overlap, the earlier one wins."""
        made = list(_apart(edits))
        if not made:
            return self
        pieces: list[str] = []
        cuts: list[Cut] = []
        done = 0
        for edit in made:
            start, end, length = edit.span.start, edit.span.end, len(edit.new)
            pieces += (self.text[done:start], edit.new)
            if length != end - start:  # else each new character came from where the old one did
                cuts.append(Cut(start, end, length))
            done = end
        pieces.append(self.text[done:])
        changes = tuple(change for edit in made for _, change in self._changes(edit))
        origins = self.origins.replaced(cuts) if cuts else self.origins
        return MappedText(self.raw, "".join(pieces), origins, self.changes + changes)

    def parts(self, edit: Edit) -> Iterator[tuple[Edit, Repair]]:
        """The edit in the parts that can be undone one by one, with the repair that each makes."""
        for at, change in self._changes(edit):
            for part in change.parts():
                start = at + part.span.start - change.span.start
                span = Span(start, start + len(part.before))
                yield Edit(span, part.after, edit.rule, edit.certain), part

    def _changes(self, edit: Edit) -> Iterator[tuple[int, Repair]]:
        """What the edit changes and where in the text; by single characters, for each stretch."""
        start, end = edit.span.start, edit.span.end
        if edit.rule not in BY_CHARACTER:
            runs = [(start, end, self.to_raw(edit.span))]
        else:
            found = self.origins.stretches(start, end)
            runs = [(each.start, each.end, Span(*each.in_raw())) for each in found]
        for at, stop, where in runs:
            whole = len(runs) == 1  # then the new text may be of another length
            before, new = (
                self.text[at:stop],
                edit.new if whole else edit.new[at - start : stop - start],
            )
            if before != new:
                yield at, Repair(edit.rule, before, new, where, edit.certain)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits in order, without those that an earlier one overlaps."""
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start >= done:
            yield edit
            done = edit.span.end


def _changed(before: str, after: str) -> Iterator[tuple[int, int]]:
    """Where two texts of one length differ, by word-like stretches."""
    places = [at for at, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    start, last = places[0], places[0]
    for at in places[1:]:
        if not _NEAR.fullmatch(before, last + 1, at):
            yield start, last + 1
            start = at
        last = at
    yield start, last + 1
