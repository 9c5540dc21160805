"""One task beside the table: its light and why, its units, their log, and what comes next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.progress_columns import (
    entry_columns,
    lamp_words,
    silent_look,
    unit_progress_columns,
)
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import due_word
from shuangda_desktop.gui.theme import paper_font
from shuangda_desktop.gui.widgets.parts import quiet, strong
from shuangda_desktop.gui.widgets.progress_form import ProgressForm
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.status_form import StatusForm
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import STATUS_WORDS, LightRule, light
from shuangda_desktop.text.punctuation import widen


class TaskDetail(QScrollArea):
    """Everything about the chosen task, in the order in which it is asked for."""

    unit_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.head, self.state, self.rule = strong(""), quiet(""), quiet("")
        self.head.setWordWrap(True)
        self.source = QPlainTextEdit()
        self.source.setReadOnly(True)
        self.source.setTabChangesFocus(True)
        self.source.setAccessibleName("来文原句")
        self.source.setFont(paper_font(self.source.font().pointSizeF()))
        self.units = RowTable(
            unit_progress_columns(), key=lambda p: p.assignment_id, decorate=silent_look
        )
        self.unit_table = Sheet(self.units, "单位进展", stretch=0)
        self.entries = RowTable(entry_columns(), key=lambda entry: entry.id)
        self.log = Sheet(self.entries, "进展记录", stretch=3)
        self.form, self.status = ProgressForm(), StatusForm()
        self._lay_out()
        self.unit_table.selectionModel().selectionChanged.connect(self._turn_to_unit)

    def show_task(
        self, row: TaskRow | None, entries: Sequence[ProgressEntry], today: date, rule: LightRule
    ) -> None:
        """Show a task, or nothing."""
        self.widget().setEnabled(row is not None)
        self.units.set_rows(row.units if row else ())
        self.entries.set_rows(tuple(reversed(entries)))
        self.form.show_task(row.task_id if row else 0, row.units if row else (), today)
        if row is None:
            return
        self.head.setText(f"{row.number}. {row.title}")
        self.state.setText(_state(row, today, rule))
        self.rule.setText(rule.words())
        source = f"{row.source_text}{row.clause}"
        if self.source.toPlainText() != source:
            self.source.setPlainText(source)
        self.status.show_status(row.status)

    def _turn_to_unit(self) -> None:
        part = self.unit_table.current()
        if part is not None:
            self.form.choose(part)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for line in (self.head, self.state, self.rule):
            column.addWidget(line)
        parts: tuple[tuple[str, QWidget, int], ...] = (
            ("来文原句", self.source, 84),
            ("单位进展", self.unit_table, 120),
            ("进展记录", self.log, 120),
        )
        for head, part, height in parts:
            column.addWidget(strong(head))
            part.setMinimumHeight(height)
            column.addWidget(part, 1)
        column.addWidget(self.form)
        column.addWidget(self.status)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)


def _state(row: TaskRow, today: date, rule: LightRule) -> str:
    lamp = lamp_words(light(row, today, rule))
    due = due_word(row) or "没有时限"
    return widen(f"{lamp}   {STATUS_WORDS[row.status]}   完成 {row.percent}%   时限 {due}")
