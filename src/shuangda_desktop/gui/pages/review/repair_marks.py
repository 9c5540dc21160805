"""Marks of what was repaired: a ground, or a dotted line for what was changed character by character.

Kept by the document line by line, so that thousands of them cost nothing when a doubt is taken in hand.
"""

from collections.abc import Sequence

from PySide6.QtGui import QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from shuangda_desktop.gui.pages.review.rows import Row
from shuangda_desktop.gui.theme import colour


class RepairMarks(QSyntaxHighlighter):
    """Marks the lines that are shown next."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.rows: Sequence[Row] = ()
        self._loud, self._quiet = QTextCharFormat(), QTextCharFormat()
        self._quiet.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)

    def dress(self, palette: QPalette) -> None:
        """Draw in the colours of a palette."""
        self._loud.setBackground(colour(palette, "mark"))
        self._quiet.setUnderlineColor(colour(palette, "line"))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Draw the marks of one line."""
        number = self.currentBlock().blockNumber()
        for row in self.rows[number : number + 1]:
            for start, size, quiet in row.marks:
                self.setFormat(start, size, self._quiet if quiet else self._loud)
