"""Workbooks of before 2007, and those of WPS (.xls, .et)."""

import io
from collections.abc import Iterator

import olefile
import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources.border.gate import refuse
from shuangda_desktop.sources.border.guard import FAULTS, told_in_words
from shuangda_desktop.sources.border.sniff import Kind
from shuangda_desktop.sources.lines import source_of
from shuangda_desktop.sources.sheets.grid import Grid, Place, lines_of, warnings_of
from shuangda_desktop.sources.sheets.serial import shown
from shuangda_desktop.text.source import SourceText


def read_old_sheet(content: bytes, name: str) -> SourceText:
    """The text of an .xls or .et file."""
    with told_in_words(name, xlrd.XLRDError):
        book = _open(_stream(content))
        grids = [_grid(book, sheet, False) for sheet in book.sheets()]
    return source_of(lines_of(grids), content, name, "xls", list(warnings_of(grids)))


def old_grids_of(content: bytes, name: str) -> list[Grid]:
    """The sheets of an .xls or .et file with everything that a cell can hold, for a form that came back."""
    with told_in_words(name, xlrd.XLRDError):
        book = _open(_stream(content))
        return [_grid(book, sheet, True) for sheet in book.sheets()]


def _stream(content: bytes) -> bytes:
    """The workbook without its container: the library follows a chain of sectors without an end."""
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        name = next((name for name in ("Workbook", "Book") if file.exists(name)), None)
        if name is None:
            raise refuse()
        return bytes(file.openstream(name).read())


def _open(content: bytes) -> Book:
    """The workbook; one whose formats are damaged is read without them."""
    try:
        return _load(content, True)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise SourceError(Kind.ENCRYPTED.refusal) from error
        return _load(content, False)
    except FAULTS:
        return _load(content, False)


def _load(content: bytes, formats: bool) -> Book:
    return xlrd.open_workbook(
        file_contents=content, logfile=io.StringIO(), formatting_info=formats, ragged_rows=True
    )


def _grid(book: Book, sheet: Sheet, whole: bool) -> Grid:
    grid = Grid(sheet.name, is_hidden=sheet.visibility != 0)
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            grid.put(Place(row, column), _text(book, cell) or (_told(cell) if whole else ""))
    for top, bottom, left, right in sheet.merged_cells:
        grid.merge(Place(top, left), Place(bottom - 1, right - 1))
    grid.has_hidden = any(_hidden(sheet))
    return grid


def _hidden(sheet: Sheet) -> Iterator[bool]:
    yield from (bool(info.hidden) for info in sheet.rowinfo_map.values())
    yield from (bool(info.hidden) for info in sheet.colinfo_map.values())


def _text(book: Book, cell: Cell) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        return shown(float(cell.value), _format(book, cell), bool(book.datemode))
    return ""


def _told(cell: Cell) -> str:
    """What a plan has no use for, and a form must not lose: faults and truth values."""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return ("是" if cell.value else "否") if cell.ctype == xlrd.XL_CELL_BOOLEAN else ""


def _format(book: Book, cell: Cell) -> str:
    if cell.xf_index is None or not book.xf_list:
        return "y-m-d" if cell.ctype == xlrd.XL_CELL_DATE else ""
    return str(book.format_map[book.xf_list[cell.xf_index].format_key].format_str)
