"""Task tables whose cells are parted by single blanks, as a page gives them when only its text is taken:

    序号 重点任务 牵头单位 配合单位 完成期限
    1 排查沿街商铺。 市商务局 市公安局、市司法局 6月底

A header of known columns that begins with 序号 proves such a table. Its lines are cut at their blanks; a
cell that held a blank itself is put together again where the cells of a row are fitted to the columns.
"""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.tables.columns import Column, columns_of
from shuangda_desktop.plan.tables.spread import BAND, ends_table
from shuangda_desktop.text.chars import HAN

_FEWEST = 4  # columns
_LONGEST_HEADER = 80
_WORDS = re.compile(f"[^ ]+?(?:(?= )|$|\u3002(?=[{HAN}\\d]))")


def with_cells_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each cell of such a table in a line of its own."""
    found: list[Line] = []
    inside = False
    for line in lines:
        inside = (inside and not ends_table(line)) or _is_header(line)
        found += _cells(line) if inside else [line]
    return found


def _is_header(line: Line) -> bool:
    if line.flat.count(" ") < _FEWEST - 1 or len(line.flat) > _LONGEST_HEADER:
        return False
    cells = list(_cells(line))
    columns = columns_of(cells) if len(cells) >= _FEWEST else ()
    return columns[:1] == (Column.NUMBER,) and Column.UNKNOWN not in columns


def _cells(line: Line) -> Iterator[Line]:
    """The parts of a line between blanks; a heading across the table is one."""
    if BAND.match(line.flat):
        yield line
        return
    yield from (line.part(*word.span()) for word in _WORDS.finditer(line.flat))
