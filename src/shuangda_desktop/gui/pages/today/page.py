"""今日: what needs the clerk, each number a door to its list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.dates import in_words
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.today.state_bar import StateBar
from shuangda_desktop.gui.pages.today.tiles import Tiles
from shuangda_desktop.gui.theme import LATE, QUIET, Look
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.parts import button, quiet, strong, title
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.services.tracking.today import Today, TodayList, TodayRow, load_today
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.workdays import weekday


class TodayPage(Page):
    """The first place: numbers, and below them the list of the one that is open."""

    name = "today"
    title = "今日"
    icon = "calendar-event"
    reads = frozenset(
        {
            *("plan", "decision", "finding", "task", "assignment", "progress_entry", "settings"),
            *("task_move", "special_day", "dispatch", "unit_return"),
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._today: Today | None = None
        self.day, self.words = quiet(""), strong("")
        self.tiles, self.states, self.stack = Tiles(), StateBar(), QStackedWidget()
        self.model = RowTable(
            today_columns(),
            key=lambda row: (row.task_id, row.unit, row.plan_id, row.period),
            decorate=self._look,
        )
        self.table = Sheet(self.model, "要办的事", stretch=0)
        self.open = button("打开", self.open_row, kind="main", tip="打开所选的一项", key="")
        self.issue = button("全部下达", self.issue_all, tip="把这些草稿一起下达给承担单位")
        self.empty = EmptyPlace(
            "今天没有要办的事",
            "导入来文、分解任务以后\uff0c逾期、到期、该报送和未报的都会列在这里\u3002",
            "去来文",
            lambda: context.open_page("plans"),
        )
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> TodayList | None:
        """The list that is open."""
        lists = self._today.lists if self._today else ()
        return next((one for one in lists if one.key == self.tiles.chosen), None)

    def has_work(self) -> bool:
        """Whether there is anything to follow: without it another place is the first."""
        return bool(self.context.store.rows("SELECT 1 FROM plan LIMIT 1"))

    def refresh(self) -> None:
        """Count again; the open list stays open."""
        today = self.context.today()
        self.day.setText(f"{today.year}年{in_words(today)}  {weekday(today)}")
        self.stack.setCurrentWidget(self.body if self.has_work() else self.empty)
        self._today = load_today(self.context.store, today)
        self.tiles.show_lists(self._today.lists)
        self.states.show_counts(self._today.states)
        self.show_list()

    def land(self) -> None:
        """The keyboard walks the open list, one that holds something where there is any.

        What was open days ago may be done with, and what is urgent stand unseen beside it.
        """
        self.tiles.leave_empty()
        if self.stack.currentWidget() is self.empty:
            self.empty.button.setFocus()
        else:
            (self.table if self.model.rowCount() else self.tiles.tiles["overdue"]).setFocus()

    def go(self, **where: int | str) -> None:
        """Open a list by its key."""
        self.tiles.choose(str(where.get("list", "")))

    def show_list(self) -> None:
        """Show what the open number counts."""
        shown = self.shown
        if shown is None:
            return
        self.words.setText(f"{shown.word}\uff1a{shown.sentence}\uff0c共{len(shown.rows)}项")
        self.model.set_rows(shown.rows)
        self.table.choose_some()
        self.open.setEnabled(bool(shown.rows))
        self.issue.setVisible(shown.key == "drafts" and bool(shown.rows))

    def open_row(self) -> None:
        """Go to where the chosen line is worked on."""
        row = self.table.current()
        if row is None:
            return
        if row.plan_id:
            self.context.open_page("review", plan_id=row.plan_id)
        elif row.unit and row.period:
            self.context.open_page("returns", period=row.period, unit=row.unit)
        elif row.unit:
            self.context.open_page("tasks", unit=row.unit)
        else:
            self.context.open_page("tasks", task_id=row.task_id)

    def issue_all(self) -> None:
        """Issue the drafts of the list."""
        ids = [row.task_id for row in self.model.rows]
        done = tracking.issue_tasks(self.context.store, ids, self.context.now())
        self.context.notify(f"已下达{len(done)}项任务\u3002")

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter opens the chosen line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_row()
            return True
        return False

    def _look(self, row: TodayRow, column: Column[TodayRow]) -> Look | None:
        if column.key == "on" and row.on is not None and row.on < self.context.today():
            return LATE if row.task_id else QUIET
        return None

    def _connect(self) -> None:
        self.tiles.changed.connect(self.show_list)
        self.table.doubleClicked.connect(lambda _: self.open_row())
        self.states.asked.connect(lambda key: self.context.open_page("tasks", door=key))

    def _lay_out(self) -> None:
        head, foot, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(12)
        head.addWidget(title(self.title))
        self.day.setWordWrap(False)
        head.addWidget(self.day)
        head.addStretch()
        self.body = QWidget()
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.issue)
        foot.addWidget(self.open)
        for part in (self.tiles, self.states):
            inner.addWidget(part)
        inner.addLayout(foot)
        inner.addWidget(self.table, 1)
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.empty)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)


def today_columns() -> tuple[Column[TodayRow], ...]:
    """What, who, by when, why it is here."""
    return (
        Column("what", "事项", lambda r: r.what, lambda r: r.what, 24),
        Column("who", "单位", lambda r: r.who, lambda r: r.who, 11),
        Column("on", "日期", lambda r: f"{r.on or ''}", lambda r: r.on, 6),
        Column("note", "情况", lambda r: r.note, lambda r: r.note, 14),
    )
