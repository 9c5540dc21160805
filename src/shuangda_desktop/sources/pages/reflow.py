"""Paragraphs out of printed lines, by their places: text alone cannot tell where one ends.

A paragraph begins where a line is indented, where the line before ends short of the margin, where the
size of type changes, and after a gap. A page that begins in the middle of a paragraph goes on with it,
and so does one that begins in the middle of a table.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from shuangda_desktop.sources.lines import Line, note_line
from shuangda_desktop.sources.pages.borderless import rules_between
from shuangda_desktop.sources.pages.columns import columns_of
from shuangda_desktop.sources.pages.furniture import without_furniture
from shuangda_desktop.sources.pages.glyphs import PrintedLine, Sheet, lines_of
from shuangda_desktop.sources.pages.joining import Labels, Placed, paragraphs
from shuangda_desktop.sources.pages.line_numbers import without_line_numbers
from shuangda_desktop.sources.pages.margins import Frame, Leaf, frames_of
from shuangda_desktop.sources.pages.notes import without_notes
from shuangda_desktop.sources.pages.over_pages import go_on_over, joined_tables
from shuangda_desktop.sources.pages.ruled import Ruled, ruled_tables
from shuangda_desktop.sources.pages.running import without_running
from shuangda_desktop.sources.pages.tabbed import Stops, stops_of, tabbed_tables
from shuangda_desktop.text.source import BlockKind

Piece = list[Placed] | Ruled


def paragraphs_of(sheets: Sequence[Sheet]) -> Iterator[Line]:
    """The paragraphs and table rows of these pages."""
    bare = without_running(without_line_numbers(sheets))
    parted = without_notes(list(columns_of(bare)))
    pages = list(_pages([sheet for sheet, _ in parted]))
    leaves = [
        Leaf(sheet.width, sheet.height, tuple(lines))
        for (sheet, _), (lines, _) in zip(parted, pages, strict=True)
    ]
    frames = frames_of(leaves)
    bodies = without_furniture(leaves, frames)
    stops = _stops(leaves, frames)
    labels = Labels(line.text for body in bodies for line in body)
    tables = [found for _, found in pages]
    for piece in _together(_pieces(bodies, tables, frames)):
        if isinstance(piece, Ruled):
            yield from piece.rows
        else:
            yield from _flow(piece, stops, labels)
    yield from (note_line(note) for _, notes in parted for note in notes)


def _pages(sheets: Sequence[Sheet]) -> Iterator[tuple[list[PrintedLine], list[Ruled]]]:
    """The lines and the tables of each page, those without rules among them."""
    columns: Sequence[tuple[float, float]] = ()
    for sheet in sheets:
        tables, glyphs = ruled_tables(sheet)
        lines = lines_of(glyphs)
        rules, columns = rules_between(lines, columns)
        if rules:
            found, glyphs = ruled_tables(replace(sheet, glyphs=glyphs, strokes=rules))
            tables = sorted([*tables, *found], key=lambda table: table.top)
            lines = lines_of(glyphs)
        yield lines, tables


def _stops(leaves: Sequence[Leaf], frames: Sequence[Frame]) -> Stops:
    """The tab stops of the pages that hold most lines."""
    usual = max(frames, key=lambda f: sum(f is each for each in frames), default=Frame())
    lines = [
        line
        for leaf, frame in zip(leaves, frames, strict=True)
        if frame is usual
        for line in leaf.lines
    ]
    return stops_of(lines, usual.left, usual.right)


def _pieces(
    bodies: Sequence[Sequence[PrintedLine]],
    tables: Sequence[Sequence[Ruled]],
    frames: Sequence[Frame],
) -> Iterator[Piece]:
    """The lines and tables of all pages in order."""
    for body, found, frame in zip(bodies, tables, frames, strict=True):
        rest = [(line, frame) for line in body]
        for table in found:
            yield [each for each in rest if each[0].y < table.top]
            yield table
            rest = [each for each in rest if each[0].y >= table.top]
        yield rest


def _together(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, with lines that follow lines and tables that go on over a page as one."""
    held: Piece = []
    for piece in pieces:
        if isinstance(piece, Ruled) and isinstance(held, Ruled) and go_on_over(held, piece):
            held = joined_tables(held, piece)
        elif isinstance(piece, list) and (not piece or isinstance(held, list)):
            if isinstance(held, list):
                held += piece
        else:
            yield held
            held = piece
    yield held


def _flow(lines: Sequence[Placed], stops: Stops, labels: Labels) -> Iterator[Line]:
    """Paragraphs, and between them the rows of tables that were made by tabs."""
    done = 0
    for table in tabbed_tables([line for line, _ in lines], stops):
        yield from _told(lines[done : table.start], labels)
        yield from ((row, BlockKind.PARAGRAPH) for row in table.rows)
        done = table.stop
    yield from _told(lines[done:], labels)


def _told(lines: Sequence[Placed], labels: Labels) -> Iterator[Line]:
    yield from ((text, BlockKind.PARAGRAPH) for text in paragraphs(lines, labels))
