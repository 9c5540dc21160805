"""The ways of looking at the tasks; the table is the one that knows which task is chosen."""

import json
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.grouping import group_columns, groups_of, in_group
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.tasks.board import Board
from shuangda_desktop.gui.pages.tasks.month_grid import DueCalendar
from shuangda_desktop.gui.pages.tasks.timeline import Timeline
from shuangda_desktop.gui.pages.tasks.view_bar import ViewBar
from shuangda_desktop.gui.widgets.parts import scrolled
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule
from shuangda_desktop.tasks.workdays import Workdays


class TaskViews(QWidget):
    """Shows rows in the way that the bar says; only what is in sight is filled."""

    regrouped = Signal()
    moved = Signal(object, Status)  # the TaskRow whose card was moved to another state

    def __init__(
        self, table: Sheet[TaskRow], model: RowTable[TaskRow], workdays: Callable[[], Workdays]
    ) -> None:
        super().__init__()
        self.table, self._model, self._workdays = table, model, workdays
        self._rows: Sequence[TaskRow] = ()
        self._today, self._rule = date.min, LightRule()
        self.bar = ViewBar()
        self.groups = RowTable(group_columns(), key=lambda group: group.name)
        self.group_table = Sheet(self.groups, "分组", stretch=0)
        self.board, self.timeline, self.calendar = Board(), Timeline(), DueCalendar()
        self.stack = QStackedWidget()
        self._lay_out()
        for view in (self.board, self.timeline, self.calendar):
            view.chosen.connect(self._choose)
        self.board.moved.connect(self.moved)
        self.bar.mode_changed.connect(self.show_mode)
        self.bar.group_changed.connect(self._regroup)
        self.group_table.selectionModel().selectionChanged.connect(lambda: self.regrouped.emit())

    def grouped(self, rows: Sequence[TaskRow]) -> tuple[TaskRow, ...]:
        """The tasks of the chosen group; the groups are counted anew."""
        key = self.bar.grouping
        if self.group_table.isHidden() == bool(key):
            self.group_table.setVisible(bool(key))
        self._make_room(key)
        self.groups.set_rows(groups_of(rows, key))
        chosen = self.group_table.current() if key and self.group_table.chosen() else None
        return in_group(rows, key, chosen.name if chosen else "")

    def show_rows(self, rows: Sequence[TaskRow], today: date, rule: LightRule) -> None:
        """Show these tasks."""
        self._rows, self._today, self._rule = rows, today, rule
        self._model.set_rows(rows)
        self._fill()

    def show_mode(self) -> None:
        """Turn to the way that the bar says."""
        self.stack.setCurrentIndex(list(self.bar.modes).index(self.bar.mode))
        self._fill()

    def scroll_to_current(self) -> None:
        """Keep the chosen task in sight."""
        self.table.scrollTo(self.table.currentIndex())

    def state(self) -> dict[str, object]:
        """The way of looking, as it is kept."""
        header = self.table.horizontalHeader()
        shown = header.actions()
        hidden = [
            c.key for c, a in zip(self._model.columns, shown, strict=True) if not a.isChecked()
        ]
        return {
            "mode": self.bar.mode,
            "group": self.bar.grouping,
            "hidden": hidden,
            "order": self._model.order,
        }

    def apply(self, text: str) -> None:
        """Look as a kept state says; what this program does not know is left out."""
        state = json.loads(text)
        self.bar.choose(str(state.get("mode", "table")), str(state.get("group", "")))
        keys = [column.key for column in self._model.columns]
        for at, action in enumerate(self.table.horizontalHeader().actions()):
            action.setChecked(keys[at] not in state.get("hidden", []))
        descending, ascending = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(-1, ascending)
        for key, down in reversed(state.get("order", [])):
            if key in keys:
                self.table.sortByColumn(keys.index(key), descending if down else ascending)

    def _fill(self) -> None:
        rows, today, rule, mode = self._rows, self._today, self._rule, self.bar.mode
        if mode == "board":
            self.board.show_rows(rows, today, rule)
        elif mode == "timeline":
            self.timeline.show_rows(rows, today, rule)
        elif mode == "calendar":
            self.calendar.show_rows(rows, today, rule, self._workdays())
        current = self.table.current()
        if mode == "timeline" and current is not None:
            self.timeline.choose(current.task_id)

    def _choose(self, row: TaskRow) -> None:
        self.table.choose(self._model.index_of(row.task_id))

    def _make_room(self, grouping: str) -> None:
        """Beside the groups the titles need the place of a column that says least."""
        spare = {"": "", "unit": "lead"}.get(grouping, "late")
        actions = self.table.horizontalHeader().actions()
        for at, column in enumerate(self._model.columns):
            if column.key in ("lead", "late"):
                self.table.setColumnHidden(at, column.key == spare or not actions[at].isChecked())

    def _regroup(self) -> None:
        self.group_table.clearSelection()
        self.regrouped.emit()

    def _lay_out(self) -> None:
        listed = QSplitter(Qt.Orientation.Horizontal)
        listed.addWidget(self.group_table)
        listed.addWidget(self.table)
        listed.setSizes([170, 700])
        listed.setStretchFactor(1, 1)
        listed.setChildrenCollapsible(False)
        self.group_table.hide()
        for view in (listed, self.board, self.timeline, scrolled(self.calendar)):
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
