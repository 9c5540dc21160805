"""Which reminders stand beside a task in 督办台账: those that were about it, however they were sent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from services.city import MARCH, found_city, name_of
from shuangda_desktop.services.rounds import boarding
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.services.tracking.supervising import supervision_rows
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.tasks.model import Status

UNIT = name_of(0)


@pytest.fixture
def later(now):
    return now + timedelta(days=20)


def press(store, now, path=None, kind=boarding.returns.URGE):
    boarding.note_urged(store, [UNIT], MARCH, now.date(), now, path, kind=kind)


def reminders(store):
    return [row.reminders for row in supervision_rows(store, queries.task_rows(store))]


def test_a_reminder_of_any_kind_is_told(store, now, tmp_path):
    first, _ = found_city(store, now, 1, 2)
    with store.step("时限", now):
        tasks.save_task(store, replace(tasks.load_task(store, first), due_on=date(2026, 3, 10)))
    (slip := tmp_path / "单.docx").write_bytes(b"x")
    press(store, now)
    press(store, now, slip)
    press(store, now, slip, boarding.SUPERVISE)
    asked = [f"2026-03-16 {how}催{UNIT}报2026年3月进展" for how in ("短信", "")]
    assert reminders(store) == [(*asked, f"2026-03-16 向{UNIT}发督办单"), tuple(asked)]


def test_what_was_pressed_before_a_task_came_or_after_it_ended_is_not_about_it(store, now, later):
    press(store, now - timedelta(days=300))
    (task_id,) = found_city(store, now, 1, 1)
    for status in (Status.DONE, Status.CLOSED):
        tracking.set_status(store, task_id, status, "", now + timedelta(days=1))
    press(store, later)
    assert reminders(store) == [()]
    press(store, now)
    assert len(reminders(store)[0]) == 1
