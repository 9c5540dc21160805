"""A zero report is a report: it answers recurring duties and breaks the silence that a light counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from services.city import found_city, name_of
from services.filling import Form
from shuangda_desktop.services.rounds import collecting, sending
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.services.tracking.task_file import load_file
from shuangda_desktop.services.tracking.today import load_today
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.tasks.model import Light, ProgressEntry
from shuangda_desktop.tasks.occurrences import Answer
from shuangda_desktop.tasks.periods import PeriodKind, period_of
from shuangda_desktop.tasks.status import LightRule, light

RULE = LightRule(silent_days=30)


@pytest.fixture
def february(now):
    return now.replace(month=2, day=20)


@pytest.fixture
def monthly(store, february):
    """Two units with a task each that is reported on every month; both did so in January."""
    january = february.replace(month=1)
    ids = found_city(store, january, 2, 1)
    with store.step("定期", january):
        for task in tasks.load_tasks(store, ids):
            lead = task.assignments[:1]
            tasks.save_task(store, replace(task, recurrence="P1M", assignments=lead))
    for number, task_id in enumerate(ids):
        entry = ProgressEntry(task_id, name_of(number), january.date(), 10, "已部署。")
        tracking.record_progress(store, entry, january)
    return ids


def zero_report(store, unit, now, folder):
    month = period_of(PeriodKind.MONTH, now.date())
    mailing = sending.gather_mailing(store, month, now.date(), [unit])
    (form, _) = sending.write_mailing(mailing, folder)
    filled = Form(form.path)
    filled.tick("tick:zero")
    filled.save(form.path)
    batch = collecting.read_files(collecting.gather_known(store, month), [form.path])
    collecting.accept(store, batch, [], now)


def reports_due(store, day):
    lists = {one.key: one.rows for one in load_today(store, day).lists}
    return {(row.who, row.period) for row in lists["reports"]}


def test_it_answers_the_period_of_a_recurring_duty(store, monthly, february, tmp_path):
    march = date(2026, 3, 8)
    zero_report(store, name_of(0), february, tmp_path)
    assert reports_due(store, march) == {(name_of(1), "2026-02")}
    (row, _) = queries.task_rows(store, ids=monthly)
    found = {one.period.key: one for one in load_file(store, row, march).occurrences}
    assert (found["2026-02"].answer, found["2026-02"].answered_on) == (
        Answer.IN_TIME,
        february.date(),
    )


def test_it_breaks_the_silence_of_the_light(store, monthly, february, tmp_path):
    zero_report(store, name_of(0), february, tmp_path)
    one, other = queries.task_rows(store, ids=monthly)
    assert (one.zero_on, other.zero_on) == (february.date(), None)
    day = february.date() + timedelta(days=10)  # 41 days after January's words
    assert (light(one, day, RULE), light(other, day, RULE)) == (Light.GREEN, Light.YELLOW)
    later = february.date() + timedelta(days=31)
    assert light(one, later, RULE) is Light.YELLOW


def test_it_is_taken_back_with_its_batch(store, monthly, february, tmp_path):
    zero_report(store, name_of(0), february, tmp_path)
    store.undo(february)
    assert queries.task_rows(store, ids=monthly[:1])[0].zero_on is None
    assert len(reports_due(store, date(2026, 3, 8))) == 2
