"""日历与亮灯: when something is due, and when a light changes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from shuangda_desktop.gui.pages.calendar.due_form import DueForm
from shuangda_desktop.gui.pages.calendar.holiday_form import HolidayForm
from shuangda_desktop.gui.pages.calendar.light_form import LightForm
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.widgets.parts import scrolled, title
from shuangda_desktop.services.city import calendar
from shuangda_desktop.services.city.lights import change_light_rule, load_light_rule
from shuangda_desktop.tasks.status import LightRule
from shuangda_desktop.tasks.workdays import Shift, SpecialDay


class CalendarPage(Page):
    """The office's rules of time."""

    name = "calendar"
    title = "日历与亮灯"
    icon = "list-check"
    menu = "数据"
    reads = frozenset({"settings", "special_day"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.lights, self.due, self.holidays = LightForm(), DueForm(), HolidayForm()
        self.holidays.year.setValue(context.today().year)
        self.lights.given.connect(self.change_lights)
        self.due.given.connect(self.change_due)
        self.holidays.given.connect(self.change_year)
        self.holidays.year_asked.connect(lambda _: self.show_year())
        self.holidays.refused.connect(lambda words: context.notify(words, undo=False))
        self._lay_out()

    def refresh(self) -> None:
        """Show the rules of now."""
        self.lights.show_rule(load_light_rule(self.context.store))
        self.due.show_rule(calendar.load_due_rule(self.context.store))
        self.show_year()

    def show_year(self) -> None:
        """Show the days off of the chosen year."""
        year = self.holidays.year.value()
        self.holidays.show_year(year, calendar.special_days_of(self.context.store, year))

    def land(self) -> None:
        """The keyboard begins with the lights."""
        self.lights.near.setFocus()

    def change_lights(self, rule: LightRule) -> None:
        """Keep the lights."""
        change_light_rule(self.context.store, rule, self.context.now())
        self.context.notify("已保存亮灯规则\u3002")

    def change_due(self, days: int, shift: Shift) -> None:
        """Keep when reports are due."""
        calendar.change_due_rule(self.context.store, days, shift, self.context.now())
        self.context.notify("已保存报送日的规则\u3002")

    def change_year(self, year: int, days: Sequence[SpecialDay]) -> None:
        """Keep the days of a year."""
        calendar.change_year(self.context.store, year, days, self.context.now())
        self.context.notify(f"已保存{year}年的节假日\u3002")

    def _lay_out(self) -> None:
        column, row, left = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        row.setSpacing(24)
        left.setSpacing(12)
        left.addWidget(self.lights)
        left.addWidget(self.due)
        left.addStretch()
        row.addLayout(left, 2)
        row.addWidget(self.holidays, 3)
        column.addWidget(title(self.title))
        body = scrolled_row(row)
        column.addWidget(body, 1)


def scrolled_row(row: QHBoxLayout) -> QScrollArea:
    """A row of columns that may be higher than the window."""
    holder = QWidget()
    row.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(row)
    return scrolled(holder)
