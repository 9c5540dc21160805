"""What comes back from the units: read beside the window, shown as a difference, then kept or not."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shuangda_desktop.gui import ask
from shuangda_desktop.gui.models.return_rows import left_out
from shuangda_desktop.gui.pages.returns.difference import ReturnReview
from shuangda_desktop.gui.pages.returns.pile_work import PileWork
from shuangda_desktop.gui.pages.returns.reply_panel import ReplyPanel
from shuangda_desktop.services.rounds import collecting
from shuangda_desktop.services.rounds.collecting import Batch
from shuangda_desktop.text.punctuation import widen

if TYPE_CHECKING:
    from shuangda_desktop.gui.pages.returns.page import ReturnsPage

FORMS = "填报表和文字 (*.xlsx *.xls *.et *.ods *.csv *.docx *.doc *.wps *.txt);;所有文件 (*)"


class ReadingBack:
    """Nothing is kept before the clerk accepts it."""

    def __init__(self, page: "ReturnsPage", work: PileWork) -> None:
        self._page, self._work = page, work
        self.review, self.reply = ReturnReview(), ReplyPanel()
        self.batch: Batch | None = None
        self.reply.given.connect(self.read_reply)
        self.reply.left.connect(page.leave)
        self.review.accepted.connect(self.accept)
        self.review.named.connect(self.name_unit)
        self.review.left.connect(page.leave)

    def ask_files(self) -> None:
        """Ask for files and read them beside the window."""
        paths = ask.open_files(self._page, "读回填报表", FORMS, str(self._page.folder))
        if paths:
            self.read_files(paths)

    def ask_folder(self) -> None:
        """Ask for a folder and read all the files in it."""
        folder = ask.folder(self._page, "读回哪个文件夹里的表", self._page.folder)
        if folder is not None:
            self.take_files([folder])

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files and all that lies in folders, unless something is being read."""
        files = collecting.files_in(paths)
        if files and not self._work.running:
            self.read_files(files)
        elif not files:
            self._page.context.notify("文件夹里没有文件\uff0c没有读取\u3002", undo=False)

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these files, and show what they would change."""
        page, work = self._page, self._work
        page.folder = paths[0].parent
        known = collecting.gather_known(page.context.store, page.period)
        page.land()  # or the keys would go from the button that rests to any other
        work.begin(
            lambda: collecting.read_files(
                known, paths, cancelled=work.stopped, tell=work.stepped.emit
            ),
            self.show_batch,
        )

    def open_reply(self) -> None:
        """Let the clerk paste what a unit wrote."""
        board = self._page.board
        self.reply.open([row.unit for row in board.rows] if board else [], self._page.unit())
        self._page.stack.setCurrentWidget(self.reply)

    def read_reply(self, text: str, unit: str) -> None:
        """Show what a unit wrote in words, task by task."""
        known = collecting.gather_known(self._page.context.store, self._page.period)
        self.show_batch(collecting.read_pasted(known, text, unit))

    def show_batch(self, batch: Batch) -> None:
        """Show what came back before anything is kept."""
        self.batch = batch
        if not batch.returns:
            self._page.context.notify("已停止读取\uff0c没有保存任何内容\u3002", undo=False)
            return
        units = dict.fromkeys(asked.unit for asked in batch.world.asked)
        self.review.show_batch(batch.returns, list(units))
        self._page.stack.setCurrentWidget(self.review)
        self.review.table.setFocus()

    def name_unit(self, sha256: str, unit: str) -> None:
        """Read a file again as the one of a unit that the clerk named."""
        if self.batch is not None:
            known = collecting.gather_known(self._page.context.store, self.batch.period)
            names: Mapping[str, str] = {sha256: unit}
            self.show_batch(collecting.understood(known, self.batch.books, names))

    def accept(self, chosen: Sequence[object]) -> None:
        """Keep what is ticked; one step, which can be undone."""
        if self.batch is None:
            return
        context = self._page.context
        batch = collecting.corrected(self.batch, self.review.returns())
        kept = collecting.accept(context.store, batch, self.review.chosen, context.now())
        self._page.leave()
        left = left_out(self.review.lines)
        more = f"另有{left}处没有采用;要采用,把这些文件再读回一次。" if left else ""
        count = len({one.sha256 for one in batch.returns})
        context.notify(widen(f"已登记{count}份,采用{kept}处。原件已留存。{more}"))
