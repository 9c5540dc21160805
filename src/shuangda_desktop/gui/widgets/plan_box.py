"""Which of the plans that came in a page is about."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox

from shuangda_desktop.tasks.rows import PlanName, PlanRow

NAMED_YEARS = 2  # before this one; older documents are opened from their own page


def named_since(today: date) -> date:
    """From which day on documents are offered by their names."""
    return date(today.year - NAMED_YEARS, 1, 1)


class PlanBox(QComboBox):
    """The plans by title; the chosen one stays chosen across refreshes."""

    changed = Signal()

    def __init__(self, name: str, every: str = "") -> None:
        super().__init__()
        self._every = every  # the words for all plans together, where the page can show them
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setMaximumWidth(self.fontMetrics().horizontalAdvance("\u56fd") * 40)
        self.currentIndexChanged.connect(lambda _: self.changed.emit())

    def plan_id(self) -> int | None:
        """The chosen plan; None where there is none."""
        return self.currentData() if self.count() else None

    def choose(self, plan_id: int) -> None:
        """Turn to a plan, if it is there."""
        if (place := self.findData(plan_id)) >= 0:
            self.setCurrentIndex(place)

    def offer(self, rows: Sequence[PlanRow | PlanName]) -> None:
        """Offer these plans."""
        kept = self.plan_id()
        with QSignalBlocker(self):
            self.clear()
            if self._every:
                self.addItem(self._every, None)
            for row in rows:
                self.addItem(row.title or row.source_name, row.plan_id)
                self.setItemData(self.count() - 1, row.title, Qt.ItemDataRole.ToolTipRole)
            if kept is not None:
                self.setCurrentIndex(max(self.findData(kept), 0))
