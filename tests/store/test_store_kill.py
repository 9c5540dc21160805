"""A writer killed at random moments loses no action that it had acknowledged."""

import os
import random
import signal
import time
from dataclasses import replace

import pytest

from shuangda_desktop.store import plans, queries, settings, tasks
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import backup, connection, health
from shuangda_desktop.store.safety.restore import restore
from shuangda_desktop.store.steps import audit
from shuangda_desktop.tasks.model import ProgressEntry
from store.store_killing import killed, needs_fork, some_time_after_the_first_word
from store.store_samples import DAY, NOW, PLAN, SOURCE, TEXT, a_task, keep_plan

pytestmark = [pytest.mark.slow, needs_fork]
KILLS, LONGEST = 100, 0.04  # seconds; an action takes some hundredths


def act(store, number, chance):
    """One of a clerk's actions, of several statements each."""
    plan_id = queries.plan_rows(store)[0].plan_id
    kind = chance.randrange(5)
    with store.step(f"{number}", NOW):
        settings.put(store, "number", str(number))
        if kind == 0:
            big = replace(SOURCE, content=chance.randbytes(chance.randrange(200_000)))
            plans.save_plan(store, big, TEXT, PLAN, DAY)
        elif kind == 1:
            ids = tasks.add_tasks(store, [a_task(plan_id, number=n) for n in range(5)])
            for task_id in ids:
                tasks.add_entry(store, ProgressEntry(task_id, "市甲局", DAY, 5, f"{number}"))
        elif kind == 2:
            plans.replace_reading(store, plan_id, TEXT, replace(PLAN, title=f"{number}"))
    if kind == 3:
        store.undo()
        store.redo()


def write_until_killed(path, pipe, seed):
    chance = random.Random(seed)
    with open_store(path, NOW) as store:
        number = int(settings.get(store, "number", "0"))
        while True:
            number += 1
            act(store, number, chance)
            head = audit.head(store.db)
            os.write(pipe, f"+{number} {head[0]} {head[1]}\n".encode())


def test_a_writer_killed_again_and_again_loses_no_acknowledged_action(tmp_path):
    path, chance = tmp_path / "a.db", random.Random(7)
    with open_store(path, NOW) as store:
        keep_plan(store)
    hot, acknowledged = 0, 0
    wait = some_time_after_the_first_word(chance, LONGEST)
    for turn in range(KILLS):
        lines, status = killed(lambda pipe, turn=turn: write_until_killed(path, pipe, turn), wait)
        assert status == signal.SIGKILL, "the writer ended by itself"
        hot += path.with_name("a.db-journal").stat().st_size > 0
        done = [line.lstrip("+").split() for line in lines.split("\n")[:-1] if line.count(" ") == 2]
        acknowledged += len(done)
        with connection.connected(path) as db:  # what opening a store begins with
            check(db, done[-1] if done else None)
    with open_store(path, NOW) as store:
        assert health.troubles(store) == ()
    assert acknowledged > KILLS
    assert hot > 0, "no kill ever hit an action in the middle"
    print(f"{KILLS} kills, {acknowledged} acknowledged actions, {hot} hot journals")  # noqa: T201


def check(db, last):
    assert health.troubles_of(db) == ()
    number = db.execute("SELECT value FROM settings WHERE key = 'number'").fetchone()
    assert int(number[0] if number else 0) >= (int(last[0]) if last else 0)
    if last:
        found = db.execute("SELECT hash FROM audit WHERE id = ?", [int(last[1])]).fetchall()
        assert found == [(last[2],)]
    whole = db.execute(
        "SELECT count(*) % 5, (SELECT count(*) FROM progress_entry) - count(*) FROM task"
    )
    assert whole.fetchall() == [(0, 0)]


@pytest.mark.parametrize("turn", range(12))
def test_a_kill_while_a_database_is_made_leaves_none_or_a_whole_one(tmp_path, turn):
    path = tmp_path / "a.db"

    def make(pipe):
        os.write(pipe, b".")
        open_store(path, NOW)
        time.sleep(5)

    def wait(reading):
        os.read(reading, 1)
        time.sleep(turn * 0.003)

    killed(make, wait)
    with open_store(path, NOW) as store:
        assert health.troubles(store) == ()


@pytest.mark.parametrize("turn", range(12))
def test_a_kill_while_restoring_leaves_the_old_or_the_restored_state(tmp_path, turn):
    path, kept = tmp_path / "a.db", tmp_path / "kept.db"
    with open_store(path, NOW) as store:
        keep_plan(store)
        backup.back_up(store, kept)
        with store.step("之后", NOW):
            settings.put(store, "city", "乙市")

    def go_back(pipe):
        os.write(pipe, b".")
        restore(path, kept, NOW)
        time.sleep(5)

    def wait(reading):
        os.read(reading, 1)
        time.sleep(turn * 0.004)

    killed(go_back, wait)
    with open_store(path, NOW) as store:
        assert health.troubles(store) == ()
        last = queries.audit_rows(store, 1)[0].action
        assert (settings.get(store, "city"), last) in [("乙市", "之后"), ("", "恢复备份")]
