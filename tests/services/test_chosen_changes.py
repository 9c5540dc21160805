"""What the clerk ticked is kept: for the month that it is of, and once."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.services.rounds import boarding, collecting, sending
from shuangda_desktop.services.rounds.file_names import told_apart
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


def test_a_second_file_without_change_is_kept_as_received_and_records_nothing(
    forms, store, now, tmp_path
):
    task_id = next(iter(forms[0].rows))
    forms[0].put(task_id, "note", "按计划推进。")
    forms[0].put(task_id, "percent", 40)
    batch = read(store, [forms[0].save(forms[0].path)])
    collecting.accept(store, batch, proposed(batch.returns), now)
    form = forms[1]
    form.tick("tick:same")
    first = form.save(tmp_path / "一.xlsx")
    form.book.properties.title = "二"  # saved anew by another program
    batch = read(store, [first, form.save(tmp_path / "二.xlsx")])
    assert collecting.accept(store, batch, [], now) == 0
    assert len(boarding.returned(store, MARCH, name_of(0))) == 2
    assert [one.note for one in tasks.load_entries(store, task_id)] == [
        "按计划推进。",
        "与上期相同。",
    ]


def test_files_of_one_name_are_listed_and_kept_with_their_folders(forms, store, now, tmp_path):
    form, task_id = forms[1], next(iter(forms[1].rows))
    paths = []
    for folder, note in (("一组", "按计划推进。"), ("二组", "已经完成。")):
        (tmp_path / folder).mkdir()
        form.put(task_id, "note", note)
        paths.append(form.save(tmp_path / folder / "表.xlsx"))
    batch = read(store, paths)
    assert [one.file for one in batch.returns] == ["表（一组）.xlsx", "表（二组）.xlsx"]
    assert batch.returns[0].changes[0].why == "“表（二组）.xlsx”里写的不同"
    again = collecting.understood(collecting.gather_known(store, MARCH), batch.books)
    assert again.returns == batch.returns
    collecting.accept(store, batch, [], now)
    kept = [one.file for one in boarding.returned(store, MARCH, name_of(0))]
    assert kept == ["表（二组）.xlsx", "表（一组）.xlsx"]


def test_files_of_one_name_are_told_apart_by_their_folders():
    paths = ["/收/一月/报来/表.xlsx", "/收/二月/报来/表.xlsx", "/收/二月/报来/另.xlsx"]
    named = ("表（一月-报来）.xlsx", "表（二月-报来）.xlsx", "另.xlsx")
    assert told_apart([PurePosixPath(path) for path in paths]) == named
    assert told_apart([PurePosixPath(paths[0])] * 2) == ("表.xlsx", "表.xlsx")
    drives = [PureWindowsPath("C:\\表.xls"), PureWindowsPath("D:\\报来\\表.xls")]
    assert told_apart(drives) == ("表（C）.xls", "表（报来）.xls")
