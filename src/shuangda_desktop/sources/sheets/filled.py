"""Files that were filled in and came back: workbooks of every kind as sheets of cells.

Unlike a plan, a form is read cell by cell: the place of a value says what it is. Documents of text are
read by the reader of plans; their tables become sheets too.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from shuangda_desktop.errors import SourceError
from shuangda_desktop.sources import read_bytes
from shuangda_desktop.sources.border.guard import told_in_words
from shuangda_desktop.sources.border.secret import refuse_secret
from shuangda_desktop.sources.border.sniff import READ, Kind, kind_of
from shuangda_desktop.sources.plain import decode
from shuangda_desktop.sources.sheets.grid import Grid, Place
from shuangda_desktop.sources.sheets.old_sheet import old_grids_of
from shuangda_desktop.sources.sheets.open_sheet import open_grids_of
from shuangda_desktop.sources.sheets.sheet import grids_of
from shuangda_desktop.text.punctuation import widen
from shuangda_desktop.text.sheets import FilledBook, FilledSheet
from shuangda_desktop.text.source import CELL_BREAK, LINE_IN_CELL, BlockKind, SourceText

WORDS = "文字"  # the name of the sheet that holds the paragraphs of a document, one a row
_DELIMITERS = ("\t", ",", ";", "\uff0c")
_LONGEST_FIELD = 2_000_000
_EMPTY = "“{}”里没有内容,没有读取。请确认选对了文件。"
_CUT = "工作表“{}”右边有列超出了读取范围,没有读取;请对照原件核对。"


def read_filled(content: bytes, name: str) -> FilledBook:
    """The sheets of a file that came back, whatever its name says it is."""
    kind = kind_of(content)
    grids = _GRIDS.get(kind)
    with told_in_words(name):
        if grids is not None:
            found = grids(content, name)
            sheets, warnings = _sheets(found), tuple(_warnings(found))
            label = kind.value or "csv"
        elif kind in READ:
            source = read_bytes(content, name)
            sheets, warnings, label = _sheets_of(source), source.warnings, source.format
        else:
            raise SourceError(kind.refusal)
    if not any(sheet.texts for sheet in sheets):
        raise SourceError(widen(_EMPTY.format(name)))
    _refuse_secret(sheets)
    digest = hashlib.sha256(content).hexdigest()
    return FilledBook(name, digest, str(label), sheets, warnings, content)


def _comma_separated(content: bytes, name: str) -> list[Grid]:
    """Text with one row a line; what parts its cells is what most lines have."""
    text = decode(content).text
    grid = Grid(name)
    mark = max(_DELIMITERS, key=lambda sign: sum(sign in line for line in text.split("\n")[:50]))
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error:  # a quotation mark that nobody closed
        rows = [line.split(mark) for line in text.split("\n")]
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            grid.put(Place(row, column), cell)
    return [grid]


_GRIDS: dict[Kind, Callable[[bytes, str], list[Grid]]] = {
    Kind.SHEET: lambda content, _: grids_of(content),
    Kind.OLD_SHEET: old_grids_of,
    Kind.OPEN_SHEET: lambda content, _: open_grids_of(content),
    Kind.TEXT: _comma_separated,
}


def _sheets(grids: Iterable[Grid]) -> tuple[FilledSheet, ...]:
    return tuple(
        FilledSheet(
            grid.name,
            {
                (place.row, place.column): text.replace(LINE_IN_CELL, "\n")
                for place, text in grid.cells.items()
            },
            tuple((a.row, a.column, b.row, b.column) for a, b in grid.merges),
            grid.is_hidden,
        )
        for grid in grids
    )


def _warnings(grids: Iterable[Grid]) -> Iterator[str]:
    yield from (widen(_CUT.format(grid.name)) for grid in grids if grid.is_cut)


def _sheets_of(source: SourceText) -> tuple[FilledSheet, ...]:
    """The tables of a document as sheets, and its paragraphs as one."""
    found: list[Grid] = []
    words = Grid(WORDS)
    for is_table, blocks in groupby(source.blocks, key=lambda b: b.kind is BlockKind.ROW):
        grid = Grid(f"表{len(found) + 1}") if is_table else words
        first = 0 if is_table else max((place.row + 1 for place in words.cells), default=0)
        for row, block in enumerate(blocks, first):
            text = source.raw[block.span.start : block.span.end]
            for column, cell in enumerate(text.split(CELL_BREAK) if is_table else [text]):
                grid.put(Place(row, column), cell)
        if is_table:
            found.append(grid)
    return _sheets([*found, words])


def _refuse_secret(sheets: Iterable[FilledSheet]) -> None:
    """A form that somebody marked secret is not kept either."""
    refuse_secret("\n".join(text for sheet in sheets for _, text in sorted(sheet.texts.items())))
