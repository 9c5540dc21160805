"""The table of holidays and make-up workdays of one year."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.theme import Look
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.workdays import DAY_WORDS, DayKind, SpecialDay, weekday

OWN = "当地政府的通知"


class HolidayForm(QWidget):
    """Days can be added and taken out; the year as a whole is kept."""

    given = Signal(int, object)  # the year and its days
    year_asked = Signal(int)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.year = QSpinBox()
        self.year.setRange(2000, 2999)
        self.year.setAccessibleName("年份")
        self.model = RowTable(day_columns(), key=lambda special: special.day, decorate=_look)
        self.table = Sheet(self.model, "节假日和调休上班", stretch=3)
        self.day, self.name = DeadlineEdit(date.min.year, "日期"), Line("名称", "名称\uff0c如 春节")
        self.day.setPlaceholderText("日期 如 2月17日")
        self.kind = QComboBox()
        self.kind.setAccessibleName("放假还是上班")
        for kind, word in DAY_WORDS.items():
            self.kind.addItem(word, kind)
        self.words = quiet("")
        self.add = button("添加", self._add)
        self.remove = button("删除所选", self._remove)
        self.year.valueChanged.connect(self.year_asked)
        self.name.returnPressed.connect(self._add)
        self._lay_out()

    def show_year(self, year: int, days: Sequence[SpecialDay]) -> None:
        """Show the days of a year."""
        if self.year.value() != year:
            self.year.setValue(year)
        self.day.set_year(year)
        self.model.set_rows(days)
        sources = "、".join(dict.fromkeys(special.source for special in days if special.source))
        self.words.setText(
            f"依据\uff1a{sources or OWN}。可以增删\uff0c改过的年份以这里为准。"
            if days
            else f"{year}年的放假通知还没有收入\uff0c通知下来后在这里添加\uff1b在此以前只看星期。"
        )

    def _add(self) -> None:
        day = self.day.day()
        if day is None:
            self.refused.emit(unreadable(self.day.text() or "空", "日期"))
            return
        kind = DayKind(self.kind.currentData())
        known = [special for special in self.model.rows if special.day != day]
        special = SpecialDay(day, kind, self.name.text().strip() or DAY_WORDS[kind], OWN)
        self.given.emit(self.year.value(), [*known, special])
        self.day.clear()

    def _remove(self) -> None:
        chosen = {special.day for special in self.table.chosen_rows()}
        if chosen:
            kept = [special for special in self.model.rows if special.day not in chosen]
            self.given.emit(self.year.value(), kept)

    def _lay_out(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (strong("节假日和调休上班"), self.year, QLabel("年")):
            head.addWidget(part)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addWidget(flow(self.day, self.kind, self.name, self.add, self.remove))


def day_columns() -> tuple[Column[SpecialDay], ...]:
    """The day with its weekday, what it is, why, and who says so."""
    return (
        Column("day", "日期", _day_text, lambda d: d.day, 9),
        Column("kind", "安排", lambda d: DAY_WORDS[d.kind], lambda d: d.kind, 3),
        Column("name", "名称", lambda d: d.name, lambda d: d.name, 8),
        Column("source", "依据", lambda d: d.source, lambda d: d.source, 12),
    )


def _day_text(special: SpecialDay) -> str:
    return f"{special.day} {weekday(special.day)}"


def _look(special: SpecialDay, column: Column[SpecialDay]) -> Look | None:
    if column.key != "kind":
        return None
    return Look(ink="on_time" if special.kind is DayKind.OFF else "near")
