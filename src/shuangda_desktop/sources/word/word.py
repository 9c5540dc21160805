"""Word documents (.docx), read from their XML: numbers, tracked changes, controls, boxes, tables.

How a table becomes lines, which the plan's table reader relies on:
- one row is one line of raw and one Block of kind ROW; its cells are parted by TAB;
- every row has as many cells as the table has grid columns: a cell that spans columns stands in its
  first one, the others are empty; a cell merged downwards stands in its first row, and in the rows it
  covers only where its column tells units or times (merged.py);
- a paragraph break inside a cell is U+2028; a table inside a cell becomes such lines, its cells parted
  by a blank;
- a table of one column is a frame: its paragraphs are ordinary lines.
Footnotes and text boxes are Blocks of kind NOTE, boxes after their paragraph, notes at the end.
"""

import hashlib
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from lxml import etree

from shuangda_desktop.sources.border.gate import open_container, read_part, refuse
from shuangda_desktop.sources.lines import (
    Line,
    blocks_of_lines,
    bounded,
    columns_kept,
    note_line,
)
from shuangda_desktop.sources.merged import filled_down
from shuangda_desktop.sources.word.chunks import Chunks
from shuangda_desktop.sources.word.inline import Story
from shuangda_desktop.sources.word.numbering import Numbering, W, read_numbering, value, whole
from shuangda_desktop.sources.word.parts import parse_xml
from shuangda_desktop.sources.word.struck import DELETED, doubts_of, placed, warnings_of
from shuangda_desktop.sources.word.styles import Styles, number_of, read_styles
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.source import CELL_BREAK, LINE_IN_CELL, BlockKind, SourceText, Unsure

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WRAPPERS = {
    W + name
    for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink")
}
_MOST_COLUMNS = 63  # Word's own limit
_KEYED = re.compile(  # a row of a table inside a cell that says of itself what it tells
    "^([\u4e00-\u9fff]{2,6}(?:单位|部门|时限|时间|期限))\t(?=[^\t]{1,999}$)"
)
_HIDDEN = "文档含有隐藏文字,没有读入;如需要请在WPS中显示后再导入。"
_EMBEDDED = "文档中嵌有另一份文档,其内容没有读入;请在WPS中打开并另存后再导入。"


def read_word(content: bytes, name: str, whole: bool = True) -> SourceText:
    """The text of a .docx file; documents put into it are read where it is ``whole`` itself."""
    with open_container(content) as archive:
        document = _Document.open(archive)
        document.chunks = document.chunks if whole else None
        lines, struck, unsure = _gathered(document)
    blocks = tuple(blocks_of_lines(lines))
    return SourceText(
        raw="\n".join(text for text, _ in lines),
        blocks=blocks,
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        format="docx",
        content=content,
        warnings=(*document.warnings(), *warnings_of(struck)),
        doubts=(*doubts_of(struck, blocks), *placed(unsure, blocks)),
    )


def _gathered(
    document: "_Document",
) -> tuple[list[Line], list[tuple[int, str]], list[tuple[int, Unsure]]]:
    """The lines of a document, and for each that lost words to tracked changes its number and those.

    Last the numbers of the lines that the documents in it have doubts at, with these.
    """
    lines: list[Line] = []
    struck: list[tuple[int, str]] = []
    unsure: list[tuple[int, Unsure]] = []
    lost = document.story.struck  # what is deleted before a line is made of the rest
    for line in bounded(chain(document.lines(), document.notes())):
        lines.append(line)
        unsure += [(len(lines) - 1, one) for one in document.unsure]
        document.unsure.clear()
        if lost:
            struck.append((len(lines) - 1, "".join(lost)))
            lost.clear()
    if lost and lines:
        struck.append((len(lines) - 1, "".join(lost)))
    return lines, struck, unsure


@dataclass(slots=True)
class _Document:
    body: etree._Element
    styles: Styles
    numbering: Numbering
    story: Story
    note_parts: dict[str, etree._Element | None]
    joined: str = ""  # text of a paragraph whose mark was deleted: it goes on in the next
    embedded: bool = False
    chunks: Chunks | None = None
    told: list[str] = field(default_factory=list)  # by the documents in it
    unsure: list[Unsure] = field(default_factory=list)  # what they doubt in the next line

    @classmethod
    def open(cls, archive: zipfile.ZipFile) -> "_Document":
        main = _main_part(archive)
        root = parse_xml(read_part(archive, main))
        body = None if root is None else root.find(W + "body")
        if body is None:
            raise refuse()
        parts = {n: _beside(archive, main, n) for n in ("numbering", "footnotes", "endnotes")}
        styles = read_styles(read_part(archive, _name_beside(main, "styles")))
        links = {name: each[0] for name, each in styles.lists.items()}
        return cls(
            body=body,
            styles=styles,
            numbering=read_numbering(parts["numbering"], links),
            story=Story(styles.hidden),
            note_parts={"footnote": parts["footnotes"], "endnote": parts["endnotes"]},
            chunks=Chunks(archive, main, parse_xml(read_part(archive, _relations_of(main)))),
        )

    def lines(self) -> Iterator[Line]:
        yield from self._content(self.body)
        if self.joined:
            yield self.joined, BlockKind.PARAGRAPH

    def notes(self) -> Iterator[Line]:
        """Footnotes and endnotes, in the order of their marks."""
        notes = {
            (kind, value(note, "id")): note
            for kind, root in self.note_parts.items()
            for note in ([] if root is None else root.findall(W + kind))
        }
        for mark in list(self.story.notes):
            note = notes.pop(mark, None)  # once, however many marks lead to it
            if note is not None:
                yield from (note_line(text) for text, _ in self._content(note) if text)

    def warnings(self) -> Iterator[str]:
        if self.story.hidden:
            yield widen(_HIDDEN)
        if self.embedded:
            yield widen(_EMBEDDED)
        yield from self.told

    def _content(self, parent: etree._Element) -> Iterator[Line]:
        for node in parent:
            if node.tag == W + "p":
                yield from self._paragraph(node)
            elif node.tag == W + "tbl":
                yield from self._table(node)
            elif node.tag == W + "altChunk":
                yield from self._chunk(str(node.get(_RELATION, "")))
            elif node.tag in _WRAPPERS:
                yield from self._content(node)

    def _chunk(self, relation: str) -> Iterator[Line]:
        """The lines of a document that was put into this one."""
        chunk = self.chunks.read(relation) if self.chunks else None
        if chunk is None:
            self.embedded = True
            return
        self.told += chunk.warnings
        for block in chunk.blocks:
            self.unsure += [one for one in chunk.doubts if one.span == block.span]
            yield chunk.raw[block.span.start : block.span.end], block.kind

    def _paragraph(self, node: etree._Element) -> Iterator[Line]:
        text = self.story.text_of(node)
        boxes, self.story.boxes = self.story.boxes, []
        properties = node.find(W + "pPr")
        if properties is not None and is_deleted(properties.find(W + "rPr")):
            self.joined += text
        else:
            whole_text = self._label(properties) + self.joined + text
            self.joined = ""
            lines = map(columns_kept, whole_text.split("\n"))
            yield from ((line, BlockKind.PARAGRAPH) for line in lines)
        for box in boxes:
            yield from ((line, BlockKind.NOTE) for line, _ in self._content(box) if line)

    def _label(self, properties: etree._Element | None) -> str:
        own = None if properties is None else properties.find(W + "numPr")
        style = value(None if properties is None else properties.find(W + "pStyle"))
        holder, list_id, level = self.styles.list_of(style or self.styles.default)
        if own is not None:
            own_list, own_level = number_of(own)
            list_id, level = own_list or list_id, own_level if own_level is not None else level
        if level is None:
            level = self.numbering.style_levels.get((list_id, holder), 0)
        label = self.numbering.label(list_id, level)
        return label + " " if label[-1:].isalnum() else label

    def _table(self, table: etree._Element) -> Iterator[Line]:
        rows = [self._cells(row) for row in _children(table, "tr") if not self._is_struck(row)]
        width = max((start + span for row in rows for start, span, _ in row), default=0)
        if width <= 1:
            for row in rows:
                for _, _, cell in row:
                    yield from self._content(cell)
            return
        covered = {
            (number, start)
            for number, row in enumerate(rows)
            for start, _, cell in row
            if _continues(cell)
        }
        texts = (self._texts(row, width) for row in rows)
        for cells in filled_down(texts, covered):
            yield CELL_BREAK.join(cells), BlockKind.ROW

    def _texts(self, row: Sequence[tuple[int, int, etree._Element]], width: int) -> list[str]:
        cells = [""] * width
        for start, _, cell in row:
            cells[start] = "" if _continues(cell) else self._cell_text(cell)
        return cells

    def _is_struck(self, row: etree._Element) -> bool:
        """Whether a tracked change deleted a row, whose words are kept for the clerk then."""
        properties = row.find(W + "trPr")
        if properties is None or not is_deleted(properties):
            return False
        if properties.find(DELETED) is not None:
            self.story.strike(row)
        return True

    def _cells(self, row: etree._Element) -> list[tuple[int, int, etree._Element]]:
        """(first grid column, columns, cell) for each cell of a row."""
        cells, at = [], whole(value(row.find(f"{W}trPr/{W}gridBefore")), 0)
        for cell in _children(row, "tc"):
            span = max(whole(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1), 1)
            if at + span > _MOST_COLUMNS:
                raise refuse()
            cells.append((at, span, cell))
            at += span
        return cells

    def _cell_text(self, cell: etree._Element) -> str:
        texts = (_KEYED.sub("\\1\uff1a", text) for text, _ in self._content(cell))
        lines = [text.replace(CELL_BREAK, " ") for text in texts]
        if self.joined:  # a deleted mark at the end of a cell has no paragraph to go on in
            lines, self.joined = [*lines, self.joined], ""
        return LINE_IN_CELL.join(lines).strip(LINE_IN_CELL)


def is_deleted(properties: etree._Element | None) -> bool:
    """Whether a tracked change deleted the paragraph mark or the row."""
    if properties is None:
        return False
    return any(properties.find(W + name) is not None for name in ("del", "moveFrom"))


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and value(merge) != "restart"


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also inside content controls and tracked inserts."""
    for node in parent:
        if node.tag == W + name:
            yield node
        elif node.tag in _WRAPPERS:
            yield from _children(node, name)


def _main_part(archive: zipfile.ZipFile) -> str:
    """The name of the main part: not every program calls it document.xml."""
    relations = parse_xml(read_part(archive, "_rels/.rels"))
    for relation in [] if relations is None else relations:
        if str(relation.get("Type", "")).endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _beside(archive: zipfile.ZipFile, main: str, name: str) -> etree._Element | None:
    return parse_xml(read_part(archive, _name_beside(main, name)))


def _name_beside(main: str, name: str) -> str:
    return posixpath.join(posixpath.dirname(main), f"{name}.xml")


def _relations_of(part: str) -> str:
    """Where the relations of a part are kept."""
    return posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
