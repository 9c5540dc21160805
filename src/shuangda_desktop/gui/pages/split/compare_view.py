"""两文对照: the plan beside another higher plan of its year, or beside last year's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.models.compare_rows import compare_columns, counted
from shuangda_desktop.gui.models.division import Division
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.theme import PROPOSED, QUIET, Look
from shuangda_desktop.gui.widgets.actions import action, button_for
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.paper_box import mark, paper_box
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.plan.model import Measure
from shuangda_desktop.services.dividing import comparing
from shuangda_desktop.services.dividing.comparing import Beside, Line
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.dividing.yearly import Likeness, differing
from shuangda_desktop.tasks.rows import PlanRow
from shuangda_desktop.text.mapped import Span

BESIDE_WORDS = {Beside.SAME_YEAR: "同年", Beside.LAST_YEAR: "去年"}
KIND, THIS, OTHER, OURS, THEIRS = range(5)  # columns
MARGIN = 12  # pixels: half of the frame and the scroll bar
ALMOST = (Likeness.CHANGED, Likeness.PART)
EMPTY = (
    "没有可以对照的来文。导入同一年的另一份上级方案\uff08如国家的\uff09\uff0c或者去年的方案\uff0c"
    "这里就逐条对照\uff1a相同的措施合为一项任务\uff0c去年的牵头单位和没有办结的任务可以沿用。"
)


class CompareView(QWidget):
    """Which plan, what became of each measure, below the words of both."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plan_id = 0
        self._others: Sequence[tuple[PlanRow, Beside]] = ()
        self.other, self.words = QComboBox(), quiet("")
        self.other.setAccessibleName("对照的来文")
        self.model = RowTable(compare_columns(Beside.SAME_YEAR), key=_key, decorate=_look)
        self.table = Sheet(self.model, "两文对照", lines=2)
        self.join = action(self, "合为一项", self._join, "Ctrl+M", "对方的任务并入本文的任务")
        self.join_all = action(
            self, "相同的都合为一项", self._join_all, tip="两边各一项任务的一次合并"
        )
        self.carry = action(self, "结转所选", self._carry, "Ctrl+J", "没有办结的任务转到今年")
        self.this_text, self.other_text = paper_box("本文措施"), paper_box("对方措施")
        self.other.currentIndexChanged.connect(lambda _: self.show_lines())
        self.table.selectionModel().selectionChanged.connect(self.show_line)
        self._lay_out()

    def show_division(self, division: Division) -> None:
        """Offer the plans that this one can be laid beside; the chosen one stays chosen."""
        kept = self.other.currentData() if self._plan_id == division.plan_id else None
        self._plan_id = division.plan_id
        self._others = comparing.comparable(self._context.store, self._plan_id)
        self.other.blockSignals(True)
        self.other.clear()
        for row, beside in self._others:
            name = f"{BESIDE_WORDS[beside]}\uff1a{row.title or row.source_name}"
            self.other.addItem(name, row.plan_id)
        self.other.setCurrentIndex(max(self.other.findData(kept), 0))
        self.other.blockSignals(False)
        self.show_lines()

    def land(self) -> None:
        """The keyboard walks the measures."""
        self.table.setFocus()

    @property
    def beside(self) -> Beside:
        """How the chosen plan stands to this one."""
        at = self.other.currentIndex()
        return self._others[at][1] if 0 <= at < len(self._others) else Beside.SAME_YEAR

    def show_lines(self) -> None:
        """Lay the chosen plan beside this one."""
        there, other = bool(self._others), self.other.currentData()
        lines: Sequence[Line] = ()
        if there:
            lines = comparing.compare_plans(self._context.store, self._plan_id, int(other))
        if self.model.columns[2].title != compare_columns(self.beside)[2].title:
            self.model.set_columns(compare_columns(self.beside))
        self.model.set_rows(lines)
        self.other.setVisible(there)
        self.table.setVisible(there)
        self.words.setText(counted(lines, self.beside) if there else EMPTY)
        self.table.choose_some()
        self.show_line()

    def show_line(self) -> None:
        """Show the words of both measures, and what can be done with the selection."""
        line = self.table.current() if self._others else None
        for box, measure in (
            (self.this_text, line.compared.this if line else None),
            (self.other_text, line.compared.other if line else None),
        ):
            box.setPlainText(_words(measure))
            box.setVisible(bool(self._others))
        self._mark(line)
        chosen, same = self.table.chosen_rows(), self.beside is Beside.SAME_YEAR
        self.join.setVisible(same)
        self.join_all.setVisible(same)
        self.carry.setVisible(not same)
        self.join.setEnabled(len(chosen) == 1 and comparing.can_join(chosen[0]))
        self.join_all.setEnabled(any(map(_is_plain, self.model.rows)))
        self.carry.setEnabled(any(line.unfinished for line in chosen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both measures get the same room, whatever the size of the window."""
        super().resizeEvent(event)
        table = self.table
        both = self.width() - sum(table.columnWidth(place) for place in (KIND, OURS, THEIRS))
        for place in (THIS, OTHER):
            table.setColumnWidth(place, both // 2 - MARGIN)

    def _mark(self, line: Line | None) -> None:
        """Underline in each text what the other does not say."""
        spans: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
        if line is not None and line.compared.this and line.compared.other:
            spans = differing(_words(line.compared.this), _words(line.compared.other))
        for box, stretches in zip((self.this_text, self.other_text), spans, strict=True):
            mark(box, stretches)

    def _join(self) -> None:
        line, other = self.table.chosen_rows()[0], int(self.other.currentData())
        comparing.join_line(self._context.store, line, other, self._context.now())
        numbers = "、".join(str(row.number) for row in line.theirs if row.number > 0)
        gone = f"第{numbers}项" if numbers else "这一项"
        self._context.notify(f"已把对方{gone}并入本文第{line.ours[0].number}项\u3002")

    def _join_all(self) -> None:
        other = int(self.other.currentData())
        done = comparing.join_alike(self._context.store, self._plan_id, other, self._context.now())
        self._context.notify(f"已把{done}项相同的任务合为一项\u3002")

    def _carry(self) -> None:
        chosen = [line for line in self.table.chosen_rows() if line.unfinished]
        wanted = list(dict.fromkeys(row.task_id for line in chosen for row in line.unfinished))
        beside = {row.task_id for line in chosen if line.ours for row in line.unfinished}
        again = f"其中{len(beside)}项本文已经有任务\uff0c重复的请合并\u3002" if beside else ""
        comparing.carry_over(self._context.store, self._plan_id, wanted, self._context.now())
        self._context.notify(
            f"已结转{len(wanted)}项任务\uff0c都是拟定的\uff0c请逐项确认\u3002{again}"
        )

    def _lay_out(self) -> None:
        actions = (self.join, self.join_all, self.carry)
        self.table.add_actions([*actions])
        buttons = [button_for(made) for made in actions]
        for made, shown in zip(actions, buttons, strict=True):
            made.changed.connect(lambda made=made, shown=shown: shown.setVisible(made.isVisible()))
        papers, line = QWidget(), QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.this_text)
        line.addWidget(self.other_text)
        papers.setLayout(line)
        down = QSplitter(Qt.Orientation.Vertical)
        down.setChildrenCollapsible(False)
        down.setHandleWidth(12)
        down.addWidget(self.table)
        down.addWidget(papers)
        down.setSizes([420, 150])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(flow(self.other, *buttons))
        column.addWidget(self.words)
        column.addWidget(down, 1)


def _is_plain(line: Line) -> bool:
    """Whether one task of each plan says the same as the other, and no more."""
    whole = line.compared.kind is not Likeness.PART
    single = len(line.ours) == len(line.theirs) == 1 and not line.joined
    return whole and single and line.ours[0].plan_id != line.theirs[0].plan_id


def _words(measure: Measure | None) -> str:
    return f"{measure.text}{measure.clause or ''}" if measure else "\u2014"


def _key(line: Line) -> tuple[int | None, int | None]:
    this, other = line.compared.this, line.compared.other
    return (this.key if this else None, other.key if other else None)


def _look(line: Line, column: Column[Line]) -> Look | None:
    if column.key == "kind" and line.compared.kind in ALMOST and not line.joined:
        return PROPOSED
    return QUIET if column.key in ("ours", "theirs") else None
