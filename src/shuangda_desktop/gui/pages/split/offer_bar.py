"""At the foot of the page: a unit was replaced; shall that hold for every task and plan from now on?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.dividing.replacing import Offer


class OfferBar(QFrame):
    """Hidden while there is nothing to offer; one key takes the offer, the next change drops it."""

    taken = Signal(object)  # the Offer

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.offer: Offer | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.keep = button(
            "以后都这样",
            self._take,
            tip="记入对口关系\uff1a以后的拟定和还没有确认过的任务都照此办理\uff0c可以撤销",
            key="Ctrl+G",
        )
        self.leave = button("只改这一项", lambda: self.show_offer(None), kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Ask about this counterpart, or about nothing."""
        self.offer = offer
        self.setVisible(offer is not None)
        if offer is not None:
            words = f"以后来文里的“{offer.above}”\uff0c都由“{offer.below}”对应吗\uff1f"
            self.words.setText(words)
            self.keep.setAccessibleName(f"{words}{self.keep.text()}")

    def _take(self) -> None:
        offer = self.offer
        self.show_offer(None)
        if offer is not None:
            self.taken.emit(offer)
