"""The parts of an official document: faces, order of the schema, nothing foreign."""

import zipfile
from datetime import date
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from exports.dumps import part
from shuangda_desktop.exports.word import word
from shuangda_desktop.exports.word.official import Band, Face, OfficialDocument, Piece
from shuangda_desktop.exports.word.styles import Style
from shuangda_desktop.exports.workbooks.model import PaperColumn

COLUMNS = [PaperColumn("序号", 3, exact=True), PaperColumn("任务", 20)]
ORDER = {  # children in the order that the schema of Word asks for, as far as we use them
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl pBdr tabs overflowPunct autoSpaceDE autoSpaceDN snapToGrid spacing ind jc outlineLvl sectPr",
    "rPr": "rFonts color spacing w kern sz szCs highlight u lang",
    "tblPr": "tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tcPr": "tcW gridSpan vAlign",
    "sectPr": "footerReference pgSz pgMar docGrid",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "settings": "zoom bordersDoNotSurroundHeader bordersDoNotSurroundFooter defaultTabStop evenAndOddHeaders drawingGridVerticalSpacing characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
}


@pytest.fixture
def path(tmp_path):
    """A document with one of everything."""
    document = OfficialDocument("标题", "办公室", date(2026, 3, 16))
    document.paragraph(Style.TITLE, "标题\n第二行")
    document.paragraph(
        Style.BODY, Piece("(一)楷体。", Face.KAI), "正文“引号”2026年\u3014请填写日期\u3015"
    )
    document.paragraph(Style.ISSUE_DATE, "2026年3月16日", right=4)
    document.lie_down()
    document.table(COLUMNS, [Band("一、章"), ["1", "甲\n乙\t丙"]])
    document.save(tmp_path / "文.docx")
    return tmp_path / "文.docx"


def elements(path, name: str):
    return etree.fromstring(part(path, "word/document.xml").encode()).iter(f"{{{word.W}}}{name}")


def test_the_package_holds_what_we_wrote_and_nothing_else(path):
    assert zipfile.ZipFile(path).namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "docProps/core.xml",
    ]


def test_no_theme_no_japanese_and_no_letter_page_is_left(path):
    everything = "".join(part(path, name) for name in zipfile.ZipFile(path).namelist())
    for foreign in (
        "Theme=",
        "theme1",
        "ja-JP",
        "MS Mincho",
        "MS Gothic",
        "12240",
        "http://schemas.microsoft.com/office/word/2010",
    ):
        assert foreign not in everything
    assert 'w:eastAsia="zh-CN"' in everything


def test_nothing_points_out_of_the_file(path):
    rels = [part(path, n) for n in zipfile.ZipFile(path).namelist() if n.endswith(".rels")]
    assert not any("TargetMode" in text for text in rels)


def test_every_run_names_its_chinese_face_for_both_scripts(path):
    for run in elements(path, "r"):
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        faces = {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(faces) == 1
        assert fonts.get(qn("w:hint")) == "eastAsia"


def test_every_style_that_we_use_exists(path):
    styles = etree.fromstring(part(path, "word/styles.xml").encode())
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    assert {str(style) for style in Style} <= known


def test_every_face_is_in_the_table_of_fonts_with_a_usual_replacement(path):
    fonts = etree.fromstring(part(path, "word/fontTable.xml").encode())
    known = {font.get(qn("w:name")): font.find(qn("w:altName")) is not None for font in fonts}
    assert {str(face) for face in Face} | {"宋体"} == set(known)
    assert all(known.values())


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml"]
)
def test_children_stand_in_the_order_of_the_schema(path, name):
    root = etree.fromstring(part(path, name).encode())
    for element in root.iter(*(f"{{{word.W}}}{parent}" for parent in ORDER)):
        order = ORDER[etree.QName(element).localname].split()
        places = [
            order.index(etree.QName(child).localname)
            for child in element
            if isinstance(child.tag, str)
        ]
        assert all(a <= b for a, b in pairwise(places)), etree.tostring(element)


def test_a_placeholder_is_marked_and_stands_alone_in_its_run(path):
    runs = docx.Document(str(path)).paragraphs[1].runs
    assert [(r.text, bool(r.font.highlight_color)) for r in runs] == [
        ("\uff08一\uff09楷体。", False),
        ("正文“引号”2026年", False),
        ("\u3014请填写日期\u3015", True),
    ]


def test_line_breaks_and_tabs_survive_in_paragraphs_and_cells(path):
    document = docx.Document(str(path))
    assert document.paragraphs[0].text == "标题\n第二行"
    assert document.tables[0].rows[2].cells[1].text == "甲\n乙\t丙"


def test_a_document_without_a_table_stands_upright_to_the_end(tmp_path):
    document = OfficialDocument("标题", "办公室")
    document.blank()
    document.save(tmp_path / "文.docx")
    (section,) = docx.Document(str(tmp_path / "文.docx")).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_grid_allows_22_lines(path):
    assert {g.get(qn("w:linePitch")) for g in elements(path, "docGrid")} == {"579"}
    assert 22 * 579 <= 16838 - 2098 - 1984 < 23 * 579


def test_header_is_repeated_rows_are_not_torn_and_bands_keep_with_their_rows(path):
    rows = [{etree.QName(c).localname for c in look} for look in elements(path, "trPr")]
    assert rows == [{"cantSplit", "tblHeader"}, {"cantSplit"}, {"cantSplit"}]
    style = docx.Document(str(path)).styles["表格 章名"]
    assert style.paragraph_format.keep_with_next


def test_the_table_fills_the_text_area_exactly(path):
    widths = [int(column.get(qn("w:w"))) for column in elements(path, "gridCol")]
    assert sum(widths) == 12756
    assert widths[0] < widths[1]


def test_the_same_document_gives_the_same_bytes(tmp_path):
    for name in ("甲.docx", "乙.docx"):
        document = OfficialDocument("标题", "办公室", date(2026, 3, 16))
        document.paragraph(Style.BODY, "正文")
        document.save(tmp_path / name)
    assert (tmp_path / "甲.docx").read_bytes() == (tmp_path / "乙.docx").read_bytes()
