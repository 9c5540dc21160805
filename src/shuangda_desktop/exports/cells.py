"""The one place that puts a value into a cell of a workbook."""

import math
import re
from dataclasses import dataclass, replace
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports.clean import Notes
from shuangda_desktop.tasks.columns import Value
from shuangda_desktop.text.punctuation import widen

SONG = "宋体"
HEI = "黑体"
DATE = "yyyy\\-mm\\-dd"
PERCENT = '0"%"'
LONGEST = 32_767  # characters of a cell; Excel cuts what is longer without a word
MARKER_ROOM = 24
FIRST_YEAR = 1901  # Excel counts the days of 1900 wrong and knows none before
_LIVE = re.compile("\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")  # East Asian Excel takes wide signs too
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as "A"

LINE = Side(style="thin", color="808080")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; equal looks share one style in the file."""

    font: str = SONG
    size: float = 10.5
    bold: bool = False
    fill: str = ""
    horizontal: str = "left"
    vertical: str = "center"
    bordered: bool = True
    number_format: str = "General"
    quoted: bool = False  # Excel keeps the text a text when the clerk edits the cell


class CellWriter:
    """Writes values to one sheet and keeps notes of what did not fit."""

    def __init__(self, sheet: Worksheet, notes: Notes) -> None:
        self._sheet = sheet
        self._notes = notes
        self._styles: dict[Look, StyleArray] = {}

    def put(self, row: int, column: int, value: Value, look: Look) -> None:
        """Write a value: text stays text, numbers stay numbers, dates stay dates."""
        cell = self._sheet.cell(row, column)
        assert isinstance(cell, Cell)
        if isinstance(value, str) and value:
            look = self._put_text(cell, value, look)
        elif isinstance(value, date):
            look = self._put_date(cell, value, look)
        elif isinstance(value, int | float) and math.isfinite(value):
            cell.value = value
        cell._style = self._style(look)  # type: ignore[attr-defined]  # the manual's way; not in the stubs

    def merge(self, row: int, first: int, last: int) -> None:
        """Make one cell of several in a row; the others lose nothing but their borders."""
        self._sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)

    def _put_text(self, cell: Cell, value: str, look: Look) -> Look:
        text = self._fit(value, f"{get_column_letter(cell.column)}{cell.row}单元格")
        cell.value = text
        cell.data_type = "s"  # "=1+1" and "#N/A" are words here, never a formula or an error
        return replace(look, quoted=True) if _LIVE.match(text) else look

    def _fit(self, text: str, place: str) -> str:
        text = _ESCAPE.sub("_x005F_", widen(self._notes.take(text, place)))
        encoded = text.encode("utf-16-le")  # Excel counts as UTF-16 does
        if len(encoded) <= 2 * LONGEST:
            return text
        kept = encoded[: 2 * (LONGEST - MARKER_ROOM)].decode("utf-16-le", "ignore")
        self._notes.add(f"{place}\uff1a文字超过{LONGEST}字\uff0c末尾没有写入\uff0c已在文末注明。")
        return f"{kept}\u3014余下{len(text) - len(kept)}字未写入\u3015"

    def _put_date(self, cell: Cell, value: date, look: Look) -> Look:
        if value.year < FIRST_YEAR:
            return self._put_text(cell, value.isoformat(), look)
        cell.value = date(value.year, value.month, value.day)
        return look if "yy" in look.number_format else replace(look, number_format=DATE)

    def _style(self, look: Look) -> StyleArray:
        if look not in self._styles:
            self._styles[look] = _style_of(self._sheet, look)
        return self._styles[look]


def _style_of(sheet: Worksheet, look: Look) -> StyleArray:
    """Register a look with the workbook once; setting it cell by cell costs twice the time."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(name=look.font, size=look.size, bold=look.bold)
    cell.alignment = Alignment(horizontal=look.horizontal, vertical=look.vertical, wrap_text=True)
    cell.number_format = look.number_format
    cell.quotePrefix = look.quoted
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.bordered:
        cell.border = Border(LINE, LINE, LINE, LINE)
    style: StyleArray = cell._style  # type: ignore[attr-defined]  # as above
    return style
