"""Tables that are drawn with rules: what stands between the rules is a cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from shuangda_desktop.sources.lines import Line, row_line
from shuangda_desktop.sources.pages.glyphs import Glyph, PrintedLine, Sheet, Stroke, lines_of
from shuangda_desktop.text.source import LINE_IN_CELL

_NEAR = 2.5  # points that two rules may miss one another by
_MOST_RULES = 400  # in one direction on one page: a drawing has more
_TALL = 100.0  # points: a row that high without columns is no row but text in a frame
_LEAST = 8.0  # points between two rules of a table
_MOST_PADDING = 8.0  # points between a rule and the text of a cell
_SPACED = 0.26  # of the size: what printers leave between Han and digits
_FULL = 0.9  # of the size: a line that is this much shorter than its cell is full


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell; the room that its last line leaves, the width of its first word, in points."""

    text: str = ""
    room: float = 0.0
    word: float = 0.0


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: where it begins on the page, the places of its upright rules, and its cells."""

    top: float
    columns: tuple[float, ...]
    cells: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Line, ...]:
        """The rows as lines of the document."""
        return tuple(row_line([cell.text for cell in row]) for row in self.cells)


@dataclass(slots=True)
class _Group:
    """Rules that touch one another."""

    across: list[Stroke] = field(default_factory=list)
    down: list[Stroke] = field(default_factory=list)


def ruled_tables(sheet: Sheet) -> tuple[list[Ruled], list[Glyph]]:
    """The tables from top to bottom, and the characters that stand in none."""
    left_over = list(sheet.glyphs)
    tables = []
    for group in _groups(sheet.strokes):
        columns = _places(group.down, "x0")
        rows = _without_frame(_with_open_ends(group), columns, group)
        if len(columns) < 3 or len(rows) < 2:
            continue
        inside = [g for g in left_over if _within(g, columns, rows)]
        if inside:
            chosen = set(map(id, inside))
            left_over = [g for g in left_over if id(g) not in chosen]
            cells = tuple(_rows(inside, columns, rows, group))
            tables.append(Ruled(rows[0], tuple(columns), cells))
    return sorted(tables, key=lambda t: t.top), left_over


def _groups(strokes: Sequence[Stroke]) -> list[_Group]:
    across = [s for s in strokes if abs(s.y1 - s.y0) <= 1 and s.x1 - s.x0 > _LEAST]
    down = [s for s in strokes if abs(s.x1 - s.x0) <= 1 and s.y1 - s.y0 > _LEAST]
    if not across or not down or len(across) > _MOST_RULES * 10 or len(down) > _MOST_RULES * 10:
        return []
    down = [s for s in down if _is_met(s, across)]
    groups: list[_Group] = []
    for band in _bands(down):
        top, bottom = min(s.y0 for s in band), max(s.y1 for s in band)
        crossing = [s for s in across if top - _NEAR <= s.y0 <= bottom + _NEAR]
        groups.append(_Group(crossing, band))
    return groups


def _is_met(down: Stroke, across: Sequence[Stroke]) -> bool:
    """Whether a flat rule reaches an upright one: a line along the margin is no part of a table."""
    return any(
        s.x0 - _NEAR <= down.x0 <= s.x1 + _NEAR and down.y0 - _NEAR <= s.y0 <= down.y1 + _NEAR
        for s in across
    )


def _bands(down: Sequence[Stroke]) -> list[list[Stroke]]:
    """Upright rules by the stretch of the page that they stand in."""
    bands: list[list[Stroke]] = []
    reach = 0.0
    for stroke in sorted(down, key=lambda s: s.y0):
        if not bands or stroke.y0 > reach + _NEAR:
            bands.append([])
            reach = stroke.y1
        bands[-1].append(stroke)
        reach = max(reach, stroke.y1)
    return bands


def _places(strokes: Sequence[Stroke], edge: str) -> list[float]:
    places: list[float] = []
    for place in sorted(getattr(stroke, edge) for stroke in strokes):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places[:_MOST_RULES]


def _with_open_ends(group: _Group) -> list[float]:
    """The places of flat rules, and the ends of upright ones: a row broken over a page may stay open."""
    rows = _places(group.across, "y0")
    if rows:
        top, bottom = min(s.y0 for s in group.down), max(s.y1 for s in group.down)
        rows = [top] * (rows[0] - top > _LEAST) + rows + [bottom] * (bottom - rows[-1] > _LEAST)
    return rows


def _without_frame(
    rows: Sequence[float], columns: Sequence[float], group: _Group
) -> Sequence[float]:
    """The places of flat rules without the frame of a page above or below the table that it holds."""
    while len(rows) > 1 and _is_open(rows[0], rows[1], columns, group):
        rows = rows[1:]
    while len(rows) > 1 and _is_open(rows[-2], rows[-1], columns, group):
        rows = rows[:-1]
    return rows


def _is_open(top: float, bottom: float, columns: Sequence[float], group: _Group) -> bool:
    """Whether a tall stretch between two flat rules has no upright one but those at its sides."""
    middle = (top + bottom) / 2
    inner = columns[1:-1]
    return bottom - top > _TALL and not any(
        _crossed(group.down, at, middle, flat=False) for at in inner
    )


def _within(glyph: Glyph, columns: Sequence[float], rows: Sequence[float]) -> bool:
    middle = (glyph.x0 + glyph.x1) / 2
    return columns[0] <= middle <= columns[-1] and rows[0] <= glyph.y <= rows[-1] + _NEAR


def _rows(
    glyphs: Sequence[Glyph], columns: Sequence[float], rows: Sequence[float], group: _Group
) -> list[Row]:
    owner = _owners(columns, rows, group)
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        place = (_index(rows, glyph.y - 1), _index(columns, (glyph.x0 + glyph.x1) / 2))
        cells.setdefault(owner[place], []).append(glyph)
    right: dict[tuple[int, int], float] = {}  # edge of each cell
    for (_, c), first in owner.items():
        right[first] = max(right.get(first, 0.0), columns[c + 1])
    return [
        tuple(
            _cell(cells.get((r, c), ()), columns[c], right.get((r, c), columns[c + 1]))
            for c in range(len(columns) - 1)
        )
        for r in range(len(rows) - 1)
    ]


def _index(places: Sequence[float], at: float) -> int:
    """The stretch between two places that a point lies in."""
    count = sum(place <= at for place in places)
    return min(max(count - 1, 0), len(places) - 2)


def _owners(
    columns: Sequence[float], rows: Sequence[float], group: _Group
) -> dict[tuple[int, int], tuple[int, int]]:
    """For each field of the grid the first field of the cell that it belongs to."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for r, (top, bottom) in enumerate(pairwise(rows)):
        for c, (left, right) in enumerate(pairwise(columns)):
            owner[r, c] = (r, c)
            if r and not _crossed(group.across, top, (left + right) / 2, flat=True):
                owner[r, c] = owner[r - 1, c]
            elif c and not _crossed(group.down, left, (top + bottom) / 2, flat=False):
                owner[r, c] = owner[r, c - 1]
    return owner


def _crossed(strokes: Sequence[Stroke], at: float, along: float, *, flat: bool) -> bool:
    """Whether a rule lies at a place, over a point along it."""
    if flat:
        return any(abs(s.y0 - at) <= _NEAR and s.x0 <= along <= s.x1 for s in strokes)
    return any(abs(s.x0 - at) <= _NEAR and s.y0 <= along <= s.y1 for s in strokes)


def _cell(glyphs: Sequence[Glyph], left: float, right: float) -> Cell:
    """A cell between two edges: a line that reaches the edge goes on in the next one."""
    lines = lines_of(glyphs)
    if not lines:
        return Cell()
    padding = min(_MOST_PADDING, max(0.0, min(line.x0 for line in lines) - left))
    wide = right - left - 2 * padding
    text = lines[0].text
    for before, line in pairwise(lines):
        text += (
            "" if goes_on(_room(before, wide), _needed(before, line), line.size) else LINE_IN_CELL
        ) + line.text
    return Cell(text, _room(lines[-1], wide), lines[0].word)


def _room(line: PrintedLine, wide: float) -> float:
    return wide - (line.x1 - line.x0)


def _needed(before: PrintedLine, line: PrintedLine) -> float:
    """The width that the first word of a line would have taken, with what parts Han and digits."""
    mixed = before.text[-1].isascii() != line.text[0].isascii()
    return line.word + mixed * _SPACED * line.size


def goes_on(room: float, word: float, size: float) -> bool:
    """Whether a line of a cell left too little room for the word that follows."""
    return room <= max(_FULL * size, word)
