"""Small files of binary and page formats written by hand; none of them is stored."""

import struct

from sources.making import packed

SECTOR = 512
END, FREE = 0xFFFFFFFE, 0xFFFFFFFF


def ole(streams, name_of_class=bytes(16)):
    """A compound file with these streams, each in sectors of its own."""
    body, fat, starts = b"", [], []
    for content in streams.values():
        content = content.ljust(4096, b"\0")
        content += bytes(-len(content) % SECTOR)
        starts.append(len(fat))
        count = len(content) // SECTOR
        fat += [*range(len(fat) + 1, len(fat) + count), END]
        body += content
    directory = _directory(streams, starts)
    first = len(fat)
    count = len(directory) // SECTOR
    fat += [*range(first + 1, first + count), END]
    tables = (len(fat) + 127) // 127
    at = len(fat)
    fat += [0xFFFFFFFD] * tables
    table = b"".join(struct.pack("<I", each) for each in fat).ljust(tables * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + name_of_class
    head += struct.pack("<5H6x9I", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, first, 0, 4096, END, 0, END, 0)
    head += b"".join(struct.pack("<I", at + i if i < tables else FREE) for i in range(109))
    return head + body + directory + table


def _directory(streams, starts):
    entries = [_entry("Root Entry", 5, FREE, 1, END, 0)]
    for number, (name, content) in enumerate(streams.items(), start=1):
        after = number + 1 if number < len(streams) else FREE
        size = max(len(content), 4096)
        entries.append(_entry(name, 2, after, FREE, starts[number - 1], size))
    joined = b"".join(entries)
    return joined + bytes(-len(joined) % SECTOR)


def _entry(name, kind, after, child, start, size):
    text = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16x4x16xIQ", text, len(text), kind, 1, FREE, after, child, start, size
    )


def old_word(text, flags=0, counts=None, clx=None):
    """A .doc whose text is one piece; what the format asks for beside is left out."""
    content = text.encode("utf-16-le")
    stream = bytearray(0x800) + content
    struct.pack_into("<2H", stream, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", stream, 0x0A, flags)
    struct.pack_into("<7I", stream, 0x4C, *(counts or (len(content) // 2, 0, 0, 0, 0, 0, 0)))
    if clx is None:
        plan = struct.pack("<2I", 0, len(content) // 2) + struct.pack("<HIH", 0, 0x800, 0)
        clx = b"\x02" + struct.pack("<I", len(plan)) + plan
    struct.pack_into("<2I", stream, 0x1A2, 0, len(clx))
    return ole({"WordDocument": bytes(stream), "0Table": clx, "1Table": clx})


def record(code, content=b""):
    """One record of an old workbook."""
    return struct.pack("<2H", code, len(content)) + content


def old_sheet(rows, *, extra=b"", name="Sheet1"):
    """An .xls of texts and numbers; ``extra`` are further records of the sheet."""
    start = record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 0, 0, 0))
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    size = len(start) + 4 + 6 + len(title) + 4
    place = record(0x85, struct.pack("<IBB", size, 0, 0) + title)
    cells = b"".join(_cells(number, row) for number, row in enumerate(rows))
    sheet = record(0x809, struct.pack("<4H2I", 0x600, 0x10, 0, 0, 0, 0)) + cells + extra
    return ole({"Workbook": start + place + record(0x0A) + sheet + record(0x0A)})


def _cells(number, row):
    made = b""
    for column, value in enumerate(row):
        place = struct.pack("<3H", number, column, 0)
        if isinstance(value, str):
            text = value.encode("utf-16-le")
            made += record(0x204, place + struct.pack("<HB", len(text) // 2, 1) + text)
        elif value is not None:
            made += record(0x203, place + struct.pack("<d", value))
    return made


def pdf_of(objects, trailer=""):
    """A PDF of numbered objects; the first is its root."""
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        content = content.encode() if isinstance(content, str) else content
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R{trailer}>>\n"
    return body + f"{end}startxref\n{len(body)}\n%%EOF".encode()


def stream(content, entries=""):
    """A stream object of a PDF."""
    content = content.encode() if isinstance(content, str) else content
    return f"<</Length {len(content)}{entries}>>\nstream\n".encode() + content + b"\nendstream"


FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts["
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/DW 1000"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    "/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4>>>>]>>"
)


def printed(lines):
    """Page content: (x, y from the bottom, size, text) for each line."""
    return (
        "BT\n"
        + "".join(
            f"/F {size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj\n"
            for x, y, size, text in lines
        )
        + "ET\n"
    )


def pdf(*pages, size=(595, 842), more="", extra=""):
    """A PDF with these pages, each a list of printed lines or content as it is."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        FONT,
    ]
    for number, page in enumerate(pages):
        content = page if isinstance(page, str) else printed(page) + extra
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]{more}"
            f"/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * number} 0 R>>"
        )
        objects.append(stream(content))
    return pdf_of(objects)


OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(*pages, **parts):
    """An OFD file with these pages, each a list of (x, y, size, text) in millimetres."""
    listed = "".join(
        f'<ofd:Page ID="{number}" BaseLoc="P{number}.xml"/>' for number in range(len(pages))
    )
    files = {
        "OFD.xml": f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        inner = page if isinstance(page, str) else "".join(_placed(*line) for line in page)
        files[f"Doc_0/P{number}.xml"] = (
            f"<ofd:Page {OFD}><ofd:Content><ofd:Layer>{inner}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return packed(files | parts)


def _placed(x, y, size, text):
    steps = f"g {len(text) - 1} {size}" if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y - size} {size * len(text)} {size}" Size="{size}">'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{text}</ofd:TextCode></ofd:TextObject>'
    )


def xlsx(*sheets, strings=(), styles="", attributes=""):
    """An .xlsx whose sheets are XML of rows, or of all that a sheet holds where it begins with <sheet."""
    names = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}" {attributes}/>' for n in range(len(sheets))
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{n}" Target="worksheets/s{n}.xml"/>' for n in range(len(sheets))
    )
    shared = "".join(f"<si><t>{text}</t></si>" for text in strings)
    files = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }
    for number, sheet in enumerate(sheets):
        inner = sheet if sheet.startswith("<sheet") else f"<sheetData>{sheet}</sheetData>"
        files[f"xl/worksheets/s{number}.xml"] = f'<worksheet xmlns="{main}">{inner}</worksheet>'
    return packed(files)


def typed(*texts):
    """A row of an .xlsx with texts in its cells."""
    return (
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
        + "</row>"
    )
