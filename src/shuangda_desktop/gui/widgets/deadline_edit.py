"""A line for a day, written in any of the ways clerks write one."""

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from shuangda_desktop.gui.models.dates import in_words, read_date
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.text.punctuation import widen

MARGINS = 32  # pixels of a line beside its words


class DeadlineEdit(Line):
    """Takes 2026-06-30, 6月30日, 6月底, 年底; without a year it means ``year``."""

    _narrow = False

    def __init__(self, year: int, name: str = "完成时限", parent: QWidget | None = None) -> None:
        super().__init__(name, "如 6月30日、6月底、年底", parent)
        self._year = year
        self.textChanged.connect(self._explain)

    def keep_narrow(self) -> None:
        """Be as wide as one day is, whatever the size of the letters."""
        self._narrow = True
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if self._narrow and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def set_year(self, year: int) -> None:
        """The year that is meant where none is typed."""
        self._year = year

    def set_day(self, day: date | None) -> None:
        """Show a day, or nothing."""
        self.setText(f"{day}" if day else "")

    def day(self) -> date | None:
        """The day that is meant, or None."""
        return read_date(self.text(), self._year)

    def is_understood(self) -> bool:
        """Whether the line is empty or can be read."""
        return not self.text().strip() or self.day() is not None

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("2026-12-31") + MARGINS)

    def _explain(self) -> None:
        day = self.day()
        self.setToolTip(f"{day.year}年{in_words(day)}" if day else unreadable(self.text()))


def unreadable(typed: str, what: str = "时限") -> str:
    """What to say about a day that cannot be read; ``what`` kind of a day it is."""
    if not typed.strip():
        return ""
    return widen(f"{what}“{typed.strip()}”读不懂,没有改动。请写成6月30日、6月底或年底这样。")


def due_trouble(line: DeadlineEdit, today: date, after: date | None = None) -> str:
    """Why units cannot be asked until the day of a line; "" where they can.

    ``after`` is the day of the round before, which a new one has to come after.
    """
    day, name = line.day(), line.accessibleName()
    if day is None:
        return unreadable(line.text(), name) or f"请先填写{name}\uff0c例如6月30日\u3002"
    if day < today:
        return f"{name}{day}已经过了\uff0c没有改动\u3002是明年的\uff0c请写上年份\u3002"
    known = after is not None and day <= after
    return f"请先填写新的{name}\uff0c例如6月30日\u3002" if known else ""
