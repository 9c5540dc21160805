"""Every schema that was ever released opens; a migration is whole or has not happened."""

import hashlib
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from shuangda_desktop.errors import StoreError
from shuangda_desktop.store import plans, queries, tasks, units
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import copies, health
from shuangda_desktop.store.safety.backup import list_backups
from shuangda_desktop.store.schema import migrations
from shuangda_desktop.store.steps import audit
from store.store_samples import DIRECTORY, NOW, PLAN, SOURCE, TEXT, dump, fill

OLD = sorted((Path(__file__).parent / "old").glob("*.sql"))

# What was released is never edited: a change to a table is a migration of its own.
RELEASED = {
    1: "32ae31066a84",
    2: "a40e5f83799c",
    3: "ca0b5f7bedb9",
    4: "c33d1c57f19c",
    5: "1634ac4695e1",
    6: "1175fbdb73a6",
    7: "428d1f7c85e9",
    8: "70c8e774f037",
    9: "1c07c59818ac",
    10: "c4e5be93eda0",
}
PRESENT, NEXT = migrations.MIGRATIONS, migrations.LATEST + 1


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request, tmp_path):
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(request.param.read_text("utf-8"))
    return path


def test_there_is_a_dump_of_what_each_release_wrote():
    numbers = [int(path.stem) for path in OLD]
    assert set(numbers) <= set(RELEASED)
    assert max(numbers) == max(RELEASED)


def test_an_old_file_opens_with_all_that_it_held(old):
    with open_store(old, NOW) as store:
        stored = plans.load_plan(store, 1)
        source = replace(stored.source, doubts=SOURCE.doubts)
        assert stored.source.doubts in (SOURCE.doubts, ())  # older readers told of no places
        assert (source, stored.text, stored.detected) == (SOURCE, TEXT, PLAN)
        assert stored.plan.title == "改过的标题"
        assert [row.percent for row in queries.task_rows(store)] == [40, 0]
        assert tasks.load_entries(store, 1)[0].note == "已'查'3家\n"
        assert units.load_directory(store) == DIRECTORY
        assert health.troubles(store) == ()


def test_an_old_file_has_the_schema_of_a_new_one(old, store):
    def schema(of):
        rows = of.rows(
            "SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        )
        return [(name, re.sub(r"\s+", " ", sql).strip()) for name, sql in rows]

    with open_store(old, NOW) as opened:
        assert schema(opened) == schema(store)


def add_colour(*more):
    return (*PRESENT, ("ALTER TABLE task ADD COLUMN colour TEXT", *more))


@pytest.fixture
def newer_program(monkeypatch):
    def install(*statements):
        monkeypatch.setattr(migrations, "MIGRATIONS", add_colour(*statements))
        monkeypatch.setattr(migrations, "LATEST", NEXT)

    return install


@pytest.fixture
def path(tmp_path):
    with open_store(tmp_path / "a.db", NOW) as store:
        fill(store)
    return tmp_path / "a.db"


def test_a_migration_is_preceded_by_a_proven_copy(path, newer_program):
    before = copies.read_contents(path)
    newer_program()
    with open_store(path, NOW) as store:
        assert store.rows("PRAGMA user_version") == [(NEXT,)]
        assert store.rows("SELECT count(colour), count(*) FROM task") == [(0, 2)]
        assert store.rows("PRAGMA foreign_keys") == [(1,)]
    (row,) = list_backups(path.parent / "backups")
    assert row.path.name == f"a-20260630-090030-before-upgrade-{migrations.LATEST - 1}.db"
    assert row.special
    assert copies.read_contents(row.path) == before


def test_a_new_database_and_one_of_the_present_schema_need_no_copy(path):
    open_store(path, NOW).close()
    assert not (path.parent / "backups").exists()


def test_a_migration_that_fails_in_the_middle_has_not_happened(path, newer_program, monkeypatch):
    with open_store(path, NOW) as store:
        before = dump(store), audit.head(store.db)
    content = hashlib.sha256(path.read_bytes()).digest()
    newer_program("CREATE TABLE extra (id INTEGER)", "INSERT INTO missing VALUES (1)")
    with pytest.raises(sqlite3.OperationalError, match="missing"):
        open_store(path, NOW)
    assert hashlib.sha256(path.read_bytes()).digest() == content
    monkeypatch.undo()
    with open_store(path, NOW) as store:
        assert (dump(store), audit.head(store.db)) == before


def test_without_a_copy_there_is_no_migration(path, newer_program):
    (path.parent / "backups").write_text("a file where the folder should be")
    content = path.read_bytes()
    newer_program()
    with pytest.raises(StoreError, match=r"备份文件夹.*建不起来"):
        open_store(path, NOW)
    assert path.read_bytes() == content


def test_the_older_program_refuses_what_the_newer_one_migrated(path, newer_program, monkeypatch):
    newer_program()
    open_store(path, NOW).close()
    monkeypatch.undo()
    content = path.read_bytes()
    with pytest.raises(StoreError, match="更新版本"):
        open_store(path, NOW)
    assert path.read_bytes() == content


def test_the_copy_opens_in_the_older_program(path, newer_program, monkeypatch):
    with open_store(path, NOW) as store:
        before = dump(store)
    newer_program()
    open_store(path, NOW).close()
    monkeypatch.undo()
    (row,) = list_backups(path.parent / "backups")
    with open_store(row.path, NOW) as store:
        assert dump(store) == before


@pytest.mark.parametrize(("number", "begins"), RELEASED.items())
def test_what_was_released_is_never_edited(number, begins):
    statements = "\n".join(migrations.MIGRATIONS[number - 1])
    assert hashlib.sha256(statements.encode()).hexdigest().startswith(begins)
