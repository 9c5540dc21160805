"""Where each character of a repaired text came from, told by stretches instead of one by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

_EACH = -1  # the stop of a stretch whose characters came from one raw character each


class Cut(NamedTuple):
    """The characters [start, end) give way to ``length`` others of the same origin as a whole."""

    start: int
    end: int
    length: int


class Stretch(NamedTuple):
    """Characters [start, end) of the text from raw[raw:stop], or one by one from ``raw`` on."""

    start: int
    end: int
    raw: int
    stop: int

    @property
    def is_one_to_one(self) -> bool:
        """Whether each character came from a raw character of its own."""
        return self.stop == _EACH

    def in_raw(self) -> tuple[int, int]:
        """The raw places that its characters came from."""
        return self.raw, self.raw + self.end - self.start if self.stop == _EACH else self.stop

    def starts(self) -> Iterable[int]:
        """Where each character begins in raw."""
        size = self.end - self.start
        return range(self.raw, self.raw + size) if self.stop == _EACH else repeat(self.raw, size)

    def ends(self) -> Iterable[int]:
        """Where each character ends in raw."""
        size, first = self.end - self.start, self.raw + 1
        return range(first, first + size) if self.stop == _EACH else repeat(self.stop, size)


@dataclass(frozen=True, slots=True)
class Origins:
    """The stretches of a text: where each begins, its first place in raw, its stop."""

    size: int
    at: tuple[int, ...]
    raws: tuple[int, ...]
    stops: tuple[int, ...]

    @classmethod
    def of(cls, size: int) -> "Origins":
        """A text that equals its raw text."""
        return cls(size, (0,), (0,), (_EACH,)) if size else cls(0, (), (), ())

    @classmethod
    def from_places(cls, starts: Iterable[int], ends: Iterable[int]) -> "Origins":
        """The stretches of a text whose characters came from raw[starts[i]:ends[i]]."""
        build = _Builder()
        for start, end in zip(starts, ends, strict=True):
            build.add(1, start, _EACH if end == start + 1 else end)
        return build.done()

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches between two places of the text, cut off there."""
        n = bisect_right(self.at, start) - 1
        while start < end:
            upto = min(end, self.at[n + 1] if n + 1 < len(self.at) else self.size)
            shift = start - self.at[n] if self.stops[n] == _EACH else 0
            yield Stretch(start, upto, self.raws[n] + shift, self.stops[n])
            start, n = upto, n + 1

    def starts(self) -> tuple[int, ...]:
        """Where each character begins in raw."""
        return tuple(chain.from_iterable(s.starts() for s in self.stretches(0, self.size)))

    def ends(self) -> tuple[int, ...]:
        """Where each character ends in raw."""
        return tuple(chain.from_iterable(s.ends() for s in self.stretches(0, self.size)))

    def hull(self, start: int, end: int) -> tuple[int, int]:
        """The raw places that [start, end) came from; for nothing, the point where it stands."""
        if start < end:
            return self._start(start), self._end(end - 1)  # origins never run backwards
        if start < self.size:
            point = self._start(start)
        else:
            point = self._end(self.size - 1) if self.size else 0
        return point, point

    def shown(self, start: int, stop: int) -> tuple[int, int]:
        """Which characters came from raw[start:stop]; an empty stretch where all of it was removed."""
        every = range(self.size)
        first = bisect_right(every, start, key=self._end)
        return first, max(first, bisect_left(every, stop, key=self._start))

    def _start(self, index: int) -> int:
        n = bisect_right(self.at, index) - 1
        return self.raws[n] + (index - self.at[n] if self.stops[n] == _EACH else 0)

    def _end(self, index: int) -> int:
        n = bisect_right(self.at, index) - 1
        stop = self.stops[n]
        return self.raws[n] + index - self.at[n] + 1 if stop == _EACH else stop

    def replaced(self, cuts: Sequence[Cut]) -> "Origins":
        """The origins after cuts, which are in order and apart."""
        build, done = _Builder(), 0
        for cut in cuts:
            build.copy(self, done, cut.start)
            build.add(cut.length, *self.hull(cut.start, cut.end))
            done = cut.end
        build.copy(self, done, self.size)
        return build.done()


class _Builder:
    """Puts stretches together, joining those that go on."""

    def __init__(self) -> None:
        self.size = 0
        self.at: list[int] = []
        self.raws: list[int] = []
        self.stops: list[int] = []

    def copy(self, origins: Origins, start: int, end: int) -> None:
        """Take over the stretches between two places; only the first can go on with what is there."""
        if start == end:
            return
        at, stops = origins.at, origins.stops
        first, after = bisect_right(at, start), bisect_left(at, end)
        n, upto = first - 1, at[first] if first < after else end
        self.add(
            upto - start, origins.raws[n] + (start - at[n] if stops[n] == _EACH else 0), stops[n]
        )
        moved = self.size - upto
        self.at += [place + moved for place in at[first:after]]
        self.raws += origins.raws[first:after]
        self.stops += stops[first:after]
        self.size = end + moved

    def add(self, length: int, raw: int, stop: int) -> None:
        if length and not self._goes_on(raw, stop):
            self.at.append(self.size)
            self.raws.append(raw)
            self.stops.append(stop)
        self.size += length

    def _goes_on(self, raw: int, stop: int) -> bool:
        if not self.at or self.stops[-1] != stop:
            return False
        return raw == self.raws[-1] + (self.size - self.at[-1] if stop == _EACH else 0)

    def done(self) -> Origins:
        return Origins(self.size, tuple(self.at), tuple(self.raws), tuple(self.stops))
