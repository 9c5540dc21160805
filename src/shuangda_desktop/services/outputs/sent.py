"""What has gone out, and what has changed since."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from shuangda_desktop.exports.workbooks.change_list import write_change_list
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.papers.wording import day_words
from shuangda_desktop.services.outputs.exporting import Job
from shuangda_desktop.services.outputs.gathering import Wanted, heading_of
from shuangda_desktop.services.outputs.sheets import SheetJob
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import exported
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.exported import Exported as Exported
from shuangda_desktop.tasks.columns.changes import change_columns, numbered
from shuangda_desktop.tasks.rounds.snapshots import Change, differences, snapshot


def sent_documents(store: Store, document: str | None = None) -> tuple[Exported, ...]:
    """What has gone out, the newest first; of one kind of document or of all."""
    return exported.load_exports(store, document)


def sent_by(store: Store, job: Job, day: date) -> Exported:
    """The last version of the document, about the same, that had gone out by the end of a day."""
    for earlier in sent_documents(store, job.document):
        if earlier.about == job.about and earlier.at.date() <= day:
            return earlier
    name = job.action.removeprefix("导出")
    raise refusal(f"到{day_words(day)}为止没有写出过{name},没有可以比较的版本,没有写出变更清单。")


def changes_since(store: Store, earlier: Exported, job: Job) -> tuple[Change, ...]:
    """What the document says now and did not say then, and the other way round."""
    said = exported.load_snapshot(store, earlier.id)
    if said is None:
        raise refusal("那一次写出时还没有留底,不能比较。以后写出的都会留底。")
    return differences(said, job.snapshot)


def change_list(store: Store, earlier: Exported, job: Job, wanted: Wanted) -> SheetJob:
    """变更清单: the changes of a document since one of its versions, gathered and not yet written."""
    changes = changes_since(store, earlier, job)
    name = job.action.removeprefix("导出")
    heading = heading_of(store, (), f"{name}变更清单", wanted, unit=earlier.about or None)
    return _job(changes, heading, since(earlier.at.date()), earlier.about)


def since(day: date) -> str:
    """The words that name a version."""
    return f"自{day_words(day)}发出的版本以来"


def _job(changes: Sequence[Change], heading: Heading, words: str, about: str) -> SheetJob:
    columns, rows = change_columns(), numbered(changes)

    def write(path: Path) -> tuple[str, ...]:
        return write_change_list(changes, path, heading, words)

    said = snapshot(rows, columns, lambda r: str(r[0]), lambda r: r[1].label)
    return SheetJob("changes", "变更清单", (), said, write, about)
