"""Opening the database at the start: a file that cannot be opened gets words and ways on, no traceback."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from shuangda_desktop.errors import NotOursError, ShuangdaError, StoreError
from shuangda_desktop.gui import ask, closing
from shuangda_desktop.services.restoring import restore_backup
from shuangda_desktop.store.database import Store, open_store
from shuangda_desktop.store.safety.backup import BackupRow, backups_left, list_backups
from shuangda_desktop.store.safety.copies import folder_for

AGAIN, RESTORE, OTHER, QUIT = "重试", "恢复备份\u2026", "另选文件\u2026", "退出"
NEW = "新建空的"
KIND = "数据库 (*.db)"
GONE = "“{}”不在“{}”里了\uff0c它的备份还在\u3002\n移走、改名的\uff0c请放回原处或另选文件\uff1b丢了的\uff0c请恢复备份\u3002"

Now = Callable[[], datetime]


def open_or_ask(path: Path, now: Now, trouble: StoreError | None = None) -> Store | None:
    """The open database, after as many tries as the clerk wants; None to leave.

    ``trouble`` was found while it was open. What was once in trouble is looked through before it is opened.
    """
    beside = trouble is None
    wanted = _another(path, trouble, now) if trouble is not None else _found(path, now)
    while wanted is not None:
        try:
            with closing.upgrade_seen(wanted) as waits:
                return open_store(wanted, now(), beside=beside, waits=waits)
        except StoreError as error:
            wanted, beside = _another(wanted, error, now), False
    return None


def _found(path: Path, now: Now) -> Path | None:
    """The file to begin with: where it is gone and copies of it are not, the clerk says which; None to leave.

    A new empty one in its place would look as if all were lost.
    """
    own = () if path.exists() else backups_left(path.resolve())
    if not own:
        return path
    answer = ask.choose(
        None, GONE.format(path.name, path.parent), [RESTORE, OTHER, NEW], leave=QUIT
    )
    if answer == RESTORE:
        _restore(path, own, now)
    chosen = ask.open_files(None, "打开数据库", KIND, str(path.parent)) if answer == OTHER else []
    if chosen:
        return chosen[0]
    return _found(path, now) if answer in (RESTORE, OTHER) else path if answer else None


def backups_of(path: Path) -> tuple[BackupRow, ...]:
    """The copies beside a database, the newest first; none where the folder cannot be made."""
    try:
        return list_backups(folder_for(path.resolve()))
    except StoreError:
        return ()


def backup_words(row: BackupRow) -> str:
    """A copy in one line: when, and what it holds."""
    return (
        f"{row.made_at:%Y-%m-%d %H:%M}   来文 {row.plans}   任务 {row.tasks}   进展 {row.entries}"
    )


def _another(path: Path, error: StoreError, now: Now) -> Path | None:
    """The file to try next: the same, the same with a backup in its place, or another.

    No backup is put in the place of what is whole and another's.
    """
    backups = () if isinstance(error, NotOursError) else backups_of(path)
    answers = [AGAIN, *([RESTORE] if backups else []), OTHER]
    answer = ask.choose(None, str(error), answers, leave=QUIT)
    if answer == RESTORE:
        _restore(path, backups, now)
    if answer == OTHER:
        chosen = ask.open_files(None, "打开数据库", KIND, str(path.parent))
        return chosen[0] if chosen else path
    return path if answer else None


def _restore(path: Path, backups: tuple[BackupRow, ...], now: Now) -> None:
    words = [backup_words(row) for row in backups]
    place = ask.one_of(None, "恢复备份", "恢复到哪一份\uff1f现在的文件会先另存\u3002", words)
    if place is None:
        return
    try:
        restore_backup(path, backups[place].path, now())
    except ShuangdaError as error:
        ask.tell(None, str(error))
