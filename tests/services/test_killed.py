"""A program that is killed at any moment loses nothing that it said was done."""

import random
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone

import pytest

from shuangda_desktop.plan.model import Plan, Role
from shuangda_desktop.services.reading import importing
from shuangda_desktop.services.reading.drafts import Draft
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.database import open_store
from shuangda_desktop.store.safety import health
from shuangda_desktop.tasks.model import Assignment, Status, Task
from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.source import SourceText, blocks_of

NOW = datetime(2026, 3, 16, 9, 30, tzinfo=timezone(timedelta(hours=8)))
KILLS = 100
# Reports one percent after the other and says so only when the service has returned.
WRITER = """
import sys
from datetime import datetime
from shuangda_desktop.services.tracking.tracking import record_progress
from shuangda_desktop.store.database import open_store
from shuangda_desktop.tasks.model import ProgressEntry

now = datetime.fromisoformat("2026-03-16T09:30:00+08:00")
with open_store(__import__("pathlib").Path(sys.argv[1]), now) as store:
    print("open", flush=True)
    for number in range(int(sys.argv[2]), 1_000_000):
        note = f"第{number}次"
        record_progress(store, ProgressEntry(1, "市公安局", now.date(), number % 100, note), now)
        print(number, flush=True)
"""


def prepare(path):
    raw = "检查商店。"
    source = SourceText(raw, blocks_of(raw), "要点.txt", "ab" * 32, "txt")
    with open_store(path, NOW) as store:
        plan_id = importing.keep_plan(store, Draft(source, MappedText.of(raw), Plan("要点")), NOW)
        with store.step("任务", NOW):
            police = (Assignment("市公安局", Role.LEAD),)
            tasks.add_tasks(store, [Task(plan_id, 0, 1, "检查", "检查商店。", police)])


def killed_after(path, first, seconds):
    """Start the writer, kill it after a while; the last number that it acknowledged."""
    command = [sys.executable, "-c", WRITER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        said = writer.stdout.read().split()
    return max((int(number) for number in said), default=first - 1)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_no_acknowledged_report_is_lost_in_a_hundred_kills(tmp_path):
    path = tmp_path / "办公.db"
    prepare(path)
    chance, following = random.Random(5), 1
    for _ in range(KILLS):
        acknowledged = killed_after(path, following, chance.uniform(0, 0.06))
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
