"""Rows of a table that was written out one cell a line, where a cell has several lines or none.

Which line is whose follows from what columns hold: numbers, units, times. Each way to divide the lines
among rows and columns is weighed, and the best is taken: what a row lacks was merged with the row above.
"""

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from shuangda_desktop.plan.duties.units_list import looks_like_unit, split_units
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, Column
from shuangda_desktop.text.chars import HAN, STOP

EMPTY = {"", "|", "-", "--", "\u2014", "\u2014\u2014", "/", "\u65e0"}
NUMBER = re.compile(r"^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?$")
_TIME = re.compile(
    "\\d(?:[年月日]|\\.\\d)|[年月]底|[季年]度|年内|全年|长期|持续|常态|随时|适时|即时|立即|立行立改|每[年月季]|日常|定期"
)
_LONGEST_TIME = 40
_SHORTEST = 6  # of one that goes on with a time
_SHORT = 10  # characters of a line that is a time and nothing else
_MOST_LINES = 6  # of one cell
MOST = 2000  # lines that are divided at once
_FURTHER = 0.4  # what each further line of a cell costs
_FURTHER_UNITS = {Column.LEAD: 0.5}  # those who lead are few
_FURTHER_UNIT = 0.3
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
_ROLE = re.compile("(?:分别)?(?:牵头|负责|配合|参与|协助)(?:负责|落实|完成)?$")
_PERSON = re.compile(f"(?<=[局厅委办部院社署府]) +[{HAN}]{{2,3}}$")  # who answers in an office
_ENDED = re.compile(
    f"\\d[年月日]|[年月]底|[年季]度|[{STOP}]$"
)  # in a line that no name goes on with
_DONE = re.compile(  # how words begin that tell what was reached
    "(?:已|正在|目前|现已?|截至|截止|基本|提前|超额|全部|全面|累计|尚未?|暂[无未]|未)"
    "(?=.{0,12}(?:完成|建成|开工|达到|启动|形成|\\d|[,\u3002]))|\\d[\\d.]{0,6}%"
)
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
    as_is = [_worth([line], columns, n) for n, line in enumerate(even)]
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
    as_is = [_worth([cell], columns, n) for n, cell in enumerate(filled)]
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
            worth = score + _worth(self.lines[start:end], self.columns, column)
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


def _worth(lines: Sequence[Line], columns: Sequence[Column], at: int) -> float:
    """How well lines fit a column."""
    text = squeeze("".join(line.flat for line in lines))
    column, further = columns[at], len(lines) - 1
    if column is Column.NUMBER:
        return 3.0 if NUMBER.match(text) and not further else -5.0
    if column in DUTY_COLUMNS:
        broken = further and any(_ENDED.search(line.flat) for line in lines[:-1])
        named = text if further else squeeze(_PERSON.sub("", lines[0].flat))
        worth = -3.0 if broken else _worth_of_units(named)
        return worth - _FURTHER_UNITS.get(column, _FURTHER_UNIT) * further
    cost = _FURTHER * further
    if text in EMPTY and column is not Column.TASK:
        return 1.0
    if column is Column.DUE:
        return (2.0 if _is_time(text, lines) else -2.0) - cost
    if column is Column.REACHED:
        return _worth_of_reached(lines) - cost / 2
    plain = not any(line.flat in EMPTY or is_other(line.flat) for line in lines)
    if column is Column.ASIDE and any(line.flat.endswith(STOP) for line in lines):
        plain = False  # a sentence is what is to be done, no remark and no name
    sentence = column is Column.TASK and Column.TASK not in columns[at + 1 :]
    more = 0.3 if text.endswith(STOP) else 0.0
    if not sentence and len(text) > _LONGEST_TIME:  # what is to be done stands in the last of them
        more = -more
    elif not sentence:
        more = 0.0
    if column is Column.ASIDE and not plain and not further and not text.endswith(STOP):
        return 0.0  # where a thing is done may be a town, when it began a time
    if Column.REACHED in columns:  # what was reached is no task
        more -= 0.6 * sum(_DONE.match(line.flat) is not None for line in lines)
    return (0.5 if plain and not NUMBER.match(text) else -1.0) + more - cost


def _worth_of_reached(lines: Sequence[Line]) -> float:
    """How well lines tell what was reached: a share, or a sentence or several."""
    if any(_worth_of_units(squeeze(line.flat)) > 1 for line in lines):
        return -1.0
    return 0.8 if _DONE.match(lines[0].flat) else 0.5


def is_other(flat: str) -> bool:
    """Whether a line is a list of units or a time, and no sentence."""
    if flat.endswith(STOP):
        return False
    timed = len(flat) <= _SHORT and _TIME.match(flat) is not None
    return timed or _worth_of_units(squeeze(flat)) > 1


def _is_time(text: str, lines: Sequence[Line]) -> bool:
    timed = len(text) <= _LONGEST_TIME and _TIME.search(lines[0].flat) is not None
    timed = timed and all(_TIME.search(r.flat) or len(r.flat) <= _SHORTEST for r in lines[1:])
    return timed and not any(looks_like_unit(line.flat) for line in lines)


def _worth_of_units(text: str) -> float:
    if text in EMPTY:
        return 2.0
    if STOP in text[:-1] or _DONE.match(text):
        return -3.0
    names = [_ROLE.sub("", name) for name in split_units(text).names]
    like = sum(map(looks_like_unit, names))
    if not names or like < len(names):
        return -0.5 if like else -3.0
    return 1.7 if text.endswith(STOP) else 2.0
