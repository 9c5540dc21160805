"""The note that goes with the forms."""

from datetime import date

from shuangda_desktop.exports.word.official_paper import write_paper
from shuangda_desktop.papers.covering import covering_note
from shuangda_desktop.tasks.periods import parse_key

UNITS = (("市公安局", 8), ("市商务局", 3))


def note(contact="张三 0800-1"):
    return covering_note(
        parse_key("2026-03"), UNITS, "示例市双打办", date(2026, 3, 28), contact, date(2026, 3, 16)
    )


def test_it_says_until_when_how_and_whom_to_call():
    made = note()
    words = "".join(block.words for block in made.blocks)
    assert "请于2026年3月28日前" in words
    assert "零报告" in words
    assert "张三 0800-1" in made.dress.remark
    assert note("").dress.remark == ""
    assert made.title == "关于报送2026年3月打击侵权假冒工作进展情况的通知"


def test_the_units_are_its_annex():
    annex = note().annexes[0]
    assert annex.blocks[0].rows == (("1", "市公安局", "8"), ("2", "市商务局", "3"))


def test_it_is_written_whole(tmp_path):
    assert write_paper(note(), tmp_path / "通知.docx") == ()
