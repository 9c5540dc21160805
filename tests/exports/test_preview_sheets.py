"""Pages of workbooks: as many as on paper, the header on each, blocks and lights as they print."""

import re
import shutil
import subprocess

import openpyxl
import pytest
from openpyxl.chart import PieChart, Reference

from exports.every_sheet import WRITERS, long_list, write_every
from exports.sample import HEADING, task
from shuangda_desktop.exports.preview.model import Area, Rule, Text
from shuangda_desktop.exports.preview.reading import pages_of
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.exports.workbooks.page_setup import Paper
from shuangda_desktop.exports.workbooks.schedule import write_schedule
from shuangda_desktop.tasks.model import Basis, Status


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return {path.stem: pages_of(path) for path in write_every(folder, long_list())}


def texts(page):
    return [item for item in page.items if isinstance(item, Text)]


@pytest.mark.parametrize("name", WRITERS)
def test_every_page_has_its_number_and_everything_lies_on_it(pages, name):
    found = pages[name]
    for number, page in enumerate(found, 1):
        assert page.words.split("\n")[-1] == f"第 {number} 页 共 {len(found)} 页"
        for item in page.items:
            right = item.to_x if isinstance(item, Rule) else item.x + item.width
            assert -1 <= item.x <= right <= page.width + 1, item
            assert 0 <= item.y <= page.height


@pytest.mark.parametrize("name", ["schedule", "ledger", "unit", "overdue", "comparison"])
def test_the_header_stands_on_every_page_the_title_on_the_first(pages, name):
    assert len(pages[name]) > 1
    assert HEADING.title in pages[name][0].words
    for page in pages[name]:
        assert "序号" in page.words
    assert all(HEADING.title not in page.words for page in pages[name][1:])


def test_paper_is_that_of_the_sheet(pages, tmp_path):
    assert (round(pages["schedule"][0].width), round(pages["schedule"][0].height)) == (842, 595)
    assert (round(pages["ledger"][0].width), round(pages["ledger"][0].height)) == (1191, 842)
    write_schedule([task()], tmp_path / "a.xlsx", HEADING, paper=Paper.A3)
    assert round(pages_of(tmp_path / "a.xlsx")[0].width) == 1191


def test_text_keeps_within_its_cell(pages):
    for name in ("schedule", "ledger", "blocks"):
        for page in pages[name]:
            for item in texts(page):
                if item.clip is not None:
                    x, y, width, height = item.clip
                    assert x - 1 <= item.x
                    assert item.x + item.width <= x + width + item.size + 1  # a mark may hang over
                    assert y <= item.y <= y + height


def test_blocks_say_their_value_on_every_page(pages):
    for page in pages["blocks"]:
        assert re.search("\\d、章", page.words)


def test_lights_have_their_colours_and_percentages_their_bars(tmp_path, today):
    late = task(due_on=today.replace(year=2025), percent=60, status=Status.ONGOING)
    write_ledger([late], tmp_path / "a.xlsx", HEADING, today)
    (page,) = pages_of(tmp_path / "a.xlsx")
    light = next(t for t in texts(page) if t.text == "红灯")
    assert (light.ink, light.bold) == ("B42318", True)
    fills = {item.fill for item in page.items if isinstance(item, Area)}
    assert {"FADCD9", "9DBDE8"} <= fills
    assert "60%" in page.words


def test_dates_are_shown_as_dates_with_their_mark(tmp_path, today):
    write_ledger([task(due_basis=Basis.PROPOSED)], tmp_path / "a.xlsx", HEADING, today)
    assert "2026-06-30\uff08拟\uff09" in pages_of(tmp_path / "a.xlsx")[0].words.replace("\n", "")


def test_charts_are_drawn_in_their_colours_with_their_names(pages):
    units, months = pages["statistics"][-3], pages["statistics"][-1]
    assert {"已完成", "推进中", "未启动"} <= set(units.words.split("\n"))
    fills = {i.fill for i in units.items if isinstance(i, Area)}
    assert "5B8FD6" in fills
    assert {"应完成\uff08累计\uff09", "平均完成率", "100"} <= set(months.words.split("\n"))


def test_hidden_columns_rows_and_sheets_are_not_shown(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["看得见", "藏起来"])
    book.active.append(["也藏起来", ""])
    book.active.column_dimensions["B"].hidden = True
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("藏").append(["看不见"])
    book["藏"].sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    (page,) = pages_of(tmp_path / "a.xlsx")
    assert page.words == "看得见"
    assert page.width < page.height  # standing, as a sheet without a word about it is


def test_a_chart_of_another_kind_is_named_instead_of_drawn(tmp_path):
    book = openpyxl.Workbook()
    for row in (["甲", 1], ["乙", 2]):
        book.active.append(row)
    pie = PieChart()
    pie.add_data(Reference(book.active, min_col=2, min_row=1, max_row=2))
    book.active.add_chart(pie, "A1")
    book.save(tmp_path / "a.xlsx")
    assert "这种图表预览里不画" in pages_of(tmp_path / "a.xlsx")[0].words


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler-utils is not installed")
def test_there_are_as_many_pages_as_libreoffice_prints(tmp_path, pages):
    written = write_every(tmp_path, long_list())
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, written)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    counts = {}
    for path in written:
        told = subprocess.run(
            ["pdfinfo", path.with_suffix(".pdf")], capture_output=True, text=True, check=True
        )
        counts[path.stem] = int(re.search("Pages:\\s+(\\d+)", told.stdout)[1])
    assert counts == {name: len(found) for name, found in pages.items()}
