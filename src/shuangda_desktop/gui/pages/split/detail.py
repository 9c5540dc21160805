"""Below the tasks: the chosen one beside the sentence of the source that it comes from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shuangda_desktop.gui.pages.split.text_box import TextBox
from shuangda_desktop.gui.pages.split.units_panel import UnitsPanel
from shuangda_desktop.gui.widgets.paper_box import paper_box
from shuangda_desktop.gui.widgets.parts import button, quiet, scrolled, strong
from shuangda_desktop.tasks.model import Task
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

HEAD = 32  # headings with buttons and without stand on one line


class SplitDetail(QWidget):
    """Source sentence, task text, units: left to right as the task came to be."""

    split_asked = Signal(int, int)  # the task's id, the place in its text

    def __init__(self) -> None:
        super().__init__()
        self._task_id = 0
        self.source = paper_box("来文原句")
        self.rewordings = quiet("")
        self.reason = quiet("")
        self.text = TextBox("任务内容")
        self.split = button(
            "在光标处拆分",
            self._split,
            kind="link",
            tip="任务内容在光标处分成两项",
            key="Ctrl+Shift+Return",
        )
        self.keep = button("保存", self.text.hand_over, kind="link", tip="保存改动的文字")
        self.units = UnitsPanel()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(_part(["来文原句"], self.source, self.rewordings), 4)
        line.addWidget(_part(["任务内容", self.split, self.keep], self.text, self.reason), 4)
        line.addWidget(_part(["承担单位"], scrolled(self.units)), 4)

    def show_task(
        self, row: TaskRow | None, task: Task | None, others: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show a task with its origin, or nothing; ``others`` are names of other plans and their words."""
        self._task_id = row.task_id if row else 0
        source = f"{row.source_text}{row.clause}" if row else ""
        source += "".join(f"\n\n《{name}》\uff1a\n{words}" for name, words in others)
        if self.source.toPlainText() != source:
            self.source.setPlainText(source)
        self.text.show_text(self._task_id, row.text if row else "")
        self.units.show_row(row)
        _say(self.rewordings, reworded(task) if task else "")
        _say(self.reason, (row.dropped_reason or row.reason) if row else "")
        self.setEnabled(row is not None)

    def _split(self) -> None:
        place = self.text.place()
        self.text.hand_over()
        self.split_asked.emit(self._task_id, place)


def reworded(task: Task) -> str:
    """What was changed on the way down, each change once."""
    pairs = dict.fromkeys((change.before, change.after) for change in task.rewordings)
    words = "\u3001".join(f"\u201c{before}\u201d改为\u201c{after}\u201d" for before, after in pairs)
    return widen(f"改写:{words}") if words else ""


def _part(head: Sequence[str | QWidget], *parts: QWidget) -> QWidget:
    holder, line = QWidget(), QHBoxLayout()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    line.setSpacing(4)
    line.addStrut(HEAD)
    for word in head:
        line.addWidget(strong(word) if isinstance(word, str) else word)
    line.addStretch()
    column.addLayout(line)
    for place, part in enumerate(parts):
        column.addWidget(part, 0 if place else 1)
    return holder


def _say(label: QWidget, text: str) -> None:
    """Show a sentence; without one the line takes no room."""
    label.setProperty("text", text)
    label.setVisible(bool(text))
