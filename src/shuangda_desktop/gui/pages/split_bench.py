"""The workbench of the page 分解: its parts and where they stand; it knows no store."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.coverage import MeasureRow, coverage_columns, explain
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import (
    ROLES_OF_COLUMN,
    split_columns,
    split_look,
    split_tip,
)
from shuangda_desktop.gui.models.task_filter import division_doors
from shuangda_desktop.gui.theme import DOUBT, PROPOSED, QUIET, Look
from shuangda_desktop.gui.widgets.bulk_bar import BulkBar
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit
from shuangda_desktop.gui.widgets.doors import Doors
from shuangda_desktop.gui.widgets.filter_fields import SearchField, UnitFilter
from shuangda_desktop.gui.widgets.flow import Flow, flow
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.split_detail import SplitDetail
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.tasks.columns import Column
from shuangda_desktop.tasks.rows import TaskRow

Edit = Callable[[TaskRow, str, str], None]


class SplitBench(QWidget):
    """Left the measures, right the tasks, below the chosen task with its origin."""

    def __init__(self, edit: Edit, year: int) -> None:
        super().__init__()
        self.names, self.year = UnitNames(), year
        self.doors = Doors(division_doors(), "任务筛选")
        self.unit, self.search_field = UnitFilter(), SearchField("查找任务")
        self.measures = RowTable(
            coverage_columns(),
            key=lambda measure: measure.key,
            decorate=_measure_look,
            tool_tip=lambda measure, _: explain(measure),
        )
        self.measure_list = Sheet(self.measures, "来文措施", stretch=1)
        self.model = EditableRows(
            split_columns(),
            key=lambda row: row.task_id,
            edit=edit,
            editable=lambda _, key: key in ("title", "due", *ROLES_OF_COLUMN),
            decorate=split_look,
            tool_tip=split_tip,
        )
        self.table = Sheet(self.model, "任务", stretch=2, makers=self._makers())
        self.bulk, self.detail = BulkBar(year), SplitDetail()
        self.left, self.buttons = QTabWidget(), QWidget()
        self._buttons = Flow(self.buttons)
        self._lay_out()

    def set_names(self, names: UnitNames, year: int) -> None:
        """Offer these units; a day without a year falls into this one."""
        self.names, self.year = names, year
        self.bulk.picker.set_names(names)
        self.bulk.day.set_year(year)
        self.detail.units.picker.set_names(names)

    def add_button(self, made: QWidget) -> None:
        """Put a button below the tasks."""
        self._buttons.addWidget(made)

    def toggle_detail(self) -> None:
        """Show the chosen task's origin, or give its room to the table."""
        self.detail.setVisible(self.detail.isHidden())

    def _makers(self) -> dict[str, Callable[[QWidget], QLineEdit]]:
        def units(parent: QWidget) -> QLineEdit:
            return UnitPicker(self.names, parent=parent)

        return {
            "due": lambda parent: DeadlineEdit(self.year, parent=parent),
            **dict.fromkeys(ROLES_OF_COLUMN, units),
        }

    def _lay_out(self) -> None:
        self.left.addTab(self.measure_list, "来文措施")
        self.left.setDocumentMode(True)
        across = QSplitter(Qt.Orientation.Horizontal)
        down = QSplitter(Qt.Orientation.Vertical)
        down.addWidget(self._tasks())
        down.addWidget(self.detail)
        across.addWidget(self.left)
        across.addWidget(down)
        for splitter, sizes in ((across, [300, 900]), (down, [400, 230])):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(12)
            splitter.setSizes(sizes)
            splitter.setStretchFactor(1 if splitter is across else 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(across)

    def _tasks(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(flow(self.doors, self.unit, self.search_field))
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        column.addWidget(self.bulk)
        return holder


def _measure_look(row: MeasureRow, column: Column[MeasureRow]) -> Look | None:
    if column.key != "state":
        return QUIET if column.key == "place" else None
    if not row.covered:
        return DOUBT
    return PROPOSED if row.proposed_out and not row.tasks else QUIET
