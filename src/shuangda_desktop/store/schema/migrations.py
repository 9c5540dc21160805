"""The schema, grown by numbered steps that are never changed once released.

sqlite_utils.Migrations is not used: it keeps its own table of names with the computer's time, where we need
the number in the file's header (``user_version``), readable before the file is opened for writing.
"""

from itertools import chain

from sqlite_utils import Database

from shuangda_desktop.store.schema import (
    migration_0001,
    migration_0002,
    migration_0003,
    migration_0004,
    migration_0005,
    migration_0006,
    migration_0007,
    migration_0008,
    migration_0009,
    migration_0010,
    migration_0011,
)

APPLICATION_ID = 0x53_44_44_42  # "SDDB": tells our files from other programs' databases
MIGRATIONS = (
    migration_0001.STATEMENTS,
    migration_0002.STATEMENTS,
    migration_0003.STATEMENTS,
    migration_0004.STATEMENTS,
    migration_0005.STATEMENTS,
    migration_0006.STATEMENTS,
    migration_0007.STATEMENTS,
    migration_0008.STATEMENTS,
    migration_0009.STATEMENTS,
    migration_0010.STATEMENTS,
    migration_0011.STATEMENTS,
)
LATEST = len(MIGRATIONS)


def migrate(db: Database) -> None:
    """Bring the schema up to date, all of it in one transaction or nothing."""
    wanted = MIGRATIONS[version(db) :]
    if not wanted:
        return
    with db.atomic():
        for statement in chain.from_iterable(wanted):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {LATEST}")


def version(db: Database) -> int:
    """The number of the last migration that the file has seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])
