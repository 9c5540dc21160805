"""What LibreOffice prints: 22 lines of 28 characters, page numbers outside, headers repeated.

LibreOffice 7 reads the switch for marks that hang over the margin the wrong way round, and then drops
the mark that it hangs: a test counts that every mark of the file is on paper.
"""

import re
from dataclasses import replace
from datetime import date

import pytest

from exports.printed import Page, needs_libreoffice, pages_of, print_all
from exports.sample import HEADING, OFFICE, plan, task, unit
from shuangda_desktop.exports.word.local_plan import write_local_plan
from shuangda_desktop.exports.workbooks.ledger import write_ledger
from shuangda_desktop.exports.workbooks.schedule import write_schedule
from shuangda_desktop.plan.model import Role

pytestmark = needs_libreoffice
SENTENCE = "围绕农资成品油儿童用品等重点商品开展集中检查依法查处违法行为并及时公开处罚结果"


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """All three documents of 60 tasks in six chapters, as PDF pages by name."""
    folder = tmp_path_factory.mktemp("printed")
    units = (
        unit("市市场监管局"),
        unit("市公安局", Role.RESPONSIBLE),
        unit("示例海关", Role.COOPERATING),
    )
    rows = tuple(
        task(
            n,
            chapter=f"{'一二三四五六'[(n - 1) // 10]}、第几章",
            title=f"任务{n}",
            text=SENTENCE * (1 + n % 5),
            units=units,
        )
        for n in range(1, 61)
    )
    write_schedule(rows, folder / "schedule.xlsx", HEADING)
    write_ledger(rows, folder / "ledger.xlsx", replace(HEADING, title="台账"), date(2026, 3, 16))
    write_local_plan(plan(rows=rows), folder / "plan.docx")
    official = plan(
        rows=rows[:3],
        red_head="示例市人民政府文件",
        document_number="示政发〔2026〕8号",
        copies_to="市委办公室\uff0c市人大常委会办公室\uff0c" * 3,
        printed_by=OFFICE,
        printed_on=date(2026, 3, 17),
    )
    write_local_plan(official, folder / "official.docx")
    print_all(folder, list(folder.glob("*.*x")))
    return {pdf.stem: pages_of(pdf) for pdf in (folder / "pdf").glob("*.pdf")}


@pytest.fixture(scope="module")
def text_pages(printed) -> list[Page]:
    """The upright pages that are full of text: neither the first nor the last ones."""
    upright = [page for page in printed["plan"] if page.width < page.height]
    return upright[1:-2]


def test_full_text_pages_have_22_lines(text_pages):
    assert len(text_pages) >= 10
    # A heading at the foot of a page goes on to the next one with its text: one or two lines less.
    counts = [len(page.body()) for page in text_pages]
    assert set(counts) <= {20, 21, 22}
    assert counts.count(22) > len(counts) / 2


def test_lines_of_chinese_have_28_characters(text_pages):
    pure = [
        line.text
        for page in text_pages
        for line in page.body()
        if re.fullmatch("[\u4e00-\u9fff]+", line.text)
    ]
    full = [text for text in pure if text in SENTENCE * 6]
    assert max(map(len, pure)) == 28
    assert sum(len(text) == 28 for text in full) > len(full) / 2


def test_no_mark_is_lost_at_the_end_of_a_line(printed, text_pages):
    on_paper = "".join(line.text for page in printed["plan"] for line in page.body())
    rows = 60
    assert on_paper.count("牵头单位\uff1a") == rows
    assert on_paper.count("\uff1b责任单位\uff1a") == rows
    assert on_paper.count("\uff1b完成时限\uff1a") == rows
    assert max(len(line.text) for page in text_pages for line in page.body()) <= 30


def test_text_stands_within_156_by_225_mm(text_pages):
    for page in text_pages:
        assert min(line.left for line in page.body()) == pytest.approx(28, abs=0.3)
        assert max(line.right for line in page.body()) <= 184.5
        assert page.body()[0].top >= 36
        assert page.body()[-1].bottom <= 263


def test_page_numbers_stand_outside_one_character_in_and_7_mm_below_the_text(printed):
    for number, page in enumerate(printed["plan"], 1):
        foot, upright = page.foot(), page.width < page.height
        assert foot.text == f"\u2014{number}\u2014"
        if not upright:
            continue
        middle = (foot.top + foot.bottom) / 2 - (page.height - 35)
        assert middle == pytest.approx(7, abs=1.2)
        inner = foot.left - 28 if number % 2 == 0 else page.width - 26 - foot.right
        assert inner == pytest.approx(4.94, abs=0.5)  # one character of 14 pt


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed):
    for page in printed["plan"]:
        assert not re.match("\uff08[一二三四五六]\uff09第几章|[一二三四五]、", page.body()[-1].text)


def test_the_signature_stands_with_text_on_its_page(printed):
    page = next(p for p in printed["plan"] if any(line.text == "2026年3月16日" for line in p.lines))
    assert len(page.body()) >= 5


def test_the_red_head_fills_its_line_35_mm_below_the_top_of_the_text(printed):
    head = printed["official"][0].body()[0]
    assert head.text == "示例市人民政府文件"
    assert head.left >= 27.5
    assert head.right <= 184.5
    assert 37 + 35 - 4 <= head.top <= 37 + 35 + 8  # the box of the line is higher than its type


def test_the_text_begins_on_the_page_of_the_red_head(printed):
    assert any("为贯彻落实" in line.text for line in printed["official"][0].lines)


def test_the_imprint_ends_at_the_foot_of_the_last_page(printed):
    page = printed["official"][-1]
    assert page.width < page.height
    assert page.body()[0].text.startswith("抄送\uff1a市委办公室")
    last = page.body()[-1]
    assert last.text.endswith("2026年3月17日印发")
    assert 257 <= last.bottom <= 262.5


def test_the_annex_lies_and_repeats_its_header(printed):
    lying = [page for page in printed["plan"] if page.width > page.height]
    assert len(lying) > 3
    for page in lying[1:]:
        assert page.body()[0].text.startswith("序号工作任务具体措施")


@pytest.mark.parametrize(("name", "size"), [("schedule", (297, 210)), ("ledger", (420, 297))])
def test_workbooks_print_lying_with_header_and_page_numbers(printed, name, size):
    pages = printed[name]
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert (round(page.width), round(page.height)) == size
        assert any(line.text.startswith("序号") for line in page.lines[:4])
        assert page.lines[-1].text == f"第{number}页共{len(pages)}页"
        assert max(line.right for line in page.lines) <= size[0] - 14


def test_no_chapter_stands_alone_at_the_foot_of_a_sheet(printed):
    for page in printed["schedule"]:
        assert not page.lines[-2].text.endswith("第几章")
