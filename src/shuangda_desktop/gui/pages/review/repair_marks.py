"""Marks of what was repaired: a ground, or a dotted line for what was changed character by character.

Kept by the document line by line, so that thousands of them cost nothing when a doubt is taken in hand.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from PySide6.QtGui import QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from shuangda_desktop.gui.pages.review.offsets import Offsets
from shuangda_desktop.gui.theme import colour

Stretch = tuple[int, int, bool]  # start, end, quiet


class RepairMarks(QSyntaxHighlighter):
    """Marks stretches of the text that is shown next."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._stretches: dict[int, list[Stretch]] = {}
        self._loud, self._quiet = QTextCharFormat(), QTextCharFormat()
        self._quiet.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)

    def mark(self, text: str, stretches: Iterable[Stretch]) -> None:
        """Mark these places of a text; one that goes over several lines ends with the first."""
        offsets, starts = Offsets(text), _line_starts(text)
        found: defaultdict[int, list[Stretch]] = defaultdict(list)
        for start, end, quiet in stretches:
            line = bisect_right(starts, start) - 1
            first = offsets.to_qt(start)
            place = first - offsets.to_qt(starts[line])
            found[line].append((place, offsets.to_qt(end) - first, quiet))
        self._stretches = dict(found)

    def dress(self, palette: QPalette) -> None:
        """Draw in the colours of a palette."""
        self._loud.setBackground(colour(palette, "mark"))
        self._quiet.setUnderlineColor(colour(palette, "line"))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Draw the marks of one line."""
        for start, size, quiet in self._stretches.get(self.currentBlock().blockNumber(), ()):
            self.setFormat(start, size, self._quiet if quiet else self._loud)


def _line_starts(text: str) -> list[int]:
    sizes = (len(line) + 1 for line in text.split("\n"))
    return list(accumulate(sizes, initial=0))[:-1]
