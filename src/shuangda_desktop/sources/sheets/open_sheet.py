"""Workbooks of LibreOffice and of WPS's other format (.ods), read from their XML.

A sheet says how often a cell or a row is repeated; the last one of each is repeated to the end of the
sheet. Only filled cells are written out, and they are bounded.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from shuangda_desktop.sources.border.gate import open_container, read_part, refuse
from shuangda_desktop.sources.lines import too_long
from shuangda_desktop.sources.sheets.grid import Grid, Place
from shuangda_desktop.sources.word.parts import parse_xml

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST_REPEATED = 1_000  # of a filled cell or row: more is a whole column filled by one pull
_MOST_SEEN = 200_000  # cells that are looked at
_MOST_SHEETS = 100
_UNSAID = {f"{_OFFICE}annotation", f"{_TEXT}note"}


def open_grids_of(content: bytes) -> list[Grid]:
    """The sheets of an .ods file."""
    with open_container(content) as archive:
        root = parse_xml(read_part(archive, "content.xml"))
    if root is None:
        raise refuse()
    hidden = _hidden_styles(root)
    reader = _Reader()
    tables = list(root.iter(f"{_TABLE}table"))[:_MOST_SHEETS]
    return [reader.grid(table, table.get(f"{_TABLE}style-name") in hidden) for table in tables]


@dataclass(slots=True)
class _Reader:
    seen: int = 0

    def grid(self, table: etree._Element, is_hidden: bool) -> Grid:
        """One sheet."""
        grid = Grid(str(table.get(f"{_TABLE}name", "")), is_hidden=is_hidden)
        at = 0
        for row in table.iter(f"{_TABLE}table-row"):
            times = _times(row, "number-rows-repeated")
            cells = list(self._cells(row))
            for copy in range(min(times, _MOST_REPEATED) if cells else 0):
                for column, text, span in cells:
                    self._count()
                    place = Place(at + copy, column)
                    grid.put(place, text)
                    _merge(grid, place, span)
            grid.has_hidden |= row.get(f"{_TABLE}visibility") is not None
            at += times
        return grid

    def _cells(self, row: etree._Element) -> Iterator[tuple[int, str, tuple[int, int]]]:
        """Column, text and (rows, columns) of the cells of a row that hold something."""
        at = 0
        for cell in row:
            times = _times(cell, "number-columns-repeated")
            text, span = _text(cell), _span(cell)
            if text or span != (1, 1):
                for copy in range(min(times, _MOST_REPEATED)):
                    yield at + copy, text, span
            at += times

    def _count(self) -> None:
        self.seen += 1
        if self.seen > _MOST_SEEN:
            raise too_long()


def _merge(grid: Grid, place: Place, span: tuple[int, int]) -> None:
    rows, columns = span
    if rows > 1 or columns > 1:
        grid.merge(place, Place(place.row + rows - 1, place.column + columns - 1))


def _text(cell: etree._Element) -> str:
    """What a cell holds; a covered one holds nothing that anybody sees."""
    if cell.tag != f"{_TABLE}table-cell":
        return ""
    kind, value = cell.get(f"{_OFFICE}value-type"), cell.get(f"{_OFFICE}value")
    if value is not None and kind in {"float", "currency", "percentage"}:
        return _number(str(value), kind)
    if kind == "date":
        return _date(str(cell.get(f"{_OFFICE}date-value", "")))
    return "\n".join(_words(paragraph) for paragraph in cell if paragraph.tag == f"{_TEXT}p")


def _number(value: str, kind: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{number * 100:.10g}%" if kind == "percentage" else f"{number:.15g}"


def _date(value: str) -> str:
    """An ISO date as the other readers tell it."""
    year, _, rest = value.partition("T")[0].partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
        return value
    return f"{int(year)}年{int(month)}月{int(day)}日"


def _words(node: etree._Element) -> str:
    """The text of a paragraph with its blanks and breaks, without its notes."""
    pieces = [str(node.text or "")]
    for child in node:
        if child.tag == f"{_TEXT}s":
            pieces.append(" " * min(_whole(child.get(f"{_TEXT}c")), _MOST_REPEATED))
        elif child.tag == f"{_TEXT}tab":
            pieces.append(" ")
        elif child.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif child.tag not in _UNSAID:
            pieces.append(_words(child))
        pieces.append(str(child.tail or ""))
    return "".join(pieces)


def _span(cell: etree._Element) -> tuple[int, int]:
    return _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")


def _times(node: etree._Element, name: str) -> int:
    return _whole(node.get(f"{_TABLE}{name}"))


def _whole(text: object) -> int:
    """A count; one where none is given or it is none."""
    return max(int(text), 1) if isinstance(text, str) and text.isdecimal() and len(text) < 9 else 1


def _hidden_styles(root: etree._Element) -> set[str | None]:
    """The styles of sheets that are not shown."""
    return {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(
            p.get(f"{_TABLE}display") == "false" for p in style.iter(f"{_STYLE}table-properties")
        )
    }
