"""Pages that are set in two columns, as gazettes are: read as two pages, one after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.sources.pages.borderless import rules_between
from shuangda_desktop.sources.pages.glyphs import Glyph, PrintedLine, Sheet, lines_of

_MIDDLE = (0.4, 0.6)  # of the width: where the gutter may be
_STRIPES = 12
_GUTTER = 1.3  # of the size: the least width of it
_FEWEST_LINES = 8  # with text on both sides
_MOST_CROSSING = 0.15  # of the lines that have text on both sides
_FEWEST_WIDE = 0.5  # of the halves of lines, that fill their column
_WIDE = 0.75  # of the width of a column


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where two columns stand: the gutter between them, their left edges, the right one of the first."""

    gutter: float
    left: float
    end: float
    second: float


def columns_of(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The pages; of one with two columns, what stands above them, then each column.

    Columns are told as pages of one width, with their text at one margin.
    """
    found = [_gutter(s) if not s.strokes and _has_gap(s) else None for s in sheets]
    if any(found) and any(map(_has_table, sheets)):  # what looks like a gutter parts its cells
        found = [None] * len(sheets)
    usual = _usual(sheets, found)
    for sheet, gutter in zip(sheets, found, strict=True):
        if usual and (gutter is not None or (not sheet.strokes and _is_open(sheet, usual.gutter))):
            yield from _parts(sheet, usual)
        else:
            yield sheet


def _has_table(sheet: Sheet) -> bool:
    return bool(rules_between(lines_of(sheet.glyphs), ())[0])


def _usual(sheets: Sequence[Sheet], found: Sequence[float | None]) -> _Columns | None:
    """The columns by the page that has most lines of both."""
    best: list[PrintedLine] = []
    usual = 0.0
    for sheet, gutter in zip(sheets, found, strict=True):
        if gutter is not None:
            parted = [line for line in lines_of(sheet.glyphs) if _is_parted(line, gutter)]
            if len(parted) > len(best):
                best, usual = parted, gutter
    if not best:
        return None
    runs = [run for line in best for run in line.runs]
    return _Columns(
        usual,
        min(run.x0 for run in runs),
        max(run.x1 for run in runs if run.x1 <= usual),
        min(run.x0 for run in runs if run.x0 >= usual),
    )


def _parts(sheet: Sheet, columns: _Columns) -> Iterator[Sheet]:
    gutter = columns.gutter
    parted = [line for line in lines_of(sheet.glyphs) if _is_parted(line, gutter)]
    if not parted:
        yield sheet
        return
    top = min(line.y - line.size for line in parted)
    head = [glyph for glyph in sheet.glyphs if glyph.y < top]
    rest = [glyph for glyph in sheet.glyphs if glyph.y >= top]
    if head:
        yield replace(sheet, glyphs=head)
    left = [glyph for glyph in rest if glyph.x1 <= gutter + glyph.size / 2]
    right = [glyph for glyph in rest if glyph.x1 > gutter + glyph.size / 2]
    wide = columns.end + columns.left
    yield replace(sheet, width=wide, glyphs=left)
    moved = [_moved(glyph, columns.second - columns.left) for glyph in right]
    yield replace(sheet, width=wide, glyphs=moved)


def _is_open(sheet: Sheet, gutter: float) -> bool:
    """Whether hardly a line of a page crosses the gutter that other pages have."""
    lines = lines_of(sheet.glyphs)
    crossing = sum(line.x0 < gutter < line.x1 and not _is_parted(line, gutter) for line in lines)
    return crossing <= _MOST_CROSSING * len(lines)


def _has_gap(sheet: Sheet) -> bool:
    """Whether a stripe in the middle is nearly free of characters: quick, and enough for most pages."""
    low, high = (share * sheet.width for share in _MIDDLE)
    counts = [0] * _STRIPES
    for glyph in sheet.glyphs:
        middle = (glyph.x0 + glyph.x1) / 2
        if low <= middle < high:
            counts[int((middle - low) / (high - low) * _STRIPES)] += 1
    return min(counts) <= _MOST_CROSSING * max(counts)


def _moved(glyph: Glyph, by: float) -> Glyph:
    return replace(glyph, x0=glyph.x0 - by, x1=glyph.x1 - by)


def _is_parted(line: PrintedLine, gutter: float) -> bool:
    """Whether a line has text on both sides of a gap at the gutter."""
    return any(
        a.x1 <= gutter <= b.x0 and b.x0 - a.x1 >= _GUTTER * line.size
        for a, b in zip(line.runs, line.runs[1:], strict=False)
    )


def _gutter(sheet: Sheet) -> float | None:
    """The middle of the gap that most lines have; None for a page of one column."""
    lines = lines_of(sheet.glyphs)
    low, high = (share * sheet.width for share in _MIDDLE)
    gaps = [
        ((a.x1 + b.x0) / 2, b.x0 - a.x1, line)
        for line in lines
        for a, b in zip(line.runs, line.runs[1:], strict=False)
        if b.x0 - a.x1 >= _GUTTER * line.size
    ]
    inside = sorted(middle for middle, _, _ in gaps if low <= middle <= high)
    if len(inside) < _FEWEST_LINES:
        return None
    gutter = inside[len(inside) // 2]
    parted = [line for line in lines if _is_parted(line, gutter)]
    both = [line for line in lines if line.x0 < gutter - line.size and line.x1 > gutter + line.size]
    if len(parted) < max(_FEWEST_LINES, (1 - _MOST_CROSSING) * len(both)):
        return None
    return gutter if _are_filled(parted, gutter, sheet.width) else None


def _are_filled(lines: list[PrintedLine], gutter: float, width: float) -> bool:
    """Whether most halves are lines of prose and not cells of a table."""
    margin = min(line.x0 for line in lines)
    column = gutter - margin
    filled = 0
    for line in lines:
        left = max(run.x1 for run in line.runs if run.x1 <= gutter)
        right = min(run.x0 for run in line.runs if run.x0 >= gutter)
        filled += (left - line.x0 >= _WIDE * column) + (line.x1 - right >= _WIDE * column)
    return filled >= _FEWEST_WIDE * 2 * len(lines) and width - margin > gutter
