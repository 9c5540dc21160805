"""A workbook that goes out to be filled in and comes back: what to fill is open, the rest is locked.

Three kinds of marks find the way back. Each row carries a code in a hidden column between its first two
columns, so that it goes with the row when somebody sorts, filters or copies; each column carries the code
of its field in a hidden row above the header, so that it may be renamed, moved or pushed aside; and a sheet
that no menu shows holds what is true of the whole. Any one of them is enough to read a copy saved as .csv.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.exports import measure, package
from shuangda_desktop.exports.clean import Notes, clean
from shuangda_desktop.exports.workbooks import form_page, sheet_xml
from shuangda_desktop.exports.workbooks.cells import HEI, PLAIN, SIZE, CellWriter, Look
from shuangda_desktop.exports.workbooks.form_page import Rule
from shuangda_desktop.exports.workbooks.model import PaperColumn
from shuangda_desktop.exports.workbooks.page_setup import Paper, printable
from shuangda_desktop.tasks.columns.column import Value

Part = TypeVar("Part")

MARKS_SHEET = "SD"
FIELD = "SD:"  # what the code of a field begins with
FIELD_ROW = "SD:fields"  # the code of the hidden row of field codes
ROW_HINT = "来文原句"
TICK = "\u221a"
CODE_PLACE = 1  # the hidden column of codes is the second
OPEN_FILL, OLD_FILL, OLD_INK = "FFF8E1", "F2F3F5", "6B7280"
LEAST_HEIGHT = 44.0  # points: room for three lines of typing
FOLDED_PX = 330.0
TITLE = Look(font=HEI, size=18, horizontal="center", bordered=False)
LINE = Look(bordered=False)
HEADER = Look(font=HEI, fill="E8EDF3", horizontal="center")
OPEN_HEADER = replace(HEADER, fill="FFE9B0")
OLD_HEADER = replace(HEADER, fill=OLD_FILL, ink=OLD_INK)
OPEN = replace(PLAIN, fill=OPEN_FILL, locked=False)
OLD = replace(PLAIN, fill=OLD_FILL, ink=OLD_INK)
TICKED = replace(OPEN, font=HEI, size=14, horizontal="center", indent=0)
LABEL = replace(LINE, horizontal="right")
WORDS = replace(LINE, indent=1)


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form. ``code`` names its field; ``width`` and ``least`` count Chinese characters.

    ``opened`` cells are to be filled, ``old`` ones say what was known before, ``folded`` columns are
    grouped and collapsed. ``choices`` make a drop-down, ``hint`` shows beside the chosen cell.
    """

    code: str
    title: str
    width: int
    exact: bool = False
    least: int = 0
    opened: bool = False
    old: bool = False
    folded: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: its code and the values of its columns; ``shut`` fields are not to be filled here.

    ``hint`` shows beside the cell of the second column when it is chosen.
    """

    code: str
    values: tuple[Value, ...]
    shut: frozenset[str] = frozenset()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class FormLine:
    """A line with one cell to fill: a tick before the words, or words before a wide cell."""

    code: str
    words: str
    hint: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class FillableForm:
    """The whole sheet: title, a line under it, instructions, ticks, the table, what follows it."""

    title: str
    author: str
    under: str
    instructions: tuple[str, ...]
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    ticks: tuple[FormLine, ...] = ()
    foot: tuple[FormLine, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)


def write_form(form: FillableForm, path: Path) -> tuple[str, ...]:
    """Write the workbook; sentences about what could not be written as it was."""
    return _Sheet(form).save(path)


class _Sheet:
    """One form on its way into a file, filled from the top."""

    def __init__(self, form: FillableForm) -> None:
        self._form = form
        self._notes = Notes()
        self._book = Workbook()
        sheet = self._book.active
        assert isinstance(sheet, Worksheet)
        self._sheet = sheet
        self._cells = CellWriter(sheet, self._notes)
        self._rows: list[str] = []
        self._rules: dict[Rule, list[str]] = {}
        self._px = _widths(form.columns)
        self._letters = [get_column_letter(at) for at in range(1, len(form.columns) + 2)]

    def save(self, path: Path) -> tuple[str, ...]:
        """Lay everything out and put the file at ``path``."""
        first, last = self._lay_out()
        form, sheet = self._form, self._sheet
        form_page.fold(sheet, self._px, [column.folded for column in form.columns])
        form_page.set_up(sheet, first, last, len(self._rows))
        form_page.protect(sheet, self._rules)
        form_page.describe(self._book, sheet, clean(form.title).text, clean(form.author).text)
        self._mark()
        buffer = io.BytesIO()
        self._book.save(buffer)
        area = f"A1:{self._letters[-1]}{len(self._rows)}"
        rows = sheet_xml.Rows(self._rows, area)
        package.save(sheet_xml.with_rows(buffer.getvalue(), [rows]), path)
        return self._notes.sentences

    def _lay_out(self) -> tuple[int, int]:
        """All rows, from the title to the foot; the first and the last row of the table."""
        form = self._form
        self._band(form.title, TITLE, 36.0)
        for words in (form.under, *form.instructions):
            self._band(words, LINE)
        for tick in form.ticks:
            self._tick(tick)
        self._header()
        first = len(self._rows) + 1
        for row in form.rows:
            self._row(row)
        last = len(self._rows)
        for line in form.foot:
            self._line(line)
        return first, last

    def _band(self, text: str, look: Look, height: float | None = None) -> None:
        """A row that is one cell over the whole width."""
        self._merge(0)
        lines = measure.lines(text, self._wide(0), look.size)
        looks = [look] * len(self._letters)
        self._put([text], looks, height or measure.height(lines, look.size))

    def _tick(self, tick: FormLine) -> None:
        """A cell for a tick, then its words."""
        self._merge(2)
        self._rule(Rule((TICK,), "打勾", tick.hint), 0)
        lines = measure.lines(tick.words, self._wide(1), SIZE)
        looks = [TICKED, *[WORDS] * (len(self._letters) - 1)]
        self._put([tick.value, tick.code, tick.words], looks, measure.height(lines, SIZE) + 4)

    def _line(self, line: FormLine) -> None:
        """Words, then a wide cell to fill."""
        self._merge(3)
        self._rule(Rule((), line.words, line.hint), 3)
        looks = [LINE, LINE, LABEL, *[OPEN] * (len(self._letters) - 3)]
        values: list[Value] = ["", line.code, line.words, line.value]
        self._put(values, looks, measure.height(1, SIZE) + 6)

    def _header(self) -> None:
        """The hidden codes of the fields, then the titles."""
        columns = self._form.columns
        codes: list[Value] = [f"{FIELD}{column.code}" for column in columns]
        plain = [LINE] * len(self._letters)
        self._put(_with_code(codes, FIELD_ROW), plain, 15.0, hidden=True)
        titles: list[Value] = [column.title for column in columns]
        high = max(
            measure.lines(column.title, px, SIZE)
            for column, px in zip(columns, self._px, strict=True)
        )
        looks = [_header_look(column) for column in columns]
        self._put(_with_code(titles, ""), _with_code(looks, HEADER), measure.height(high, SIZE) + 6)

    def _row(self, row: FormRow) -> None:
        columns = self._form.columns
        for place, column in enumerate(columns):
            if column.opened and column.code not in row.shut:
                self._rule(Rule(column.choices, column.title, column.hint), _place(place))
        if row.hint:
            self._rule(Rule((), ROW_HINT, row.hint), _place(1))
        looks = [_look(column, column.code in row.shut) for column in columns]
        values = _with_code(list(row.values), row.code)
        self._put(values, _with_code(looks, LINE), self._height(row, looks))

    def _height(self, row: FormRow, looks: Sequence[Look]) -> float:
        """The tallest text decides, but for what is folded away; never less than room to type."""
        tallest = LEAST_HEIGHT
        for column, value, px, look in zip(
            self._form.columns, row.values, self._px, looks, strict=True
        ):
            if isinstance(value, str) and not column.folded:
                lines = measure.lines(value, px - look.indent * measure.INDENT_PX, SIZE)
                tallest = max(tallest, measure.height(lines, SIZE))
        return tallest

    def _put(
        self, values: Sequence[Value], looks: Sequence[Look], height: float, hidden: bool = False
    ) -> None:
        number = str(len(self._rows) + 1)
        padded = [*values, *[None] * (len(looks) - len(values))]
        cells = [
            self._cells.cell(letter + number, value, look)
            for letter, value, look in zip(self._letters, padded, looks, strict=True)
        ]
        self._rows.append(sheet_xml.row(number, height, cells, hidden=hidden))

    def _merge(self, first: int) -> None:
        """Make one cell of the row that comes next, from a column to the last."""
        if first < len(self._letters) - 1:
            row = len(self._rows) + 1
            self._sheet.merged_cells.add(f"{self._letters[first]}{row}:{self._letters[-1]}{row}")

    def _wide(self, first: int) -> float:
        """Pixels of the visible columns from one on, without that of the codes."""
        columns = zip(self._form.columns, self._px, strict=True)
        return sum(px for column, px in list(columns)[first:] if not column.folded)

    def _rule(self, rule: Rule, place: int) -> None:
        cell = f"{self._letters[place]}{len(self._rows) + 1}"
        self._rules.setdefault(rule, []).append(cell)

    def _mark(self) -> None:
        """What is true of the whole form, where no menu of any program shows it."""
        marks = self._book.create_sheet(MARKS_SHEET)
        marks.sheet_state = "veryHidden"
        for place, pair in enumerate(self._form.marks.items(), 1):
            for column, text in enumerate(pair, 1):
                cell = marks.cell(place, column, clean(text).text)
                cell.data_type = "s"  # whatever it begins with


def _with_code(items: Sequence[Part], code: Part) -> list[Part]:
    """The parts of a row with that of the hidden column in its place."""
    return [items[0], code, *items[1:]]


def _place(column: int) -> int:
    """Where a column of the form stands in the sheet."""
    return column + (column >= CODE_PLACE)


def _header_look(column: FormColumn) -> Look:
    if column.opened:
        return OPEN_HEADER
    return OLD_HEADER if column.old else HEADER


def _look(column: FormColumn, shut: bool) -> Look:
    base = OPEN if column.opened and not shut else OLD if column.old or column.opened else PLAIN
    return replace(base, horizontal="center", indent=0) if column.exact else base


def _widths(columns: Sequence[FormColumn]) -> list[float]:
    """Widths that fill the page; what is folded away takes no part in it."""
    seen = [column for column in columns if not column.folded]
    paper = [PaperColumn(c.title, c.width, c.exact, c.least) for c in seen]
    page = printable(Paper.A4)[0] / 72 * 96
    found = iter(measure.widths_px(paper, page, SIZE, measure.WORDS_AIR))
    return [FOLDED_PX if column.folded else next(found) for column in columns]
