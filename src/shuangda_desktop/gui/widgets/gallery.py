"""The documents one above the other; one of them is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.documents import Document
from shuangda_desktop.gui.widgets.parts import quiet

_SHEET = """
QPushButton { text-align: left; padding: 10px 12px; }
QPushButton:focus { padding: 9px 11px; }
QPushButton:checked { background: palette(highlight); border-color: palette(link); }
"""


class Gallery(QWidget):
    """Each entry has the document's name, what it would hold, and when it was written last."""

    changed = Signal()

    def __init__(self, documents: Sequence[Document]) -> None:
        super().__init__()
        self.setStyleSheet(_SHEET)
        self._documents = {document.key: document for document in documents}
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for document in documents:
            column.addWidget(self._entry(document))
        column.addStretch()
        self.choose(documents[0].key)

    @property
    def chosen(self) -> Document:
        """The document that is chosen."""
        return next(self._documents[key] for key, b in self._buttons.items() if b.isChecked())

    def choose(self, key: str) -> None:
        """Turn to a document."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def tell(self, key: str, contents: str, last: str) -> None:
        """Say what a document would hold and when it was written last."""
        self._words[key].setText(last)
        name = self._documents[key].file
        self._buttons[key].setText(f"{name}\n{contents}")
        self._buttons[key].setAccessibleName(f"{name} {contents}")

    def _entry(self, document: Document) -> QPushButton:
        made = QPushButton(document.file)
        made.setCheckable(True)
        made.setMinimumHeight(112)
        self._group.addButton(made)
        self._buttons[document.key] = made
        self._words[document.key] = quiet("")
        inside = QVBoxLayout(made)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addStretch()
        inside.addWidget(self._words[document.key])
        made.toggled.connect(lambda on: self.changed.emit() if on else None)
        return made
