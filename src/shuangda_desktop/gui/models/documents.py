"""The documents that can be written: what each holds and the rows that its preview shows."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from shuangda_desktop.gui.models.task_filter import is_open, is_proposed
from shuangda_desktop.plan.model import Role
from shuangda_desktop.services.documents import Document
from shuangda_desktop.tasks.cells import units_text
from shuangda_desktop.tasks.columns import Column
from shuangda_desktop.tasks.ledger_columns import ledger_columns
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.tasks.schedule_columns import schedule_columns, text_column
from shuangda_desktop.text.punctuation import widen

Columns = tuple[Column[TaskRow], ...]


class Line(Protocol):
    """A line of the permanent record."""

    @property
    def at(self) -> str:
        """When."""

    @property
    def action(self) -> str:
        """What was done."""

    @property
    def new(self) -> str | None:
        """What is known of it, as JSON."""


def document_columns(document: Document, today: date) -> Columns:
    """What the document says of each task, for its preview."""
    if document.key == "ledger":
        return ledger_columns(today)
    if document.suffix == ".xlsx":
        return schedule_columns()
    return (
        text_column("chapter", "部分", lambda r: r.chapter, 12),
        text_column("title", "小标题", lambda r: r.title, 12),
        text_column("text", "正文", lambda r: r.text, 30),
        text_column("units", "责任分工", _units, 20),
    )


def rows_of(rows: Iterable[TaskRow], document: Document, unit: str) -> tuple[TaskRow, ...]:
    """The tasks that go into the document."""
    wanted = unit if document.by_unit else ""
    return tuple(
        row
        for row in rows
        if is_open(row) and (not wanted or wanted in {part.unit for part in row.units})
    )


def contents(rows: Sequence[TaskRow]) -> str:
    """What a document over these rows holds, in numbers."""
    units = {part.unit for row in rows for part in row.units}
    return widen(f"{len(rows)} 项任务,{len(units)} 个单位") if rows else "还没有任务"


def unconfirmed(rows: Sequence[TaskRow]) -> int:
    """How many tasks would go out with something that nobody has confirmed."""
    return sum(1 for row in rows if is_proposed(row))


def last_written(document: Document, record: Iterable[Line]) -> str:
    """When the document was written last, and under which name."""
    for line in record:
        if line.action == f"导出{document.name}" and line.new:
            file = json.loads(line.new).get("file", document.file)
            return widen(f"上次写出:{line.at[:16].replace('T', ' ')} {file}")
    return "还没有写出过"


def _units(row: TaskRow) -> str:
    parts = (
        (units_text(row, role), words)
        for role, words in (
            (Role.LEAD, "牵头"),
            (Role.RESPONSIBLE, "负责"),
            (Role.COOPERATING, "配合"),
        )
    )
    return "\uff0c".join(f"{names}{words}" for names, words in parts if names)
