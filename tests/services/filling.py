"""What a unit does to its form in an office program, on a workbook opened by openpyxl."""

import random
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from shuangda_desktop.tasks.returns.codes import read_field_code, read_line_code, read_row_code

STATES = ("未启动", "推进中", "已完成")
Filled = dict[tuple[int, str], str]  # by task and field, what must arrive


class Form:
    """An open form."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet: Worksheet = self.book.worksheets[0]

    @property
    def fields(self) -> dict[str, int]:
        """The columns (from 1) of the fields."""
        return {
            code: cell.column
            for row in self.sheet.iter_rows()
            for cell in row
            if (code := read_field_code(str(cell.value or "")))
        }

    @property
    def rows(self) -> dict[int, int]:
        """The rows (from 1) of the tasks."""
        found = {}
        for row in self.sheet.iter_rows():
            for cell in row:
                code = read_row_code(str(cell.value or ""))
                if code:
                    found[code.task_id] = cell.row
        return found

    def put(self, task_id: int, field: str, value: object) -> None:
        """Type into a cell."""
        self.sheet.cell(self.rows[task_id], self.fields[field]).value = value

    def tick(self, code: str) -> None:
        """Put a tick."""
        for row in self.sheet.iter_rows():
            if any(read_line_code(str(cell.value or "")) == code for cell in row):
                row[0].value = "\u221a"

    def is_open(self, task_id: int, field: str) -> bool:
        """Whether the cell is to be filled."""
        return not self.sheet.cell(self.rows[task_id], self.fields[field]).protection.locked

    def fill(self, chance: random.Random) -> Filled:
        """Fill in every open cell of the table; what was meant."""
        filled: Filled = {}
        for (task_id, field), value in self.wanted(chance).items():
            self.put(task_id, field, value)
            filled[task_id, field] = str(value)
        return filled

    def wanted(self, chance: random.Random) -> dict[tuple[int, str], int | str]:
        """Something for every open cell of the table."""
        found: dict[tuple[int, str], int | str] = {}
        fields, rows = self.fields, self.rows
        for task_id, row in rows.items():
            state = chance.choice(STATES)
            percent = {"未启动": 0, "已完成": 100}.get(state, chance.randint(2, 99))
            wanted = {
                "status": state,
                "percent": percent,
                "note": f"本月检查{chance.randint(100, 999)}家次\uff0c立案{task_id}件\uff0c\n移送1件。",
                "problem": f"下一步查处第{task_id}批。",
                "done1": chance.randint(1, 4_999),
                "done2": chance.randint(1, 100),
            }
            for field, value in wanted.items():
                if field in fields and not self.sheet.cell(row, fields[field]).protection.locked:
                    found[task_id, field] = value
        return found

    def foot(self, code: str) -> tuple[int, int]:
        """Where a line of the foot is filled in: row and column from 0."""
        for row in self.sheet.iter_rows():
            for cell in row:
                if read_line_code(str(cell.value or "")) == code:
                    return cell.row - 1, 3
        raise LookupError(code)

    def sort(self, chance: random.Random) -> None:
        """Put the rows of the table into another order, whole rows at a time."""
        places = sorted(self.rows.values())
        width = self.sheet.max_column
        lines = [[self.sheet.cell(row, c).value for c in range(1, width + 1)] for row in places]
        chance.shuffle(lines)
        for row, line in zip(places, lines, strict=True):
            for column, value in enumerate(line, 1):
                self.sheet.cell(row, column).value = value

    def insert_column(self, at: int) -> None:
        """Push a column in, as Excel does with the merges as well."""
        for area in list(self.sheet.merged_cells.ranges):
            self.sheet.unmerge_cells(str(area))
        self.sheet.insert_cols(at)

    def delete_row(self, task_id: int) -> None:
        """Take a row out."""
        for area in list(self.sheet.merged_cells.ranges):
            self.sheet.unmerge_cells(str(area))
        self.sheet.delete_rows(self.rows[task_id])

    def save(self, path: Path) -> Path:
        """Save under a name."""
        self.book.save(path)
        return path
