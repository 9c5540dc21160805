"""任务: how far everything is, and the log."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.keys import hand_on
from shuangda_desktop.gui.models.progress_columns import HIDDEN, tracking_columns, tracking_look
from shuangda_desktop.gui.models.task_filter import TaskFilter, is_open, tracking_doors
from shuangda_desktop.gui.models.task_table import TaskTable
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.tasks.bulk import TaskBulk
from shuangda_desktop.gui.pages.tasks.desk import TaskDesk
from shuangda_desktop.gui.pages.tasks.grouped_sheet import GroupedSheet
from shuangda_desktop.gui.pages.tasks.saved_views import SavedViews
from shuangda_desktop.gui.pages.tasks.views import TaskViews
from shuangda_desktop.gui.theme import Look
from shuangda_desktop.gui.widgets.actions import toggle
from shuangda_desktop.gui.widgets.doors import Doors
from shuangda_desktop.gui.widgets.empty_place import EmptyPlace
from shuangda_desktop.gui.widgets.filter_fields import SearchField, UnitFilter
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, quiet, title
from shuangda_desktop.gui.widgets.plan_box import PlanBox, named_since
from shuangda_desktop.services.city.calendar import load_workdays
from shuangda_desktop.services.city.lights import load_light_rule
from shuangda_desktop.services.dividing import selection
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.services.words import quoted, shortened
from shuangda_desktop.store import plan_years, queries
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.life import LIFE_WORDS, needs_reason, verb
from shuangda_desktop.tasks.model import Status
from shuangda_desktop.tasks.rows import TaskRow

LIFE = frozenset(
    {"task_move", "target_actual", "target_way", "evidence", "special_day", "saved_view"}
)
SHORTEST = 8  # characters of a task's name that stay in sight
WIDE = 900  # below this the table needs all the room there is


class TasksPage(Page):
    """All tasks of the city with their lights; the chosen one beside them."""

    name = "tasks"
    title = "任务"
    icon = "list-check"
    reads = frozenset({"plan", "task", "assignment", "progress_entry", "settings"}) | LIFE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: tuple[TaskRow, ...] = ()
        self._own_sizes, self._older = False, 0
        self._today = context.today()
        self._rule = load_light_rule(context.store)
        self.plans = PlanBox("按来文筛选", every="本年和在办的")
        self.unit, self.search_field = UnitFilter(), SearchField("查找任务")
        self.doors = Doors(tracking_doors(self._today, self._rule.due_soon_days), "任务状态")
        self.model = TaskTable(tracking_columns(self._today, self._rule), decorate=self._look)
        self.table = GroupedSheet(self.model, "任务列表", stretch=2)
        self.table.offer_columns(HIDDEN)
        self.table.shrink("title", SHORTEST)
        self.views = TaskViews(self.table, self.model, lambda: load_workdays(context.store))
        self.saved = SavedViews(self)
        self.views.bar.offer_columns(self.table.horizontalHeader().actions())
        self.bulk, self.order = TaskBulk(), quiet("")
        self.copy_button = button("复制表格", self.copy)
        self.views.bar.mode_changed.connect(
            lambda: self.copy_button.setVisible(self.views.bar.mode == "table")
        )
        self.beside = toggle("任务详情", self.toggle_detail, "空格")
        self.desk = TaskDesk(context, lambda: self.table.current())
        self.detail, self.stack = self.desk.detail, QStackedWidget()
        self.rule = quiet(self._rule.words())
        self.empty = EmptyPlace(
            "还没有任务",
            "任务由来文分解而来\u3002先到\u201c分解\u201d拟定任务\uff0c再在这里登记进展\u3002",
            "去分解",
            lambda: context.open_page("split"),
        )
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Query again and show; selection and scroll stay."""
        store = self.context.store
        self._follow_the_day()
        self.plans.offer(plan_years.plan_names(store, named_since(self._today), self._older))
        plan_id, year = self.plans.plan_id(), date(self._today.year, 1, 1)
        every = queries.task_rows(store, plan_id=plan_id, since=None if plan_id else year)
        self._rows = tuple(row for row in every if is_open(row))
        known = bool(self._rows) or self.plans.plan_id() is not None
        self.stack.setCurrentWidget(self.body if known else self.empty)
        self.beside.setVisible(known)
        self.plans.setVisible(known)
        self.views.bar.setVisible(known)
        self.saved.offer()
        self.show_tasks()

    def land(self) -> None:
        """The keyboard walks the tasks."""
        if self.stack.currentWidget() is self.body:
            self.views.land()
        else:
            self.empty.button.setFocus()

    def go(self, **where: int | str) -> None:
        """Show a unit's tasks, those behind a door, or one task."""
        self.search_field.clear()
        self.doors.choose(str(where.get("door", "all")))
        self.unit.choose(str(where.get("unit", "")))
        if "plan_id" in where:
            self._older = int(where["plan_id"])
            self.refresh()
            self.plans.choose(self._older)
        self.show_tasks()
        if "task_id" in where:
            self.model.reveal(int(where["task_id"]))
            self.table.choose(self.model.index_of(where["task_id"]))

    def unkept(self) -> str:
        """What was written of tasks and not recorded; of one that is gone nothing can be."""
        said = (
            self._unkept(self.detail.form.unkept(), "的进展写了\uff0c还没有登记\u3002"),
            self._unkept(self.detail.begun(), "的办理\u3001延期或指标写了\uff0c还没有办\u3002"),
        )
        return "\n".join(filter(None, said))

    def _unkept(self, ids: Collection[int], what: str) -> str:
        found = queries.task_rows(self.context.store, ids=ids) if ids else ()
        names = [shortened(row.title or row.text) for row in found if is_open(row)]
        if not names:
            return ""
        more = f"等{len(names)}项任务" if len(names) > 1 else ""
        return f"任务\uff1a{quoted(names[0])}{more}{what}"

    def search(self) -> None:
        """Ctrl+F."""
        self.search_field.begin()

    def show_tasks(self) -> None:
        """Show the tasks that pass the filters, and count behind every door."""
        self.unit.offer(part.unit for row in self._rows for part in row.units)
        near = TaskFilter(self.search_field.text(), self.unit.unit()).keep(self._rows)
        self.doors.count(near)
        shown = TaskFilter(holds=self.doors.chosen.holds).keep(near)
        self.views.show_rows(shown, self._today, self._rule)
        if not self.table.chosen() and self.model.rowCount():
            self.table.choose_first()
        self.show_task()

    def show_task(self) -> None:
        """Show the chosen task beside the table."""
        self.desk.show(self.table.current(), self._today, self._rule)
        rows, year = self.table.chosen_rows(), self._today.year
        hand_on(self.bulk, self.table, lambda: self.bulk.show_rows(rows, year))
        self._show_rule()

    def tell_order(self) -> None:
        """Say what the table is sorted by, the first first."""
        titles = {column.key: column.title for column in self.model.columns}
        parts = [f"{titles[key]}{'↓' if down else '↑'}" for key, down in self.model.order]
        self.order.setText(f"排序\uff1a{'、'.join(parts)}" if len(parts) > 1 else "")
        self.order.setVisible(len(parts) > 1)

    def move_all(self, status: Status, note: str) -> None:
        """Move all chosen tasks that may go there."""
        ids = [row.task_id for row in self.table.chosen_rows()]
        moved = tracking.move_tasks(self.context.store, ids, status, note, self.context.now())
        self.bulk.clear()
        left = f"\uff0c另有{len(ids) - len(moved)}项不能这样办" if len(moved) < len(ids) else ""
        self.context.notify(f"已改{len(moved)}项任务\uff1a{LIFE_WORDS[status]}{left}\u3002")

    def move_card(self, row: TaskRow, status: Status) -> None:
        """Move one task to where its card was put; a move that needs a why asks for it."""
        what, note = verb(row.status, status), ""
        if needs_reason(row.status, status):
            told = ask.line(self, what, f"{what}的原因")
            if told is None:
                return
            note = told
        tracking.set_status(self.context.store, row.task_id, status, note, self.context.now())
        self.context.notify(f"任务{row.number}已改为{LIFE_WORDS[status]}\u3002")

    def set_day(self, day: date) -> None:
        """Give all chosen tasks the same deadline."""
        ids = [row.task_id for row in self.table.chosen_rows()]
        selection.set_deadline(self.context.store, ids, day, self.context.now())
        self.bulk.clear()
        self.context.notify(f"已设定{len(ids)}项任务的时限\u3002")

    def toggle_detail(self) -> None:
        """Show the chosen task beside the table, or give its room to the table."""
        self._own_sizes = True
        self._show_detail(self.detail.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window is the table's, until the clerk says else."""
        super().resizeEvent(event)
        if not self._own_sizes:
            self._show_detail(event.size().width() >= WIDE)
        self._show_rule()

    def _show_rule(self) -> None:
        """On a small screen it gives its room to what else is shown; the lights tell it in their tips."""
        roomy = self.detail.isHidden() or self.width() >= WIDE
        self.rule.setVisible(roomy and self.bulk.isHidden())

    def _show_detail(self, shown: bool) -> None:
        self.detail.setVisible(shown)
        self.beside.setChecked(shown)
        self._show_rule()
        QTimer.singleShot(
            0, self, self.views.scroll_to_current
        )  # the table has another height then

    def take_key(self, event: QKeyEvent) -> bool:
        """Space opens and closes the detail."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle_detail()
        return event.key() == Qt.Key.Key_Space

    def _follow_the_day(self) -> None:
        """A program left open over night, or another rule of the office, moves the lights."""
        today = self.context.today()
        rule = load_light_rule(self.context.store)
        if (today, rule) != (self._today, self._rule):
            self._today, self._rule = today, rule
            self.model.set_columns(tracking_columns(today, rule))
            self.doors.set_doors(tracking_doors(today, rule.due_soon_days))
            self.rule.setText(rule.words())

    def _narrow(self) -> None:
        """Show what a filter leaves; the chosen task stays in sight."""
        self.show_tasks()
        self.views.scroll_to_current()

    def _look(self, row: TaskRow, column: Column[TaskRow]) -> Look | None:
        return tracking_look(row, column, self._today, self._rule)

    def _connect(self) -> None:
        self.plans.changed.connect(self.refresh)
        for signal in (self.doors.changed, self.unit.changed, self.search_field.searched):
            signal.connect(self._narrow)
        self.table.selectionModel().selectionChanged.connect(self.show_task)
        self.table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self.tell_order())
        self.views.regrouped.connect(self._narrow)
        self.views.moved.connect(self.move_card)
        self.bulk.move_given.connect(self.move_all)
        self.bulk.day_given.connect(self.set_day)
        self.bulk.refused.connect(lambda words: self.context.notify(words, undo=False))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title(self.title))
        head.addWidget(self.plans)
        head.addWidget(self.views.bar, 1)
        head.addWidget(self.beside)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self._left())
        self.body.addWidget(self.detail)
        self.body.setSizes([860, 370])
        self.body.setStretchFactor(0, 1)
        self.body.setHandleWidth(16)
        self.body.setChildrenCollapsible(False)
        self.stack.addWidget(self.body)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.doors)
        column.addWidget(
            flow(self.unit, self.search_field, *self.views.bar.tools, self.copy_button)
        )
        column.addWidget(self.views, 1)
        for part in (self.bulk, self.order, self.rule):
            column.addWidget(part)
        self.order.hide()
        return left

    def copy(self) -> None:
        """Put the shown or chosen rows on the clipboard, to be pasted into WPS."""
        if len(self.table.chosen()) < 2:
            self.table.selectAll()
        self.table.copy()
        self.context.notify(
            f"已复制{len(self.table.chosen())}行\uff0c可以粘贴到WPS表格\u3002", undo=False
        )
