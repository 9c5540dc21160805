"""One task beside the table: its light and why, its units, their log, and what comes next."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.models.progress_columns import (
    log_text,
    silent_look,
    unit_progress_columns,
)
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import due_word
from shuangda_desktop.gui.theme import paper_font
from shuangda_desktop.gui.widgets.lamp import Lamp
from shuangda_desktop.gui.widgets.parts import quiet, strong
from shuangda_desktop.gui.widgets.progress_form import ProgressForm
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.gui.widgets.status_form import StatusForm
from shuangda_desktop.tasks.life import LIFE_WORDS
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, light


class TaskDetail(QScrollArea):
    """Everything about the chosen task, in the order in which it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.lamp, self.state = strong(""), Lamp(), quiet("")
        self.head.setWordWrap(True)
        self.source, self.log = _read_only("来文原句"), _read_only("进展记录")
        self.source.setFont(paper_font(self.source.font().pointSizeF()))
        self.units = RowTable(
            unit_progress_columns(), key=lambda p: p.assignment_id, decorate=silent_look
        )
        self.unit_table = Sheet(self.units, "单位进展", stretch=0)
        self.form, self.status = ProgressForm(), StatusForm()
        self._lay_out()
        self.unit_table.selectionModel().selectionChanged.connect(self._turn_to_unit)

    def show_task(
        self, row: TaskRow | None, entries: Sequence[ProgressEntry], today: date, rule: LightRule
    ) -> None:
        """Show a task, or nothing."""
        self.widget().setEnabled(row is not None)
        self.units.set_rows(row.units if row else ())
        self.form.show_task(row.task_id if row else 0, row.units if row else (), today)
        if row is None:
            return
        self.head.setText(f"{row.number}. {row.title}")
        self.lamp.show_light(light(row, today, rule), rule)
        self.state.setText(_state(row))
        _show(self.source, f"{row.source_text}{row.clause}")
        _show(self.log, log_text(entries) or "还没有报送")
        self.status.show_status(row.status, today.year)

    def _turn_to_unit(self) -> None:
        part = self.unit_table.current()
        if part is not None:
            self.form.choose(part)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        state = QHBoxLayout()
        state.addWidget(self.lamp)
        state.addWidget(self.state, 1)
        column.addWidget(self.head)
        column.addLayout(state)
        parts: tuple[tuple[str, QWidget, int], ...] = (
            ("来文原句", self.source, 72),
            ("单位进展", self.unit_table, 108),
            ("进展记录", self.log, 76),
        )
        for head, part, height in parts:
            column.addWidget(strong(head))
            part.setMinimumHeight(height)
            # Not by what they would like: the form below must be in sight.
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            column.addWidget(part, 1)
        column.addWidget(self.form)
        column.addWidget(self.status)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts are the stops


def _state(row: TaskRow) -> str:
    due = due_word(row) or "没有时限"
    return f"{LIFE_WORDS[row.status]}   完成 {row.percent}%   时限 {due}"


def _read_only(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made


def _show(field: QPlainTextEdit, text: str) -> None:
    """Show a text; the same text again must not scroll back to its beginning."""
    if field.toPlainText() != text:
        field.setPlainText(text)
