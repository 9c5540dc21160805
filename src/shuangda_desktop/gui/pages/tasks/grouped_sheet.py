"""The table of tasks with the headings of groups in it: opened and closed by a click or the arrow keys."""

from typing import Any

from PySide6.QtCore import QElapsedTimer, QModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from shuangda_desktop.gui.models.grouping import Heading
from shuangda_desktop.gui.models.rows import ROW_ROLE, Index
from shuangda_desktop.gui.models.task_table import TaskTable, task_of
from shuangda_desktop.gui.theme import colour
from shuangda_desktop.gui.widgets.sheet import EditDelegate, Sheet
from shuangda_desktop.tasks.rows import TaskRow

_MARGIN, _GAP = 8, 14  # pixels
_CHOSEN = QStyle.StateFlag.State_Selected
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class GroupDelegate(EditDelegate):
    """Draws a heading across the columns: every cell its slice, wherever it stands and whichever are hidden."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell of a task, or a slice of a heading."""
        heading = index.data(ROW_ROLE)
        if not isinstance(heading, Heading):
            super().paint(painter, option, index)
            return
        cell: Any = option  # the stubs lack the fields of the option
        palette = self._view.palette()
        painter.save()
        painter.setClipRect(cell.rect)
        chosen = cell.state & _CHOSEN
        painter.fillRect(cell.rect, palette.highlight() if chosen else colour(palette, "ground"))
        painter.setPen(colour(palette, "line"))
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        left = _MARGIN - self._view.horizontalScrollBar().value()
        self._write(painter, heading, QRect(left, cell.rect.top(), 1 << 14, cell.rect.height()))
        painter.restore()

    def _write(self, painter: QPainter, heading: Heading, box: QRect) -> None:
        palette, bold = self._view.palette(), QFont(self._view.font())
        bold.setBold(True)
        plain = self._view.font()
        parts = [(heading.title, "text", bold), *((*light, plain) for light in heading.lights)]
        for words, ink, font in parts:
            painter.setFont(font)
            painter.setPen(colour(palette, ink))
            painter.drawText(box, _MIDDLE, words)
            box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(words) + _GAP)


class GroupedSheet(Sheet[Any]):
    """A Sheet of a TaskTable; what it hands out are tasks, each once."""

    def __init__(self, model: TaskTable, name: str, *, stretch: int) -> None:
        super().__init__(model, name, stretch=stretch, sortable=True)
        self._tasks, self._last_click = model, QElapsedTimer()
        self.setItemDelegate(GroupDelegate(self, {}))
        self.clicked.connect(self._click)

    def current(self) -> TaskRow | None:
        """The task that the keyboard stands on; None on a heading."""
        return self._tasks.task_at(self.currentIndex())

    def chosen_rows(self) -> list[TaskRow]:
        """The tasks that are selected, from top to bottom; one that stands in two groups once."""
        found = (task_of(line) for line in super().chosen_rows())
        return list({row.task_id: row for row in found if row is not None}.values())

    def choose_first(self) -> None:
        """Select the first task, or the first heading where all groups are closed."""
        places = range(self._tasks.rowCount())
        rows = (n for n in places if self._tasks.task_at(self._tasks.index(n, 0)) is not None)
        self.choose(self._tasks.index(next(rows, 0), 0))

    def copied(self) -> str:
        """As every table, with the words of a heading in the first column that is shown."""
        lines = super().copied().split("\n")
        for at, index in enumerate(self.chosen(), 1):
            heading = self._tasks.row_at(index)
            if isinstance(heading, Heading):
                lines[at] = heading.words + "\t" * lines[0].count("\t")
        return "\n".join(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right close and open a group, Enter does the other; from a task left goes to its heading."""
        if not self._turn(event.key()):
            super().keyPressEvent(event)

    def _turn(self, key: int) -> bool:
        here = self.currentIndex()
        above, heading = self._tasks.heading_of(here), self._tasks.row_at(here)
        if not above.isValid():
            return False
        if not isinstance(heading, Heading):
            if key == Qt.Key.Key_Left:
                self.choose(above)
            return key == Qt.Key.Key_Left
        turning = {
            Qt.Key.Key_Left: heading.is_open,
            Qt.Key.Key_Right: not heading.is_open,
            Qt.Key.Key_Return: True,
            Qt.Key.Key_Enter: True,
        }
        if turning.get(Qt.Key(key)):
            self._tasks.toggle(heading)
        return key in turning

    def _click(self, index: QModelIndex) -> None:
        """One click turns a heading; the second of a double click turns nothing back."""
        heading = self._tasks.row_at(index)
        again = self._last_click.isValid() and not self._last_click.hasExpired(
            QApplication.doubleClickInterval()
        )
        if isinstance(heading, Heading) and not again:
            self._last_click.restart()
            self._tasks.toggle(heading)
