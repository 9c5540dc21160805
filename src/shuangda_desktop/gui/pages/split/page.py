"""分解: from the source's measures to the city's own tasks."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from shuangda_desktop.gui.keys import hand_on
from shuangda_desktop.gui.models.division import PART, Division
from shuangda_desktop.gui.models.split_columns import role_widths
from shuangda_desktop.gui.models.unit_names import unit_names
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.split.actions import SplitActions
from shuangda_desktop.gui.pages.split.bench import SplitBench
from shuangda_desktop.gui.pages.split.checking import Checking
from shuangda_desktop.gui.pages.split.places import Places
from shuangda_desktop.gui.pages.split.plan_actions import PlanActions
from shuangda_desktop.gui.pages.split.reading import DivisionReading
from shuangda_desktop.gui.pages.split.reason_bar import ReasonBar
from shuangda_desktop.gui.pages.split.remains import Remains
from shuangda_desktop.gui.pages.split.standing import Standing
from shuangda_desktop.gui.pages.split.views import SplitViews
from shuangda_desktop.gui.pages.split.ways import Ways
from shuangda_desktop.gui.widgets.plan_box import PlanBox
from shuangda_desktop.plan.model import Plan
from shuangda_desktop.store import plan_years
from shuangda_desktop.store.database import Touched
from shuangda_desktop.store.task_sources import other_origins
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.store.units import load_directory
from shuangda_desktop.store.versions import load_adjustments
from shuangda_desktop.tasks.rows import TaskRow

ENOUGH = 100  # tasks that tell how wide the columns must be
ROOMY = 520  # pixels of the page


class SplitPage(Page):
    """One plan: its measures, the tasks made of them, and everything that can be done to those."""

    name = "split"
    title = "分解"
    icon = "sitemap"
    reads = frozenset(
        {
            "plan",
            "measure",
            "decision",
            "task",
            "assignment",
            "rewording",
            "unit",
            "alias",
            "settings",
            "version",
            "adjustment",
            "consultation",
            "consulted_unit",
            "opinion",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.reading = DivisionReading(self, context.store)
        self.plans, self.reasons = PlanBox("要分解的来文"), ReasonBar()
        self.plan_actions = PlanActions(context, self.plans.plan_id)
        self.task_actions = SplitActions(self, context, self.chosen, lambda: self.reading.rows)
        self.bench = SplitBench(self.task_actions.edit_cell, context.today().year)
        self.views = SplitViews(context, self.bench)
        self.ways = Ways(self.bench, self.views, self.reading, self.show_tasks)
        self.remains = Remains(self.task_actions.accept_all, self.go_on)
        self.stack = Places(self.views.stack, self.divide, context.open_page)
        self.standing = Standing(context.store, self.views, self.stack, self.remains, self.reasons)
        self.checking = Checking(self, context, self.bench.show_findings)
        self._lay_out()
        self._connect()

    # -- what the window asks

    def refresh(self) -> None:
        """Query again and show; selection and scroll stay."""
        self.plans.offer(plan_years.plan_names(self.context.store, date.min))
        self.show_plan()

    def refresh_touched(self, touched: Touched) -> None:
        """Read again what a step changed, and all of it only where that cannot be told."""
        self.task_actions.offers.show_offers()
        again = self.reading.renew(touched)
        if again is None:
            self.refresh()
        else:
            self._show_division(again)

    def go(self, **where: int | str) -> None:
        """Turn to a plan, a view, a unit's tasks, or one task."""
        self.views.switch.choose(str(where.get("view", "divide")))
        if "plan_id" in where:
            self.plans.choose(int(where["plan_id"]))
        if "unit" in where:
            self.bench.unit.choose(str(where["unit"]))
        if "task_id" in where:
            self.ways.to_task(int(where["task_id"]))

    def go_on(self) -> None:
        """A draft is issued next; what was issued, or is asked about, is written out."""
        if self.views.state(self.context.store, self.plans.plan_id() or 0):
            self.context.open_page("outputs")
        else:
            self.views.switch.choose("versions")

    def search(self) -> None:
        """Ctrl+F."""
        self.views.switch.choose("divide")
        self.bench.search_field.begin()

    def settle(self) -> None:
        """Read to the end."""
        self.reading.finish()

    def unkept(self) -> str:
        """What was typed for a round and is kept nowhere."""
        return self.views.rounds.unkept()

    def stop(self) -> None:
        """Read no more replies, write no more forms: what was begun is written to its end."""
        self.views.rounds.actions_.stop()

    def land(self) -> None:
        """The keyboard stands where the work goes on."""
        self.standing.land()

    # -- what the clerk does

    def divide(self) -> None:
        """Propose tasks for the plan's measures and keep them."""
        self.plan_actions.divide()
        self.bench.table.setFocus()

    def chosen(self) -> list[TaskRow]:
        """The selected tasks."""
        return self.bench.table.chosen_rows()

    def take_key(self, event: QKeyEvent) -> bool:
        """Space opens and closes what is below the tasks."""
        if event.key() == Qt.Key.Key_Space:
            self.bench.toggle_detail()
        return event.key() == Qt.Key.Key_Space

    # -- showing

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is read: the window may be closing, and the store after it."""
        super().hideEvent(event)
        self.reading.pause()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was not read to the end."""
        super().showEvent(event)
        if self.reading.was_cut_short():
            self.show_plan()

    def show_plan(self) -> None:
        """Show the chosen plan: its tasks, or the one action that makes them."""
        self.task_actions.offers.show_offers()
        plan_id = self.plans.plan_id()
        self.plans.setVisible(plan_id is not None)
        if plan_id is None:
            self.reading.forget()
            self.checking.check(None)
            self.standing.show_none()
        elif self.reading.read(plan_id, self._take):
            self._show_nothing()

    def _show_nothing(self) -> None:
        """What was shown is of another plan, and nothing of the chosen one is read yet."""
        self.reading.division = None
        self.checking.check(None)
        self.bench.show_measures(())
        self.show_tasks()
        self.standing.show_reading()

    def _take(self, division: Division) -> None:
        """Show the first tasks of a plan that is opened; what is shown of it stays until all are read."""
        if not division.rows and not division.whole:
            self._show_directory(division.plan)
            return
        known = self.reading.division
        self.bench.doors.look_at(division.rows[-PART:])
        if not division.whole and known is not None and known.plan_id == division.plan_id:
            return
        self.reading.division = division
        if division.rows and self.bench.plan_id != division.plan_id:
            self.bench.plan_id = division.plan_id
            self.bench.table.fit_columns(role_widths(division.rows[:ENOUGH]))
        if division.whole:
            self.reading.stop()
            self._show_division(division)
            self.ways.to_wanted()
        else:
            self.show_tasks()
            self.standing.show_reading()

    def _show_division(self, division: Division) -> None:
        self.bench.show_measures(division.measures)
        self.show_tasks()
        self.standing.show_division(division, self.plans.currentText())
        self.views.show_division(division)
        known = load_adjustments(self.context.store, division.plan_id)
        self.reasons.show_pending(known)
        self.checking.check(division)

    def show_tasks(self) -> None:
        """Show the tasks that pass the filters, and the chosen one of them."""
        table = self.bench.table
        place = table.currentIndex().row()
        self.bench.filter_rows(self.reading.rows)
        table.choose_some()
        if table.currentIndex().row() != place:  # moved, or others came and went above it
            table.scrollTo(table.currentIndex())
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show the current task below, and what can be done with the selection."""
        row, store = self.bench.table.current(), self.context.store
        if row is None:
            self.bench.detail.show_task(None, None)
        else:
            others = other_origins(store, row.task_id)
            self.bench.detail.show_task(row, load_task(store, row.task_id), others)
        hand_on(self.bench.bulk, self.bench.table, self._show_actions)

    def _show_actions(self) -> None:
        self.task_actions.allow()
        self.bench.bulk.show_count(len(self.chosen()))

    def _show_directory(self, plan: Plan) -> None:
        known = load_directory(self.context.store)
        self.checking.directory = known
        names = unit_names(known)
        self.views.matrix.order = names.names
        year = plan.plan_year or self.context.today().year
        self.task_actions.names, self.task_actions.year = names, year
        self.task_actions.edits.plan, self.task_actions.edits.directory = plan, known
        self.bench.set_names(names, year)

    def _narrow(self) -> None:
        """Show what a filter leaves; the chosen task stays in sight."""
        self.show_tasks()
        self.bench.table.scrollTo(self.bench.table.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window has no room for all at once."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Two lists, or a list above a form: a small window has no third thing below them."""
        low = self.height() < ROOMY
        self.reasons.give_way(low and self.views.switch.current() in ("rounds", "versions"))
        self.column.setSpacing(6 if low else 12)

    def _turned(self, view: str) -> None:
        self._give_room()
        division = self.reading.division
        if division is not None and division.whole:
            self.standing.show_division(division, self.plans.currentText())

    def _connect(self) -> None:
        bench = self.bench
        self.views.switch.changed.connect(self._turned)
        self.reasons.given.connect(self.plan_actions.give_reason)
        self.reasons.list_asked.connect(self.ways.to_pending)
        self.plans.changed.connect(self.show_plan)
        for signal in (
            bench.doors.changed,
            bench.roles.changed,
            bench.unit.changed,
            bench.search_field.searched,
        ):
            signal.connect(self._narrow)
        bench.doubts_changed.connect(lambda: bench.filter_rows(self.reading.rows))
        bench.table.selectionModel().selectionChanged.connect(self.show_chosen)
        bench.divide_asked.connect(self.divide)
        bench.lint.fixes_asked.connect(self.plan_actions.fix)
        bench.bulk.refused.connect(lambda words: self.context.notify(words, undo=False))

    def _lay_out(self) -> None:
        self.plans.setMinimumContentsLength(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.views.switch)
        head.addWidget(self.plans, 1)
        head.addStretch()
        for part in self.remains.parts:
            head.addWidget(part)
        self.task_actions.serve(self.bench)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.task_actions.offers)
        column.addWidget(self.reasons)
