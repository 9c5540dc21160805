"""The rows of a table: which cells hold the words, the heading, the units and the time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shuangda_desktop.plan.duties.unit_names import looks_like_unit
from shuangda_desktop.plan.structure.keys import key_lines
from shuangda_desktop.plan.structure.lines import Line, has_words, squeeze
from shuangda_desktop.plan.structure.numbering import label_at
from shuangda_desktop.plan.tables.columns import DUTY_COLUMNS, LINE_IN_CELL, Column
from shuangda_desktop.plan.tables.worth import EMPTY

DITTO = {"同上", "\u3003", "\u201d"}
_ENDS_OF_OFFICES = ("局", "厅", "委", "部", "会")
_FIGURE = re.compile("[<>=\u2264\u2265]?\\d[\\d.,]{0,11} ?[万亿]?[^\\d,\u3002;]{0,4}")
_AIM = re.compile("(?:增长|下降|降低|提高|达到?|不[低高少超]于|控制在|保持在?|位[居列])")
_SUMS = {"合计", "总计", "小计", "共计"}
_RANK = re.compile("[一二三四五六七八九十\\d]")  # 一、二级企业 begins with no number
_PROPOSED = re.compile(r"\(\s*拟\s*\)")
_KEYS = {
    Column.LEAD: "牵头单位",
    Column.COOPERATING: "配合单位",
    Column.RESPONSIBLE: "责任单位",
    Column.DUE: "完成时限",
}
_THEMES = (Column.GROUP, Column.TASK)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the words of its task, its heading, and the cells that say who and until when."""

    words: Line | None
    title: Line | None
    cells: tuple[tuple[Column, Line], ...]
    merged: bool = False  # its units are those of the row above
    aims: bool = False  # its words go on with its heading: 财政收入 | 增长6%
    figure: Line | None = None  # what is to be reached, apart from its words
    aim: Line | None = None  # the cell of a column of aims
    numbered: tuple[
        Line, ...
    ] = ()  # cells that are headings with a number; the number of its words
    counted: bool = False  # has a number in a cell of its own

    def clause(self) -> str:
        """The duty cells as one labelled clause."""
        return ";".join(_said(column, _value(cell.flat)) for column, cell in self.cells)


def _said(column: Column, value: str) -> str:
    """What a cell says, by its own key where it has one: 牵头单位:市公安局 below 责任分工."""
    return value if ":" in value and key_lines(value) else f"{_KEYS[column]}:{value}"


def row_of(cells: Sequence[Line], columns: Sequence[Column], above: Row | None) -> Row:
    """One row; where all its duty cells are empty, or who leads is, they were merged with those above."""
    filled = [
        (column, _meant(column, cell, above))
        for column, cell in zip(columns, cells, strict=False)
        if squeeze(cell.flat) not in EMPTY
    ]
    tasks = [cell for column, cell in filled if column is Column.TASK]
    said = tuple((column, cell) for column, cell in filled if column in _KEYS)
    merged = _merged(tuple(column for column, _ in said), columns, above) if tasks else ()
    summed = any(squeeze(cell.flat) in _SUMS for cell in cells) and not said
    beside = _are_beside(tuple(column for column, _ in filled))
    words, figure = (None, None) if summed else _words_of(tasks, beside)
    aims = words is not None and len(tasks) > 1 and words is tasks[-1] and _is_aim(words.flat)
    title = tasks[-2 if aims else 0] if len(tasks) > 1 else None
    themes = [cell for column, cell in filled if column in _THEMES and cell is not words]
    numbered = tuple(cell for cell in themes if _label_end(cell))
    aim = next((cell for column, cell in filled if column is Column.AIM), None)
    title = title and title.part(_label_end(title))
    counted = any(column is Column.NUMBER for column, _ in filled)
    return Row(words, title, (*merged, *said), bool(merged), aims, figure, aim, numbered, counted)


def with_numbers(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; where headings among their cells have numbers, those of their words are parts of the outline.

    Where only the words have numbers, these count the rows and no more: 1.制定方案, 2.开展抽检.
    """
    apart = [_with_number(row) for row in rows]
    if any(row.numbered for row in rows):
        return apart
    return [replace(row, numbered=()) for row in apart]


def _with_number(row: Row) -> Row:
    """The row with the number of its words apart from them."""
    end = _label_end(row.words) if row.words else 0
    if not row.words or not end:
        return row
    number = row.words.part(0, end)
    return replace(row, words=row.words.part(end), numbered=(*row.numbered, number))


def _are_beside(columns: Sequence[Column]) -> bool:
    """Whether the last column of tasks stands right behind another one."""
    at = max((n for n, column in enumerate(columns) if column is Column.TASK), default=0)
    return at > 0 and columns[at - 1] is Column.TASK


def _words_of(tasks: Sequence[Line], beside: bool) -> tuple[Line | None, Line | None]:
    """The cell that says what is to be done, and the figure apart from it: 新增床位 | 市民政局 | 71张."""
    told = [cell for cell in tasks if beside or not _FIGURE.fullmatch(cell.flat)] or tasks
    if not told or not has_words(told[-1].flat):
        return None, None
    return told[-1], tasks[-1] if tasks[-1] is not told[-1] else None


def _is_aim(flat: str) -> bool:
    """Whether words say how far something is to come, and not what: 增长6%, 71张."""
    return bool(_AIM.match(flat) or _FIGURE.fullmatch(flat))


def _label_end(cell: Line) -> int:
    """Where the number ends that a cell begins with as an item does; 0 where it begins with none."""
    label = label_at(cell.flat)
    if not label or not label.sure or _RANK.match(cell.flat, label.end):
        return 0
    return label.end if has_words(cell.flat[label.end :]) else 0


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
    if squeeze(cell.flat) not in DITTO:
        return cell
    return next((each for kind, each in above.cells if kind is column), cell) if above else cell


def _value(flat: str) -> str:
    """A cell's lines as one list: each line that is a whole name is a name of its own."""
    lines = [part.strip() for part in re.split(f"[{LINE_IN_CELL}]| {{2,}}", flat) if part.strip()]
    text = ""
    for name in (name for line in map(_without_mark, lines) for name in _names_in(line)):
        text += ("、" if _ends_name(text, name) else "") + name
    return text.rstrip("、,; ")


def _names_in(line: str) -> list[str]:
    """The names that blanks part, where each of them is one: 区府办 各镇(街道); else the line as it is."""
    names = line.split(" ")
    return names if all(map(looks_like_unit, names)) else [line]


def _ends_name(text: str, line: str) -> bool:
    """Whether a name ends before a line; 住房城乡 above 建设局 is no township."""
    if not text or text[-1] in "、,;:" or (text[-1] == "乡" and line[-1:] in _ENDS_OF_OFFICES):
        return False
    return looks_like_unit(text.rsplit("、", 1)[-1])


def _without_mark(line: str) -> str:
    """A line of a cell without the mark that what it says is only proposed."""
    return _PROPOSED.sub("", line)
