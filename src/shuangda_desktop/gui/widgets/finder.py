"""Ctrl+K: one line over the page that finds plans, tasks, what was said of them, units and commands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.pinyin import matches
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import OpenPage
from shuangda_desktop.gui.theme import QUIET, Look
from shuangda_desktop.gui.widgets.line import Line
from shuangda_desktop.gui.widgets.parts import quiet
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.searching import Hit, search_all, unit_labels
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.columns.column import Column

WAIT = 60  # ms: typing on must not search for every letter of a pinyin
COMMAND = "命令"
_WIDE, _HIGH = 820, 460


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One line of what was found; ``place`` tells lines apart."""

    place: int
    hit: Hit
    action: QAction | None = None


class Finder(QFrame):
    """Lies over a page; Esc takes it away, Enter opens what is chosen."""

    def __init__(
        self,
        over: QWidget,
        store: Store,
        open_page: OpenPage,
        commands: Callable[[], Sequence[QAction]],
    ) -> None:
        super().__init__(over)
        self._store, self._open_page, self._commands = store, open_page, commands
        self._over, self._back = over, over
        self.setProperty("kind", "card")
        self.setAccessibleName("全部查找")
        self.line = Line("全部查找", "找来文、任务、进展、单位、命令\uff08可用拼音首字母\uff09")
        self.words = quiet("")
        self.model = RowTable(_columns(), key=lambda line: line.place, decorate=_look)
        self.table = Sheet(self.model, "查找结果", stretch=2)
        self.table.horizontalHeader().hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self.search)
        self.line.textChanged.connect(lambda _: self._timer.start())
        self.table.doubleClicked.connect(lambda _: self.choose())
        column = QVBoxLayout(self)
        for part in (self.line, self.table, self.words):
            column.addWidget(part)
        self.hide()

    def open(self) -> None:
        """Come into sight, ready for words."""
        if self.isHidden():
            self._back = self.window().focusWidget() or self._over
        self.place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.search()

    def close_finder(self) -> None:
        """Go, and give the keys back."""
        self.hide()
        self._back.setFocus()

    def place(self) -> None:
        """Stand in the upper middle of the page."""
        over = self._over
        wide, high = min(_WIDE, over.width() - 48), min(_HIGH, over.height() - 48)
        self.setGeometry((over.width() - wide) // 2, 24, wide, high)

    def search(self) -> None:
        """Find what holds the words that stand in the line."""
        self._timer.stop()
        typed = self.line.text().strip()
        found = list(self._found(typed)) if typed else []
        self.model.set_rows([])
        self.model.set_rows(found)
        if found:
            self.table.choose(self.model.index(0, 0))
        self.words.setText(_told(typed, len(found)))

    def choose(self) -> None:
        """Open the chosen line."""
        line = self.table.current()
        if line is None:
            return
        self.close_finder()
        if line.action is not None:
            line.action.trigger()
        elif line.hit.task_id:
            self._open_page("tasks", task_id=line.hit.task_id)
        elif line.hit.plan_id:
            self._open_page("review", plan_id=line.hit.plan_id)
        else:
            self._open_page("tasks", unit=line.hit.unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the list while the words are typed."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_finder()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self.search()
            self.choose()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        at = self.table.currentIndex().row() + by
        if 0 <= at < self.model.rowCount():
            self.table.choose(self.model.index(at, 0))

    def _found(self, typed: str) -> Iterator[FoundLine]:
        lines: list[tuple[Hit, QAction | None]] = []
        for action in self._commands():
            if matches(typed, action.text()):
                key = action.shortcut().toString()
                lines.append((Hit(COMMAND, action.text().rstrip("…"), key), action))
        lines += [(hit, None) for hit in self._by_initials(typed)]
        lines += [(hit, None) for hit in search_all(self._store, typed)]
        return (FoundLine(place, hit, action) for place, (hit, action) in enumerate(lines))

    def _by_initials(self, typed: str) -> Iterator[Hit]:
        if typed.isascii() and typed.isalpha():
            for label in unit_labels(self._store):
                if matches(typed, label):
                    yield Hit("单位", label, "", unit=label)


def _columns() -> tuple[Column[FoundLine], ...]:
    return (
        Column("kind", "类别", lambda n: n.hit.kind, lambda n: n.hit.kind, 2),
        Column("title", "名称", lambda n: n.hit.title, lambda n: n.hit.title, 16),
        Column("text", "文字", lambda n: n.hit.text, lambda n: n.hit.text, 20),
    )


def _look(line: FoundLine, column: Column[FoundLine]) -> Look | None:
    return QUIET if column.key == "kind" else None


def _told(typed: str, count: int) -> str:
    if not typed:
        return "一个字也能找\uff1b几个词用空格隔开\uff0c都要有。"
    return (
        f"共列出{count}条\uff0c每类最多50条\uff0c新的在前。Enter 打开\uff0cEsc 收起。"
        if count
        else "没有找到。"
    )
