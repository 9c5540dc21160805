"""What a table of tasks says on paper."""

import docx
import openpyxl
import pytest

from exports.sample import HEADING, plan, task, unit
from shuangda_desktop.exports.word.local_plan import write_local_plan
from shuangda_desktop.exports.workbooks.paper import filled, joined, on_paper, shown
from shuangda_desktop.exports.workbooks.schedule import write_schedule
from shuangda_desktop.plan.model import Role
from shuangda_desktop.tasks.columns.schedule import schedule_columns

COLUMNS = schedule_columns()
SAME = task(1, title="捣毁制假窝点", text="捣毁制假窝点。")


def column(key: str):
    """One of the columns of the schedule."""
    return next(c for c in COLUMNS if c.key == key)


def test_a_target_that_stands_in_its_measure_needs_no_column():
    inside = task(text="开展抽查\uff0c合格率达到97%。", targets=("合格率达到97%",))
    outside = task(text="开展抽查。", targets=("合格率达到97%",))
    assert "targets" not in [c.key for c in filled(COLUMNS, [inside])]
    assert "targets" in [c.key for c in filled(COLUMNS, [inside, outside])]


def test_a_target_is_shown_as_far_as_it_can_be_read():
    row = task(text="对不低于3%的单位开展抽查。", targets=("对不低于3%",))
    assert shown(column("targets"), row) == "对不低于3%的单位开展抽查"


def test_units_keep_room_for_a_name_and_dates_for_a_day():
    widths = {c.title: c for c in on_paper(COLUMNS)}
    assert widths["牵头单位"].least == 7
    assert widths["具体措施"].least == 0
    assert (widths["完成时限"].exact, widths["完成时限"].width) == (True, 8)


@pytest.mark.parametrize(
    ("title", "text", "same"),
    [
        ("捣毁制假窝点", "捣毁制假窝点。", True),
        ("捣毁制假窝点\uff1b", " 捣毁制假窝点", True),
        ("捣毁制假窝点", "捣毁制假窝点和仓库。", False),
        ("", "", False),
    ],
)
def test_a_title_that_says_it_all_shares_the_cell_of_the_text(title, text, same):
    assert joined(COLUMNS, task(title=title, text=text)) == (3 if same else None)


def test_columns_that_do_not_stand_together_are_not_joined():
    apart = [column("text"), column("title")]
    assert joined(apart, SAME) is None
    assert joined([column("text")], SAME) is None


def test_a_sheet_says_a_text_once_over_both_columns(tmp_path):
    write_schedule([SAME, task(2)], tmp_path / "表.xlsx", HEADING)
    sheet = openpyxl.load_workbook(tmp_path / "表.xlsx").active
    assert [sheet["B5"].value, sheet["C5"].value] == ["捣毁制假窝点。", None]
    assert "B5:C5" in map(str, sheet.merged_cells.ranges)
    assert sheet["C6"].value is not None


def test_a_joined_cell_is_measured_over_both_columns(tmp_path):
    text = "清查校园周边盗版教材教辅和有害出版物并公开处理结果"
    units = (unit("市公安局", Role.RESPONSIBLE),)
    rows = [
        task(1, title=text, text=text, units=units),
        task(2, title=text, text=f"{text}等", units=units),
    ]
    write_schedule(rows, tmp_path / "表.xlsx", HEADING)
    heights = openpyxl.load_workbook(tmp_path / "表.xlsx").active.row_dimensions
    assert heights[5].height < heights[6].height


def test_a_document_joins_the_cells_of_its_annex_too(tmp_path):
    write_local_plan(plan(rows=(SAME, task(2))), tmp_path / "文.docx")
    rows = docx.Document(str(tmp_path / "文.docx")).tables[0]._tbl.tr_lst
    widths = [[cell.width for cell in row.tc_lst] for row in rows]
    assert len(widths[2]) == len(widths[3]) - 1
    assert widths[2][1] == widths[3][1] + widths[3][2]
    assert sum(widths[2]) == sum(widths[3])
