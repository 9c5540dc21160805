"""The origins of a repaired text's characters as a small blob: differences, little-endian, zlib.

Characters mostly follow one another, so the differences are ones and zeros and a long document's origins take
a few hundred bytes.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

_LEVEL = 1  # a fifth of the time of the default; some hundred bytes either way


class Run(NamedTuple):
    """``size`` numbers from ``first`` on, each greater by ``step`` than the one before."""

    first: int
    step: int
    size: int


def pack(runs: Iterable[Run]) -> bytes:
    """The numbers of some runs as bytes; a run costs as much as a number."""
    steps, last = array("i"), 0
    for run in runs:
        steps.append(run.first - last)
        steps += array("i", (run.step,)) * (run.size - 1)
        last = run.first + run.step * (run.size - 1)
    return zlib.compress(_little_endian(steps).tobytes(), _LEVEL)


def unpack(packed: bytes) -> tuple[int, ...]:
    """The numbers again."""
    steps = array("i")
    steps.frombytes(zlib.decompress(packed))
    return tuple(accumulate(_little_endian(steps)))


def _little_endian(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
