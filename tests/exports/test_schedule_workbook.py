"""任务分工表: the copy that circulates."""

from dataclasses import replace

import openpyxl
import pytest

from exports.dumps import assert_golden, workbook_dump
from exports.sample import HEADING, task, tasks, unit
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.schedule import filled, write_schedule
from shuangda_desktop.exports.workbooks.workbook import Paper
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.columns.schedule import schedule_columns
from shuangda_desktop.tasks.model import Basis


@pytest.fixture
def written(tmp_path):
    """Write rows and open the sheet again."""

    def write(rows, heading=HEADING, **options):
        path = tmp_path / "任务分工表.xlsx"
        write.notes = write_schedule(rows, path, heading, **options)
        write.path = path
        return openpyxl.load_workbook(path).active

    return write


def column_of(sheet, title: str) -> list[object]:
    """The values below a header."""
    at = next(cell.column for cell in sheet[3] if cell.value == title)
    return [sheet.cell(row, at).value for row in range(4, sheet.max_row + 1)]


def test_the_whole_sheet_looks_as_it_was_looked_at(written):
    written(tasks())
    assert_golden(workbook_dump(written.path), "schedule.xlsx.txt")


def test_without_tasks_the_table_is_clean_and_says_so(written):
    written(())
    assert_golden(workbook_dump(written.path), "schedule_empty.xlsx.txt")


def test_each_chapter_is_a_band_over_the_whole_width(written):
    sheet = written(tasks())
    bands = [str(area) for area in sheet.merged_cells.ranges if area.min_row > 3]
    assert sorted(bands) == ["A4:H4", "A7:H7"]
    assert sheet["A4"].value == "一、加强重点领域治理"
    assert sheet["A7"].value == "二、健全工作机制"


def test_of_several_plans_each_has_its_name_above_the_tasks_that_it_numbers_from_1(written):
    first, second = task(1), task(1, plan_id=2, plan_title="省里的要点")
    sheet = written(rows=(first, second))
    bands = [c.value for row in sheet.iter_rows(min_row=4) for c in row[:1] if c.value]
    assert bands == [
        f"来文：{first.plan_title}",
        first.chapter,
        first.number,
        "来文：省里的要点",
        first.chapter,
        1,
    ]
    names = [c.value for row in written(rows=(first,)).iter_rows() for c in row if c.value]
    assert not any("来文" in str(name) for name in names)


def test_a_plan_without_chapters_has_no_bands(written):
    assert column_of(written([task(1, chapter="")]), "序号") == [1]


def test_columns_that_say_nothing_are_left_out_but_the_lead_never(written):
    sheet = written([task(1, units=())])
    assert [cell.value for cell in sheet[3]] == [
        "序号",
        "工作任务",
        "具体措施",
        "牵头单位",
        "完成时限",
    ]


def test_a_column_that_one_row_fills_stays():
    keys = [column.key for column in filled(schedule_columns(), tasks())]
    assert keys == [
        "number",
        "title",
        "text",
        "lead",
        "responsible",
        "cooperating",
        "due",
        "targets",
    ]


def test_a_proposed_deadline_is_marked_on_a_line_of_its_own(written):
    assert column_of(written(tasks()), "完成时限")[-1] == "2026年12月底前\n\uff08拟\uff09"


@pytest.mark.parametrize(
    ("units", "shown"),
    [
        ((unit("市公安局"),), "市公安局"),
        ((unit("市公安局", basis=Basis.PROPOSED),), "市公安局\n\uff08拟\uff09"),
        (
            (unit("市公安局", basis=Basis.PROPOSED), unit("示例海关")),
            "市公安局\uff08拟\uff09、示例海关",
        ),
    ],
)
def test_a_proposed_lead_is_marked_and_its_bracket_not_torn(written, units, shown):
    assert column_of(written([task(1, units=units)]), "牵头单位")[-1] == shown


def test_a_title_takes_no_full_stop(written):
    assert column_of(written([task(1, title="捣毁制假窝点。")]), "工作任务")[-1] == "捣毁制假窝点"


def test_all_text_has_full_width_punctuation(written):
    sheet = written(tasks())
    cells = [c.value for row in sheet.iter_rows() for c in row if isinstance(c.value, str)]
    assert not {char for text in cells for char in text} & set(",;:?!()")


def test_a_text_higher_than_a_page_goes_on_below_and_nothing_is_lost(written):
    text = "对农资批发市场和乡镇门店开展排查\uff0c依法查处违法行为\u3002" * 40
    sheet = written([task(1, text=text)])
    parts = column_of(sheet, "具体措施")[1:]
    assert len(parts) > 1
    assert "".join(parts) == text
    assert column_of(sheet, "序号")[1:] == [1] + [None] * (len(parts) - 1)
    assert all(sheet.row_dimensions[row].height <= 409 for row in range(5, 5 + len(parts)))


def test_a_band_that_would_end_a_page_takes_a_new_one(written):
    rows = [task(n, chapter=f"{n // 7}、章") for n in range(1, 60)]
    sheet = written(rows)
    breaks = [b.id for b in sheet.row_breaks.brk]
    assert len(breaks) > 3
    assert not any("、章" in str(sheet.cell(row, 1).value) for row in breaks)
    assert any("、章" in str(sheet.cell(row + 1, 1).value) for row in breaks)


def test_a3_is_chosen_by_the_caller(written):
    assert written(tasks(), paper=Paper.A3).page_setup.paperSize == 8
    assert written(tasks()).page_setup.paperSize == 9


def test_the_office_may_choose_its_own_columns(written):
    columns = [Column("lead", "谁来做", lambda r: r.title, lambda r: r.title, 10)]
    assert [c.value for c in written(tasks(), columns=columns)[3]] == ["谁来做"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("表[一]:试*", "表一试"), ("", "表"), ("长" * 40, "长" * 31), ("'引'", "引")],
)
def test_a_sheet_is_named_after_the_title_as_far_as_excel_allows(written, title, name):
    assert written(tasks(), replace(HEADING, title=title)).title == name


@pytest.mark.parametrize(("times", "height"), [(1, 21), (2, 21), (6, 21), (60, 60)])
def test_a_long_name_of_the_office_is_never_cut(written, times, height):
    office = "示例市打击侵权假冒办" * times
    sheet = written(tasks(), replace(HEADING, office=office))
    (line,) = [a for a in sheet.merged_cells.ranges if a.coord.startswith("A2")]
    assert sheet.cell(2, line.max_col + 1).value == "制表日期\uff1a2026年3月16日"
    assert sheet.row_dimensions[2].height >= height


def test_a_title_of_two_lines_has_the_room(written):
    sheet = written(tasks(), replace(HEADING, title="示例市任务分工表" * 9))
    assert sheet.row_dimensions[1].height > 36


def test_without_an_office_the_line_stays_empty(written):
    assert written((), Heading("表", "", HEADING.made_on))["A2"].value is None


def test_the_file_names_its_office_and_links_to_nothing(written):
    written(tasks())
    book = openpyxl.load_workbook(written.path)
    assert (book.properties.title, book.properties.creator) == (HEADING.title, HEADING.office)
    assert book._external_links == []


def test_what_could_not_be_written_is_told(written):
    written([task(1, title="推进\x00农资打假")])
    assert written.notes == ("B5单元格\uff1a删去了1个无法写入文件的控制字符。",)
