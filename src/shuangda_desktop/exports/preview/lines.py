"""Breaking text into lines: Chinese between any two characters but for marks, Latin words whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shuangda_desktop.exports.measure import half_widths

NEVER_FIRST = frozenset(
    "\u3001\u3002\uff0c\uff0e\uff1b\uff1a\uff1f\uff01\uff09\u300b\u3009\u3015\u3011\u201d\u2019%,.;:?!)"
)
NEVER_LAST = frozenset("\uff08\u300a\u3008\u3014\u3010\u201c\u2018(")
_PIECE = re.compile("\n|\t|[!-~\u00a0-\u024f]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look: ``gap`` is added behind each."""

    font: str
    size: float
    bold: bool = False
    ink: str = "000000"
    gap: float = 0.0

    def width(self, text: str) -> float:
        """What a text takes: a Chinese character its size, a Latin letter half of it."""
        return _halves(text) * self.size / 2 + len(text) * self.gap


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face."""

    text: str
    face: Face


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its runs and their width; ``ends`` where the text breaks it itself."""

    runs: tuple[Run, ...]
    width: float
    ends: bool = False

    @property
    def size(self) -> float:
        """The largest type in it, 0 in an empty line."""
        return max((run.face.size for run in self.runs), default=0.0)


def _halves(text: str) -> int:
    """The same as half_widths; most questions are about one Chinese character or one Latin word."""
    if text.isascii():
        return len(text)
    return 2 if len(text) == 1 else half_widths(text)


def wrapped(runs: Sequence[Run], room: float, first_room: float | None = None) -> list[Line]:
    """The lines of a paragraph; ``first_room`` is that of the first one. Always at least one."""
    lines: list[Line] = []
    current: list[Run] = []
    left = room if first_room is None else first_room
    for piece in _pieces(runs):
        if piece.text == "\n":
            lines.append(_line(current, ends=True))
            current, left = [], room
            continue
        width = piece.face.width(piece.text)
        if width > left + 0.01 and current and piece.text not in NEVER_FIRST:
            kept, moved = _with_companions(current)
            lines.append(_line(kept))
            current, left = moved, room - sum(r.face.width(r.text) for r in moved)
        current.append(piece)
        left -= width
    return [*lines, _line(current, ends=True)]


def _pieces(runs: Sequence[Run]) -> Iterator[Run]:
    """The smallest parts that stay together, each in its face; too long words letter by letter."""
    for run in runs:
        for found in _PIECE.finditer(run.text):
            text = found.group()
            if len(text) > 20:
                yield from (Run(letter, run.face) for letter in text)
            else:
                yield Run(text, run.face)


def _with_companions(current: list[Run]) -> tuple[list[Run], list[Run]]:
    """What stays on the line and what goes on to the next: an opening mark goes with what it opens."""
    moved: list[Run] = []
    kept = list(current)
    while len(kept) > 1 and kept[-1].text in NEVER_LAST:
        moved.insert(0, kept.pop())
    return kept, moved


def _line(pieces: Sequence[Run], *, ends: bool = False) -> Line:
    width = sum(piece.face.width(piece.text) for piece in pieces)
    return Line(tuple(_joined(pieces)), width, ends)


def _joined(pieces: Sequence[Run]) -> Iterator[Run]:
    """Neighbours of one face as one run."""
    kept: Run | None = None
    for piece in pieces:
        if kept is not None and kept.face == piece.face:
            kept = Run(kept.text + piece.text, kept.face)
        else:
            if kept is not None:
                yield kept
            kept = piece
    if kept is not None:
        yield kept
