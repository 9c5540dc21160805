"""Every document of the gallery: gathered, written, opened again, remembered."""

from datetime import date

import docx
import openpyxl
import pytest

from shuangda_desktop.cli.writing import DOCUMENTS as NAMES
from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.city import directory
from shuangda_desktop.services.dividing import splitting
from shuangda_desktop.services.outputs import exporting, layouts, sheets
from shuangda_desktop.services.outputs.documents import DOCUMENTS, document_of, file_name
from shuangda_desktop.services.outputs.gathering import Wanted
from shuangda_desktop.services.outputs.sent import change_list, changes_since, sent_documents, since
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import exported
from shuangda_desktop.store.returns import Dispatch, add_dispatches
from shuangda_desktop.tasks.columns.layouts import Layout, LayoutColumn
from shuangda_desktop.tasks.model import ProgressEntry

UNIT = "市公安局"


@pytest.fixture
def city(store, now):
    directory.set_up_city(store, "示例省", "示例市", now)


@pytest.fixture
def wanted(city, task_ids, today):
    return Wanted(today, UNIT)


def texts(path, sheet=0):
    rows = openpyxl.load_workbook(path).worksheets[sheet].iter_rows()
    return [str(cell.value) for row in rows for cell in row if cell.value is not None]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.key)
def test_every_document_is_written_opened_and_remembered(store, wanted, tmp_path, now, document):
    path = tmp_path / document.file
    job = document.gather(store, wanted)
    assert exporting.export(store, job, path, now) == ()
    if document.suffix == ".xlsx":
        assert document.name[-2:] in texts(path)[0]
    else:
        assert docx.Document(str(path)).paragraphs
    (kept,) = sent_documents(store, document.key)
    assert (kept.file, kept.action) == (document.file, f"导出{document.name}")
    assert exported.load_snapshot(store, kept.id) == job.snapshot
    assert changes_since(store, kept, document.gather(store, wanted)) == ()


def test_the_command_line_knows_the_same_documents():
    assert {d.key: d.name for d in DOCUMENTS} == NAMES
    assert len({d.name for d in DOCUMENTS}) == len(DOCUMENTS)


def test_a_file_is_called_after_its_unit_where_it_has_one():
    assert file_name(document_of("unit"), UNIT) == f"单位任务清单-{UNIT}.xlsx"
    assert file_name(document_of("contacts"), UNIT) == "联络员名册.xlsx"
    assert document_of("unit").needs_unit
    assert document_of("comparison").by_plan
    assert document_of("plan").kinds == "Word 文档 (*.docx)"


def test_what_a_document_needs_is_asked_for(store, wanted, today):
    with pytest.raises(RuleError, match="先选定单位"):
        sheets.unit_list(store, Wanted(today))
    with pytest.raises(RuleError, match="还没有分解"):
        sheets.comparison(store, Wanted(today, plan_id=99))


def test_an_empty_directory_has_no_contacts(store, today):
    with pytest.raises(RuleError, match="还没有单位名录"):
        sheets.contacts(store, Wanted(today))


def test_late_tasks_alone_are_on_the_overdue_list(store, city, task_ids):
    assert len(sheets.overdue_list(store, Wanted(date(2026, 3, 16))).rows) == 0
    assert len(sheets.overdue_list(store, Wanted(date(2027, 3, 16))).rows) > 0


def test_a_finished_task_is_closed_on_the_day_of_its_last_report(
    store, wanted, task_ids, now, today
):
    entry = ProgressEntry(task_ids[0], UNIT, today, 100, "完成")
    tracking.record_progress(store, entry, now)
    line = next(line for line in sheets.supervision(store, wanted).snapshot)
    said = {cell.key: cell.text for cell in line.cells}
    assert (said["closed"], said["handling"]) == (today.isoformat(), "完成")
    assert said["source"] == "示双办〔2026〕1号"


def test_reminders_stand_with_the_tasks_of_the_units_that_answer(
    store, wanted, task_ids, now, today
):
    sent = [Dispatch("2026-02", UNIT, kind, "", "", today, now, "") for kind in ("urge", "form")]
    with store.step("催报", now):
        add_dispatches(store, sent)
    said = [cell.text for line in sheets.supervision(store, wanted).snapshot for cell in line.cells]
    assert "2026-03-16 催市公安局报2026年2月进展" in said


def test_statistics_follow_the_log(store, wanted, task_ids, now, today, tmp_path):
    tracking.record_progress(store, ProgressEntry(task_ids[0], UNIT, date(2026, 1, 9), 40, ""), now)
    sheets.statistics(store, wanted).write(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    months = [row[0].value for row in book["按月份"].iter_rows(min_row=5)]
    assert months[0] == "2026年1月"


# -- layouts

NARROW = Layout(
    "市里", (LayoutColumn("title", "做什么"), LayoutColumn("source")), "A3", "{市}表", "填报"
)


def test_a_layout_chooses_columns_paper_title_and_label(store, wanted, tmp_path, now):
    layouts.save_layout(store, "schedule", NARROW, now)
    sheets.schedule(store, wanted).write(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[3]] == ["做什么", "出处"]
    assert sheet.page_setup.paperSize == 8
    assert sheet["A1"].value == f"示例市表\uff08{UNIT}\uff09"
    assert sheet["A2"].value.startswith("填报\uff1a")


@pytest.mark.parametrize("key", [d.key for d in DOCUMENTS if d.has_layout])
def test_every_sheet_takes_a_layout_before_it_is_kept(store, wanted, tmp_path, key):
    columns = sheets.columns_to_choose(store, key, wanted)
    layout = Layout("试", tuple(LayoutColumn(c.key, "新题") for c in columns[-1:]), "A3", "新表")
    tried = Wanted(wanted.today, wanted.unit, layout=layout)
    document_of(key).gather(store, tried).write(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert sheet["A1"].value.startswith("新表")
    assert sheet.page_setup.paperSize == 8
    if columns:
        assert [cell.value for cell in sheet[3]] == ["新题"]
    assert layouts.layout_in_use(store, key) is None


def test_usual_columns_are_marked_among_those_to_choose(store, wanted):
    choices = {c.key: c.usual for c in sheets.columns_to_choose(store, "schedule", wanted)}
    assert (choices["lead"], choices["source"], choices["others"]) == (True, False, False)
    assert sheets.columns_to_choose(store, "statistics", wanted) == ()
    assert all(c.usual for c in sheets.columns_to_choose(store, "contacts", wanted))


def test_layouts_are_chosen_kept_and_removed_as_steps(store, wanted, now):
    shipped = [layout.name for layout in layouts.layouts_of(store, "schedule")]
    assert shipped == ["两栏单位", "合并单元格", "带出处"]
    layouts.use_layout(store, "schedule", "带出处", now)
    layouts.use_layout(store, "schedule", "带出处", now)
    assert store.undo_label == "改用版式“带出处”"
    layouts.save_layout(store, "schedule", NARROW, now)
    assert layouts.layout_in_use(store, "schedule") == NARROW
    assert layouts.layouts_of(store, "schedule")[0] == NARROW
    layouts.remove_layout(store, "schedule", "市里", now)
    assert layouts.layout_in_use(store, "schedule") is None
    assert store.undo() == "删除版式“市里”"
    assert layouts.layout_in_use(store, "schedule") == NARROW
    layouts.use_layout(store, "schedule", "", now)
    layouts.remove_layout(store, "schedule", "市里", now)
    with pytest.raises(RuleError, match="自带"):
        layouts.remove_layout(store, "schedule", "带出处", now)


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        (Layout(" ", (LayoutColumn("title"),)), "名称"),
        (Layout(layouts.USUAL, (LayoutColumn("title"),)), "名称"),
        (Layout("长" * 21, (LayoutColumn("title"),)), "太长"),
    ],
)
def test_a_layout_that_cannot_be_kept_is_refused(store, now, layout, told):
    with pytest.raises(RuleError, match=told):
        layouts.save_layout(store, "schedule", layout, now)


def test_a_sheet_of_fixed_columns_keeps_its_page_alone(store, wanted, tmp_path, now):
    layouts.save_layout(store, "statistics", Layout("大纸", paper="A3"), now)
    with pytest.raises(RuleError, match="一列也没有"):
        layouts.save_layout(store, "schedule", Layout("空的"), now)
    sheets.statistics(store, wanted).write(tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active.page_setup.paperSize == 8


def test_an_own_layout_takes_the_place_of_a_shipped_one(store, now):
    own = Layout("带出处", (LayoutColumn("title"),))
    layouts.save_layout(store, "schedule", own, now)
    assert [one.name for one in layouts.layouts_of(store, "schedule")].count("带出处") == 1
    assert layouts.layout_in_use(store, "schedule") == own


# -- what went out and what has changed


def test_a_later_difference_is_told_and_written(store, wanted, task_ids, tmp_path, now, today):
    schedule = document_of("schedule")
    exporting.export(store, schedule.gather(store, wanted), tmp_path / "a.xlsx", now)
    splitting.change_task(store, task_ids[0], now, title="另一件事")
    (kept,) = sent_documents(store)
    later = schedule.gather(store, wanted)
    (change,) = changes_since(store, kept, later)
    assert (change.title, change.after) == ("工作任务", "另一件事")
    job = change_list(store, kept, later, wanted)
    exporting.export(store, job, tmp_path / "变更.xlsx", now)
    said = texts(tmp_path / "变更.xlsx")
    assert said[0] == f"示例市2026年打击侵权假冒工作任务分工表变更清单\uff08{UNIT}\uff09"
    assert "自2026年3月16日发出的版本以来\uff0c变化1处" in said
    assert "另一件事" in said
    assert sent_documents(store)[0].document == "changes"


def test_a_file_without_a_copy_cannot_be_compared(store, wanted, now, tmp_path):
    with store.lasting("导出", now):
        store.execute(
            "INSERT INTO export (document, action, file, folder, at, about, line_count, snapshot) "
            "VALUES ('schedule', '导出任务分工表', 'a.xlsx', '', ?, '', 3, '')",
            [now.isoformat()],
        )
    (kept,) = sent_documents(store)
    with pytest.raises(RuleError, match="没有留底"):
        changes_since(store, kept, document_of("schedule").gather(store, wanted))


def test_a_version_is_named_by_its_day():
    assert since(date(2026, 6, 3)) == "自2026年6月3日发出的版本以来"
