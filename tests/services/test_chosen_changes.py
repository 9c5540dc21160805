"""What the clerk ticked is kept: for the month that it is of, and once."""

import pytest

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.services.rounds import boarding, collecting, sending
from shuangda_desktop.store import tasks
from shuangda_desktop.tasks.returns.batch import proposed


@pytest.fixture
def forms(store, now, tmp_path):
    """The forms of one unit, for February and March, sent out."""
    found_city(store, now, 1, 3)
    return [sent(store, now, period, tmp_path) for period in (MARCH.previous(), MARCH)]


def sent(store, now, period, folder):
    mailing = sending.gather_mailing(store, period, now.date())
    written = sending.write_mailing(mailing, folder / period.key)
    sending.note_sent(store, mailing, written, "", now)
    return Form(written[0].path)


def read(store, paths):
    return collecting.read_files(collecting.gather_known(store, MARCH), paths)


def test_a_change_that_was_not_chosen_is_not_kept_for_another_month(forms, store, now):
    task_id = next(iter(forms[0].rows))
    for form in forms:
        form.put(task_id, "note", "按计划推进。")
    batch = read(store, [form.save(form.path) for form in forms])
    (first,), (second,) = (one.changes for one in batch.returns)
    assert first == second
    chosen = [(batch.returns[1].sha256, second)]
    assert collecting.accept(store, batch, chosen, now) == 1
    assert [one.period for one in tasks.load_entries(store, task_id)] == ["2026-03"]


def test_what_two_files_say_alike_is_kept_once(forms, store, now, tmp_path):
    form = forms[1]
    task_id, other = list(form.rows)[:2]
    form.put(task_id, "note", "按计划推进。")
    first = form.save(tmp_path / "一.xlsx")
    form.put(other, "note", "已经完成。")
    batch = read(store, [first, form.save(tmp_path / "二.xlsx")])
    assert collecting.accept(store, batch, proposed(batch.returns), now) == 2
    assert len(tasks.load_entries(store, task_id)) == len(tasks.load_entries(store, other)) == 1
    assert len(boarding.returned(store, MARCH, name_of(0))) == 2
