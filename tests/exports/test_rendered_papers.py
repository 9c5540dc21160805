"""What LibreOffice prints of official documents: a plan of 200 measures, letters, notices, reports."""

import re
from itertools import pairwise

import docx
import pytest

from exports.all_papers import papers
from exports.printed import Page, needs_libreoffice, pages_of, print_all, strokes_of
from shuangda_desktop.exports.word.official_paper import write_paper

pytestmark = needs_libreoffice


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All documents as .docx, as .pdf, and as LibreOffice saves them again."""
    made = tmp_path_factory.mktemp("papers")
    for name, paper in papers().items():
        write_paper(paper, made / f"{name}.docx")
    files = sorted(made.glob("*.docx"))
    print_all(made, files)
    print_all(made, files, "docx")
    return made


@pytest.fixture(scope="module")
def printed(folder):
    return {pdf.stem: pages_of(pdf) for pdf in (folder / "pdf").glob("*.pdf")}


@pytest.fixture(scope="module")
def upright(printed) -> list[Page]:
    """The upright pages of the plan of 200 measures."""
    return [page for page in printed["plan"] if page.width < page.height]


def is_heading(text: str) -> bool:
    return bool(re.match("\uff08[一二三四五六七八九十]\uff09第.方面|[一二三四五]、", text))


def test_every_full_text_page_has_22_lines(upright):
    full = upright[1:-1]  # the first begins with the title, the last ends with the date
    assert len(full) > 30
    for page, following in pairwise(full):
        missing = 22 - len(page.body())
        pulled = is_heading(following.body()[0].text)
        assert missing == 0 or (pulled and missing <= 2), page.body()[-1].text


def test_a_full_line_has_28_characters(upright):
    lines = [line for page in upright[1:-1] for line in page.body()]
    wide = [line for line in lines if line.right > 183]
    assert len(wide) > len(lines) / 2
    han = [line.text for line in wide if re.fullmatch("[\u4e00-\u9fff]+", line.text)]
    assert {len(text) for text in han} <= {28}
    assert max(line.right for line in lines) <= 184.6  # a mark may hang over by half its width


def test_page_numbers_stand_on_the_outer_side(printed):
    for name, pages in printed.items():
        for number, page in enumerate(pages, 1):
            if name == "letter" and number == 1:
                continue
            foot = page.foot()
            assert foot.text == f"\u2014{number}\u2014", name
            outer = foot.left > page.width / 2
            assert outer is (number % 2 == 1), (name, number)


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed):
    for name in ("plan", "lines", "report", "circular"):
        for page in printed[name]:
            assert not page.body() or not is_heading(page.body()[-1].text)


def test_no_row_of_the_annex_is_torn(printed):
    lying = ["".join(x.text for x in p.lines) for p in printed["plan"] if p.width > p.height]
    assert len(lying) > 10
    for n in range(1, 201):  # a title and the end of its words, both in cells of one row
        assert sum(f"A{n}A" in text and f"Z{n}Z" in text for text in lying) == 1, n
    assert all("序号" in text and "牵头单位" in text for text in lying)


def test_a_line_of_duties_stands_on_the_page_of_its_task(printed):
    for page in printed["lines"]:
        if page.width < page.height and page.body():
            assert not page.body()[0].text.startswith("牵头单位\uff1a")


def test_the_letter_has_its_name_30_mm_from_the_edge_and_no_number_on_page_1(printed):
    first = printed["letter"][0]
    assert first.body()[0].text == "示例市双打办"
    assert first.body()[0].top == pytest.approx(30, abs=6)  # the box is higher than its type
    assert first.body() == list(first.lines)
    number = next(line for line in first.body() if "函〔2026〕3号" in line.text)
    assert number.right == pytest.approx(184, abs=1)


def test_the_letter_has_two_red_rules_of_170_mm_the_lower_20_mm_above_the_edge(folder, printed):
    page = printed["letter"][0]
    wide = [s for s in strokes_of(folder / "pdf" / "letter.pdf", 0) if s[2] - s[0] > 150]
    upper = [s for s in wide if s[1] < 100]
    lower = [s for s in wide if s[1] > 200]
    assert upper
    assert lower
    for left, _, right, _ in (*upper, *lower):
        assert (left, right) == (pytest.approx(20, abs=1.5), pytest.approx(190, abs=1.5))
    assert page.height - max(s[3] for s in lower) == pytest.approx(20, abs=2)
    name = page.body()[0]
    assert min(s[1] for s in upper) - name.bottom == pytest.approx(4, abs=4)


def test_the_imprint_ends_at_the_foot_of_the_page_on_which_the_text_ends(folder, printed):
    pages = printed["notice"]
    page = pages[-1]
    assert page.body()[-1].text.endswith("2026年3月17日印发")
    rules = [
        s for s in strokes_of(folder / "pdf" / "notice.pdf", len(pages) - 1) if s[2] - s[0] > 150
    ]
    assert max(s[3] for s in rules) == pytest.approx(297 - 35, abs=2.5)
    for left, _, right, _ in rules:
        assert (left, right) == (pytest.approx(28, abs=1), pytest.approx(184, abs=1))


def test_the_notice_is_followed_by_what_it_forwards_on_a_page_of_its_own(printed):
    texts = ["".join(line.text for line in page.body()) for page in printed["notice"]]
    assert "现印发给你们" in texts[0]
    begins = next(text for text in texts[1:] if "为贯彻落实" in text)
    assert begins.startswith("示例市2026年打击侵犯知识产权")
    assert not any("附件" in text for text in texts)


def test_the_page_for_the_leader_is_one_page(printed):
    assert len(printed["one_page"]) == 1


def words_of(path) -> list[str]:
    """All that a document says, paragraph by paragraph and cell by cell."""
    document = docx.Document(str(path))
    said = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            said += [
                p.text for row in block._tbl.tr_lst for tc in row.tc_lst for p in _paragraphs(tc)
            ]
        else:
            said.append(block.text)
    return [text for text in said if text.strip()]


def _paragraphs(cell):
    return [docx.text.paragraph.Paragraph(p, None) for p in cell.p_lst]


@pytest.mark.parametrize("name", sorted(papers()))
def test_libreoffice_saves_it_again_without_a_change(folder, name):
    assert words_of(folder / "docx" / f"{name}.docx") == words_of(folder / f"{name}.docx")
