"""Forms that go out again: our own of before are written over, what a unit sent back never."""

from datetime import timedelta

import pytest
from docx import Document

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.services.rounds import collecting, sending
from shuangda_desktop.store.units import save_succession, save_unit
from shuangda_desktop.text.level import Level
from shuangda_desktop.units.model import Succession, Unit


@pytest.fixture
def send(store, now, tmp_path):
    found_city(store, now, 2, 1)

    def _send(unit=""):
        mailing = sending.gather_mailing(store, MARCH, now.date(), [unit] if unit else [])
        written = sending.write_mailing(mailing, tmp_path)
        sending.note_sent(store, mailing, written, "", now)
        return mailing, written

    return _send


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_form_to_a_unit_that_is_no_more_is_told(send, store, now):
    day = now.date()
    with store.step("改革", now):
        heir = Unit("city.heir", "临江市监管总局", Level.CITY)
        ended = [
            Unit(f"city.{n}", name_of(n), Level.CITY, active_until=day + timedelta(days=n))
            for n in (0, 1)
        ]
        for unit in (heir, *ended):
            save_unit(store, unit)
    told = "在办的任务还记在它名下，填报表仍写给它；要改的，请在“分解”里换成新的单位。"
    assert send()[0].ended == f"“{name_of(0)}”已撤销：{told}"
    with store.step("改革", now):
        save_succession(store, Succession("city.0", "city.heir", day))
    assert send()[0].ended == f"“{name_of(0)}”已改革，现为临江市监管总局：{told}"
    assert send(name_of(1))[0].ended == ""


def test_what_a_unit_sent_back_under_the_same_name_stays(send, tmp_path):
    mailing, (first, second, note) = send()
    assert sending.renamed(mailing, (first, second, note)) == ""
    filled = Form(first.path)
    filled.put(1, "note", "检查86家。")
    filled.save(first.path)
    returned = first.path.read_bytes()
    mailing, written = send()
    assert first.path.read_bytes() == returned
    again = f"{first.path.stem}\uff082\uff09.xlsx"
    assert [one.path.name for one in written] == [again, second.path.name, note.path.name]
    assert sending.renamed(mailing, written) == (
        f"文件夹里已有同名的文件\uff0c没有覆盖\uff0c新的一份写作“{again}”。"
    )
    send(name_of(0))
    assert again in names(tmp_path)
    assert sum(path.startswith(first.path.stem) for path in names(tmp_path)) == 2


def test_a_form_that_seems_open_is_told_with_its_lock(send, tmp_path):
    first = send()[1][0].path
    (tmp_path / f".~lock.{first.name}#").touch()
    mailing, written = send()
    assert written[0].path.name == f"{first.stem}（2）.xlsx"
    told = sending.renamed(mailing, written)
    assert f"“{first.name}”好像正在WPS等程序里打开着" in told
    assert f"锁文件“.~lock.{first.name}#”" in told


def test_the_note_takes_the_place_of_our_own_and_never_of_one_that_the_clerk_edited(send, tmp_path):
    note = send()[1][-1].path
    mailing, written = send()
    assert (written[-1].path, sending.renamed(mailing, written)) == (note, "")
    document = Document(str(note))
    document.add_paragraph("另请附上照片。")
    document.save(str(note))
    edited = note.read_bytes()
    again = f"{note.stem}\uff082\uff09.docx"
    for _ in range(2):
        mailing, written = send()
        assert note.read_bytes() == edited
        assert written[-1].path.name == again
        assert again in sending.renamed(mailing, written)
    assert len(names(tmp_path)) == 4


def test_a_note_to_one_unit_stands_beside_the_one_to_all(send, tmp_path):
    note = send()[1][-1].path
    to_all = note.read_bytes()
    assert send(name_of(0))[1][-1].path.name == f"2026年3月进展报送通知_{name_of(0)}.docx"
    assert note.read_bytes() == to_all


def test_a_folder_of_that_name_is_no_place_either(send, tmp_path):
    (tmp_path / "2026年3月进展报送通知.docx").mkdir()
    assert send()[1][-1].path.name == "2026年3月进展报送通知\uff082\uff09.docx"


def test_our_own_notes_in_the_folder_that_is_read_are_nobodys_reply(send, store, tmp_path):
    notes = [send()[1][-1].path, send(name_of(0))[1][-1].path]
    known = collecting.gather_known(store, MARCH)
    read = collecting.read_files(known, collecting.files_in([tmp_path])).returns
    assert {one.unit for one in read} == {name_of(0), name_of(1)}
    assert len(read) == 2
    alone = collecting.read_files(known, notes).returns
    assert len(alone) == 2
    for one in alone:
        assert (one.unit, one.changes) == ("", ())
        assert [odd.message for odd in one.oddities] == [
            "这是本办发出的报送通知\uff0c不是单位的回复\uff0c没有读出任何内容\u3002"
        ]
