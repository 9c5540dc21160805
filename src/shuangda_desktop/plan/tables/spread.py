"""Task tables whose cells stand one in a line, as a page or a Word file gives them when it is copied."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, Column, column_of, columns_of
from shuangda_desktop.plan.tables.fitting import MOST, fitted, glue
from shuangda_desktop.plan.tables.worth import NUMBER, is_other
from shuangda_desktop.text.chars import STOP
from shuangda_desktop.text.numerals import to_int

BAND = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)).*[^\d.、]")
_LONGEST_NUMBER = 9  # digits of one that counts rows; Python refuses to read thousands
_FEWEST = 3
_MOST_HEADS = 24  # lines of a header
_LONGEST_HEAD = 30
_NO_HEAD = re.compile(r"[\u3002;:\t|]|^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.\u3001]?$")
_GOES_ON = "(及和与、/-"
_WIDE = {
    "分工",
    "责任分工",
    "职责分工",
    "任务分工",
    "工作分工",
    "分工情况",
}  # over the columns of who leads and who helps
_BARS = re.compile(r"\|[| ]+")  # what is left of a row of cells that was one across the table
_LONGEST_BAND = 40
_DAY = re.compile("(?:20\\d\\d|二[〇○零]..)年.{1,3}月.{1,3}日")
_ISSUER = re.compile("(?:人民政府|办公[室厅]|领导小组|委员会)$")
_NEAR_CELLS = 8
_MOST_OF_ROW = 40  # lines
_NEARLY_ALL = 0.6
_LISTS = ("、", ",")
_ENOUGH = 60  # lines that tell where a column of numbers stands
_BELOW = re.compile(  # lines that no cell of a table holds
    "^(?:附\\s?件\\s?\\d?|附|抄\\s?送|抄\\s?报|主\\s?送|联\\s?系\\s?人|注|备注|(?:填表|填报|编制|有关)?说明)\\s?:|^\\((?:此件|联系人)"
)


def spread_header(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines from here on that are cells of a header, or parts of them; () where they are none."""
    first = column_of(lines[at])
    if first is Column.UNKNOWN:
        return ()
    most = min(len(lines), at + _MOST_HEADS)
    end = next((n for n in range(at, most) if not _may_head(lines, n)), most)
    begun = end < len(lines) and (NUMBER.match(lines[end].flat) or is_spread_band(lines, end))
    if first is not Column.NUMBER or not begun:
        end = _known_end(lines, at, end)
    heads = heads_of(lines[at:end])
    return lines[at:end] if len(heads) >= _FEWEST and columns_of(heads) else ()


def _may_head(lines: Sequence[Line], at: int) -> bool:
    """Whether a line may be a cell of a header, or a part of one, as far as its shape tells."""
    flat = lines[at].flat
    return len(flat) <= _LONGEST_HEAD and not (_NO_HEAD.search(flat) or is_spread_band(lines, at))


def _known_end(lines: Sequence[Line], at: int, most: int) -> int:
    """The index after the last line up to which all are words of a header, whole or in parts."""
    heads, end = [lines[at]], at
    for n in range(at, most):
        heads = heads_of(lines[at : n + 1])
        if all(column_of(head) is not Column.UNKNOWN for head in heads):
            end = n + 1
    return end


def heads_of(lines: Sequence[Line]) -> list[Line]:
    """The cells of a header, each whose words were broken over lines put together."""
    heads: list[Line] = []
    for line in lines:
        if heads and _goes_on(heads[-1], line):
            heads[-1] = glue(heads[-1], line)
        else:
            heads.append(line)
    return heads


def _goes_on(head: Line, line: Line) -> bool:
    """Whether a line goes on with the words of the header above it."""
    if line.flat[0] in _GOES_ON or head.flat[-1] in _GOES_ON:
        return True
    one, two, both = map(column_of, (head, line, glue(head, line)))
    return both is not Column.UNKNOWN and Column.UNKNOWN in (one, two)


def _in_columns(header: Sequence[Line]) -> list[Line]:
    """The cells of a header by column: those behind the last one may stand below 分工."""
    kinds = [column_of(cell) for cell in header]
    wide = next((n for n, cell in enumerate(header) if squeeze(cell.flat) in _WIDE), None)
    last = len(header)
    while wide is not None and kinds[last - 1] in DUTY_COLUMNS and last - 1 > wide:
        last -= 1
    if wide is None or last == len(header):
        return list(header)
    return [*header[:wide], *header[last:], *header[wide + 1 : last]]


def is_spread_band(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading across a table whose cells stand one in a line.

    Below it stands the number of a row, or the next heading where no row was copied; or what is left
    of the edges of the cells that it was merged from.
    """
    end = at
    while (
        end < len(lines) and BAND.match(lines[end].flat) and len(lines[end].flat) <= _LONGEST_BAND
    ):
        end += 1
    below = lines[end].flat if at < end < len(lines) else ""
    return bool(NUMBER.match(below) or _BARS.fullmatch(below))


def ends_table(line: Line) -> bool:
    """Whether a line is one that no cell of a table holds."""
    return bool(_BELOW.match(line.flat))


def spread_end(lines: Sequence[Line], at: int, heads: Sequence[Line]) -> int:
    """The index after the cells of a table that stand one in a line, below the cells of its header."""
    columns = columns_of(heads)
    numbered = columns[:1] == (Column.NUMBER,)
    row = at - 1  # where the last row begins
    for n in range(at, len(lines)):
        if ends_table(lines[n]) or is_spread_band(lines, n) or _is_signed(lines, n):
            return n
        if numbered and NUMBER.match(lines[n].flat):
            row = n
        elif not numbered or n - row > 1:
            whole = numbered and n - row >= len(columns)
            if _may_follow(lines[n], whole) and not _holds_cells(lines[n + 1 : n + _MOST_OF_ROW]):
                return n
    return len(lines)


def _is_signed(lines: Sequence[Line], at: int) -> bool:
    """Whether a line names who issued a document, and the day stands below it at the end of the text."""
    below = lines[at + 1].flat if at + 1 < len(lines) else ""
    return bool(_DAY.fullmatch(squeeze(below)) and _ISSUER.search(lines[at].flat)) and all(
        ends_table(line) for line in lines[at + 2 : at + 3]
    )


def _may_follow(line: Line, whole: bool) -> bool:
    """Whether a line may be words below a table: a heading, or a sentence where the last row is whole."""
    sentence = whole and len(line.flat) > _LONGEST_HEAD and line.flat.endswith(STOP)
    return sentence or bool(BAND.match(line.flat))


def _holds_cells(lines: Sequence[Line]) -> bool:
    """Whether lines are cells of a table: numbers, units and times stand among them."""
    near = enumerate(lines[:_NEAR_CELLS])
    return any(NUMBER.match(line.flat) for line in lines) or any(
        is_other(line.flat) and not _is_signed(lines, n) and not _DAY.fullmatch(squeeze(line.flat))
        for n, line in near
    )


def spread_rows(lines: Sequence[Line], heads: Sequence[Line]) -> Iterator[list[Line]]:
    """Rows of a table whose cells stand one in a line."""
    names = [squeeze(cell.flat) for cell in heads]
    rest = (line for line in lines[len(heads) :] if not _BARS.fullmatch(line.flat))
    cells = list(_whole([line for line in rest if squeeze(line.flat) not in names]))
    header = _with_number(_in_columns(heads_of(heads)), cells)
    rows = list(_numbered_rows(cells)) if column_of(header[0]) is Column.NUMBER else []
    header = _of_width(header, rows)
    columns = columns_of(header)
    yield header
    most = MOST // len(columns) * len(columns)
    for row in rows or [cells[at : at + most] for at in range(0, len(cells), most)]:
        yield from fitted(_without_edge(row, len(columns)), columns)[1]


def _without_edge(row: Sequence[Line], width: int) -> Sequence[Line]:
    """The lines of a row without the stroke before the next one."""
    return row[:-1] if len(row) == width + 1 and row[-1].flat == "|" else row


def _of_width(header: list[Line], rows: Sequence[Sequence[Line]]) -> list[Line]:
    """The header as wide as nearly all rows are.

    What stands behind its last column is a heading above the rows, and two words of it that make a
    third are one.
    """
    widths = Counter(map(len, rows)).most_common(1)
    if not widths or widths[0][1] < _NEARLY_ALL * len(rows) or widths[0][0] < _FEWEST:
        return header
    width = widths[0][0]
    while len(header) > width and column_of(header[-1]) is Column.UNKNOWN:
        header = header[:-1]
    while len(header) > width and (at := _broken(header)):
        header = [*header[: at - 1], glue(header[at - 1], header[at]), *header[at + 1 :]]
    return header


def _broken(header: Sequence[Line]) -> int:
    """The first cell of a header that may go on with the one before it: 项目, 内容; 0 if there is none."""
    pairs = enumerate(pairwise(header), 1)
    return next((at for at, pair in pairs if column_of(glue(*pair)) is not Column.UNKNOWN), 0)


def _whole(cells: Sequence[Line]) -> Iterator[Line]:
    """The lines, each that ends in a mark of a list with the one that goes on."""
    held: Line | None = None
    for line in cells:
        held = glue(held, line) if held else line
        if not held.flat.endswith(_LISTS):
            yield held
            held = None
    if held:
        yield held


def _with_number(header: list[Line], cells: Sequence[Line]) -> list[Line]:
    """The header with a column for numbers that stand in the rows, though no word stands over them."""
    numbers = [int(cell.flat[:_LONGEST_NUMBER]) for cell in cells if cell.flat.isdecimal()]
    if any(column_of(cell) is Column.NUMBER for cell in header) or not _count(numbers):
        return header
    at = header[0].start
    ways = [
        [*header[:n], Line(at, at, "序号"), *header[n:]]
        for n, cell in enumerate(header)
        if not any(column_of(before) in DUTY_COLUMNS for before in header[:n])
    ]
    part = cells[:_ENOUGH]
    return max(ways, key=lambda way: fitted(part, columns_of(way))[0])


def _count(numbers: Sequence[int]) -> bool:
    """Whether numbers count rows."""
    steps = [two - one for one, two in pairwise(numbers)]
    return bool(steps) and all(step == 1 for step in steps)


def _numbered_rows(cells: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines from each number of a row on; other figures stand within the rows."""
    row: list[Line] = []
    last = 0
    for at, line in enumerate(cells):
        number = _number(line)
        below = cells[at + 1 : at + _MOST_OF_ROW]
        if number and (not row or number == last + 1 or _is_later(number, last, below)):
            if row:
                yield row
            row, last = [], number
        row.append(line)
    if row:
        yield row


def _number(line: Line) -> int:
    """The number that a line consists of; 0 where it holds anything else."""
    return to_int(line.flat.rstrip(".、")) or 0 if NUMBER.match(line.flat) else 0


def _is_later(number: int, last: int, below: Sequence[Line]) -> bool:
    """Whether a number counts rows though others are missing before it: no other does, and it goes on."""
    told = {_number(line) for line in below}
    return last + 1 not in told and (number in (1, last + 2, last + 3) or number + 1 in told)
