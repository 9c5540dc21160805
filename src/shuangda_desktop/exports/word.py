"""The raw XML of Word: runs, paragraphs, tables, sections and the parts of the package.

Elements are made by lxml directly and rows are copies of a prototype: python-docx needs twenty times
as long for a table. Children stand in the order of the schema, otherwise Word asks for a repair.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from shuangda_desktop import paths

Element = etree._Element
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML: Final = "http://www.w3.org/XML/1998/namespace"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_LINKS: Final = f"{_PACKAGE}/relationships"
_TYPES: Final = f"{_PACKAGE}/content-types"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BREAKS = re.compile("([\n\t])")

TEMPLATES = {  # part of the package: (file of resources/templates, content type, id of relation, kind)
    "word/styles.xml": ("styles.xml", f"{_TYPE}.styles+xml", "rId1", "styles"),
    "word/settings.xml": ("settings.xml", f"{_TYPE}.settings+xml", "rId2", "settings"),
    "word/fontTable.xml": ("fontTable.xml", f"{_TYPE}.fontTable+xml", "rId3", "fontTable"),
    "word/footer1.xml": ("footer_odd.xml", f"{_TYPE}.footer+xml", "rId4", "footer"),
    "word/footer2.xml": ("footer_even.xml", f"{_TYPE}.footer+xml", "rId5", "footer"),
}
FOOTERS = {"default": "rId4", "even": "rId5"}

# Twips. The text area is 156 x 225 mm; lying, the sheet is turned with its margins.
UPRIGHT = {"w": 11906, "h": 16838}
LYING = {"w": 16838, "h": 11906, "orient": "landscape"}
MARGINS = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1417}
LYING_MARGINS = {
    "top": 1587,
    "right": 1984,
    "bottom": 1474,
    "left": 2098,
    "header": 851,
    "footer": 907,
}
TEXT_WIDTH = 8845  # 156 mm
IMPRINT_AIR = 80  # twips between the text of an imprint and the rule below it
THICK, FINE = 8, 6  # eighths of a point: 0.35 and 0.25 mm
LINE_PITCH = 579  # 580 would leave 21 lines: 22 x 29 pt is more than 225 mm


def element(name: str, **attributes: object) -> Element:
    """An element of WordprocessingML with attributes of the same namespace."""
    made = etree.Element(f"{{{W}}}{name}", nsmap={"w": W})
    for key, value in attributes.items():
        made.set(f"{{{W}}}{key}", str(value))
    return made


def add(parent: Element, name: str, **attributes: object) -> Element:
    """A new last child."""
    child = etree.SubElement(parent, f"{{{W}}}{name}")
    for key, value in attributes.items():
        child.set(f"{{{W}}}{key}", str(value))
    return child


def paragraph(style: str, *, keeps_next: bool = False) -> Element:
    """An empty paragraph; its properties are its first child."""
    made = element("p")
    look = add(made, "pPr")
    add(look, "pStyle", val=style)
    if keeps_next:
        add(look, "keepNext")
    return made


def gap(style: str, twips: int) -> Element:
    """An empty paragraph of just this height."""
    made = paragraph(style)
    add(made[0], "snapToGrid", val=0)
    add(made[0], "spacing", line=twips, lineRule="exact")
    return made


def style_of(paragraph: Element) -> str:
    """The style of a paragraph made here."""
    return str(paragraph[0][0].get(f"{{{W}}}val"))


@dataclass(frozen=True, slots=True)
class Form:
    """How a run looks: its face for both scripts, its size (0: the style's), its width in percent."""

    face: str
    size: float = 0
    stretch: int = 100


def run(parent: Element, text: str, form: Form, *, marked: bool = False) -> None:
    """Add a run of text; ``marked`` ones are highlighted."""
    made = add(parent, "r")
    made.append(deepcopy(_look(form, marked)))
    for part in _BREAKS.split(text):
        if part in {"\n", "\t"}:
            add(made, "br" if part == "\n" else "tab")
        elif part:
            written = add(made, "t")
            written.text = part
            written.set(f"{{{XML}}}space", "preserve")


@cache
def _look(form: Form, marked: bool) -> Element:
    """The properties of runs of one form, made but once: most of a document has three or four."""
    look, face = element("rPr"), form.face
    add(look, "rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face, hint="eastAsia")
    if form.stretch != 100:
        add(look, "w", val=form.stretch)
    for name in ("sz", "szCs") if form.size else ():
        add(look, name, val=round(form.size * 2))
    if marked:
        add(look, "highlight", val="yellow")
    return look


def section(*, lying: bool) -> Element:
    """The page of a section: paper, margins, grid and page numbers."""
    made = element("sectPr")
    for kind, target in FOOTERS.items():
        add(made, "footerReference", type=kind).set(f"{{{R}}}id", target)
    add(made, "pgSz", **(LYING if lying else UPRIGHT))
    add(made, "pgMar", **(LYING_MARGINS if lying else MARGINS), gutter=0)
    add(made, "docGrid", type="lines", linePitch=LINE_PITCH)
    return made


def table(widths: Sequence[int]) -> Element:
    """An empty table with thin lines and fixed columns."""
    made = element("tbl")
    look = add(made, "tblPr")
    add(look, "tblW", w=sum(widths), type="dxa")
    add(look, "jc", val="center")
    borders = add(look, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(borders, side, val="single", sz=4, space=0, color="000000")
    add(look, "tblLayout", type="fixed")
    margins = add(look, "tblCellMar")
    for side, twips in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100)):
        add(margins, side, w=twips, type="dxa")
    grid = add(made, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    return made


def imprint(widths: Sequence[int]) -> Element:
    """An empty table with rules above and below and finer ones between."""
    made = element("tbl")
    look = add(made, "tblPr")
    add(look, "tblW", w=sum(widths), type="dxa")
    add(look, "jc", val="center")
    borders = add(look, "tblBorders")
    for side, eighths in (("top", THICK), ("bottom", THICK), ("insideH", FINE)):
        add(borders, side, val="single", sz=eighths, space=0, color="000000")
    add(look, "tblLayout", type="fixed")
    margins = add(look, "tblCellMar")
    for side, twips in (("left", 0), ("bottom", IMPRINT_AIR), ("right", 0)):
        add(margins, side, w=twips, type="dxa")
    grid = add(made, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    return made


def row(
    widths: Sequence[int], styles: Sequence[str], spans: Sequence[int], *, header: bool = False
) -> Element:
    """A row of empty cells that is never torn; ``header`` rows are repeated on every page."""
    made = element("tr")
    look = add(made, "trPr")
    add(look, "cantSplit")
    if header:
        add(look, "tblHeader")
    for width, style, span in zip(widths, styles, spans, strict=True):
        cell = add(made, "tc")
        properties = add(cell, "tcPr")
        add(properties, "tcW", w=width, type="dxa")
        if span > 1:
            add(properties, "gridSpan", val=span)
        add(properties, "vAlign", val="center")
        cell.append(paragraph(style))
    return made


def parts(body: Element, title: str, author: str, made_on: date | None) -> dict[str, bytes]:
    """All parts of a document with this body."""
    document = etree.Element(f"{{{W}}}document", nsmap={"w": W, "r": R})
    document.append(body)
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{R}/officeDocument", "word/document.xml"),
            ("rId2", f"{_LINKS}/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": _bytes(document),
        "word/_rels/document.xml.rels": _relations(
            *(
                (link, f"{R}/{kind}", Path(name).name)
                for name, (_, _, link, kind) in TEMPLATES.items()
            )
        ),
        **{name: _template(file) for name, (file, _, _, _) in TEMPLATES.items()},
        "docProps/core.xml": _core(title, author, made_on),
    }


def _template(file: str) -> bytes:
    return (paths.resources() / "templates" / file).read_bytes()


def _content_types() -> bytes:
    types = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    for extension, content in (("rels", relations), ("xml", "application/xml")):
        etree.SubElement(types, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content)
    named = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        **{name: content for name, (_, content, _, _) in TEMPLATES.items()},
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    for name, content in named.items():
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content)
    return _bytes(types)


def _relations(*targets: tuple[str, str, str]) -> bytes:
    """A part of relations: (id, kind, target)."""
    root = etree.fromstring(f'<Relationships xmlns="{_LINKS}"/>')
    for identity, kind, target in targets:
        etree.SubElement(root, f"{{{_LINKS}}}Relationship", Id=identity, Type=kind, Target=target)
    return _bytes(root)


def _core(title: str, author: str, made_on: date | None) -> bytes:
    dublin, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    instance = "http://www.w3.org/2001/XMLSchema-instance"
    core = f"{_PACKAGE}/metadata/core-properties"
    names = {"cp": core, "dc": dublin, "dcterms": terms, "xsi": instance}
    root = etree.Element(f"{{{core}}}coreProperties", nsmap=names)
    for name, text in (("title", title), ("creator", author), ("language", "zh-CN")):
        etree.SubElement(root, f"{{{dublin}}}{name}").text = text
    for name in ("created", "modified") if made_on else ():
        moment = etree.SubElement(root, f"{{{terms}}}{name}")
        moment.set(f"{{{instance}}}type", "dcterms:W3CDTF")
        moment.text = f"{made_on}T00:00:00Z"
    return _bytes(root)


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
