import io

import docx as python_docx
import openpyxl
import pytest

from shuangda_desktop.sources.border.sniff import READ, Kind, kind_of
from sources.making import docx, packed, paragraph

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def saved(document):
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_real_office_files_are_told_apart():
    assert kind_of(saved(python_docx.Document())) is Kind.WORD
    assert kind_of(saved(openpyxl.Workbook())) is Kind.SHEET
    assert kind_of(docx(paragraph("甲"))) is Kind.WORD


def test_a_word_file_that_holds_a_sheet_is_a_word_file():
    both = packed({"word/document.xml": "<a/>", "word/embeddings/xl/workbook.xml": "<b/>"})
    assert kind_of(both) is Kind.WORD


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (OLE + "WordDocument\0".encode("utf-16-le"), Kind.OLD_WORD),
        (OLE + "Workbook\0".encode("utf-16-le"), Kind.OLD_SHEET),
        (OLE + "Book\0".encode("utf-16-le"), Kind.OLD_SHEET),
        (OLE + "EncryptedPackage\0".encode("utf-16-le"), Kind.ENCRYPTED),
        (OLE, Kind.OLD_OTHER),
        (b"{\\rtf1\\ansi", Kind.RICH_TEXT),
        (b"%PDF-1.4", Kind.PDF),
        (b"junk of a scanner\n%PDF-1.4", Kind.PDF),
        (b"RIFF\0\0\0\0WEBP", Kind.PICTURE),
        (packed({"xl/workbook.bin": "x"}), Kind.BINARY_SHEET),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Kind.OPEN_SHEET),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", Kind.MAIL_PAGE),
        (b"From: a\r\n\r\n", Kind.TEXT),
        (b"mime-version: is spoken of", Kind.MAIL_PAGE),
        (b'<?xml version="1.0"?><w:wordDocument>', Kind.WORD_XML),
        (b'<?xml version="1.0"?><pkg:package>', Kind.WORD_XML),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            Kind.SHEET_XML,
        ),
        (b'<?xml version="1.0"?><note>', Kind.TEXT),
        (b"\xff\xd8\xff\xe0", Kind.PICTURE),
        (b"GIF89a", Kind.PICTURE),
        (b"II*\x00", Kind.PICTURE),
        (b"7z\xbc\xaf", Kind.ARCHIVE),
        (b"\x1f\x8b\x08", Kind.ARCHIVE),
        (packed({"OFD.xml": "<a/>"}), Kind.OFD),
        (packed({"ppt/presentation.xml": "<a/>"}), Kind.SLIDES),
        (packed({"a.txt": "x"}), Kind.ARCHIVE),
        (packed({"a.txt": "x"})[:-30], Kind.CUT_OFF),  # no archive that could be opened
        (packed({"方案.docx": packed({"word/document.xml": "<a/>"})}), Kind.ARCHIVE),
        (packed({"word/document.xml": "<a/>"})[:-1], Kind.WORD),  # cut off: a broken document
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", Kind.OPEN_TEXT),
        (b"<html><body>", Kind.PAGE),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE HTML>", Kind.PAGE),
        (b'<?xml version="1.0"?>\n<html>', Kind.PAGE),
        (b'<meta charset="gbk"><p>', Kind.PAGE),
        (b"<table><tr>", Kind.PAGE),
        (b'<h2 style="x">', Kind.PAGE),
        (b"<tr>\r\n<td>", Kind.PAGE),
        ("附件\n<table>\n<tr><td>甲</td></tr></table>".encode("gbk"), Kind.PAGE),
        ("附件\n<TABLE>\n<TR><TD>甲</TD></TR></TABLE>".encode(), Kind.PAGE),
        ("甲</td>乙".encode(), Kind.TEXT),
        (b"<span>\n", Kind.TEXT),  # lines with tags of a word processor: the lines are meant
        ("<!-- 正文 -->\n<!-- 甲 --><p>一、加强".encode(), Kind.PAGE),
        ("<!-- 正文 -->\n一、加强\n二、总结".encode(), Kind.TEXT),  # the lines are meant
        ("<!--StartFragment-->一、加强".encode(), Kind.PAGE),
        (b"<trailer>", Kind.TEXT),
        (b"MIME-Version: 1.0\r\n", Kind.MAIL_PAGE),
        ("一、加强".encode(), Kind.TEXT),
        ("一、加强".encode("utf-16"), Kind.TEXT),
        (b"<p", Kind.TEXT),
        (b"<note>", Kind.TEXT),
        (b"PK is a name", Kind.TEXT),
        (b"", Kind.TEXT),
    ],
    # a zip holds the time when it was made: as a name it would differ between two processes
    ids=lambda value: value.name if isinstance(value, Kind) else "",
)
def test_a_file_is_told_by_its_content(content, kind):
    assert kind_of(content) is kind


@pytest.mark.parametrize("kind", [k for k in Kind if k not in READ], ids=lambda k: k.name)
def test_every_refusal_is_a_sentence_that_says_what_to_do(kind):
    assert kind.refusal.endswith("\u3002")
    assert "请" in kind.refusal
    assert not set(kind.refusal) & set(",;:?!()")


def test_kinds_are_all_different():
    assert len(Kind.__members__) == len(list(Kind))
