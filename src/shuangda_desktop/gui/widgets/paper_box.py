"""A box that shows words of a document as they stand there: read only, in the letters of paper."""

from PySide6.QtWidgets import QPlainTextEdit

from shuangda_desktop.gui.theme import paper_font


def paper_box(name: str) -> QPlainTextEdit:
    """The box; ``name`` is for those who hear it."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    made.setFont(paper_font(made.font().pointSizeF()))
    return made
