"""What a page shows while it has nothing: one sentence and the one action that fills it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.parts import button, quiet, title


class EmptyPlace(QWidget):
    """A heading, a sentence, a button."""

    def __init__(self, head: str, sentence: str, verb: str, action: Callable[[], object]) -> None:
        super().__init__()
        self.head = title(head)
        self.sentence = quiet(sentence)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumWidth(320)
        self.sentence.setMaximumWidth(560)
        self.button = button(verb, action, kind="main")
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        for part in (self.head, self.sentence, self.button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
