"""Rows of a table of Word, made once for each way of joining cells."""

from collections.abc import Sequence
from copy import copy

from shuangda_desktop.exports.word import word
from shuangda_desktop.exports.word.styles import Style


class Grid:
    """Rows of a table as copies of a prototype for each way of joining cells."""

    def __init__(
        self, widths: Sequence[int], styles: Sequence[Style], head: Style, band: Style
    ) -> None:
        self.widths = widths
        self._styles, self._head, self._band = styles, head, band
        self._made: dict[tuple[bool, ...], word.Element] = {}

    def header(self) -> word.Element:
        """The row of titles."""
        ones = [1] * len(self.widths)
        return word.row(self.widths, [self._head for _ in ones], ones, header=True)

    def band(self) -> word.Element:
        """A row of one cell."""
        return word.row([sum(self.widths)], [self._band], [len(self.widths)])

    def row(self, joined: tuple[bool, ...]) -> word.Element:
        """A row in which the marked cells are part of the one before."""
        if joined not in self._made:
            self._made[joined] = self._prototype(joined)
        return copy(self._made[joined])

    def _prototype(self, joined: tuple[bool, ...]) -> word.Element:
        starts = [i for i, part in enumerate(joined) if i == 0 or not part]
        ends = [*starts[1:], len(joined)]
        widths = [sum(self.widths[a:b]) for a, b in zip(starts, ends, strict=True)]
        spans = [b - a for a, b in zip(starts, ends, strict=True)]
        return word.row(widths, [self._styles[i] for i in starts], spans)
