"""Is the open database in order? Told in sentences, for the command line and the page of backups."""

from sqlite_utils import Database

from shuangda_desktop.store.database import Store
from shuangda_desktop.store.safety.sentences import sqlite_told
from shuangda_desktop.store.steps import audit


def troubles(store: Store) -> tuple[str, ...]:
    """What is wrong with the database; empty when nothing is."""
    return troubles_of(store.db)


def troubles_of(db: Database) -> tuple[str, ...]:
    """The same for a database that is only connected."""
    with sqlite_told():
        found = _damage(db) or [*_loose_ends(db), *_edited_record(db)]
    return tuple(found)


def _damage(db: Database) -> list[str]:
    told = [row[0] for row in db.execute("PRAGMA integrity_check(5)")]
    if told == ["ok"]:
        return []
    return [f"数据库文件已损坏\uff08{told[0]}\uff09。请从备份列表中恢复最近的一份。"]


def _loose_ends(db: Database) -> list[str]:
    """Rows that refer to rows that are gone."""
    tables = sorted({row[0] for row in db.execute("PRAGMA foreign_key_check")})
    return [
        f"表{table}中有记录失去了上级。请从备份列表中恢复\uff0c或与维护人员联系。"
        for table in tables
    ]


def _edited_record(db: Database) -> list[str]:
    number = audit.broken_at(db)
    if number is None:
        return []
    return [
        f"操作记录从第{number}条起与当时写下的不一致\uff0c可能被程序以外的工具改过。请与维护人员联系。"
    ]
