"""对口关系: who does the work of units above in this city, decided once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shuangda_desktop.gui.models.editing import EditableRows
from shuangda_desktop.gui.models.pinyin import matches
from shuangda_desktop.gui.models.tie_rows import PairRow, pair_columns, pair_rows
from shuangda_desktop.gui.theme import PROPOSED, QUIET, Look
from shuangda_desktop.gui.widgets.actions import action, button_for, toggle
from shuangda_desktop.gui.widgets.filter_fields import SearchField
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.unit_picker import UnitNames, UnitPicker
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.units.directory import Directory

WORDS = (
    "上级单位在本市由谁承担,确定一次,以后都照此拟定。“本市单位”按F2修改,清空表示由上级单位承担。"
)


class PairsPanel(QWidget):
    """The units above with their counterparts, what waits for the clerk first."""

    decided = Signal(object, object)  # a PairRow, the names of the city's units
    forgotten = Signal(object)  # a PairRow

    def __init__(self) -> None:
        super().__init__()
        self._names = UnitNames()
        self._every: Sequence[PairRow] = ()
        self.search_field = SearchField("查找上级单位")
        self.waiting = toggle("请核对", self._show)
        self.settled = toggle("已确定", self._show)
        for made in (self.waiting, self.settled):
            made.setChecked(False)
        self.model = EditableRows(
            pair_columns(),
            key=lambda row: (row.higher, row.condition),
            edit=self._edit,
            editable=lambda _, key: key == "lower",
            decorate=_look,
        )
        self.table = Sheet(
            self.model, "对口关系", stretch=4, makers={"lower": self._picker}, lines=2
        )
        self.confirm = action(self, "照此确定", self._confirm, "Ctrl+Return", "以后都这样对应")
        self.forget = action(self, "取消确定", self._forget, "Del", "回到程序原来的拟定")
        self.search_field.searched.connect(self._show)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self._lay_out()

    def show_directory(self, known: Directory, names: UnitNames) -> None:
        """Show the counterparts of a directory; ``names`` are offered where units are typed."""
        self._names = names
        self._every = pair_rows(known)
        waiting = sum(row.is_open for row in self._every)
        settled = sum(row.decided_on is not None for row in self._every)
        for made, word, count in (
            (self.waiting, "请核对", waiting),
            (self.settled, "已确定", settled),
        ):
            made.setText(f"{word} {count}")
            made.setEnabled(bool(count) or made.isChecked())
        self._show()

    def show_settled(self) -> None:
        """Only what the clerk decided, as far as there is any."""
        self.settled.setChecked(any(row.decided_on is not None for row in self._every))
        self._show()

    def _show(self) -> None:
        typed = self.search_field.text()
        self.model.set_rows(
            [
                row
                for row in self._every
                if (row.is_open or not self.waiting.isChecked())
                and (row.decided_on is not None or not self.settled.isChecked())
                and any(matches(typed, name) for name in (row.name, row.condition, *row.names))
            ]
        )
        self._allow()

    def _allow(self) -> None:
        rows = self.table.chosen_rows()
        self.confirm.setEnabled(any(row.decided_on is None for row in rows))
        self.forget.setEnabled(any(row.decided_on is not None for row in rows))

    def _confirm(self) -> None:
        for row in self.table.chosen_rows():
            self.decided.emit(row, row.names)

    def _forget(self) -> None:
        for row in self.table.chosen_rows():
            if row.decided_on is not None:
                self.forgotten.emit(row)

    def _edit(self, row: PairRow, _: str, typed: str) -> None:
        picker = self._picker(self)
        picker.setText(typed)
        self.decided.emit(row, tuple(picker.units()))
        picker.deleteLater()

    def _picker(self, parent: QWidget) -> UnitPicker:
        return UnitPicker(self._names, parent=parent)

    def _lay_out(self) -> None:
        self.table.add_actions([self.confirm, self.forget])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        buttons = map(button_for, (self.confirm, self.forget))
        column.addWidget(flow(self.search_field, self.waiting, self.settled, *buttons))
        column.addWidget(self.table, 1)
        column.addWidget(quiet(widen(WORDS)))


def _look(row: PairRow, column: Column[PairRow]) -> Look | None:
    if column.key == "lower" and row.is_open:
        return PROPOSED
    return QUIET if column.key in ("state", "note") and not row.is_open else None
