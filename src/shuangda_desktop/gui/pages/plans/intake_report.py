"""What became of several documents, until the clerk has seen it."""

from collections.abc import Set

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from shuangda_desktop.gui.intake import Outcome, Result
from shuangda_desktop.gui.models.result_columns import decorate, result_columns, summary
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.theme import row_height
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.gui.widgets.table import Table

MOST = 4  # lines in sight where there is room


class IntakeReport(QFrame):
    """Stands below the list of plans; ``asked`` names the plan of a line."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.words = strong("")
        self.model = RowTable(result_columns(), key=id, decorate=decorate)
        self.table = Table(self.model, "各份文件的结果", stretch=2)
        self.table.doubleClicked.connect(lambda _: self.open_chosen())
        self.open = button("打开这一份", self.open_chosen)
        self.whole = quiet("")
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._explain())
        head, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self.words, 1)
        head.addWidget(self.open)
        head.addWidget(button("知道了", self.hide, key="Esc"))
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.whole)
        self.hide()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what became of each, those first that did not come in."""
        self._show_rows(sorted(outcome.results, key=lambda result: result.plan_id is not None))
        self.table.choose(self.model.index(0, 0))
        self.show()

    def forget_unless(self, here: Set[int]) -> None:
        """Drop the lines whose plan is here no more: undo took it back, or it was removed; none left, go."""
        rows = [row for row in self.model.rows if row.plan_id is None or row.plan_id in here]
        if len(rows) < len(self.model.rows):
            self._show_rows(rows)
            self.table.choose_some()
            self.setVisible(bool(rows))

    def _show_rows(self, rows: list[Result]) -> None:
        self.words.setText(summary(Outcome(rows)))
        self.model.set_rows(rows)
        frame = 2 * self.table.frameWidth() + 8
        self.table.setMinimumHeight(2 * row_height() + frame)
        self.table.setMaximumHeight((min(len(rows), MOST) + 1) * row_height() + frame)

    def open_chosen(self) -> None:
        """Go to the plan of the chosen line."""
        row = self._chosen()
        if row is not None and row.plan_id is not None:
            self.asked.emit(row.plan_id)

    def _chosen(self) -> Result | None:
        rows = [self.model.row_at(index) for index in self.table.chosen()]
        return rows[0] if rows else None

    def _explain(self) -> None:
        """The whole reason of the chosen line, which its cell may be too narrow for."""
        row = self._chosen()
        self.open.setEnabled(row is not None and row.plan_id is not None)
        self.whole.setText(row.words if row else "")
        self.whole.setVisible(bool(self.whole.text()))
