"""One unit of the directory: its other names, and what it gets."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import PAUSE, ROLE_WORDS
from shuangda_desktop.gui.models.unit_columns import UnitTask, unit_task_columns
from shuangda_desktop.gui.pages.units.form import UnitForm
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.city.directory import UnitRow
from shuangda_desktop.text.punctuation import widen


class UnitDetail(QWidget):
    """Name, other names with a line for one more, tasks by role."""

    alias_given = Signal(str, str)  # the other name, the unit's id
    task_asked = Signal(int, str)  # the task, the unit's name

    def __init__(self) -> None:
        super().__init__()
        self._unit: UnitRow | None = None
        self.name, self.aliases, self.count = strong(""), quiet(""), quiet("")
        self.name.setWordWrap(True)
        self.alias = Line("新的别称", "来文里的另一种写法")
        self.alias.returnPressed.connect(self._give)
        self.add = button("添加别称", self._give)
        self.model = RowTable(unit_task_columns(), key=lambda task: (task.row.task_id, task.role))
        self.table = Sheet(self.model, "这个单位的任务", stretch=2)
        self.table.doubleClicked.connect(lambda _: self._open())
        self.open = button("在任务页打开", self._open, tip="打开这个单位的任务")
        self.form = UnitForm()
        self.pages = QTabWidget()
        self.pages.setMinimumHeight(180)  # its table scrolls: a small screen has room for few rows
        self._lay_out()

    def show_unit(self, row: UnitRow | None, tasks: Sequence[UnitTask]) -> None:
        """Show a unit and what it gets."""
        if row is None or self._unit is None or row.unit.id != self._unit.unit.id:
            self.alias.clear()
        self._unit = row
        self.name.setText(row.unit.name if row else "")
        self.aliases.setText(widen(f"别称:{PAUSE.join(row.aliases) or '无'}") if row else "")
        self.count.setText(_counted(tasks))
        self.model.set_rows(tasks)
        self.setEnabled(row is not None)
        self.open.setEnabled(bool(tasks))

    def _give(self) -> None:
        if self._unit is not None and self.alias.text().strip():
            typed = self.alias.text()
            self.alias.clear()
            self.alias_given.emit(typed, self._unit.unit.id)

    def _open(self) -> None:
        chosen = self.table.current()
        if self._unit is not None:
            task_id = chosen.row.task_id if isinstance(chosen, UnitTask) else 0
            self.task_asked.emit(task_id, self._unit.unit.label)

    def _lay_out(self) -> None:
        line, tasks = QHBoxLayout(), QWidget()
        line.addWidget(self.alias, 1)
        line.addWidget(self.add)
        below = QVBoxLayout(tasks)
        below.setContentsMargins(0, 8, 0, 0)
        for widget in (self.count, self.table, self.open):
            below.addWidget(widget)
        self.pages.addTab(tasks, "任务")
        self.pages.addTab(self.form, "资料")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        for part in (self.name, self.aliases):
            column.addWidget(part)
        column.addLayout(line)
        column.addWidget(self.pages, 1)


def _counted(tasks: Sequence[UnitTask]) -> str:
    if not tasks:
        return "没有承担任务"
    numbers = {role: sum(1 for task in tasks if task.role is role) for role in ROLE_WORDS}
    words = (f"{ROLE_WORDS[role]}{number}项" for role, number in numbers.items() if number)
    return f"承担任务{len(tasks)}项\uff1a{PAUSE.join(words)}"
