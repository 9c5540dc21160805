"""The raw XML of Word: runs, paragraphs, tables and sections.

Elements are made by lxml directly and rows are copies of a prototype: python-docx needs twenty times
as long for a table. Children stand in the order of the schema, otherwise Word asks for a repair.
"""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

Element = etree._Element
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML: Final = "http://www.w3.org/XML/1998/namespace"
_DECLARED = (f' xmlns:w="{W}"'.encode(), f' xmlns:r="{R}"'.encode())
_BREAKS = re.compile("([\n\t])")

FOOTERS = {"default": "rId4", "even": "rId5"}  # ids of relations, see word_parts.py
FIRST_HEADER, FIRST_FOOTER = "rId6", "rId7"  # of a letter

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
LETTER_MARGINS = {"header": 1701, "footer": 1134}  # 30 mm to the name, 20 mm to the lower rule
RULE_OUT = {
    "left": -454,
    "right": -340,
}  # 170 mm in the middle of the sheet, beside the text of 156
FOOT_GAP = MARGINS["footer"] - LETTER_MARGINS["footer"]  # lifts the page number to its usual place
THICK = 8  # eighths of a point: 0.35 mm
LINE_PITCH = 579  # 580 would leave 21 lines: 22 x 29 pt is more than 225 mm


class Body:
    """What a document consists of, written out piece by piece.

    One tree of it all is slower to build and to drop the bigger it is; only the last piece is kept as
    an element, for a section ends inside it.
    """

    def __init__(self) -> None:
        self._written: list[bytes] = []
        self._last: Element | None = None

    @property
    def last(self) -> Element:
        """The piece that was added last."""
        assert self._last is not None, "a document begins with a title"
        return self._last

    def add(self, piece: Element) -> None:
        """Add a paragraph, or the properties of the last section."""
        self._write_out()
        self._last = piece

    def add_table(self, empty: Element, rows: Iterable[Element]) -> None:
        """Add a table of these rows."""
        self._write_out()
        start, end, _ = written(empty).rpartition(b"</")
        self._written += [start, *map(written, rows), end + b"w:tbl>"]

    def content(self) -> bytes:
        """All of it, as XML inside an element that declares the namespaces."""
        self._write_out()
        return b"".join(self._written)

    def _write_out(self) -> None:
        if self._last is not None:
            self._written.append(written(self._last))
            self._last = None


def written(piece: Element) -> bytes:
    """An element as XML, without the namespaces that the whole document declares."""
    head, mark, rest = etree.tostring(piece, encoding="UTF-8").partition(b">")
    for declared in _DECLARED:
        head = head.replace(declared, b"")
    return head + mark + rest


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


def paragraph(style: str, *, keeps_next: bool = False, new_page: bool = False) -> Element:
    """An empty paragraph; its properties are its first child."""
    made = element("p")
    look = add(made, "pPr")
    add(look, "pStyle", val=style)
    if keeps_next:
        add(look, "keepNext")
    if new_page:
        add(look, "pageBreakBefore")
    return made


def at_foot(style: str, *, ruled: bool) -> Element:
    """A paragraph in a frame at the foot of the text area; its neighbours share frame and rules.

    A frame and no floating table: LibreOffice puts such a table at the head of the page. No rule
    ``between``: LibreOffice then forgets the frame.
    """
    made = paragraph(style)
    add(
        made[0],
        "framePr",
        w=TEXT_WIDTH,
        wrap="notBeside",
        vAnchor="margin",
        hAnchor="margin",
        xAlign="left",
        yAlign="bottom",
    )
    if ruled:
        borders = add(made[0], "pBdr")
        for side, eighths in (("top", THICK), ("bottom", THICK)):
            add(borders, side, val="single", sz=eighths, space=2, color="000000")
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
    made = copy(_empty_run(form, marked))  # lxml's copy is deep, and quicker than deepcopy
    first, *rest = _BREAKS.split(text) if "\n" in text or "\t" in text else (text,)
    made[1].text = first
    for part in rest:
        if part in {"\n", "\t"}:
            add(made, "br" if part == "\n" else "tab")
        elif part:
            written = add(made, "t")
            written.text = part
            written.set(f"{{{XML}}}space", "preserve")
    if not first:
        made.remove(made[1])
    parent.append(made)


@cache
def _empty_run(form: Form, marked: bool) -> Element:
    """A run of one form, made but once: most of a document has three or four."""
    made, face = element("r"), form.face
    look = add(made, "rPr")
    add(look, "rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face, hint="eastAsia")
    if form.stretch != 100:
        add(look, "w", val=form.stretch)
    for name in ("sz", "szCs") if form.size else ():
        add(look, name, val=round(form.size * 2))
    if marked:
        add(look, "highlight", val="yellow")
    add(made, "t").set(f"{{{XML}}}space", "preserve")
    return made


def section(*, lying: bool, letter: bool = False) -> Element:
    """The page of a section: paper, margins, grid and page numbers; a letter's first page has none."""
    made = etree.Element(f"{{{W}}}sectPr", nsmap={"w": W, "r": R})
    if letter:
        add(made, "headerReference", type="first").set(f"{{{R}}}id", FIRST_HEADER)
    for kind, target in FOOTERS.items():
        add(made, "footerReference", type=kind).set(f"{{{R}}}id", target)
    if letter:
        add(made, "footerReference", type="first").set(f"{{{R}}}id", FIRST_FOOTER)
    add(made, "pgSz", **(LYING if lying else UPRIGHT))
    margins = {**MARGINS, **LETTER_MARGINS} if letter else MARGINS
    add(made, "pgMar", **(LYING_MARGINS if lying else margins), gutter=0)
    if letter:
        add(made, "titlePg")
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


def rule_at_foot(style: str, form: Form) -> Element:
    """A fine rule between two paragraphs of the frame: a tab over the whole width, underlined."""
    made = at_foot(style, ruled=True)
    run(made, "\t", form)
    add(made[-1][0], "u", val="single")
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
