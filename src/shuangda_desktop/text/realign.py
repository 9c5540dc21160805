"""Where the places of one reading of a document are in another reading of it."""

from bisect import bisect_right
from collections import Counter
from difflib import SequenceMatcher


class Realigned:
    """Places of an old raw text in a new one, by lines that both have."""

    def __init__(self, old: str, new: str) -> None:
        self._same = old == new
        one, two = old.split("\n"), new.split("\n")
        self._starts, starts = _starts(one), _starts(two)
        self._moved: dict[int, int] = {}
        # lines that stand everywhere in a long text, such as one unit below each task, are no anchors
        for block in SequenceMatcher(_is_empty, one, two).get_matching_blocks():
            for step in range(block.size):
                self._moved[block.a + step] = starts[block.b + step]
        there = _once(two)
        for line, number in _once(one).items():  # one that was put elsewhere is found there
            if line in there and not _is_empty(line):
                self._moved.setdefault(number, starts[there[line]])

    def place(self, at: int) -> int | None:
        """The new place of an old one; None where its line is no longer there."""
        if self._same:
            return at
        line = bisect_right(self._starts, at) - 1
        start = self._moved.get(line)
        return None if start is None else start + at - self._starts[line]


def _starts(lines: list[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts


def _once(lines: list[str]) -> dict[str, int]:
    """The lines that stand in a text only once, with their numbers."""
    many = Counter(lines)
    return {line: number for number, line in enumerate(lines) if many[line] == 1}


def _is_empty(line: str) -> bool:
    """Empty lines are everywhere: they say nothing about the place."""
    return not line.strip()
