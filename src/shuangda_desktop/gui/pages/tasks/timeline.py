"""时间轴: a bar for each task over the months of a year, with what was done and where today is."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from shuangda_desktop.gui.models.progress_columns import lamp_ink, lamp_words
from shuangda_desktop.gui.theme import LIGHT_SIGNS, colour, row_height
from shuangda_desktop.tasks.columns.cells import percent_text
from shuangda_desktop.tasks.life import LIFE_WORDS, MoveKind
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, light, overdue

_MONTHS = 12


def began_on(row: TaskRow, year: int) -> date:
    """Where a bar begins: the day of issue, else the first day of the year."""
    issued = (m.on for m in row.moves if m.kind is MoveKind.STATUS and m.before is Status.DRAFT)
    return next(issued, row.moves[0].on if row.moves else date(year, 1, 1))


class Timeline(QAbstractScrollArea):
    """Draws only the rows in sight, so that a thousand cost as much as thirty."""

    chosen = Signal(object)  # a TaskRow

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[TaskRow] = ()
        self.year, self._today, self._rule = date.min.year, date.min, LightRule()
        self.current = -1
        self.setAccessibleName("时间轴")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)

    def show_rows(self, rows: Sequence[TaskRow], today: date, rule: LightRule) -> None:
        """Show these tasks; the chosen one stays chosen."""
        kept = self.rows[self.current].task_id if 0 <= self.current < len(self.rows) else 0
        self.rows, self._today, self._rule = rows, today, rule
        if self.year == date.min.year:
            self.year = today.year
        self.current = next((at for at, row in enumerate(rows) if row.task_id == kept), -1)
        self._fit()
        self.viewport().update()

    def show_year(self, year: int) -> None:
        """Turn to another year."""
        self.year = year
        self.viewport().update()

    def choose(self, task_id: int) -> None:
        """Bring a task into sight."""
        at = next((n for n, row in enumerate(self.rows) if row.task_id == task_id), -1)
        if at != self.current:
            self.current = at
            self._show_current()

    # -- places

    @property
    def _names(self) -> int:
        """The width of the names, a little more than a quarter."""
        return min(300, self.viewport().width() // 3)

    @property
    def _head(self) -> int:
        return row_height()

    def _x(self, day: date) -> float:
        """Where a day stands, from the left edge of the months; outside of the year at its edges."""
        wide = (self.viewport().width() - self._names) / _MONTHS
        if day.year != self.year:
            return 0.0 if day.year < self.year else wide * _MONTHS
        return wide * (day.month - 1 + (day.day - 1) / monthrange(day.year, day.month)[1])

    def bar_of(self, row: TaskRow) -> QRectF | None:
        """The bar of a task, from the left edge of the months, without its height; None outside the year."""
        end = row.due_on or self._today
        start = min(began_on(row, self.year), end)
        if start.year > self.year or end.year < self.year:
            return None
        left = self._x(start)
        return QRectF(left, 0, max(self._x(end + timedelta(days=1)) - left, 4), 0)

    def row_at(self, point: QPoint) -> int:
        """The number of the row under a point, -1 for none."""
        at = (point.y() - self._head + self.verticalScrollBar().value()) // row_height()
        return at if point.y() >= self._head and 0 <= at < len(self.rows) else -1

    def _fit(self) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height() - self._head
        bar.setPageStep(max(high, 1))
        bar.setSingleStep(row_height())
        bar.setRange(0, max(len(self.rows) * row_height() - high, 0))

    def _show_current(self) -> None:
        if self.current < 0:
            self.viewport().update()
            return
        bar, top = self.verticalScrollBar(), self.current * row_height()
        if top < bar.value():
            bar.setValue(top)
        elif top + row_height() > bar.value() + bar.pageStep():
            bar.setValue(top + row_height() - bar.pageStep())
        self.viewport().update()

    # -- hands and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the task under the pointer."""
        self._turn_to(self.row_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what a bar means."""
        at = self.row_at(event.position().toPoint())
        words = "" if at < 0 else self._told(self.rows[at])
        QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk the tasks, left and right the years."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        year = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._turn_to(min(max(self.current + step, 0), len(self.rows) - 1))
        elif year is not None:
            self.show_year(self.year + year)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar to the new height."""
        super().resizeEvent(event)
        self._fit()

    def _turn_to(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self.current = at
            self._show_current()
            self.chosen.emit(self.rows[at])

    def _told(self, row: TaskRow) -> str:
        due = f"时限 {row.due_on}" if row.due_on else "没有时限"
        shown = lamp_words(light(row, self._today, self._rule), self._rule)
        return f"{row.number}. {row.title}\n{shown}  {LIFE_WORDS[row.status]}  {percent_text(row)}  {due}"

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Months, bars in sight, today."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset, high = self.verticalScrollBar().value(), row_height()
        first = offset // high
        last = min((offset + self.viewport().height()) // high + 1, len(self.rows))
        self._draw_months(painter)
        painter.setClipRect(self.viewport().rect().adjusted(0, self._head, 0, 0))
        for at in range(first, last):
            self._draw_row(painter, at, self._head + at * high - offset)
        painter.setClipping(False)
        if self._today.year == self.year:
            x = round(self._names + self._x(self._today))
            painter.setPen(QPen(colour(self.palette(), "late"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(x, self._head, x, self.viewport().height())

    def _draw_months(self, painter: QPainter) -> None:
        palette, wide = self.palette(), (self.viewport().width() - self._names) / _MONTHS
        painter.fillRect(0, 0, self.viewport().width(), self._head, colour(palette, "ground"))
        painter.setPen(colour(palette, "quiet"))
        box = QRect(8, 0, self._names - 8, self._head)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"{self.year}年")
        for month in range(_MONTHS):
            left = self._names + month * wide
            painter.setPen(colour(palette, "line"))
            painter.drawLine(round(left), 0, round(left), self.viewport().height())
            painter.setPen(colour(palette, "quiet"))
            cell = QRectF(left, 0, wide, self._head)
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), f"{month + 1}月")

    def _draw_row(self, painter: QPainter, at: int, top: int) -> None:
        row, palette, high = self.rows[at], self.palette(), row_height()
        if at == self.current:
            painter.fillRect(0, top, self.viewport().width(), high, colour(palette, "chosen"))
        shown = light(row, self._today, self._rule)
        ink = colour(palette, lamp_ink(shown, self._rule))
        painter.setPen(ink)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(8, top, 20, high), middle, LIGHT_SIGNS[shown].shape)
        painter.setPen(colour(palette, "text"))
        name = painter.fontMetrics().elidedText(
            f"{row.number}. {row.title}", Qt.TextElideMode.ElideRight, self._names - 40
        )
        painter.drawText(QRect(28, top, self._names - 32, high), middle, name)
        bar = self.bar_of(row)
        if bar is not None:
            self._draw_bar(painter, bar.translated(self._names, top + high * 0.28), row)

    def _draw_bar(self, painter: QPainter, bar: QRectF, row: TaskRow) -> None:
        ink = colour(self.palette(), lamp_ink(light(row, self._today, self._rule), self._rule))
        bar.setHeight(row_height() * 0.44)
        faint = ink.toRgb()
        faint.setAlphaF(0.25)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.SolidLine if row.due_on else Qt.PenStyle.DashLine))
        painter.setBrush(faint)
        painter.drawRoundedRect(bar, 3, 3)
        done = QRectF(bar)
        done.setWidth(bar.width() * row.percent / 100)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(done, 3, 3)
        if overdue(row, self._today):  # how long it has been late already
            painter.setPen(QPen(ink, 2, Qt.PenStyle.DotLine))
            middle, end = bar.center().y(), self._names + self._x(self._today)
            painter.drawLine(QPointF(bar.right(), middle), QPointF(end, middle))
