"""What is being done right now, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from shuangda_desktop.gui.widgets.parts import button


class ProgressLine(QFrame):
    """Hidden while nothing is being done."""

    cancelled = Signal()

    def __init__(self, tip: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.text, self.bar = QLabel(), QProgressBar()
        self.bar.setAccessibleName("进度")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        self.stop = button("取消", self.cancelled.emit, tip=tip)
        row.addWidget(self.text)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_step(self, done: int, total: int, name: str) -> None:
        """Say which of several documents is being read."""
        count = f"\uff08{done + 1}/{total}\uff09" if total > 1 else ""
        self.show_work(f"正在读取 {name}{count}\u2026")
        if total > 1:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def show_work(self, words: str) -> None:
        """Say what is being done; one document has no parts to count, so the bar swings."""
        self._say(words, moving=True)

    def show_pause(self, words: str) -> None:
        """Say what is waited for; nothing moves and nothing is to be stopped."""
        self._say(words, moving=False)

    def _say(self, words: str, *, moving: bool) -> None:
        self.text.setText(words)
        self.bar.setRange(0, 0)
        self.bar.setVisible(moving)
        self.stop.setVisible(moving)
        self.show()
