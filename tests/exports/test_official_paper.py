"""Forms of an official document: head, letter, annexes, seal, remark, faces."""

import zipfile
from dataclasses import replace
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from exports.dumps import part
from exports.sample import OFFICE, tasks
from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.papers.fonts import STANDARD, choose_fonts
from shuangda_desktop.papers.model import (
    Annex,
    Dress,
    Form,
    Grid,
    Kind,
    Paper,
    PaperColumn,
    Paragraph,
    TaskTable,
)

DRESS = Dress(
    document_number="示双打办〔2026〕3号", recipients="各成员单位", issued_on=date(2026, 3, 6)
)
BODY = (Paragraph("一、总体要求", Kind.CHAPTER), Paragraph("扎实做好全年工作。"))
FIRST = 5  # paragraph of the body: number, blank, title, blank and recipients stand before it
GRID = Grid((PaperColumn("序号", 3, exact=True), PaperColumn("单位", 12)), (("1", "甲"), ("小计",)))


@pytest.fixture
def written(tmp_path):
    """Write a paper and open the document again."""

    def write(fonts=STANDARD, **changes):
        path = tmp_path / "文.docx"
        paper = replace(Paper("x", "关于做好工作的通知", OFFICE, BODY, dress=DRESS), **changes)
        write.notes, write.path = write_paper(paper, path, fonts), path
        return docx.Document(str(path))

    return write


def of_style(document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.style_id == style]


def rights(document) -> list[float]:
    """Indents of office and date from the right, in characters."""
    signs = [p for p in document.paragraphs if p.style.style_id in ("Signature", "IssueDate")]
    found = [p._p.pPr.find(qn("w:ind")) for p in signs]
    return [0 if i is None else int(i.get(qn("w:rightChars"))) / 100 for i in found]


def test_a_sealed_document_has_its_date_four_in_under_the_middle_of_the_office(written):
    sealed = replace(DRESS, sealed=True)
    assert rights(written(office="市双打办", dress=sealed)) == [4 + (6 - 4) / 2, 4]
    office, day = rights(written(dress=sealed))  # an office too long for that fills its line
    assert (office, day) == (0, (len(OFFICE) - 6) / 2)


def test_a_paper_that_is_not_signed_ends_with_its_text(written):
    assert of_style(written(signed=False), "Signature") == []


def test_a_remark_stands_in_one_pair_of_brackets(written):
    document = written(dress=replace(DRESS, remark="(联系人:张三)"))
    assert document.paragraphs[-1].text == "\uff08联系人\uff1a张三\uff09"


def test_several_annexes_are_listed_by_number_and_begin_new_pages(written):
    annexes = (Annex("甲表", (GRID,)), Annex("乙表", (TaskTable(tasks()),), lying=True))
    document = written(annexes=annexes)
    assert of_style(document, "AnnexFirst") == ["附件\uff1a1.甲表"]
    assert of_style(document, "AnnexNext") == ["2.乙表"]
    marks = [p for p in document.paragraphs if p.style.style_id == "AnnexMark"]
    assert [m.text for m in marks] == ["附件1", "附件2"]
    assert [bool(m.paragraph_format.page_break_before) for m in marks] == [True, False]
    assert [round(s.page_width.mm) for s in document.sections] == [210, 297]


def test_an_upright_annex_after_a_lying_one_stands_up_again(written):
    document = written(annexes=(Annex("甲", (GRID,), lying=True), Annex("乙", (GRID,))))
    assert [round(s.page_width.mm) for s in document.sections] == [210, 297, 210]


def test_a_table_on_an_upright_page_is_156_mm_wide_and_its_bands_run_over_all(written):
    document = written(blocks=(GRID, Grid(GRID.columns, ())))
    widths = [int(c.get(qn("w:w"))) for c in document.tables[0]._tbl.tblGrid]
    assert sum(widths) == 8845
    assert len(document.tables[0].rows[2]._tr.tc_lst) == 1
    assert document.tables[1].rows[1].cells[0].text == "暂无任务"


def test_a_letter_has_its_name_and_rules_on_the_first_page_only(written):
    letter = replace(DRESS, form=Form.LETTER, name="示例市双打办文件", urgency="急件")
    document = written(dress=letter)
    (section,) = document.sections
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "示例市双打办"
    assert round(section.header_distance.mm) == 30
    assert round(section.footer_distance.mm) == 20
    assert of_style(document, "LetterNumber") == ["示双打办〔2026〕3号"]
    assert of_style(document, "Urgency") == ["急件"]
    rules = [
        etree.fromstring(part(written.path, f"word/{n}3.xml").encode()).find(f".//{qn('w:bottom')}")
        for n in ("header", "footer")
    ]
    assert [(r.get(qn("w:val")), r.get(qn("w:color"))) for r in rules] == [
        ("thickThinSmallGap", "FF0000"),
        ("thinThickSmallGap", "FF0000"),
    ]
    assert section.first_page_footer.paragraphs[0].text == ""  # no page number
    assert "PAGE" in part(written.path, "word/footer1.xml")


def test_only_the_first_section_of_a_letter_is_headed(written):
    letter = replace(DRESS, form=Form.LETTER, name="示例市双打办")
    document = written(dress=letter, annexes=(Annex("甲", (GRID,), lying=True),))
    assert [s.different_first_page_header_footer for s in document.sections] == [True, False]


def test_a_letter_names_copies_without_rules_and_no_printer(written):
    letter = replace(DRESS, form=Form.LETTER, copies_to="市委办", printed_by=OFFICE)
    document = written(dress=letter)
    (line,) = [p for p in document.paragraphs if p.style.style_id == "Imprint"]
    assert line.text == "\u3000抄送\uff1a市委办。"
    assert line._p.pPr.find(qn("w:pBdr")) is None
    assert not of_style(written(dress=replace(letter, copies_to="")), "Imprint")


def test_a_letter_or_red_head_without_its_name_or_number_is_marked(written):
    document = written(dress=Dress(Form.LETTER))
    head = document.sections[0].first_page_header.paragraphs[0]
    assert head.text == "\u3014请填写发文机关\u3015"
    assert of_style(document, "LetterNumber") == ["\u3014请填写发文字号\u3015"]
    red = written(dress=Dress(Form.RED, "", urgency="特急"))
    assert of_style(red, "RedHeadBelow") == ["\u3014请填写发文机关\u3015"]


def test_how_urgent_it_is_stands_above_the_red_name(written):
    red = replace(DRESS, form=Form.RED, name="示例市人民政府文件", urgency="特急")
    document = written(dress=red)
    assert [p.style.style_id for p in document.paragraphs[:2]] == ["Urgency", "RedHeadBelow"]


def test_a_heading_that_runs_in_and_a_clause_stand_in_kaiti(written):
    run_in = Paragraph("按时报送。", head="(一)动员。", clause="(牵头单位:甲)")
    runs = written(blocks=(run_in,)).paragraphs[FIRST].runs
    faces = [r._r.rPr.rFonts.get(qn("w:eastAsia")) for r in runs]
    assert faces == ["楷体_GB2312", "仿宋_GB2312", "楷体_GB2312"]


def test_a_line_of_duties_stays_with_its_task(written):
    blocks = (Paragraph("1.甲。"), Paragraph("牵头单位:甲", Kind.DUTY), Paragraph("2.乙。"))
    kept = [
        bool(p.paragraph_format.keep_with_next)
        for p in written(blocks=blocks).paragraphs[FIRST:][:3]
    ]
    assert kept == [True, False, True]


def test_another_choice_of_faces_reaches_every_part_and_leaves_the_text(written):
    fonts = choose_fonts(["仿宋", "楷体", "黑体", "宋体", "华文中宋"])
    written(fonts, blocks=(Paragraph('名为"仿宋_GB2312"的字体'),))
    everything = "".join(
        part(written.path, n) for n in zipfile.ZipFile(written.path).namelist() if "word/" in n
    )
    assert everything.count("仿宋_GB2312") == 1  # what the text says
    assert "楷体_GB2312" not in everything
    assert "方正小标宋简体" not in everything


def test_characters_that_the_face_lacks_are_told(written):
    written(blocks=(Paragraph("王堃负责。"),))
    assert written.notes == (
        "“堃”不在仿宋_GB2312的字库里\uff0c打印时会换成别的字体。请在WPS里给它们另选仿宋或宋体。",
    )


def test_a_page_to_be_read_at_a_distance_is_set_larger(written):
    document = written(large=True, blocks=(*BODY, GRID))
    assert of_style(document, "LargeBody") == ["扎实做好全年工作。"]
    assert document.styles["大字 正文"].font.size.pt == 20
    cells = document.tables[0].rows[0].cells[0].paragraphs[0]
    assert cells.style.style_id == "LargeCellHead"
