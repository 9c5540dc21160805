"""What was put down as evidence for tasks; the files lie beside the database, named by their content."""

from datetime import datetime

from shuangda_desktop.store.columns import Columns
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.evidence import Evidence

_COLUMNS = "task_id, name, sha256, size, caption, added_at, id"


def add_evidence(store: Store, piece: Evidence) -> int:
    """Keep a piece of evidence; its id."""
    row: Columns = {
        "task_id": piece.task_id,
        "name": piece.name,
        "sha256": piece.sha256,
        "size": piece.size,
        "caption": piece.caption,
        "added_at": (piece.added_at or store.now).isoformat(),
    }
    return store.insert("evidence", [row])[0]


def set_caption(store: Store, evidence_id: int, caption: str) -> None:
    """Give a piece of evidence other words."""
    store.execute("UPDATE evidence SET caption = ? WHERE id = ?", [caption, evidence_id])


def delete_evidence(store: Store, evidence_id: int) -> None:
    """Take a piece of evidence off its task; the file stays where it is."""
    store.execute("DELETE FROM evidence WHERE id = ?", [evidence_id])


def load_evidence(store: Store, task_id: int | None = None) -> tuple[Evidence, ...]:
    """The evidence of a task, or all there is."""
    condition = "" if task_id is None else "WHERE task_id = ?"
    rows = store.rows(
        f"SELECT {_COLUMNS} FROM evidence {condition} ORDER BY id",
        [] if task_id is None else [task_id],
    )
    return tuple(
        Evidence(task, name, sha256, size, caption, datetime.fromisoformat(at), id_)
        for task, name, sha256, size, caption, at, id_ in rows
    )
