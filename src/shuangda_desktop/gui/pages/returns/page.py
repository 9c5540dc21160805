"""收发: what goes out to the units and what comes back, period by period."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.return_rows import board_columns, board_look, place_at
from shuangda_desktop.gui.models.rows import RowTable
from shuangda_desktop.gui.pages.page import Context, Page
from shuangda_desktop.gui.pages.returns import pressing
from shuangda_desktop.gui.pages.returns.count_doors import CountDoors
from shuangda_desktop.gui.pages.returns.detail import ReturnDetail
from shuangda_desktop.gui.pages.returns.habit_form import HabitForm
from shuangda_desktop.gui.pages.returns.nothing_yet import NothingYet
from shuangda_desktop.gui.pages.returns.period_bar import PeriodBar
from shuangda_desktop.gui.pages.returns.pile_work import PileWork
from shuangda_desktop.gui.pages.returns.reading_back import ReadingBack
from shuangda_desktop.gui.widgets.flow import flow
from shuangda_desktop.gui.widgets.parts import button, dress, quiet, scrolled, title
from shuangda_desktop.gui.widgets.sheet import Sheet
from shuangda_desktop.services.rounds import asking, boarding, sending
from shuangda_desktop.services.rounds.boarding import Board, KeptReturn
from shuangda_desktop.services.rounds.sending import Mailing, Written
from shuangda_desktop.tasks.periods import Period
from shuangda_desktop.tasks.returns.board import STANDING_WORDS, Place, Standing, counts
from shuangda_desktop.text.punctuation import widen

PERIOD = 2  # the column of the period that is shown
DOORS = {"all": "全部", **{one.value: word for one, word in STANDING_WORDS.items()}}


class ReturnsPage(Page):
    """The board; over it the difference that a pile of files makes, until it is accepted."""

    name = "returns"
    title = "收发"
    icon = "arrows-exchange"
    reads = frozenset(
        {"plan", "task", "assignment", "settings", "dispatch", "unit_return", "progress_entry"}
        | {"special_day"}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.period = asking.current_period(context.store, context.today())
        self.board: Board | None = None
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.folder = Path(QStandardPaths.writableLocation(documents))
        self.periods = PeriodBar(self.period)
        self.doors = CountDoors(DOORS, "报送情况")
        self.model = RowTable((), key=lambda row: row.unit, decorate=board_look)
        self.table = Sheet(
            self.model, "各单位报送情况", stretch=0, sortable=True, whole=2, by_cell=True
        )
        self.detail, self.habit, self.rule = ReturnDetail(), HabitForm(), quiet("")
        self.send = button("下发填报表\u2026", lambda: self.send_forms())
        self.read = button(
            "读回文件\u2026", lambda: self.back.ask_files(), kind="main", key="Ctrl+R"
        )
        self.read_all = button(
            "读回文件夹…", lambda: self.back.ask_folder(), tip="也可以把文件或文件夹拖进来"
        )
        self.paste = button("粘贴回复\u2026", lambda: self.back.open_reply())
        self.chase = button(
            "复制催报短信", self._press(pressing.copy_message), tip="复制后粘贴到微信或短信"
        )
        self.names = button(
            "复制催报名单", self._press(pressing.copy_names), tip="复制后可以粘贴到WPS表格"
        )
        self.settings = button("报送设置", self.toggle_habit, kind="link")
        self.work = PileWork(self, context.jobs, (self.send, self.read, self.read_all))
        self.back = ReadingBack(self, self.work)
        self.empty = NothingYet(context)
        self.stack = QStackedWidget()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    # -- what the window asks

    def refresh(self) -> None:
        """Query again and show; selection and scroll stay."""
        store, today = self.context.store, self.context.today()
        self.board = boarding.load_board(store, self.period, today)
        habit = asking.load_habit(store)
        self.habit.show_habit(habit)
        contact = f"联系人\uff1a{habit.contact}\u3002" if habit.contact else ""
        self.rule.setText(
            f"{asking.due_words(store, self.period)}{contact}"
            "格子里的形状和字说明报送情况\uff0c点格子看那一期收到了什么\u3002"
        )
        columns = board_columns(self.board.periods)
        if [c.key for c in columns] != [c.key for c in self.model.columns]:
            self.model.set_columns(columns)
            self.table.fit_columns()
        if self.stack.currentWidget() in (self.body, self.empty):
            self.stack.setCurrentWidget(self.body if self.board.rows else self.empty)
        if not self.board.rows:
            self.empty.refresh()
        self.show_board()

    def stop(self) -> None:
        """Write the form that is begun and no more; those that are written are noted as sent yet."""
        self.work.stop()

    def land(self) -> None:
        """The keyboard walks the board."""
        if self.board and self.board.rows:
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
        if self.board is None:
            return
        rows, key = self.board.rows, self.period.key
        numbers = counts(rows, key)
        self.doors.count({"all": len(rows), **{one.value: n for one, n in numbers.items()}})
        unsent = numbers[Standing.NOT_SENT] == len(rows)  # what comes next stands out
        for part, is_next in ((self.send, unsent), (self.read, not unsent)):
            dress(part, "main" if is_next else "")
        door = self.doors.chosen
        self.model.set_rows([r for r in rows if door in ("all", r.places[-1].standing.value)])
        chased = boarding.to_chase(self.board)
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
        unit, self.period = self.unit(), period
        self.refresh()
        self._choose(unit)

    def toggle_habit(self) -> None:
        """Open or close the settings of reporting."""
        shown = self.stack.currentWidget() is self.habit
        self.stack.setCurrentWidget(self.body if shown else self.habit)

    def change_habit(self, habit: asking.Habit) -> None:
        """Keep how the units report."""
        asking.change_habit(self.context.store, habit, self.context.now())
        if habit.kind is not self.period.kind:
            self.period = asking.current_period(self.context.store, self.context.today())
            self.periods.show_period(self.period)
        self.leave()

    # -- out

    def send_forms(self, unit: str = "") -> None:
        """Ask for a folder and write the forms into it, beside the window."""
        store, today = self.context.store, self.context.today()
        mailing = sending.gather_mailing(store, self.period, today, [unit] if unit else [])
        what = f"{self.period.label}填报表{len(mailing.forms)}份和通知写到哪个文件夹"
        folder = ask.folder(self, what, self.folder)
        if folder is not None:
            self.folder = folder
            self.land()  # or the keys would go from the button that rests to any other
            self.work.begin(
                lambda: sending.write_mailing(
                    mailing, folder, tell=self.work.stepped.emit, cancelled=self.work.stopped
                ),
                partial(self._sent, mailing),
            )

    def _sent(self, mailing: Mailing, written: Sequence[Written]) -> None:
        sending.note_sent(self.context.store, mailing, written, "", self.context.now())
        count = sum(bool(one.unit) for one in written)
        told = widen(f"已写出{count}份填报表,记作已下发。")
        self.context.notify(
            f"{told}{mailing.left_out}{mailing.ended}{sending.renamed(mailing, written)}"
        )

    # -- back

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        urls = event.mimeData().urls()
        self.back.take_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def leave(self) -> None:
        """Back to the board; nothing is kept."""
        self.back.batch = None
        self.stack.setCurrentWidget(self.body)
        self.refresh()
        self.land()

    def save_original(self, kept: KeptReturn) -> None:
        """Put the file of a unit where the clerk wants it, as it came."""
        name, kinds, store = "另存原件", "所有文件 (*)", self.context.store
        wanted = ask.save_file(self, name, self.folder / kept.file, kinds)
        write = partial(boarding.save_original, store, kept)
        path = wanted and ask.put(self, name, wanted, kinds, write)
        if path is not None:
            self.context.notify(widen(f"已另存“{path.name}”。"), undo=False)

    # -- inside

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

    def unit(self) -> str:
        """The unit that is chosen, or ""."""
        row = self.table.current()
        return row.unit if row is not None else ""

    def _press(self, action: Callable[..., None]) -> Callable[..., None]:
        """An action of pressing.py over the board that is shown."""

        def run(*words: str) -> None:
            if self.board is not None:
                action(self, self.board, self.folder, *words)

        return run

    def _connect(self) -> None:
        self.periods.changed.connect(self.turn)
        self.doors.changed.connect(self.show_board)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.show_place())
        self.habit.given.connect(self.change_habit)
        self.habit.left.connect(self.leave)
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
        for part in (self.body, self.back.review, self.back.reply, self.habit, self.empty):
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
        column.addWidget(self.work.progress)
