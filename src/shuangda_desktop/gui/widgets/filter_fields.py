"""Fields that narrow a list: words, a unit."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QComboBox

from shuangda_desktop.gui.widgets.line import Line

WAIT = 200  # ms: typing on must not query for every letter


class SearchField(Line):
    """Says ``searched`` a moment after the last letter; Esc empties it."""

    searched = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, name)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(140)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.searched)
        self.textChanged.connect(lambda _: self._timer.start())

    def begin(self) -> None:
        """Take the keys, ready for other words."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the words away."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class UnitFilter(QComboBox):
    """All units, or one of those that have a part in something."""

    changed = Signal()

    def __init__(self, name: str = "按单位筛选") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(11)
        self.addItem("全部单位", "")
        self.currentIndexChanged.connect(lambda _: self.changed.emit())

    def unit(self) -> str:
        """The chosen unit, "" for all."""
        return str(self.currentData() or "")

    def choose(self, unit: str) -> None:
        """Show one unit only; a unit without a part in anything is offered all the same."""
        if unit and self.findData(unit) < 0:
            self.addItem(unit, unit)
        self.setCurrentIndex(max(self.findData(unit), 0))

    def offer(self, units: Iterable[str], counted: bool = False) -> None:
        """Offer these units, ``counted`` with how often each is there; the chosen one stays chosen."""
        kept, numbers = self.unit(), Counter(units)
        if kept:
            numbers.setdefault(kept, 0)
        shown = [(f"{name}  {number}" if counted else name) for name, number in numbers.items()]
        if list(numbers) != [self.itemData(place) for place in range(1, self.count())]:
            self._fill(list(numbers), kept)
        for place, words in enumerate(shown, 1):
            self.setItemText(place, words)

    def _fill(self, names: Iterable[str], kept: str) -> None:
        with QSignalBlocker(self):
            self.clear()
            self.addItem("全部单位", "")
            for name in names:
                self.addItem(name, name)
            self.setCurrentIndex(max(self.findData(kept), 0))
