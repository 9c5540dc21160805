"""The directory to a workbook and from one: files are read and written beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from shuangda_desktop.errors import ShuangdaError
from shuangda_desktop.gui import ask
from shuangda_desktop.gui.pages.page import Context
from shuangda_desktop.services.city import directory_book
from shuangda_desktop.text.sheets import FilledBook

if TYPE_CHECKING:
    from shuangda_desktop.gui.pages.units.page import UnitsPage

BOOKS = "工作簿 (*.xlsx *.xls *.et *.ods *.csv)"


class DirectoryFiles:
    """What the two buttons of the page do, and the preview between choosing a file and keeping it."""

    def __init__(self, page: "UnitsPage", context: Context) -> None:
        self._page, self._context = page, context
        self._book: FilledBook | None = None

    def export(self) -> None:
        """Ask where to, gather, and write."""
        job = directory_book.directory_job(self._context.store, self._context.today())
        suggested = Path.home() / f"单位名录{self._context.today():%Y%m%d}.xlsx"
        path = ask.save_file(self._page, "导出单位名录", suggested, "Excel工作簿 (*.xlsx)")
        if path is not None:
            target = path if path.suffix else path.with_suffix(".xlsx")
            self._context.jobs.run(
                lambda: job.write(target), lambda told: self._written(target, told), self._refuse
            )

    def choose(self) -> None:
        """Ask for a workbook and read it."""
        for path in ask.open_files(self._page, "导入单位名录", BOOKS)[:1]:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a workbook and show what it would change."""
        self._context.jobs.run(
            lambda: directory_book.read_directory_file(path), self.show, self._refuse
        )

    def show(self, book: FilledBook) -> None:
        """Show what a workbook would change."""
        self._book = book
        self.look_again(False)
        self._page.stack.setCurrentWidget(self._page.preview)
        self._page.preview.keep.setFocus()

    def look_again(self, drop_missing: bool) -> None:
        """Show the changes with or without the units that the workbook does not list."""
        if self._book is not None:
            seen = directory_book.preview_directory(
                self._context.store, self._book, self._context.today(), drop_missing=drop_missing
            )
            self._page.preview.show_preview(self._book.name, seen)

    def keep(self, skip_unclear: bool, drop_missing: bool) -> None:
        """Keep the changes that were shown."""
        if self._book is not None:
            done = directory_book.keep_directory(
                self._context.store,
                self._book,
                self._context.now(),
                drop_missing=drop_missing,
                skip_unclear=skip_unclear,
            )
            self.leave()
            self._context.notify(f"已导入名录\uff0c共{done}处变动\u3002")

    def leave(self) -> None:
        """Back to the directory."""
        self._book = None
        self._page.preview.missing.setChecked(False)
        self._page.stack.setCurrentWidget(self._page.tabs)
        self._page.land()

    def _written(self, path: Path, told: tuple[str, ...]) -> None:
        self._context.notify("".join([f"已导出\u201c{path.name}\u201d\u3002", *told]), undo=False)

    def _refuse(self, error: ShuangdaError) -> None:
        self._context.notify(str(error), undo=False)
