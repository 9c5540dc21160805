"""The parts of a workbook that are written here, not by openpyxl."""

import io
from itertools import pairwise

import openpyxl
from lxml import etree

from exports.dumps import part
from exports.sample import HEADING, task, tasks
from shuangda_desktop.exports.workbooks import sheet_xml
from shuangda_desktop.exports.workbooks.schedule import write_schedule


def test_the_sheet_says_how_far_it_reaches(tmp_path):
    path = tmp_path / "表.xlsx"
    write_schedule(tasks(), path, HEADING)
    book = openpyxl.load_workbook(path, read_only=True)  # believes what the sheet says
    rows = [[cell.value for cell in row] for row in book.active.iter_rows()]
    book.close()
    assert len(rows) == 8
    assert rows[-1][:2] == [3, "健全行刑衔接"]


def test_the_parts_of_a_font_stand_in_the_order_of_the_schema(tmp_path):
    path = tmp_path / "表.xlsx"
    write_schedule(tasks(), path, HEADING)
    fonts = list(
        etree.fromstring(part(path, sheet_xml.STYLES).encode()).iter(f"{{{sheet_xml.MAIN}}}font")
    )
    assert len(fonts) > 2
    for font in fonts:
        places = [sheet_xml.FONT.index(etree.QName(child).localname) for child in font]
        assert all(a < b for a, b in pairwise(places))


def test_rows_follow_one_another_and_cells_stand_in_their_row(tmp_path):
    path = tmp_path / "表.xlsx"
    write_schedule([task(1), task(2)], path, HEADING)
    root = etree.fromstring(part(path, sheet_xml.SHEET).encode())
    rows = list(root.iter(f"{{{sheet_xml.MAIN}}}row"))
    assert [row.get("r") for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    for row in rows:
        assert [cell.get("r") for cell in row] == [f"{c}{row.get('r')}" for c in "ABCDEFG"]


def test_what_openpyxl_set_around_the_rows_stays():
    book = openpyxl.Workbook()
    book.active.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    rows = [sheet_xml.row("1", 20.5, ['<c r="A1"><v>7</v></c>'])]
    again = openpyxl.load_workbook(
        io.BytesIO(sheet_xml.with_rows(buffer.getvalue(), [sheet_xml.Rows(rows, "A1")]))
    )
    assert (again.active["A1"].value, again.active.freeze_panes) == (7, "A2")
    assert again.active.row_dimensions[1].height == 20.5
