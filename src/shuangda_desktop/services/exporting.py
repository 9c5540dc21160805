"""Writing documents out, and noting that they went out."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from shuangda_desktop.exports.ledger import write_ledger
from shuangda_desktop.exports.local_plan import write_local_plan
from shuangda_desktop.exports.model import Heading, LocalPlan
from shuangda_desktop.exports.schedule import write_schedule
from shuangda_desktop.services.words import refusal
from shuangda_desktop.store import audit, queries, settings
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.rows import PlanRow, TaskRow

OUR_WORK = "打击侵权假冒工作"


def export_schedule(
    store: Store, path: Path, today: date, unit: str | None = None, now: datetime | None = None
) -> None:
    """Write 任务分工表.xlsx, of all tasks or of one unit's."""
    rows = _rows(store, unit)
    write_schedule(rows, path, _heading(store, rows, "任务分工表", today, unit))
    _note(store, "导出任务分工表", path, rows, now or _start_of(today))


def export_ledger(
    store: Store, path: Path, today: date, unit: str | None = None, now: datetime | None = None
) -> None:
    """Write 进度台账.xlsx, of all tasks or of one unit's."""
    rows = _rows(store, unit)
    write_ledger(rows, path, _heading(store, rows, "进度台账", today, unit), today)
    _note(store, "导出进度台账", path, rows, now or _start_of(today))


def export_local_plan(store: Store, path: Path, today: date, now: datetime | None = None) -> None:
    """Write the draft of the city's own plan, 实施方案.docx."""
    rows = _rows(store, None)
    city = settings.get(store, "city")
    if not city:
        raise refusal("还没有设置本市,不能写出实施方案。请先在“单位”页填写省、市名称。")
    write_local_plan(_draft(store, rows, city, today), path)
    _note(store, "导出实施方案", path, rows, now or _start_of(today))


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
        title=f"{year}年{city}{OUR_WORK}实施方案",
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


def _note(store: Store, action: str, path: Path, rows: Sequence[TaskRow], now: datetime) -> None:
    """Put the export on the permanent record: what has gone out cannot be undone, so it is no step."""
    new = json.dumps({"file": path.name, "tasks": len(rows)}, ensure_ascii=False)
    with store.db.atomic():
        audit.append(store.db, action, now, [audit.Change("export", 0, None, new)])


def _start_of(today: date) -> datetime:
    return datetime.combine(today, time())
