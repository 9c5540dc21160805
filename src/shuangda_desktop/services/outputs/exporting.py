"""Documents out, in three moves: gather from the store, write to a file, note that it went out.

What was gathered is a frozen value and knows no store, so a worker thread may write it. Which
documents there are stands in services/outputs/documents.py; tables are gathered in services/outputs/sheets.py.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import ClassVar, Protocol

from shuangda_desktop.exports.word.local_plan import write_local_plan
from shuangda_desktop.papers.model import LocalPlan
from shuangda_desktop.services.outputs import sheets
from shuangda_desktop.services.outputs.gathering import Wanted, plans_of, tasks_to_issue, year_of
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.store.exported import add_export
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.rounds.snapshots import Snapshot, of_tasks
from shuangda_desktop.tasks.rows import TaskRow

PRINTED = "\uff08打印\uff09"  # stands where a file has its name


class Job(Protocol):
    """A document, gathered and not yet written."""

    @property
    def document(self) -> str:
        """Its key in services/outputs/documents.py."""

    @property
    def action(self) -> str:
        """What the permanent record calls writing it."""

    @property
    def about(self) -> str:
        """The unit or the plan that it is about, "" for all."""

    @property
    def snapshot(self) -> Snapshot:
        """What it says, to be compared with a later version."""

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""


@dataclass(frozen=True, slots=True)
class LocalPlanJob:
    """实施方案, gathered and not yet written."""

    document: ClassVar[str] = "plan"
    action: ClassVar[str] = "导出实施方案"
    about: ClassVar[str] = ""
    draft: LocalPlan

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """The tasks that it lists."""
        return self.draft.rows

    @property
    def snapshot(self) -> Snapshot:
        """The tasks as it names them."""
        return of_tasks(self.rows, schedule_columns())

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return write_local_plan(self.draft, path)


def local_plan_job(store: Store, today: date) -> LocalPlanJob:
    """Gather the draft of the city's own plan, 实施方案."""
    rows = tasks_to_issue(store)
    city = settings.get(store, "city")
    if not city:
        raise refusal("还没有设置本市,不能写出实施方案。请先在“单位”页填写省、市名称。")
    return LocalPlanJob(_draft(store, rows, city, today))


def note_export(store: Store, job: Job, path: Path, now: datetime) -> None:
    """Keep what has gone out and what it said; no undo takes that back."""
    with store.lasting(job.action, now):
        add_export(store, job.document, job.action, path, job.about, job.snapshot)


def note_print(store: Store, job: Job, now: datetime) -> None:
    """Keep that a document went out on paper and what it said."""
    action = job.action.replace("导出", "打印", 1)
    with store.lasting(action, now):
        add_export(store, job.document, action, Path(PRINTED), job.about, job.snapshot)


def export(store: Store, job: Job, path: Path, now: datetime) -> tuple[str, ...]:
    """Write a gathered document and note it; sentences about what could not be written as it was."""
    sentences = job.write(path)
    note_export(store, job, path, now)
    return sentences


def export_schedule(
    store: Store, path: Path, today: date, unit: str | None = None, now: datetime | None = None
) -> tuple[str, ...]:
    """Write 任务分工表.xlsx and note it; sentences about what could not be written as it was."""
    return export(store, sheets.schedule(store, Wanted(today, unit)), path, now or _start_of(today))


def export_ledger(
    store: Store, path: Path, today: date, unit: str | None = None, now: datetime | None = None
) -> tuple[str, ...]:
    """Write 进度台账.xlsx and note it; sentences about what could not be written as it was."""
    return export(store, sheets.ledger(store, Wanted(today, unit)), path, now or _start_of(today))


def export_local_plan(
    store: Store, path: Path, today: date, now: datetime | None = None
) -> tuple[str, ...]:
    """Write 实施方案.docx and note it; sentences about what could not be written as it was."""
    return export(store, local_plan_job(store, today), path, now or _start_of(today))


def _draft(store: Store, rows: tuple[TaskRow, ...], city: str, today: date) -> LocalPlan:
    plans = plans_of(store, rows)
    year = year_of(plans, today)
    return LocalPlan(
        title=f"{city}{year}年打击侵犯知识产权和制售假冒伪劣商品工作实施方案",
        city=city,
        office=settings.get(store, "office_name"),
        year=year,
        basis=tuple((plan.title, plan.document_number) for plan in plans),
        rows=rows,
        issued_on=None,
        document_number="",
    )


def _start_of(today: date) -> datetime:
    return datetime.combine(today, time())
