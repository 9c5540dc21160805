"""The rows of a sheet as XML, put into a workbook that openpyxl has finished around them."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from shuangda_desktop.exports import package

STYLES = "xl/styles.xml"
SHEET = "xl/worksheets/sheet1.xml"
SHEETS = "xl/worksheets/sheet{}.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FONT = ["b", "i", "strike", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"]
_PLACE = b"<sheetData/>"


def row(number: str, height: float, cells: Sequence[str], *, hidden: bool = False) -> str:
    """A row of cells with a height of its own."""
    state = ' hidden="1"' if hidden else ""
    return f'<row r="{number}" ht="{height}" customHeight="1"{state}>{"".join(cells)}</row>'


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a sheet as XML, and the cells over which they reach."""

    rows: Sequence[str]
    area: str


def with_rows(book: bytes, sheets: Sequence[Rows]) -> bytes:
    """The workbook with these rows in its sheets, in their order."""
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    for number, sheet in enumerate(sheets, 1):
        name = SHEETS.format(number)
        parts[name] = _filled(parts[name], "".join(sheet.rows).encode("utf-8"), sheet.area)
    parts[STYLES] = _in_order(parts[STYLES])
    return package.pack(parts)


def _filled(sheet: bytes, rows: bytes, area: str) -> bytes:
    root = etree.fromstring(sheet)
    found = root.find(f"{{{MAIN}}}dimension")
    assert found is not None
    found.set("ref", area)  # readers that stream believe it and stop there
    before, place, after = etree.tostring(root, xml_declaration=True, encoding="UTF-8").partition(
        _PLACE
    )
    assert place
    return b"".join((before, b"<sheetData>", rows, b"</sheetData>", after))


def _in_order(styles: bytes) -> bytes:
    """The styles with the parts of each font in the order of the schema, which openpyxl ignores."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{{{MAIN}}}font"):
        font[:] = sorted(font, key=lambda part: FONT.index(etree.QName(part).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
