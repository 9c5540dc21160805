"""逾期清单: what is late on a day."""

from datetime import date

import openpyxl
import pytest

from exports.dumps import assert_golden, workbook_dump
from exports.sample import HEADING, task
from shuangda_desktop.exports.workbooks.overdue_list import write_overdue_list
from shuangda_desktop.tasks.model import Status

TODAY = date(2026, 7, 10)


@pytest.fixture
def written(tmp_path):
    """Write a list and open the sheet again."""

    def write(rows, today=TODAY, **options):
        path = tmp_path / "逾期.xlsx"
        write.notes = write_overdue_list(rows, path, HEADING, today, **options)
        write.path = path
        return openpyxl.load_workbook(path).active

    return write


def column_of(sheet, title: str) -> list[object]:
    """The values below a header and the band."""
    at = next(cell.column for cell in sheet[3] if cell.value == title)
    return [sheet.cell(row, at).value for row in range(5, sheet.max_row + 1)]


LATE = (task(1), task(2, due_on=date(2026, 7, 9)), task(3, due_on=date(2026, 3, 31)))


def test_the_whole_sheet_looks_as_it_was_looked_at(written):
    written(LATE)
    assert_golden(workbook_dump(written.path), "overdue_list.xlsx.txt")


def test_the_latest_task_stands_first_with_its_days(written):
    sheet = written(LATE)
    assert column_of(sheet, "序号") == [3, 1, 2]
    assert column_of(sheet, "逾期天数") == [101, 10, 1]


def test_the_band_counts_them_on_the_given_day(written):
    assert written(LATE)["A4"].value == "截至2026年7月10日\uff0c逾期任务3项"
    assert written(LATE, date(2026, 7, 1))["A4"].value == "截至2026年7月1日\uff0c逾期任务2项"


@pytest.mark.parametrize(
    "changes",
    [
        {"status": Status.DONE},
        {"status": Status.CLOSED},
        {"status": Status.SUSPENDED},
        {"due_on": TODAY},
        {"due_on": None},
        {"dropped_reason": "上级事项"},
    ],
)
def test_what_is_not_late_is_not_listed(written, changes):
    assert written([task(1, **changes)])["A4"].value == "截至2026年7月10日\uff0c没有逾期任务"


def test_percentages_and_days_of_reports_are_values(written):
    sheet = written(LATE)
    assert column_of(sheet, "完成率") == [60, 60, 60]
    at = next(cell.column for cell in sheet[3] if cell.value == "完成率")
    assert sheet.cell(5, at).number_format == '0"%"'
    assert all(day.date() == date(2026, 3, 10) for day in column_of(sheet, "最近报送"))


def test_what_could_not_be_written_is_told(written):
    written([task(1, title="推进\x00农资打假")])
    assert written.notes == ("B5单元格\uff1a删去了1个无法写入文件的控制字符。",)
