"""The list of the plans that came in: which of them are shown, and what can be done with the chosen ones."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.pinyin import matches
from shuangda_desktop.gui.models.plan_columns import (
    count_words,
    decorate,
    explain,
    plan_columns,
    plan_words,
)
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.widgets.filter_fields import SearchField
from shuangda_desktop.gui.widgets.parts import button, quiet, title
from shuangda_desktop.gui.widgets.table import Table
from shuangda_desktop.tasks.rows import PlanRow


class PlanList(QWidget):
    """``opened`` names the page to go on to; ``older_asked`` when other years are to be listed, or no more."""

    opened = Signal(str)
    remove_asked = Signal()
    older_asked = Signal()

    def __init__(self, name: str, ways: Sequence[QWidget]) -> None:
        """The list under its name; the ways in stand beside the search field."""
        super().__init__()
        self.rows: tuple[PlanRow, ...] = ()
        self.model = RowTable(
            plan_columns(), key=lambda row: row.plan_id, decorate=decorate, tool_tip=explain
        )
        self.table = Table(self.model, "来文列表", stretch=0)
        self.count, self.search_field = quiet(""), SearchField("查找来文")
        self.older = QCheckBox("更早的也列出")
        self.older.hide()
        self.review = button(
            "校核",
            lambda: self.opened.emit("review"),
            kind="main",
            tip="对照原文校核\uff08Enter\uff09",
        )
        self.split = button("分解", lambda: self.opened.emit("split"), tip="分解成本市的任务")
        self.remove = button(
            "删除", self.remove_asked.emit, tip="删除来文及其任务\uff0c可以撤销\uff08Delete\uff09"
        )
        self._lay_out(name, ways)
        self._connect()

    def show_rows(self, rows: tuple[PlanRow, ...], kept: int) -> None:
        """Show plans; where more are ``kept``, older ones can be asked for."""
        self.rows = rows
        self.count.setText(count_words(rows))
        self.older.setVisible(self.older.isChecked() or len(rows) < kept)
        self._narrow()

    def chosen(self) -> list[PlanRow]:
        """The selected plans."""
        return [row for index in self.table.chosen() if (row := self.model.row_at(index))]

    def choose(self, plan_id: int) -> None:
        """Choose a plan that is listed."""
        self.table.choose(self.model.index_of(plan_id))

    def reach(self, plan_id: int) -> None:
        """Choose a plan, of whatever year it is."""
        if plan_id not in {row.plan_id for row in self.rows} and not self.older.isChecked():
            self.older.setChecked(True)
        self.choose(plan_id)

    def _narrow(self) -> None:
        """Show the plans that match what is typed."""
        typed = self.search_field.text()
        self.model.set_rows([row for row in self.rows if matches(typed, plan_words(row))])
        self.table.choose_some()
        self._allow()

    def _allow(self) -> None:
        any_chosen = bool(self.chosen())
        for made in (self.review, self.split, self.remove):
            made.setEnabled(any_chosen)

    def _connect(self) -> None:
        self.older.toggled.connect(lambda _: self.older_asked.emit())
        self.search_field.searched.connect(self._narrow)
        self.table.doubleClicked.connect(lambda _: self.opened.emit("review"))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())

    def _lay_out(self, name: str, ways: Sequence[QWidget]) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(title(name))
        head.addWidget(self.count, 1)
        for part in (self.older, self.search_field, *ways):
            head.addWidget(part)
        foot.addWidget(quiet("把文件拖到这一页的任何地方就可以导入\u3002"), 1)
        for made in (self.remove, self.split, self.review):
            foot.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
