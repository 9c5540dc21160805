"""机构沿革: which units took over whose work, and since when here."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.tie_rows import reform_columns, reform_rows
from shuangda_desktop.gui.widgets.actions import action, button_for
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units.directory import Directory

WORDS = "旧名称在来文里照样认得出,并写明因哪次改革由谁承担。本市的改革日期不同,按F2修改。"


class ReformsPanel(QWidget):
    """The reforms of the city's units, the latest first, and a line for one more."""

    given = Signal(str, object, str, str)  # old name, new names, day as typed, note
    moved = Signal(object, str)  # a ReformRow, the day as typed
    removed = Signal(object)  # a ReformRow

    def __init__(self) -> None:
        super().__init__()
        self.model = EditableRows(
            reform_columns(),
            key=lambda row: row.reform,
            edit=lambda row, _, typed: self.moved.emit(row, typed),
            editable=lambda _, key: key == "day",
        )
        self.table = Sheet(self.model, "机构沿革", stretch=3, lines=2)
        self.remove = action(self, "删除", self._remove, "Del", "删除这次改革")
        self.old, self.new = UnitPicker(UnitNames(), many=False), UnitPicker(UnitNames())
        self.day, self.note = Line("生效日期", "如 2024-06-01"), Line("说明", "依据或说明")
        self.add = button("登记改革", self._give, tip="原单位从生效日期起由现单位承担")
        self._lay_out()

    def show_directory(self, known: Directory, names: UnitNames) -> None:
        """Show the reforms of a directory; ``names`` are offered where units are typed."""
        self.old.set_names(names)
        self.new.set_names(names)
        self.model.set_rows(reform_rows(known))

    def forget_typed(self) -> None:
        """Empty the lines after a reform was taken in."""
        for line in (self.old, self.new, self.day, self.note):
            line.clear()

    def _give(self) -> None:
        old = self.old.units()
        if old and self.new.units():
            self.given.emit(old[0], self.new.units(), self.day.text(), self.note.text())

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None:
            self.removed.emit(row)

    def _lay_out(self) -> None:
        self.table.add_actions([self.remove])
        for picker, name in ((self.old, "原单位"), (self.new, "现单位\uff0c可以多个")):
            picker.setAccessibleName(name)
            picker.setPlaceholderText(name)
            picker.setMinimumWidth(170)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        parts = (self.old, self.new, self.day, self.note, self.add, button_for(self.remove))
        column.addWidget(flow(*parts))
        column.addWidget(self.table, 1)
        column.addWidget(quiet(widen(WORDS)))
