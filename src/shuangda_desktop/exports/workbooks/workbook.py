"""A printable sheet: page, title, header, rows with computed heights; saved so that nothing is lost."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports import measure, package
from shuangda_desktop.exports.clean import Notes
from shuangda_desktop.exports.measure import Strip
from shuangda_desktop.exports.workbooks import blocks, page_setup, sheet_xml
from shuangda_desktop.exports.workbooks.book import (
    day_line,
    describe,
    new_book,
    office_line,
    sheet_name,
)
from shuangda_desktop.exports.workbooks.cells import HEI, SIZE, CellWriter, Look
from shuangda_desktop.exports.workbooks.model import Heading, PaperColumn
from shuangda_desktop.exports.workbooks.page_setup import Paper as Paper
from shuangda_desktop.exports.workbooks.page_setup import printable
from shuangda_desktop.tasks.columns.column import Value

TITLE = Look(font=HEI, size=18, horizontal="center", bordered=False)
LINE_LEFT = Look(bordered=False)
LINE_RIGHT = Look(horizontal="right", bordered=False)
HEADER = Look(font=HEI, fill="E8EDF3", horizontal="center")
SMALLER = (9.0, 8.0, 7.0)  # for a text that would be cut off on paper; no smaller can be read
HAIR = 0.2  # points that are nothing
HEADER_ROW = 3  # below the title and the line of the office
TITLE_HEIGHT, OFFICE_HEIGHT = 36.0, 21.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a row, and how it looks."""

    value: Value
    look: Look


@dataclass(slots=True)
class _Line:
    """A row that is kept until the ends of the pages are known."""

    entries: Sequence[Entry]
    strip: Strip
    band: bool = False  # one cell over the whole width


class Table:
    """A sheet that is filled from the top, row by row.

    ``beside`` is a table whose workbook this one is a further sheet of.
    """

    def __init__(
        self,
        heading: Heading,
        columns: Sequence[PaperColumn],
        paper: Paper,
        beside: "Table | None" = None,
    ) -> None:
        self.book: Workbook = beside.book if beside else new_book()
        self.notes: Notes = beside.notes if beside else Notes()
        self._paper = paper
        self._blocks = [at for at, column in enumerate(columns) if column.block]
        self._letters = [get_column_letter(index) for index in range(1, len(columns) + 1)]
        self._px = measure.widths_px(
            columns, printable(paper)[0] / 72 * 96, SIZE, measure.WORDS_AIR
        )
        self._measured: dict[tuple[str, float, float], int] = {}
        self._lines: list[_Line] = []
        sheet = self.book.create_sheet() if beside else self.book.active
        assert isinstance(sheet, Worksheet)
        self.sheet = sheet
        self._cells = CellWriter(sheet, self.notes)
        self._start(heading, [column.title for column in columns])

    @property
    def next_row(self) -> int:
        """The row that comes next."""
        return len(self._lines) + 1

    def add(self, entries: Sequence[Entry], joined: int | None = None) -> None:
        """Add a row of one entry a column; the ``joined`` column shares the cell before it."""
        px = self._px
        if joined is not None:
            px = [*px[: joined - 1], px[joined - 1] + px[joined], 0, *px[joined + 1 :]]
            self._merge(joined - 1, joined)
        tallest, fitted = 0.0, []
        for column, entry in enumerate(entries):
            if isinstance(entry.value, str) and entry.value:
                entry, lines = self._fitted(column, entry, px[column])
                if column not in self._blocks:  # a block has the room of all its rows
                    tallest = max(tallest, measure.height(lines, entry.look.size))
            fitted.append(entry)
        self._put(fitted, Strip(tallest or measure.height(1, SIZE)))

    def add_band(self, text: str, look: Look, *, keeps_next: bool = True) -> None:
        """Add a row that is one cell over the whole width."""
        self._merge(0, len(self._px) - 1)
        lines = self._count(text, sum(self._px), look)
        strip = Strip(measure.height(lines, look.size), keeps_next)
        self._put([Entry(text, look), *[Entry(None, look)] * (len(self._px) - 1)], strip, band=True)

    def add_room(self, height: float) -> int:
        """Add a row without cells for what lies upon it, such as a chart; its number."""
        row = self.next_row
        self._put(
            [Entry(None, LINE_LEFT)] * len(self._px), Strip(min(height, measure.TALLEST)), band=True
        )
        return row

    def portions(self, column: int, text: str) -> Sequence[Value]:
        """The text in portions that each fit one row of this column (counted from 0)."""
        return measure.portions(text, self._px[column] - measure.INDENT_PX, SIZE)

    def save(self, path: Path) -> None:
        """Finish the page and put the file at ``path``."""
        save_all([self], path)

    def finish(self) -> sheet_xml.Rows:
        """Set the page up, its ends and its merged blocks; the rows as XML."""
        ends = self._breaks()
        while self._make_room(ends):
            ends = self._breaks()
        self._join_blocks(ends)
        area = f"A1:{self._letters[-1]}{len(self._lines)}"
        page_setup.set_up(self.sheet, self._paper, area, HEADER_ROW)
        for index in ends:
            self.sheet.row_breaks.append(Break(id=HEADER_ROW + index))
        return sheet_xml.Rows(list(self._xml()), area)

    def _start(self, heading: Heading, titles: Sequence[str]) -> None:
        last = len(titles) - 1
        self.sheet.title = sheet_name(heading.title)
        for letter, px in zip(self._letters, self._px, strict=True):
            self.sheet.column_dimensions[letter].width = measure.units(px)
        self._line({0: (heading.title, TITLE, last)}, TITLE_HEIGHT)
        office, day = office_line(heading), day_line(heading)
        middle = self._middle(office, day)
        parts = {0: (office, LINE_LEFT, middle)}
        if last:
            parts[middle + 1] = (day, LINE_RIGHT, last)
        self._line(parts, OFFICE_HEIGHT)
        lines = max(self._count(t, px, HEADER) for t, px in zip(titles, self._px, strict=True))
        self._header_height = measure.height(lines, SIZE) + 6
        self._put([Entry(title, HEADER) for title in titles], Strip(self._header_height))
        self.sheet.freeze_panes = f"A{HEADER_ROW + 1}"
        describe(self.book, heading)

    def _middle(self, office: str, day: str) -> int:
        """The last column of the office: the middle one, or further right if its name is long."""
        places = range((len(self._px) - 1) // 2, max(len(self._px) - 1, 1))
        free = [
            at
            for at in places
            if at == places[0] or self._count(day, sum(self._px[at + 1 :]), LINE_RIGHT) == 1
        ]
        whole = (at for at in free if self._count(office, sum(self._px[: at + 1]), LINE_LEFT) == 1)
        return next(whole, free[-1])

    def _line(self, parts: Mapping[int, tuple[str, Look, int]], height: float) -> None:
        """A row above the table: by its first column each part's text, look and last column.

        It is as high as its longest text needs, at least ``height``.
        """
        entries = [Entry(None, LINE_LEFT)] * len(self._px)
        for first, (text, look, last) in parts.items():
            entries[first] = Entry(text, look)
            self._merge(first, last)
            lines = self._count(text, sum(self._px[first : last + 1]), look)
            height = max(height, measure.height(lines, look.size) if lines > 1 else 0)
        self._put(entries, Strip(height))

    def _merge(self, first: int, last: int) -> None:
        if last > first:
            row = self.next_row
            self.sheet.merged_cells.add(f"{self._letters[first]}{row}:{self._letters[last]}{row}")

    def _put(self, entries: Sequence[Entry], strip: Strip, *, band: bool = False) -> None:
        self._lines.append(_Line(entries, strip, band))

    def _xml(self) -> Iterator[str]:
        cell = self._cells.cell
        for number, line in enumerate(self._lines, 1):
            row = str(number)
            cells = [
                cell(letter + row, entry.value, entry.look)
                for letter, entry in zip(self._letters, line.entries, strict=True)
            ]
            yield sheet_xml.row(row, line.strip.height, cells)

    def _make_room(self, ends: Sequence[int]) -> bool:
        """Make rows higher where a block's words need more than they have; whether there were any."""
        grown = False
        for column, first, last, value in self._block_runs(ends):
            lines = self._lines[HEADER_ROW + first : HEADER_ROW + last + 1]
            entry, count = lines[0].entries[column], 0
            if isinstance(value, str):
                count = self._count(value, self._px[column], entry.look)
            missing = measure.height(count, entry.look.size) - sum(
                one.strip.height for one in lines
            )
            if missing > HAIR:
                grown = True
                for line in lines:
                    higher = line.strip.height + missing / len(lines)
                    line.strip = replace(line.strip, height=round(higher + HAIR / 2, 1))
        return grown

    def _join_blocks(self, ends: Sequence[int]) -> None:
        """One cell for rows that follow each other and say the same; anew on each page."""
        for column, first, last, value in list(self._block_runs(ends)):
            self._join(column, first, last, value)

    def _block_runs(self, ends: Sequence[int]) -> Iterator[tuple[int, int, int, Value]]:
        """Column, first row, last row and value of each block; one lies within that of the column before."""
        lines = self._lines[HEADER_ROW:]
        starts = set(ends) | self._bands()
        for column in self._blocks:
            values = [line.entries[column].value for line in lines]
            starts = blocks.starts(values, starts)
            for first, last in blocks.runs(len(values), starts):
                yield column, first, last, blocks.told(values, first)

    def _bands(self) -> set[int]:
        """The bands among the rows, and the rows after them."""
        bands = {n for n, line in enumerate(self._lines[HEADER_ROW:]) if line.band}
        return bands | {n + 1 for n in bands}

    def _join(self, column: int, first: int, last: int, value: Value) -> None:
        if last == first:
            return
        for at in range(first, last + 1):
            line = self._lines[HEADER_ROW + at]
            entry = replace(line.entries[column], value=value if at == first else None)
            line.entries = [*line.entries[:column], entry, *line.entries[column + 1 :]]
        top = HEADER_ROW + 1
        letter = self._letters[column]
        self.sheet.merged_cells.add(f"{letter}{top + first}:{letter}{top + last}")

    def _count(self, text: str, px: float, look: Look) -> int:
        """How many lines a text takes in a cell, counted but once for each text and width."""
        room = px - look.indent * measure.INDENT_PX
        key = (text, room, look.size)
        if key not in self._measured:
            self._measured[key] = measure.lines(text, room, look.size)
        return self._measured[key]

    def _fitted(self, column: int, entry: Entry, px: float) -> tuple[Entry, int]:
        """The entry in smaller type where its text is higher than the highest row, and its lines."""
        text, look = str(entry.value), entry.look
        lines = self._count(text, px, look)
        if lines <= measure.most_lines(look.size):
            return entry, lines
        for size in SMALLER:
            look = replace(look, size=size)
            lines = self._count(text, px, look)
            if lines <= measure.most_lines(size):
                return Entry(text, look), lines
        place = f"{self._letters[column]}{self.next_row}单元格"
        self.notes.add(f"{place}\uff1a文字太长\uff0c打印时显示不全\uff0c单元格中仍是全文。")
        return Entry(text, replace(look, vertical="top")), lines

    def _breaks(self) -> list[int]:
        page = printable(self._paper)[1] - self._header_height
        strips = [line.strip for line in self._lines[HEADER_ROW:]]
        first = page - sum(line.strip.height for line in self._lines[: HEADER_ROW - 1])
        return measure.breaks_before(strips, first, page, always=bool(self._blocks))


def save_all(tables: Sequence[Table], path: Path) -> None:
    """Finish the sheets of one workbook, in their order, and put the file at ``path``."""
    rows = [table.finish() for table in tables]
    buffer = io.BytesIO()
    tables[0].book.save(buffer)
    package.save(sheet_xml.with_rows(buffer.getvalue(), rows), path)
