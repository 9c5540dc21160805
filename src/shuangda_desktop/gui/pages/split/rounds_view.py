"""征求意见: who was asked and has answered, what they say, and what becomes of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout, QWidget

from shuangda_desktop.gui.models.dates import in_words
from shuangda_desktop.gui.models.division import Division
from shuangda_desktop.gui.models.round_rows import (
    answer_columns,
    answer_look,
    answer_tip,
    opinion_look,
    opinion_tip,
    round_opinion_columns,
    settled_words,
)
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.models.task_filter import is_open
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.split.opinion_entry import OpinionEntry
from shuangda_desktop.gui.pages.split.opinion_form import OpinionForm
from shuangda_desktop.gui.pages.split.round_actions import RoundActions
from shuangda_desktop.gui.pages.split.round_due import RoundDue
from shuangda_desktop.gui.pages.split.short_label import ShortLabel
from shuangda_desktop.gui.widgets.actions import button_for, toggle
from shuangda_desktop.gui.widgets.deadline_edit import due_trouble
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, dress, quiet
from shuangda_desktop.gui.widgets.progress_line import ProgressLine
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.city.calendar import off_words
from shuangda_desktop.services.dividing import consulting
from shuangda_desktop.services.words import quoted
from shuangda_desktop.store.consultations import load_consultations, load_opinion
from shuangda_desktop.store.tasks import load_task
from shuangda_desktop.tasks.columns.opinions import numbered
from shuangda_desktop.tasks.rounds.opinions import Consultation, Opinion, Outcome, answers, summary
from shuangda_desktop.tasks.rounds.proposals import Change
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

EMPTY = (
    "还没有征求过意见。填写反馈截止日\uff0c按“发起征求意见”\u3002各单位只收到自己承担的任务\uff1b"
    "回复读回以后\uff0c逐条采纳或不采纳\uff0c任务随之修改。"
)

UNITS_SHARE = 0.34
DAY, STANCE = 2, 3  # columns that give way on a small screen
SMALL = 21  # lines; below this height every line that is not of a list is one too many
NARROW = {"unit": 6, "about": 7, "status": 4}  # characters of the columns then


class RoundsView(QWidget):
    """Left the units, right the opinions, below the chosen one and its settling."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._plan_id = 0
        self._rounds: tuple[Consultation, ...] = ()
        self._tasks: tuple[TaskRow, ...] = ()
        self.round = QComboBox()
        self.start = button("发起征求意见", self.open_round, kind="main")
        self.due = RoundDue(context, self.start, self.current)
        self.words, self.hint, self.result = ShortLabel(), quiet(EMPTY), quiet("")
        self.answers = RowTable(
            answer_columns(), key=lambda a: a.unit, decorate=answer_look, tool_tip=answer_tip
        )
        self.units = Sheet(self.answers, "征求意见的单位", stretch=0)
        self.opinions = RowTable(
            round_opinion_columns(),
            key=lambda row: row[1].id,
            decorate=opinion_look,
            tool_tip=opinion_tip,
        )
        self.table = Sheet(self.opinions, "意见", stretch=4, lines=2)
        self.only = toggle("只看所选单位", self.show_opinions)
        self.only.setChecked(False)
        self.typing = toggle("登记意见", self._toggle_entry)
        self.typing.setChecked(False)
        self.form, self.entry = OpinionForm(context.today().year), OpinionEntry()
        self.progress = ProgressLine("不再读取\uff1b已经读回的不受影响")
        self.actions_ = RoundActions(self, context, self.current, self.chosen_units)
        self._first = QTimer(self, singleShot=True, interval=0)  # singleShot() loses a refusal
        self._small = False
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()

    def show_division(self, division: Division) -> None:
        """Show the rounds on a plan's task list."""
        if division.plan_id != self._plan_id:
            self.result.setText("")
        self._plan_id, self._tasks = division.plan_id, division.rows
        self.form.year = division.plan.plan_year or self._context.today().year
        self._rounds = load_consultations(self._context.store, self._plan_id)
        self._offer()
        self.show_round()

    def land(self) -> None:
        """The keyboard walks the units, or stands where a round begins."""
        (self.units if self._rounds else self.due).setFocus()

    def current(self) -> Consultation | None:
        """The round that is shown."""
        wanted = self.round.currentData()
        return next((one for one in self._rounds if one.id == wanted), None)

    def chosen_units(self) -> list[str]:
        """The units that are selected."""
        return [row.unit for row in self.units.chosen_rows()]

    def show_round(self) -> None:
        """Show where the units of the round stand."""
        asked = self.current()
        self._body.setVisible(asked is not None)
        found = answers(asked, self._context.today()) if asked else ()
        self.answers.set_rows(found)
        self.words.show_words(summary(found) if asked else "")
        self.hint.setVisible(asked is None)
        if asked is not None:
            self.due.show_due(asked.due_on)
        self.start.setText("再次征求意见" if asked else "发起征求意见")
        dress(self.start, "" if asked else "main")  # the next thing to do is elsewhere then
        self.units.choose_some()
        self.show_opinions()

    def show_opinions(self) -> None:
        """Show the opinions of the round, or of the chosen units only."""
        asked, units = self.current(), self.chosen_units()
        known = asked.opinions if asked else ()
        if self.only.isChecked():
            known = tuple(opinion for opinion in known if opinion.unit in units)
        self.opinions.set_rows(numbered(known))
        self.table.choose_some()
        self.show_chosen()
        self._show_entry(units)
        self.actions_.allow()

    def show_chosen(self) -> None:
        """Show the chosen opinion beside its task."""
        opinion = self.opinion()
        there = {row.task_id for row in self._tasks}
        task_id = opinion.task_id if opinion and opinion.task_id in there else None
        task = load_task(self._context.store, task_id) if task_id is not None else None
        self.form.show_opinion(opinion, task)

    def opinion(self) -> Opinion | None:
        """The opinion that is chosen."""
        row = self.table.current()
        return row[1] if row is not None else None

    def unkept(self) -> str:
        """What was typed and is neither kept nor handed over when the window closes."""
        asked = self.current()
        told = [f"征求意见:{quoted(unit)}的意见写了,还没有登记。" for unit in self.entry.begun()]
        store, begun = (
            self._context.store,
            self.form.begun(),
        )  # some were settled or taken out since
        units = dict.fromkeys(one.unit for one in begun if load_opinion(store, one.id) == one)
        told += [f"征求意见:{quoted(unit)}的意见怎样处理写了,还没有办。" for unit in units]
        if (
            asked
            and self.due.day() != asked.due_on
            and due_trouble(self.due, self._context.today())
        ):
            told.append(f"征求意见:反馈截止日{quoted(self.due.text())}不能用,还没有改。")
        return widen("\n".join(told))

    # -- what the clerk does

    def open_round(self) -> None:
        """Freeze the draft and ask the units until the day that is filled in."""
        day = self.due.wanted()
        if day is None:
            return
        made = consulting.open_round(self._context.store, self._plan_id, day, self._context.now())
        self.round.setCurrentIndex(max(self.round.findData(made.id), 0))
        number = len(made.units)
        words = (
            f"已发起{made.name},共{number}个单位。{self._off(day)}下一步写出各单位的征求意见表。"
        )
        self._context.notify(widen(words))
        self.due.set_day(day)  # in full, however it was typed
        self.actions_.send.setFocus()

    def change_due(self, day: date) -> None:
        """Put the day off."""
        asked = self.current()
        if asked is not None:
            consulting.set_due(self._context.store, asked.id, day, self._context.now())
            self._context.notify(widen(f"反馈截止日已改为{day}。{self._off(day)}"))

    def settle(self, opinion_id: int, outcome: Outcome, reason: str, change: Change | None) -> None:
        """Adopt or not, and turn to the next opinion that is not settled."""
        store, now = self._context.store, self._context.now()
        consulting.settle(store, opinion_id, outcome, reason, now, change)
        self._context.notify(settled_words(outcome, is_change=change is not None))
        self._go_on(opinion_id)

    def enter(self, opinion: Opinion) -> None:
        """Take in an opinion that was typed."""
        asked = self.current()
        if asked is not None:
            store, now = self._context.store, self._context.now()
            consulting.add_opinion(store, asked.id, opinion, now)
            self._context.notify(widen(f"已登记“{opinion.unit}”的意见。"))

    def tell(self, sentences: Sequence[str]) -> None:
        """Say what the reading back found."""
        self.result.setText("\n".join(sentences))
        self.result.setVisible(bool(sentences))

    # -- inside

    def _off(self, day: date) -> str:
        off = off_words(self._context.store, day)
        return f"{in_words(day)}是{off},请留意。" if off else ""

    def _begin_first(self) -> None:
        """Enter after the day begins the first round; later it only puts the day off."""
        if not self._rounds:  # later than the key: it would press the button that gets the focus
            self._first.start()

    def _open_first(self) -> None:
        if not self._rounds:  # of two Enters the second finds one
            self.open_round()

    def _go_on(self, opinion_id: int) -> None:
        rows = list(self.opinions.rows)
        at = next((n for n, (_, one) in enumerate(rows) if one.id == opinion_id), 0)
        after = [*range(at + 1, len(rows)), *range(at)]
        left = [n for n in after if rows[n][1].outcome is Outcome.OPEN]
        if left and rows[at][1].outcome is not Outcome.OPEN:
            self.table.choose(self.opinions.index(left[0], 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The opinions get what the units can spare."""
        super().resizeEvent(event)
        units = min(420, round(event.size().width() * UNITS_SHARE))
        self._body.setSizes([units, event.size().width() - units])
        self._fit(small=event.size().height() < SMALL * self.fontMetrics().lineSpacing())

    def _fit(self, *, small: bool) -> None:
        """On a small screen the lists keep their rows: the whole of the chosen opinion stands below."""
        if small == self._small:
            return
        self._small = small
        self.table.set_lines(1 if small else 2)
        self.table.fit_columns(NARROW if small else None)
        self.table.setColumnHidden(STANCE, small)
        self.units.fit_columns({"answer": 7} if small else None)
        self.units.setColumnHidden(DAY, small)

    def _toggle_entry(self) -> None:
        self.entry.setVisible(self.typing.isChecked())
        if self.typing.isChecked():
            self.entry.proposal.setFocus()

    def _show_entry(self, units: Sequence[str]) -> None:
        unit = units[0] if len(units) == 1 else ""
        own = [
            (row.task_id, f"{row.number} {row.title or row.text[:20]}")
            for row in self._tasks
            if is_open(row) and any(part.unit == unit for part in row.units)
        ]
        asked = self.current()
        self.entry.show_unit(asked.id if asked else 0, unit, own)

    def _offer(self) -> None:
        kept = self.round.currentData()
        self.round.blockSignals(True)
        self.round.clear()
        for one in self._rounds:
            day = one.sent_on
            self.round.addItem(f"第{one.number}次 {day.month}月{day.day}日", one.id)
        if kept is not None:
            self.round.setCurrentIndex(max(self.round.findData(kept), 0))
        self.round.blockSignals(False)
        self.round.setVisible(bool(self._rounds))

    def _connect(self) -> None:
        self.round.currentIndexChanged.connect(lambda _: self.show_round())
        self.due.put_off.connect(self.change_due)
        self.due.returnPressed.connect(self._begin_first)
        self._first.timeout.connect(self._open_first)
        self.units.selectionModel().selectionChanged.connect(self.show_opinions)
        self.table.selectionModel().selectionChanged.connect(self.show_chosen)
        self.form.settled.connect(self.settle)
        self.form.refused.connect(lambda words: self._context.notify(words, undo=False))
        self.entry.entered.connect(self.enter)
        self.progress.cancelled.connect(self.actions_.cancel)
        self.units.add_actions(self.actions_.for_units())
        self.table.add_actions([self.actions_.remove])

    def _lay_out(self) -> None:
        self.round.setAccessibleName("征求意见的轮次")
        actions = self.actions_
        top = flow(self.round, quiet("反馈截止"), self.due, self.start, *actions.buttons)
        left, right, down = QWidget(), QWidget(), QSplitter(Qt.Orientation.Vertical)
        units = QVBoxLayout(left)
        units.setContentsMargins(0, 0, 0, 0)
        units.addWidget(self.units, 1)
        units.addWidget(self.words)
        done = [button_for(made) for made in actions.for_units()]
        units.addWidget(flow(*done, self.typing, self.only, gap=4))
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addWidget(self.entry)
        self.entry.hide()
        down.addWidget(right)
        down.addWidget(self.form)
        down.setSizes([340, 220])
        self._body.addWidget(left)
        self._body.addWidget(down)
        self._body.setStretchFactor(1, 1)
        for splitter in (self._body, down):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(top)
        whole.addWidget(self.hint)
        whole.addWidget(self.progress)
        whole.addWidget(self.result)
        whole.addWidget(self._body, 1)
        whole.addStretch()
        self.result.hide()
