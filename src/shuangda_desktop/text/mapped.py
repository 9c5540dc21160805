"""Text in which every character knows its place in the raw text it came from."""

from collections.abc import Iterable
from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class MappedText:
    """``text`` as repaired from ``raw``; character i of text came from raw[starts[i]:ends[i]]."""

    raw: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    repairs: tuple[Repair, ...] = ()

    @classmethod
    def of(cls, raw: str) -> "MappedText":
        """The text that equals its raw text."""
        return cls(raw, raw, tuple(range(len(raw))), tuple(range(1, len(raw) + 1)))

    def to_raw(self, span: Span) -> Span:
        """The raw stretch that ``span`` of the text came from; empty spans map to a point."""
        if span.start >= span.end:
            point = self._point(span.start)
            return Span(point, point)
        return Span(self.starts[span.start], self.ends[span.end - 1])  # origins never run backwards

    def _point(self, index: int) -> int:
        if index < len(self.starts):
            return self.starts[index]
        return self.ends[-1] if self.ends else 0

    def apply(self, edits: Iterable[Edit]) -> "MappedText":
        """A new text with the edits made; where two overlap, the earlier one wins."""
        ordered = sorted(edits, key=lambda edit: edit.span)
        if not ordered:
            return self
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        repairs: list[Repair] = []
        at = 0
        for edit in ordered:
            if edit.span.start < at:
                continue
            origin = self.to_raw(edit.span)
            pieces += [self.text[at : edit.span.start], edit.new]
            starts += self.starts[at : edit.span.start]
            ends += self.ends[at : edit.span.start]
            _spread(self, edit, origin, starts, ends)
            before = self.text[edit.span.start : edit.span.end]
            repairs.append(Repair(edit.rule, before, edit.new, origin, edit.certain))
            at = edit.span.end
        pieces.append(self.text[at:])
        starts += self.starts[at:]
        ends += self.ends[at:]
        return MappedText(
            self.raw, "".join(pieces), tuple(starts), tuple(ends), self.repairs + tuple(repairs)
        )


def _spread(text: MappedText, edit: Edit, origin: Span, starts: list[int], ends: list[int]) -> None:
    """Give the new characters their origins: one to one where the length is kept, else the whole."""
    if len(edit.new) == edit.span.end - edit.span.start:
        starts += text.starts[edit.span.start : edit.span.end]
        ends += text.ends[edit.span.start : edit.span.end]
    else:
        starts += [origin.start] * len(edit.new)
        ends += [origin.end] * len(edit.new)
