"""Task tables: rows whose cells are parted by tabs or bars, stand one in a line, or are cards."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from shuangda_desktop.plan.duties.marked import legend_of
from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.cards import are_cards, card_rows, cards_end, fields_of
from shuangda_desktop.plan.tables.columns import (
    DUTY_COLUMNS,
    Column,
    column_of,
    columns_of,
    units_over,
)
from shuangda_desktop.plan.tables.fitting import glue, refitted
from shuangda_desktop.plan.tables.held import held, is_task_table, may_be_header
from shuangda_desktop.plan.tables.matrix import by_role
from shuangda_desktop.plan.tables.rows import Row, row_of, with_numbers
from shuangda_desktop.plan.tables.spread import (
    BAND,
    ends_table,
    heads_of,
    is_spread_band,
    spread_end,
    spread_header,
    spread_rows,
)
from shuangda_desktop.plan.tables.torn import row_end, whole_rows

_NO_TASK = re.compile("(?:长期|持续)(?:推进|坚持)|全年|各(?:科室|处室|股室|部门|单位)|[年月]底前?")
_CHAPTER = re.compile(r"(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\))$")
_COUNTS = re.compile(r"\d{1,3}[.、]?$|序\s?号$|编\s?号$")  # a page may begin with the header again
_BOUND = re.compile(
    r"(?:不[少低高大多]于|不[得应]?超过|至少|[达降升]到|[<>=\u2264\u2265])\D{0,6}\d|\d%|\d\D{0,4}以[上下内]"
)
_BOTH = re.compile("(?:牵头|主办|主责)(?:单位|部门)?[及和与、/](?:配合|协办|参与|参加|协同)")
_TOLD = re.compile("[:(]|牵头|主办|配合|协办|参与")  # in a cell that tells who does what
_GUESSES = (Column.TASK, Column.DUE, *DUTY_COLUMNS)
_MOST_TOLD = 60  # rows that tell what a column holds


@dataclass(frozen=True, slots=True)
class Table:
    """A task table.

    ``unknown`` are header cells that were not understood, ``guessed`` such ones with what their columns
    were taken to hold, ``lost`` what stands where tasks should stand but is the unit or the time of some
    row: columns were lost there. ``mixed`` are heads of columns of leads and helpers that do not tell
    one from the other.
    """

    start: int
    rows: tuple[Row, ...]
    unknown: tuple[Line, ...] = ()
    guessed: tuple[tuple[Line, Column], ...] = ()
    lost: tuple[Line, ...] = ()
    mixed: tuple[Line, ...] = ()


def table_end(lines: Sequence[Line], at: int) -> int:
    """The index after the task table that begins at a line; ``at`` itself where none does."""
    cards = cards_end(lines, at)
    if cards > at:
        return cards
    if _parted(lines[at]):
        columns = _columns_at(lines, at)
        return _parted_end(lines, at, columns) if columns else at
    head = spread_header(lines, at)
    return spread_end(lines, at + len(head), heads_of(head)) if head else at


def rows_end(lines: Sequence[Line], at: int, table: Sequence[Line]) -> int:
    """The index after rows that go on under the header of an earlier table; ``at`` where none do.

    A heading across the whole table (一、…) parts its rows without repeating the header.
    """
    if fields_of(lines[at]) and are_cards(table):
        return cards_end(lines, at, fewest=1)
    if not _parted(table[0]):
        heads = heads_of(spread_header(table, 0))
        return spread_end(lines, at, heads) if at and is_spread_band(lines, at - 1) else at
    columns = _columns_at(table, 0) if _parted(lines[at]) else ()
    torn = row_end(lines, at, columns) > at + 1
    same = torn or (_parted(lines[at]) and _width(lines[at]) == _width(table[0]))
    return _parted_end(lines, at, columns) if same else at


def header_of(table: Sequence[Line]) -> Sequence[Line]:
    """The lines of the header of a table: one, or two where the second tells the parts of a column."""
    if not _parted(table[0]) or are_cards(table):
        return table[: len(spread_header(table, 0))]
    heads = [line for line in table[:3] if not _is_rule(line)][:2]
    two = len(heads) > 1 and _below(_cells(heads[1]), columns_of(_cells(heads[0])))
    return heads if two else heads[:1]


def band(lines: Sequence[Line], at: int) -> Line | None:
    """The heading in a row that is one cell across the whole table (一、…); None for other lines.

    Its number may stand in a column of its own (一 | 执法办案), where the next row has one of another kind.
    """
    filled = _filled(lines[at])
    if len(filled) == 1:
        return filled[0] if BAND.match(filled[0].flat) else None
    below = _filled(lines[at + 1]) if len(filled) == 2 and at + 1 < len(lines) else []
    apart = below and _CHAPTER.match(filled[0].flat) and _COUNTS.match(below[0].flat)
    return glue(*filled) if apart else None


def _filled(line: Line) -> list[Line]:
    """The cells of a row that hold anything; none of other lines."""
    return [cell for cell in _cells(line) if cell.flat] if _parted(line) else []


def is_band(lines: Sequence[Line], at: int, table: Sequence[Line]) -> bool:
    """Whether a line is a heading across a table that has begun before it."""
    if _parted(table[0]):
        return band(lines, at) is not None
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


def _columns_at(lines: Sequence[Line], at: int) -> tuple[Column, ...]:
    """The columns of the table whose header is a row between tabs or bars; () where it is no header.

    What its words do not tell the cells below it may.
    """
    cells = _cells(lines[at])
    if columns := columns_of(cells):
        return columns
    kinds = tuple(map(column_of, cells))
    if not may_be_header(cells, kinds):
        return ()
    below = takewhile(_parted, lines[at + 1 : at + _MOST_TOLD])
    rows = [row for row in map(_cells, below) if len(row) == len(cells)]
    told = held(cells, rows, kinds)
    return told if is_task_table(told) else ()


def _parted_end(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> int:
    while at < len(lines) and _is_row(lines, at):
        at = row_end(lines, at, columns)
    return at


def _is_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a row between tabs or bars stands here, or the edge of one on a line of its own."""
    row = _parted(lines[at]) or lines[at].flat == "|"
    return row and not band(lines, at) and not _is_key(lines[at]) and not _is_note(lines[at])


def _is_note(line: Line) -> bool:
    """Whether a row is one cell across the table that explains it: 注:... below the last task."""
    filled = _filled(line)
    return len(filled) == 1 and ends_table(filled[0])


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
    known = columns_of(rows[0]) or tuple(map(column_of, rows[0]))
    columns = held(rows[0], rows[1:], known)
    heads = list(zip(rows[0], columns, strict=True))
    odd = [
        (c, k) for (c, k), was in zip(heads, known, strict=True) if c.flat and _is_odd(c, k, was)
    ]
    unknown = tuple(cell for cell, kind in odd if kind is Column.UNKNOWN) + _bounded(heads, rows)
    guessed = tuple((cell, kind) for cell, kind in odd if kind in _GUESSES)
    found: list[Row] = []
    width = max((n for n, cell in enumerate(rows[0], 1) if cell.flat), default=0)
    headed = True  # the row before is one of the header
    for cells in rows[1:]:
        again = columns if _names(cells) == _names(rows[0]) else ()
        below = again or columns_of(cells) or (_below(cells, columns) if headed else ())
        headed = bool(below)
        columns = below or columns
        if not below:
            moved = refitted(cells[:width], columns[:width])
            found.append(row_of([*moved, *cells[width:]], columns, found[-1] if found else None))
    lost = _lost(found)
    gone = set(lost)
    rows_read = tuple(with_numbers([row for row in found if row.words not in gone]))
    return Table(start, rows_read, unknown, guessed, lost, _mixed(heads, rows))


def _mixed(
    heads: Sequence[tuple[Line, Column]], rows: Sequence[Sequence[Line]]
) -> tuple[Line, ...]:
    """Headers of columns of leads and helpers (牵头单位和配合单位), where some cell only lists them."""
    both = [(n, head) for n, (head, _) in enumerate(heads) if _BOTH.search(squeeze(head.flat))]
    return tuple(
        head for n, head in both if any(_is_list(row[n].flat) for row in rows[1:] if n < len(row))
    )


def _is_list(flat: str) -> bool:
    return "、" in flat and not _TOLD.search(flat)


def _is_odd(cell: Line, kind: Column, known: Column) -> bool:
    """Whether the words of a head do not tell what its column was taken to hold."""
    return column_of(cell) is Column.UNKNOWN or kind is not known


def _bounded(
    heads: Sequence[tuple[Line, Column]], rows: Sequence[Sequence[Line]]
) -> tuple[Line, ...]:
    """Headers of columns beside the tasks that may hold targets: 抽查比例 over 不少于10%."""
    beside = [(n, head) for n, (head, kind) in enumerate(heads) if kind is Column.ASIDE]
    return tuple(
        head
        for n, head in beside
        if any(_BOUND.search(row[n].flat) for row in rows if n < len(row))
    )


def _names(cells: Sequence[Line]) -> list[str]:
    return [squeeze(cell.flat) for cell in cells]


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
