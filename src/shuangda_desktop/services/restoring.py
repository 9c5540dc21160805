"""The way back to a backup."""

from datetime import datetime
from pathlib import Path

from shuangda_desktop.store.safety.restore import restore


def restore_backup(database: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a closed database.

    The present state is copied first and stands in the same list, so restoring can be taken back.
    """
    return restore(database, backup, now)
