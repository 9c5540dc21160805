"""The ways of looking at the tasks; the table is the one that knows which task is chosen."""

import json
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.task_table import TaskTable, known_groups
from shuangda_desktop.gui.pages.tasks.board import Board
from shuangda_desktop.gui.pages.tasks.grouped_sheet import GroupedSheet
from shuangda_desktop.gui.pages.tasks.month_grid import DueCalendar
from shuangda_desktop.gui.pages.tasks.timeline import Timeline
from shuangda_desktop.gui.pages.tasks.view_bar import MODES, ViewBar
from shuangda_desktop.gui.widgets.parts import scrolled
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule
from shuangda_desktop.tasks.workdays import Workdays


class TaskViews(QWidget):
    """Shows rows in the way that the bar says; only what is in sight is filled."""

    regrouped = Signal()
    moved = Signal(object, Status)  # the TaskRow whose card was moved to another state

    def __init__(
        self, table: GroupedSheet, model: TaskTable, workdays: Callable[[], Workdays]
    ) -> None:
        super().__init__()
        self.table, self._model, self._workdays = table, model, workdays
        self._rows: Sequence[TaskRow] = ()
        self._today, self._rule = date.min, LightRule()
        self.bar = ViewBar()
        self.board, self.timeline, self.calendar = Board(), Timeline(), DueCalendar()
        self.stack = QStackedWidget()
        self._lay_out()
        for view in (self.board, self.timeline, self.calendar):
            view.chosen.connect(self._choose)
        self.board.moved.connect(self.moved)
        self.bar.mode_changed.connect(self.show_mode)
        self.bar.group_changed.connect(self.regrouped)
        self.bar.fold_asked.connect(self._fold)
        self._model.grouped.connect(self._tell_fold)

    def show_rows(self, rows: Sequence[TaskRow], today: date, rule: LightRule) -> None:
        """Show these tasks."""
        self._rows, self._today, self._rule = rows, today, rule
        self._model.show_tasks(rows, self.bar.grouping, today, rule)
        self._fill()

    def show_mode(self) -> None:
        """Turn to the way that the bar says."""
        self.stack.setCurrentIndex(list(MODES).index(self.bar.mode))
        self.bar.show_tools()
        self._fill()
        self.land()

    def land(self) -> None:
        """The keyboard walks what is shown; the board from the chosen task."""
        current = self.table.current()
        if current is not None:  # what the keyboard comes upon is not chosen by that
            self._show_chosen(current)
        places: dict[str, QWidget] = {
            "table": self.table,
            "board": self.board.place_of(current.task_id if current else 0),
            "timeline": self.timeline,
            "calendar": self.calendar.grid,
        }
        places[self.bar.mode].setFocus()

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
            "closed": list(self._model.closed),
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
        self._model.close_groups(known_groups(state.get("closed")))

    def _fill(self) -> None:
        rows, today, rule, mode = self._rows, self._today, self._rule, self.bar.mode
        if mode == "board":
            self.board.show_rows(rows, today, rule)
        elif mode == "timeline":
            self.timeline.show_rows(rows, today, rule)
        elif mode == "calendar":
            self.calendar.show_rows(rows, today, rule, self._workdays())
        if (current := self.table.current()) is not None:
            self._show_chosen(current)

    def _show_chosen(self, current: TaskRow) -> None:
        """The board and the timeline show the task that the table has chosen."""
        if self.bar.mode in ("board", "timeline"):
            (self.board if self.bar.mode == "board" else self.timeline).choose(current.task_id)

    def _choose(self, row: TaskRow) -> None:
        self._model.reveal(row.task_id)
        self.table.choose(self._model.index_of(row.task_id))

    def _fold(self) -> None:
        """Close all groups, or open them where all are closed."""
        headings = self._model.headings
        some_open = any(heading.is_open for heading in headings)
        self._model.close_groups([heading.name for heading in headings] if some_open else [])

    def _tell_fold(self) -> None:
        headings = self._model.headings
        self.bar.offer_fold(bool(headings), any(heading.is_open for heading in headings))

    def _lay_out(self) -> None:
        for view in (self.table, self.board, self.timeline, scrolled(self.calendar)):
            self.stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
