"""The workbench of the page 分解: its parts and where they stand; it knows no store."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.coverage import MeasureRow, coverage_columns, explain
from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import (
    ROLES_OF_COLUMN,
    split_columns,
    split_look,
    split_tip,
)
from shuangda_desktop.gui.models.task_filter import (
    TaskFilter,
    division_doors,
    role_doors,
    units_of,
)
from shuangda_desktop.gui.pages.split.bulk_bar import BulkBar
from shuangda_desktop.gui.pages.split.detail import SplitDetail
from shuangda_desktop.gui.pages.split.lint_panel import LintPanel
from shuangda_desktop.gui.theme import DOUBT, PROPOSED, QUIET, Look
from shuangda_desktop.gui.widgets.actions import toggle
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit
from shuangda_desktop.gui.widgets.doors import Doors
from shuangda_desktop.gui.widgets.filter_fields import SearchField, UnitFilter
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.grid_sheet import GridSheet
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.checks.findings import TaskFinding
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rows import TaskRow

LEFT, BELOW = 0.23, 0.36  # of the page
NARROWEST = 260  # of the measures
SHORTEST = 12  # characters of a task's name that stay in sight
HIGH = 470  # below this the table needs all the room there is
MANY = 500  # tasks; counting so many is a pass of its own

Edit = Callable[[TaskRow, str, str], None]


class SplitBench(QWidget):
    """Left the measures, right the tasks, below the chosen task with its origin."""

    divide_asked = Signal()
    doubts_changed = Signal()

    def __init__(self, edit: Edit, year: int) -> None:
        super().__init__()
        self.names, self.year, self.plan_id = UnitNames(), year, 0
        self.doors = Doors(division_doors(frozenset()), "任务筛选")
        self.unit, self.search_field = UnitFilter(), SearchField("查找任务")
        self.roles = Doors(role_doors(""), "单位的分工")
        self._counted: tuple[Sequence[TaskRow], Sequence[TaskRow]] = ((), ())
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._count)
        self.doubted: frozenset[int] = frozenset()  # the tasks that the checks found something in
        self._every_measure: Sequence[MeasureRow] = ()
        self._make_measures()
        self.lint = LintPanel()
        self.lint.counted.connect(self._count_findings)
        self.model = EditableRows(
            split_columns(),
            key=lambda row: row.task_id,
            edit=edit,
            editable=lambda _, key: key in ("title", "due", "every", *ROLES_OF_COLUMN),
            decorate=split_look,
            tool_tip=split_tip,
        )
        self.table = GridSheet(self.model, "任务", stretch=2, makers=self._makers())
        self.table.shrink("title", SHORTEST)
        self.bulk, self.detail = BulkBar(year), SplitDetail()
        self.left = QTabWidget()
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._own_sizes = False
        self.origin = toggle("原句与单位", self.toggle_detail, "空格")
        self._lay_out()

    def show_measures(self, rows: Sequence[MeasureRow]) -> None:
        """List the measures, or those only that nothing became of."""
        self._every_measure = rows
        bare = [row for row in rows if not row.covered]
        self.uncovered.setText(f"未分解 {len(bare)}")
        self.uncovered.setChecked(self.uncovered.isChecked() and bool(bare))
        self.bare.setVisible(bool(bare))
        self.measures.set_rows(bare if self.uncovered.isChecked() else rows)

    def set_names(self, names: UnitNames, year: int) -> None:
        """Offer these units; a day without a year falls into this one."""
        self.names, self.year = names, year
        self.bulk.picker.set_names(names)
        self.bulk.day.set_year(year)
        self.detail.units.picker.set_names(names)

    def show_findings(self, findings: Sequence[TaskFinding]) -> None:
        """List what the look over the tasks found; the doubtful ones are behind a door of their own."""
        self.lint.show_findings(findings)
        found = (f.task_id for f in findings if f.severity is not Severity.HINT)
        doubted = frozenset(task_id for task_id in found if task_id is not None)
        if doubted != self.doubted:
            self.doubted = doubted
            self.doors.set_doors(division_doors(doubted))
            self.doubts_changed.emit()

    def filter_rows(self, rows: Sequence[TaskRow]) -> None:
        """List the tasks that pass the filters, and count behind every door."""
        unit = self.unit.unit()
        found = TaskFilter(self.search_field.text()).keep(rows)
        behind = TaskFilter(holds=self.doors.chosen.holds).keep(found)
        self._counted = behind, TaskFilter(unit=unit).keep(found)
        if len(rows) < MANY:
            self._count()
        else:
            self._later.start()
        self.model.set_rows(self._of_unit(TaskFilter(unit=unit).keep(behind)))

    def _count(self) -> None:
        """Say how many tasks each unit has, and how many are behind each door."""
        behind, found = self._counted
        self.unit.offer(units_of(behind), counted=True)
        self.doors.count(found)

    def _of_unit(self, rows: Sequence[TaskRow]) -> Sequence[TaskRow]:
        """What the chosen unit gets, by its part where one is asked for."""
        roles, unit = self.roles, self.unit.unit()
        roles.setVisible(bool(unit))
        if not unit:
            return rows
        roles.set_doors(role_doors(unit))
        roles.count(rows)
        return TaskFilter(holds=roles.chosen.holds).keep(rows)

    def open_all(self) -> None:
        """Take every filter away."""
        self.doors.choose("all")
        self.roles.choose("any")
        self.unit.choose("")
        self.search_field.clear()

    def toggle_detail(self) -> None:
        """Show the chosen task's origin, or give its room to the table."""
        self._own_sizes = True
        self._show_detail(self.detail.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out as the window grows, until the clerk shares it out."""
        super().resizeEvent(event)
        if not self._own_sizes:
            wide, high = event.size().width(), event.size().height()
            left, below = max(round(wide * LEFT), NARROWEST), round(high * BELOW)
            self._across.setSizes([left, wide - left])
            self._down.setSizes([high - below, below])
            self._show_detail(high >= HIGH)

    def _turn_to_tasks(self) -> None:
        """Turn to the first task of the measure that was clicked."""
        keys = {measure.key for measure in self.measure_list.chosen_rows()}
        wanted = next((row.task_id for row in self.model.rows if keys & set(row.keys)), None)
        if wanted is not None and self.measure_list.hasFocus():
            self.table.choose(self.model.index_of(wanted))

    def _count_findings(self, number: int) -> None:
        """Say where it is seen from afar how much is left to mend."""
        self.left.setTabText(1, f"检查 {number}" if number else "检查\uff1a无问题")

    def _show_detail(self, shown: bool) -> None:
        self.detail.setVisible(shown)
        self.origin.setChecked(shown)

    def _keep_sizes(self) -> None:
        self._own_sizes = True

    def _makers(self) -> dict[str, Callable[[QWidget], QLineEdit]]:
        def units(parent: QWidget) -> QLineEdit:
            return UnitPicker(self.names, parent=parent)

        return {
            "due": lambda parent: DeadlineEdit(self.year, parent=parent),
            **dict.fromkeys(ROLES_OF_COLUMN, units),
        }

    def _make_measures(self) -> None:
        self.measures = RowTable(
            coverage_columns(),
            key=lambda measure: measure.key,
            decorate=_measure_look,
            tool_tip=lambda measure, _: explain(measure),
        )
        self.measure_list = Sheet(self.measures, "来文措施", stretch=1, lines=2)
        self.uncovered = toggle("未分解", lambda: self.show_measures(self._every_measure))
        self.uncovered.setChecked(False)
        self.propose = button("拟定任务", self.divide_asked.emit, tip="为还没有分解的措施拟定任务")
        self.bare = flow(self.uncovered, self.propose)
        self.measure_list.selectionModel().selectionChanged.connect(self._turn_to_tasks)

    def _lay_out(self) -> None:
        self.left.addTab(self._measures(), "来文措施")
        self.left.addTab(self.lint, "检查")
        self._down.addWidget(self._tasks())
        self._down.addWidget(self.detail)
        self._across.addWidget(self.left)
        self._across.addWidget(self._down)
        for splitter, growing in ((self._across, 1), (self._down, 0)):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(12)
            splitter.setStretchFactor(growing, 1)
            splitter.splitterMoved.connect(self._keep_sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._across)

    def _measures(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.measure_list, 1)
        column.addWidget(self.bare)
        return holder

    def _tasks(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        self.doors.add_behind(self.unit, self.roles, self.search_field)
        line.addWidget(self.doors, 1)
        line.addWidget(self.origin, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.bulk)
        return holder


def _measure_look(row: MeasureRow, column: Column[MeasureRow]) -> Look | None:
    if column.key != "state":
        return QUIET if column.key == "place" else None
    if not row.covered:
        return DOUBT
    return PROPOSED if row.proposed_out and not row.tasks else QUIET
