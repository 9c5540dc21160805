"""What a page shows while it has nothing: one sentence and the one action that fills it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.parts import button, quiet, title


class EmptyPlace(QWidget):
    """A heading, a sentence, a button; ``other`` are further ways, quieter ones."""

    def __init__(
        self,
        head: str,
        sentence: str,
        verb: str,
        action: Callable[[], object],
        *other: QPushButton,
    ) -> None:
        super().__init__()
        self.head, self.sentence = title(head), quiet(sentence)
        self.button = button(verb, action, kind="main")
        middle, column = QVBoxLayout(), QHBoxLayout(self)
        middle.setSpacing(16)
        middle.addStretch(2)
        for label in (self.head, self.sentence):
            # Aligned by its own words: an aligned place in a layout would cut wrapped lines off.
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            middle.addWidget(label)
        for made in (self.button, *other):
            middle.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(3)
        column.addStretch(1)
        column.addLayout(middle, 3)
        column.addStretch(1)

    def say(self, sentence: str, verb: str) -> None:
        """Say another sentence, and call the action otherwise."""
        self.sentence.setText(sentence)
        self.button.setText(verb)
        self.button.setAccessibleName(verb)
