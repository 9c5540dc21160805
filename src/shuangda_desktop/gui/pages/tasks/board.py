"""看板: a column for each state, a card for each task."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.models.progress_columns import lamp_ink
from shuangda_desktop.gui.models.rows import ROW_ROLE, Index
from shuangda_desktop.gui.pages.tasks.card_list import HINT, CardList, CardTable
from shuangda_desktop.gui.theme import LIGHT_SIGNS, STATUS_SIGNS, colour
from shuangda_desktop.gui.widgets.parts import quiet, scrolled, strong
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.life import LIFE_WORDS, allowed, verb
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, light

ALWAYS = (Status.NOT_STARTED, Status.ONGOING, Status.DONE, Status.CLOSED)
_WIDE = 190


class CardDelegate(QStyledItemDelegate):
    """Title in two lines, below it the light, the lead and the day."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.today, self.rule = date.min, LightRule()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Three lines and their margins."""
        return QSize(_WIDE - 24, 3 * _line(self._view) + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TaskRow):
            return
        box: QRect = option.rect.adjusted(4, 3, -4, -3)  # type: ignore[attr-defined]  # stubs
        state = option.state  # type: ignore[attr-defined]
        palette = self._view.palette()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(colour(palette, "accent" if chosen else "line"))
        painter.setBrush(colour(palette, "chosen" if chosen else "panel"))
        painter.drawRoundedRect(box, 4, 4)
        self._write(painter, box.adjusted(8, 5, -8, -5), row)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, row: TaskRow) -> None:
        palette, line = self._view.palette(), _line(self._view)
        head = QRect(box.left(), box.top(), box.width(), 2 * line)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        painter.setPen(colour(palette, "text"))
        words = painter.fontMetrics().elidedText(
            f"{row.number}. {row.title}", Qt.TextElideMode.ElideRight, 2 * box.width() - 2 * line
        )
        painter.drawText(head, int(wrap), words)
        shown = light(row, self.today, self.rule)
        foot = QRect(box.left(), box.bottom() - line, box.width(), line + 1)
        ink: QColor = colour(palette, lamp_ink(shown, self.rule))
        painter.setPen(ink)
        painter.drawText(foot, LIGHT_SIGNS[shown].shape)
        due = f"{row.due_on.month}月{row.due_on.day}日" if row.due_on else ""
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), due)
        painter.setPen(colour(palette, "quiet"))
        leads = "、".join(row.names(Role.LEAD) or row.names(Role.RESPONSIBLE))
        room = foot.adjusted(line, 0, -painter.fontMetrics().horizontalAdvance(due) - 6, 0)
        painter.drawText(
            room, painter.fontMetrics().elidedText(leads, Qt.TextElideMode.ElideRight, room.width())
        )


def _line(view: QAbstractItemView) -> int:
    """The height of a line of Chinese, which another font than the program's may have to write."""
    metrics = view.fontMetrics()
    two = metrics.boundingRect(QRect(0, 0, 999, 999), 0, "国\n国").height()
    return max(metrics.lineSpacing(), -(-two // 2))


class Lane(QWidget):
    """One state: its word with the number of tasks, and their cards."""

    chosen = Signal(object)  # a TaskRow

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.status = status
        self.head = strong("")
        column: Column[TaskRow] = Column("title", "任务", _title, _title, 10)
        self.model = CardTable([column], key=lambda row: row.task_id)
        self.list = CardList(status, self.model)
        self.cards = CardDelegate(self.list)
        self.list.setItemDelegate(self.cards)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.setMinimumWidth(_WIDE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.head)
        rows.addWidget(self.list, 1)

    def show_rows(self, rows: Sequence[TaskRow], today: date, rule: LightRule) -> None:
        """Show the tasks of this state; a rare state without any has no place."""
        self.cards.today, self.cards.rule = today, rule
        self.model.set_rows(rows)
        self.offer(None)

    def offer(self, lifted: TaskRow | None) -> None:
        """Say what a card that is being dragged would do here; with None, how many tasks are here."""
        here = lifted is not None and self.status in allowed(lifted.status)
        words = f"{LIFE_WORDS[self.status]} {len(self.model.rows)}"
        if lifted is not None and here:
            words = f"放到这里\uff1a{verb(lifted.status, self.status)}"
        self.head.setText(f"{STATUS_SIGNS[self.status].shape} {words}")
        self.head.setEnabled(lifted is None or here)
        self.setVisible(here or bool(self.model.rows) or self.status in ALWAYS)

    def show_chosen(self, index: QModelIndex) -> None:
        """Mark a card, or none with an index that is not valid; nobody is told."""
        with QSignalBlocker(self):
            self.list.setCurrentIndex(index)
            if not index.isValid():
                self.list.clearSelection()

    def _tell(self, current: QModelIndex) -> None:
        row = self.model.row_at(current)
        if row is not None:
            self.chosen.emit(row)


def _title(row: TaskRow) -> str:
    return row.title


class Board(QWidget):
    """All lanes side by side."""

    chosen = Signal(object)  # a TaskRow
    moved = Signal(object, Status)  # a TaskRow and where it shall go

    def __init__(self) -> None:
        super().__init__()
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.lanes = {status: Lane(status) for status in LIFE_WORDS}
        for lane in self.lanes.values():
            lane.chosen.connect(self._choose)
            # the drag must be over before anything is asked
            lane.list.moved.connect(self.moved, Qt.ConnectionType.QueuedConnection)
            lane.list.lifted.connect(self._offer)
            line.addWidget(lane, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._area = scrolled(body)
        column.addWidget(self._area, 1)
        column.addWidget(quiet(HINT))

    def show_rows(self, rows: Sequence[TaskRow], today: date, rule: LightRule) -> None:
        """Sort the tasks into their lanes."""
        for status, lane in self.lanes.items():
            lane.show_rows([row for row in rows if row.status is status], today, rule)

    def place_of(self, task_id: int) -> CardList:
        """The cards among which a task is; where it is not shown, the first there are."""
        lanes = list(self.lanes.values())
        with_it = (lane for lane in lanes if lane.model.index_of(task_id).isValid())
        with_any = (lane for lane in lanes if lane.model.rows)
        return next(with_it, next(with_any, lanes[0])).list

    def _choose(self, row: TaskRow) -> None:
        """One card is chosen at a time: a click on that of another lane is told again."""
        for status, lane in self.lanes.items():
            if status is not row.status:
                lane.show_chosen(QModelIndex())
        self.chosen.emit(row)

    def _offer(self, lifted: TaskRow | None) -> None:
        for lane in self.lanes.values():
            lane.offer(lifted)

    def choose(self, task_id: int) -> None:
        """Bring a card into sight."""
        for lane in self.lanes.values():
            index = lane.model.index_of(task_id)
            lane.show_chosen(index)
            if index.isValid():
                self._area.ensureWidgetVisible(lane, 0, 0)
