"""Rows of a table that was written out one cell a line, where a cell has several lines or none.

Which line is whose follows from what columns hold: numbers, units, times. Each way to divide the lines
among rows and columns is weighed, and the best is taken: what a row lacks was merged with the row above.
"""

from collections.abc import Iterator, Sequence
from functools import reduce

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import Column
from shuangda_desktop.plan.tables.worth import worth_of

_MOST_LINES = 6  # of one cell
MOST = 2000  # lines that are divided at once
_NOTHING = {  # what a cell without a line costs: somebody leads, nobody may help
    Column.TASK: -4.0,
    Column.NUMBER: -2.0,
    Column.LEAD: -1.2,
    Column.RESPONSIBLE: -1.0,
    Column.COOPERATING: -0.8,
    Column.DUE: -0.5,
}
_NOTHING_ELSE = -0.3
_NO_THEME = -0.6  # a task without the words above it: they stand over several rows
_SURER = 1.0  # by so much another way must fit better than a line for each column
_NEVER = -1e9


def glue(one: Line, two: Line) -> Line:
    """Two lines as one, with as many blanks between as characters stood there."""
    return Line(one.start, two.end, one.flat + " " * (two.start - one.end) + two.flat)


def fitted(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[float, list[list[Line]]]:
    """The rows that the lines make, a cell for each column, and how well they fit.

    A cell is several lines where they are one cell's, and empty where its line is missing.
    """
    if len(lines) > MOST:
        return _NEVER, [list(lines)]
    even = lines if len(lines) == len(columns) else ()
    as_is = [worth_of([line], columns, n) for n, line in enumerate(even)]
    if as_is and min(as_is) > 0:
        return sum(as_is), [list(lines)]
    worth, rows = _Fitting(lines, columns).rows()
    if as_is and sum(as_is) + _SURER > worth:
        return sum(as_is), [list(lines)]
    return worth, rows


def refitted(cells: Sequence[Line], columns: Sequence[Column]) -> Sequence[Line]:
    """A row whose cells moved to the left where the first were merged with those above, put right."""
    filled = [cell for cell in cells if squeeze(cell.flat)]
    moved = 0 < len(filled) < len(columns) and list(cells[: len(filled)]) == filled
    if not moved or len(cells) > len(columns):
        return cells
    as_is = [worth_of([cell], columns, n) for n, cell in enumerate(filled)]
    if min(as_is) >= 0:
        return cells
    fitting = _Fitting(filled, columns)
    lacking = fitting.lacking[-1] - fitting.lacking[len(filled)]
    worth, rows = fitting.rows()
    whole = len(rows) == 1 and sum(bool(cell.flat) for cell in rows[0]) == len(filled)
    return rows[0] if whole and worth > sum(as_is) + lacking + _SURER else cells


class _Fitting:
    """The best ways to divide the first so many lines, by the column that the last of them is in."""

    def __init__(self, lines: Sequence[Line], columns: Sequence[Column]) -> None:
        self.lines = lines
        self.columns = columns
        last_task = max((n for n, c in enumerate(columns) if c is Column.TASK), default=0)
        self.lacking = [0.0]  # what it costs to have no cell in the columns before this one
        for n, column in enumerate(columns):
            theme = column is Column.TASK and n < last_task
            cost = _NO_THEME if theme else _NOTHING.get(column, _NOTHING_ELSE)
            self.lacking.append(self.lacking[-1] + cost)
        width = range(len(columns))
        self.best = [[_NEVER for _ in width] for _ in range(len(lines) + 1)]
        self.before = [[(0, -1) for _ in width] for _ in range(len(lines) + 1)]

    def rows(self) -> tuple[float, list[list[Line]]]:
        """The rows, and how well they fit."""
        for start in range(len(self.lines)):
            for column, way in enumerate(self._ways(start)):
                self._extend(start, column, way)
        return self._closed(len(self.lines))[0], self._traced()

    def _closed(self, end: int) -> tuple[float, int]:
        """The best way in which a row ends here, and its last column."""
        if end == 0:
            return 0.0, -1
        return max(
            (score + self.lacking[-1] - self.lacking[n + 1], n)
            for n, score in enumerate(self.best[end])
        )

    def _ways(self, start: int) -> Iterator[tuple[float, int]]:
        """For each column the best way to begin a cell here, and the column before; -1 for a new row."""
        closed, _ = self._closed(start)
        open_, left = _NEVER, -1  # within the row, as if no column before this one lacked a line
        for column in range(len(self.columns)):
            fresh, within = closed + self.lacking[column], open_ + self.lacking[column]
            yield (within, left) if within > fresh else (fresh, -1)
            score = self.best[start][column] - self.lacking[column + 1]
            if score > open_:
                open_, left = score, column

    def _extend(self, start: int, column: int, way: tuple[float, int]) -> None:
        """Let a cell begin here and hold one line or more."""
        score, left = way
        for end in range(start + 1, min(len(self.lines), start + _MOST_LINES) + 1):
            worth = score + worth_of(self.lines[start:end], self.columns, column)
            if worth > self.best[end][column]:
                self.best[end][column] = worth
                self.before[end][column] = (start, left)

    def _traced(self) -> list[list[Line]]:
        """The rows of the best way."""
        rows: list[list[Line]] = []
        end, column = len(self.lines), -1
        while end:
            if column < 0:
                rows.insert(0, [_nothing(self.lines[end - 1].end)] * len(self.columns))
                column = self._closed(end)[1]
            start, left = self.before[end][column]
            rows[0][column] = reduce(glue, self.lines[start:end])
            end, column = start, left
        return rows


def _nothing(at: int) -> Line:
    return Line(at, at, "")
