"""Forms that go out again: our own of before are written over, what a unit sent back never."""

import pytest

from services.city import MARCH, found_city, name_of
from services.filling import Form
from shuangda_desktop.services.rounds import sending


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
    assert [one.path.name for one in written] == [
        again, second.path.name, f"{note.path.stem}\uff082\uff09.docx",
    ]  # fmt: skip
    assert sending.renamed(mailing, written) == (
        f"文件夹里已有同名的文件\uff0c没有覆盖\uff0c新的一份写作“{again}”等2份。"
    )
    send(name_of(0))
    assert again in names(tmp_path)
    assert sum(path.startswith(first.path.stem) for path in names(tmp_path)) == 2


def test_a_folder_of_that_name_is_no_place_either(send, tmp_path):
    (tmp_path / "2026年3月进展报送通知.docx").mkdir()
    assert send()[1][-1].path.name == "2026年3月进展报送通知\uff082\uff09.docx"
