"""The origins of a repaired text's characters as a small blob: differences, little-endian, zlib.

Characters mostly follow one another, so the differences are ones and zeros and a long document's origins take
a few hundred bytes.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable
from itertools import accumulate


def pack(places: Iterable[int]) -> bytes:
    """Numbers that mostly grow by one, as bytes."""
    numbers = list(places)
    steps = array("i", map(int.__sub__, numbers, [0, *numbers]))
    return zlib.compress(_little_endian(steps).tobytes())


def unpack(packed: bytes) -> tuple[int, ...]:
    """The numbers again."""
    steps = array("i")
    steps.frombytes(zlib.decompress(packed))
    return tuple(accumulate(_little_endian(steps)))


def _little_endian(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
