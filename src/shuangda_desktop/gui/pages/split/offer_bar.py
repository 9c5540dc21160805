"""At the foot of the page: a unit was replaced; shall that hold for every task and plan from now on?"""

from collections.abc import Sequence

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
        self._next: Sequence[Offer] = ()
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.keep = button(
            "以后都这样",
            self._take,
            tip="记入对口关系\uff1a以后的拟定和还没有确认过的任务都照此办理\uff0c可以撤销",
            key="Ctrl+G",
        )
        self.leave = button("只改这一次", self._pass_over, kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.keep)
        row.addWidget(self.leave)
        self.hide()

    def show_offers(self, offers: Sequence[Offer] = ()) -> None:
        """Ask about these counterparts one after the other, or about nothing."""
        self.offer, self._next = (offers[0], offers[1:]) if offers else (None, ())
        self.setVisible(self.offer is not None)
        if self.offer is not None:
            self.words.setText(self.offer.question)
            self.keep.setAccessibleName(f"{self.offer.question}{self.keep.text()}")

    def _pass_over(self) -> None:
        self.show_offers(self._next)

    def _take(self) -> None:
        offer, following = self.offer, self._next
        self.show_offers()
        if offer is not None:
            self.taken.emit(offer)  # which shows the page anew
            self.show_offers([o for o in following if o.higher != offer.higher])
