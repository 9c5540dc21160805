"""The directory out to a workbook and in again: seen before it is kept, all of it or nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from shuangda_desktop.errors import SourceError
from shuangda_desktop.exports.workbooks.directory_book import write_directory_book
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.services.words import refusal, shortened
from shuangda_desktop.sources.sheets.pile import Unread, read_pile
from shuangda_desktop.store import settings, units
from shuangda_desktop.store.database import Store
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.sheets import FilledBook
from shuangda_desktop.units.book import Trouble
from shuangda_desktop.units.changes import UnitChange, differences, merged, missing
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.read_book import read_book


@dataclass(frozen=True, slots=True)
class DirectoryJob:
    """The directory, gathered and not yet written."""

    known: Directory
    heading: Heading

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return write_directory_book(self.known, path, self.heading)


@dataclass(frozen=True, slots=True)
class Preview:
    """What keeping a workbook would do: every change, every row that is not clear.

    ``missing`` are the names of units of ours that the workbook does not list.
    """

    changes: tuple[UnitChange, ...]
    troubles: tuple[Trouble, ...]
    missing: tuple[str, ...]
    after: Directory


def directory_job(store: Store, today: date) -> DirectoryJob:
    """Gather the directory for its workbook."""
    if not settings.get(store, "city"):
        raise refusal("还没有设置本市,没有名录可以导出。请先填写省、市名称。")
    heading = Heading("单位名录", settings.get(store, "office_name"), today)
    return DirectoryJob(units.load_directory(store), heading)


def read_directory_file(path: Path) -> FilledBook:
    """The sheets of a workbook, read in a process of their own."""
    (book,) = read_pile([path])
    if isinstance(book, Unread):
        raise SourceError(book.reason)
    return book


def preview_directory(
    store: Store, book: FilledBook, today: date, *, drop_missing: bool = False
) -> Preview:
    """What a workbook would change; nothing is kept."""
    known = units.load_directory(store)
    read = read_book(book.sheets, known, today)
    after = merged(known, read, drop_missing=drop_missing) if read.units else known
    gone = missing(known, read)
    names = tuple(unit.label for unit in known.units if unit.id in gone)
    return Preview(differences(known, after), tuple(read.troubles), names, after)


def in_words(trouble: Trouble) -> str:
    """A trouble with its place."""
    place = f"“{trouble.sheet}”第{trouble.row}行:" if trouble.row else ""
    return widen(place + trouble.message)


def keep_directory(
    store: Store,
    book: FilledBook,
    now: datetime,
    *,
    drop_missing: bool = False,
    skip_unclear: bool = False,
) -> int:
    """Take the changes of a workbook over in one step; how many they are.

    Rows that are not clear stop it, unless the clerk chose to leave them out.
    """
    seen = preview_directory(store, book, now.date(), drop_missing=drop_missing)
    if seen.troubles and not skip_unclear:
        first = in_words(seen.troubles[0])
        raise refusal(f"有{len(seen.troubles)}处不清楚,没有导入任何内容。第一处:{first}")
    if seen.changes:
        with store.step(f"导入名录“{shortened(book.name)}”", now):
            units.change_directory(store, seen.after)
    return len(seen.changes)
