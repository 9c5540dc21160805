"""The documents one above the other; one of them is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from shuangda_desktop.gui.widgets.actions import OPEN_SHEET
from shuangda_desktop.gui.widgets.parts import quiet, scrolled, strong
from shuangda_desktop.services.outputs.documents import Document

WIDTH = 14  # Chinese characters
KINDS = {".xlsx": "表格", ".docx": "公文"}


class Entry(QPushButton):
    """A document's name and when it went out last."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.setCheckable(True)
        self.name, self.last = strong(document.name), QLabel("")
        self.last.setProperty("kind", "quiet")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.setSpacing(0)
        for part in (self.name, self.last):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)
        self.setToolTip(document.words)
        self._fit()

    def tell(self, last: str) -> None:
        """Say when the document went out last."""
        self.last.setText(last)
        self.setAccessibleName(self.document.name)
        self.setAccessibleDescription(last)

    def changeEvent(self, event: QEvent) -> None:
        """A button asks for no more room than its own words, and has none."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.sizeHint().height() + 2)


class Gallery(QWidget):
    """The entries; the arrow keys walk through them."""

    changed = Signal()

    def __init__(self, documents: Sequence[Document]) -> None:
        super().__init__()
        self.setStyleSheet(OPEN_SHEET)
        self._group = QButtonGroup(self)
        self.entries = {document.key: Entry(document) for document in documents}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        kind = ""
        for entry in self.entries.values():
            if KINDS[entry.document.suffix] != kind:
                kind = KINDS[entry.document.suffix]
                column.addWidget(quiet(kind))
            self._group.addButton(entry)
            entry.toggled.connect(lambda on: self.changed.emit() if on else None)
            entry.installEventFilter(self)
            column.addWidget(entry)
        column.addStretch()
        self.area: QScrollArea = scrolled(inside)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.setMinimumWidth(WIDTH * self.fontMetrics().horizontalAdvance("\u56fd"))
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
            self.area.ensureWidgetVisible(self.entries[key])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose the neighbour; a group of buttons would stop at the words between."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                entries = list(self.entries.values())
                place = entries.index(self.entry) + step
                if 0 <= place < len(entries):
                    self.choose(entries[place].document.key)
                    entries[place].setFocus()
                return True
        return super().eventFilter(watched, event)
