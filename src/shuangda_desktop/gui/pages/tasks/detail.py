"""One task beside the table: its light and why, its units, their log, and what comes next."""

from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from shuangda_desktop.gui.models.life_columns import answer_look, occurrence_columns
from shuangda_desktop.gui.models.progress_columns import (
    log_text,
    silent_look,
    unit_progress_columns,
)
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.split_columns import due_word
from shuangda_desktop.gui.pages.tasks.evidence_tab import EvidenceTab
from shuangda_desktop.gui.pages.tasks.lamp import Lamp
from shuangda_desktop.gui.pages.tasks.moves_tab import MovesTab
from shuangda_desktop.gui.pages.tasks.progress_form import ProgressForm
from shuangda_desktop.gui.pages.tasks.results_tab import ResultsTab
from shuangda_desktop.gui.theme import paper_font
from shuangda_desktop.gui.widgets.parts import quiet, scrolled, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.tracking.task_file import TaskFile
from shuangda_desktop.tasks.columns.cells import percent_text
from shuangda_desktop.tasks.lateness import late_months, months_text
from shuangda_desktop.tasks.life import LIFE_WORDS
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import LightRule, light

TABS = ("进展", "流转", "指标", "期次", "佐证")


class TaskDetail(QWidget):
    """Everything about the chosen task: the head always in sight, the rest by what it is for."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.lamp, self.state, self.late = strong(""), Lamp(), quiet(""), quiet("")
        self.head.setWordWrap(True)
        self.source, self.log = _read_only("来文原句"), _read_only("进展记录")
        self.source.setFont(paper_font(self.source.font().pointSizeF()))
        self.units = RowTable(
            unit_progress_columns(), key=lambda p: p.assignment_id, decorate=silent_look
        )
        self.unit_table = Sheet(self.units, "单位进展", stretch=0)
        self.form, self.moves = ProgressForm(), MovesTab()
        self.status, self.extension = self.moves.status, self.moves.extension
        self.results, self.evidence = ResultsTab(), EvidenceTab()
        self.periods = RowTable(
            occurrence_columns(), key=lambda o: o.period.key, decorate=answer_look
        )
        self.period_table = Sheet(self.periods, "各报送期", stretch=0)
        self.tabs = QTabWidget()
        self._lay_out()
        self.unit_table.selectionModel().selectionChanged.connect(self._turn_to_unit)

    def show_task(self, row: TaskRow | None, file: TaskFile, today: date, rule: LightRule) -> None:
        """Show a task, or nothing."""
        self.setEnabled(row is not None)
        self.units.set_rows(row.units if row else ())
        self.form.show_task(row.task_id if row else 0, row.units if row else (), today)
        self.form.offer_periods(file.occurrences)
        self.moves.show_task(row, today)
        self.results.show_task(row, file.results, today)
        self.evidence.show_pieces(file.pieces)
        self.periods.set_rows(file.occurrences[::-1])
        if row is not None:
            self._show_head(row, file, today, rule)

    def begun(self) -> set[int]:
        """The tasks for which a move, an extension or a value is typed and not given yet."""
        keys = [*self.status.aside.typed(), *self.extension.aside.typed()]
        keys += (key[0] for key in self.results.aside.typed() if isinstance(key, tuple))
        return {key for key in keys if isinstance(key, int)}

    def _show_head(self, row: TaskRow, file: TaskFile, today: date, rule: LightRule) -> None:
        self.head.setText(f"{row.number}. {row.title}")
        self.lamp.show_light(light(row, today, rule), rule)
        self.state.setText(_state(row))
        late = months_text(late_months(row, today), today)
        self.late.setText(f"曾逾期\uff1a{late}" if late else "")
        self.late.setVisible(bool(late))
        _show(self.source, f"{row.source_text}{row.clause}")
        _show(self.log, log_text(file.entries) or "还没有报送")
        self._name_tabs(row, file)

    def _name_tabs(self, row: TaskRow, file: TaskFile) -> None:
        """Say on each tab how much is behind it."""
        counts = (None, len(row.moves), len(file.results), len(file.occurrences), len(file.pieces))
        for at, (word, count) in enumerate(zip(TABS, counts, strict=True)):
            self.tabs.setTabText(at, f"{word} {count}" if count else word)
        self.tabs.setTabVisible(3, bool(file.occurrences))

    def _turn_to_unit(self) -> None:
        part = self.unit_table.current()
        if part is not None:
            self.form.choose(part)

    def _lay_out(self) -> None:
        column, state = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        state.addWidget(self.lamp)
        state.addWidget(self.state, 1)
        column.addWidget(self.head)
        column.addLayout(state)
        column.addWidget(self.late)
        for word, part in zip(
            TABS,
            (self._progress(), self.moves, self.results, self.period_table, self.evidence),
            strict=True,
        ):
            self.tabs.addTab(scrolled(part), word)
        column.addWidget(self.tabs, 1)

    def _progress(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        parts: tuple[tuple[str, QWidget, int], ...] = (
            ("单位进展", self.unit_table, 96),
            ("来文原句", self.source, 64),
            ("进展记录", self.log, 64),
        )
        for head, part, height in parts:
            column.addWidget(strong(head))
            part.setMinimumHeight(height)
            # Not by what they would like: the form must be in sight, on a small screen too.
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            column.addWidget(part, 1)
            if part is self.unit_table:
                column.addWidget(self.form)
        for one, other in pairwise((self.unit_table, self.form, self.source, self.log)):
            QWidget.setTabOrder(one, other)
        return body


def _state(row: TaskRow) -> str:
    due = due_word(row) or "没有时限"
    return f"{LIFE_WORDS[row.status]}   完成 {percent_text(row)}   时限 {due}"


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
