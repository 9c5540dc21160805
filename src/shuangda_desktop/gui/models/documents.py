"""What the gallery says of documents: when each went out last, and what is not confirmed yet."""

from collections.abc import Iterable, Sequence

from shuangda_desktop.gui.models.task_filter import is_open, is_proposed
from shuangda_desktop.services.outputs.documents import Document
from shuangda_desktop.services.outputs.sent import Exported
from shuangda_desktop.tasks.rows import TaskRow
from shuangda_desktop.text.punctuation import widen

NEVER = "还没有写出过"


def rows_of(rows: Iterable[TaskRow], document: Document, unit: str) -> tuple[TaskRow, ...]:
    """The tasks that go into the document."""
    wanted = unit if document.by_unit else ""
    return tuple(
        row
        for row in rows
        if is_open(row) and (not wanted or wanted in {part.unit for part in row.units})
    )


def unconfirmed(rows: Sequence[TaskRow]) -> int:
    """How many tasks would go out with something that nobody has confirmed."""
    return sum(1 for row in rows if is_proposed(row))


def last_sent(document: Document, sent: Iterable[Exported]) -> str:
    """When the document went out last."""
    last = next((one for one in sent if one.document == document.key), None)
    return widen(f"上次:{last.at:%Y-%m-%d %H:%M}") if last else NEVER
