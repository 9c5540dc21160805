"""检查: what was found in the tasks, what each finding leads to, and the key that mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.check_rows import SEVERITY_INKS, SEVERITY_WORDS, check_columns
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.theme import Look
from shuangda_desktop.gui.widgets.actions import action, button_for, toggle
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.plan.model import Severity
from shuangda_desktop.tasks.checks.findings import Fix, TaskFinding
from shuangda_desktop.tasks.columns.column import Column

QUIET_WORDS = "没有发现问题。"
_FITS = 24  # characters of a message that a row of the list shows in whole


class LintPanel(QWidget):
    """A list by weight; a finding that is chosen by the clerk turns to its task."""

    task_asked = Signal(int)
    fixes_asked = Signal(object)  # a list of Fix
    counted = Signal(int)  # how much must be mended or is suspicious

    def __init__(self) -> None:
        super().__init__()
        self._every: Sequence[TaskFinding] = ()
        self.model = RowTable(check_columns(), key=_key, decorate=_look)
        self.table = Sheet(self.model, "检查结果", stretch=2, lines=3)
        self.words = quiet(QUIET_WORDS)
        self.levels = {level: self._level(level) for level in SEVERITY_WORDS}
        self.one = action(self, "处理", self._fix_one, "Ctrl+J", "照所写的办法处理这一处")
        self.kind = action(self, "同类都处理", self._fix_kind, "Ctrl+Shift+J", "同样的问题一次处理")
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self._lay_out()
        self._chosen()

    def show_findings(self, findings: Sequence[TaskFinding]) -> None:
        """List these findings; what was chosen stays chosen while it is there."""
        self._every = findings
        for level, made in self.levels.items():
            number = sum(1 for found in findings if found.severity is level)
            made.setText(f"{SEVERITY_WORDS[level]} {number}")
            made.setVisible(bool(number))
        self._show()
        self.counted.emit(sum(1 for f in findings if f.severity is not Severity.HINT))

    def current(self) -> TaskFinding | None:
        """The finding that is chosen."""
        return self.table.current()

    def _show(self) -> None:
        shown = [found for found in self._every if self.levels[found.severity].isChecked()]
        self.model.set_rows(shown)
        self._chosen()

    def _say(self, found: TaskFinding | None) -> None:
        """That all is well, or the whole of what the list has no room for."""
        long = found.message if found and len(found.message) > _FITS else ""
        self.words.setText(long if self._every else QUIET_WORDS)
        self.words.setVisible(bool(long) or not self._every)

    def _chosen(self) -> None:
        found = self.current()
        self._say(found)
        fix = found.fix if found else None
        self.one.setText(fix.label if fix else "处理")
        self.one.setEnabled(fix is not None)
        alike = self._alike(found)
        self.kind.setText(f"同类{len(alike)}处都处理" if len(alike) > 1 else "同类都处理")
        self.kind.setEnabled(len(alike) > 1)
        if found is not None and found.task_id is not None and self.table.hasFocus():
            self.task_asked.emit(found.task_id)

    def _alike(self, found: TaskFinding | None) -> list[Fix]:
        """The fixes of all findings that say the same of other tasks."""
        if found is None:
            return []
        return [f.fix for f in self._every if f.code == found.code and f.fix is not None]

    def _fix_one(self) -> None:
        found = self.current()
        if found is not None and found.fix is not None:
            self.fixes_asked.emit([found.fix])

    def _fix_kind(self) -> None:
        self.fixes_asked.emit(self._alike(self.current()))

    def _level(self, level: Severity) -> QPushButton:
        return toggle(SEVERITY_WORDS[level], self._show)

    def _lay_out(self) -> None:
        self.table.add_actions([self.one, self.kind])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(flow(*self.levels.values(), gap=4))
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addWidget(flow(button_for(self.one), button_for(self.kind), gap=4))


def _key(found: TaskFinding) -> tuple[int | None, str, str, str]:
    return (found.task_id, found.code, found.field.value, found.message)


def _look(found: TaskFinding, column: Column[TaskFinding]) -> Look | None:
    return Look(ink=SEVERITY_INKS[found.severity]) if column.key == "severity" else None
