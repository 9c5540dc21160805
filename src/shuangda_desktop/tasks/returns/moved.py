"""What was moved in a form without harm: said in one sentence, for nobody need act on it."""

import re
from collections.abc import Iterator, Sequence

from shuangda_desktop.tasks.returns.model import DONE, NOTE, PERCENT, PROBLEM, STATUS
from shuangda_desktop.tasks.returns.table import (
    DUE,
    GOAL,
    LAST,
    NUMBER,
    ROLE,
    SOURCE,
    TASK,
    Table,
)
from shuangda_desktop.text.sheets import FilledSheet

SHEET = "填报表"  # the name that the sheet of a form goes out with
_NUMBERED = re.compile(f"({GOAL}|{DONE})([0-9]+)")
_BEFORE = (NUMBER, TASK, SOURCE, ROLE, DUE, LAST)
_AFTER = (STATUS, PERCENT, NOTE, PROBLEM)


def moved_words(sheet: FilledSheet, table: Table, places: Sequence[int], named: bool) -> str:
    """The sentence, "" where everything stands as it went out.

    ``places`` are those of the rows' tasks in the form that went out, in the order of now; ``named`` is
    whether the kind of file knows names of sheets. A form without its codes is told of elsewhere.
    """
    told = list(_told(sheet, table, places, named)) if table.by_codes else []
    if not told:
        return ""
    return f"表被动过\uff1a{'、'.join(told)}\uff1b都按标识认出\uff0c填的内容没有受影响。"


def _told(sheet: FilledSheet, table: Table, places: Sequence[int], named: bool) -> Iterator[str]:
    if named and sheet.name != SHEET:
        yield f"工作表改名为“{sheet.name}”"
    empty = _empty_columns(sheet, table)
    if empty:
        yield f"多出{empty}个空列"
    fields = sorted(table.columns, key=lambda name: table.columns[name])
    if fields != sorted(fields, key=_rank):
        yield "各列的次序变了"
    if list(places) != sorted(places):
        yield "各行的次序变了"


def _empty_columns(sheet: FilledSheet, table: Table) -> int:
    """The columns among those of the form in which nothing stands, not even a code."""
    used = {column for _, column in sheet.texts}
    return sum(column not in used for column in range(max(table.columns.values(), default=0)))


def _rank(name: str) -> tuple[int, int, int]:
    """Where a field stood when the form went out: each target before the number reached for it."""
    if numbered := _NUMBERED.fullmatch(name):
        return 1, int(numbered[2]), int(numbered[1] == DONE)
    group, names = (0, _BEFORE) if name in _BEFORE else (2, _AFTER)
    return group, names.index(name), 0
