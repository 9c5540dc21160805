"""When the power fails, every acknowledged action is there and nothing half of another."""

import random
from datetime import timedelta

import pytest

pytest.importorskip("apsw", reason="needs apsw, to watch what SQLite asks of the disk")

from shuangda_desktop.store import plans, settings, tasks
from shuangda_desktop.store.database import Store, open_store
from shuangda_desktop.store.safety import connection, health
from shuangda_desktop.store.steps import audit
from shuangda_desktop.tasks.model import ProgressEntry
from store.store_power import Connection, after_power_cut
from store.store_samples import DAY, NOW, PLAN, SOURCE, TEXT, a_task, keep_plan

CUTS = 300


def act(store, number):
    with store.step(f"{number}", NOW + timedelta(seconds=number)):
        settings.put(store, "number", str(number))
        if number % 3 == 0:
            plans.save_plan(store, SOURCE, TEXT, PLAN, DAY)
        ids = tasks.add_tasks(store, [a_task(1, number=n) for n in range(number % 5)])
        for task_id in ids:
            tasks.add_entry(store, ProgressEntry(task_id, "市甲局", DAY, 5, "n" * 200))
    if number % 4 == 0:
        store.undo()


def recorded(path, pragmas):
    """What SQLite asked of the disk during 25 actions, and after how many requests each was acknowledged."""
    with open_store(path, NOW) as store:
        keep_plan(store)
    before, log, heads = {path.name: path.read_bytes()}, [], []
    watched = Connection(path, log)
    db = connection.wrapped(watched)
    for pragma in (*pragmas, "PRAGMA foreign_keys = ON"):
        watched.execute(pragma)
    store = Store(db, path)
    for number in range(1, 26):
        act(store, number)
        heads.append((len(log), audit.head(db)))
    watched.close()
    return before, log, heads


def count_lost(folder, before, log, heads, cuts):
    """How many of the power cuts lost an acknowledged action; anything worse fails at once."""
    chance, lost = random.Random(3), 0
    for number in range(cuts):
        cut = chance.randrange(1, heads[-1][0] + 1)
        place = folder / f"{number}"
        place.mkdir()
        for name, content in after_power_cut(before, log, cut, chance).items():
            (place / name).write_bytes(content)
        acknowledged = [head for at, head in heads if at <= cut]
        with connection.connected(place / "a.db") as db:  # what opening a store begins with
            assert health.troubles_of(db) == ()
            if acknowledged:
                count, link = acknowledged[-1]
                found = db.execute("SELECT hash FROM audit WHERE id = ?", [count]).fetchall()
                lost += found != [(link,)]
    return lost


@pytest.mark.slow
def test_no_power_cut_loses_an_acknowledged_action(tmp_path):
    pragmas = [*connection._SETTINGS, "PRAGMA journal_mode = TRUNCATE"]
    assert count_lost(tmp_path, *recorded(tmp_path / "a.db", pragmas), CUTS) == 0


@pytest.mark.slow
def test_the_simulation_notices_a_setting_that_loses_actions(tmp_path):
    """The default of SQLite does not sync the folder after deleting the journal."""
    pragmas = ["PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL"]
    assert count_lost(tmp_path, *recorded(tmp_path / "a.db", pragmas), CUTS // 3) > 0
