"""Task tables: rows whose cells are parted by tabs or bars, stand one in a line, or are cards."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from shuangda_desktop.plan.duties.marked import legend_of
from shuangda_desktop.plan.duties.units_list import looks_like_unit
from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.plan.structure.lines import Line, has_words, squeeze
from shuangda_desktop.plan.tables.cards import are_cards, card_rows, cards_end, fields_of
from shuangda_desktop.plan.tables.columns import (
    DUTY_COLUMNS,
    LINE_IN_CELL,
    Column,
    column_of,
    columns_of,
    units_over,
)
from shuangda_desktop.plan.tables.fitting import EMPTY, refitted
from shuangda_desktop.plan.tables.matrix import by_role
from shuangda_desktop.plan.tables.spread import (
    BAND,
    is_spread_band,
    spread_end,
    spread_header,
    spread_rows,
)
from shuangda_desktop.plan.tables.torn import row_end, whole_rows

_DITTO = {"同上", "\u3003", "\u201d"}
_ENDS_OF_OFFICES = ("局", "厅", "委", "部", "会")
_FIGURE = re.compile("[<>=\u2264\u2265]?\\d[\\d.,]{0,11} ?[万亿]?[^\\d,\u3002;]{0,4}")
_AIM = re.compile("(?:增长|下降|降低|提高|达到?|不[低高少超]于|控制在|保持在?|位[居列])")
_SUMS = {"合计", "总计", "小计", "共计"}
_PROPOSED = re.compile(r"\(\s*拟\s*\)")


_NO_TASK = re.compile("(?:长期|持续)(?:推进|坚持)|全年|各(?:科室|处室|股室|部门|单位)|[年月]底前?")
_KEYS = {
    Column.LEAD: "牵头单位",
    Column.COOPERATING: "配合单位",
    Column.RESPONSIBLE: "责任单位",
    Column.DUE: "完成时限",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the words of its task, its heading, and the cells that say who and until when."""

    words: Line | None
    title: Line | None
    cells: tuple[tuple[Column, Line], ...]
    merged: bool = False  # its units are those of the row above
    aims: bool = False  # its words go on with its heading: 财政收入 | 增长6%

    def clause(self) -> str:
        """The duty cells as one labelled clause."""
        return ";".join(_said(column, _value(cell.flat)) for column, cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A task table.

    ``unknown`` are header cells that were not understood, ``guessed`` such ones of columns that were
    read as tasks, ``lost`` what stands where tasks should stand but is the unit or the time of some
    row: columns were lost there.
    """

    start: int
    rows: tuple[Row, ...]
    unknown: tuple[Line, ...] = ()
    guessed: tuple[Line, ...] = ()
    lost: tuple[Line, ...] = ()


def _said(column: Column, value: str) -> str:
    """What a cell says, by its own key where it has one: 牵头单位:市公安局 below 责任分工."""
    return value if ":" in value and key_lines(value) else f"{_KEYS[column]}:{value}"


def table_end(lines: Sequence[Line], at: int) -> int:
    """The index after the task table that begins at a line; ``at`` itself where none does."""
    cards = cards_end(lines, at)
    if cards > at:
        return cards
    if _parted(lines[at]):
        columns = columns_of(_cells(lines[at]))
        return _parted_end(lines, at, columns) if columns else at
    return spread_end(lines, at) if spread_header(lines, at) else at


def rows_end(lines: Sequence[Line], at: int, table: Sequence[Line]) -> int:
    """The index after rows that go on under the header of an earlier table; ``at`` where none do.

    A heading across the whole table (一、…) parts its rows without repeating the header.
    """
    if fields_of(lines[at]) and are_cards(table):
        return cards_end(lines, at, fewest=1)
    if not _parted(table[0]):
        return spread_end(lines, at) if at and is_spread_band(lines, at - 1) else at
    same = _parted(lines[at]) and _width(lines[at]) == _width(table[0])
    return _parted_end(lines, at, columns_of(_cells(table[0]))) if same else at


def header_of(table: Sequence[Line]) -> Sequence[Line]:
    """The lines of the header of a table: one, or two where the second tells the parts of a column."""
    if not _parted(table[0]) or are_cards(table):
        return table[: len(spread_header(table, 0))]
    heads = [line for line in table[:3] if not _is_rule(line)][:2]
    two = len(heads) > 1 and _below(_cells(heads[1]), columns_of(_cells(heads[0])))
    return heads if two else heads[:1]


def band(line: Line) -> Line | None:
    """The heading in a row that is one cell across the whole table (一、…); None for other lines."""
    if not _parted(line):
        return None
    filled = [cell for cell in _cells(line) if cell.flat.strip()]
    return filled[0] if len(filled) == 1 and BAND.match(filled[0].flat.strip()) else None


def is_band(lines: Sequence[Line], at: int, table: Sequence[Line]) -> bool:
    """Whether a line is a heading across a table that has begun before it."""
    if _parted(table[0]):
        return band(lines[at]) is not None
    return is_spread_band(lines, at)


def read_table(lines: Sequence[Line], legend: str = "") -> Table:
    """The rows of a table given from its header on; ``legend`` may say what marks in it mean."""
    if are_cards(lines):
        return _read_rows(lines[0].start, list(card_rows(lines)))
    if _parted(lines[0]):
        whole = whole_rows(lines, columns_of(_cells(lines[0])))
        rows = [_cells(line) for line in whole if not _is_rule(line)]
        units = units_over(rows[0], [column_of(cell) for cell in rows[0]])
        rows = by_role(rows, units, legend_of(legend).roles) if units else rows
        return _read_rows(lines[0].start, rows)
    return _read_rows(lines[0].start, list(spread_rows(lines, spread_header(lines, 0))))


def _parted(line: Line) -> bool:
    return "\t" in line.flat or line.flat.count("|") >= 2


def _is_rule(line: Line) -> bool:
    return not re.search(r"[^\s|:+\-]", line.flat)


def _parted_end(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> int:
    while at < len(lines) and _parted(lines[at]) and not band(lines[at]) and not _is_key(lines[at]):
        at = row_end(lines, at, columns)
    return at


def _is_key(line: Line) -> bool:
    """Whether a line tells something of the page: 索引号: | 0123 | 成文日期: | ..."""
    return line.flat.partition("|")[0].rstrip().endswith(":") and line.flat.count(": |") > 1


def _cells(line: Line) -> list[Line]:
    """The cells of a row; empty ones stay, so that columns keep their places."""
    mark = "\t" if "\t" in line.flat else "|"
    edges = [
        -1,
        *(found.start() for found in re.finditer(re.escape(mark), line.flat)),
        len(line.flat),
    ]
    cells = [line.part(a + 1, b) for a, b in pairwise(edges)]
    return cells[1:-1] if mark == "|" and not cells[0].flat and not cells[-1].flat else cells


def _width(line: Line) -> int:
    return len(_cells(line))


def _read_rows(start: int, rows: Sequence[Sequence[Line]]) -> Table:
    columns = columns_of(rows[0]) or tuple(map(column_of, rows[0]))
    heads = list(zip(rows[0], columns, strict=True))
    odd = [head for head in heads if head[0].flat and column_of(head[0]) is Column.UNKNOWN]
    unknown = tuple(cell for cell, kind in odd if kind is Column.UNKNOWN)
    guessed = tuple(cell for cell, kind in odd if kind is Column.TASK)
    found: list[Row] = []
    width = max((n for n, cell in enumerate(rows[0], 1) if cell.flat), default=0)
    headed = True  # the row before is one of the header
    for cells in rows[1:]:
        below = columns_of(cells) or (_below(cells, columns) if headed else ())
        headed = bool(below)
        columns = below or columns
        if not below:
            moved = refitted(cells[:width], columns[:width])
            found.append(_row([*moved, *cells[width:]], columns, found[-1] if found else None))
    lost = _lost(found)
    gone = set(lost)
    rows_read = tuple(row for row in found if row.words not in gone)
    return Table(start, rows_read, unknown, guessed, lost)


def _lost(rows: Sequence[Row]) -> tuple[Line, ...]:
    """The words of rows that are what other rows have in the columns of units and times."""
    aside = {squeeze(cell.flat) for row in rows for _, cell in row.cells}
    words = (row.words for row in rows if row.words)
    return tuple(w for w in words if squeeze(w.flat) in aside or _NO_TASK.fullmatch(w.flat))


def _below(cells: Sequence[Line], columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns where a second row of the header tells parts of one: 责任分工 over 牵头 and 配合."""
    filled = [cell for cell in cells if squeeze(cell.flat)]
    if not filled or len(filled) == len(cells) or len(cells) != len(columns):
        return ()
    told = tuple(column_of(cell) if squeeze(cell.flat) else Column.UNKNOWN for cell in cells)
    if sum(column is not Column.UNKNOWN for column in told) < len(filled):
        return ()
    return tuple(
        new if new is not Column.UNKNOWN else old for new, old in zip(told, columns, strict=True)
    )


def _row(cells: Sequence[Line], columns: Sequence[Column], above: Row | None) -> Row:
    """One row; where all its duty cells are empty, or who leads is, they were merged with those above."""
    filled = [
        (column, _meant(column, cell, above))
        for column, cell in zip(columns, cells, strict=False)
        if squeeze(cell.flat) not in EMPTY
    ]
    tasks = [cell for column, cell in filled if column is Column.TASK]
    said = tuple((column, cell) for column, cell in filled if column in _KEYS)
    merged = _merged(tuple(column for column, _ in said), columns, above) if tasks else ()
    told = [cell for cell in tasks if not _FIGURE.fullmatch(cell.flat)] or tasks
    words = told[-1] if told and has_words(told[-1].flat) else None
    summed = any(squeeze(cell.flat) in _SUMS for cell in cells)
    if summed and not said:
        words = None
    title = tasks[0] if len(tasks) > 1 else None
    aims = title is not None and words is not None and bool(_AIM.match(words.flat))
    return Row(words, title, (*merged, *said), merged=bool(merged), aims=aims)


def _merged(
    said: Sequence[Column], columns: Sequence[Column], above: Row | None
) -> tuple[tuple[Column, Line], ...]:
    """The duty cells that a row shares with the one above it: those that it does not say itself."""
    duties = [column for column in said if column in DUTY_COLUMNS]
    led = Column.LEAD not in columns or Column.LEAD in duties or Column.RESPONSIBLE in duties
    if above is None or (duties and led):
        return ()
    shared = (Column.LEAD,) if duties else DUTY_COLUMNS
    return tuple(pair for pair in above.cells if pair[0] in shared)


def _meant(column: Column, cell: Line, above: Row | None) -> Line:
    """The cell, or the one above it where it says 同上."""
    if squeeze(cell.flat) not in _DITTO:
        return cell
    return next((each for kind, each in above.cells if kind is column), cell) if above else cell


def _value(flat: str) -> str:
    """A cell's lines as one list: each line that is a whole name is a name of its own."""
    lines = [part.strip() for part in re.split(f"[{LINE_IN_CELL}]| {{2,}}", flat) if part.strip()]
    text = ""
    for line in map(_without_mark, lines):
        text += ("、" if _ends_name(text, line) else "") + line
    return text.rstrip("、,; ")


def _ends_name(text: str, line: str) -> bool:
    """Whether a name ends before a line; 住房城乡 above 建设局 is no township."""
    if not text or text[-1] in "、,;:" or (text[-1] == "乡" and line[-1:] in _ENDS_OF_OFFICES):
        return False
    return looks_like_unit(text.rsplit("、", 1)[-1])


def _without_mark(line: str) -> str:
    """A line of a cell without the mark that what it says is only proposed."""
    return _PROPOSED.sub("", line)
