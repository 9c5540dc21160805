"""What the program could learn from the last correction: taught by one key, or passed over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.services.reading.teaching import told
from shuangda_desktop.text.taught import TaughtRule


class TeachLine(QFrame):
    """Out of sight unless there is something to learn."""

    taught = Signal(object)  # TaughtRule

    def __init__(self) -> None:
        super().__init__()
        self.rule: TaughtRule | None = None
        self.setProperty("kind", "card")
        self.words = QLabel()
        self.words.setAccessibleName("可以教给程序的规则")
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.teach = button(
            "以后都这样 Ctrl+T", self._teach, tip="记成一条规则\uff0c下次读取时照办", key="Ctrl+T"
        )
        self.drop = button("不用", lambda: self.offer(None), kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        for part in (self.words, self.teach, self.drop):
            row.addWidget(part, 1 if part is self.words else 0)
        self.hide()

    def offer(self, rule: TaughtRule | None) -> None:
        """Offer to learn this; nothing to learn hides the line."""
        self.rule = rule
        if rule is not None:
            self.words.setText(f"{told(rule)}\uff1f")
            self.words.setToolTip(self.words.text())
        self.setVisible(rule is not None)

    def _teach(self) -> None:
        rule = self.rule
        if rule is not None:
            self.offer(None)
            self.taught.emit(rule)
