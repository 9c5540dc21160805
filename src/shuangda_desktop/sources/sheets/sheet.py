"""Workbooks (.xlsx), read cell by cell from their XML: the size that a sheet claims is not believed.

A library builds the whole rectangle; a cell in the last corner of a sheet then needs gigabytes. Here
only filled cells count, and they are bounded.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from shuangda_desktop.sources.border.gate import open_container, read_part, refuse
from shuangda_desktop.sources.lines import source_of, too_long
from shuangda_desktop.sources.sheets.grid import Grid, Place, lines_of, warnings_of
from shuangda_desktop.sources.sheets.serial import BUILT_IN, shown
from shuangda_desktop.sources.word.parts import parse_xml
from shuangda_desktop.text.source import SourceText

_REFERENCE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_MAIN = "xl/workbook.xml"
_MOST_SHEETS = 100
_MOST_SEEN = 200_000  # cells and rows that are looked at, filled or not
_READ_ALOUD = {"rPh", "phoneticPr"}
_TOLD: dict[str, dict[str, str]] = {"e": {}, "b": {"1": "是", "0": "否"}}
_HIDDEN_STATES = {"hidden", "veryHidden"}


@dataclass(slots=True)
class _Book:
    archive: zipfile.ZipFile
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)  # by cell style
    from_1904: bool = False
    seen: int = 0
    whole: bool = False  # also faults, truth values and formulas that were never computed

    def grids(self) -> Iterator[Grid]:
        main = parse_xml(read_part(self.archive, _MAIN))
        if main is None:
            raise refuse()
        self.from_1904 = any(_is_on(node, "date1904") for node in _named(main, "workbookPr"))
        self.strings = list(_strings(read_part(self.archive, "xl/sharedStrings.xml")))
        self.formats = _formats(parse_xml(read_part(self.archive, "xl/styles.xml")))
        targets = _targets(parse_xml(read_part(self.archive, "xl/_rels/workbook.xml.rels")))
        for node in list(_named(main, "sheet"))[:_MOST_SHEETS]:
            key = next((str(v) for k, v in node.attrib.items() if str(k).endswith("}id")), "")
            part = read_part(self.archive, targets.get(key, ""))
            if part is not None:
                yield self._grid(node, part)

    def _grid(self, node: etree._Element, part: bytes) -> Grid:
        hidden = str(node.get("state", "")) in _HIDDEN_STATES
        grid = Grid(str(node.get("name", "")), is_hidden=hidden)
        at = Place(-1, -1)
        for kind, element in _elements(part):
            self._count()
            if kind == "row":
                at = Place(_whole(element.get("r"), at.row + 2) - 1, -1)
            elif kind == "c":
                at = _place(str(element.get("r", "")), Place(at.row, at.column + 1))
                grid.put(at, self._text(element))
            elif kind == "mergeCell":
                _merge(grid, str(element.get("ref", "")))
            grid.has_hidden |= kind in {"row", "col"} and _is_on(element, "hidden")
        return grid

    def _count(self) -> None:
        self.seen += 1
        if self.seen > _MOST_SEEN:
            raise too_long()

    def _text(self, cell: etree._Element) -> str:
        kind = str(cell.get("t", "n"))
        if kind == "inlineStr":
            return _rich_text(cell)
        value = next((str(node.text or "") for node in cell if _name(node) == "v"), "")
        if self.whole and not value:
            return next((f"={node.text or ''}" for node in cell if _name(node) == "f"), "")
        if kind == "s":
            place = _whole(value, -1)
            return self.strings[place] if 0 <= place < len(self.strings) else ""
        if kind in {"str", "d"}:
            return value
        if self.whole and kind in _TOLD:
            return _TOLD[kind].get(value, value)
        return self._number(cell, value) if kind == "n" else ""

    def _number(self, cell: etree._Element, value: str) -> str:
        style = _whole(cell.get("s"), 0)
        code = self.formats[style] if style < len(self.formats) else ""
        try:
            return shown(float(value), code, self.from_1904) if value else ""
        except (ValueError, OverflowError):
            return value


def read_sheet(content: bytes, name: str) -> SourceText:
    """The text of an .xlsx file."""
    with open_container(content) as archive:
        grids = list(_Book(archive).grids())
    return source_of(lines_of(grids), content, name, "xlsx", list(warnings_of(grids)))


def grids_of(content: bytes) -> list[Grid]:
    """The sheets of an .xlsx file with everything that a cell can hold, for a form that came back."""
    with open_container(content) as archive:
        return list(_Book(archive, whole=True).grids())


def _elements(part: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Rows when they begin; cells, columns and merges when they are whole. Nothing is kept."""
    context = etree.iterparse(
        io.BytesIO(part),
        events=("start", "end"),
        tag=[f"{{*}}{name}" for name in ("row", "c", "col", "mergeCell")],
        no_network=True,
        resolve_entities=False,
    )
    for event, element in context:
        name = _name(element)
        if event == "end":
            if name != "row":
                yield name, element
            if name == "row" or name == "mergeCell":
                _forget(element)
        elif name == "row":
            yield name, element


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _strings(part: bytes | None) -> Iterator[str]:
    root = parse_xml(part)
    yield from (_rich_text(node) for node in _named(root, "si"))


def _rich_text(node: etree._Element) -> str:
    """The text of runs, without how it is read aloud."""
    pieces = []
    for child in node:
        if _name(child) == "t":
            pieces.append(str(child.text or ""))
        elif _name(child) not in _READ_ALOUD:
            pieces.append(_rich_text(child))
    return "".join(pieces)


def _formats(styles: etree._Element | None) -> list[str]:
    own = {
        _whole(n.get("numFmtId"), -1): str(n.get("formatCode", ""))
        for n in _named(styles, "numFmt")
    }
    codes = BUILT_IN | own
    groups = list(_named(styles, "cellXfs"))[:1]
    return [codes.get(_whole(xf.get("numFmtId"), 0), "") for group in groups for xf in group]


def _targets(relations: etree._Element | None) -> dict[str, str]:
    found = {}
    for node in _named(relations, "Relationship"):
        path = posixpath.normpath(posixpath.join("/xl", str(node.get("Target", ""))))
        found[str(node.get("Id", ""))] = path.lstrip("/")
    return found


def _merge(grid: Grid, reference: str) -> None:
    first, _, last = reference.partition(":")
    outside = Place(-1, -1)
    start, end = _place(first, outside), _place(last, outside)
    if start != outside and end != outside:
        grid.merge(start, end)


def _place(reference: str, otherwise: Place) -> Place:
    """Row and column of a reference as B3."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return otherwise
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return Place(int(found[2]) - 1, column - 1)


def _named(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return iter(()) if root is None else root.iter(f"{{*}}{name}", name)


def _name(node: etree._Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _is_on(node: etree._Element, name: str) -> bool:
    return node.get(name) in {"1", "true"}


def _whole(text: object, otherwise: int) -> int:
    return int(text) if isinstance(text, str) and re.fullmatch("[0-9]{1,9}", text) else otherwise
