"""A stretch of the document in one line: breaks and stray blanks gone, places kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from shuangda_desktop.plan.duties.by_number import Numbered
from shuangda_desktop.plan.duties.verbs import Reading
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.text.chars import HAN

_SEPARATOR = "\u2028"
_BLANKS = re.compile(f"[ \t{_SEPARATOR}]+")
_WORDS = re.compile(f"[{HAN}]{{2}}|[A-Za-z0-9]{{2}}")


@dataclass(frozen=True, slots=True)
class Clause:
    """A duty clause at [start, end) of a passage, or a bracket that holds only points."""

    start: int
    end: int
    text: str
    reading: Reading
    points: bool = False  # no clause: it is only taken off the text
    aside: bool = False  # it holds only a time, and stands beside a clause
    alone: bool = False  # it begins a line
    unclosed: bool = False
    keyed: bool = False  # it was read from key lines
    above: int = 0  # so many items up to it are what it governs: 以上两项由…
    numbered: tuple[
        Numbered, ...
    ] = ()  # what it says of items by their numbers; it has no other words

    @property
    def governs(self) -> bool:
        """Whether it rules the words beside it: it is more than points or a time."""
        return not self.points and not self.aside


@dataclass(frozen=True, slots=True)
class Passage:
    """``flat`` for matching; character i stands at ``at[i]`` of the repaired text.

    ``breaks`` are the indices where a line began, ``blocks`` the clauses read from key lines.
    """

    flat: str
    at: Sequence[int]
    breaks: tuple[int, ...] = ()
    blocks: tuple[Clause, ...] = ()


def join(lines: Sequence[Line]) -> Passage:
    """The lines as one passage."""
    chars: list[str] = []
    places: list[range] = []
    breaks: list[int] = []
    size = 0
    for line in lines:
        breaks.append(size)
        for start, end in _kept(line.flat):
            chars.append(line.flat[start:end])
            places.append(range(line.start + start, line.start + end))
            size += end - start
    return Passage("".join(chars).replace("\t", " "), in_a_row(places), tuple(breaks))


def in_a_row(places: Sequence[Sequence[int]]) -> Sequence[int]:
    """The places of stretches one after the other; those of a single one, as most are, stay a range."""
    return places[0] if len(places) == 1 else tuple(chain.from_iterable(places))


def _kept(flat: str) -> Iterator[tuple[int, int]]:
    """The stretches that are no stray blanks; one blank stays between two words."""
    start = 0
    for blanks in (
        _BLANKS.finditer(flat) if " " in flat or "\t" in flat or _SEPARATOR in flat else ()
    ):
        yield start, blanks.start()
        sides = flat[blanks.start() - 1 : blanks.start()] + flat[blanks.end() : blanks.end() + 1]
        if _WORDS.fullmatch(sides):
            yield blanks.start(), blanks.start() + 1
        start = blanks.end()
    yield start, len(flat)
