"""Pages that are set in two columns, as gazettes are: read as two pages, one after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shuangda_desktop.sources.pages.borderless import rules_between
from shuangda_desktop.sources.pages.column_order import follow_on
from shuangda_desktop.sources.pages.glyphs import Glyph, PrintedLine, Sheet, lines_of

_MIDDLE = (0.4, 0.6)  # of the width: where the gutter may be
_MOST_TRIED = 20  # places of it
_GUTTER = 1.3  # of the size: the least width of it
_CLOSE = 0.5  # of the size: no gap of columns is so narrow
_FEWEST_LINES = 2  # with text on both sides
_FEWEST_TO_FILL = 4  # … that tell columns by being full
_FEWEST_HALF_FILLED = 8  # … by half of them being full
_MOST_CROSSING = 0.15  # of the lines that have text on both sides
_FEWEST_WIDE = 0.5  # of the halves of lines, that fill their column
_MOST_WIDE = 0.8  # … of a page with few lines
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
    pages = [lines_of(sheet.glyphs) for sheet in sheets]
    found = [_gutter(s, p) if not s.strokes else None for s, p in zip(sheets, pages, strict=True)]
    if any(found) and any(map(_have_table, pages)):  # what looks like a gutter parts its cells
        found = [None] * len(sheets)
    usual = _usual(pages, found)
    for sheet, lines, gutter in zip(sheets, pages, found, strict=True):
        if usual and (gutter is not None or (not sheet.strokes and _are_open(lines, usual.gutter))):
            yield from _parts(sheet, lines, usual)
        else:
            yield sheet


def _have_table(lines: Sequence[PrintedLine]) -> bool:
    return bool(rules_between(lines, ())[0])


def _usual(
    pages: Sequence[Sequence[PrintedLine]], found: Sequence[float | None]
) -> _Columns | None:
    """The columns by the page that has most lines of both."""
    best: list[PrintedLine] = []
    usual = 0.0
    for lines, gutter in zip(pages, found, strict=True):
        if gutter is not None:
            parted = [line for line in lines if _is_parted(line, gutter)]
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


def _parts(sheet: Sheet, lines: Sequence[PrintedLine], columns: _Columns) -> Iterator[Sheet]:
    gutter = columns.gutter
    parted = [line for line in _below(lines, gutter) if _is_parted(line, gutter)]
    if not parted:
        yield sheet
        return
    top = min(line.y - line.size for line in parted)
    head = [glyph for glyph in sheet.glyphs if glyph.y < top]
    rest = [glyph for glyph in sheet.glyphs if glyph.y >= top]
    if head:
        yield replace(sheet, glyphs=head)
    left, right = _sides(rest, gutter)
    wide = columns.end + columns.left
    yield replace(sheet, width=wide, glyphs=left)
    moved = [_moved(glyph, columns.second - columns.left) for glyph in right]
    yield replace(sheet, width=wide, glyphs=moved)


def _are_open(lines: Sequence[PrintedLine], gutter: float) -> bool:
    """Whether hardly a line of a page crosses the gutter that other pages have."""
    crossing = sum(line.x0 < gutter < line.x1 and not _is_parted(line, gutter) for line in lines)
    return crossing <= _MOST_CROSSING * len(lines)


def _moved(glyph: Glyph, by: float) -> Glyph:
    return replace(glyph, x0=glyph.x0 - by, x1=glyph.x1 - by)


def _is_parted(line: PrintedLine, gutter: float) -> bool:
    """Whether a line has text on both sides of a gap at the gutter."""
    return any(
        a.x1 <= gutter <= b.x0 and b.x0 - a.x1 >= _GUTTER * line.size
        for a, b in pairwise(line.runs)
    )


def _gutter(sheet: Sheet, lines: Sequence[PrintedLine]) -> float | None:
    """The middle of the gap that most lines have; None for a page of one column."""
    gutter = _shared_gap(lines, sheet.width)
    below = _below(lines, gutter) if gutter else []
    parted = [line for line in below if _is_parted(line, gutter)]
    both = [line for line in below if line.x0 < gutter - line.size and line.x1 > gutter + line.size]
    if len(parted) < max(_FEWEST_LINES, (1 - _MOST_CROSSING) * len(both)):
        return None
    if _are_filled(parted, gutter, sheet.width):
        return gutter
    top = below[0].y - below[0].size
    left, right = _sides([glyph for glyph in sheet.glyphs if glyph.y > top], gutter)
    return gutter if follow_on(lines_of(left), lines_of(right)) else None


def _shared_gap(lines: Sequence[PrintedLine], width: float) -> float:
    """The middle of what is free on most lines that have a wide gap near the middle; 0 if none has."""
    low, high = (share * width for share in _MIDDLE)
    gaps = [
        (a.x1, b.x0, _GUTTER / 2 * line.size)
        for line in lines
        for a, b in pairwise(line.runs)
        if b.x0 - a.x1 >= _GUTTER * line.size
    ]
    ends = Counter(round(end - half) for _, end, half in gaps if low <= end - half <= high)
    shared: list[tuple[float, float, float]] = []
    for place, _ in ends.most_common(_MOST_TRIED):
        free = [gap for gap in gaps if gap[0] < place < gap[1]]
        shared = max(shared, free, key=len)
    return (max(gap[0] for gap in shared) + min(gap[1] for gap in shared)) / 2 if shared else 0.0


def _sides(glyphs: Sequence[Glyph], gutter: float) -> tuple[list[Glyph], list[Glyph]]:
    """What stands left of the gutter, and right of it."""
    left = [glyph for glyph in glyphs if glyph.x1 <= gutter + glyph.size / 2]
    return left, [glyph for glyph in glyphs if glyph.x1 > gutter + glyph.size / 2]


def _below(lines: Sequence[PrintedLine], gutter: float) -> Sequence[PrintedLine]:
    """The lines below what stands over both columns."""
    parted = [line.y for line in lines if _is_parted(line, gutter)]
    if not parted:
        return []
    middle = parted[len(parted) // 2]
    over = (line.y for line in lines if line.y < middle and _crosses(line, gutter))
    top = max(over, default=0.0)
    return [line for line in lines if line.y > top]


def _crosses(line: PrintedLine, gutter: float) -> bool:
    """Whether a line goes on over the gutter without a gap."""
    before = max((run.x1 for run in line.runs if run.x0 < gutter), default=line.x1)
    after = min((run.x0 for run in line.runs if run.x1 > gutter), default=line.x0)
    return line.x0 < gutter < line.x1 and after - before < _CLOSE * line.size


def _are_filled(lines: list[PrintedLine], gutter: float, width: float) -> bool:
    """Whether most halves are lines of prose and not cells of a table."""
    if len(lines) < _FEWEST_TO_FILL:
        return False
    margin = min(line.x0 for line in lines)
    column = gutter - margin
    filled = 0
    for line in lines:
        left = max(run.x1 for run in line.runs if run.x1 <= gutter)
        right = min(run.x0 for run in line.runs if run.x0 >= gutter)
        filled += (left - line.x0 >= _WIDE * column) + (line.x1 - right >= _WIDE * column)
    fewest = _FEWEST_WIDE if len(lines) >= _FEWEST_HALF_FILLED else _MOST_WIDE
    return filled >= fewest * 2 * len(lines) and width - margin > gutter
