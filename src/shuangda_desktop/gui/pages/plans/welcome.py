"""What an empty list of plans shows: one action, and two other ways to the same place."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from shuangda_desktop.gui.theme import colour
from shuangda_desktop.gui.widgets.parts import button, icon, quiet, title

WORDS = (
    "Word\u3001WPS\u3001PDF\u3001OFD\u3001表格\u3001网页和文本文件都可以\u3002",
    "程序读出每项措施\u3001责任单位和时限\uff0c拿不准的地方会标出来请你核对\u3002",
)
SIZE = 48


class Welcome(QWidget):
    """A place to drop a document, with buttons for those who rather click."""

    def __init__(
        self,
        open_files: Callable[[], object],
        paste: Callable[[], object],
        sample: Callable[[], object],
    ) -> None:
        super().__init__()
        self.open = button("打开文件\u2026", open_files, kind="main", tip="打开文件", key="")
        self.paste = button("粘贴文字\u2026", paste)
        self.sample = button("试用样例", sample)
        self.picture = QLabel()
        self._zone = QFrame()
        self._zone.setProperty("kind", "drop")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._zone)
        self._fill(QVBoxLayout(self._zone))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the picture in the colours of the new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        drawn = icon("inbox", colour(self.palette(), "accent"), SIZE)
        self.picture.setPixmap(drawn.pixmap(QSize(SIZE, SIZE)))

    def _fill(self, column: QVBoxLayout) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        head = title("把上级来文拖到这里")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch()
        for made in (self.open, self.paste, self.sample):
            row.addWidget(made)
        row.addStretch()
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self.picture, 0, centre)
        column.addWidget(head, 0, centre)
        for words in WORDS:
            line = quiet(words)
            line.setWordWrap(False)
            column.addWidget(line, 0, centre)
        column.addLayout(row)
        column.addStretch(3)
