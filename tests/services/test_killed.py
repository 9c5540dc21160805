"""A program that is killed at any moment loses nothing that it said was done."""

import os
import random
import signal
from datetime import datetime, timedelta, timezone

import pytest

from shuangda_desktop.plan.model import Plan, Role
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.drafts import Draft
from shuangda_desktop.services.tracking.tracking import record_progress
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import health
from shuangda_desktop.tasks.model import Assignment, ProgressEntry, Status, Task
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.source import SourceText, blocks_of
from store.store_killing import killed, needs_fork, some_time_after_the_first_word

NOW = datetime(2026, 3, 16, 9, 30, tzinfo=timezone(timedelta(hours=8)))
KILLS, LONGEST = 50, 0.06  # seconds; a report takes some hundredths


def prepare(path):
    raw = "检查商店。"
    source = SourceText(raw, blocks_of(raw), "要点.txt", "ab" * 32, "txt")
    with open_store(path, NOW) as store:
        plan_id = importing.keep_plan(store, Draft(source, MappedText.of(raw), Plan("要点")), NOW)
        with store.step("任务", NOW):
            police = (Assignment("市公安局", Role.LEAD),)
            tasks.add_tasks(store, [Task(plan_id, 0, 1, "检查", "检查商店。", police)])


def report(path, first, pipe):
    """Report one percent after the other, and say so only when the service has returned."""
    with open_store(path, NOW) as store:
        os.write(pipe, b"0\n")
        for number in range(first, 1_000_000):
            entry = ProgressEntry(1, "市公安局", NOW.date(), number % 100, f"第{number}次")
            record_progress(store, entry, NOW)
            os.write(pipe, f"{number}\n".encode())


@needs_fork
@pytest.mark.slow
def test_no_acknowledged_report_is_lost_in_many_kills(tmp_path):
    path = tmp_path / "办公.db"
    prepare(path)
    wait, following = some_time_after_the_first_word(random.Random(5), LONGEST), 1
    for _ in range(KILLS):
        said, status = killed(lambda pipe, first=following: report(path, first, pipe), wait)
        assert status == signal.SIGKILL, "the writer ended by itself"
        acknowledged = max([following - 1, *map(int, said.split())])
        with open_store(path, NOW) as store:
            notes = [entry.note for entry in tasks.load_entries(store, 1)]
            (row,) = queries.task_rows(store)
            assert health.troubles(store) == ()
        kept = len(notes)
        # one more than was said may stand there: it was done, only the word did not get out
        assert kept in (acknowledged, acknowledged + 1)
        assert notes == [f"第{number}次" for number in range(1, kept + 1)]
        assert row.status is (Status.ONGOING if kept else Status.NOT_STARTED)
        following = kept + 1
    assert following > KILLS  # the writer did get to work between the kills
