"""From where things stand on a page to where they are seen, turned so that its text stands upright."""

import math
from collections import Counter
from collections.abc import Sequence

TILT = 0.1  # radians: what stands askew by more is a watermark
_LEAST_SKEW = 0.002  # radians: half the height of a character over a line of the page
_QUARTER = math.pi / 2

Box = tuple[float, float, float, float]  # left, bottom, right, top: from the lower left corner


class Turn:
    """From the page's own place to the place that is seen, counted from the top left corner.

    ``skew``: radians that its lines fall by, as those of a page that lay askew in a scanner.
    """

    def __init__(self, degrees: int, box: Box, skew: float = 0.0) -> None:
        self.degrees = degrees
        self.left, self.bottom, self.right, self.top = box
        self.skew = skew
        self._along, self._across = math.cos(skew), math.sin(skew)

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """The place that is seen."""
        x, y = self._turned(x, y)
        if not self.skew:
            return x, y
        middle, half = (side / 2 for side in self.size)
        x, y = x - middle, y - half
        return (
            x * self._along + y * self._across + middle,
            y * self._along - x * self._across + half,
        )

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        if self.degrees == 90:
            return y - self.bottom, x - self.left
        if self.degrees == 180:
            return self.right - x, y - self.bottom
        if self.degrees == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.degrees % 180 else (width, height)

    def edges(self, box: Box) -> tuple[float, float]:
        """The left and the right edge of a character in its box, which stands upright on the page."""
        left, bottom, right, top = box
        ends = self(left, bottom)[0], self(right, top)[0]
        if not self.skew:
            return min(ends), max(ends)
        wide, tall = right - left, top - bottom
        if self.degrees % 180:
            wide, tall = tall, wide
        half = (wide - tall * abs(self.skew)) / 2
        return sum(ends) / 2 - half, sum(ends) / 2 + half

    def standing(self, tilts: Sequence[float]) -> "Turn":
        """The turn that sets most of the text upright; ``tilts`` are radians with the clock, as seen now."""
        near = [(round(tilt / _QUARTER), tilt) for tilt in tilts]
        near = [(n, tilt - n * _QUARTER) for n, tilt in near if abs(tilt - n * _QUARTER) <= TILT]
        if not near:
            return self
        (quarter, count), *_ = Counter(n % 4 for n, _ in near).most_common(1)
        quarter = quarter if count * 2 > len(near) else 0
        skews = sorted(skew for n, skew in near if n % 4 == quarter)
        skew = skews[len(skews) // 2] if skews else 0.0
        degrees = (self.degrees - 90 * quarter) % 360
        box = self.left, self.bottom, self.right, self.top
        return Turn(degrees, box, skew if abs(skew) >= _LEAST_SKEW else 0.0)
