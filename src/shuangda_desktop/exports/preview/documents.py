"""The printed pages of a Word document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from shuangda_desktop.exports.preview.lines import Line, Run, wrapped
from shuangda_desktop.exports.preview.model import Area, Item, Page, Pages, Rule
from shuangda_desktop.exports.preview.word_blocks import (
    PAGE_BREAK,
    PAGE_NUMBER,
    Block,
    Cell,
    Paragraph,
    Section,
    Table,
    read_sections,
)
from shuangda_desktop.exports.preview.word_lines import line_height, line_items, rules

CELL_PAD, CELL_AIR = 4.0, 2.0  # points beside and above the text of a cell
GRID = "000000"
HAIR = 0.1


def document_pages(path: Path) -> Pages:
    """Every page of a document, with its number where the document wants it."""
    pages: list[Page] = []
    for section in read_sections(path):
        for at, items in enumerate(_Flow(section).pages()):
            edges = _edges(section, len(pages) + 1, section.has_own_first and at == 0)
            pages.append(Page(section.width, section.height, (*items, *edges)))
    return tuple(pages)


class _Flow:
    """Fills pages of one section from the top, block by block."""

    def __init__(self, section: Section) -> None:
        self._section = section
        self._pages: list[list[Item]] = [[]]
        self._bottom = section.height - section.bottom
        self._room = section.width - section.left - section.right
        self._y = section.top

    def pages(self) -> list[list[Item]]:
        """The pages of the section."""
        blocks = list(self._section.blocks)
        at = 0
        while at < len(blocks):
            framed = _run_of_foot(blocks[at:])
            if framed:
                self._at_foot(framed)
                at += len(framed)
                continue
            block = blocks[at]
            if isinstance(block, Table):
                self._table(block)
            else:
                self._keep_together(blocks[at:])
                self._paragraph(block)
            at += 1
        return self._pages

    def _turn(self) -> None:
        self._pages.append([])
        self._y = self._section.top

    def _keep_together(self, blocks: Sequence[Block]) -> None:
        """A heading goes on to the next page with the line that follows it."""
        needed = 0.0
        for block in blocks:
            if not isinstance(block, Paragraph):
                break
            lines = self._lines(block)
            pitches = [line_height(block, line) for line in lines]
            needed += block.shape.before + (sum(pitches) if block.shape.keeps_next else pitches[0])
            if not block.shape.keeps_next:
                break
        if blocks and self._y + needed > self._bottom + HAIR and self._pages[-1]:
            self._turn()

    def _paragraph(self, paragraph: Paragraph) -> None:
        if paragraph.shape.new_page and self._pages[-1]:
            self._turn()
        for number, part in enumerate(_parts(paragraph)):
            if number:
                self._turn()
            self._set(part)

    def _set(self, paragraph: Paragraph) -> None:
        shape = paragraph.shape
        self._y += shape.before
        top = self._y
        for line in self._lines(paragraph):
            pitch = line_height(paragraph, line)
            if self._y + pitch > self._bottom + HAIR and self._pages[-1]:
                self._turn()
                top = self._y
            first = line is self._first
            self._pages[-1] += line_items(
                paragraph, line, self._section.left, self._y, self._room, pitch, first
            )
            self._y += pitch
        self._pages[-1] += rules(paragraph, self._section.left, top, self._y, self._room)
        self._y += shape.after + (sum(shape.rule_below[::2]) if shape.rule_below else 0.0)

    def _lines(self, paragraph: Paragraph) -> list[Line]:
        shape = paragraph.shape
        room = self._room - shape.left - shape.right
        lines = wrapped(paragraph.runs, room, room - shape.first)
        self._first = lines[0]
        return lines

    def _at_foot(self, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs that stand together at the foot of the text."""
        heights = [sum(line_height(p, line) for line in self._lines(p)) for p in paragraphs]
        if self._y + sum(heights) > self._bottom + HAIR:
            self._turn()
        y = self._bottom - sum(heights)
        for paragraph, height in zip(paragraphs, heights, strict=True):
            top = y
            for number, line in enumerate(self._lines(paragraph)):
                pitch = line_height(paragraph, line)
                self._pages[-1] += line_items(
                    paragraph, line, self._section.left, y, self._room, pitch, number == 0
                )
                y += pitch
            self._pages[-1] += _foot_rules(paragraph, paragraphs, self._section, top, top + height)

    def _table(self, table: Table) -> None:
        x = self._section.left + max((self._room - sum(table.widths)) / 2, 0)
        heads = table.rows[: table.headers]
        for number, row in enumerate(table.rows):
            height = _row_height(table, row)
            if self._y + height > self._bottom + HAIR and self._pages[-1]:
                self._turn()
                if number >= table.headers:
                    for head in heads:
                        self._row(table, head, x, _row_height(table, head))
            self._row(table, row, x, height)

    def _row(self, table: Table, row: Sequence[Cell], x: float, height: float) -> None:
        for cell, width in zip(row, _cell_widths(table, row), strict=True):
            if table.outlined:
                self._pages[-1].append(Area(x, self._y, width, height, "", GRID))
            self._pages[-1] += _cell_items(cell, x, self._y, width, height)
            x += width
        self._y += height


def _run_of_foot(blocks: Sequence[Block]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.shape.at_foot:
            break
        found.append(block)
    return found


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The paragraph between the page breaks within it."""
    if PAGE_BREAK not in paragraph.text:
        yield paragraph
        return
    gathered: list[Run] = []
    for run in paragraph.runs:
        before, *others = run.text.split(PAGE_BREAK)
        gathered.append(replace(run, text=before))
        for other in others:
            yield replace(paragraph, runs=tuple(gathered))
            gathered = [replace(run, text=other)]
    yield replace(paragraph, runs=tuple(gathered))


def _foot_rules(
    paragraph: Paragraph, group: Sequence[Paragraph], section: Section, top: float, bottom: float
) -> Iterator[Rule]:
    """Neighbours share their rules, so the outer ones are drawn; one of tabs alone is a rule between."""
    shape = paragraph.shape
    left, to_x = section.left, section.width - section.right
    if shape.rule_above and paragraph is group[0]:
        yield Rule(left, top, to_x, top, *shape.rule_above[:2])
    if shape.rule_below and paragraph is group[-1]:
        yield Rule(left, bottom, to_x, bottom, *shape.rule_below[:2])
    if paragraph.text and not paragraph.text.strip():
        yield Rule(left, (top + bottom) / 2, to_x, (top + bottom) / 2)


def _cell_widths(table: Table, row: Sequence[Cell]) -> list[float]:
    widths, at = [], 0
    for cell in row:
        widths.append(sum(table.widths[at : at + cell.span]))
        at += cell.span
    return widths


def _row_height(table: Table, row: Sequence[Cell]) -> float:
    widths = _cell_widths(table, row)
    heights = (_text_height(cell, width) for cell, width in zip(row, widths, strict=True))
    return max(heights, default=0.0) + 2 * CELL_AIR


def _text_height(cell: Cell, width: float) -> float:
    return sum(
        line_height(p, line) + p.shape.before * (line is lines[0])
        for p in cell.paragraphs
        for lines in [_cell_lines(p, width)]
        for line in lines
    )


def _cell_lines(paragraph: Paragraph, width: float) -> list[Line]:
    room = max(width - 2 * CELL_PAD - paragraph.shape.left, 1.0)
    return wrapped(paragraph.runs, room, room - paragraph.shape.first)


def _cell_items(cell: Cell, x: float, y: float, width: float, height: float) -> Iterator[Item]:
    middle = (height - _text_height(cell, width)) / 2 if cell.centred else CELL_AIR
    y += max(middle, 0.0)
    for paragraph in cell.paragraphs:
        for number, line in enumerate(_cell_lines(paragraph, width)):
            pitch = line_height(paragraph, line)
            y += paragraph.shape.before if number == 0 else 0.0
            yield from line_items(
                paragraph, line, x + CELL_PAD, y, width - 2 * CELL_PAD, pitch, number == 0
            )
            y += pitch


def _edges(section: Section, number: int, is_first: bool) -> Iterator[Item]:
    """The head of a page, and its foot with the last line at its distance from the edge."""
    yield from _edge(section, section.heads.of(number, is_first=is_first), number, section.head)
    foot = section.feet.of(number, is_first=is_first)
    height = sum(line_height(p, line) for p in foot for line in _edge_lines(section, p, number))
    yield from _edge(section, foot, number, section.height - section.foot - height)


def _edge(
    section: Section, paragraphs: Sequence[Paragraph], number: int, y: float
) -> Iterator[Item]:
    room = section.width - section.left - section.right
    for paragraph in paragraphs:
        y += paragraph.shape.before
        top = y
        for line in _edge_lines(section, paragraph, number):
            pitch = line_height(paragraph, line)
            yield from line_items(paragraph, line, section.left, y, room, pitch, True)
            y += pitch
        yield from rules(paragraph, section.left, top, y, room)


def _edge_lines(section: Section, paragraph: Paragraph, number: int) -> list[Line]:
    room = section.width - section.left - section.right
    shape = paragraph.shape
    return wrapped(_numbered(paragraph, number).runs, room - shape.left - shape.right)


def _numbered(paragraph: Paragraph, number: int) -> Paragraph:
    runs = tuple(replace(r, text=r.text.replace(PAGE_NUMBER, str(number))) for r in paragraph.runs)
    return replace(paragraph, runs=runs)
