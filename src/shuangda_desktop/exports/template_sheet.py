"""An .xlsx of the office's own with placeholders: checked, and filled."""

import io
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports.clean import clean, widened
from shuangda_desktop.papers.placeholders import (
    BODY,
    PATTERN,
    Problem,
    filled,
    is_of_rows,
    problems_of,
)

LONGEST = 32_767  # characters that a cell holds
NO_BODY = "工作簿里没有放正文的地方\uff0c请去掉“正文”。"


def problems(content: bytes) -> tuple[Problem, ...]:
    """What is wrong with a template, with the cell of each."""
    book = load_workbook(io.BytesIO(content))
    if not book.worksheets:
        raise ValueError("a workbook without a sheet")
    return tuple(p for sheet in book.worksheets for p in _wrong(sheet))


def _wrong(sheet: Worksheet) -> Iterator[Problem]:
    for cell in _texts(sheet):
        place = f"“{sheet.title}”的{cell.coordinate}"
        yield from problems_of(cell.value, place, in_row=True)
        if BODY in PATTERN.findall(cell.value):
            yield Problem(place, NO_BODY)


def _texts(sheet: Worksheet) -> Iterator[Any]:
    """The cells that hold text."""
    for row in sheet.iter_rows():
        yield from (cell for cell in row if isinstance(cell.value, str))


def fill(content: bytes, values: Mapping[str, str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """The template with its placeholders filled, the row of tasks once for each."""
    book = load_workbook(io.BytesIO(content))
    for sheet in book.worksheets:
        for number in sorted({c.row for c in _texts(sheet) if is_of_rows(c.value)}, reverse=True):
            _repeat(sheet, number, values, rows)
        for cell in list(_texts(sheet)):
            _write(cell, filled(cell.value, values))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _repeat(
    sheet: Worksheet, number: int, values: Mapping[str, str], rows: Sequence[Mapping[str, str]]
) -> None:
    """The row once for every task; what stands below moves down with its merges and heights."""
    cells: Sequence[Any] = sheet[number]
    pattern = [(cell.value, copy(cell._style)) for cell in cells]
    more = len(rows) - 1
    if more > 0:
        _move_down(sheet, number, more)
    for place, told in enumerate(rows or [{}]):
        for column, (value, style) in enumerate(pattern, 1):
            cell: Any = sheet.cell(number + place, column)
            cell._style = copy(style)
            if not isinstance(cell, MergedCell):
                text = filled(value, {**values, **told}) if isinstance(value, str) else value
                _write(cell, "" if not rows and isinstance(value, str) else text)
        sheet.row_dimensions[number + place].height = sheet.row_dimensions[number].height


def _move_down(sheet: Worksheet, number: int, more: int) -> None:
    below = [area for area in sheet.merged_cells.ranges if area.min_row > number]
    for area in below:
        area.shift(row_shift=more)
    heights = {n: d.height for n, d in sheet.row_dimensions.items() if n > number and d.height}
    sheet.insert_rows(number + 1, more)
    for n in heights:
        sheet.row_dimensions[n].height = None
    for n, height in heights.items():
        sheet.row_dimensions[n + more].height = height


def _write(cell: Cell, value: object) -> None:
    """A text is a text, whatever it begins with."""
    if isinstance(value, str):
        was_formula = cell.data_type == "f" and cell.value == value
        cell.value = widened(clean(value).text)[:LONGEST] if not was_formula else value
        if not was_formula:
            cell.data_type = "s"
    else:
        cell.value = value  # type: ignore[assignment]  # what the template held there
