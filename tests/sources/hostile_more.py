"""More hostile files, for what is read by its place on the page and for what one part says many times."""

from sources.hostile_making import MEGABYTE, ONE_PAGE, PAGE, SENTENCE, mail, pages_of_pdf, rich
from sources.making import docx, packed, paragraph
from sources.making_binary import ofd, old_word, pdf, stream, typed, xlsx
from sources.printing import Printer


def forms_in_forms():
    """Forms that draw one another: two thousand million rules in nine hundred bytes."""
    draws = ["/X Do " * 60] * 5 + ["9 9 m 99 9 l S"]
    forms = [
        stream(
            content,
            f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {number} 0 R>>>>",
        )
        for number, content in enumerate(draws, start=6)
    ]
    return pages_of_pdf(ONE_PAGE, "/X Do " * 60, [PAGE.format("/XObject<</X 5 0 R>>"), *forms])


def all_askew():
    """A watermark of a hundred thousand characters."""
    printer = Printer()
    mark = printer.line("内部资料", 100, 500, 40, matrix=".7 .7 -.7 .7")
    return printer.pdf(printer.line(SENTENCE, 90, 700) + mark * 25_000)


def one_upon_another():
    """Eighty thousand large characters upon eighty thousand small ones."""
    printer = Printer()
    drawn = [printer.line(SENTENCE * 4, 90, 700, size) for size in (40, 12)]
    return printer.pdf("".join(drawn) * 700)


def heads_of_tables():
    """Lines that name columns and never become a table."""
    lines = [
        (x, 2_000 - number / 2, 1, word)
        for number in range(1_500)
        for x, word in ((90, "序号"), (200, "牵头单位"), (300, "完成时限"))
    ]
    return pdf([(90, 2_020, 16, SENTENCE), *lines], size=(595, 2_100))


def numbers_that_grow():
    """A number of a hundred thousand characters before each of ten thousand paragraphs."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{"%1." * 30_000}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    paragraphs = paragraph("甲", properties=numbered) * 10_000
    return docx(paragraph(SENTENCE), paragraphs, numbering=numbering)


def document_in_document(depth):
    """A document that holds one that holds one."""
    inner = docx(paragraph(SENTENCE))
    for _ in range(depth):
        relation = (
            '<Relationships><Relationship Id="r1" Target="a.docx" Type="http://schemas.'
            'openxmlformats.org/officeDocument/2006/relationships/aFChunk"/></Relationships>'
        )
        outer = docx(paragraph(SENTENCE), '<w:altChunk r:id="r1"/>')
        inner = repacked(outer, {"word/a.docx": inner, "word/_rels/document.xml.rels": relation})
    return inner


def repacked(archive, more):
    """An archive with more parts."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return packed({name: opened.read(name) for name in opened.namelist()} | more)


REFUSED = {
    "xlsx: one long text in all cells": lambda: xlsx(
        ("<row>" + '<c t="s"><v>0</v></c>' * 200 + "</row>") * 200, strings=["甲" * 9_000]
    ),
    "rtf: half signs": lambda: rich(SENTENCE + "\\u-10180?" * 50_000),
    "html: one table in another": lambda: b"<table><tr><td>" * 20_000,
    "pdf: nothing but a table of characters": lambda: Printer().pdf(""),
}

EITHER = {
    "pdf: forms in forms": forms_in_forms,
    "docx: documents in documents": lambda: document_in_document(40),
    "mht: a head of five megabytes": lambda: mail(
        b"X: " + b"a b " * (5 * MEGABYTE // 4) + b"\r\nContent-Type: text/html\r\n\r\n<p>x"
    ),
}

READ = {
    "pdf: a hundred thousand characters askew": ("加强", all_askew),
    "pdf: large characters upon small ones": ("加强", one_upon_another),
    "pdf: heads of tables without end": ("加强", heads_of_tables),
    "html: a million attributes": (
        "加强",
        lambda: b"<html><body><p " + b"a=1 " * 1_000_000 + f">{SENTENCE}</p>".encode(),
    ),
    "rtf: skips for ever": (
        "加强",
        lambda: rich(SENTENCE + "\\uc999999999 " + "\\u21152 " * 100_000),
    ),
    "docx: numbers that grow": ("加强", numbers_that_grow),
    "doc: nothing but marks": (
        "加强",
        lambda: old_word(SENTENCE + "\r" + "\x13\x14\x15\x07" * 50_000),
    ),
    "ofd: twenty thousand texts": (
        "加强",
        lambda: ofd([(20, 40, 5, SENTENCE)] + [(20, 50 + n / 200, 3, "甲") for n in range(20_000)]),
    ),
    "xlsx: a hundred thousand spaces": (
        "责任单位",
        lambda: xlsx(typed("序号", "责任单位") + typed("1", " " * 100_000 + "甲")),
    ),
}
