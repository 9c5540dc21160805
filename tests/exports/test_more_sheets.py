"""督办台账, 联络员名册, 变更清单, 统计汇总, and the office's own columns in the others."""

import zipfile
from datetime import date

import openpyxl
import pytest

from exports.sample import HEADING, task, tasks
from shuangda_desktop.exports.workbooks.change_list import write_change_list
from shuangda_desktop.exports.workbooks.contacts import contact_columns, write_contacts
from shuangda_desktop.exports.workbooks.schedule import write_schedule
from shuangda_desktop.exports.workbooks.statistics import write_statistics
from shuangda_desktop.exports.workbooks.supervision import write_supervision
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.columns.source import item_column, source_column
from shuangda_desktop.tasks.rounds.snapshots import Change, Kind
from shuangda_desktop.tasks.supervision import SupervisionRow, supervision_columns
from shuangda_desktop.tasks.unit_figures import figures_by_month, figures_by_unit
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Unit, UnitKind

TODAY = date(2026, 7, 10)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "表.xlsx"


def rows_of(path, name=None):
    book = openpyxl.load_workbook(path)
    sheet = book[name] if name else book.active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_supervision_is_a_sheet_to_work_in(path):
    rows = [SupervisionRow(one, "示发〔2026〕2号", date(2026, 3, 1)) for one in tasks()]
    assert write_supervision(rows, path, HEADING, supervision_columns(TODAY)) == ()
    sheet = openpyxl.load_workbook(path).active
    assert sheet.auto_filter.ref == "A3:K6"
    assert sheet.freeze_panes == "C4"
    assert [sheet["A4"].value, sheet["C4"].value] == [1, "示发〔2026〕2号"]
    assert (sheet["E4"].is_date, sheet["E4"].value.date()) == (True, date(2026, 3, 1))
    assert sheet["J4"].value == "红灯"
    assert any("J4:J6" in str(area.sqref) for area in sheet.conditional_formatting)
    assert not [area for area in sheet.merged_cells.ranges if area.min_row > 3]


def test_without_matters_supervision_says_so(path):
    write_supervision([], path, HEADING, supervision_columns(TODAY))
    assert rows_of(path)[3][0] == "没有督办事项"


UNITS = (
    Unit("county.a", "甲县人民政府", Level.COUNTY, contact="李四"),
    Unit("city.b", "示例市公安局", Level.CITY, short_name="市公安局", contact="张三", phone="=12"),
    Unit("city.all", "各成员单位", Level.CITY, UnitKind.COLLECTIVE),
    Unit("city.old", "示例市工商局", Level.CITY, active_until=date(2019, 1, 1)),
    Unit("prov.c", "示例省公安厅", Level.PROVINCE),
)


def test_contacts_are_those_of_units_that_exist_and_have_people(path):
    write_contacts(UNITS, path, HEADING)
    rows = rows_of(path)
    assert [row[0] for row in rows[3:]] == ["市级单位", 1, "县\uff08市、区\uff09", 2]
    assert rows[4] == [1, "示例市公安局", "市公安局", "张三", "=12", None]
    assert openpyxl.load_workbook(path).active["E5"].data_type == "s"


def test_the_office_may_choose_columns_of_contacts_too(path):
    write_contacts(UNITS, path, HEADING, [contact_columns()[1]])
    assert [row[0] for row in rows_of(path)[2:5]] == ["单位", "市级单位", "示例市公安局"]


def test_an_empty_directory_says_so(path):
    write_contacts([], path, HEADING)
    assert rows_of(path)[3][0] == "名录里还没有单位"


def test_a_change_list_names_the_version_and_every_difference(path):
    changes = [Change(Kind.CHANGED, "1 推进农资打假", "完成时限", "6月", "9月")]
    write_change_list(changes, path, HEADING, "自2026年6月3日发出的版本以来")
    rows = rows_of(path)
    assert rows[3][0] == "自2026年6月3日发出的版本以来\uff0c变化1处"
    assert rows[4] == [1, "1 推进农资打假", "修改", "完成时限", "6月", "9月"]
    write_change_list([], path, HEADING, "自2026年6月3日发出的版本以来")
    assert rows_of(path)[3][0] == "自2026年6月3日发出的版本以来\uff0c没有变化"


def statistics(path, rows):
    return write_statistics(
        figures_by_unit(rows, TODAY), figures_by_month(rows, {}, TODAY), path, HEADING, TODAY
    )


def test_statistics_have_figures_and_charts_that_excel_draws(path):
    assert statistics(path, tasks()) == ()
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["按单位", "各单位牵头和责任任务的进展", "按月份", "各月进展"]
    assert [len(sheet._charts) for sheet in book] == [0, 1, 0, 1]
    assert [c.value for c in book["按月份"][3]][:2] == ["月份", "应完成\uff08累计\uff09"]
    stacked = book.worksheets[1]._charts[0]
    assert [s.tx.strRef.f for s in stacked.series][:1] == ["'按单位'!$E$3"]
    answering = sum(bool((row[1] or 0) + (row[2] or 0)) for row in rows_of(path, "按单位")[4:-1])
    assert stacked.series[0].val.numRef.f == f"'按单位'!$E$5:$E${4 + answering}"
    assert stacked.series[0].cat.numRef.f == f"'按单位'!$A$5:$A${4 + answering}"


def test_charts_link_to_nothing_outside(path):
    statistics(path, tasks())
    with zipfile.ZipFile(path) as package:
        links = [package.read(n).decode() for n in package.namelist() if n.endswith(".rels")]
    assert not [text for text in links if "External" in text]


def test_without_tasks_there_is_no_chart_of_units(path):
    statistics(path, ())
    assert openpyxl.load_workbook(path).sheetnames == ["按单位", "按月份", "各月进展"]
    assert rows_of(path)[3][0] == "暂无任务"


def test_chapters_chosen_as_a_column_are_merged_and_stand_in_no_band(path):
    chapter = next(c for c in schedule_columns() if c.key == "chapter")
    title = next(c for c in schedule_columns() if c.key == "title")
    rows = [task(1), task(2), task(3, chapter="二、健全机制")]
    write_schedule(rows, path, HEADING, [chapter, item_column(), title, source_column()])
    sheet = openpyxl.load_workbook(path).active
    areas = {str(area) for area in sheet.merged_cells.ranges if area.min_row > 3}
    assert areas == {"A4:A5", "B4:B5"}
    assert [sheet.cell(row, 1).value for row in (4, 5, 6)] == [
        "一、加强重点领域治理",
        None,
        "二、健全机制",
    ]


def test_columns_that_the_office_chose_stay_though_empty(path):
    columns = [c for c in schedule_columns() if c.key in {"title", "note"}]
    write_schedule([task(1)], path, HEADING, columns)
    assert rows_of(path)[2] == ["工作任务", "备注"]
    write_schedule([], path, HEADING, columns)
    assert rows_of(path)[3][0] == "暂无任务"
