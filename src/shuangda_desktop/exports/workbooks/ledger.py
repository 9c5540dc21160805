"""The progress ledger to work in: one row a task, nothing merged, filter, lights and drop-downs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from shuangda_desktop.exports.workbooks.cells import CENTRED, DATE
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.paper import (
    DUE,
    EMPTY,
    PERCENTAGE,
    Columns,
    looks,
    on_paper,
    tidy,
)
from shuangda_desktop.exports.workbooks.workbook import HEADER_ROW, Entry, Paper, Table
from shuangda_desktop.tasks.columns.cells import PROPOSED
from shuangda_desktop.tasks.columns.column import Column, Value
from shuangda_desktop.tasks.columns.ledger import ledger_columns
from shuangda_desktop.tasks.model import Basis, Status
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.status import STATUS_WORDS, LightRule

STATUS, LIGHT = "status", "light"
PROPOSED_DATE = f'{DATE}"\uff08{PROPOSED}\uff09"'  # still a date, and plainly nobody's decision yet
FROZEN_COLUMNS = 2  # number and title stay in sight
GREEN, YELLOW, RED, GREY, BLUE = "DDF1E0", "FFF0CC", "FADCD9", "ECEEF1", "DDE8F7"
ORANGE = "FFE2CC"
INK = {
    GREEN: "1E7B34",
    YELLOW: "6B4700",
    ORANGE: "8A3B00",
    RED: "B42318",
    GREY: "4A5160",
    BLUE: "1F4E9E",
}
COLOURS = {
    Status.NOT_STARTED: GREY,
    Status.ONGOING: BLUE,
    Status.DONE: GREEN,
    Status.CLOSED: GREEN,
    Status.SUSPENDED: YELLOW,
    Status.DRAFT: GREY,
    Status.RETURNED: BLUE,
    Status.STANDING: BLUE,
    Status.CARRIED: YELLOW,
}
FILLS = {
    "green": GREEN,
    "blue": BLUE,
    "yellow": YELLOW,
    "orange": ORANGE,
    "red": RED,
    "grey": GREY,
}


def write_ledger(
    rows: Sequence[TaskRow],
    path: Path,
    heading: Heading,
    today: date,
    columns: Columns | None = None,
    paper: Paper = Paper.A3,
    rule: LightRule | None = None,
) -> tuple[str, ...]:
    """Write 进度台账, its lights as the office's ``rule`` calls and colours them.

    Returns sentences about what could not be written as it was.
    """
    shown = columns or ledger_columns(today, rule)
    table, look = Table(heading, on_paper(shown), paper), looks(shown)
    proposed = replace(CENTRED, number_format=PROPOSED_DATE)
    for row in rows:
        entries = [Entry(_value(c, row), one) for c, one in zip(shown, look, strict=True)]
        if row.due_basis is Basis.PROPOSED and _dated(row):
            entries = [
                Entry(e.value, proposed) if c.key == DUE else e
                for c, e in zip(shown, entries, strict=True)
            ]
        table.add(entries)
    if not rows:
        table.add_band(EMPTY, CENTRED, keeps_next=False)
    make_workable(table, [column.key for column in shown], len(rows), rule)
    table.save(path)
    return table.notes.sentences


def _value(column: Column[TaskRow], row: TaskRow) -> Value:
    """Numbers and dates as such, so that the clerk can sort and count."""
    if column.key == DUE and _dated(row):
        return row.due_on
    value = column.value(row)
    if value is None and column.key == PERCENTAGE:
        return column.text(row)  # reported in words alone: an empty cell would be asked about
    return tidy(column, value) if isinstance(value, str) else value


def _dated(row: TaskRow) -> bool:
    return row.due_on is not None and not row.recurrence


def make_workable(
    table: Table, keys: Sequence[str], count: int, rule: LightRule | None = None
) -> None:
    """Frozen panes, filter, drop-downs and lights over the rows of data under columns of these keys."""
    sheet, first = table.sheet, HEADER_ROW + 1
    frozen = min(FROZEN_COLUMNS, len(keys) - 1)
    sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{first}"
    last = HEADER_ROW + max(count, 1)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(keys))}{last}"
    for index, key in enumerate(keys, 1):
        letter = get_column_letter(index)
        _equip(table, key, rule or LightRule(), f"{letter}{first}:{letter}{last}")


def _equip(table: Table, key: str, rule: LightRule, cells: str) -> None:
    if key == STATUS:
        _colour(table, cells, {word: COLOURS[status] for status, word in STATUS_WORDS.items()})
        _allow(table, _one_of(dict.fromkeys(STATUS_WORDS.values())), cells)
    elif key == LIGHT:
        pairs = zip(rule.called, rule.colours, strict=True)
        _colour(table, cells, {word: FILLS[colour] for word, colour in pairs})
    elif key == PERCENTAGE:
        table.sheet.conditional_formatting.add(cells, _bar())
        _allow(table, _percent(), cells)


def _colour(table: Table, cells: str, fills: Mapping[str, str]) -> None:
    """Colour goes with the word, never instead of it: copies are printed in black."""
    for word, fill in fills.items():
        look = DifferentialStyle(
            font=Font(bold=True, color=INK[fill]), fill=PatternFill("solid", bgColor=fill)
        )
        rule = Rule("cellIs", operator="equal", formula=[f'"{word}"'], dxf=look)
        table.sheet.conditional_formatting.add(cells, rule)


def _bar() -> Rule:
    ends = (FormatObject("num", 0), FormatObject("num", 100))
    return Rule(
        "dataBar", dataBar=DataBar(minLength=0, maxLength=100, cfvo=ends, color=Color("FF9DBDE8"))
    )


def _one_of(words: Iterable[str]) -> DataValidation:
    rule = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
    rule.errorTitle, rule.error = "状态", "请从列表中选择状态。"
    return rule


def _percent() -> DataValidation:
    rule = DataValidation("whole", operator="between", formula1="0", formula2="100")
    rule.allow_blank = True
    rule.errorTitle, rule.error = "完成率", "请填写0到100之间的整数。"
    return rule


def _allow(table: Table, rule: DataValidation, cells: str) -> None:
    rule.showErrorMessage = True
    rule.add(cells)
    table.sheet.add_data_validation(rule)
