"""Whatever a text holds: no live formula, no broken file, nothing lost without a note."""

import io
import re
import zipfile

import docx
import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from shuangda_desktop.exports.clean import Notes, clean
from shuangda_desktop.exports.word.official import OfficialDocument
from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.exports.word.styles import Style
from shuangda_desktop.exports.workbooks import sheet_xml
from shuangda_desktop.exports.workbooks.cells import CellWriter, Look
from shuangda_desktop.exports.workbooks.model import PaperColumn
from shuangda_desktop.papers.marks import in_house_marks
from shuangda_desktop.papers.model import Grid, Paper, Paragraph
from shuangda_desktop.text.punctuation import widen

ANYTHING = st.characters(exclude_categories=())  # with control characters and lone surrogates
NASTY = st.sampled_from(
    [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r\n",
        "_x0041_",
        "#N/A",
        "\x00",
        "\ud800",
        "&",
        "<",
        "]]>",
        " ",
        "字",
        ",",
        "\u3014请填写",
    ]
)
TEXTS = st.lists(NASTY | ANYTHING, max_size=12).map("".join)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def allowed(char: str) -> bool:
    """Whether XML 1.0 knows a character (and it is no control character)."""
    code = ord(char)
    return (
        char in "\t\n"
        or (code >= 0x20 and code != 0x7F and not 0xD800 <= code <= 0xDFFF and code < 0xFFFE)
        or code > 0xFFFF
    )


def expected(text: str) -> str:
    """The text as it may stand in a file, worked out without the code under test."""
    kept = [
        c if allowed(c) else "\ufffd" * ("\ud800" <= c <= "\udfff") for c in BREAKS.sub("\n", text)
    ]
    return widen("".join(kept))


@given(TEXTS)
def test_cleaning_loses_nothing_uncounted(text):
    cleaned = clean(text)
    assert widen(cleaned.text) == expected(text)
    assert len(BREAKS.sub("\n", text)) == len(cleaned.text) + cleaned.removed
    assert all(map(allowed, cleaned.text))


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_every_text_comes_back_from_its_cell(texts):
    book, notes = openpyxl.Workbook(), Notes()
    cells = CellWriter(book.active, notes)
    rows = [
        sheet_xml.row(str(row), 20, [cells.cell(f"A{row}", text, Look())])
        for row, text in enumerate(texts, 1)
    ]
    written = io.BytesIO()
    book.save(written)
    buffer = io.BytesIO(
        sheet_xml.with_rows(written.getvalue(), [sheet_xml.Rows(rows, f"A1:A{len(rows)}")])
    )
    xml = etree.fromstring(zipfile.ZipFile(buffer).read("xl/worksheets/sheet1.xml"))
    assert list(xml.iter(f"{SHEET}f", f"{SHEET}hyperlink")) == []
    again = openpyxl.load_workbook(buffer).active
    for row, text in enumerate(texts, 1):
        found = (again.cell(row, 1).value or "").replace("_x005F_", "_")
        assert found == expected(text)
    lost = any(expected(text) != widen(BREAKS.sub("\n", text)) for text in texts)
    assert bool(notes.sentences) == lost


@settings(max_examples=60)
@given(texts=st.lists(TEXTS, min_size=1, max_size=20))
def test_every_text_comes_back_from_its_paragraph_and_its_table(tmp_path_factory, texts):
    document = OfficialDocument(texts[0], texts[0])
    for text in texts:
        document.paragraph(Style.BODY, text)
    document.table([PaperColumn("文字", 10)], [[text] for text in texts])
    path = tmp_path_factory.mktemp("random") / "文.docx"
    document.save(path)
    again = docx.Document(str(path))
    assert [p.text for p in again.paragraphs[: len(texts)]] == [expected(t) for t in texts]
    assert [r.cells[0].text for r in again.tables[0].rows[1:]] == [expected(t) for t in texts]
    lost = any(expected(text) != widen(BREAKS.sub("\n", text)) for text in texts)
    told = [each for each in document.notes.sentences if "字库" not in each]  # of rare characters
    assert bool(told) == lost


@settings(max_examples=60)
@given(TEXTS)
def test_an_official_document_loses_nothing_without_a_note(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("paper") / "文.docx"
    grid = Grid((PaperColumn("甲", 9),), ((text,),))
    paper = Paper("x", "题", "办", (Paragraph(text), grid), signed=False)
    notes = write_paper(paper, path)
    meant = clean(in_house_marks(text))
    document = docx.Document(str(path))
    cell = document.tables[0].rows[1].cells[0].text if document.tables else ""
    body = next((p.text for p in document.paragraphs if p.style.style_id == "Body"), "")
    for said in (body, cell):
        assert said.replace("\r", "\n") == widen(meant.text).replace("\r", "\n")
    assert any("控制字符" in note for note in notes) == bool(meant.removed)
    with zipfile.ZipFile(path) as package:
        relations = [package.read(n) for n in package.namelist() if n.endswith(".rels")]
    assert not any(b"External" in part for part in relations)
