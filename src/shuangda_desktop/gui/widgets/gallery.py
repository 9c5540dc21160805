"""The documents one above the other; one of them is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.actions import OPEN_SHEET
from shuangda_desktop.gui.widgets.parts import quiet, strong
from shuangda_desktop.services.documents import Document


class Entry(QPushButton):
    """A document's name, what it would hold, and when it was written last."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.setCheckable(True)
        self.contents, self.last = QLabel(""), quiet("")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(4)
        for part in (strong(document.file), self.contents, self.last):
            inside.addWidget(part)
        # A button asks for no more room than its own words, and has none.
        self.setMinimumHeight(inside.sizeHint().height() + self.fontMetrics().lineSpacing())

    def tell(self, contents: str, last: str) -> None:
        """Say what the document would hold and when it was written last."""
        self.contents.setText(contents)
        self.last.setText(last)
        self.setAccessibleName(f"{self.document.file} {contents}")
        self.setAccessibleDescription(last)


class Gallery(QWidget):
    """The entries; the arrow keys walk through them."""

    changed = Signal()

    def __init__(self, documents: Sequence[Document]) -> None:
        super().__init__()
        self.setStyleSheet(OPEN_SHEET)
        self._group = QButtonGroup(self)
        self.entries = {document.key: Entry(document) for document in documents}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for entry in self.entries.values():
            self._group.addButton(entry)
            entry.toggled.connect(lambda on: self.changed.emit() if on else None)
            column.addWidget(entry)
        column.addStretch()
        self.choose(documents[0].key)

    @property
    def entry(self) -> Entry:
        """The entry that is chosen."""
        return next(entry for entry in self.entries.values() if entry.isChecked())

    @property
    def chosen(self) -> Document:
        """The document that is chosen."""
        return self.entry.document

    def choose(self, key: str) -> None:
        """Turn to a document."""
        if key in self.entries:
            self.entries[key].setChecked(True)
