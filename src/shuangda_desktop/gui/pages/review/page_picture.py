"""A page of a scan beside its text, as wide as its place."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea


class PagePicture(QScrollArea):
    """Out of sight until the clerk asks for it."""

    turned = Signal()  # it was shown or put away

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._share = 0.0  # of the page above the place that is looked at
        self.label = QLabel()
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.label.setWordWrap(True)
        self.setWidget(self.label)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(200)
        self.setAccessibleName("原件的这一页")
        self.hide()

    def setVisible(self, visible: bool) -> None:
        """Tell who shares the room with it."""
        super().setVisible(visible)
        self.turned.emit()

    def say(self, words: str) -> None:
        """Say that a page is on its way, or why there is none."""
        self._picture = QPixmap()
        self.label.setPixmap(self._picture)
        self.label.setText(words)

    def show_picture(self, content: bytes, number: int, share: float = 0.0) -> None:
        """Show a page at the place below that share of it."""
        self.say("")
        self._picture.loadFromData(content)
        self.label.setToolTip(f"第 {number} 页")
        self._share = share
        self._fit()

    def look(self, share: float) -> None:
        """Scroll to the place below that share of the page, which stands a third from the top."""
        self._share = share
        wanted = share * self.label.sizeHint().height() - self.viewport().height() / 3
        self.verticalScrollBar().setValue(round(wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._picture.isNull():
            wide = self.viewport().width()
            mode = Qt.TransformationMode.SmoothTransformation
            self.label.setPixmap(self._picture.scaledToWidth(wide, mode))
            QTimer.singleShot(0, self, lambda: self.look(self._share))  # once it has its height
