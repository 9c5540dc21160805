"""What hostile files are made of."""

import struct
import zlib

from sources.making import W, docx, packed, paragraph, run
from sources.making_binary import OFD, ofd, ole, pdf_of, record, stream
from sources.making_zip import zeros

MEGABYTE = 1024 * 1024
DOCUMENT = "word/document.xml"
START, END = f'<w:document xmlns:w="{W}"><w:body>', "</w:body></w:document>"
SENTENCE = "一、加强市场监管。\uff08市市场监管局负责\uff09"


def with_type(declaration, body="<w:p/>", encoding="utf-8"):
    """A .docx whose main part declares a document type."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{START}{body}{END}'
    return packed({DOCUMENT: text.encode(encoding)})


LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def rich(text):
    """Rich text around a text."""
    shown = "".join(c if c < "\x80" else f"\\u{ord(c)}?" for c in text)
    return ("{\\rtf1\\ansi\\ansicpg936 " + shown + "\\par}").encode("ascii")


def locked_sheet():
    """A workbook with a password: the record that says so stands right after the first."""
    start = record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 0, 0, 0))
    return ole({"Workbook": start + record(0x2F, bytes(54)) + record(0x0A)})


def locked_pdf():
    """A PDF with a password."""
    lock = (
        f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>"
        f"/ID[<{'43' * 16}><{'43' * 16}>]"
    )
    return pdf_of(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"], lock)


def looping_ole(content):
    """A compound file whose first stream never ends."""
    content = bytearray(content)
    at = len(content) - 512
    content[at : at + 4] = struct.pack("<I", 0)
    return bytes(content)


def pages_of_pdf(tree, content="", more=()):
    """A PDF with a tree of pages of its own."""
    return pdf_of(["<</Type/Catalog/Pages 2 0 R>>", tree, stream(content), *more])


ONE_PAGE = "<</Type/Pages/Kids[4 0 R]/Count 1>>"
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<<{}>>>>"


def bomb_pdf():
    """A page whose content unpacks to 600 megabytes."""
    content = stream(zeros(600 * MEGABYTE, zlib.MAX_WBITS), "/Filter/FlateDecode")
    return pdf_of(["<</Type/Catalog/Pages 2 0 R>>", ONE_PAGE, content, PAGE.format("")])


def drawn_in_itself():
    """A form that draws itself."""
    form = stream(
        "/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    )
    return pages_of_pdf(ONE_PAGE, "/X Do", [PAGE.format("/XObject<</X 5 0 R>>"), form])


def scanned_pdf():
    """A page that is one picture."""
    picture = stream(
        b"\xff" * 64,
        "/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray",
    )
    return pages_of_pdf(
        ONE_PAGE, "q 500 0 0 700 50 50 cm /X Do Q", [PAGE.format("/XObject<</X 5 0 R>>"), picture]
    )


def many_notes():
    """Marks of notes by the thousand, and as many notes."""
    marks = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(20_000))
    notes = "".join(f'<w:footnote w:id="{n}"><w:p/></w:footnote>' for n in range(20_000))
    return docx(f"<w:p>{run(SENTENCE)}{marks}</w:p>", footnotes=notes)


def open_fields():
    """Fields that begin and never end, then text."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return docx(paragraph(SENTENCE), f"<w:p>{begin * 20_000}{run('甲') * 20_000}</w:p>")


def mail(*parts):
    """A web page archive of parts."""
    inner = b"".join(b"--b\r\n" + part + b"\r\n" for part in parts)
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    return head + inner + b"--b--"


def nested_mail(depth):
    """Archives in archives."""
    inner = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n)
        for n in range(depth)
    )
    return b"MIME-Version: 1.0\r\n" + inner


def drawing_itself_ofd():
    """An OFD object that is made of itself."""
    resource = (
        f'<ofd:Res {OFD}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7"><ofd:Content>'
        + '<ofd:CompositeObject ResourceID="7"/>' * 9
        + "</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    return ofd('<ofd:CompositeObject ResourceID="7"/>', **{"Doc_0/Res.xml": resource})
