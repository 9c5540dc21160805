"""日历: the days of a month with what is due on them, days off apart from working days."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.progress_columns import ORDER, lamp_ink
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.theme import LIGHT_SIGNS, colour
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.periods import PeriodKind, period_of
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, light
from shuangda_desktop.tasks.workdays import Workdays

_WEEK = "一二三四五六日"
_SHOWN = 3  # tasks of a day that are named


class MonthGrid(QWidget):
    """Six weeks; the arrows walk the days."""

    turned = Signal(object)  # the chosen day

    def __init__(self) -> None:
        super().__init__()
        self.day, self._today = date(2000, 1, 1), date.min
        self._due: dict[date, list[TaskRow]] = {}
        self._rule, self._workdays = LightRule(), Workdays()
        self.setAccessibleName("月历")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(220)

    def show_due(
        self, due: dict[date, list[TaskRow]], today: date, rule: LightRule, workdays: Workdays
    ) -> None:
        """Show what is due on which day."""
        if self._today == date.min:
            self.day = today
        self._due, self._today, self._rule, self._workdays = due, today, rule, workdays
        self.update()

    def turn_to(self, day: date) -> None:
        """Choose a day."""
        self.day = day
        self.update()
        self.turned.emit(day)

    @property
    def first(self) -> date:
        """The Monday that begins the first week in sight."""
        start = self.day.replace(day=1)
        return start - timedelta(days=start.weekday())

    def day_at(self, point: QPoint) -> date | None:
        """The day under a point."""
        head = self._head()
        column = int(point.x() * 7 / max(self.width(), 1))
        week = int((point.y() - head) * 6 / max(self.height() - head, 1))
        inside = point.y() >= head and 0 <= column < 7 and 0 <= week < 6
        return self.first + timedelta(days=7 * week + column) if inside else None

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(600, 420)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.turn_to(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by days and weeks, page keys by months."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
        }  # fmt: skip
        month = period_of(PeriodKind.MONTH, self.day)
        if key in steps:
            self.turn_to(self.day + timedelta(days=steps[key]))
        elif key == Qt.Key.Key_PageUp:
            self.turn_to(month.previous().start)
        elif key == Qt.Key.Key_PageDown:
            self.turn_to(month.next().start)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Weekdays on top, then the days."""
        painter, head = QPainter(self), self._head()
        wide, high = self.width() / 7, (self.height() - head) / 6
        painter.setPen(colour(self.palette(), "quiet"))
        for column, word in enumerate(_WEEK):
            cell = QRectF(column * wide, 0, wide, head)
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), f"周{word}")
        for place in range(42):
            week, column = divmod(place, 7)
            box = QRectF(column * wide, head + week * high, wide - 2, high - 2).toRect()
            self._draw_day(painter, self.first + timedelta(days=place), box)

    def _head(self) -> int:
        return round(self.fontMetrics().lineSpacing() * 1.5)

    def _draw_day(self, painter: QPainter, day: date, box: QRect) -> None:
        palette, line = self.palette(), self.fontMetrics().lineSpacing()
        worked, chosen = self._workdays.is_workday(day), day == self.day
        ground = "chosen" if chosen else ("panel" if worked else "ground")
        painter.fillRect(box, colour(palette, ground))
        painter.setPen(colour(palette, "accent" if chosen or day == self._today else "line"))
        painter.drawRect(box)
        ink = "text" if day.month == self.day.month else "quiet"
        painter.setPen(colour(palette, "accent" if day == self._today else ink))
        mark = self._mark(day, worked)
        inner = box.adjusted(5, 2, -4, -2)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft), f"{day.day}{mark}")
        rows = self._due.get(day, [])
        if box.height() < 2 * line + 8:
            self._draw_count(painter, inner, rows)
        else:
            self._draw_tasks(painter, inner.adjusted(0, line + 2, 0, 0), rows)

    def _mark(self, day: date, worked: bool) -> str:
        """What the notice says where it differs from the week."""
        if day in self._workdays.work:
            return " 班"
        return " 休" if not worked and day in self._workdays.off else ""

    def _draw_count(self, painter: QPainter, box: QRect, rows: Sequence[TaskRow]) -> None:
        """Where a day has one line only: how many, in the colour of the worst."""
        if rows:
            worst = min((light(r, self._today, self._rule) for r in rows), key=ORDER.index)
            painter.setPen(colour(self.palette(), lamp_ink(worst, self._rule)))
            words = f"{LIGHT_SIGNS[worst].shape} {len(rows)}项"
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), words)

    def _draw_tasks(self, painter: QPainter, box: QRect, rows: Sequence[TaskRow]) -> None:
        line = self.fontMetrics().lineSpacing()
        room = max(box.height() // line, 0)
        named = rows if len(rows) <= room else rows[: max(min(_SHOWN, room - 1), 0)]
        for at, row in enumerate(named):
            shown = light(row, self._today, self._rule)
            painter.setPen(colour(self.palette(), lamp_ink(shown, self._rule)))
            words = f"{LIGHT_SIGNS[shown].shape} {row.title}"
            text = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box.left(), box.top() + at * line + self.fontMetrics().ascent(), text)
        if len(rows) > len(named):
            painter.setPen(colour(self.palette(), "quiet"))
            more = f"还有{len(rows) - len(named)}项" if named else f"{len(rows)}项"
            place = box.top() + len(named) * line + self.fontMetrics().ascent()
            painter.drawText(box.left(), place, more)


class DueCalendar(QWidget):
    """The grid, the month's name with buttons to turn, and the tasks of the chosen day."""

    chosen = Signal(object)  # a TaskRow

    def __init__(self) -> None:
        super().__init__()
        self._due: dict[date, list[TaskRow]] = {}
        self.month, self.words = strong(""), quiet("")
        self.grid = MonthGrid()
        self.model = RowTable(_day_columns(), key=lambda row: row.task_id)
        self.table = Sheet(self.model, "这一天到期的任务", stretch=1)
        self.before = button("上一月", lambda: self._turn(-1))
        self.after = button("下一月", lambda: self._turn(1))
        self.grid.turned.connect(lambda _: self._show_day())
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self._lay_out()

    def show_rows(
        self, rows: Sequence[TaskRow], today: date, rule: LightRule, workdays: Workdays
    ) -> None:
        """Show the tasks on the days on which they are due."""
        due: defaultdict[date, list[TaskRow]] = defaultdict(list)
        for row in rows:
            if row.due_on is not None:
                due[row.due_on].append(row)
        self._due = dict(due)
        self.grid.show_due(self._due, today, rule, workdays)
        self._show_day()

    def choose(self, task_id: int) -> None:
        """Turn to the day on which a task is due."""
        day = next((d for d, rows in self._due.items() for r in rows if r.task_id == task_id), None)
        if day is not None and self.grid.day != day:
            self.grid.turn_to(day)

    def _turn(self, by: int) -> None:
        month = period_of(PeriodKind.MONTH, self.grid.day)
        self.grid.turn_to((month.next() if by > 0 else month.previous()).start)

    def _show_day(self) -> None:
        day, rows = self.grid.day, self._due.get(self.grid.day, [])
        month = period_of(PeriodKind.MONTH, day)
        count = sum(len(found) for on, found in self._due.items() if on in month)
        self.month.setText(f"{month.label}\uff0c{count}项到期")
        self.words.setText(f"{day.month}月{day.day}日到期{len(rows)}项")
        self.model.set_rows(rows)

    def _tell(self) -> None:
        row = self.table.current()
        if row is not None:
            self.chosen.emit(row)

    def _lay_out(self) -> None:
        column, head = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head.addWidget(self.month)
        head.addStretch()
        head.addWidget(self.before)
        head.addWidget(self.after)
        self.table.setMaximumHeight(130)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.words)
        column.addWidget(self.table)


def _day_columns() -> tuple[Column[TaskRow], ...]:
    return (
        Column("number", "序号", lambda r: str(r.number), lambda r: r.number, 2, numeric=True),
        Column("title", "任务", lambda r: r.title, lambda r: r.title, 16),
        Column("lead", "牵头单位", _lead, _lead, 10),
    )


def _lead(row: TaskRow) -> str:
    return "、".join(row.names(Role.LEAD) or row.names(Role.RESPONSIBLE))
