"""What is done in a round of opinions: files out, files in, tables of the outcome."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.jobs import Job
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.gui.pages.writing_out import WriteOut
from shuangda_desktop.gui.widgets.actions import action
from shuangda_desktop.gui.widgets.parts import button
from shuangda_desktop.services.dividing import consulting, extracts
from shuangda_desktop.tasks.rounds.opinions import Consultation
from shuangda_desktop.tasks.rounds.reading import Reply
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.gui.pages.split.rounds_view import RoundsView

FILES = "各种回复 (*.xlsx *.xls *.et *.ods *.csv *.docx *.doc *.wps *.txt);;所有文件 (*)"
SKIP = "先不读这一份"


class RoundActions:
    """The actions over the round that is shown and the units that are chosen."""

    def __init__(
        self,
        view: "RoundsView",
        context: Context,
        current: Callable[[], Consultation | None],
        units: Callable[[], list[str]],
    ) -> None:
        self._view, self._context = view, context
        self._current, self._units = current, units
        self._write = WriteOut(view, context)
        self._job: Job | None = None
        self._stopped = False
        self.none = action(view, "无意见", self._none, "Ctrl+Shift+N", "登记所选单位没有意见")
        self.back = action(view, "撤回回复", self._back, "Del", "所选单位的回复作废\uff0c重新等待")
        self.one = action(view, "只写所选\u2026", self._send_chosen)
        self.remove = action(view, "删去这条意见", self._remove, "Del")
        self.send = button(
            "征求意见表\u2026",
            self._send_all,
            tip="每个单位一份 Excel 和一份 Word\uff0c只有本单位的任务",
        )
        self.read = button("读回\u2026", self._read, tip="选择各单位发回的文件\uff0c可以一次选多个")
        self.outcome = button("采纳情况表\u2026", self._outcome, tip="写成 Excel 或 Word")

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons over the round as a whole."""
        return [self.send, self.read, self.outcome]

    def for_units(self) -> list[QAction]:
        """The actions over the chosen units."""
        return [self.none, self.back, self.one]

    def allow(self) -> None:
        """Offer what makes sense."""
        asked, chosen = self._current(), self._units()
        for made in self.buttons:
            made.setVisible(asked is not None)
        replied = {u.unit for u in asked.units if u.replied_on} if asked else set()
        self.none.setEnabled(any(unit not in replied for unit in chosen))
        self.back.setEnabled(any(unit in replied for unit in chosen))
        self.one.setEnabled(bool(chosen))
        self.outcome.setEnabled(bool(replied))

    def stop(self) -> None:
        """Read or write no more; of a file that is on its way nothing is asked."""
        self._stopped = True
        if self._job is not None:
            self._job.cancel()
        self._end()

    def cancel(self) -> None:
        """Read or write no more, and say so."""
        self.stop()
        self._context.notify("已停止。", undo=False)

    # -- files out

    def _send_all(self) -> None:
        self._send(())

    def _send_chosen(self) -> None:
        self._send(self._units())

    def _send(self, only: Sequence[str]) -> None:
        asked = self._current()
        folder = ask.folder(self._view, "征求意见表写到哪个文件夹", self._write.folder)
        if asked is None or folder is None:
            return
        found = extracts.gather_extracts(self._context.store, asked.id, only)
        self._write.folder = folder
        self._begin("正在写出征求意见表\u2026")
        self._job = self._context.jobs.run(
            partial(extracts.write_extracts, found, folder, cancelled=self._is_stopped),
            partial(self._sent, folder, len(found)),
            self._failed,
        )

    def _sent(self, folder: Path, number: int, sentences: tuple[str, ...]) -> None:
        self._end()
        words = f"已写出{number}个单位的征求意见表(Excel和Word各一份),在{folder}。"
        self._context.notify(widen(words), undo=False)
        self._view.tell(sentences)

    # -- files in

    def _read(self) -> None:
        paths = ask.open_files(self._view, "选择各单位发回的文件", FILES, str(self._write.folder))
        if paths and self._current() is not None:
            self.read_files(paths)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read replies beside the window."""
        self._begin(f"正在读取{len(paths)}个文件\u2026")
        self._job = self._context.jobs.run(
            partial(extracts.read_files, paths, self._is_stopped), self._came, self._failed
        )

    def _came(self, books: tuple[extracts.Book, ...]) -> None:
        self._end()
        asked = self._current()
        if asked is None:
            return
        store, now = self._context.store, self._context.now()
        read = [self._whose(asked, book) for book in books]
        replies = consulting.gather_replies(store, asked.id, read)
        kept = consulting.keep_replies(store, asked.id, replies, now)
        self._view.tell([words for reply in replies for words in _told(reply)])
        left = len(replies) - kept
        words = f"已读回{kept}份回复" + (f",{left}份没有读入,见上面的说明" if left else "")
        self._context.notify(widen(f"{words}。"), undo=bool(kept))

    def _whose(self, asked: Consultation, book: extracts.Book) -> Reply:
        """What a file says; the clerk is asked whose it is where nothing tells."""
        (reply,) = extracts.understand(self._context.store, asked.id, [book])
        if reply.unit or not reply.is_readable:
            return reply
        names = [unit.unit for unit in asked.units]
        label = widen(f"“{reply.file}”是哪个单位的回复?")
        chosen = ask.one_of(self._view, "选定单位", label, [*names, SKIP])
        if chosen is None or chosen == len(names):
            return reply
        (reply,) = extracts.understand(self._context.store, asked.id, [book], names[chosen])
        return reply

    # -- units and tables

    def _none(self) -> None:
        asked = self._current()
        if asked is not None:
            waiting = {unit.unit for unit in asked.units if unit.replied_on is None}
            names = [name for name in self._units() if name in waiting]
            consulting.say_none(self._context.store, asked.id, names, self._context.now())
            self._context.notify(f"已登记{len(names)}个单位无意见。")

    def _back(self) -> None:
        asked = self._current()
        if asked is not None:
            consulting.take_back(self._context.store, asked.id, self._units(), self._context.now())
            self._context.notify("已撤回回复。")

    def _remove(self) -> None:
        opinion = self._view.opinion()
        if opinion is not None:
            consulting.remove_opinion(self._context.store, opinion.id, self._context.now())
            self._context.notify("已删去这条意见。")

    def _outcome(self) -> None:
        asked = self._current()
        if asked is not None:
            store, day = self._context.store, self._context.today()
            jobs = {
                ".xlsx": extracts.adoption_workbook(store, asked.id, day),
                ".docx": extracts.adoption_paper(store, asked.id),
            }
            self._write.begin_any(jobs, "意见采纳情况表")

    # -- the worker

    def _is_stopped(self) -> bool:
        return self._stopped

    def _begin(self, words: str) -> None:
        self._stopped = False
        self._view.progress.show_work(words)

    def _end(self) -> None:
        self._job = None
        self._view.progress.hide()

    def _failed(self, error: ShuangdaError) -> None:
        self._end()
        self._view.tell([str(error)])
        self._context.notify(str(error), undo=False)


def _told(reply: Reply) -> list[str]:
    return [widen(f"“{reply.file}”:{doubt}") for doubt in reply.doubts]
