"""流转: the log of a task's moves, the next move, and extensions."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.life_columns import move_columns
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.tasks.status_form import StatusForm
from shuangda_desktop.gui.widgets.aside import Aside
from shuangda_desktop.gui.widgets.deadline_edit import DeadlineEdit, unreadable
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import button, offer, quiet, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.tasks.life import OPEN, asked
from shuangda_desktop.tasks.rows import TaskRow


class ExtensionForm(QWidget):
    """Asks for more time, or answers who asked."""

    asked = Signal(object, str, str)  # until (a date), reason, who
    answered = Signal(bool, str)  # approved, reason
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.who, self.until = QComboBox(), DeadlineEdit(date.min.year, "延期后的时限")
        self.who.setAccessibleName("申请延期的单位")
        self.until.setPlaceholderText("延至 如 9月30日")
        self.reason = Line("延期理由", "理由\uff08要填\uff09")
        self.aside = Aside(self.until, self.reason, boxes=[self.who])
        self.until.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self._ask)
        self.ask = button("申请延期", self._ask, tip="要在时限以前申请\uff1b批复以前仍按原时限")
        self.words = quiet("")
        self.yes = button("同意延期", lambda: self.answered.emit(True, self.reason.text()))
        self.no = button("不同意", lambda: self.answered.emit(False, self.reason.text()))
        self._lay_out()

    def show_task(self, row: TaskRow | None, today: date) -> None:
        """Offer what may be done about this task's deadline."""
        waiting = asked(row.moves) if row else None
        runs = row is not None and row.due_on is not None and row.status in OPEN
        in_time = row is not None and row.due_on is not None and today <= row.due_on
        self.until.set_year(today.year)
        names = list(dict.fromkeys(part.unit for part in row.units)) if row else []
        self.aside.turn(row.task_id if row else None, lambda: offer(self.who, names))
        for part in (self.who, self.until, self.ask):
            part.setVisible(runs and in_time and waiting is None)
        for made in (self.yes, self.no):
            made.setVisible(waiting is not None)
        self.reason.setVisible(waiting is not None or (runs and in_time))
        self.reason.setPlaceholderText(
            "理由\uff08要填\uff09" if waiting is None else "理由\uff08不同意要填\uff09"
        )
        self.words.setText(_words(row, today))
        self.words.setVisible(bool(self.words.text()))

    def _ask(self) -> None:
        if self.ask.isHidden():
            return
        until = self.until.day()
        if until is None:
            self.refused.emit(unreadable(self.until.text() or "空"))
            return
        if self.who.currentIndex() < 0 < self.who.count():
            self.who.setFocus()
            return
        self.asked.emit(until, self.reason.text(), self.who.currentText())

    def _lay_out(self) -> None:
        column, first, second = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        first.addWidget(self.who, 1)
        first.addWidget(self.until, 1)
        second.addWidget(self.reason, 1)
        for made in (self.ask, self.yes, self.no):
            second.addWidget(made)
        column.addWidget(self.words)
        column.addLayout(first)
        column.addLayout(second)


class MovesTab(QWidget):
    """The log on top, what may come next below."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RowTable(move_columns(), key=lambda move: move.id)
        self.table = Sheet(self.model, "流转记录", stretch=3, lines=2)
        self.status, self.extension = StatusForm(), ExtensionForm()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        self.table.setMinimumHeight(90)
        self.table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self.table, 1)
        column.addWidget(strong("办理"))
        column.addWidget(self.status)
        column.addWidget(strong("延期"))
        column.addWidget(self.extension)

    def show_task(self, row: TaskRow | None, today: date) -> None:
        """Show the moves of a task, the newest first."""
        self.model.set_rows(tuple(reversed(row.moves)) if row else ())
        self.extension.show_task(row, today)
        if row is not None:
            self.status.show_task(row, today.year)


def _words(row: TaskRow | None, today: date) -> str:
    if row is None or row.due_on is None:
        return "没有时限\uff0c不用延期。" if row else ""
    waiting = asked(row.moves)
    if waiting is not None:
        return (
            f"{waiting.who}{waiting.on}申请延至{waiting.due_after}\uff1a{waiting.reason}"
            f"\uff08批复以前仍按{row.due_on}\uff09"
        )
    if row.status not in OPEN:
        return "不在办理之中\uff0c不用延期。"
    return "" if today <= row.due_on else "时限已过\uff0c不能再申请延期\uff1b逾期按原时限计算。"
