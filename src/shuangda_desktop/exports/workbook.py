"""A printable sheet: page, title, header, rows with computed heights; saved so that nothing is lost."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports import measure, package
from shuangda_desktop.exports.cells import HEI, SONG, CellWriter, Look
from shuangda_desktop.exports.clean import Notes
from shuangda_desktop.exports.measure import Strip
from shuangda_desktop.exports.model import Heading, PaperColumn
from shuangda_desktop.tasks.columns import Value

SIZE = 10.5
TITLE = Look(font=HEI, size=18, horizontal="center", bordered=False)
LINE_LEFT = Look(size=SIZE, bordered=False)
LINE_RIGHT = Look(size=SIZE, horizontal="right", bordered=False)
HEADER = Look(font=HEI, size=SIZE, fill="E8EDF3", horizontal="center")
SMALLER = (9.0, 8.0, 7.0)  # for a text that would be cut off on paper; no smaller can be read
TITLE_ROW, OFFICE_ROW, HEADER_ROW = 1, 2, 3
TITLE_HEIGHT, OFFICE_HEIGHT = 36.0, 21.0
MM = 72 / 25.4  # points
SIDE_MM, TOP_MM, BOTTOM_MM, FOOTER_MM = 15.0, 18.0, 18.0, 9.0
FOOTER = '&"宋体"&10 第 &P 页 共 &N 页'  # a blank must part the size from what follows it


class Paper(StrEnum):
    """The paper a table is printed on, lying."""

    A4 = "A4"
    A3 = "A3"


PAPER_CODE = {Paper.A4: 9, Paper.A3: 8}
PAPER_MM = {Paper.A4: (297.0, 210.0), Paper.A3: (420.0, 297.0)}


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a row, and how it looks."""

    value: Value
    look: Look


class Table:
    """A sheet that is filled from the top, row by row."""

    def __init__(self, heading: Heading, columns: Sequence[PaperColumn], paper: Paper) -> None:
        self.book = Workbook()
        self.notes = Notes()
        self._paper = paper
        self._strips: list[Strip] = []
        self._columns = len(columns)
        self._px = measure.widths_px(columns, _printable(paper)[0] / 72 * 96, SIZE)
        sheet = self.book.active
        assert isinstance(sheet, Worksheet)
        self.sheet = sheet
        self.cells = CellWriter(sheet, self.notes)
        self._start(heading, [column.title for column in columns])

    @property
    def next_row(self) -> int:
        """The row that comes next."""
        return HEADER_ROW + 1 + len(self._strips)

    def add(self, entries: Sequence[Entry]) -> None:
        """Add a row of one entry a column."""
        fitted = [self._fitted(index, entry) for index, entry in enumerate(entries)]
        for column, entry in enumerate(fitted, 1):
            self.cells.put(self.next_row, column, entry.value, entry.look)
        self._close_row(Strip(max(self._height(i, e) for i, e in enumerate(fitted))))

    def add_band(self, text: str, look: Look, *, keeps_next: bool = True) -> None:
        """Add a row that is one cell over the whole width."""
        row = self.next_row
        for column in range(1, self._columns + 1):
            self.cells.put(row, column, text if column == 1 else None, look)
        self.cells.merge(row, 1, self._columns)
        lines = measure.lines(text, sum(self._px), look.size)
        self._close_row(Strip(measure.height(lines, look.size), keeps_next))

    def lines(self, column: int, text: str, size: float = SIZE) -> int:
        """How many lines a text takes in a column (counted from 0)."""
        return measure.lines(text, self._px[column], size)

    def portions(self, column: int, text: str, size: float = SIZE) -> Sequence[Value]:
        """The text in portions that each fit one row of this column."""
        return measure.portions(text, self._px[column], size)

    def save(self, path: Path) -> None:
        """Finish the page and put the file at ``path``."""
        self._set_up_page()
        buffer = io.BytesIO()
        self.book.save(buffer)
        package.save(buffer.getvalue(), path)

    def _start(self, heading: Heading, titles: Sequence[str]) -> None:
        sheet, last = self.sheet, self._columns
        _base_font(self.book)
        sheet.title = _sheet_name(heading.title)
        for index, px in enumerate(self._px, 1):
            sheet.column_dimensions[get_column_letter(index)].width = measure.units(px)
        self._line(TITLE_ROW, [(1, last, heading.title, TITLE)], TITLE_HEIGHT)
        middle = max(1, last // 2)
        office = [(1, middle, _office(heading), LINE_LEFT)]
        made = [(middle + 1, last, _day(heading), LINE_RIGHT)] if last > 1 else []
        self._line(OFFICE_ROW, office + made, OFFICE_HEIGHT)
        for column, title in enumerate(titles, 1):
            self.cells.put(HEADER_ROW, column, title, HEADER)
        lines = max(self.lines(i, title) for i, title in enumerate(titles))
        sheet.row_dimensions[HEADER_ROW].height = measure.height(lines, SIZE) + 6
        sheet.freeze_panes = f"A{HEADER_ROW + 1}"
        _describe(self.book, heading)

    def _line(self, row: int, parts: Sequence[tuple[int, int, str, Look]], height: float) -> None:
        for first, last, text, look in parts:
            self.cells.put(row, first, text, look)
            if last > first:
                self.cells.merge(row, first, last)
        self.sheet.row_dimensions[row].height = height

    def _fitted(self, column: int, entry: Entry) -> Entry:
        """The entry in smaller type where its text is higher than the highest row."""
        if not isinstance(entry.value, str):
            return entry
        for size in (entry.look.size, *SMALLER):
            if self.lines(column, entry.value, size) <= measure.most_lines(size):
                return Entry(entry.value, replace(entry.look, size=size))
        place = f"{get_column_letter(column + 1)}{self.next_row}单元格"
        self.notes.add(f"{place}\uff1a文字太长\uff0c打印时显示不全\uff0c单元格中仍是全文。")
        return Entry(entry.value, replace(entry.look, size=SMALLER[-1], vertical="top"))

    def _height(self, column: int, entry: Entry) -> float:
        text, size = entry.value, entry.look.size
        return measure.height(self.lines(column, text, size) if isinstance(text, str) else 1, size)

    def _close_row(self, strip: Strip) -> None:
        self.sheet.row_dimensions[self.next_row].height = strip.height
        self._strips.append(strip)

    def _set_up_page(self) -> None:
        sheet, setup = self.sheet, self.sheet.page_setup
        setup.paperSize, setup.orientation = PAPER_CODE[self._paper], "landscape"
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        setup.fitToWidth, setup.fitToHeight = 1, 0
        margins = sheet.page_margins
        margins.left = margins.right = SIDE_MM / 25.4
        margins.top, margins.bottom = TOP_MM / 25.4, BOTTOM_MM / 25.4
        margins.header = margins.footer = FOOTER_MM / 25.4
        sheet.print_options.horizontalCentered = True
        footer = sheet.oddFooter
        assert footer is not None
        footer.center.text = FOOTER
        sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
        sheet.print_area = f"A1:{get_column_letter(self._columns)}{self.next_row - 1}"
        for index in self._breaks():
            sheet.row_breaks.append(Break(id=HEADER_ROW + index))

    def _breaks(self) -> list[int]:
        header = self.sheet.row_dimensions[HEADER_ROW].height
        page = _printable(self._paper)[1] - header
        return measure.breaks_before(self._strips, page - TITLE_HEIGHT - OFFICE_HEIGHT, page)


def _printable(paper: Paper) -> tuple[float, float]:
    """Width and height between the margins, in points."""
    width, height = PAPER_MM[paper]
    return (width - 2 * SIDE_MM) * MM, (height - TOP_MM - BOTTOM_MM) * MM


def _office(heading: Heading) -> str:
    return f"制表单位\uff1a{heading.office}" if heading.office else ""


def _day(heading: Heading) -> str:
    day = heading.made_on
    return f"制表日期\uff1a{day.year}年{day.month}月{day.day}日"


def _sheet_name(title: str) -> str:
    kept = "".join(c for c in title if c.isprintable() and c not in "[]:*?/\\'")
    return kept[:31] or "表"


def _base_font(book: Workbook) -> None:
    # Column widths are counted in digits of this font; without it they follow a font of Latin script.
    book._named_styles["Normal"].font = Font(name=SONG, size=11)  # type: ignore[attr-defined]  # no public way


def _describe(book: Workbook, heading: Heading) -> None:
    book.properties.title = heading.title
    book.properties.creator = book.properties.lastModifiedBy = heading.office
    book.properties.language = "zh-CN"
