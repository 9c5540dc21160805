"""收发: what goes out to the units and what comes back, period by period."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.jobs import Job
from shuangda_desktop.gui.models.return_rows import board_columns, board_look, place_at
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.returns import pressing
from shuangda_desktop.gui.pages.returns.count_doors import CountDoors
from shuangda_desktop.gui.pages.returns.detail import ReturnDetail
from shuangda_desktop.gui.pages.returns.difference import ReturnReview
from shuangda_desktop.gui.pages.returns.habit_form import HabitForm
from shuangda_desktop.gui.pages.returns.nothing_yet import NothingYet
from shuangda_desktop.gui.pages.returns.period_bar import PeriodBar
from shuangda_desktop.gui.pages.returns.reply_panel import ReplyPanel
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, dress, quiet, scrolled, title
from shuangda_desktop.gui.widgets.progress_line import ProgressLine
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.rounds import asking, boarding, collecting, sending
from shuangda_desktop.services.rounds.boarding import Board, KeptReturn
from shuangda_desktop.services.rounds.collecting import Batch
from shuangda_desktop.services.rounds.sending import Mailing, Written
from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.tasks.returns.board import STANDING_WORDS, Place, Standing, counts
from shuangda_desktop.text.punctuation import widen

FORMS = "填报表和文字 (*.xlsx *.xls *.et *.ods *.csv *.docx *.doc *.wps *.txt);;所有文件 (*)"
PERIOD = 2  # the column of the period that is shown
DOORS = {"all": "全部", **{one.value: word for one, word in STANDING_WORDS.items()}}


class ReturnsPage(Page):
    """The board; over it the difference that a pile of files makes, until it is accepted."""

    name = "returns"
    title = "收发"
    icon = "arrows-exchange"
    reads = frozenset(
        {"plan", "task", "assignment", "settings", "dispatch", "unit_return", "progress_entry"}
    )

    stepped = Signal(int, int, str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._period = asking.current_period(context.store, context.today())
        self._board: Board | None = None
        self.batch: Batch | None = None
        self._job: Job | None = None
        self._stop = Event()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents))
        self.periods = PeriodBar(self._period)
        self.doors = CountDoors(DOORS, "报送情况")
        self.model = RowTable((), key=lambda row: row.unit, decorate=board_look)
        self.table = Sheet(
            self.model, "各单位报送情况", stretch=0, sortable=True, whole=2, by_cell=True
        )
        self.detail, self.review, self.reply = ReturnDetail(), ReturnReview(), ReplyPanel()
        self.habit, self.rule = HabitForm(), quiet("")
        self.progress = ProgressLine("停止\uff1b已经写好的文件留着")
        self.send = button("下发填报表\u2026", lambda: self.send_forms())
        self.read = button("读回文件\u2026", self.read_back, kind="main", key="Ctrl+R")
        self.read_all = button("读回文件夹…", self.read_folder, tip="也可以把文件或文件夹拖进来")
        self.paste = button("粘贴回复\u2026", self.open_reply)
        self.chase = button(
            "复制催报短信", self._press(pressing.copy_message), tip="复制后粘贴到微信或短信"
        )
        self.names = button(
            "复制催报名单", self._press(pressing.copy_names), tip="复制后可以粘贴到WPS表格"
        )
        self.settings = button("报送设置", self.toggle_habit, kind="link")
        self.empty = NothingYet(context)
        self.stack = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    # -- what the window asks

    def refresh(self) -> None:
        """Query again and show; selection and scroll stay."""
        store, today = self.context.store, self.context.today()
        self._board = boarding.load_board(store, self._period, today)
        habit = asking.load_habit(store)
        self.habit.show_habit(habit)
        due = self._board.due[self._period.key]
        contact = f"联系人\uff1a{habit.contact}\u3002" if habit.contact else ""
        self.rule.setText(
            f"{self._period.label}的报送截止日是{due.month}月{due.day}日\u3002{contact}"
            "格子里的形状和字说明报送情况\uff0c点格子看那一期收到了什么\u3002"
        )
        columns = board_columns(self._board.periods)
        if [c.key for c in columns] != [c.key for c in self.model.columns]:
            self.model.set_columns(columns)
            self.table.fit_columns()
        if self.stack.currentWidget() in (self.body, self.empty):
            self.stack.setCurrentWidget(self.body if self._board.rows else self.empty)
        if not self._board.rows:
            self.empty.refresh()
        self.show_board()

    def stop(self) -> None:
        """Write the form that is begun and no more; those that are written are noted as sent yet."""
        self._stop.set()

    def land(self) -> None:
        """The keyboard walks the board."""
        if self._board and self._board.rows:
            if not self.table.chosen():
                self._choose("")
            self.table.setFocus()
        else:
            self.empty.button.setFocus()

    def go(self, **where: int | str) -> None:
        """Show a period, those behind a door, or one unit."""
        if "period" in where:
            self.periods.choose(str(where["period"]))
        self.doors.choose(str(where.get("door", "all")))
        if "unit" in where:
            self._choose(str(where["unit"]))

    # -- the board

    def show_board(self) -> None:
        """Show the units behind the open door."""
        if self._board is None:
            return
        rows, key = self._board.rows, self._period.key
        numbers = counts(rows, key)
        self.doors.count({"all": len(rows), **{one.value: n for one, n in numbers.items()}})
        unsent = numbers[Standing.NOT_SENT] == len(rows)  # what comes next stands out
        for part, is_next in ((self.send, unsent), (self.read, not unsent)):
            dress(part, "main" if is_next else "")
        door = self.doors.chosen
        self.model.set_rows([r for r in rows if door in ("all", r.places[-1].standing.value)])
        chased = boarding.to_chase(self._board)
        for part in (self.chase, self.names):
            part.setEnabled(bool(chased))
        self.show_place()

    def show_place(self) -> None:
        """Show what was sent and what came under the chosen cell."""
        place, store = self._place(), self.context.store
        if place is None:
            self.detail.show_place(None, (), ())
            return
        sent = boarding.went_out(store, place.period, place.unit)
        kept = boarding.returned(store, place.period, place.unit)
        self.detail.show_place(place, sent, kept)

    def turn(self, period: Period) -> None:
        """Show another period, of the unit that is chosen."""
        unit, self._period = self._unit(), period
        self.refresh()
        self._choose(unit)

    def toggle_habit(self) -> None:
        """Open or close the settings of reporting."""
        shown = self.stack.currentWidget() is self.habit
        self.stack.setCurrentWidget(self.body if shown else self.habit)

    def change_habit(self, habit: asking.Habit) -> None:
        """Keep how the units report."""
        asking.change_habit(self.context.store, habit, self.context.now())
        if habit.kind is not self._period.kind:
            self._period = asking.current_period(self.context.store, self.context.today())
            self.periods.show_period(self._period)
        self.leave()

    # -- out

    def send_forms(self, unit: str = "") -> None:
        """Ask for a folder and write the forms into it, beside the window."""
        store, today = self.context.store, self.context.today()
        mailing = sending.gather_mailing(store, self._period, today, [unit] if unit else [])
        what = f"{self._period.label}填报表{len(mailing.forms)}份和通知写到哪个文件夹"
        folder = ask.folder(self, what, self._folder)
        if folder is not None:
            self._folder = folder
            self._begin(
                lambda: sending.write_mailing(
                    mailing, folder, tell=self.stepped.emit, cancelled=self._stop.is_set
                ),
                partial(self._sent, mailing),
            )

    def _sent(self, mailing: Mailing, written: Sequence[Written]) -> None:
        self._end()
        sending.note_sent(self.context.store, mailing, written, "", self.context.now())
        count = sum(bool(one.unit) for one in written)
        told = widen(f"已写出{count}份填报表,记作已下发。")
        self.context.notify(f"{told}{mailing.left_out}{sending.renamed(mailing, written)}")

    # -- back

    def read_back(self) -> None:
        """Ask for files and read them beside the window."""
        paths = ask.open_files(self, "读回填报表", FORMS, str(self._folder))
        if paths:
            self.read_files(paths)

    def read_folder(self) -> None:
        """Ask for a folder and read all the files in it."""
        folder = ask.folder(self, "读回哪个文件夹里的表", self._folder)
        if folder is not None:
            self.take_files([folder])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and all that lies in folders, unless something is being read."""
        files = collecting.files_in(paths)
        if files and self._job is None:
            self.read_files(files)
        elif not files:
            self.context.notify("文件夹里没有文件\uff0c没有读取\u3002", undo=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        urls = event.mimeData().urls()
        self.take_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these files, and show what they would change."""
        self._folder = paths[0].parent
        known = collecting.gather_known(self.context.store, self._period)
        self._begin(
            lambda: collecting.read_files(
                known, paths, cancelled=self._stop.is_set, tell=self.stepped.emit
            ),
            self.show_batch,
        )

    def open_reply(self) -> None:
        """Let the clerk paste what a unit wrote."""
        self.reply.open([row.unit for row in self._board.rows] if self._board else [], self._unit())
        self.stack.setCurrentWidget(self.reply)

    def read_reply(self, text: str, unit: str) -> None:
        """Show what a unit wrote in words, task by task."""
        known = collecting.gather_known(self.context.store, self._period)
        self.show_batch(collecting.read_pasted(known, text, unit))

    def show_batch(self, batch: Batch) -> None:
        """Show what came back before anything is kept."""
        self._end()
        self.batch = batch
        if not batch.returns:
            self.context.notify("已停止读取\uff0c没有保存任何内容\u3002", undo=False)
            return
        units = dict.fromkeys(asked.unit for asked in batch.world.asked)
        self.review.show_batch(batch.returns, list(units))
        self.stack.setCurrentWidget(self.review)
        self.review.table.setFocus()

    def name_unit(self, sha256: str, unit: str) -> None:
        """Read a file again as the one of a unit that the clerk named."""
        if self.batch is not None:
            known = collecting.gather_known(self.context.store, self.batch.period)
            self.show_batch(collecting.understood(known, self.batch.books, {sha256: unit}))

    def accept(self, chosen: Sequence[object]) -> None:
        """Keep what is ticked; one step, which can be undone."""
        if self.batch is None:
            return
        batch = collecting.corrected(self.batch, self.review.returns())
        kept = collecting.accept(self.context.store, batch, self.review.chosen, self.context.now())
        self.leave()
        self.context.notify(widen(f"已登记{len(batch.returns)}份,采用{kept}处。原件已留存。"))

    def leave(self) -> None:
        """Back to the board; nothing is kept."""
        self.batch = None
        self.stack.setCurrentWidget(self.body)
        self.refresh()
        self.land()

    def save_original(self, kept: KeptReturn) -> None:
        """Put the file of a unit where the clerk wants it, as it came."""
        path = ask.save_file(self, "另存原件", self._folder / kept.file, "所有文件 (*)")
        if path is not None:
            boarding.save_original(self.context.store, kept, path)
            self.context.notify(widen(f"已另存“{path.name}”。"), undo=False)

    # -- inside

    def cancel(self) -> None:
        """Stop soon: what was read until then is shown, what was written stays."""
        self._stop.set()

    def _begin(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._stop.clear()
        self.progress.show_work("正在准备\u2026")
        self.land()  # or the keys would go from the button that rests to any other
        for part in (self.send, self.read, self.read_all):
            part.setEnabled(False)
        self._job = self.context.jobs.run(work, done, self._failed)

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        for part in (self.send, self.read, self.read_all):
            part.setEnabled(True)

    def _failed(self, error: ShuangdaError) -> None:
        self._end()
        ask.tell(self, str(error))

    def _step(self, done: int, total: int, name: str) -> None:
        if self._job is not None:
            self.progress.text.setText(f"{name}\uff08{done + 1}/{total}\uff09\u2026")
            self.progress.bar.setRange(0, total)
            self.progress.bar.setValue(done)

    def _place(self) -> Place | None:
        row = self.table.current()
        if row is None:
            return None
        return place_at(row, self.model.columns[max(self.table.currentIndex().column(), 0)].key)

    def _choose(self, unit: str) -> None:
        """The cell of a unit in the period that is shown; of the first one where it is not there."""
        first = self.model.index(0, 0)
        cell = self.model.index_of(unit) if unit else first
        self.table.choose((cell if cell.isValid() else first).siblingAtColumn(PERIOD))

    def _unit(self) -> str:
        row = self.table.current()
        return row.unit if row is not None else ""

    def _press(self, action: Callable[..., None]) -> Callable[..., None]:
        """An action of pressing.py over the board that is shown."""

        def run(*words: str) -> None:
            if self._board is not None:
                action(self, self._board, self._folder, *words)

        return run

    def _connect(self) -> None:
        self.periods.changed.connect(self.turn)
        self.doors.changed.connect(self.show_board)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.show_place())
        self.progress.cancelled.connect(self.cancel)
        self.stepped.connect(self._step)
        self.habit.given.connect(self.change_habit)
        self.habit.left.connect(self.leave)
        self.reply.given.connect(self.read_reply)
        self.reply.left.connect(self.leave)
        self.review.accepted.connect(self.accept)
        self.review.named.connect(self.name_unit)
        self.review.left.connect(self.leave)
        self.detail.slip_asked.connect(self._press(pressing.write_slip))
        self.detail.supervision_asked.connect(self._press(pressing.write_supervision))
        self.detail.form_asked.connect(self.send_forms)
        self.detail.original_asked.connect(self.save_original)
        self.detail.tasks_asked.connect(lambda unit: self.context.open_page("tasks", unit=unit))

    def _lay_out(self) -> None:
        self.body = QWidget()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(scrolled(self.detail))
        split.setSizes([860, 330])
        split.setStretchFactor(0, 4)  # on a small screen both give way, the board keeps two periods
        split.setStretchFactor(1, 1)
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.doors)
        inner.addWidget(
            flow(
                self.read,
                self.read_all,
                self.paste,
                self.send,
                self.chase,
                self.names,
                self.settings,
            )
        )
        inner.addWidget(split, 1)
        inner.addWidget(self.rule)
        for part in (self.body, self.review, self.reply, self.habit, self.empty):
            self.stack.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title(self.title))
        head.addWidget(self.periods)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.progress)
