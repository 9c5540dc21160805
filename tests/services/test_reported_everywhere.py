"""The first page, the board of returns and the reports agree on who has reported."""

import random
from datetime import timedelta

import pytest

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.services.outputs.paper_kinds import PaperWanted, kind_of
from shuangda_desktop.services.rounds import boarding, collecting, sending
from shuangda_desktop.services.tracking import tracking
from shuangda_desktop.services.tracking.today import load_today
from shuangda_desktop.store import queries
from shuangda_desktop.tasks.model import ProgressEntry
from shuangda_desktop.tasks.returns.batch import proposed
from shuangda_desktop.tasks.returns.board import CAME, CHASED, behind

UNITS = 4
WAYS = ("nothing", "full", "zero", "same", "by hand", "damaged", "empty")
REPORTED = {"full", "zero", "same", "by hand"}


def leads(store, unit):
    return [r for r in queries.task_rows(store, unit=unit) if unit in r.names("lead")]


def reports(store, unit, way, path, now, chance):
    """One unit does what it does in March."""
    if way == "nothing":
        return
    if way == "by hand":
        for row in leads(store, unit):
            entry = ProgressEntry(row.task_id, unit, now.date(), 30, "电话报送。")
            tracking.record_progress(store, entry, now)
        return
    if way == "damaged":
        path.write_bytes(b"PK\x03\x04" + unit.encode())
    else:
        form = Form(path)
        if way == "full":
            form.fill(chance)
        elif way != "empty":
            form.tick(f"tick:{way}")
        form.save(path)
    batch = collecting.read_files(collecting.gather_known(store, MARCH), [path])
    collecting.accept(store, batch, proposed(batch.returns), now)


def silent_units(store, now):
    lists = {one.key: one.rows for one in load_today(store, now.date()).lists}
    return {row.unit for row in lists["silent"]}


def words_of(paper):
    return "".join(block.words for block in paper.blocks if hasattr(block, "words"))


@pytest.mark.parametrize("seed", range(4))
def test_whoever_reported_is_silent_nowhere_and_the_others_everywhere(store, now, tmp_path, seed):
    found_city(store, now, UNITS)
    mailing = sending.gather_mailing(store, MARCH, now.date())
    paths = {one.unit: one.path for one in sending.write_mailing(mailing, tmp_path)}
    sending.note_sent(store, mailing, [], "王五", now)
    chance = random.Random(seed)
    ways = {name_of(at): WAYS[(seed * 2 + at) % len(WAYS)] for at in range(UNITS)}
    for unit, way in ways.items():
        reports(store, unit, way, paths[unit], now, chance)
    reported = {unit for unit, way in ways.items() if way in REPORTED}
    led = {unit for unit in ways if leads(store, unit)}

    board = boarding.load_board(store, MARCH, now.date())
    assert {p.unit for p in behind(board.rows, MARCH.key, *CAME)} == reported
    assert {p.unit for p in boarding.to_chase(board)} & reported == set()
    assert silent_units(store, now) == led - reported
    later = now + timedelta(days=20)
    wanted = PaperWanted("report", later.date(), MARCH)
    told = words_of(kind_of("report").build(store, wanted))
    for unit in led:
        assert ("没有按时报送进展的单位" in told and unit in told.split("没有按时报送")[-1]) == (
            unit not in reported
        )


def test_a_zero_report_is_undone_with_its_silence(store, now, tmp_path):
    found_city(store, now, 1)
    mailing = sending.gather_mailing(store, MARCH, now.date())
    path = sending.write_mailing(mailing, tmp_path)[0].path
    reports(store, name_of(0), "zero", path, now, random.Random(1))
    assert silent_units(store, now) == set()
    store.undo(now)
    assert silent_units(store, now) == {name_of(0)}


def test_the_first_page_counts_as_missing_whom_the_board_counts_so(store, now, tmp_path):
    found_city(store, now, UNITS)
    mailing = sending.gather_mailing(store, MARCH, now.date())
    written = sending.write_mailing(mailing, tmp_path)
    sending.note_sent(store, mailing, written, "王五", now)
    paths = {one.unit: one.path for one in written}
    for at, way in enumerate(("full", "nothing", "damaged", "empty")):
        reports(store, name_of(at), way, paths[name_of(at)], now, random.Random(at))
    assert silent_units(store, now) == {name_of(2)}  # the others have time yet, as the board says
    for days in (16, 40):  # the day has passed; the month of April is reported for
        later = now + timedelta(days=days)
        board = boarding.load_board(store, MARCH, later.date())
        missing = behind(board.rows, MARCH.key, *CHASED)
        assert silent_units(store, later) == {place.unit for place in missing}
        assert {place.unit for place in missing} == {name_of(at) for at in (1, 2, 3)}
    rows = {
        r.unit: r for one in load_today(store, later.date()).lists for r in one.rows if r.period
    }
    assert rows[name_of(1)].note == "■ 未报26天"
    assert (rows[name_of(1)].what, rows[name_of(1)].period) == ("2026年3月填报表", MARCH.key)
    reports(store, name_of(1), "zero", tmp_path / written[1].path.name, later, random.Random(1))
    assert name_of(1) not in silent_units(store, later)


@pytest.mark.parametrize("reported", [True, False])
def test_who_got_one_form_and_none_since_is_silent_after_a_month(store, now, tmp_path, reported):
    found_city(store, now, 1)
    mailing = sending.gather_mailing(store, MARCH, now.date())
    written = sending.write_mailing(mailing, tmp_path)
    sending.note_sent(store, mailing, written, "王五", now)
    if reported:
        reports(store, name_of(0), "zero", written[0].path, now, random.Random(1))
        assert silent_units(store, now + timedelta(days=40)) == set()  # April: the form before it
    later = (now + timedelta(days=100)).date()  # June: no form in April, May and June
    (told,) = [r for one in load_today(store, later).lists if one.key == "silent" for r in one.rows]
    assert told.unit == name_of(0)
    assert told.note == (f"{now.date()}以后没有报送" if reported else "■ 未报86天")
