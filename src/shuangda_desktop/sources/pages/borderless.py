"""Tables without rules, whose cells are set in columns of their own: the gaps say where rules would be.

Browsers and office programs print them so. A table begins with a line that names columns; it goes on
while the same gaps stay free from top to bottom. Rows stand further apart than the lines of a cell.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shuangda_desktop.sources.pages.glyphs import PrintedLine, Stroke
from shuangda_desktop.sources.pages.margins import OTHER_SIZE

_GAP = 0.55  # of the size: a gap that may part cells; blanks are narrower
_FEWEST_COLUMNS = 3
_FEWEST_NAMES = 2
_NAMES = re.compile(
    "序号|任务|措施|单位|部门|时限|内容|目标|责任|牵头|配合|完成|项目|类别|备注|指标|事项|要求"
)
_MOST_LINES = 400  # of a table
_MOST_LOOKED_AT = 4_000  # lines of a page, some of them again and again
_HEAD_LINES = 3  # among which the gaps of the head are looked for
_FAR = 2.6  # of the size: a line that is further below belongs to no row above it
_APART = 1.1  # times the distance of lines in a cell: that of rows
_BELOW = 0.4  # of the size

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Table:
    """Lines [start, stop) in columns: where each column begins and ends."""

    start: int
    stop: int
    columns: tuple[Span, ...]


def rules_between(
    lines: Sequence[PrintedLine], before: Sequence[Span]
) -> tuple[list[Stroke], Sequence[Span]]:
    """The rules that tables without any would have, and the columns of one that ends the page.

    ``before`` are the columns of the table that ended the page before: it may go on without a head.
    """
    strokes: list[Stroke] = []
    open_columns: Sequence[Span] = ()
    at = looked_at = 0
    while at < len(lines) and looked_at < _MOST_LOOKED_AT:
        table = _begun(lines, at, before)
        looked_at += table.stop - at
        if table.columns:
            rows = _rows(lines[table.start : table.stop])
            strokes += _strokes(rows, table.columns)
            open_columns = table.columns if table.stop == len(lines) else ()
        at = table.stop if table.columns else at + 1
    return strokes, open_columns


def _begun(lines: Sequence[PrintedLine], at: int, before: Sequence[Span]) -> _Table:
    """The table that begins at a line; one without columns where none does."""
    going_on = _going_on(lines, before) if at == 0 and before else None
    if going_on is None and may_name_columns(lines[at]):
        return _table(lines, at)
    return going_on or _Table(at, at + 1, ())


def may_name_columns(line: PrintedLine) -> bool:
    """Whether the head of a table may begin with a line."""
    return len(_segments(line)) > 1 and _NAMES.search(line.text) is not None


def _segments(line: PrintedLine) -> list[Span]:
    """The stretches of a line between wide gaps."""
    found: list[Span] = []
    for run in line.runs:
        if found and run.x0 - found[-1][1] < _GAP * line.size:
            found[-1] = (found[-1][0], max(run.x1, found[-1][1]))
        else:
            found.append((run.x0, run.x1))
    return found


def _table(lines: Sequence[PrintedLine], start: int) -> _Table:
    """The table whose head begins at a line; one without columns where it is none."""
    columns: list[Span] = []
    stop = start
    while stop < min(len(lines), start + _MOST_LINES):
        line = lines[stop]
        if stop > start and _is_apart(lines[stop - 1], line):
            break
        wider = _united([*columns, *_segments(line)], line.size)
        if len(wider) < max(_FEWEST_COLUMNS, len(columns)) and stop - start >= _HEAD_LINES:
            break
        if len(wider) < len(columns):
            break
        columns = wider
        stop += 1
    table = _Table(start, stop, tuple(columns))
    return table if _is_table(lines[start:stop], table) else replace(table, columns=())


def _going_on(lines: Sequence[PrintedLine], columns: Sequence[Span]) -> _Table | None:
    """The rest of a table at the top of a page."""
    stop = 0
    for line in lines:
        if len(_united([*columns, *_segments(line)], line.size)) < len(columns):
            break
        if stop and _is_apart(lines[stop - 1], line):
            break
        stop += 1
    several = any(len(_segments(line)) > 1 for line in lines[:stop])
    return _Table(0, stop, tuple(columns)) if several else None


def _is_apart(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line is far from the one above it, or set in another size."""
    other = abs(line.size - above.size) > OTHER_SIZE * above.size
    return other or line.y - above.y > _FAR * line.size


def _united(spans: Iterable[Span], size: float) -> list[Span]:
    """The stretches as columns: what is less than a gap apart is one."""
    found: list[Span] = []
    for left, right in sorted(spans):
        if found and left - found[-1][1] < _GAP * size:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


def _is_table(lines: Sequence[PrintedLine], table: _Table) -> bool:
    """Whether there are columns with names, and rows of several lines: others are told by their tabs."""
    rows = _rows(lines)
    if len(table.columns) < _FEWEST_COLUMNS or len(rows) < 2 or len(rows) == len(lines):
        return False
    head = "".join(run.text for line in rows[0] for run in line.runs)
    by_column = ["".join(_in(line, column) for line in rows[0]) for column in table.columns]
    names = sum(_NAMES.search(name) is not None for name in by_column)
    return bool(head) and names >= _FEWEST_NAMES


def _in(line: PrintedLine, column: Span) -> str:
    return "".join(run.text for run in line.runs if column[0] <= run.x0 <= column[1])


def _rows(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines by row: parted where they stand further apart than the closest of them do."""
    close = min((b.y - a.y for a, b in pairwise(lines)), default=0.0)
    rows = [[lines[0]]]
    for above, line in pairwise(lines):
        if line.y - above.y > _APART * close:
            rows.append([])
        rows[-1].append(line)
    return rows


def _strokes(rows: Sequence[Sequence[PrintedLine]], columns: Sequence[Span]) -> list[Stroke]:
    """The grid: half a gap before each column, and between the rows."""
    half = min(b[0] - a[1] for a, b in pairwise(columns)) / 2
    across = [*(left - half for left, _ in columns), columns[-1][1] + half]
    first, last = rows[0][0], rows[-1][-1]
    down = [first.y - first.size, *((a[-1].y + b[0].y) / 2 for a, b in pairwise(rows))]
    down.append(last.y + _BELOW * last.size)
    return [
        *(Stroke(across[0], y, across[-1], y) for y in down),
        *(Stroke(x, down[0], x, down[-1]) for x in across),
    ]
