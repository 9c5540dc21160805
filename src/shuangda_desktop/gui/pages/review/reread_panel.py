"""What another reading of a plan would change, to be adopted or left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.reread_rows import decorate, reread_columns, reread_rows, summary
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.widgets.parts import button, quiet, title
from shuangda_desktop.gui.widgets.table import Table
from shuangda_desktop.gui.widgets.two_lines import TwoLines
from shuangda_desktop.services.reading.rereading import Reread


class RereadPanel(QWidget):
    """Shown in the place of the page; nothing has been changed yet."""

    adopted = Signal(object)  # Reread
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reread: Reread | None = None
        self.words = quiet("")
        self.model = RowTable(reread_columns(), key=lambda row: row.place, decorate=decorate)
        self.table = Table(self.model, "重新读取的不同之处", stretch=3)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.before, self.after = TwoLines("现在的"), TwoLines("新读出的")
        self.adopt = button(
            "采用新的读法", self._adopt, kind="main", tip="可以撤销", key="Ctrl+Return"
        )
        self.leave = button("保持现在的", self.left.emit, key="Esc")
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.show_row())
        self._lay_out()

    def show_reread(self, reread: Reread) -> None:
        """Show what is different."""
        self._reread = reread
        self.words.setText(summary(reread))
        self.model.set_rows(reread_rows(reread))
        self.table.choose(self.model.index(0, 0))
        self.show_row()

    def show_row(self) -> None:
        """Say the chosen line in full."""
        row = next((self.model.row_at(index) for index in self.table.chosen()), None)
        self.before.say(f"现在的\uff1a{row.before or '没有'}" if row else "")
        self.after.say(f"新读出的\uff1a{row.after or '没有'}" if row else "")

    def land(self) -> None:
        """The keyboard walks the differences."""
        self.table.setFocus()

    def _adopt(self) -> None:
        if self._reread is not None:
            self.adopted.emit(self._reread)

    def _lay_out(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title("重新读取"))
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        for label in (self.before, self.after):
            column.addWidget(label)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.adopt)
        column.addLayout(foot)
