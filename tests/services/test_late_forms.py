"""A form that comes after that of a later period tells of its own period, and of nothing that came since."""

from datetime import date, timedelta

import pytest

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.services.rounds import collecting, sending
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.returns.batch import proposed


@pytest.fixture
def late(store, now, tmp_path):
    """The form of March, which comes on 20 April; in March 20 % were reported, on 15 April 80 %."""
    found_city(store, now, 1, 1)
    mailing = sending.gather_mailing(store, MARCH, now.date())
    form = Form(sending.write_mailing(mailing, tmp_path)[0].path)
    for day, percent in ((date(2026, 3, 10), 20), (date(2026, 4, 15), 80)):
        for task_id in form.rows:
            entry = ProgressEntry(task_id, name_of(0), day, percent, "电话报送。")
            tracking.record_progress(store, entry, now + timedelta(days=30))
    return form


def take(store, form, now):
    batch = collecting.read_files(collecting.gather_known(store, MARCH), [form.save(form.path)])
    collecting.accept(store, batch, proposed(batch.returns), now + timedelta(days=35))
    return batch.returns[0].changes


def test_words_alone_leave_the_percentage_of_their_time(store, late, now):
    task_id = next(iter(late.rows))
    late.put(task_id, "note", "检查86家。")
    take(store, late, now)
    entry = next(e for e in tasks.load_entries(store, task_id) if "86" in e.note)
    assert (entry.on, entry.percent) == (date(2026, 3, 31), 20)
    part = queries.task_rows(store, ids=[task_id])[0].units[0]
    assert part.percent == 80


def test_it_is_compared_with_what_was_reported_until_then(store, late, now):
    task_id = next(iter(late.rows))
    late.put(task_id, "percent", "30")
    (change,) = take(store, late, now)
    assert (change.after, change.why) == ("30", "")
