"""Which period a page is about: the one before, the one after, or one of a list."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.tasks.periods import Period, parse_key

BEFORE, AFTER = 18, 2  # periods offered before and after the one that is shown


class PeriodBar(QWidget):
    """‹ 2026年3月 ›; ``changed`` carries the Period."""

    changed = Signal(object)

    def __init__(self, period: Period) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName("报送期")
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.earlier = button("\u2039", lambda: self._turn(self.period.previous()), tip="上一期")
        self.later = button("\u203a", lambda: self._turn(self.period.next()), tip="下一期")
        self.earlier.setAccessibleName("上一期")
        self.later.setAccessibleName("下一期")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.earlier, self.box, self.later):
            row.addWidget(part)
        self.show_period(period)
        self.box.activated.connect(lambda _: self._turn(self.period))

    @property
    def period(self) -> Period:
        """The period that is shown."""
        return parse_key(str(self.box.currentData()))

    def choose(self, key: str) -> None:
        """Turn to the period of this key."""
        self._turn(parse_key(key))

    def show_period(self, period: Period) -> None:
        """Offer the periods around this one, and show it."""
        offered = [period]
        for _ in range(AFTER):
            offered.insert(0, offered[0].next())
        for _ in range(BEFORE):
            offered.append(offered[-1].previous())
        with QSignalBlocker(self.box):
            self.box.clear()
            for one in offered:
                self.box.addItem(one.label, one.key)
            self.box.setCurrentIndex(AFTER)

    def _turn(self, period: Period) -> None:
        self.show_period(period)
        self.changed.emit(period)
