"""From the sheets of a workbook to the directory that it describes."""

from collections.abc import Iterable, Sequence
from datetime import date

from shuangda_desktop.text.sheets import FilledSheet
from shuangda_desktop.units.book import Book
from shuangda_desktop.units.book_parts import read_counterparts, read_groups, read_reforms
from shuangda_desktop.units.book_units import read_units
from shuangda_desktop.units.directory import Directory
from shuangda_desktop.units.sheet_rows import Rows, rows_of
from shuangda_desktop.units.words import (
    COUNTERPART_HEADS,
    COUNTERPARTS,
    GROUP_HEADS,
    GROUPS,
    REFORM_HEADS,
    REFORMS,
    UNIT_HEADS,
    UNITS,
    Head,
)

_OTHERS = (GROUPS, REFORMS, COUNTERPARTS)
_NO_SHEET = "没有找到单位名录。表头里要有“单位全称”,另外至少有“简称”“联系人”“电话”等一列。"


def read_book(sheets: Sequence[FilledSheet], known: Directory, today: date) -> Book:
    """The directory that a workbook describes, over what is known of the city; never raises.

    A sheet that is not there leaves its part of the directory as it is, and so does a column.
    """
    book = Book()
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    table = _units(shown)
    if table is None:
        book.trouble("", 0, _NO_SHEET)
        return book
    read_units(book, table, known)
    if found := _named(shown, GROUPS, GROUP_HEADS, ("group", "members")):
        read_groups(book, found, known)
    if found := _named(shown, REFORMS, REFORM_HEADS, ("predecessor", "successor", "effective_on")):
        read_reforms(book, found, known)
    if found := _named(shown, COUNTERPARTS, COUNTERPART_HEADS, ("higher", "lower")):
        read_counterparts(book, found, known, today)
    return book


def _units(sheets: Iterable[FilledSheet]) -> Rows | None:
    """The table of units: in the sheet of that name, else in the first one that has it."""
    for sheet in sorted(sheets, key=lambda sheet: sheet.name != UNITS):
        rows = rows_of(sheet, UNIT_HEADS, ("name",)) if sheet.name not in _OTHERS else None
        if rows is not None and len(rows.keys) > 1:
            return rows
    return None


def _named(
    sheets: Iterable[FilledSheet], name: str, heads: Sequence[Head], needed: Sequence[str]
) -> Rows | None:
    return next((rows_of(sheet, heads, needed) for sheet in sheets if sheet.name == name), None)
