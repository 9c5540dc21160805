"""A dotted line below what was changed character by character: too many to be loud about."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from shuangda_desktop.gui.widgets.offsets import Offsets


class QuietMarks(QSyntaxHighlighter):
    """Kept by the document line by line, so that thousands of marks cost nothing when it is painted."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._stretches: dict[int, list[tuple[int, int]]] = {}
        self._format = QTextCharFormat()
        self._format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)

    def mark(self, text: str, stretches: Iterable[tuple[int, int]]) -> None:
        """Mark [start, end) stretches of a text that is shown next; none of them breaks a line."""
        offsets, starts = Offsets(text), _line_starts(text)
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, end in stretches:
            line = bisect_right(starts, start) - 1
            first = offsets.to_qt(start)
            size = offsets.to_qt(end) - first
            found[line].append((first - offsets.to_qt(starts[line]), size))
        self._stretches = dict(found)

    def colour(self, ink: QColor) -> None:
        """Draw the line in this colour."""
        self._format.setUnderlineColor(ink)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Draw the marks of one line."""
        for start, size in self._stretches.get(self.currentBlock().blockNumber(), ()):
            self.setFormat(start, size, self._format)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts += [at + 1 for at, char in enumerate(text) if char == "\n"]
    return starts
