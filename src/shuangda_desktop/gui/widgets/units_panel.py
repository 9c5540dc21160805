"""The units of one task: who, in which role, and the way from the source's words to the unit."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.assignments import with_role, without
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import BASIS_WORDS, ROLE_WORDS, why_unit
from shuangda_desktop.gui.theme import PROPOSED, Look
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns import Column
from shuangda_desktop.tasks.model import Basis
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow
from shuangda_desktop.text.punctuation import widen


class RoleBox(QComboBox):
    """Which part a unit takes."""

    def __init__(self, name: str = "分工") -> None:
        super().__init__()
        self.setAccessibleName(name)
        for role, word in ROLE_WORDS.items():
            self.addItem(word, role)

    def role(self) -> Role:
        """The part that is chosen."""
        return Role(self.currentData())


class UnitsPanel(QWidget):
    """The units in a small table, a line to add one, the reason of the chosen one."""

    given = Signal(int, object)  # the task's id, its units as they shall be

    def __init__(self) -> None:
        super().__init__()
        self._row: TaskRow | None = None
        self.model = RowTable(unit_part_columns(), key=lambda p: p.assignment_id, decorate=_look)
        self.table = Sheet(self.model, "任务的单位", stretch=0)
        self.table.horizontalHeader().hide()  # who, in which role, decided or not: seen without it
        self.picker = UnitPicker(UnitNames())
        self.picker.setMinimumWidth(120)
        self.role = RoleBox()
        self.add = button("加入", self._add, tip="把填写的单位加入任务")
        self.why = quiet("")
        self.picker.returnPressed.connect(self._add)
        self.table.selectionModel().selectionChanged.connect(self._explain)
        self.table.add_actions([self._action("移除", "Del", self._remove), *self._role_actions()])
        self._lay_out()

    def show_row(self, row: TaskRow | None) -> None:
        """Show a task's units; the line keeps what is being typed for the same task."""
        if row is None or self._row is None or row.task_id != self._row.task_id:
            self.picker.clear()
        self._row = row
        self.model.set_rows(row.units if row else ())
        self.setEnabled(row is not None)
        if not self.table.chosen() and self.model.rowCount():
            self.table.choose(self.model.index(0, 0))
        self._explain()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addWidget(self.why)
        column.addWidget(flow(self.picker, self.role, self.add, gap=4))

    def _action(self, text: str, key: str, slot: object) -> QAction:
        made = QAction(text, self)
        made.setShortcut(key)
        made.triggered.connect(slot)
        return made

    def _role_actions(self) -> list[QAction]:
        return [
            self._action(f"改为{word}", f"Ctrl+Alt+{number}", lambda _=False, r=role: self._move(r))
            for number, (role, word) in enumerate(ROLE_WORDS.items(), 1)
        ]

    def _add(self) -> None:
        names = self.picker.units()
        if self._row is None or not names:
            return
        role, units = self.role.role(), self._row.units
        there = [part.unit for part in units if part.role is role]
        self.picker.clear()
        self.given.emit(
            self._row.task_id, with_role(units, role, list(dict.fromkeys([*there, *names])))
        )

    def _remove(self) -> None:
        part = self.table.current()
        if self._row is not None and part is not None:
            self.given.emit(self._row.task_id, without(self._row.units, part))

    def _move(self, role: Role) -> None:
        part = self.table.current()
        if self._row is None or part is None:
            return
        there = [p.unit for p in self._row.units if p.role is role]
        names = list(dict.fromkeys([*there, part.unit]))
        self.given.emit(self._row.task_id, with_role(self._row.units, role, names))

    def _explain(self) -> None:
        chosen = self.table.chosen_rows()
        self.why.setText(widen(why_unit(chosen[0])) if chosen else "")
        self.why.setVisible(bool(chosen))


def unit_part_columns() -> tuple[Column[AssignedUnit], ...]:
    """Unit, role, basis."""
    return (
        Column("unit", "单位", _name, lambda p: p.unit, 8),
        Column("role", "分工", lambda p: ROLE_WORDS[p.role], lambda p: p.role, 3),
        Column("basis", "依据", lambda p: BASIS_WORDS[p.basis], lambda p: p.basis, 4),
    )


def _name(part: AssignedUnit) -> str:
    return widen(f"{part.unit}({part.scope})") if part.scope else part.unit


def _look(part: AssignedUnit, column: Column[AssignedUnit]) -> Look | None:
    return PROPOSED if column.key == "unit" and part.basis is Basis.PROPOSED else None
