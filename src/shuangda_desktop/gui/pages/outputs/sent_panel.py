"""What has gone out, and what a document says otherwise by now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet, strong
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.outputs.sent import Exported, since
from shuangda_desktop.tasks.columns.changes import change_columns, numbered
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.rounds.snapshots import Change
from shuangda_desktop.text.punctuation import widen

NOTHING = "这份文件还没有写出过。写出以后\uff0c这里留底\uff1a何时写出、写了什么\uff0c以后可以看有了哪些变化。"
CHOOSE = "选一次写出\uff0c下面列出从那时到现在的变化。"


def sent_columns() -> tuple[Column[Exported], ...]:
    """When, which file, about whom, how much."""
    return (
        _words("at", "写出时间", lambda e: e.at.strftime("%Y-%m-%d %H:%M"), 10),
        _words("file", "文件", lambda e: e.file, 18),
        _words("about", "单位或方案", lambda e: e.about, 12),
        Column(
            "lines", "行数", lambda e: str(e.line_count), lambda e: e.line_count, 4, numeric=True
        ),
        _words("kept", "留底", lambda e: "有" if e.kept else "无", 4),
        _words("folder", "所在文件夹", lambda e: e.folder, 18),
    )


class SentPanel(QWidget):
    """Above what went out, below the changes since the chosen one."""

    compare_asked = Signal(object)  # Exported
    write_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.sent = RowTable(sent_columns(), key=lambda row: row.id)
        self.changes = RowTable(change_columns(), key=lambda row: row[0])
        self.table, self.difference = Sheet(self.sent, "发出记录"), Sheet(self.changes, "变化")
        self.words, self.head = quiet(NOTHING), strong("")
        self.write = button("写出变更清单\u2026", lambda: self._with_chosen(self.write_asked.emit))
        self.open = button("打开文件", lambda: self._with_chosen(self.open_asked.emit))
        self.table.selectionModel().selectionChanged.connect(
            lambda *_: self._with_chosen(self.compare_asked.emit)
        )
        self._lay_out()
        self.show_changes(None, ())

    def show_sent(self, rows: Sequence[Exported]) -> None:
        """Show what went out; what was chosen stays chosen."""
        self.sent.set_rows(rows)
        self.words.setText(CHOOSE if rows else NOTHING)
        if self.chosen() is None:
            self.show_changes(None, ())

    def chosen(self) -> Exported | None:
        """What is chosen, or None."""
        rows = self.table.chosen_rows()
        return rows[0] if rows else None

    def show_changes(
        self, earlier: Exported | None, changes: Sequence[Change], told: str = ""
    ) -> None:
        """Show what changed since a version, or ``told`` where that cannot be known."""
        self.changes.set_rows(numbered(changes))
        if earlier is None:
            self.head.setText("")
        else:
            count = f"变化 {len(changes)} 处" if changes else "没有变化"
            self.head.setText(told or widen(f"{since(earlier.at.date())},{count}"))
        self.write.setEnabled(bool(changes))
        self.open.setEnabled(earlier is not None)

    def _with_chosen(self, act: Callable[[Exported], object]) -> None:
        chosen = self.chosen()
        if chosen is not None:
            act(chosen)

    def _lay_out(self) -> None:
        below = QWidget()
        part = QVBoxLayout(below)
        part.setContentsMargins(0, 0, 0, 0)
        part.addWidget(flow(self.head, self.write, self.open))
        part.addWidget(self.difference, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.words)
        column.addWidget(parts, 1)


def _words(key: str, title: str, text: Callable[[Exported], str], width: int) -> Column[Exported]:
    return Column(key, title, text, text, width)
