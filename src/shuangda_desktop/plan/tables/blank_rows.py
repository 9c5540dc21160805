"""Task tables whose cells are parted by single blanks, as a page gives them when only its text is taken:

    序号 重点任务 牵头单位 配合单位 完成期限
    1 排查沿街商铺。 市商务局 市公安局、市司法局 6月底

A header of known columns that begins with 序号 proves such a table. Its lines are cut at their blanks; a
cell that held a blank itself is put together again where the cells of a row are fitted to the columns.
"""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.tables.columns import Column, column_of, columns_of
from shuangda_desktop.plan.tables.spread import BAND, ends_table
from shuangda_desktop.text.chars import HAN

_FEWEST = 4  # columns
_LONGEST_HEADER = 80
_WORDS = re.compile(f"[^ ]+?(?:(?= )|$|\u3002(?=[{HAN}\\d]))")


def with_cells_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each cell of such a table in a line of its own."""
    start = next((at for at, line in enumerate(lines) if _is_header(line)), None)
    if start is None:
        return list(lines)
    rest = range(start + 1, len(lines))
    end = next((at for at in rest if ends_table(lines[at])), len(lines))
    cells = (cell for line in lines[start:end] for cell in _cells(line))
    return [*lines[:start], *cells, *with_cells_apart(lines[end:])]


def _is_header(line: Line) -> bool:
    if line.flat.count(" ") < _FEWEST - 1 or len(line.flat) > _LONGEST_HEADER:
        return False
    cells = list(_cells(line))
    known = len(cells) >= _FEWEST and column_of(cells[0]) is Column.NUMBER
    return known and Column.UNKNOWN not in columns_of(cells) and bool(columns_of(cells))


def _cells(line: Line) -> Iterator[Line]:
    """The parts of a line between blanks; a heading across the table is one."""
    if BAND.match(line.flat):
        yield line
        return
    yield from (line.part(*word.span()) for word in _WORDS.finditer(line.flat))
