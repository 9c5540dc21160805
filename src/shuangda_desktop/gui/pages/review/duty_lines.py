"""The units of one measure as the source names them: each a line with its role and its part."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.review_words import ROLES, read_units
from shuangda_desktop.gui.models.split_columns import ROLE_WORDS
from shuangda_desktop.gui.theme import row_height
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.gui.widgets.unit_lines import KEYS_WORDS, UnitLines
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.plan.model import Duty, Role
from shuangda_desktop.tasks.columns.column import Column

MOST = 5  # lines in sight
_ORDER = tuple(ROLES)


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A duty and which one of those with the same unit and part it is."""

    duty: Duty
    copy: int = 0

    @property
    def key(self) -> tuple[str, str | None, int]:
        """What stays when the role changes."""
        return (self.duty.unit, self.duty.scope, self.copy)


class DutyLines(UnitLines[DutyLine]):
    """``decided`` carries all duties of the measure as they shall be."""

    decided = Signal(list)

    def __init__(self) -> None:
        self.names = UnitNames()
        model = EditableRows(
            duty_columns(),
            key=lambda line: line.key,
            edit=self.change,
            editable=lambda _, key: key != "role",
        )
        super().__init__(model, "责任分工", {"unit": self._picker})
        self.keys = quiet(f"选中后按\uff1a{KEYS_WORDS}\u3001Del 移除\u3001F2 改名称")
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.lay_out(self.keys)
        self.show_duties(())

    def set_names(self, names: UnitNames) -> None:
        """Offer these units."""
        self.names = names
        self.picker.set_names(names)

    def show_duties(self, duties: Sequence[Duty], fresh: bool = True) -> None:
        """Show the duties; a ``fresh`` measure forgets what was typed for another one."""
        if fresh:
            self.picker.clear()
        place, walked = self._standing()
        self.model.set_rows(_lines(duties))
        if not self.table.chosen() and self.model.rowCount():
            at = 0 if fresh else min(max(place, 0), self.model.rowCount() - 1)
            self.table.choose(self.model.index(at, 0))
        self._fit()
        if walked and self.model.rowCount():
            self.table.setFocus()  # Qt hands the keys on when the line that was written in goes

    def point_at(self, words: str) -> None:
        """Choose the line of the unit that a doubt names."""
        for place, line in enumerate(self.model.rows):
            if f"\u201c{line.duty.unit}\u201d" in words:
                self.table.choose(self.model.index(place, 0))
                return

    def give(self, names: list[str], role: Role) -> None:
        """Take units in; one that is there already gets this role."""
        wanted = [duty for name in names for duty in read_units(name, role)]
        kept = [d for d in self._duties() if (d.unit, d.scope) not in _named(wanted)]
        self.decided.emit([*kept, *wanted])

    def drop(self, part: DutyLine) -> None:
        """All duties but this one."""
        self.decided.emit([line.duty for line in self.model.rows if line.key != part.key])

    def set_role(self, part: DutyLine, role: Role) -> None:
        """The same unit in another role."""
        if part.duty.role is not role:
            self._exchange(part, (replace(part.duty, role=role),))

    def change(self, part: DutyLine, key: str, typed: str) -> None:
        """What was typed into a cell: an empty unit goes, several become several lines."""
        if key == "scope":
            self._exchange(part, (replace(part.duty, scope=typed.strip() or None),))
        else:
            read = read_units(typed, part.duty.role)
            scope, named = part.duty.scope, self.names.named
            given = (replace(d, unit=named(d.unit), scope=d.scope or scope) for d in read)
            self._exchange(part, tuple(given))

    def changeEvent(self, event: QEvent) -> None:
        """The lines grow with the letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _exchange(self, part: DutyLine, duties: Sequence[Duty]) -> None:
        lines = self.model.rows
        given = [duties if line.key == part.key else (line.duty,) for line in lines]
        self.decided.emit([duty for those in given for duty in those])

    def _standing(self) -> tuple[int, bool]:
        """The line the keyboard stands on, and whether the keys are in the table."""
        focused = QApplication.focusWidget()
        walked = focused is not None and (focused is self.table or self.table.isAncestorOf(focused))
        return self.table.currentIndex().row(), walked

    def _duties(self) -> list[Duty]:
        return [line.duty for line in self.model.rows]

    def _picker(self, parent: QWidget) -> QLineEdit:
        return UnitPicker(self.names, parent=parent)

    def _fit(self) -> None:
        """No lines take no room: the eye goes to where one is added."""
        rows = min(self.model.rowCount(), MOST)
        self.table.setFixedHeight(rows * row_height() + 2 * self.table.frameWidth() + 2)
        for part in (self.table, self.keys):
            part.setVisible(rows > 0)


def duty_columns() -> tuple[Column[DutyLine], ...]:
    """Unit, role, the part it concerns."""
    return (
        Column("unit", "单位", lambda r: r.duty.unit, lambda r: r.duty.unit, 9),
        Column("role", "分工", lambda r: ROLE_WORDS[r.duty.role], lambda r: r.duty.role, 2),
        Column("scope", "负责的部分", lambda r: r.duty.scope or "", lambda r: r.duty.scope, 5),
    )


def _lines(duties: Sequence[Duty]) -> tuple[DutyLine, ...]:
    ordered = sorted(duties, key=lambda duty: _ORDER.index(duty.role))
    lines: list[DutyLine] = []
    for duty in ordered:
        copy = sum(1 for line in lines if line.key[:2] == (duty.unit, duty.scope))
        lines.append(DutyLine(duty, copy))
    return tuple(lines)


def _named(duties: Sequence[Duty]) -> set[tuple[str, str | None]]:
    return {(duty.unit, duty.scope) for duty in duties}
