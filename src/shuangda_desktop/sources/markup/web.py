"""Saved web pages: the visible lines of an HTML file. What is page decoration is repair's affair."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.lines import columns_kept
from shuangda_desktop.sources.markup.listing import Listing
from shuangda_desktop.sources.merged import filled_down
from shuangda_desktop.sources.plain import decode
from shuangda_desktop.text.mapped import Span
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import CELL_BREAK, LINE_IN_CELL, Block, BlockKind, SourceText

_HIDDEN = {
    "script",
    "style",
    "head",
    "noscript",
    "template",
    "rt",
    "rp",
    "select",
    "button",
    "svg",
    "del",
}
_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section",
    "article", "header", "footer", "nav", "main", "form", "center", "pre", "blockquote", "table",
    "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "fieldset", "aside", "body",
}  # fmt: skip
_BLANKS = re.compile("[ \t\r\n\x0c]{1,1000000}")
_CHARSET = re.compile(rb"charset\s{0,8}=\s{0,8}[\"']?\s{0,8}([\w-]{2,20})", re.I)
_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^>]{0,200}\?>")
_BREAK = "\x00"  # no page holds it: the parser refuses it
_LONGEST_CELL = 2_000
_MOST_BELOW = 50_000  # places that cells from above cover, of one table
_MOST_COLUMNS = 63
_WIDEST = 500  # columns that cells over several rows may push others to

Line = tuple[str, BlockKind]


def read_page(content: bytes, name: str) -> SourceText:
    """The text of an HTML file, tables as rows of cells."""
    text, encoding = _decode(content)
    return page_of(text, content, name, encoding)


def page_of(text: str, content: bytes, name: str, encoding: str) -> SourceText:
    """The text of markup that is decoded already, as it comes from a clipboard."""
    # where markup stands in a text of lines, the lines around it are meant
    typed = not text.lstrip().startswith("<")
    lines = [line for line in _lines(_root(text), typed) if line[0].strip()]
    return SourceText(
        raw="\n".join(line for line, _ in lines),
        blocks=tuple(_blocks(lines)),
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="html",
        encoding=encoding,
        content=content,
    )


def _decode(content: bytes) -> tuple[str, str]:
    """What the page declares, where that fits without a loss; else what the bytes say."""
    declared = _CHARSET.search(content[:4096])
    wanted = declared[1].decode("ascii", "replace").lower() if declared else ""
    wanted = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(wanted, wanted)
    try:
        return content.decode(wanted or "utf-8").removeprefix("\ufeff"), wanted or "utf-8"
    except (LookupError, UnicodeError):
        decoded = decode(content)
        return decoded.text, decoded.encoding


def _root(text: str) -> etree._Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        # a declared encoding contradicts text that is already decoded
        return html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(
            widen("这个网页文件是空的或已损坏,没有导入。请在浏览器中复制正文后粘贴导入。")
        ) from error


def _blocks(lines: list[Line]) -> Iterator[Block]:
    at = 0
    for text, kind in lines:
        yield Block(Span(at, at + len(text)), kind)
        at += len(text) + 1


def _lines(root: etree._Element, as_typed: bool = False) -> list[Line]:
    page = _Page([], [], as_typed)
    page.walk(root)
    page.end_line()
    return page.lines


@dataclass(slots=True)
class _Page:
    lines: list[Line]
    buffer: list[str]
    as_typed: bool = False  # inside an element whose line breaks are meant
    listing: Listing = field(default_factory=Listing)
    label: str = ""  # of the item that begins: it stands before its first text

    def end_line(self) -> None:
        """Close the line that is being gathered."""
        gathered = "".join(self.buffer)
        if gathered.strip():
            gathered = self.label + gathered.lstrip() if self.label else gathered
            self.label = ""
        for text in gathered.split(_BREAK):
            line = columns_kept(_BLANKS.sub(_blank, text).strip(" "))
            self.lines.append((line, BlockKind.PARAGRAPH))
        self.buffer = []

    def _add(self, text: str | None) -> None:
        self.buffer.append((text or "").replace("\n", _BREAK if self.as_typed else " "))

    def walk(self, node: etree._Element) -> None:
        """Gather the visible text of an element, a line for each block."""
        if not isinstance(node.tag, str) or node.tag in _HIDDEN or _is_hidden(node):
            return
        if node.tag == "br":
            self.end_line()
            return
        rows = _rows(node) if node.tag == "table" else []
        if _is_data(rows):
            self.end_line()
            self.lines += [(text, BlockKind.ROW) for text in _row_texts(rows)]
            return
        self._walk_inside(node)

    def _walk_inside(self, node: etree._Element) -> None:
        if node.tag in _BLOCKS:
            self.end_line()
        around, self.as_typed = self.as_typed, self.as_typed or node.tag == "pre"
        self.label = self.listing.label(node) or self.label
        self._add(node.text)
        for child in node:
            self.walk(child)
            self._add(child.tail)
        self.as_typed = around
        if node.tag in _BLOCKS:
            self.end_line()
        if node.tag == "li":
            self.label = ""


def _blank(found: re.Match[str]) -> str:
    """What blanks in the markup are on the page; tabs alone are columns made by hand."""
    return found[0] if not found[0].strip(CELL_BREAK) else " "


def _is_hidden(node: etree._Element) -> bool:
    style = re.sub(r"\s", "", str(node.get("style", "")).lower())
    return node.get("hidden") is not None or "display:none" in style or "mso-hide:all" in style


def _rows(table: etree._Element) -> list[list[etree._Element]]:
    """The cells of each row of this table, not of tables within it."""
    rows = []
    for part in table:
        found = part if part.tag in {"tbody", "thead", "tfoot"} else [part]
        rows += [[c for c in row if c.tag in {"td", "th"}] for row in found if row.tag == "tr"]
    return rows


def _is_data(rows: list[list[etree._Element]]) -> bool:
    """Whether a table holds data; one of a single column, or with long cells, is a frame."""
    cells = [cell for row in rows for cell in row]
    if max((len(row) for row in rows), default=0) < 2:
        return False
    return all(c.find(".//table") is None and _size(c) <= _LONGEST_CELL for c in cells)


def _size(cell: etree._Element) -> int:
    return sum(len(text) for text in cell.itertext())


def _row_texts(rows: list[list[etree._Element]]) -> Iterator[str]:
    """Rows as lines; a cell over several columns leaves the others it covers empty."""
    covered: set[tuple[int, int]] = set()
    for cells in filled_down(_placed(rows, covered), covered):
        yield CELL_BREAK.join(cells)


def _placed(rows: list[list[etree._Element]], below: set[tuple[int, int]]) -> Iterator[list[str]]:
    """The cells of each row in their columns; the places that cells from above cover are noted."""
    covered: dict[int, int] = {}
    for number, row in enumerate(rows):
        cells: list[str] = []
        for cell in row:
            while covered.get(len(cells), 0) > 0:
                _leave(cells, number, covered, below)
            if len(cells) >= _WIDEST:
                break
            down, across = _spans(cell)
            for column in range(len(cells), len(cells) + across):
                covered[column] = down - 1
            cells += [_cell_text(cell), *[""] * (across - 1)]
        while covered.get(len(cells), 0) > 0:
            _leave(cells, number, covered, below)
        yield cells


def _leave(
    cells: list[str], number: int, covered: dict[int, int], below: set[tuple[int, int]]
) -> None:
    """An empty cell, where one from above reaches down."""
    if len(below) < _MOST_BELOW:
        below.add((number, len(cells)))
    covered[len(cells)] -= 1
    cells.append("")


def _spans(cell: etree._Element) -> tuple[int, int]:
    sizes = [str(cell.get(name, "1")) for name in ("rowspan", "colspan")]
    down, across = (int(s) if s.isdecimal() and len(s) < 4 else 1 for s in sizes)
    return max(down, 1), min(max(across, 1), _MOST_COLUMNS)


def _cell_text(cell: etree._Element) -> str:
    texts = [text.replace(CELL_BREAK, " ") for text, _ in _lines(cell)]
    return LINE_IN_CELL.join(text for text in texts if text)
