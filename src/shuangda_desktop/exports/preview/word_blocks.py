"""A Word document as blocks: paragraphs with their runs, tables with their cells, sections with their page."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from shuangda_desktop.exports.preview.lines import Run
from shuangda_desktop.exports.preview.word_look import TWIP, Element, Shape, Styles, W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PAGE_NUMBER = "\ue000"  # stands for the number of the page; no font has a letter there
PAGE_BREAK = "\ue001"
_SCRIPTS = re.compile("[!-~\u00a0-\u024f]+|[^!-~\u00a0-\u024f]+")
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is to be set; ``size`` is the type of an empty one."""

    shape: Shape
    runs: tuple[Run, ...]
    size: float

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``span`` columns wide."""

    paragraphs: tuple[Paragraph, ...]
    span: int = 1
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: widths of its columns in points, its rows, how many of them are repeated on each page."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    headers: int
    outlined: bool


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Edge:
    """What stands at the head or the foot of pages: of the first, of odd and of even ones."""

    first: tuple[Paragraph, ...] = ()
    odd: tuple[Paragraph, ...] = ()
    even: tuple[Paragraph, ...] = ()

    def of(self, number: int, *, is_first: bool) -> tuple[Paragraph, ...]:
        """That of one page."""
        return self.first if is_first else self.even if number % 2 == 0 else self.odd


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on one kind of page, lengths in points; ``head`` and ``foot`` count from the paper's edge."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    head: float
    foot: float
    blocks: tuple[Block, ...]
    heads: Edge
    feet: Edge
    has_own_first: bool  # page


def read_sections(path: Path) -> tuple[Section, ...]:
    """The sections of a document that was written here, or from a template of the office."""
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        parts = {n: package.read(n) for n in names if n.endswith((".xml", ".rels"))}
    styles = Styles(_root(parts.get("word/styles.xml", b"<none/>")))
    reader = _Reader(styles, parts)
    return tuple(reader.sections(_root(parts["word/document.xml"])))


class _Reader:
    """Reads the parts of one package."""

    def __init__(self, styles: Styles, parts: dict[str, bytes]) -> None:
        self._styles, self._parts = styles, parts
        links = _root(parts.get("word/_rels/document.xml.rels", b"<none/>"))
        self._links = {link.get("Id"): link.get("Target") for link in links}
        settings = _root(parts.get("word/settings.xml", b"<none/>"))
        self._two_sided = settings.find(f"{W}evenAndOddHeaders") is not None

    def sections(self, document: Element) -> Iterator[Section]:
        """The sections: each ends with the paragraph that holds its page, the last with the body."""
        body = document.find(f"{W}body")
        gathered: list[Block] = []
        for child in body if body is not None else ():
            if child.tag == f"{W}p":
                gathered.append(self._paragraph(child))
                page = child.find(f"{W}pPr/{W}sectPr")
                if page is not None:
                    yield self._section(page, gathered)
                    gathered = []
            elif child.tag == f"{W}tbl":
                gathered.append(self._table(child))
            elif child.tag == f"{W}sectPr":
                yield self._section(child, gathered)

    def _section(self, page: Element, blocks: Sequence[Block]) -> Section:
        size, margins = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
        return Section(
            width=_length(size, "w", 11906),
            height=_length(size, "h", 16838),
            top=_length(margins, "top", 1440),
            bottom=_length(margins, "bottom", 1440),
            left=_length(margins, "left", 1800),
            right=_length(margins, "right", 1800),
            head=_length(margins, "header", 720),
            foot=_length(margins, "footer", 720),
            blocks=tuple(blocks),
            heads=self._edge(page, "headerReference"),
            feet=self._edge(page, "footerReference"),
            has_own_first=page.find(f"{W}titlePg") is not None,
        )

    def _edge(self, page: Element, name: str) -> Edge:
        odd = self._part(page, name, "default")
        even = self._part(page, name, "even") if self._two_sided else odd
        return Edge(self._part(page, name, "first"), odd, even)

    def _part(self, page: Element, wanted: str, kind: str) -> tuple[Paragraph, ...]:
        for reference in page.iter(f"{W}{wanted}"):
            name = f"word/{self._links.get(reference.get(f'{R}id'))}"
            if reference.get(f"{W}type") == kind and name in self._parts:
                root = _root(self._parts[name])
                return tuple(self._paragraph(p) for p in root.iter(f"{W}p"))
        return ()

    def _paragraph(self, paragraph: Element) -> Paragraph:
        runs = tuple(r for run in paragraph.iter(f"{W}r") for r in self._runs(paragraph, run))
        if _has_page_field(paragraph):
            runs = _with_number(runs)
        return Paragraph(
            self._styles.shape(paragraph), runs, self._styles.face(paragraph, None).size
        )

    def _runs(self, paragraph: Element, run: Element) -> Iterator[Run]:
        chinese = self._styles.face(paragraph, run)
        latin = self._styles.face(paragraph, run, latin=True)
        for found in _SCRIPTS.finditer(_text(run)):
            yield Run(found.group(), latin if found.group()[0] in _LATIN else chinese)

    def _table(self, table: Element) -> Table:
        grid = tuple(_length(column, "w", 0) for column in table.iter(f"{W}gridCol"))
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        return Table(
            grid,
            tuple(tuple(map(self._cell, row.findall(f"{W}tc"))) for row in rows),
            heads.index(False) if False in heads else len(heads),
            table.find(f"{W}tblPr/{W}tblBorders") is not None
            or table.find(f"{W}tblPr/{W}tblStyle") is not None,
        )

    def _cell(self, cell: Element) -> Cell:
        look = cell.find(f"{W}tcPr")
        span = look.find(f"{W}gridSpan") if look is not None else None
        middle = look.find(f"{W}vAlign") if look is not None else None
        return Cell(
            tuple(map(self._paragraph, cell.findall(f"{W}p"))),
            int(span.get(f"{W}val") or 1) if span is not None else 1,
            middle is not None and middle.get(f"{W}val") == "center",
        )


_LATIN = frozenset(map(chr, (*range(0x21, 0x7F), *range(0xA0, 0x250))))


def _text(run: Element) -> str:
    found = ""
    for child in run:
        if child.tag == f"{W}t":
            found += child.text or ""
        elif child.tag == f"{W}tab":
            found += "\t"
        elif child.tag in (f"{W}br", f"{W}cr"):
            found += PAGE_BREAK if child.get(f"{W}type") == "page" else "\n"
    return found


def _has_page_field(paragraph: Element) -> bool:
    told = [*paragraph.iter(f"{W}instrText")]
    return any("PAGE" in (one.text or "") for one in told) or any(
        "PAGE" in (one.get(f"{W}instr") or "") for one in paragraph.iter(f"{W}fldSimple")
    )


def _with_number(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The number that was written last time gives way to that of the page."""
    return tuple(Run(PAGE_NUMBER, run.face) if run.text.strip().isdigit() else run for run in runs)


def _length(part: Element | None, name: str, usual: float) -> float:
    told = part.get(f"{W}{name}") if part is not None else None
    return float(told or usual) * TWIP


def _root(xml: bytes) -> Element:
    return etree.fromstring(xml, _PARSER)
