"""Small Word files written by hand, so that input and expected text stand side by side."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def part(name, inner):
    """One part of a document: its root element around ``inner``."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inner}</w:{name}>'


def run(text, properties=""):
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner, properties=""):
    """A paragraph of runs (or of plain texts)."""
    runs = "".join(i if i.startswith("<") else run(i) for i in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def cell(*paragraphs, properties=""):
    """A table cell."""
    inner = "".join(p if p.startswith("<") else paragraph(p) for p in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells, properties=""):
    """A table row of cells (or of plain texts)."""
    inner = "".join(c if c.startswith("<") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows):
    """A table."""
    return "<w:tbl><w:tblPr/>" + "".join(rows) + "</w:tbl>"


def docx(*body, **parts):
    """The bytes of a .docx; further parts by name (styles, numbering, footnotes)."""
    files = {"[Content_Types].xml": "<Types/>"}
    files["word/document.xml"] = part("document", f"<w:body>{''.join(body)}</w:body>")
    files |= {f"word/{name}.xml": part(name, inner) for name, inner in parts.items()}
    return packed(files)


def packed(files):
    """The bytes of a zip archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
