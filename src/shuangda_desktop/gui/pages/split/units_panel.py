"""The units of one task: who, in which role, and the way from the source's words to the unit."""

from PySide6.QtCore import Signal

from shuangda_desktop.gui.models.assignments import with_role, without
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import BASIS_WORDS, ROLE_WORDS, way_to
from shuangda_desktop.gui.theme import PROPOSED, Look
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.gui.widgets.unit_lines import UnitLines
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.model import Basis
from shuangda_desktop.tasks.rows import AssignedUnit, TaskRow
from shuangda_desktop.text.punctuation import widen


class UnitsPanel(UnitLines[AssignedUnit]):
    """The units in a small table, a line to add one, the reason of the chosen one."""

    given = Signal(int, object)  # the task's id, its units as they shall be

    def __init__(self) -> None:
        model = RowTable(unit_part_columns(), key=lambda p: p.assignment_id, decorate=_look)
        super().__init__(model, "任务的单位", whole=1)  # the basis is told below in words
        self._row: TaskRow | None = None
        self.why = quiet("")
        self.table.selectionModel().selectionChanged.connect(self._explain)
        self.lay_out(self.why)

    def show_row(self, row: TaskRow | None) -> None:
        """Show a task's units; the line keeps what is being typed for the same task."""
        if row is None or self._row is None or row.task_id != self._row.task_id:
            self.picker.clear()
        self._row = row
        self.model.set_rows(row.units if row else ())
        self.setEnabled(row is not None)
        self.table.choose_some()
        self._explain()

    def give(self, names: list[str], role: Role) -> None:
        """The task's units with these in the role."""
        if self._row is not None:
            there = [part.unit for part in self._row.units if part.role is role]
            wanted = list(dict.fromkeys([*there, *names]))
            self.given.emit(self._row.task_id, with_role(self._row.units, role, wanted))

    def drop(self, part: AssignedUnit) -> None:
        """The task's units without this part."""
        if self._row is not None:
            self.given.emit(self._row.task_id, without(self._row.units, part))

    def set_role(self, part: AssignedUnit, role: Role) -> None:
        """The unit does this and nothing else."""
        self.give([part.unit], role)

    def _explain(self) -> None:
        chosen = self.table.chosen_rows()
        self.why.setText(widen(way_to(chosen[0])) if chosen else "")
        self.why.setVisible(bool(self.why.text()))


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
