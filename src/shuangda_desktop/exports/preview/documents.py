"""The printed pages of a Word document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from shuangda_desktop.exports.preview.lines import Line, Run, wrapped
from shuangda_desktop.exports.preview.model import Area, Item, Page, Pages, Rule, Text
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

SINGLE = 1.3  # line height in em where the document names none
CELL_PAD, CELL_AIR = 4.0, 2.0  # points beside and above the text of a cell
GRID = "000000"
STRETCH = 1.5  # characters by which a line may be spread to fill its width
HAIR = 0.1


def document_pages(path: Path) -> Pages:
    """Every page of a document, with its number where the document wants it."""
    pages: list[Page] = []
    for section in read_sections(path):
        for items in _Flow(section).pages():
            number = len(pages) + 1
            foot = _foot(section, number)
            pages.append(Page(section.width, section.height, (*items, *foot)))
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
            pitches = [_pitch(block, line) for line in lines]
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
            pitch = _pitch(paragraph, line)
            if self._y + pitch > self._bottom + HAIR and self._pages[-1]:
                self._turn()
                top = self._y
            first = line is self._first
            self._pages[-1] += _line_items(
                paragraph, line, self._section.left, self._y, self._room, pitch, first
            )
            self._y += pitch
        self._pages[-1] += _rules(paragraph, self._section.left, top, self._y, self._room)
        self._y += shape.after + (sum(shape.rule_below[::2]) if shape.rule_below else 0.0)

    def _lines(self, paragraph: Paragraph) -> list[Line]:
        shape = paragraph.shape
        room = self._room - shape.left - shape.right
        lines = wrapped(paragraph.runs, room, room - shape.first)
        self._first = lines[0]
        return lines

    def _at_foot(self, paragraphs: Sequence[Paragraph]) -> None:
        """Paragraphs that stand together at the foot of the text."""
        heights = [sum(_pitch(p, line) for line in self._lines(p)) for p in paragraphs]
        if self._y + sum(heights) > self._bottom + HAIR:
            self._turn()
        y = self._bottom - sum(heights)
        for paragraph, height in zip(paragraphs, heights, strict=True):
            top = y
            for number, line in enumerate(self._lines(paragraph)):
                pitch = _pitch(paragraph, line)
                self._pages[-1] += _line_items(
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


def _pitch(paragraph: Paragraph, line: Line) -> float:
    """The height of a line."""
    told, size = paragraph.shape.line, line.size or paragraph.size
    if told < 0:
        return size * SINGLE * -told
    return max(told, size * SINGLE) if paragraph.shape.least else told


def _line_items(
    paragraph: Paragraph, line: Line, left: float, y: float, room: float, pitch: float, first: bool
) -> Iterator[Item]:
    """The stretches of a line where its paragraph puts them."""
    shape = paragraph.shape
    start = left + shape.left + (shape.first if first else 0.0)
    space = left + room - shape.right - start
    before, tabbed, after = _at_tab(line)
    if tabbed and shape.tab:
        yield from _stretches(before, start, y + pitch / 2, 0.0)
        width = sum(run.face.width(run.text) for run in after)
        yield from _stretches(after, left + shape.tab - width, y + pitch / 2, 0.0)
        return
    x = start
    if shape.align == "center":
        x += (space - line.width) / 2
    elif shape.align in ("right", "end"):
        x += space - line.width
    yield from _stretches(line.runs, x, y + pitch / 2, _spread(paragraph, line, space))


def _at_tab(line: Line) -> tuple[list[Run], bool, list[Run]]:
    """The runs before and after the tab of a line."""
    for at, run in enumerate(line.runs):
        if "\t" in run.text:
            before, _, after = run.text.partition("\t")
            rest = [replace(run, text=after.replace("\t", " ")), *line.runs[at + 1 :]]
            return [*line.runs[:at], replace(run, text=before)], True, rest
    return list(line.runs), False, []


def _spread(paragraph: Paragraph, line: Line, space: float) -> float:
    """What each letter of a full line gets more, so that both edges are even."""
    letters = sum(len(run.text) for run in line.runs)
    missing = space - line.width
    if paragraph.shape.align != "both" or line.ends or letters < 2:
        return 0.0
    return missing / (letters - 1) if abs(missing) <= STRETCH * line.size else 0.0


def _stretches(runs: Sequence[Run], x: float, y: float, more: float) -> Iterator[Text]:
    for run in runs:
        face = run.face
        width = face.width(run.text) + more * len(run.text)
        if run.text.strip():
            yield Text(
                x, y, width, run.text, face.font, face.size, face.bold, face.ink, face.gap + more
            )
        x += width


def _rules(
    paragraph: Paragraph, left: float, top: float, bottom: float, room: float
) -> Iterator[Rule]:
    shape = paragraph.shape
    x, to_x = left + shape.left, left + room - shape.right
    for rule, y, way in ((shape.rule_above, top, -1), (shape.rule_below, bottom, 1)):
        if rule is not None:
            thick, ink, space = rule
            yield Rule(x, y + way * space, to_x, y + way * space, thick, ink)


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
        _pitch(p, line) + p.shape.before * (line is lines[0])
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
            pitch = _pitch(paragraph, line)
            y += paragraph.shape.before if number == 0 else 0.0
            yield from _line_items(
                paragraph, line, x + CELL_PAD, y, width - 2 * CELL_PAD, pitch, number == 0
            )
            y += pitch


def _foot(section: Section, number: int) -> Iterator[Item]:
    """The foot of a page, its last line at its distance from the edge."""
    paragraphs = section.even if number % 2 == 0 else section.odd
    room = section.width - section.left - section.right
    numbered = [_numbered(p, number) for p in paragraphs]
    lines = [(p, line) for p in numbered for line in wrapped(p.runs, room)]
    y = section.height - section.foot - sum(_pitch(p, line) for p, line in lines)
    for paragraph, line in lines:
        pitch = _pitch(paragraph, line)
        yield from _line_items(paragraph, line, section.left, y, room, pitch, True)
        y += pitch


def _numbered(paragraph: Paragraph, number: int) -> Paragraph:
    runs = tuple(replace(r, text=r.text.replace(PAGE_NUMBER, str(number))) for r in paragraph.runs)
    return replace(paragraph, runs=runs)
