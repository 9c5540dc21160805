"""Doubts about the tables of a plan: columns, rows and headers that were not understood."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.checks.findings import doubt
from shuangda_desktop.plan.model import Finding
from shuangda_desktop.plan.structure.frame import Frame
from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, Column, column_of
from shuangda_desktop.plan.tables.rows import Row
from shuangda_desktop.plan.tables.tables import Table
from shuangda_desktop.text.chars import COLON, SEMICOLON, STOP
from shuangda_desktop.text.mapped import MappedText, Span

_CELLS = re.compile("[^\t]\t+[^\t]+\t|\\|[^|]+\\|[^|]+\\|")
_FEWEST_ROWS = 2
_OF_HEADERS = {
    Column.NUMBER,
    Column.DUE,
    Column.REACHED,
    *DUTY_COLUMNS,
}  # no heading is such a word
_READ_AS = {
    Column.TASK: "任务内容",
    Column.DUE: "完成时限",
    Column.LEAD: "牵头单位",
    Column.COOPERATING: "配合单位",
    Column.RESPONSIBLE: "责任单位",
}
_USUAL_HEADS = "“工作任务、牵头单位、配合单位、完成时限”"
_NEAR_HEADS = 4  # lines
_FEWEST_TORN = 2  # pairs of rows
_ENDED = re.compile(f"[{STOP}{SEMICOLON}{COLON}?!)\uff09\u201d]$")
_STOPPED = re.compile(f"[{STOP}]$")


def check_tables(tables: Sequence[Table], text: MappedText) -> Iterator[Finding]:
    """Columns that were not understood, and rows whose cells stand in the wrong columns."""
    for table in tables:
        yield from _loose_cells(table, text)
        yield from _torn_rows(table.rows, text)
        for cell in table.unknown:
            message = f"表格中“{cell.flat}”一列的含义不明,该列内容未读取。"
            yield doubt("unknown-column", message, _place(cell, text))
        for cell in table.mixed:
            message = f"“{cell.flat}”一列里有的没有写明谁牵头、谁配合,暂都按责任单位读取,请逐项指定牵头单位。"
            yield doubt("unknown-column", message, _place(cell, text))
        if table.guessed:
            message = f"表头没有读懂,暂按下面各格的样子定:{_guesses(table)}。请核对,不对的把表头改成{_USUAL_HEADS}的写法再导入。"
            yield doubt("unknown-column", message, _place(table.guessed[0][0], text))


def _guesses(table: Table) -> str:
    """What the columns were taken for whose heads do not tell it."""
    return "、".join(f"“{cell.flat}”一列是{_READ_AS[kind]}" for cell, kind in table.guessed)


def _loose_cells(table: Table, text: MappedText) -> Iterator[Finding]:
    """Cells that belong to no column, and cells of nothing but figures; the first of each is named."""
    if table.lost:
        cell = table.lost[0]
        message = (
            f"表格里“{cell.flat}”等{len(table.lost)}格与表头对不上,没有读作任务,请对照原表补录。"
        )
        yield doubt("lost-columns", message, _place(cell, text))
    figures = [row.figure for row in table.rows if row.figure]
    if figures:
        message = (
            f"表格里“{figures[0].flat}”等{len(figures)}格只有数字,未并入任务的文字和目标,请核对。"
        )
        yield doubt("unread-cell", message, _place(figures[0], text))


def _torn_rows(rows: Sequence[Row], text: MappedText) -> Iterator[Finding]:
    """Rows that are the lines of one, as a PDF gives a table line by line, across all its cells.

    Words break off, and those of the row after, which has no number of its own and says less of who
    and when, end a sentence.
    """
    torn = [
        (row.words, after.words)
        for row, after in pairwise(rows)
        if row.words and after.words and not after.counted and len(after.cells) < len(row.cells)
    ]
    torn = [(a, b) for a, b in torn if not _ENDED.search(a.flat) and _STOPPED.search(b.flat)]
    if len(torn) < _FEWEST_TORN:
        return
    first, rest = torn[0]
    message = (
        f"表格像是被拆散了:“{first.flat}”没有写完,下一行“{rest.flat}”像是接着它的,这样的有{len(torn)}处,暂按一行一项读取,"
        "任务和单位都可能断错。请对照原表核对,或改用原来的Word、Excel文件导入。"
    )
    yield doubt("torn-table", message, _place(first, text))


def _place(line: Line, text: MappedText) -> Span:
    return text.to_raw(Span(line.start, line.end))


def check_rows(frame: Frame, text: MappedText) -> Iterator[Finding]:
    """Rows of a table whose header was not understood: they are words of other parts now, or lost."""
    lines = (line for line in (*frame.heads, *frame.body) if "\t" in line.flat or "|" in line.flat)
    rows = [line for line in lines if _CELLS.search(line.flat)]
    if len(rows) >= _FEWEST_ROWS:
        message = f"有{len(rows)}行表格的表头没有读懂,其中的任务暂未读出,请补录,或把表头改成{_USUAL_HEADS}的写法再导入。"
        yield doubt("unread-table", message, _place(rows[0], text))
    head = _loose_head(frame.heads) or _loose_head(frame.body)
    if head:
        message = f"“{head.flat}”等几行像是表头,没有读懂,其中的各格暂按一段一段的文字读取,请核对。"
        yield doubt("unread-table", message, _place(head, text))


def _loose_head(lines: Sequence[Line]) -> Line | None:
    """The first of lines near each other that only the header of a table has: 序号, 责任单位."""
    told = [(n, line) for n, line in enumerate(lines) if column_of(line) in _OF_HEADERS]
    near = (one for (n, one), (m, _) in pairwise(told) if m - n <= _NEAR_HEADS)
    return next(near, None)
