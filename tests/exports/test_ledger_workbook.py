"""进度台账: the table to work in."""

from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from exports.dumps import assert_golden, workbook_dump
from exports.sample import HEADING, task, tasks
from shuangda_desktop.exports.workbooks.ledger import COLOURS, FILLS, write_ledger
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.status import COLOURS as LIGHT_COLOURS
from shuangda_desktop.tasks.status import LIGHT_WORDS, STATUS_WORDS, LightRule


@pytest.fixture
def written(tmp_path, today):
    """Write rows and open the sheet again."""

    def write(rows, **options):
        path = tmp_path / "进度台账.xlsx"
        title = replace(HEADING, title="示例市2026年打击侵权假冒工作进度台账")
        write.notes = write_ledger(rows, path, title, today, **options)
        write.path = path
        return openpyxl.load_workbook(path).active

    return write


def cells_of(sheet, title: str):
    """The cells below a header."""
    at = next(cell.column for cell in sheet[3] if cell.value == title)
    return [sheet.cell(row, at) for row in range(4, sheet.max_row + 1)]


def test_the_whole_sheet_looks_as_it_was_looked_at(written):
    written(tasks())
    assert_golden(workbook_dump(written.path), "ledger.xlsx.txt")


def test_without_tasks_the_table_is_clean_and_says_so(written):
    written(())
    assert_golden(workbook_dump(written.path), "ledger_empty.xlsx.txt")


def test_nothing_below_the_title_is_merged_so_that_it_sorts_and_filters(written):
    sheet = written(tasks())
    assert [str(area) for area in sheet.merged_cells.ranges if area.max_row > 2] == []
    assert sheet.auto_filter.ref == "A3:N6"


def test_number_and_title_stay_in_sight(written):
    assert written(tasks()).freeze_panes == "C4"


def test_percentages_are_numbers_of_percent(written):
    cells = cells_of(written(tasks()), "完成率")
    assert [(c.value, c.number_format) for c in cells] == [(60, '0"%"'), (60, '0"%"'), (0, '0"%"')]


def test_deadlines_are_dates_and_a_proposed_one_still_says_so(written):
    stated, rhythm, proposed = cells_of(written(tasks()), "完成时限")
    assert (stated.value, stated.is_date) == (datetime(2026, 6, 30), True)  # noqa: DTZ001 cells have no zone
    assert rhythm.value == "每季度"
    assert proposed.is_date
    assert proposed.number_format.endswith('"\uff08拟\uff09"')


def test_a_proposed_deadline_stands_in_one_line(written):
    sheet = written(tasks())
    column = cells_of(sheet, "完成时限")[0].column_letter
    wanted = len("2026-12-31") + 2 * len("（拟）")  # of a digit's width
    assert sheet.column_dimensions[column].width > wanted


def test_a_deadline_with_a_rhythm_keeps_both(written):
    row = task(1, recurrence="P1M", due_basis=Basis.STATED)
    assert cells_of(written([row]), "完成时限")[0].value == "2026-06-30\n\uff08每月\uff09"


def test_the_day_of_the_last_report_is_a_date(written):
    assert cells_of(written(tasks()), "最近报送")[0].value.date() == date(2026, 3, 10)


def test_the_light_is_a_word_of_the_given_day(written):
    late = task(1, due_on=date(2026, 3, 1))
    assert [c.value for c in cells_of(written([late, *tasks()]), "灯")] == [
        "红灯",
        "绿灯",
        "不亮灯",
        "绿灯",
    ]


def test_every_state_and_light_has_a_colour_beside_its_word(written):
    assert (set(COLOURS), set(FILLS)) == (set(Status), set(LIGHT_COLOURS))
    sheet = written(tasks())
    ruled = {
        r.formula[0].strip('"')
        for area in sheet.conditional_formatting
        for r in area.rules
        if r.formula
    }
    assert ruled == {*STATUS_WORDS.values(), *LIGHT_WORDS.values()}


def test_the_clerk_chooses_states_from_a_list_and_whole_percentages(written):
    state, percent = sorted(
        written(tasks()).data_validations.dataValidation, key=lambda rule: rule.type
    )
    assert state.formula1 == '"未启动,推进中,已完成,办结销号,暂缓,长期坚持,转下年"'
    assert (percent.formula1, percent.formula2) == ("0", "100")
    assert "0到100" in percent.error


def test_a_very_long_text_is_set_smaller_so_that_paper_shows_it_whole(written):
    text = "对农资批发市场和乡镇门店开展排查\u3002" * 50
    cell = cells_of(written([task(1, text=text)]), "具体措施")[0]
    assert cell.value == text
    assert cell.font.sz < 10.5
    assert written.notes == ()


def test_a_text_that_no_paper_holds_stays_whole_in_its_cell_and_is_told(written):
    text = "对农资批发市场和乡镇门店开展排查\u3002" * 400
    assert cells_of(written([task(1, text=text)]), "具体措施")[0].value == text
    assert written.notes == ("D4单元格\uff1a文字太长\uff0c打印时显示不全\uff0c单元格中仍是全文。",)


def test_lights_are_called_and_coloured_as_the_office_wants(tmp_path, today):
    rule = LightRule(called=("好", "急", "晚", "无"), colours=("blue", "orange", "red", "grey"))
    write_ledger(tasks(), tmp_path / "a.xlsx", HEADING, today.replace(year=2027), rule=rule)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert "晚" in [cell.value for row in sheet.iter_rows() for cell in row]
    rules = [r for area in sheet.conditional_formatting for r in area.rules if r.formula]
    fills = {r.formula[0]: r.dxf.fill.bgColor.rgb[-6:] for r in rules}
    assert (fills['"好"'], fills['"急"']) == ("DDE8F7", "FFE2CC")
