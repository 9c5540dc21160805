"""What the columns of a task table hold, told by the words of its header."""

import re
from collections.abc import Sequence
from enum import StrEnum

from shuangda_desktop.plan.structure.lines import Line, squeeze
from shuangda_desktop.plan.tables.heads import HEADERS, THING
from shuangda_desktop.plan.tables.matrix import unit_columns

LINE_IN_CELL = "\u2028"
_HEADER = re.compile("|".join(f"(?P<{name}>{words})" for name, words in HEADERS.items()))
_REMARK = re.compile("[(\uff08]([^()\uff08\uff09]{0,20})[)\uff09](?=$|单位$|部门$)")
_SPECIFIC = re.compile("措施|内容|举措|要求|要点")
_OF_TASKS = re.compile(THING)
_AIMS = re.compile("(?:工作|量化|整改|整治|预期)?目标(?:要求)?")
_LIMIT = re.compile("完成|时限|期限|办结")
_LONGEST_HEADER = 60  # with a remark in brackets


class Column(StrEnum):
    """What the cells of a column hold."""

    NUMBER = "number"
    LEAD = "lead"
    COOPERATING = "cooperating"
    RESPONSIBLE = "responsible"
    DUE = "due"
    TASK = "task"
    GROUP = "group"
    REACHED = "reached"
    AIM = "aim"  # what is to be reached, beside what is to be done
    ASIDE = "aside"
    UNKNOWN = "unknown"


DUTY_COLUMNS = (Column.LEAD, Column.COOPERATING, Column.RESPONSIBLE)
_PARTS = (Column.LEAD, Column.COOPERATING)
BESIDE = (Column.AIM, Column.ASIDE)


def column_of(cell: Line) -> Column:
    """What the cells below a cell of the header hold; a remark in brackets may say whose part it is."""
    if len(cell.flat) > _LONGEST_HEADER:
        return Column.UNKNOWN
    text = squeeze(cell.flat).replace(LINE_IN_CELL, "")
    remark = _REMARK.search(text)
    part = _told(remark[1]) if remark else Column.UNKNOWN
    return part if part in _PARTS else _told(_REMARK.sub("", text))


def _told(head: str) -> Column:
    found = _HEADER.fullmatch(head)
    return Column(found.lastgroup or "") if found else Column.UNKNOWN


def columns_of(cells: Sequence[Line]) -> tuple[Column, ...]:
    """The columns of a header row; () where the row is no header of a task table."""
    columns = _with_lead(cells, _without_aims(cells, tuple(column_of(cell) for cell in cells)))
    columns = _without_assessor(cells, columns)
    if columns[:1] == (Column.NUMBER,) and Column.TASK not in columns:
        columns = _with_task(cells, columns)
    units = len(units_over(cells, columns))
    timed = columns[:1] == (Column.NUMBER,) and _tells_when(cells, columns)
    duty = units or timed or any(column in DUTY_COLUMNS for column in columns)
    known = units + sum(column is not Column.UNKNOWN for column in columns)
    if not duty or Column.TASK not in columns or known * 2 < len(columns):
        return ()
    return columns


def _with_lead(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, where who 承办s leads if others are said to 协办."""
    names = [squeeze(cell.flat) for cell in cells]
    if Column.LEAD in columns or not any(name.startswith("协办") for name in names):
        return columns
    leads = [
        kind is Column.RESPONSIBLE and name.startswith("承办")
        for name, kind in zip(names, columns, strict=True)
    ]
    return tuple(Column.LEAD if led else kind for led, kind in zip(leads, columns, strict=True))


def _without_assessor(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, where who 考核s does nothing itself if others are said to do it."""
    names = [squeeze(cell.flat) for cell in cells]
    assess = [
        kind in DUTY_COLUMNS and n.startswith("考核")
        for n, kind in zip(names, columns, strict=True)
    ]
    if sum(kind in DUTY_COLUMNS for kind in columns) == sum(assess):
        return columns
    return tuple(Column.ASIDE if a else kind for a, kind in zip(assess, columns, strict=True))


def _tells_when(cells: Sequence[Line], columns: Sequence[Column]) -> bool:
    """Whether a table says of tasks by when they are to be done; the 名称 and 时间 of cases do not."""
    heads = [(column, squeeze(cell.flat)) for cell, column in zip(cells, columns, strict=True)]
    limit = any(column is Column.DUE and _LIMIT.search(head) for column, head in heads)
    return limit and any(column is Column.TASK and _OF_TASKS.search(head) for column, head in heads)


def _with_task(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table of numbered rows: the first that speaks of tasks in other words holds them."""
    heads = enumerate(zip(cells, columns, strict=True))
    at = next(
        (n for n, (c, kind) in heads if kind is Column.UNKNOWN and _OF_TASKS.search(c.flat)), None
    )
    return columns if at is None else (*columns[:at], Column.TASK, *columns[at + 1 :])


def units_over(cells: Sequence[Line], columns: Sequence[Column]) -> tuple[int, ...]:
    """The columns that units stand over in a table of marks."""
    return unit_columns({n: cells[n] for n, c in enumerate(columns) if c is Column.UNKNOWN})


def _without_aims(cells: Sequence[Line], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A column of aims beside one of measures holds what is to be reached, not what is to be done."""
    names = [squeeze(cell.flat) for cell in cells]
    tasks = [n for n, c in zip(names, columns, strict=True) if c is Column.TASK]
    if not any(_SPECIFIC.search(name) for name in tasks if not _AIMS.fullmatch(name)):
        return columns
    pairs = zip(names, columns, strict=True)
    return tuple(Column.AIM if _AIMS.fullmatch(name) else column for name, column in pairs)
