"""Pages of Word documents: 22 lines of 28 characters, heads, imprint, tables, page numbers."""

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from exports.sample import OFFICE, plan, task
from shuangda_desktop.exports.preview.model import Area, Rule, Text
from shuangda_desktop.exports.preview.reading import pages_of
from shuangda_desktop.exports.word.local_plan import write_local_plan

SENTENCE = "围绕农资成品油儿童用品等重点商品开展集中检查依法查处违法行为并及时公开处罚结果"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "a.docx"
    rows = tuple(
        task(n, chapter=f"{'一二三'[(n - 1) // 10]}、第几章", text=SENTENCE * 4)
        for n in range(1, 31)
    )
    write_local_plan(plan(rows=rows), path)
    return pages_of(path)


def upright(pages):
    return [page for page in pages if page.width < page.height]


def lines(page):
    """The lines of the text, from the top, without the page number."""
    rows = {}
    for item in page.items:
        if isinstance(item, Text) and item.y < page.height - 35 / 25.4 * 72:
            rows.setdefault(round(item.y), []).append(item)
    return [rows[y] for y in sorted(rows)]


def test_full_pages_have_22_lines_of_28_characters(pages):
    full = upright(pages)[1:-2]
    assert len(full) > 5
    counts = [len(lines(page)) for page in full]
    assert set(counts) <= {20, 21, 22}
    assert counts.count(22) > len(counts) / 2
    pure = [line[0].text for page in full for line in lines(page) if line[0].text in SENTENCE * 3]
    assert max(map(len, pure)) == 28


def test_text_stands_between_the_margins(pages):
    for page in upright(pages):
        for line in lines(page):
            assert line[0].x >= 28 / 25.4 * 72 - 0.5
            assert line[-1].x + line[-1].width <= page.width - 26 / 25.4 * 72 + 17  # one may hang


def test_pages_are_numbered_outside(pages):
    for number, page in enumerate(pages, 1):
        foot = [i for i in page.items if isinstance(i, Text) and i.y > page.height - 90]
        assert f"\u2014{number}\u2014" in "".join(i.text for i in foot).replace(" ", "")
        if page.width < page.height:
            assert (foot[0].x > page.width / 2) == (number % 2 == 1)


def test_no_heading_stands_alone_at_the_foot(pages):
    for page in upright(pages):
        last = "".join(item.text for item in lines(page)[-1])
        assert not last.endswith("第几章")


def test_the_annex_lies_with_its_header_on_every_page(pages):
    lying = [page for page in pages if page.width > page.height]
    assert len(lying) > 1
    for page in lying:
        assert "工作任务" in page.words
        assert any(isinstance(item, Area) and item.stroke for item in page.items)


def test_red_head_rule_and_imprint_stand_where_they_belong(tmp_path):
    official = plan(
        red_head="示例市人民政府文件",
        document_number="示政发〔2026〕8号",
        copies_to="市委办公室\uff0c市人大常委会办公室",
        printed_by=OFFICE,
        printed_on=plan().issued_on,
    )
    write_local_plan(official, tmp_path / "a.docx")
    found = pages_of(tmp_path / "a.docx")
    head = next(i for i in found[0].items if isinstance(i, Text) and i.text == official.red_head)
    assert head.ink == "FF0000"
    rule = next(i for i in found[0].items if isinstance(i, Rule))
    assert (rule.ink, rule.thickness > 1) == ("FF0000", True)
    copies = next(i for i in found[-1].items if isinstance(i, Text) and "抄送" in i.text)
    assert copies.y > found[-1].height * 0.8
    assert sum(isinstance(i, Rule) for i in found[-1].items) >= 2


def test_a_document_of_another_program_is_shown_too(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("第一页")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("第二页").bold = True
    paragraph.paragraph_format.line_spacing = Pt(20)
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    table.cell(0, 0).text = "左上"
    table.cell(1, 1).text = "右下"
    document.save(tmp_path / "a.docx")
    first, second = pages_of(tmp_path / "a.docx")
    assert (first.words, second.words) == ("第一页", "第二页\n左上\n右下")
    assert next(i for i in second.items if isinstance(i, Text)).bold


def test_the_first_page_may_have_a_head_and_a_foot_of_its_own(tmp_path):
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "信函的头"
    section.header.paragraphs[0].text = "平常的头"
    section.footer.paragraphs[0].text = "平常的脚"
    document.add_paragraph("一").add_run().add_break(WD_BREAK.PAGE)
    document.save(tmp_path / "a.docx")
    first, second = pages_of(tmp_path / "a.docx")
    assert "信函的头" in first.words
    assert "平常" not in first.words
    assert {"平常的头", "平常的脚"} <= set(second.words.split("\n"))
    head = next(i for i in second.items if isinstance(i, Text) and i.text == "平常的头")
    foot = next(i for i in second.items if isinstance(i, Text) and i.text == "平常的脚")
    assert head.y < 72 < second.height - 72 < foot.y
