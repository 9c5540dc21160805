"""Hostile and broken files, made when a test asks for them and never stored.

``REFUSED`` are those that must be refused, ``READ`` strange ones that must be read all the same, with
a word of their text; ``EITHER`` may end in both ways, in words.
"""

import random
import struct
import zlib

from sources.hostile_making import (
    DOCUMENT,
    END,
    LAUGHS,
    MEGABYTE,
    SENTENCE,
    START,
    bomb_pdf,
    drawing_itself_ofd,
    drawn_in_itself,
    locked_pdf,
    locked_sheet,
    looping_ole,
    mail,
    many_notes,
    nested_mail,
    open_fields,
    pages_of_pdf,
    rich,
    scanned_pdf,
    with_type,
)
from sources.making import W, cell, docx, packed, paragraph, row, table
from sources.making_binary import ofd, old_sheet, old_word, ole, pdf, typed, xlsx
from sources.making_zip import Member, raw_zip, zeros


def valid():
    """One sound file of every kind that a parser reads."""
    return {
        "docx": docx(paragraph(SENTENCE), table(row("序号", "任务"), row("1", "甲"))),
        "doc": old_word(SENTENCE + "\r序号\x07任务\x07\x071\x07甲\x07\x07"),
        "rtf": rich("\\par ".join([SENTENCE, "二、甲"])),
        "html": f"<html><body><p>{SENTENCE}</p><table><tr><td>1<td>2</table>".encode(),
        "mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>" + SENTENCE.encode(),
        "pdf": pdf([(90, 700, 16, SENTENCE)], [(90, 700, 16, "二、甲乙丙丁")]),
        "ofd": ofd([(20, 40, 5, SENTENCE)]),
        "xlsx": xlsx(typed("序号", "责任单位") + typed("1", SENTENCE), strings=["甲"]),
        "xls": old_sheet([["序号", "责任单位"], [1.0, SENTENCE]]),
    }


FAR = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>角落</t></is></c></row>'
CELL = "<c><v>1</v></c>"
CHUNK = zeros(64 * MEGABYTE, -zlib.MAX_WBITS)

REFUSED = {
    "zip: a part of four gigabytes": lambda: raw_zip([Member(DOCUMENT, CHUNK, 2**32 - 2)]),
    "zip: a part that unpacks to more than it says": lambda: raw_zip([Member(DOCUMENT, CHUNK, 99)]),
    "zip: a part with a ratio of a thousand": lambda: raw_zip(
        [Member(DOCUMENT, CHUNK, 64 * MEGABYTE)]
    ),
    "zip: parts that lie over one another": lambda: raw_zip(
        [Member(f"word/{n}.xml", CHUNK, 4 * MEGABYTE, at=0) for n in range(40)]
        + [Member(DOCUMENT, b"", 0)]
    ),
    "zip: sixty thousand parts": lambda: raw_zip(
        [Member(DOCUMENT)] + [Member(f"{n}") for n in range(60_000)]
    ),
    "zip: more parts than its end says": lambda: raw_zip([Member(DOCUMENT)] * 9_000, says=3),
    "zip: locked": lambda: raw_zip([Member(DOCUMENT, b"abc", 3, flags=1)]),
    "zip: packed in an unknown way": lambda: raw_zip([Member(DOCUMENT, b"abc", 3, method=99)]),
    "zip: without its end": lambda: docx(paragraph("甲"))[:-22],
    "zip: cut in the middle": lambda: docx(paragraph("甲" * 999))[:300],
    "zip: only a head": lambda: b"PK\x03\x04" + DOCUMENT.encode(),
    "docx: entities that grow": lambda: with_type(
        LAUGHS + "]>", "<w:p><w:r><w:t>&i;</w:t></w:r></w:p>"
    ),
    "docx: an entity from a file": lambda: with_type(
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
    ),
    "docx: a type from elsewhere": lambda: with_type(
        '<!DOCTYPE a SYSTEM "http://host.invalid/a.dtd">'
    ),
    "docx: a type in UTF-16": lambda: with_type(LAUGHS + "]>", encoding="utf-16"),
    "docx: no XML": lambda: packed({DOCUMENT: bytes(MEGABYTE)}),
    "docx: XML that breaks off": lambda: packed({DOCUMENT: START + "<w:p>"}),
    "docx: no body": lambda: packed({DOCUMENT: f'<w:document xmlns:w="{W}"/>'}),
    "docx: tables in tables": lambda: docx(
        "<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000
    ),
    "docx: a cell over a thousand columns": lambda: docx(
        table(row(cell("甲", properties='<w:gridSpan w:val="999"/>')))
    ),
    "docx: twelve million characters in one paragraph": lambda: docx(paragraph("甲" * 12_000_000)),
    "docx: two hundred thousand paragraphs": lambda: docx(paragraph(SENTENCE) + "<w:p/>" * 200_000),
    "docx: no text": lambda: docx("<w:p/>"),
    "office file with a password": lambda: ole(
        {"EncryptedPackage": bytes(9), "EncryptionInfo": b""}
    ),
    "xlsx: more rows than a plan has": lambda: xlsx(f"<row>{CELL}</row>" * 1_048_576),
    "xlsx: rows below the ratio of the gate": lambda: xlsx(f"<row>{CELL}</row>" * 250_000),
    "xlsx: thousands of merges over the whole sheet": lambda: xlsx(
        f"<sheetData>{typed(SENTENCE)}</sheetData><mergeCells>"
        + '<mergeCell ref="B1:XFD1048576"/>' * 9_000
        + "</mergeCells>"
    ),
    "xlsx: entities that grow": lambda: packed(
        {"xl/workbook.xml": f"{LAUGHS}]><workbook>&i;</workbook>"}
    ),
    "xlsx: nothing in it": lambda: packed({"xl/workbook.xml": "<workbook/>"}),
    "xlsx: a sheet of NUL": lambda: xlsx("<sheet").replace(b"s0.xml", b"s1.xml"),
    "doc: only NUL behind its head": lambda: old_word("甲")[:512] + bytes(9_000),
    "doc: cut in the middle": lambda: old_word("甲" * 9_000)[:6_000],
    "doc: a password": lambda: old_word("甲", flags=0x100),
    "doc: no text table": lambda: old_word("甲", clx=b"\x01\xff\xff"),
    "doc: a text of four thousand million characters": lambda: old_word(
        "甲", clx=b"\x02" + struct.pack("<I2IHIH", 16, 0, 0xFFFFFFF0, 0, 0x800, 0)
    ),
    "ole: neither text nor sheet": lambda: ole({"PowerPoint Document": bytes(99)}),
    "xls: a password": locked_sheet,
    "xls: only NUL": lambda: ole({"Workbook": bytes(9_000)}),
    "xls: cut in the middle": lambda: old_sheet([["甲"] * 200] * 20)[:3_000],
    "rtf: a million groups in one another": lambda: b"{\\rtf1 " + b"{" * 1_000_000,
    "rtf: data without an end": lambda: b"{\\rtf1 {\\pict\\bin999999999 " + bytes(MEGABYTE),
    "rtf: a row of a million cells": lambda: b"{\\rtf1 \\trowd\\intbl " + b"a\\cell " * 1_000_000,
    "rtf: nothing in it": lambda: b"{\\rtf1}",
    "html: only NUL behind its head": lambda: b"<html>" + bytes(MEGABYTE),
    "html: no text": lambda: b"<html><script>alert(1)</script>",
    "mht: no page": lambda: mail(b"Content-Type: image/png\r\n\r\nx"),
    "mht: parts without end": lambda: mail(
        b"Content-Type: multipart/related; boundary=b\r\n\r\n" + b"--b\r\nA: b\r\n\r\n" * 400_000
    ),
    "mht: archives in archives": lambda: nested_mail(3_000),
    "pdf: only a head": lambda: b"%PDF-1.7\n" + bytes(MEGABYTE),
    "pdf: cut in the middle": lambda: pdf([(90, 700, 16, SENTENCE)])[:200],
    "pdf: pages that lead to themselves": lambda: pages_of_pdf(
        "<</Type/Pages/Kids[2 0 R]/Count 1>>"
    ),
    "pdf: a million pages that are not there": lambda: pages_of_pdf(
        "<</Type/Pages/Kids[9 0 R]/Count 1000000>>"
    ),
    "pdf: no page": lambda: pages_of_pdf("<</Type/Pages/Kids[]/Count 0>>"),
    "pdf: a page of 600 megabytes": bomb_pdf,
    "pdf: a drawing of itself": drawn_in_itself,
    "pdf: a scan": scanned_pdf,
    "pdf: a password": locked_pdf,
    "ofd: a made thing of itself": drawing_itself_ofd,
    "ofd: a page that is not there": lambda: ofd().replace(b"P0.xml", b"P9.xml"),
    "ofd: entities that grow": lambda: ofd(f"{LAUGHS}]>&i;"),
    "text: only NUL": lambda: bytes(5 * MEGABYTE),
    "text: chance": lambda: random.Random(1).randbytes(3 * MEGABYTE),
    "text: more than a plan has": lambda: "甲".encode() * 4_000_000,
    "nothing": lambda: b"",
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(9_000),
    "archive": lambda: packed({"方案.txt": SENTENCE}),
    "Word as one XML": lambda: b'<?xml version="1.0"?><w:wordDocument><w:body/></w:wordDocument>',
}
EITHER = {
    "doc: a stream that never ends": lambda: looping_ole(old_word("甲")),
    "xls: a stream that never ends": lambda: looping_ole(old_sheet([["甲"]])),
    "docx: controls in controls": lambda: docx(
        "<w:sdt><w:sdtContent>" * 120 + paragraph("甲") + "</w:sdtContent></w:sdt>" * 120
    ),
    "html: lists in lists": lambda: b"<ul><li>" * 3_000 + SENTENCE.encode(),
    "rtf: groups that close too often": lambda: rich(SENTENCE) + b"}" * 9_000,
    "xls: a sheet whose place is wrong": lambda: old_sheet([["甲"]]).replace(b"\x85\0", b"\x84\0"),
    "ole: a class of its own": lambda: ole({"WordDocument": bytes(9_000)}, b"\x07" * 16),
}
READ = {
    "docx: a paragraph of a million characters": (
        "甲甲",
        lambda: docx(paragraph("甲" * 1_000_000)),
    ),
    "docx: 300,000 runs": (
        "甲甲",
        lambda: docx(paragraph(*["<w:r><w:t>甲</w:t></w:r>"] * 300_000)),
    ),
    "docx: absurd names": (
        "加强",
        lambda: packed(
            {"../../etc/passwd": "x", "CON": "x", "甲" * 9_000: "x", "word\\a": "x", "a\nb": "x"}
            | {DOCUMENT: START + paragraph(SENTENCE) + END}
        ),
    ),
    "docx: links to elsewhere": (
        "加强",
        lambda: packed(
            {DOCUMENT: START + paragraph(SENTENCE) + END}
            | {
                "word/_rels/document.xml.rels": '<Relationships><Relationship Id="a" TargetMode="External" '
                'Type="x/attachedTemplate" Target="\\\\host.invalid\\a.dotm"/></Relationships>'
            }
        ),
    ),
    "docx: a huge picture": (
        "加强",
        lambda: packed(
            {"word/media/a.png": random.Random(2).randbytes(20 * MEGABYTE)}
            | {DOCUMENT: START + paragraph(SENTENCE) + END}
        ),
    ),
    "docx: styles based on themselves": (
        "加强",
        lambda: docx(
            paragraph(SENTENCE, properties='<w:pStyle w:val="a"/>'),
            styles='<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
            '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        ),
    ),
    "docx: 400,000 styles of tables": (
        "加强",
        lambda: docx(
            paragraph(SENTENCE),
            styles='<w:style w:type="table" w:styleId="a"></w:style>' * 400_000,
        ),
    ),
    "docx: 20,000 tables with one in each": (
        "加强",
        lambda: docx(table(row(cell(table(row(cell(SENTENCE)))))) * 20_000),
    ),
    "docx: a note for each of 20,000 marks": ("加强", many_notes),
    "docx: 20,000 open fields": ("加强", open_fields),
    "docx: named as text": ("加强", lambda: docx(paragraph(SENTENCE))),
    "xlsx: a cell in the last corner": ("责任单位", lambda: xlsx(typed("序号", "责任单位") + FAR)),
    "xlsx: a wrong dimension": (
        "加强",
        lambda: xlsx(
            '<sheetData><dimension ref="A1"/>'
            + typed("任务", "单位")
            + typed(SENTENCE) * 9
            + "</sheetData>"
        ),
    ),
    "xlsx: cells merged over the whole sheet": (
        "加强",
        lambda: xlsx(
            "<sheetData>"
            + typed(SENTENCE, "单位") * 3_000
            + "</sheetData>"
            + "<mergeCells>"
            + '<mergeCell ref="B1:XFD1048576"/>' * 100
            + "</mergeCells>"
        ),
    ),
    "xlsx: strings that are not there": (
        "加强",
        lambda: xlsx(
            typed(SENTENCE) + '<row><c t="s"><v>999999999</v></c><c t="s"><v>x</v></c></row>'
        ),
    ),
    "doc: a class of its own": ("加强", lambda: old_word(SENTENCE + "\r")),
    "rtf: never closed": ("加强", lambda: rich(SENTENCE)[:-1]),
    "rtf: a million unknown words": (
        "加强",
        lambda: rich(SENTENCE)[:-1] + b"\\abc1" * 500_000 + b"}",
    ),
    "html: a hundred thousand open divisions": (
        "加强",
        lambda: f"<html><p>{SENTENCE}".encode() + b"<div>" * 100_000,
    ),
    "html: cells over a thousand rows and columns": (
        "加强",
        lambda: (
            f"<table><tr><td>{SENTENCE}<td>乙".encode()
            + b"<tr><td colspan=999 rowspan=999>x" * 2_000
        ),
    ),
    "mht: a page in the wrong encoding": (
        "加强",
        lambda: mail(
            b"Content-Type: text/html; charset=none\r\n\r\n<p>" + SENTENCE.encode("gb18030")
        ),
    ),
    "pdf: a page of a thousand miles": (
        "加强",
        lambda: pdf([(90, 700, 16, SENTENCE)], size=(10**9, 10**9)),
    ),
    "pdf: 10,000 columns made by tabs": (
        "加强",
        lambda: pdf(
            [(90 + 36 * (at % 12), 800 - at // 12 % 100 * 7, 6, "加强") for at in range(10_000)]
        ),
    ),
    "pdf: 30,000 rules": (
        "加强",
        lambda: pdf([(90, 700, 16, SENTENCE)], extra="9 9 m 99 9 l S 9 9 m 9 99 l S " * 15_000),
    ),
    "ofd: steps by the thousand million": (
        "加强",
        lambda: ofd(
            f'<ofd:TextObject ID="1" Boundary="9 9 99 9" Size="5"><ofd:TextCode X="0" Y="5" '
            f'DeltaX="g 1000000000 5">{SENTENCE}</ofd:TextCode></ofd:TextObject>'
        ),
    ),
    "ofd: letters the size of a town": ("加强", lambda: ofd([(0, 0, 10**7, SENTENCE)])),
    "text: named as Word": ("加强", lambda: SENTENCE.encode("gb18030")),
    "text: a line of a million characters": ("加强", lambda: (SENTENCE * 50_000).encode()),
}
