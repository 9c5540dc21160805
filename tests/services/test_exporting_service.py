"""Documents out: what stands in them, what is refused, what stays on the record."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime

import docx
import openpyxl
import pytest

from shuangda_desktop.errors import ExportError, RuleError, StoreError
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.city.office import Office, change_office
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.outputs import exporting
from shuangda_desktop.services.outputs.documents import document_of
from shuangda_desktop.services.outputs.gathering import Wanted
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import queries
from shuangda_desktop.tasks.model import ProgressEntry


@pytest.fixture
def city(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)


def cells(path):
    """Every text of a workbook's first sheet."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [
        str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value is not None
    ]


def words(path):
    document = docx.Document(str(path))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_the_schedule_holds_our_tasks_under_a_full_title(store, city, task_ids, tmp_path, today):
    path = tmp_path / "任务分工表.xlsx"
    exporting.export_schedule(store, path, today)
    found = cells(path)
    assert found[0] == "示例市2026年打击侵权假冒工作任务分工表"
    text = "\n".join(found)
    assert "市公安局" in text
    assert "检查集镇商店" in text
    assert "核对台账" not in text  # proposed as not ours


def test_a_dropped_task_is_in_no_document(store, city, task_ids, tmp_path, today, now):
    splitting.drop_tasks(store, [task_ids[0]], "由省级办理", now)
    exporting.export_schedule(store, tmp_path / "a.xlsx", today)
    exporting.export_local_plan(store, tmp_path / "a.docx", today)
    assert "检查集镇商店" not in "\n".join(cells(tmp_path / "a.xlsx"))
    assert "检查集镇商店" not in words(tmp_path / "a.docx")


def test_one_units_schedule_holds_its_tasks_only(store, city, task_ids, tmp_path, today):
    path = tmp_path / "分工.xlsx"
    exporting.export_schedule(store, path, today, "市市场监管局")
    text = "\n".join(cells(path))
    assert "任务分工表\uff08市市场监管局\uff09" in text
    assert "查处仿冒食品" in text
    assert "检查集镇商店" not in text


def test_the_ledger_holds_what_was_reported(store, city, task_ids, tmp_path, today, now):
    entry = ProgressEntry(task_ids[0], "市公安局", today, 40, "已检查20家")
    tracking.record_progress(store, entry, now)
    exporting.export_ledger(store, tmp_path / "台账.xlsx", today)
    text = "\n".join(cells(tmp_path / "台账.xlsx"))
    assert "进度台账" in text
    assert "已检查20家" in text


def test_the_local_plan_names_city_office_and_basis(store, city, task_ids, tmp_path, today):
    exporting.export_local_plan(store, tmp_path / "方案.docx", today)
    text = words(tmp_path / "方案.docx")
    assert "示例市" in text
    assert "示例省工作要点" in text
    assert "示双办〔2026〕1号" in text
    assert "查处仿冒食品" in text


def test_an_export_is_on_the_permanent_record_and_no_step(store, city, task_ids, tmp_path, now):
    label = store.undo_label
    path = tmp_path / "任务分工表.xlsx"
    exporting.export_schedule(store, path, now.date(), now=now)
    row = queries.audit_rows(store, 1)[0]
    assert (row.action, row.table, row.at[:16]) == ("导出任务分工表", "export", "2026-03-16T09:30")
    kept = json.loads(row.new)
    assert (kept["file"], kept["line_count"]) == ("任务分工表.xlsx", 2)
    assert store.undo_label == label


def test_without_a_time_the_record_has_the_day(store, city, task_ids, tmp_path, today):
    exporting.export_ledger(store, tmp_path / "台账.xlsx", today)
    assert datetime.fromisoformat(queries.audit_rows(store, 1)[0].at) == datetime(2026, 3, 16)  # noqa: DTZ001 - the day alone has no zone


@pytest.mark.parametrize("export", [exporting.export_schedule, exporting.export_ledger])
def test_nothing_to_write_is_said_and_no_file_made(store, city, tmp_path, today, export):
    with pytest.raises(RuleError, match="还没有任务"):
        export(store, tmp_path / "a.xlsx", today)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_unit_is_said(store, city, task_ids, tmp_path, today):
    with pytest.raises(RuleError, match="“市教育局”没有任务"):
        exporting.export_schedule(store, tmp_path / "a.xlsx", today, "市教育局")


def test_a_plan_without_a_city_is_refused(store, task_ids, tmp_path, today):
    with pytest.raises(RuleError, match="还没有设置本市"):
        exporting.export_local_plan(store, tmp_path / "a.docx", today)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_is_not_on_the_record(store, city, task_ids, tmp_path, today):
    before = queries.audit_rows(store, 1)
    with pytest.raises(ExportError):
        exporting.export_schedule(store, tmp_path / "没有" / "a.xlsx", today)
    assert queries.audit_rows(store, 1) == before


def test_the_year_is_the_plans_and_only_then_todays(store, city, task_ids, tmp_path):
    exporting.export_ledger(store, tmp_path / "a.xlsx", date(2031, 1, 5))
    assert cells(tmp_path / "a.xlsx")[0] == "示例市2026年打击侵权假冒工作进度台账"


@pytest.mark.parametrize(
    ("gather", "name", "action"),
    [
        ("schedule", "分工.xlsx", "导出任务分工表"),
        ("ledger", "台账.xlsx", "导出进度台账"),
        ("plan", "方案.docx", "导出实施方案"),
    ],
)
def test_what_was_gathered_is_written_by_a_worker_without_the_store(
    store, city, task_ids, tmp_path, today, now, gather, name, action
):
    job, path = document_of(gather).gather(store, Wanted(today)), tmp_path / name
    splitting.drop_tasks(store, [task_ids[0]], "由省级办理", now)  # too late for this file
    with ThreadPoolExecutor(1) as worker:
        assert worker.submit(job.write, path).result() == ()
    text = words(path) if path.suffix == ".docx" else "\n".join(cells(path))
    assert "检查集镇商店" in text
    exporting.note_export(store, job, path, now)
    row = queries.audit_rows(store, 1)[0]
    kept = json.loads(row.new)
    assert (row.action, kept["file"], kept["line_count"]) == (action, name, 2)


def test_what_could_not_be_written_as_it_was_is_handed_on(
    store, city, task_ids, tmp_path, today, now
):
    splitting.change_task(store, task_ids[0], now, text="检查\x07商店。")
    for export, name in (
        (exporting.export_schedule, "a.xlsx"),
        (exporting.export_ledger, "b.xlsx"),
    ):
        (sentence,) = export(store, tmp_path / name, today)
        assert "删去了1个" in sentence


def test_the_ledgers_lights_follow_the_offices_rule(store, city, task_ids, tmp_path, now):
    today = date(2026, 6, 1)  # 29 days before the first deadline
    exporting.export_ledger(store, tmp_path / "a.xlsx", today)
    change_office(store, Office(due_soon_days=30), now)
    exporting.export_ledger(store, tmp_path / "b.xlsx", today)
    assert "黄灯" not in cells(tmp_path / "a.xlsx")
    assert "黄灯" in cells(tmp_path / "b.xlsx")


def test_a_record_that_cannot_be_kept_is_said(store, city, task_ids, tmp_path, today):
    store.db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="只读"):
        exporting.export_schedule(store, tmp_path / "a.xlsx", today)
