"""The one place that puts a value into a cell of a workbook.

Cells are written as XML at once: an object for each cost three times as long as all the rest.
"""

import math
import re
from dataclasses import dataclass, replace
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports.clean import Notes, widened
from shuangda_desktop.tasks.columns.column import Value

SONG = "宋体"
HEI = "黑体"
SIZE = 10.5
DATE = "yyyy\\-mm\\-dd"
PERCENT = '0"%"'
LONGEST = 32_767  # characters of a cell; Excel cuts what is longer without a word
MARKER_ROOM = 24
FIRST_YEAR = 1901  # Excel counts the days of 1900 wrong and knows none before
DAY_NOUGHT = date(1899, 12, 30).toordinal()
_LIVE = re.compile("\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")  # East Asian Excel takes wide signs too
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel would read _x0041_ as "A"

LINE = Side(style="thin", color="808080")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; equal looks share one style in the file."""

    font: str = SONG
    size: float = SIZE
    bold: bool = False
    fill: str = ""
    horizontal: str = "left"
    vertical: str = "center"
    bordered: bool = True
    indent: int = 0  # air between the border and the text, in steps of Excel
    number_format: str = "General"
    quoted: bool = False  # Excel keeps the text a text when the clerk edits the cell
    ink: str = ""  # colour of the letters, "" for black
    locked: bool = True  # counts where the sheet is protected


PLAIN = Look(indent=1)
CENTRED = Look(horizontal="center")
BAND = Look(font=HEI, fill="F5F7FA", indent=1)


class CellWriter:
    """Turns values into cells of one sheet and keeps notes of what did not fit."""

    def __init__(self, sheet: Worksheet, notes: Notes) -> None:
        self._sheet = sheet
        self._notes = notes
        self._styles: dict[Look, int] = {}
        self._known: dict[str, tuple[str, bool]] = {}  # most cells repeat a text of another

    def cell(self, place: str, value: Value, look: Look) -> str:
        """The XML of a cell: text stays text, numbers stay numbers, dates stay dates."""
        if isinstance(value, str) and value:
            return self._text(place, value, look)
        if isinstance(value, date):
            return self._date(place, value, look)
        style = self._style(look)
        if isinstance(value, int | float) and math.isfinite(value):
            return f'<c r="{place}" s="{style}"><v>{value + 0}</v></c>'  # true counts as 1
        return f'<c r="{place}" s="{style}"/>'

    def _text(self, place: str, value: str, look: Look) -> str:
        written, live = self._known.get(value) or self._written(place, value)
        style = self._style(replace(look, quoted=True) if live else look)
        return (
            f'<c r="{place}" s="{style}" t="inlineStr">'
            f'<is><t xml:space="preserve">{written}</t></is></c>'
        )

    def _written(self, place: str, value: str) -> tuple[str, bool]:
        """The text as XML, and whether Excel might take it for a formula.

        Kept for the next cell that says the same, unless something in it has to be told with its place.
        """
        told = self._notes.count
        text = self._fit(value, f"{place}单元格")
        found = escape(text), _LIVE.match(text) is not None
        if self._notes.count == told:
            self._known[value] = found
        return found

    def _fit(self, text: str, place: str) -> str:
        return cut(escaped(widened(self._notes.take(text, place))), place, self._notes)

    def _date(self, place: str, value: date, look: Look) -> str:
        if value.year < FIRST_YEAR:
            return self._text(place, value.isoformat(), look)
        if "yy" not in look.number_format:
            look = replace(look, number_format=DATE)
        days = value.toordinal() - DAY_NOUGHT
        return f'<c r="{place}" s="{self._style(look)}"><v>{days}</v></c>'

    def _style(self, look: Look) -> int:
        if look not in self._styles:
            self._styles[look] = _style_of(self._sheet, look)
        return self._styles[look]


def escaped(text: str) -> str:
    """The text with _x0041_ and the like as Excel reads them back, not as the letter they stand for."""
    return _ESCAPE.sub("_x005F_", text)


def cut(text: str, place: str, notes: Notes) -> str:
    """What a cell holds of the text; what it does not is told in the cell and in the notes."""
    encoded = text.encode("utf-16-le") if len(text) > LONGEST // 2 else b""  # as Excel counts
    if len(encoded) <= 2 * LONGEST:
        return text
    kept = encoded[: 2 * (LONGEST - MARKER_ROOM)].decode("utf-16-le", "ignore")
    notes.add(f"{place}\uff1a文字超过{LONGEST}字\uff0c末尾没有写入\uff0c已在文末注明。")
    return f"{kept}\u3014余下{len(text) - len(kept)}字未写入\u3015"


def escape(text: str) -> str:
    """The text as XML holds it."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _style_of(sheet: Worksheet, look: Look) -> int:
    """The number under which the workbook keeps a look."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(name=look.font, size=look.size, bold=look.bold, color=look.ink or None)
    cell.alignment = Alignment(
        horizontal=look.horizontal, vertical=look.vertical, wrap_text=True, indent=look.indent
    )
    cell.number_format = look.number_format
    cell.quotePrefix = look.quoted
    if not look.locked:
        cell.protection = Protection(locked=False)
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.bordered:
        cell.border = Border(LINE, LINE, LINE, LINE)
    return cell.style_id
