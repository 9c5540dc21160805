"""Task tables whose cells are parted by single blanks, as a page gives them when only its text is taken:

    序号 重点任务 牵头单位 配合单位 完成期限
    1 排查沿街商铺。 市商务局 市公安局、市司法局 6月底

A header of known columns proves such a table. Its lines are cut at their blanks; a
cell that held a blank itself is put together again where the cells of a row are fitted to the columns.
"""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.plan.structure.lines import Line
from shuangda_desktop.plan.tables.columns import Column, column_of
from shuangda_desktop.plan.tables.spread import BAND, ends_table, heads_of, spread_header
from shuangda_desktop.text.chars import HAN

_FEWEST = 4  # columns
_MOST_LINES = 12  # of a header
_WORDS = re.compile(f"[^ ]+?(?:(?= )|$|\u3002(?=[{HAN}\\d]))")


def with_cells_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each cell of such a table in a line of its own."""
    found: list[Line] = []
    inside = False
    for at, line in enumerate(lines):
        inside = (inside and not ends_table(line)) or _is_header(lines, at)
        found += _cells(line) if inside else [line]
    return found


def _is_header(lines: Sequence[Line], at: int) -> bool:
    """Whether the header of such a table begins at a line; its words may be broken over several."""
    if (
        lines[at].flat.count(" ") < _FEWEST - 1
        or column_of(next(_cells(lines[at]))) is Column.UNKNOWN
    ):
        return False
    cells = [cell for line in lines[at : at + _MOST_LINES] for cell in _cells(line)]
    return len(heads_of(spread_header(cells, 0))) >= _FEWEST


def _cells(line: Line) -> Iterator[Line]:
    """The parts of a line between blanks; a heading across the table is one."""
    if BAND.match(line.flat) and line.flat.count(" ") < _FEWEST - 1:
        yield line
        return
    yield from (line.part(*word.span()) for word in _WORDS.finditer(line.flat))
