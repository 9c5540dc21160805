"""Red head and imprint of a document, as the standard has them."""

from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from exports.dumps import assert_golden, document_dump
from exports.sample import OFFICE, plan
from shuangda_desktop.exports.word.imprint import broken
from shuangda_desktop.exports.word.local_plan import write_local_plan

NAME, NUMBER = "示例市人民政府文件", "示政发〔2026〕8号"
COPIES = "市委办公室\uff0c市人大常委会办公室\uff0c市政协办公室"


@pytest.fixture
def written(tmp_path):
    """Write a draft and open the document again."""

    def write(**changes):
        path = tmp_path / "实施方案.docx"
        write_local_plan(plan(**changes), path)
        write.path = path
        return docx.Document(str(path))

    return write


def of_style(document, style: str):
    """The paragraphs of a style."""
    return [p for p in document.paragraphs if p.style.style_id == style]


def imprint(document) -> list[str]:
    """The lines at the foot of the last page."""
    return [p.text for p in of_style(document, "Imprint")]


def test_the_whole_document_reads_as_it_was_looked_at(written):
    written(
        red_head=NAME,
        document_number=NUMBER,
        signer="张三",
        recipients="各成员单位",
        copies_to=COPIES,
        printed_by=OFFICE,
        printed_on=date(2026, 3, 17),
    )
    assert_golden(document_dump(written.path), "local_plan_official.docx.txt")


def test_recipients_that_would_push_the_text_off_the_first_page_stand_in_the_imprint(written):
    names = "、".join(f"市第{n}成员单位办公室" for n in range(30))
    document = written(red_head=NAME, recipients=names, copies_to=COPIES, printed_by=OFFICE)
    assert of_style(document, "Recipients") == []
    lists, printed = imprint(document)[0], imprint(document)[-1]
    assert lists.startswith("\u3000主送\uff1a市第0成员单位办公室、")
    assert "办公室。\n\u3000抄送\uff1a市委办公室" in lists
    assert OFFICE in printed
    without = written(red_head=NAME, recipients=names)
    assert imprint(without)[0].startswith("\u3000主送\uff1a")


def test_a_draft_without_them_has_neither_head_nor_imprint(written):
    document = written(document_number=NUMBER, signer="张三")
    assert [p.text for p in of_style(document, "Number")] == [NUMBER]
    assert not [p for style in ("RedHead", "NumberRuled") for p in of_style(document, style)]
    assert imprint(document) == []
    assert len(document.sections) == 2


def test_the_red_name_stands_above_its_number_and_the_red_rule(written):
    document = written(red_head=NAME, document_number=NUMBER)
    assert [p.text for p in document.paragraphs[:4]] == [NAME, "", "", NUMBER]
    head, ruled = (document.styles[s] for s in ("公文 发文机关标志", "公文 发文字号 红线"))
    assert str(head.font.color.rgb) == "FF0000"
    assert round(head.paragraph_format.space_before.mm) == 35
    rule = ruled.element.pPr.find(qn("w:pBdr")).find(qn("w:bottom"))
    assert (rule.get(qn("w:color")), rule.get(qn("w:space"))) == ("FF0000", "11")  # 4 mm


@pytest.mark.parametrize(
    ("name", "size", "stretch"),
    [
        ("某市文件", 62, None),
        ("示例市人民政府文件", 49, None),
        ("示例市人民政府办公室文件", 36, None),
        ("示例市打击侵犯知识产权和制售假冒伪劣商品工作领导小组办公室文件", 30, "47"),
    ],
)
def test_a_long_name_is_set_smaller_then_narrower_so_that_it_fills_one_line(
    written, name, size, stretch
):
    run = of_style(written(red_head=name), "RedHead")[0].runs[0]
    width = run._r.rPr.find(qn("w:w"))
    assert run.font.size.pt == size
    assert (width.get(qn("w:val")) if width is not None else None) == stretch
    assert len(name) * size * int(stretch or 100) / 100 <= 156 / 25.4 * 72 + 1


def test_who_signs_stands_beside_the_number_in_kaiti(written):
    line = of_style(written(red_head=NAME, document_number=NUMBER, signer="张三"), "NumberSigned")[
        0
    ]
    assert line.text == f"{NUMBER}\t签发人\uff1a张三"
    faces = [r._r.rPr.rFonts.get(qn("w:eastAsia")) for r in line.runs]
    assert faces == ["仿宋_GB2312", "楷体_GB2312"]


def test_what_is_missing_is_marked(written):
    document = written(red_head=NAME, printed_by=OFFICE)
    marked = [r.text for p in document.paragraphs for r in p.runs if r.font.highlight_color]
    assert marked == ["\u3014请填写发文字号\u3015", "\u3014请填写日期\u3015"]


def test_the_imprint_stands_alone_on_an_upright_page_after_a_lying_annex(written):
    document = written(copies_to=COPIES, printed_by=OFFICE, printed_on=date(2026, 3, 7))
    assert [round(s.page_width.mm) for s in document.sections] == [210, 297, 210]
    assert imprint(document) == [
        f"\u3000抄送\uff1a{COPIES}。",
        f"\u3000{OFFICE}\t2026年3月7日印发",
    ]


def test_the_copies_end_in_one_full_stop(written):
    assert imprint(written(copies_to="市委办公室。")) == ["\u3000抄送\uff1a市委办公室。"]


def test_the_imprint_hangs_at_the_foot_of_the_text_area(written):
    for line in of_style(written(copies_to=COPIES, printed_by=OFFICE), "Imprint"):
        frame = line._p.pPr.find(qn("w:framePr"))
        assert frame.get(qn("w:yAlign")) == "bottom"
        assert frame.get(qn("w:vAnchor")) == "margin"
        assert frame.get(qn("w:w")) == "8845"  # 156 mm


def test_the_rules_are_thick_outside_and_fine_between(written):
    document = written(copies_to=COPIES, printed_by=OFFICE)
    borders = of_style(document, "Imprint")[0]._p.pPr.find(qn("w:pBdr"))
    assert {b.tag.split("}")[1]: b.get(qn("w:sz")) for b in borders} == {"top": "8", "bottom": "8"}
    (rule,) = of_style(document, "ImprintRule")
    assert (rule.text, rule.runs[0].underline) == ("\t", True)
    assert not of_style(written(copies_to=COPIES), "ImprintRule")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙丙丁。", ["甲乙丙丁。"]),
        ("甲乙丙丁\uff0c戊己庚辛。", ["甲乙丙丁\uff0c", "戊己庚辛。"]),
        ("甲乙丙丁戊己庚辛壬癸", ["甲乙丙丁戊", "己庚辛壬癸"]),
    ],
)
def test_the_names_break_after_a_mark(text, lines):
    assert list(broken(text, 6)) == lines
