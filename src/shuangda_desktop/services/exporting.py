"""Documents out, in three moves: gather from the store, write to a file, note that it went out.

What was gathered is a frozen value and knows no store, so a worker thread may write it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import ClassVar

from shuangda_desktop.exports.ledger import write_ledger
from shuangda_desktop.exports.local_plan import write_local_plan
from shuangda_desktop.exports.model import Heading
from shuangda_desktop.exports.schedule import write_schedule
from shuangda_desktop.papers.model import LocalPlan
from shuangda_desktop.services.office import load_office
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import queries, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.ledger_columns import ledger_columns
from shuangda_desktop.tasks.rows import PlanRow, TaskRow
from shuangda_desktop.tasks.status import LightRule

OUR_WORK = "打击侵权假冒工作"


@dataclass(frozen=True, slots=True)
class ScheduleJob:
    """任务分工表, gathered and not yet written."""

    action: ClassVar[str] = "导出任务分工表"
    rows: tuple[TaskRow, ...]
    heading: Heading

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return write_schedule(self.rows, path, self.heading)


@dataclass(frozen=True, slots=True)
class LedgerJob:
    """进度台账, gathered and not yet written; ``rule`` is the office's, as the window shows it."""

    action: ClassVar[str] = "导出进度台账"
    rows: tuple[TaskRow, ...]
    heading: Heading
    today: date
    rule: LightRule

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        columns = ledger_columns(self.today, self.rule)
        return write_ledger(self.rows, path, self.heading, self.today, columns)


@dataclass(frozen=True, slots=True)
class LocalPlanJob:
    """实施方案, gathered and not yet written."""

    action: ClassVar[str] = "导出实施方案"
    draft: LocalPlan

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """The tasks that it lists."""
        return self.draft.rows

    def write(self, path: Path) -> tuple[str, ...]:
        """Write the file; sentences about what could not be written as it was."""
        return write_local_plan(self.draft, path)


Job = ScheduleJob | LedgerJob | LocalPlanJob


def schedule_job(store: Store, today: date, unit: str | None = None) -> ScheduleJob:
    """Gather 任务分工表, of all tasks or of one unit's."""
    rows = _rows(store, unit)
    return ScheduleJob(rows, _heading(store, rows, "任务分工表", today, unit))


def ledger_job(store: Store, today: date, unit: str | None = None) -> LedgerJob:
    """Gather 进度台账, of all tasks or of one unit's."""
    rows = _rows(store, unit)
    rule = LightRule(load_office(store).due_soon_days)
    return LedgerJob(rows, _heading(store, rows, "进度台账", today, unit), today, rule)


def local_plan_job(store: Store, today: date) -> LocalPlanJob:
    """Gather the draft of the city's own plan, 实施方案."""
    rows = _rows(store, None)
    city = settings.get(store, "city")
    if not city:
        raise refusal("还没有设置本市,不能写出实施方案。请先在“单位”页填写省、市名称。")
    return LocalPlanJob(_draft(store, rows, city, today))


def note_export(store: Store, job: Job, path: Path, now: datetime) -> None:
    """Put on the permanent record what has gone out; that cannot be undone, so it is no step."""
    details = json.dumps({"file": path.name, "tasks": len(job.rows)}, ensure_ascii=False)
    store.record(job.action, now, "export", details)


def export_schedule(
    store: Store, path: Path, today: date, unit: str | None = None, now: datetime | None = None
) -> tuple[str, ...]:
    """Write 任务分工表.xlsx and note it; sentences about what could not be written as it was."""
    return _export(store, schedule_job(store, today, unit), path, now or _start_of(today))


def export_ledger(
    store: Store, path: Path, today: date, unit: str | None = None, now: datetime | None = None
) -> tuple[str, ...]:
    """Write 进度台账.xlsx and note it; sentences about what could not be written as it was."""
    return _export(store, ledger_job(store, today, unit), path, now or _start_of(today))


def export_local_plan(
    store: Store, path: Path, today: date, now: datetime | None = None
) -> tuple[str, ...]:
    """Write 实施方案.docx and note it; sentences about what could not be written as it was."""
    return _export(store, local_plan_job(store, today), path, now or _start_of(today))


def _export(store: Store, job: Job, path: Path, now: datetime) -> tuple[str, ...]:
    sentences = job.write(path)
    note_export(store, job, path, now)
    return sentences


def _rows(store: Store, unit: str | None) -> tuple[TaskRow, ...]:
    """The tasks that go into a document: those that apply to the city and were not dropped."""
    rows = tuple(r for r in queries.task_rows(store, unit=unit) if r.applicable)
    if rows:
        return rows
    if unit:
        raise refusal(f"“{unit}”没有任务,没有写出文件。请核对单位的名称,见“单位”页。")
    raise refusal("还没有任务,没有写出文件。请先导入方案并在“分解”页拟定任务。")


def _heading(
    store: Store, rows: Sequence[TaskRow], what: str, today: date, unit: str | None
) -> Heading:
    office = settings.get(store, "office_name")
    year = _year(_plans_of(store, rows), today)
    title = f"{settings.get(store, 'city')}{year}年{OUR_WORK}{what}"
    return Heading(f"{title}({unit})" if unit else title, office, today)


def _draft(store: Store, rows: tuple[TaskRow, ...], city: str, today: date) -> LocalPlan:
    plans = _plans_of(store, rows)
    year = _year(plans, today)
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


def _plans_of(store: Store, rows: Sequence[TaskRow]) -> list[PlanRow]:
    used = {row.plan_id for row in rows}
    return [plan for plan in queries.plan_rows(store) if plan.plan_id in used]


def _year(plans: Sequence[PlanRow], today: date) -> int:
    return max((plan.plan_year for plan in plans if plan.plan_year), default=today.year)


def _start_of(today: date) -> datetime:
    return datetime.combine(today, time())
