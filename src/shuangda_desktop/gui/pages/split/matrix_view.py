"""逐条对照: the matrix of clauses, tasks and units; every cell leads to what it speaks of."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shuangda_desktop.gui.keys import is_enter
from shuangda_desktop.gui.models.division import Division
from shuangda_desktop.gui.models.matrix import (
    FIXED,
    MatrixRow,
    covered_words,
    matrix_columns,
    matrix_look,
    matrix_rows,
    matrix_tip,
    units_in,
)
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.split.upright_header import LONGEST, SHORT, UprightHeader
from shuangda_desktop.gui.pages.writing_out import WriteOut
from shuangda_desktop.gui.widgets.actions import toggle
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.outputs import exporting, sheets
from shuangda_desktop.services.outputs.gathering import Wanted

LEGEND = "\u25cf牵 牵头   \u25cb责 责任   \u25b3配 配合   Enter 转到这项任务"

LOW, NARROW = 480, 1000  # below these there is no room for long names and clauses


class MatrixView(QWidget):
    """Left what stays in sight, right a narrow column a unit; both are one table to the keyboard."""

    task_asked = Signal(int, str)  # the task, and the unit whose cell was left ("" for none)
    measure_asked = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._division: Division | None = None
        self.order: Sequence[str] = ()
        self._units: list[str] = []
        self._write = WriteOut(self, context)
        self.model = RowTable(
            matrix_columns(()), key=lambda r: r.key, decorate=matrix_look, tool_tip=matrix_tip
        )
        self.left = Sheet(self.model, "来文条目和任务", lines=2)
        self.right = Sheet(self.model, "单位分工", lines=2)
        self.header = UprightHeader(self.right)
        self.words, self.legend = quiet(""), quiet(LEGEND)
        self.bare = toggle("只看没有着落的", self._show)
        self.bare.setChecked(False)
        self.export = button("写出逐条对照表\u2026", self.write_out, tip="写成 Excel 工作簿")
        self._lay_out()

    def show_division(self, division: Division) -> None:
        """Show a plan's clauses with what became of them."""
        self._division = division
        self._show()

    def land(self) -> None:
        """The keyboard walks the clauses."""
        if not self.left.currentIndex().isValid() and self.model.rowCount():
            self.left.choose(self.model.index(0, 1))
        self.left.setFocus()

    def write_out(self) -> None:
        """逐条对照表.xlsx, as the page 输出 writes it."""
        if self._division is None:
            return
        store, now = self._context.store, self._context.now
        wanted = Wanted(self._context.today(), plan_id=self._division.plan_id)
        job = sheets.comparison(store, wanted)

        def note(path: Path) -> None:
            exporting.note_export(store, job, path, now())

        self._write.begin(job, "逐条对照表.xlsx", note)

    def go_through(self, index: QModelIndex) -> None:
        """A cell is a door: to its task, with the unit whose column it is in, or to its clause."""
        row = self.model.row_at(index)
        if row is None:
            return
        if row.task is None:
            self.measure_asked.emit(row.measure.key)
        else:
            column = self.model.columns[index.column()]
            unit = column.title if column.key not in FIXED and column.text(row) else ""
            self.task_asked.emit(row.task.task_id, unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes through the door; Left and Right cross between the two halves."""
        table = self.right if self.right.hasFocus() else self.left
        if is_enter(event):
            self.go_through(table.currentIndex())
        elif event.key() == Qt.Key.Key_Right and table is self.left:
            self._cross(self.right, len(FIXED))
        elif event.key() == Qt.Key.Key_Left and table is self.right:
            self._cross(self.left, len(FIXED) - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window leaves the names of units less room than the tasks."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Columns and headers follow the size of the letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    # -- inside

    def _show(self) -> None:
        if self._division is None:
            return
        rows = matrix_rows(self._division.measures, self._division.rows)
        units = units_in(self._division.rows, self.order)
        bare = [row for row in rows if row.is_bare]
        if units != self._units:
            self._units = units
            self.model.set_columns(matrix_columns(units))
            self._fit()
        self.words.setText(covered_words(self._division.measures))
        self.bare.setText(f"只看没有着落的 {len(bare)}")
        self.bare.setEnabled(bool(bare) or self.bare.isChecked())
        self.model.set_rows(bare if self.bare.isChecked() else rows)

    def _fit(self) -> None:
        """Each half shows its own columns of the one model."""
        character = self.fontMetrics().horizontalAdvance("\u56fd")
        self.header.longest = LONGEST if self.height() > LOW else SHORT
        for place, column in enumerate(self.model.columns):
            is_fixed = column.key in FIXED
            self.left.setColumnHidden(place, not is_fixed)
            self.right.setColumnHidden(place, is_fixed)
            if is_fixed:
                width = column.width if self.width() > NARROW else min(column.width, 9)
                self.left.setColumnWidth(place, width * character + 24)
            else:
                self.right.setColumnWidth(place, 2 * character + 16)
        wide = sum(self.left.columnWidth(place) for place in range(len(FIXED)))
        self.left.setFixedWidth(wide + 4)
        high = self.right.horizontalHeader().sizeHint().height()
        for table in (self.left, self.right):
            table.horizontalHeader().setFixedHeight(high)

    def _cross(self, table: Sheet[MatrixRow], column: int) -> None:
        here = self.left.currentIndex()
        cell = self.model.index(max(here.row(), 0), column)
        if cell.isValid():
            table.setCurrentIndex(cell)
            table.setFocus()

    def _lay_out(self) -> None:
        self.right.setHorizontalHeader(self.header)
        self.right.setSelectionModel(self.left.selectionModel())
        self.left.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for table in (self.left, self.right):  # both, or the halves would end at different rows
            table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        one, other = self.left.verticalScrollBar(), self.right.verticalScrollBar()
        one.valueChanged.connect(other.setValue)
        other.valueChanged.connect(one.setValue)
        for table in (self.left, self.right):
            table.doubleClicked.connect(self.go_through)
        self.legend.setWordWrap(False)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self.left)
        halves.addWidget(self.right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(flow(self.bare, self.export, self.legend))
        column.addLayout(halves, 1)
        self._fit()
