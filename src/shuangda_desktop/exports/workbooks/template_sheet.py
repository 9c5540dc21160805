"""An .xlsx of the office's own with placeholders: checked, and filled."""

import io
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports.clean import Notes, widened
from shuangda_desktop.exports.workbooks.cells import cut, escaped
from shuangda_desktop.papers.placeholders import (
    BODY,
    PATTERN,
    Problem,
    filled,
    is_of_rows,
    none_at_all,
    problems_of,
)

NO_BODY = "工作簿里没有放正文的地方\uff0c请去掉“正文”。"


def problems(content: bytes) -> tuple[Problem, ...]:
    """What is wrong with a template, with the cell of each."""
    book = load_workbook(io.BytesIO(content))
    if not book.worksheets:
        raise ValueError("a workbook without a sheet")
    found = tuple(p for sheet in book.worksheets for p in _wrong(sheet))
    texts = (cell.value for sheet in book.worksheets for cell in _texts(sheet))
    return found or tuple(none_at_all(texts))


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


def fill(
    content: bytes, values: Mapping[str, str], rows: Sequence[Mapping[str, str]], notes: Notes
) -> bytes:
    """The template with its placeholders filled, the row of tasks once for each.

    ``notes`` takes a sentence for whatever a cell cannot hold.
    """
    book = load_workbook(io.BytesIO(content))
    values, rows = _escaped(values), [_escaped(row) for row in rows]
    for sheet in book.worksheets:
        repeated = {cell.row for cell in _texts(sheet) if is_of_rows(cell.value)}
        for cell in [c for c in _texts(sheet) if c.row not in repeated]:
            _write(cell, filled(cell.value, values), notes)
        for number in sorted(repeated, reverse=True):
            _repeat(sheet, number, values, rows, notes)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _escaped(values: Mapping[str, str]) -> dict[str, str]:
    """The values as Excel reads them back; the template's own texts are so already."""
    return {name: escaped(value) for name, value in values.items()}


def _repeat(
    sheet: Worksheet,
    number: int,
    values: Mapping[str, str],
    rows: Sequence[Mapping[str, str]],
    notes: Notes,
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
                _write(cell, "" if not rows and isinstance(value, str) else text, notes)
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


def _write(cell: Cell, value: object, notes: Notes) -> None:
    """A text is a text, whatever it begins with."""
    if not isinstance(value, str):
        cell.value = value  # type: ignore[assignment]  # what the template held there
    elif cell.data_type != "f" or cell.value != value:  # the template's own formulas stay
        place = f"{cell.coordinate}单元格"
        cell.value = cut(widened(notes.take(value, place)), place, notes)
        cell.data_type = "s"
