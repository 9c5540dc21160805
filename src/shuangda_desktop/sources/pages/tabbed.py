"""Tables made by tabs, printed: what begins at a tab stop after a gap is a cell.

A page holds no tabs, only gaps. Word, WPS and LibreOffice set tabs on a grid that begins at the left
margin; where the stops were set by hand, columns stand one below the other. A row that is longer than a
line goes on at the margin, and the header says how many cells it has.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shuangda_desktop.sources.pages.glyphs import TOUCHING, PrintedLine, Run, joined
from shuangda_desktop.text.source import CELL_BREAK

_PITCHES = (
    36.0,
    35.43,
    21.0,
    42.0,
    28.35,
    24.0,
)  # points; half an inch, 1.25 cm, two characters...
_NEAR = 0.6  # points that a cell may miss its stop by
_FEWEST_HITS = 4
_MOST_HIT = 0.6  # share of the wide gaps that end at a stop
_FEWEST_LINES = 3  # with a column at the same place
_MOST_IN_COLUMNS = 0.9  # share of the wide gaps before columns, where stops were set by hand
_SPACED = (0.2, 0.25)  # of the size: what printers leave between Han and digits
_AS_SPACED = 0.01
_WIDE = 1.5  # of the size: a gap that parts cells wherever it ends
_FEWEST_CELLS = 3
_MOST_LINES_OF_ROW = 60
_SHORT = 1.6  # of the size: what may be left of a full line
_FILLED = 0.3  # of the size: a line that ends so near to the margin was spread
_EVEN = 0.3  # points
_FEWEST_STEPS = 2
_FEWEST_SPREAD = 4  # equal gaps between characters show that a line was spread
_HAN = re.compile("[\u4e00-\u9fff\u3001\uff0c\u3002]{2}")


@dataclass(frozen=True, slots=True)
class Stops:
    """The tab stops of a document between its margins."""

    left: float
    right: float
    places: tuple[float, ...]

    def before(self, at: float) -> int:
        """How many stops lie up to a place."""
        return bisect_right(self.places, at + _NEAR)

    def is_at(self, at: float) -> bool:
        """Whether a stop lies at a place."""
        near = self.before(at)
        return near > 0 and at - self.places[near - 1] <= _NEAR


@dataclass(frozen=True, slots=True)
class Tabbed:
    """Lines [start, stop) as the rows of a table."""

    start: int
    stop: int
    rows: tuple[str, ...]


def stops_of(lines: Sequence[PrintedLine], left: float, right: float) -> Stops:
    """The stops at which what follows a wide gap begins; none where there is no rule in it."""
    starts = [b.x0 for line in lines for a, b in pairwise(line.runs) if b.x0 - a.x1 >= line.size]
    columns = Stops(left, right, _columns(starts))
    grid = Stops(left, right, _grid(starts, left, right))
    hits = sum(map(columns.is_at, starts))
    by_hand = hits >= _MOST_IN_COLUMNS * len(starts) and hits > sum(map(grid.is_at, starts))
    return columns if by_hand else grid


def _columns(starts: Sequence[float]) -> tuple[float, ...]:
    """The places where several lines have a column."""
    columns: list[list[float]] = []
    for x in sorted(starts):
        if not columns or x - columns[-1][0] > _NEAR:
            columns.append([])
        columns[-1].append(x)
    return tuple(column[0] for column in columns if len(column) >= _FEWEST_LINES)


def _grid(starts: Sequence[float], left: float, right: float) -> tuple[float, ...]:
    """The stops at equal distances that most starts keep."""

    def hits(pitch: float) -> int:
        return sum(abs((x - left) - round((x - left) / pitch) * pitch) <= _NEAR for x in starts)

    pitch = max(_PITCHES, key=hits)
    if hits(pitch) < max(_FEWEST_HITS, _MOST_HIT * len(starts)):
        return ()
    return tuple(left + pitch * number for number in range(1, int((right - left) / pitch) + 1))


def tabbed_tables(lines: Sequence[PrintedLine], stops: Stops) -> Iterator[Tabbed]:
    """The tables among these lines, in order."""
    cells = [_cells(line, stops) for line in lines] if stops.places else []
    at = 0
    while at < len(cells):
        table = _table(lines, cells, at, stops) if _is_header(cells[at]) else None
        if table is not None:
            yield table
        at = table.stop if table is not None else at + 1


def _is_header(cells: Sequence[str]) -> bool:
    """Whether these may name columns; a head over two columns leaves the second one empty."""
    return bool(cells[0]) and bool(cells[-1]) and sum(map(bool, cells)) >= _FEWEST_CELLS


def _table(
    lines: Sequence[PrintedLine], cells: Sequence[Sequence[str]], start: int, stops: Stops
) -> Tabbed | None:
    """The table whose header is at ``start``; None where no row follows."""
    width, at, full = len(cells[start]), start, 0
    rows: list[str] = []
    while at < len(lines):
        row, end = _row(lines, cells, at, width, stops)
        if len(row) == width - 1 and len(row) > _FEWEST_CELLS:
            row.append("")  # a tab at the end of a line leaves no trace
        if len(row) == width:
            rows.append(CELL_BREAK.join(row))
            full += 1
        elif _is_band(lines, cells, at, width, stops):
            rows.append(row[-1])
        else:
            break
        at = end
    return Tabbed(start, at, tuple(rows)) if full > 1 else None


def _row(
    lines: Sequence[PrintedLine], cells: Sequence[Sequence[str]], at: int, width: int, stops: Stops
) -> tuple[list[str], int]:
    """The cells of the row that begins at a line, and the line after it."""
    row, end = list(cells[at]), at + 1
    most = min(len(lines), at + _MOST_LINES_OF_ROW)
    while end < most and _goes_on(lines[end - 1], lines[end], len(row) - width, stops):
        row[-1] += cells[end][0]
        row += cells[end][1:]
        end += 1
    return row, end


def _is_band(
    lines: Sequence[PrintedLine], cells: Sequence[Sequence[str]], at: int, width: int, stops: Stops
) -> bool:
    """Whether a line is a heading between two rows."""
    if sum(map(bool, cells[at])) != 1 or not cells[at][-1] or at + 1 >= len(lines):
        return False
    return len(_row(lines, cells, at + 1, width, stops)[0]) == width


def _goes_on(before: PrintedLine, line: PrintedLine, missing: int, stops: Stops) -> bool:
    """Whether a row goes on in the next line; ``missing`` is less than 0 while it lacks cells."""
    if line.x0 - stops.left > _NEAR:  # it begins with a tab, which found no room in the line before
        following = stops.places[stops.before(before.x1) :][:1]
        room = any(stop + line.word <= stops.right for stop in following)
        return missing < 0 and stops.is_at(line.x0) and not room
    full = stops.right - before.x1 <= max(_SHORT * before.size, line.word + before.size)
    return full and (missing < 0 or len(line.runs) == 1)


def _cells(line: PrintedLine, stops: Stops) -> list[str]:
    """The cells of a line; an empty one for each stop that was passed."""
    if not line.runs:
        return [line.text]
    cells = [""] * (stops.before(line.x0) if stops.is_at(line.x0) else 0)
    for runs, tabs in _groups(_touching(_unspread(line, stops), line.size), stops, line.size):
        cells += [""] * (tabs - 1) + [joined(runs, line.size).strip()]
    return cells


def _unspread(line: PrintedLine, stops: Stops) -> Sequence[Run]:
    """The runs, with the characters behind the last tab as one where they fill the line to its edge."""
    runs = list(line.runs)
    if stops.right - line.x1 > _FILLED * line.size:
        return runs
    at = len(runs) - 1
    while at > 1 and _is_step(runs[at - 2 : at + 1]):
        at -= 1
    if len(runs) - at < _FEWEST_STEPS:
        return runs
    text = "".join(run.text for run in runs[at - 1 :])
    return [*runs[: at - 1], Run(text, runs[at - 1].x0, runs[-1].x1)]


def _is_step(three: Sequence[Run]) -> bool:
    """Whether three single characters stand apart evenly."""
    one, two, last = three
    even = abs((two.x0 - one.x1) - (last.x0 - two.x1)) <= _EVEN
    return even and len(one.text) == len(two.text) == len(last.text) == 1


def _touching(runs: Sequence[Run], size: float) -> list[Run]:
    """The runs, with those as one that stand apart by what the line was spread by."""
    gaps = Counter(round((b.x0 - a.x1) * 5) for a, b in pairwise(runs) if b.x0 - a.x1 < size / 2)
    usual, count = max(gaps.items(), key=lambda each: each[1], default=(0, 0))
    if count < _FEWEST_SPREAD:
        return list(runs)
    together = [runs[0]]
    for run in runs[1:]:
        last = together[-1]
        if abs((run.x0 - last.x1) * 5 - usual) <= 1 and _HAN.match(last.text[-1] + run.text[0]):
            together[-1] = Run(last.text + run.text, last.x0, run.x1)
        else:
            together.append(run)
    return together


def _tabs(before: Run, after: Run, size: float, stops: Stops) -> int:
    """How many tabs part two runs; none where they stand in the same cell."""
    gap = after.x0 - before.x1
    if not stops.is_at(after.x0):
        return int(gap > _WIDE * size)
    mixed = before.text[-1].isascii() != after.text[0].isascii()
    if mixed and any(abs(gap / size - usual) <= _AS_SPACED for usual in _SPACED):
        return 0
    return stops.before(after.x0) - stops.before(before.x1 + TOUCHING - _NEAR)


def _groups(runs: Sequence[Run], stops: Stops, size: float) -> Iterator[tuple[list[Run], int]]:
    """Runs of the same cell, and the tabs before it; the first counts as if it had one."""
    group, tabs = [runs[0]], 1
    for before, run in pairwise(runs):
        passed = _tabs(before, run, size, stops)
        if passed > 0:
            yield group, tabs
            group, tabs = [], passed
        group.append(run)
    yield group, tabs
