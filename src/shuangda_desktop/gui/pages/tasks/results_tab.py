"""指标: targets against what was reached, and a line for a new value."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.life_columns import actual_columns, result_columns, result_look
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.widgets.aside import Aside
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, offer, quiet, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.tasks.periods import PeriodKind, period_of
from shuangda_desktop.tasks.results import WAY_WORDS, Result, Way
from shuangda_desktop.tasks.rows import TaskRow

_KINDS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.YEAR)


class ResultsTab(QWidget):
    """Pick a target above, type what a unit reached below."""

    given = Signal(str, str, str, str)  # target, unit, period key, what was typed
    way_given = Signal(str, Way)

    def __init__(self) -> None:
        super().__init__()
        self.model = RowTable(
            result_columns(), key=lambda result: result.target.text, decorate=result_look
        )
        self.table = Sheet(self.model, "指标完成情况", stretch=0)
        self.values = RowTable(actual_columns(), key=lambda actual: actual.id)
        self.value_table = Sheet(self.values, "各期数值", stretch=1)
        self.unit, self.period, self.way = QComboBox(), QComboBox(), QComboBox()
        self.value = Line("数值", "如 120、2000万")
        self.aside = Aside(self.value, boxes=[self.unit, self.period])
        self._task_id = 0
        self.words = quiet("这项任务没有量化指标。")
        self._name()
        self.button = button("登记数值", self._give)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._turn)
        self.value.returnPressed.connect(self._give)
        self.way.activated.connect(self._choose_way)

    def show_task(self, row: TaskRow | None, results: Sequence[Result], today: date) -> None:
        """Show the targets of a task."""
        task_id = row.task_id if row else 0
        if task_id != self._task_id:
            self.aside.turn(None)  # before the boxes offer what is of the other task
        self._task_id = task_id
        names = list(dict.fromkeys(part.unit for part in row.units)) if row else []
        self.aside.refill(lambda: self._offer(names, today))
        self.model.set_rows(results)
        self.table.choose_some()
        for part in self._parts:
            part.setVisible(bool(results))
        self.words.setVisible(not results)
        self._turn()

    def _offer(self, names: Sequence[str], today: date) -> None:
        offer(self.unit, names)
        self._offer_periods(today)

    def _offer_periods(self, today: date) -> None:
        if self.period.property("day") == today.isoformat():
            return
        self.period.setProperty("day", today.isoformat())
        self.period.clear()
        for kind in _KINDS:
            this = period_of(kind, today)
            for period in (this, this.previous()):
                self.period.addItem(period.label, period.key)
        # What is reported now is as a rule the month that has just ended.
        self.period.setCurrentIndex(1)

    def _turn(self) -> None:
        result = self.table.current()
        self.aside.turn((self._task_id, result.target.text if result else ""))
        self.values.set_rows(tuple(reversed(result.values)) if result else ())
        if result is not None:
            self.way.setCurrentIndex(self.way.findData(result.way))

    def _give(self) -> None:
        result = self.table.current()
        if self.unit.currentIndex() < 0 < self.unit.count():
            self.unit.setFocus()
        elif result is not None:
            self.given.emit(
                result.target.text,
                self.unit.currentText(),
                str(self.period.currentData()),
                self.value.text(),
            )

    def _choose_way(self) -> None:
        result = self.table.current()
        if result is not None:
            self.way_given.emit(result.target.text, Way(self.way.currentData()))

    def _name(self) -> None:
        for box, name in ((self.unit, "单位"), (self.period, "报送期"), (self.way, "计法")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(8)
        for way, word in WAY_WORDS.items():
            self.way.addItem(word, way)

    def _lay_out(self) -> None:
        column, grid, form = QVBoxLayout(self), QGridLayout(), QWidget()
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for table in (self.table, self.value_table):
            table.setMinimumHeight(80)
            table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        for at, part in enumerate((self.unit, self.period, self.value, self.button)):
            grid.addWidget(part, at // 2, at % 2)
        grid.addWidget(strong("计法"), 2, 0)
        grid.addWidget(self.way, 2, 1)
        grid.setContentsMargins(0, 0, 0, 0)
        form.setLayout(grid)
        head = strong("各期数值")
        self._parts: tuple[QWidget, ...] = (self.table, head, self.value_table, form)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addWidget(head)
        column.addWidget(self.value_table, 1)
        column.addWidget(form)
        column.addStretch()
