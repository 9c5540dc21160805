"""Rows of a table that was written out one cell a line, where a cell has several lines or none.

Which line is whose follows from what columns hold: numbers, units, times. Each way to divide the lines
of a row among its columns is weighed, and the best is taken.
"""

import re
from collections.abc import Sequence
from functools import reduce

from shuangda_desktop.plan.duties.units_list import looks_like_unit, split_units
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, Column

EMPTY = {"", "-", "--", "\u2014", "\u2014\u2014", "/", "\u65e0"}
NUMBER = re.compile(r"^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?$")
_TIME = re.compile(
    "\\d[年月日.]|[年月]底|[季年]度|年内|全年|长期|持续|常态|随时|适时|即时|立即|每[年月季]"
)
_LONGEST_TIME = 40
_MOST_LINES = 6  # of one cell
_MOST = 40  # lines of one row
_FURTHER = 0.4  # what each further line of a cell costs
_FURTHER_UNITS = {Column.LEAD: 0.5}  # those who lead are few
_FURTHER_UNIT = 0.3
_NOTHING = {  # what a cell without a line costs: somebody leads, nobody may help
    Column.TASK: -2.0,
    Column.NUMBER: -2.0,
    Column.LEAD: -1.2,
    Column.RESPONSIBLE: -1.0,
    Column.COOPERATING: -0.8,
    Column.DUE: -0.5,
}


def glue(one: Line, two: Line) -> Line:
    """Two lines as one, with as many blanks between as characters stood there."""
    return Line(one.start, two.end, one.flat + " " * (two.start - one.end) + two.flat)


def fitted(lines: Sequence[Line], columns: Sequence[Column]) -> list[Line]:
    """A cell for each column: the lines of a row, joined where they are one cell's."""
    if len(lines) == len(columns) or len(lines) > _MOST:
        return list(lines)
    best: list[tuple[float, list[int]]] = [(0.0, []), *[(-1e9, list[int]())] * len(lines)]
    for column in columns:
        best = [_best(best, end, lines, column) for end in range(len(lines) + 1)]
    ends = best[-1][1]
    return [_cell(lines, start, end) for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def _best(
    before: Sequence[tuple[float, list[int]]], end: int, lines: Sequence[Line], column: Column
) -> tuple[float, list[int]]:
    """The best way to give the lines up to ``end`` to the columns up to this one."""
    starts = range(max(0, end - _MOST_LINES), end + 1)
    ways = ((before[start][0] + _worth(lines[start:end], column), start) for start in starts)
    worth, start = max(ways)
    return worth, [*before[start][1], end]


def _worth(lines: Sequence[Line], column: Column) -> float:
    """How well lines fit a column."""
    text = squeeze("".join(line.flat for line in lines))
    if not lines:
        return _NOTHING.get(column, -0.3)
    cost = _FURTHER * (len(lines) - 1)
    if column is Column.NUMBER:
        return 3.0 - cost if NUMBER.match(text) else -5.0
    if column in DUTY_COLUMNS:
        return _worth_of_units(text) - _FURTHER_UNITS.get(column, _FURTHER_UNIT) * (len(lines) - 1)
    if column is Column.DUE:
        return (2.0 if _is_time(text, lines) else -2.0) - cost
    plain = _worth_of_units(text) < 1 and not any(line.flat in EMPTY for line in lines)
    return (0.5 if plain else -1.0) - cost


def _is_time(text: str, lines: Sequence[Line]) -> bool:
    timed = len(text) <= _LONGEST_TIME and _TIME.search(text) is not None
    return timed and not any(looks_like_unit(line.flat) for line in lines)


def _worth_of_units(text: str) -> float:
    if text in EMPTY:
        return 2.0
    names = split_units(text).names
    like = sum(map(looks_like_unit, names))
    return 2.0 if names and like == len(names) else -3.0 if not like else -0.5


def _cell(lines: Sequence[Line], start: int, end: int) -> Line:
    if start == end:
        edge = lines[start - 1].end if start else lines[0].start
        return Line(edge, edge, "")
    return reduce(glue, lines[start:end])
