"""Forms out and back through the services: what is asked, kept, undone, counted."""

import random
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.errors import RuleError
from shuangda_desktop.services.rounds import asking, boarding, collecting, sending
from shuangda_desktop.services.rounds.asking import Habit
from shuangda_desktop.services.tracking import results, tracking
from shuangda_desktop.store import queries, tasks
from shuangda_desktop.store.returns import load_dispatches
from shuangda_desktop.tasks.model import ProgressEntry, Status
from shuangda_desktop.tasks.periods import PeriodKind
from shuangda_desktop.tasks.returns.batch import proposed
from shuangda_desktop.tasks.returns.board import CAME, Standing, behind, counts
from shuangda_desktop.tasks.returns.model import ReturnKind, Verdict

UNITS = 4


@pytest.fixture
def city(store, now):
    """Four units with six tasks each."""
    return found_city(store, now, UNITS)


@pytest.fixture
def sent(store, city, now, tmp_path) -> dict[str, Path]:
    """The forms of March, sent out."""
    mailing = sending.gather_mailing(store, MARCH, now.date())
    written = sending.write_mailing(mailing, tmp_path / "out")
    sending.note_sent(store, mailing, written, "王五", now)
    return {one.unit: one.path for one in written}


def read(store, *paths):
    return collecting.read_files(collecting.gather_known(store, MARCH), paths)


def every(batch):
    """All changes, as they are chosen."""
    return [(one.sha256, change) for one in batch.returns for change in one.changes]


def accept_all(store, batch, now):
    return collecting.accept(store, batch, proposed(batch.returns), now)


def filled(path: Path, seed: int = 1) -> tuple[Path, dict]:
    form = Form(path)
    meant = form.fill(random.Random(seed))
    return form.save(path), meant


def test_every_unit_gets_a_form_with_its_own_tasks_and_a_note_goes_with_them(sent, store):
    assert set(sent) == {*map(name_of, range(UNITS)), ""}
    form = Form(sent[name_of(1)])
    led = {row.task_id for row in queries.task_rows(store, unit=name_of(1))}
    assert set(form.rows) == led
    roles = {form.sheet.cell(row, form.fields["role"]).value for row in form.rows.values()}
    assert roles == {"牵头", "配合"}
    assert sent[""].suffix == ".docx"


def test_what_went_out_is_on_record(sent, store, now):
    log = load_dispatches(store)
    forms = dict.fromkeys(map(name_of, range(UNITS)), "form")
    assert {one.unit: one.kind for one in log} == {**forms, "": "note"}
    assert {(one.period, one.sent_by, one.due_on) for one in log} == {
        ("2026-03", "王五", date(2026, 3, 30))
    }
    assert load_dispatches(store, MARCH.next().key) == ()
    assert store.undo_label == "下发2026年3月填报表4份"
    store.undo(now)
    assert load_dispatches(store) == ()


def test_one_unit_may_get_its_form_alone_and_nobody_without_tasks(store, city, now, tmp_path):
    mailing = sending.gather_mailing(store, MARCH, now.date(), [name_of(2)], date(2026, 4, 2))
    assert [one.unit for one in mailing.forms] == [name_of(2)]
    assert mailing.due_on == date(2026, 4, 2)
    with pytest.raises(RuleError, match="没有需要报送的任务"):
        sending.gather_mailing(store, MARCH, now.date(), ["没有的局"])


def test_writing_can_be_stopped_and_what_was_written_is_noted(store, city, now, tmp_path):
    mailing = sending.gather_mailing(store, MARCH, now.date())
    told = []
    written = sending.write_mailing(
        mailing, tmp_path, tell=lambda *step: told.append(step), cancelled=lambda: len(told) == 2
    )
    assert len(written) == 2
    assert told[0] == (0, UNITS + 1, mailing.forms[0].file)
    sending.note_sent(store, mailing, written, "", now)
    assert len(load_dispatches(store)) == 2
    sending.note_sent(store, mailing, (), "", now)
    assert len(load_dispatches(store)) == 2


def test_accepted_values_are_progress_numbers_and_next_months_past(sent, store, now):
    path, meant = filled(sent[name_of(0)])
    batch = read(store, path)
    assert accept_all(store, batch, now) == len(meant)
    unit = name_of(0)
    for row in queries.task_rows(store, unit=unit):
        part = next(part for part in row.units if part.unit == unit)
        assert str(part.percent) == meant[row.task_id, "percent"]
        entry = tasks.load_entries(store, row.task_id)[-1]
        assert entry.period == "2026-03"
        assert meant[row.task_id, "note"] in entry.note
        if (row.task_id, "done1") in meant:
            found = results.load_results(store, row.task_id)[0]
            assert f"{found.value:g}" == meant[row.task_id, "done1"]
    april = {one.unit: one for one in asking.asked_units(store, MARCH.next())}[unit]
    for ask in april.asks:
        assert ask.last["note"] == meant[ask.task_id, "note"]


def test_one_undo_takes_the_whole_batch_back(sent, store, now, dump):
    before = dump()
    paths = [filled(sent[name_of(unit)], unit)[0] for unit in range(3)]
    accept_all(store, read(store, *paths), now)
    assert store.undo_label.startswith("读回2026年3月填报表")
    assert dump() != before
    store.undo(now)
    assert dump() == before


def test_the_same_file_twice_changes_nothing(sent, store, now, dump):
    path, _ = filled(sent[name_of(0)])
    accept_all(store, read(store, path), now)
    before = dump()
    again = read(store, path)
    assert {change.verdict for change in again.returns[0].changes} == {Verdict.SAME}
    assert "以前读过" in again.returns[0].oddities[0].message
    assert accept_all(store, again, now) == 0
    assert dump() == before


def test_a_copy_under_another_name_is_one_return(sent, store, now, tmp_path):
    path, meant = filled(sent[name_of(0)])
    copy = tmp_path / "副本.xlsx"
    copy.write_bytes(path.read_bytes())
    assert accept_all(store, read(store, path, copy), now) == len(meant)
    assert len(boarding.returned(store, MARCH, name_of(0))) == 1


def test_a_second_form_of_a_unit_shows_what_it_changes(sent, store, now, tmp_path):
    path, _ = filled(sent[name_of(0)])
    accept_all(store, read(store, path), now)
    form = Form(path)
    task_id = next(iter(form.rows))
    form.put(task_id, "note", "补充了新的内容")
    batch = read(store, form.save(tmp_path / "二报.xlsx"))
    changed = [c for c in batch.returns[0].changes if c.verdict is Verdict.CHANGED]
    assert [(c.task_id, c.field, c.after) for c in changed] == [(task_id, "note", "补充了新的内容")]
    assert accept_all(store, batch, now) == 1


def test_some_may_be_accepted_and_two_values_for_one_cell_never(sent, store, now, tmp_path):
    form = Form(sent[name_of(0)])
    task_id = next(iter(form.rows))
    form.put(task_id, "percent", 40)
    first = form.save(tmp_path / "一.xlsx")
    form.put(task_id, "percent", 50)
    batch = read(store, first, form.save(tmp_path / "二.xlsx"))
    changes = every(batch)
    assert {c.verdict for _, c in changes} == {Verdict.CLASH}
    assert accept_all(store, batch, now) == 0
    with pytest.raises(RuleError, match="选了两个不同的内容"):
        collecting.accept(store, batch, changes, now)
    assert collecting.accept(store, batch, changes[1:], now) == 1


def test_none_may_be_accepted_and_the_file_is_kept_all_the_same(sent, store, now):
    path, _ = filled(sent[name_of(0)])
    content = path.read_bytes()
    assert collecting.accept(store, read(store, path), (), now) == 0
    kept = boarding.returned(store, MARCH, name_of(0))
    assert [(one.file, one.kind) for one in kept] == [(path.name, ReturnKind.REPORT)]
    target = path.with_name("原件.xlsx")
    boarding.save_original(store, kept[0], target)
    assert target.read_bytes() == content


def test_what_was_not_understood_is_kept_in_the_clerks_words_only(sent, store, now):
    form = Form(sent[name_of(0)])
    task_id = next(iter(form.rows))
    form.put(task_id, "percent", "尚可")
    batch = read(store, form.save(form.path))
    digest, asked = every(batch)[0]
    assert collecting.accept(store, batch, [(digest, asked)], now) == 0
    store.undo(now)
    from dataclasses import replace

    decided = replace(asked, after="55")
    fixed = collecting.corrected(batch, [replace(batch.returns[0], changes=(decided,))])
    assert collecting.accept(store, fixed, [(digest, decided)], now) == 1
    assert tasks.load_entries(store, task_id)[-1].percent == 55


def test_ticks_count_as_reports_and_no_change_says_last_months_values_again(sent, store, now):
    path, meant = filled(sent[name_of(0)])
    accept_all(store, read(store, path), now)
    april = MARCH.next()
    later = now + timedelta(days=30)
    mailing = sending.gather_mailing(store, april, later.date())
    written = sending.write_mailing(mailing, path.parent / "四月")
    forms = {one.unit: Form(one.path) for one in written if one.unit}
    forms[name_of(0)].tick("tick:same")
    forms[name_of(1)].tick("tick:zero")
    saved = [forms[name_of(unit)].save(path.parent / f"{unit}.xlsx") for unit in (0, 1)]
    batch = collecting.read_files(collecting.gather_known(store, april), saved)
    assert [one.kind for one in batch.returns] == [ReturnKind.SAME, ReturnKind.ZERO]
    accept_all(store, batch, later)
    may = {one.unit: one for one in asking.asked_units(store, april.next())}[name_of(0)]
    assert all(ask.last["note"] == meant[ask.task_id, "note"] for ask in may.asks)
    entry = tasks.load_entries(store, may.asks[0].task_id)[-1]
    assert (entry.note, entry.period) == ("与上期相同。", "2026-04")


def test_one_task_without_change_says_last_months_values_again(sent, store, now):
    path, meant = filled(sent[name_of(0)])
    accept_all(store, read(store, path), now)
    april, later = MARCH.next(), now + timedelta(days=30)
    mailing = sending.gather_mailing(store, april, later.date(), [name_of(0)])
    form = Form(sending.write_mailing(mailing, path.parent / "四月")[0].path)
    task_id = next(iter(form.rows))
    form.put(task_id, "status", "与上期相同")
    batch = collecting.read_files(collecting.gather_known(store, april), [form.save(form.path)])
    accept_all(store, batch, later)
    may = {one.unit: one for one in asking.asked_units(store, april.next())}[name_of(0)]
    last = next(ask.last for ask in may.asks if ask.task_id == task_id)
    assert (last["note"], last["percent"]) == (meant[task_id, "note"], meant[task_id, "percent"])
    again = collecting.read_files(collecting.gather_known(store, april), [form.path])
    assert {change.verdict for change in again.returns[0].changes} == {Verdict.SAME}


def test_a_form_of_the_month_before_is_read_for_that_month(sent, store, now):
    path, _ = filled(sent[name_of(0)])
    known = collecting.gather_known(store, MARCH.next())
    batch = collecting.read_files(known, [path])
    assert batch.returns[0].period == "2026-03"
    assert "不是正在收的2026年4月" in "".join(o.message for o in batch.returns[0].oddities)
    accept_all(store, batch, now)
    assert boarding.returned(store, MARCH, name_of(0))


def test_a_damaged_file_is_kept_and_known_by_its_name(sent, store, now, tmp_path):
    bad, lost = tmp_path / f"{name_of(1)}报表.xlsx", tmp_path / "没有.xlsx"
    bad.write_bytes(b"PK\x03\x04 xl/workbook.xml")
    batch = read(store, bad, lost)
    assert [(one.unit, one.kind) for one in batch.returns] == [
        (name_of(1), ReturnKind.DAMAGED), ("", ReturnKind.DAMAGED)
    ]  # fmt: skip
    accept_all(store, batch, now)
    found = boarding.load_board(store, MARCH, now.date())
    assert counts(found.rows, "2026-03")[Standing.DAMAGED] == 1


def test_a_file_whose_unit_is_unknown_is_read_again_for_the_unit_that_the_clerk_names(
    sent, store, now
):
    book = openpyxl.load_workbook(sent[name_of(0)])
    sheet = book.worksheets[0]
    for row in sheet.iter_rows():
        for cell in row:
            if str(cell.value or "").startswith(("SD:", "填报单位")):
                cell.value = None
    place = next(c for row in sheet.iter_rows() for c in row if c.value == "状态")
    title = next(c for row in sheet.iter_rows() for c in row if c.value == "工作任务")
    first = place.row + 1
    sheet.cell(first, place.column).value = "推进中"
    sheet.cell(first, title.column).value += "等"
    for row in range(first + 1, sheet.max_row + 1):
        sheet.cell(row, title.column).value = None
    path = sent[name_of(0)].with_name("表.xlsx")
    book.save(path)
    batch = read(store, path)
    assert batch.returns[0].unit == ""
    known = collecting.gather_known(store, MARCH)
    told = {batch.returns[0].sha256: name_of(0)}
    again = collecting.understood(known, batch.books, told)
    assert (again.returns[0].unit, again.returns[0].certain) == (name_of(0), True)
    assert [c.field for c in again.returns[0].changes] == ["status"]


def test_words_are_matched_to_the_tasks_of_the_unit(sent, store, now):
    known = collecting.gather_known(store, MARCH)
    text = "第1项\uff0c集贸市场第1轮检查\uff1a查了30家\uff0c已完成60%。\n\n第2项正在推进\u3002"
    batch = collecting.read_pasted(known, text, name_of(0))
    changes = batch.returns[0].changes
    assert {(c.number, c.field) for c in changes} == {(1, "note"), (1, "percent"), (2, "note")}
    assert accept_all(store, batch, now) == 0
    store.undo(now)
    assert collecting.accept(store, batch, every(batch), now) == 3
    kept = boarding.returned(store, MARCH, name_of(0))[0]
    assert kept.file.endswith("粘贴的文字.txt")
    with pytest.raises(RuleError, match="没有可读的文字"):
        collecting.read_pasted(known, " \n ", name_of(0))


def test_closed_tasks_are_not_asked_and_take_no_progress(sent, store, now):
    path, _ = filled(sent[name_of(0)])
    task_id = next(iter(Form(path).rows))
    tracking.record_progress(store, ProgressEntry(task_id, name_of(0), now.date(), 100, "完"), now)
    for status in (Status.DONE, Status.CLOSED):
        tracking.set_status(store, task_id, status, "已核实", now)
    entries = len(tasks.load_entries(store, task_id))
    batch = read(store, path)
    assert "已办结销号" in "".join(o.message for o in batch.returns[0].oddities)
    accept_all(store, batch, now)
    assert len(tasks.load_entries(store, task_id)) == entries
    asked = {ask.task_id for one in asking.asked_units(store, MARCH) for ask in one.asks}
    assert task_id not in asked


def test_what_the_log_says_is_the_past_of_a_unit_that_never_sent_a_form(store, city, now):
    unit = name_of(0)
    entry = ProgressEntry(city[0], unit, date(2026, 2, 10), 30, "二月已启动")
    tracking.record_progress(store, entry, now)
    asked = {one.unit: one for one in asking.asked_units(store, MARCH)}[unit]
    assert asked.asks[0].last == {"percent": "30", "note": "二月已启动"}
    assert asked.asks[1].last == {}


def test_the_habit_of_the_office(store, now):
    assert asking.load_habit(store) == Habit()
    weekly = Habit(PeriodKind.WEEK, 5, " 张三 0800 ")
    asking.change_habit(store, weekly, now)
    assert asking.load_habit(store) == Habit(PeriodKind.WEEK, 5, "张三 0800")
    assert asking.current_period(store, date(2026, 3, 18)).key == "2026-W12"
    label = store.undo_label
    asking.change_habit(store, asking.load_habit(store), now)
    assert store.undo_label == label
    with pytest.raises(RuleError, match="1到31之间"):
        asking.change_habit(store, Habit(day=40), now)


def test_the_board_counts_what_is_behind_it_and_is_undone_with_the_batch(sent, store, now):
    late = now + timedelta(days=20)
    paths = [filled(sent[name_of(unit)], unit)[0] for unit in (0, 1)]
    accept_all(store, read(store, paths[0]), now)
    accept_all(store, read(store, paths[1]), late)
    found = boarding.load_board(store, MARCH, late.date())
    assert [period.key for period in found.periods][-1] == "2026-03"
    assert len(found.periods) == boarding.WIDTH
    standings = {row.unit: row.places[-1].standing for row in found.rows}
    assert standings == {
        name_of(0): Standing.ON_TIME, name_of(1): Standing.LATE,
        name_of(2): Standing.MISSING, name_of(3): Standing.MISSING,
    }  # fmt: skip
    assert [place.unit for place in boarding.to_chase(found)] == [name_of(2), name_of(3)]
    text = boarding.message(store, found, boarding.reply_day(store, found, late.date()))
    assert "应报4家\uff0c已报2家\uff0c未报2家" in text
    assert "4月8日前报送" in text
    store.undo(late)
    found = boarding.load_board(store, MARCH, late.date())
    assert len(behind(found.rows, "2026-03", *CAME)) == 1


def test_a_unit_without_tasks_stays_on_the_board_while_something_went_out(sent, store, now):
    for row in queries.task_rows(store, unit=name_of(3)):
        with store.step("分解", now):
            task = tasks.load_task(store, row.task_id)
            from dataclasses import replace

            tasks.save_task(store, replace(task, dropped_reason="并入"))
    rows = {row.unit: row for row in boarding.load_board(store, MARCH, now.date()).rows}
    assert rows[name_of(3)].tasks == 0


def test_slips_and_messages_are_on_record(sent, store, now, tmp_path):
    path = tmp_path / "催办单.docx"
    unit = name_of(2)
    assert boarding.write_urging_slip(store, unit, MARCH, date(2026, 4, 1), path, now.date()) == ()
    assert path.stat().st_size > 1000
    boarding.note_urged(store, [unit], MARCH, date(2026, 4, 1), now, path, "王五")
    boarding.note_urged(store, [unit], MARCH, date(2026, 4, 1), now)
    assert [(one.kind, one.file) for one in boarding.went_out(store, MARCH, unit)] == [
        ("text", ""), ("urge", "催办单.docx"), ("form", sent[unit].name)
    ]  # fmt: skip
    with pytest.raises(RuleError, match="没有写出催办单"):
        boarding.write_urging_slip(store, "没有的局", MARCH, now.date(), path, now.date())
    with pytest.raises(RuleError, match="没有逾期的任务"):
        boarding.write_supervision_slip(store, unit, now.date(), path, now.date())
    late = date(2027, 1, 5)
    assert boarding.write_supervision_slip(store, unit, late, path, late) == ()
