"""The printed pages of a workbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports.preview.cells import POINT, Place, Style, items_of, ruled, style_of
from shuangda_desktop.exports.preview.charts import Chart, chart_items
from shuangda_desktop.exports.preview.model import Area, Item, Page, Pages, Text
from shuangda_desktop.exports.workbooks.page_setup import PAPER_CODE, PAPER_MM, Paper

INCH, MM, EMU = 72.0, 72 / 25.4, 12_700
USUAL_WIDTH, USUAL_HEIGHT = 8.43, 15.0
UNIT_PX = 2 / 3  # of a digit for each point of the base font: eight pixels of twelve points
FOOT_SIZE = 10.0
BAR = "9DBDE8"
SIZES = {code: PAPER_MM[paper] for paper, code in PAPER_CODE.items()}


@dataclass(frozen=True, slots=True)
class _Frame:
    """The page of a sheet: paper, margins, scale, in points."""

    width: float
    height: float
    left: float
    top: float
    bottom: float
    foot: float
    scale: float


def workbook_pages(path: Path) -> Pages:
    """Every printed page of every sheet that is shown, numbered through as Excel numbers them."""
    book = openpyxl.load_workbook(path)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    parts = [(sheet, list(_Sheet(book, sheet).pages())) for sheet in sheets]
    total = sum(len(found) for _, found in parts)
    pages: list[Page] = []
    for sheet, found in parts:
        for page, frame in found:
            foot = _foot(sheet, frame, len(pages) + 1, total)
            pages.append(Page(page.width, page.height, (*page.items, *foot)))
    return tuple(pages)


@dataclass(frozen=True, slots=True)
class _Condition:
    """The looks that words get in some rows of a column, and whether numbers get a bar."""

    top: int
    bottom: int
    looks: Mapping[str, DifferentialStyle]
    has_bar: bool


class _Sheet:
    """One sheet while its pages are laid out."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._book, self._sheet = book, sheet
        area = (sheet.print_area or sheet.dimensions).split("!")[-1].replace("$", "")
        self._first, self._top, last, self._end = _corners(area)
        self._merged = {(a.min_row, a.min_col): a for a in sheet.merged_cells.ranges}
        self._covered = {
            (row, column)
            for a in sheet.merged_cells.ranges
            for row in range(a.min_row, a.max_row + 1)
            for column in range(a.min_col, a.max_col + 1)
        } - self._merged.keys()
        self._base = book._named_styles["Normal"].font.sz  # type: ignore[attr-defined]  # no public way
        self._widths = {n: self._width(n) for n in range(self._first, last + 1)}
        self._conditions = _by_column(sheet)
        self._styles: dict[object, Style] = {}
        self._heights = {n: self._height(n) for n in range(1, self._end + 1)}
        self._frame = self._framed()

    def pages(self) -> Iterator[tuple[Page, _Frame]]:
        """The pages in order."""
        for number, rows in enumerate(self._cut()):
            shown = rows if number == 0 else [*self._titles(rows[0]), *rows]
            yield (
                Page(self._frame.width, self._frame.height, tuple(self._items(shown))),
                self._frame,
            )

    def _cut(self) -> list[list[int]]:
        """The rows of each page: cut where the sheet says so, and where a page is full."""
        ends = {mark.id for mark in self._sheet.row_breaks.brk}
        frame = self._frame
        room = frame.height - frame.top - frame.bottom
        pages: list[list[int]] = [[]]
        left = room
        for row in range(self._top, self._end + 1):
            height = self._heights[row] * frame.scale
            if pages[-1] and (height > left + 0.5 or row - 1 in ends):
                pages.append([])
                left = room - sum(self._heights[r] for r in self._titles(row)) * frame.scale
            pages[-1].append(row)
            left -= height
        return pages

    def _items(self, rows: Sequence[int]) -> Iterator[Item]:
        frame, y = self._frame, self._frame.top
        tops: dict[int, float] = {}
        for row in rows:
            tops[row] = y
            y += self._heights[row] * frame.scale
        for row in rows:
            if self._heights[row]:
                yield from self._row_items(row, tops, rows)
        for chart in self._sheet._charts:  # type: ignore[attr-defined]  # no public way
            row = chart.anchor._from.row + 1
            if row in tops:
                width, height = _size(chart)
                yield from chart_items(chart, self._book, frame.left, tops[row], width, height)

    def _row_items(
        self, row: int, tops: Mapping[int, float], rows: Sequence[int]
    ) -> Iterator[Item]:
        x = self._frame.left
        for column, width in self._widths.items():
            if (row, column) not in self._covered and width:
                cell = self._sheet.cell(row, column)
                assert isinstance(cell, Cell)
                place = self._place(row, column, x, tops, rows)
                style = self._style(cell)
                for condition in self._conditions.get(column, ()):
                    if condition.top <= row <= condition.bottom:
                        yield from _bar(condition, cell.value, place)
                        style = ruled(style, condition.looks.get(str(cell.value)))
                yield from items_of(cell.value, style, place)
            x += width * self._frame.scale

    def _place(
        self, row: int, column: int, x: float, tops: Mapping[int, float], rows: Sequence[int]
    ) -> Place:
        area, scale = self._merged.get((row, column)), self._frame.scale
        if area is None:
            width, height = self._widths[column], self._heights[row]
            return Place(x, tops[row], width * scale, height * scale, scale)
        bottom, right = area.max_row, area.max_col
        width = sum(self._widths.get(n, 0.0) for n in range(column, right + 1))
        height = sum(self._heights[r] for r in rows if row <= r <= bottom)
        return Place(x, tops[row], width * scale, height * scale, scale)

    def _style(self, cell: Cell) -> Style:
        key = cell.style_id
        if key not in self._styles:
            self._styles[key] = style_of(cell)
        return self._styles[key]

    def _titles(self, row: int) -> list[int]:
        """The rows that are repeated above a page that begins with this row."""
        told = (self._sheet.print_title_rows or "").replace("$", "")
        if not told:
            return []
        first, last = map(int, told.split(":"))
        return [] if row <= last else list(range(first, last + 1))

    def _width(self, column: int) -> float:
        """The width of a column in points."""
        known = self._sheet.column_dimensions.get(get_column_letter(column))
        if known is not None and known.hidden:
            return 0.0
        base = float(self._base or 11)
        return (known.width if known and known.width else USUAL_WIDTH) * base * UNIT_PX * POINT

    def _height(self, row: int) -> float:
        known = self._sheet.row_dimensions[row]
        return 0.0 if known.hidden else float(known.height or USUAL_HEIGHT)

    def _framed(self) -> _Frame:
        sheet, margins = self._sheet, self._sheet.page_margins
        width, height = (side * MM for side in SIZES.get(_code(sheet), PAPER_MM[Paper.A4]))
        if sheet.page_setup.orientation != "landscape":
            width, height = height, width
        room, total = width - (margins.left + margins.right) * INCH, sum(self._widths.values())
        fits = bool(
            sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
        )
        scale = min(1.0, room / total) if fits and total else (sheet.page_setup.scale or 100) / 100
        middle = (room - total * scale) / 2 if sheet.print_options.horizontalCentered else 0.0
        return _Frame(
            width,
            height,
            left=margins.left * INCH + max(middle, 0.0),
            top=margins.top * INCH,
            bottom=margins.bottom * INCH,
            foot=margins.footer * INCH,
            scale=scale,
        )


def _size(chart: Chart) -> tuple[float, float]:
    """The size of a chart in points; one that hangs on two cells only names its usual one."""
    size = getattr(chart.anchor, "ext", None)
    if size is None:
        return chart.width * 10 * MM, chart.height * 10 * MM
    return size.width / EMU, size.height / EMU


def _by_column(sheet: Worksheet) -> dict[int, list[_Condition]]:
    """The conditions of a sheet: words that are compared with, and bars."""
    found: dict[int, list[_Condition]] = {}
    for area in sheet.conditional_formatting:
        looks = {r.formula[0].strip('"'): r.dxf for r in area.rules if r.type == "cellIs" and r.dxf}
        has_bar = any(rule.type == "dataBar" for rule in area.rules)
        for part in area.sqref.ranges:
            for column in range(part.min_col, part.max_col + 1):
                condition = _Condition(part.min_row, part.max_row, looks, has_bar)
                found.setdefault(column, []).append(condition)
    return found


def _bar(condition: _Condition, value: object, place: Place) -> Iterator[Item]:
    if condition.has_bar and isinstance(value, int):
        share = min(max(value, 0), 100) / 100
        yield Area(place.x, place.y, place.width * share, place.height, BAR)


def _code(sheet: Worksheet) -> int:
    return int(sheet.page_setup.paperSize or PAPER_CODE[Paper.A4])


def _foot(sheet: Worksheet, frame: _Frame, number: int, total: int) -> Iterator[Item]:
    text = sheet.oddFooter.center.text if sheet.oddFooter else ""
    if text:
        told = text.replace("&P", str(number)).replace("&N", str(total)).strip()
        width = len(told.encode("gb18030")) * FOOT_SIZE / 2
        y = frame.height - frame.foot - FOOT_SIZE / 2
        yield Text((frame.width - width) / 2, y, width, told, "宋体", FOOT_SIZE)


def _corners(area: str) -> tuple[int, int, int, int]:
    first, top, last, end = range_boundaries(area)
    return int(first or 1), int(top or 1), int(last or 1), int(end or 1)
