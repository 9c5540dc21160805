"""Where the table of a form stands in a sheet that came back, whatever was done to it.

Columns are known by the hidden row of codes, else by their titles; rows by their codes, else by standing
below the header. What is found is places and texts: what they mean is decided elsewhere.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from shuangda_desktop.tasks.returns.codes import (
    FIELDS,
    RowCode,
    read_field_code,
    read_line_code,
    read_row_code,
)
from shuangda_desktop.tasks.returns.model import DONE, NOTE, PERCENT, PROBLEM, STATUS
from shuangda_desktop.tasks.understanding import plain
from shuangda_desktop.text.numerals import to_int
from shuangda_desktop.text.sheets import FilledSheet, Spot

NUMBER, TASK, SOURCE, ROLE, DUE, LAST, GOAL = (
    "number", "task", "source", "role", "due", "last", "goal",
)  # fmt: skip
TICK, FOOT = "tick:", "foot:"
PREFIX = "SD:"
FieldOf = Callable[[str], str | None]
_SIGNS = re.compile("[\\s()\\[\\]:%*/、.。,;?!-]+")
_TITLES = (  # what a title says first counts first; longer ones stand before those that they contain
    (re.compile("来文|原句|原文"), SOURCE),
    (re.compile("^上[期月季次周]|上[期月季年]情况"), LAST),
    (re.compile("序号|^编号"), NUMBER),
    (re.compile("时限|期限"), DUE),
    (re.compile("完成率|进度百分|完成比例|完成进度"), PERCENT),
    (re.compile("问题|困难|下一步|打算|建议"), PROBLEM),
    (re.compile("状态|是否完成"), STATUS),
    (re.compile("职责|角色|牵头|配合"), ROLE),
    (re.compile("进展|工作情况|开展情况|落实情况|完成情况|工作成效"), NOTE),
    (re.compile("任务|措施|工作内容|事项"), TASK),
)
_DONE_TITLE = re.compile("^(?:指标)?([一二三四五六七八九1-9]?)本期(?:完成)?数")
_GOAL_TITLE = re.compile("指标([一二三四五六七八九1-9]?)")
_MOST_ABOVE = 60  # rows in which a header is looked for
_LEAST_TITLES = 3


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table: its place, its code where it has one, its texts by field.

    ``extra`` are the texts of columns that the form did not have, by their titles; ``shared`` names the
    fields whose cell is merged with that of the row where it begins.
    """

    row: int
    code: RowCode | None
    texts: Mapping[str, str]
    places: Mapping[str, Spot]
    extra: Mapping[str, str]
    shared: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Table:
    """The form as it stands in a sheet."""

    columns: Mapping[str, int]
    titles: Mapping[int, str]
    rows: tuple[TableRow, ...]
    lines: Mapping[str, str]  # ticks and foot: what was filled in, by code
    by_codes: bool  # whether the hidden row of codes was there
    repeated: tuple[str, ...] = ()  # fields that have two columns
    beside: tuple[tuple[int, str], ...] = ()  # rows of the foot, and what else they were given


def find_table(sheet: FilledSheet, field_of: FieldOf | None = None) -> Table | None:
    """The table of a form in a sheet, None where there is none; ``field_of`` reads other titles."""
    by_row = _by_row(sheet)
    columns, repeated, header = _coded(by_row)
    by_codes = header is not None
    if header is None:
        columns, repeated, header = _titled(by_row, field_of or field_of_title)
    if header is None:
        return None
    codes = {row: code for row, cells in by_row.items() if (code := _code(cells))}
    titles = _header_titles(by_row, header, by_codes)
    lines = _lines(by_row)
    wanted = _table_rows(by_row, header, by_codes, codes, columns)
    shared = _shared(sheet, set(wanted))
    rows = tuple(
        _table_row(row, by_row[row], codes.get(row), columns, titles, shared) for row in wanted
    )
    return Table(columns, titles, rows, lines, by_codes, repeated, _beside_foot(by_row))


def _by_row(sheet: FilledSheet) -> dict[int, dict[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for row, column in sorted(sheet.texts):
        found.setdefault(row, {})[column] = sheet.texts[row, column]
    return found


Header = tuple[dict[str, int], tuple[str, ...], int | None]


def _coded(by_row: Mapping[int, Mapping[int, str]]) -> Header:
    """The columns as the hidden row of codes names them."""
    for row, cells in by_row.items():
        named = [
            (column, code) for column, text in cells.items() if (code := read_field_code(text))
        ]
        if len(named) >= _LEAST_TITLES:
            return (*_columns((c, code) for c, code in named if code != FIELDS), row)
    return {}, (), None


def _titled(by_row: Mapping[int, Mapping[int, str]], field_of: FieldOf) -> Header:
    """The columns by their titles, in the row that has most of them."""
    best: Header = ({}, (), None)
    for row, cells in list(by_row.items())[:_MOST_ABOVE]:
        named = [(column, field) for column, text in cells.items() if (field := field_of(text))]
        columns, repeated = _columns(named)
        if len(columns) > max(len(best[0]), _LEAST_TITLES - 1):
            best = (columns, repeated, row)
    return best


def _columns(
    named: "Iterator[tuple[int, str]] | list[tuple[int, str]]",
) -> tuple[dict[str, int], tuple[str, ...]]:
    columns: dict[str, int] = {}
    repeated = []
    for column, field in named:
        if field in columns:
            repeated.append(field)
        else:
            columns[field] = column
    return columns, tuple(dict.fromkeys(repeated))


def field_of_title(text: str) -> str | None:
    """The field that a title of a column most likely means."""
    words = _SIGNS.sub("", plain(text))
    if not words or len(words) > 24:
        return None
    if done := _DONE_TITLE.search(words):
        return f"{DONE}{_place(done[1])}"
    if goal := _GOAL_TITLE.fullmatch(words):
        return f"{GOAL}{_place(goal[1])}"
    return next((field for pattern, field in _TITLES if pattern.search(words)), None)


def _place(written: str) -> int:
    """The place of a target, from 1; the only one has no number."""
    return (to_int(written) or 1) if written else 1


def _code(cells: Mapping[int, str]) -> RowCode | None:
    return next((code for text in cells.values() if (code := read_row_code(text))), None)


def _header_titles(
    by_row: Mapping[int, Mapping[int, str]], header: int, by_codes: bool
) -> dict[int, str]:
    """The titles as they stand now: below the codes, or in the header itself."""
    row = header + 1 if by_codes else header
    return dict(by_row.get(row, {}))


def _table_rows(
    by_row: Mapping[int, Mapping[int, str]],
    header: int,
    by_codes: bool,
    codes: Mapping[int, RowCode],
    columns: Mapping[str, int],
) -> list[int]:
    """The rows of the table: those with a code, and those below the header that say something."""
    first = header + 1 + by_codes
    foot = min((row for row in by_row if row >= first and _foot(by_row[row])), default=None)
    inside = [row for row in by_row if row >= first and (foot is None or row < foot)]
    known = set(columns.values()) - {columns.get(NUMBER)}
    filled = {row for row in inside if known & set(by_row[row])}
    return sorted(filled | set(codes))


def _foot(cells: Mapping[int, str]) -> bool:
    return any((read_line_code(text) or "").startswith(FOOT) for text in cells.values())


def _lines(by_row: Mapping[int, Mapping[int, str]]) -> dict[str, str]:
    """What was filled into the lines of ticks and of the foot."""
    found: dict[str, str] = {}
    for cells in by_row.values():
        for column, text in cells.items():
            code = read_line_code(text)
            if code is not None:
                rest = [cells[c] for c in sorted(cells) if c != column]
                found[code] = _filled(rest, is_tick=code.startswith(TICK))
    return found


def _beside_foot(by_row: Mapping[int, Mapping[int, str]]) -> tuple[tuple[int, str], ...]:
    """What stands in the rows of the foot behind the cell that was to be filled: it is no signature."""
    found = []
    for row, cells in by_row.items():
        own = [cells[c] for c in sorted(cells) if not cells[c].startswith(PREFIX)]
        if _foot(cells) and len(own) > 2:
            found.append((row, "\uff1b".join(own[2:])))
    return tuple(found)


def _filled(texts: list[str], is_tick: bool) -> str:
    """The filled cell of a line, which stands before the words of a tick and after those of the foot."""
    if is_tick:
        return next((text for text in texts if len(plain(text)) <= 2), "")
    return texts[1] if len(texts) > 1 else ""


def _shared(sheet: FilledSheet, rows: set[int]) -> dict[Spot, int]:
    """Cells that a merge covers in the rows of the table, and the row in which it begins."""
    found: dict[Spot, int] = {}
    for top, left, bottom, right in sheet.merges:
        if top in rows and bottom > top and (bottom - top) * (right - left + 1) <= 5_000:
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    found[row, column] = top
    return found


def _table_row(
    row: int,
    cells: Mapping[int, str],
    code: RowCode | None,
    columns: Mapping[str, int],
    titles: Mapping[int, str],
    shared: Mapping[Spot, int],
) -> TableRow:
    own = {column: text for column, text in cells.items() if not text.startswith(PREFIX)}
    known = set(columns.values())
    return TableRow(
        row,
        code,
        {field: own[column] for field, column in columns.items() if column in own},
        {field: (row, column) for field, column in columns.items()},
        {titles.get(c, ""): text for c, text in own.items() if c not in known},
        {
            field: shared[row, column]
            for field, column in columns.items()
            if (row, column) in shared
        },
    )
