"""A box that shows words of a document as they stand there: read only, in the letters of paper."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from shuangda_desktop.gui.theme import paper_font
from shuangda_desktop.text.mapped import Span


def paper_box(name: str) -> QPlainTextEdit:
    """The box; ``name`` is for those who hear it."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    made.setFont(paper_font(made.font().pointSizeF()))
    return made


def mark(box: QPlainTextEdit, spans: Sequence[Span]) -> None:
    """Underline stretches of what the box shows."""
    format_ = QTextCharFormat()
    format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    format_.setFontWeight(
        QFont.Weight.Bold
    )  # no colour of its own: it would outlive a change of theme
    marks = []
    for span in spans:
        made = QTextEdit.ExtraSelection()
        cursor = box.textCursor()
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, format_  # type: ignore[attr-defined]  # missing in the stubs
        marks.append(made)
    box.setExtraSelections(marks)
