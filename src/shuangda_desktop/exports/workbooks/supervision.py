"""督办台账: matters that are pressed for, with what was done about each; to work in, so nothing is merged."""

from collections.abc import Sequence
from pathlib import Path

from shuangda_desktop.exports.workbooks.ledger import make_workable
from shuangda_desktop.exports.workbooks.model import Heading
from shuangda_desktop.exports.workbooks.plain_table import plain_table
from shuangda_desktop.exports.workbooks.workbook import Paper
from shuangda_desktop.tasks.columns.column import Column
from shuangda_desktop.tasks.status import LightRule
from shuangda_desktop.tasks.supervision import SupervisionRow

EMPTY = "没有督办事项"


def write_supervision(
    rows: Sequence[SupervisionRow],
    path: Path,
    heading: Heading,
    columns: Sequence[Column[SupervisionRow]],
    paper: Paper = Paper.A3,
    rule: LightRule | None = None,
) -> tuple[str, ...]:
    """Write 督办台账; returns sentences about what could not be written as it was."""
    table = plain_table([("", rows)], heading, columns, paper, EMPTY)
    make_workable(table, [column.key for column in columns], len(rows), rule)
    table.save(path)
    return table.notes.sentences
