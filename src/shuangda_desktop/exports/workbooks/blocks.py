"""Runs of rows that say the same in a column, for cells that are merged down a page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.tasks.columns.column import Value


def starts(values: Sequence[Value], forced: set[int]) -> set[int]:
    """Indexes at which a block begins: where the value changes, and where one is ``forced``.

    A row without a value goes on with what stands above it: it is the rest of a row that was cut.
    """
    found, current = set(forced), None
    for index, value in enumerate(values):
        if index == 0 or (value not in (None, "") and value != current):
            found.add(index)
        if value not in (None, ""):
            current = value
    return found


def runs(count: int, begins: set[int]) -> Iterator[tuple[int, int]]:
    """The first and the last row of each block."""
    edges = [*sorted(at for at in begins if at < count), count]
    for first, following in pairwise(edges):
        yield first, following - 1


def told(values: Sequence[Value], index: int) -> Value:
    """What the block of a row says, be it only above the end of a page."""
    return next((v for v in reversed(values[: index + 1]) if v not in (None, "")), None)
