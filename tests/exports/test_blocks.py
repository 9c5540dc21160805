"""Merged blocks: rows that say the same share a cell, and no value is broken over a page."""

import openpyxl
import pytest

from exports.sample import HEADING
from shuangda_desktop.exports.workbooks import blocks
from shuangda_desktop.exports.workbooks.cells import CENTRED, PLAIN
from shuangda_desktop.exports.workbooks.model import PaperColumn
from shuangda_desktop.exports.workbooks.workbook import Entry, Paper, Table, save_all

COLUMNS = (PaperColumn("章", 7, block=True), PaperColumn("条", 7, block=True), PaperColumn("事", 9))


@pytest.mark.parametrize(
    ("values", "forced", "found"),
    [
        ([], set(), set()),
        (["甲", "甲", "乙"], set(), {0, 2}),
        (["甲", None, "甲", ""], set(), {0}),
        (["甲", "甲", "甲"], {2}, {0, 2}),
        (["", "甲"], set(), {0, 1}),
    ],
)
def test_a_block_begins_where_the_value_changes_or_a_page_ends(values, forced, found):
    assert blocks.starts(values, forced) == found


def test_runs_reach_to_the_row_before_the_next():
    assert list(blocks.runs(5, {0, 2, 9})) == [(0, 1), (2, 4)]


def test_a_block_says_what_stands_above_the_end_of_a_page():
    assert blocks.told(["甲", None, None], 2) == "甲"
    assert blocks.told([None], 0) is None


def written(tmp_path, rows, fill=lambda table: None):
    table = Table(HEADING, COLUMNS, Paper.A4)
    for row in rows:
        table.add([Entry(value, PLAIN) for value in row])
    fill(table)
    table.save(tmp_path / "表.xlsx")
    return openpyxl.load_workbook(tmp_path / "表.xlsx").active


def areas(sheet, letter):
    return sorted(
        (str(a) for a in sheet.merged_cells.ranges if str(a).startswith(letter) and a.min_row > 3),
        key=lambda area: int(area[1:].split(":")[0]),
    )


def test_rows_that_say_the_same_share_a_cell_within_the_block_before(tmp_path):
    rows = [("甲", "一", 1), ("甲", "二", 2), ("甲", "二", 3), ("乙", "二", 4), ("乙", "二", 5)]
    sheet = written(tmp_path, rows)
    assert areas(sheet, "A") == ["A4:A6", "A7:A8"]
    assert areas(sheet, "B") == ["B5:B6", "B7:B8"]
    assert [sheet.cell(row, 2).value for row in range(4, 9)] == ["一", "二", None, "二", None]


def test_no_block_reaches_over_a_band(tmp_path):
    table = Table(HEADING, COLUMNS, Paper.A4)
    for _ in range(2):
        table.add_band("章", CENTRED)
        table.add([Entry(value, PLAIN) for value in ("甲", "一", 1)])
    table.save(tmp_path / "表.xlsx")
    assert areas(openpyxl.load_workbook(tmp_path / "表.xlsx").active, "B") == []


def test_a_block_ends_with_its_page_and_the_next_says_its_value_again(tmp_path):
    sheet = written(tmp_path, [("甲", "一", n) for n in range(60)])
    ends = [b.id for b in sheet.row_breaks.brk]
    assert len(ends) >= 2
    firsts = [4, *(end + 1 for end in ends)]
    lasts = [*ends, 63]
    pages = [f"{a}:{b}" for a, b in zip(firsts, lasts, strict=True)]
    assert areas(sheet, "A") == [f"A{p.split(':')[0]}:A{p.split(':')[1]}" for p in pages]
    assert [sheet.cell(row, 1).value for row in firsts] == ["甲"] * len(firsts)


def test_a_cell_of_a_block_has_room_for_its_value_on_every_page(tmp_path):
    long = "深入开展重点领域专项治理行动\uff0c维护公平竞争秩序" * 3
    sheet = written(tmp_path, [(long, "", 1)])
    assert sheet.row_dimensions[4].height > 45


def test_sheets_of_one_workbook_keep_their_own_rows(tmp_path):
    first = Table(HEADING, COLUMNS, Paper.A4)
    second = Table(HEADING, COLUMNS, Paper.A4, beside=first)
    for number, table in enumerate((first, second)):
        table.sheet.title = f"表{number}"
        table.add([Entry(value, PLAIN) for value in ("甲\x00", "一", number)])
    save_all([first, second], tmp_path / "表.xlsx")
    book = openpyxl.load_workbook(tmp_path / "表.xlsx")
    assert [sheet["C4"].value for sheet in book] == [0, 1]
    assert first.notes is second.notes
    assert len(first.notes.sentences) == 1
