"""What two sequences have in common."""

from collections.abc import Iterable
from itertools import takewhile


def alike(one: Iterable[object], other: Iterable[object]) -> int:
    """How many members are the same from the first on."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
