"""What was exported: file, time and what it said."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shuangda_desktop.store.columns import Columns
from shuangda_desktop.store.database import Store
from shuangda_desktop.tasks.rounds.snapshots import Snapshot, dumped, loaded

_EXPORTS = """
    SELECT id, document, action, file, folder, at, about, line_count, snapshot <> ''
    FROM export {} ORDER BY id DESC
"""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written; ``about`` is the unit or the plan it is about, "" for all.

    ``kept`` tells whether what it said is known and can be compared.
    """

    id: int
    document: str
    action: str
    file: str
    folder: str
    at: datetime
    about: str
    line_count: int
    kept: bool

    @property
    def path(self) -> Path:
        """Where it was written."""
        return Path(self.folder) / self.file


def add_export(
    store: Store, document: str, action: str, path: Path, about: str, snapshot: Snapshot
) -> int:
    """Keep what was written at the time of the open step; its id."""
    row: Columns = {
        "document": document,
        "action": action,
        "file": path.name,
        "folder": str(path.parent) if path.is_absolute() else "",
        "at": store.now.isoformat(),
        "about": about,
        "line_count": len(snapshot),
        "snapshot": dumped(snapshot),
    }
    return store.insert("export", [row])[0]


def load_exports(store: Store, document: str | None = None) -> tuple[Exported, ...]:
    """What was written, the newest first; of one kind of document or of all."""
    where, values = ("", []) if document is None else ("WHERE document = ?", [document])
    return tuple(_exported(*row) for row in store.rows(_EXPORTS.format(where), values))


def load_snapshot(store: Store, export_id: int) -> Snapshot | None:
    """What a file said; None where that was not kept."""
    found = store.rows("SELECT snapshot FROM export WHERE id = ?", [export_id])
    return loaded(found[0][0]) if found and found[0][0] else None


def _exported(
    id_: int,
    document: str,
    action: str,
    file: str,
    folder: str,
    at: str,
    about: str,
    line_count: int,
    kept: int,
) -> Exported:
    time = datetime.fromisoformat(at)
    return Exported(id_, document, action, file, folder, time, about, line_count, bool(kept))
