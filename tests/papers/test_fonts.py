"""Which faces a document is set in, and what the clerk is told of them."""

import pytest

from shuangda_desktop.papers.fonts import STANDARD, Face, choose_fonts, rare_sentences

OFFICE = [str(face) for face in Face]


def test_a_machine_with_the_office_fonts_uses_them_and_says_nothing():
    fonts = choose_fonts([*OFFICE, "Arial"])
    assert [fonts.name(face) for face in Face] == OFFICE
    assert fonts.sentences == ()


def test_plain_windows_takes_its_own_faces_and_says_what_will_differ():
    fonts = choose_fonts(["FangSong", "KaiTi", "SimHei", "SimSun", "STZhongsong"])
    assert (fonts.fang, fonts.kai, fonts.title) == ("仿宋", "楷体", "华文中宋")
    assert [s.split("“")[1].split("”")[0] for s in fonts.sentences] == [
        "仿宋_GB2312",
        "楷体_GB2312",
        "方正小标宋简体",
    ]


def test_a_machine_without_any_keeps_the_name_and_warns():
    fonts = choose_fonts([])
    assert fonts.name(Face.TITLE) == "方正小标宋简体"
    assert len(fonts.sentences) == len(Face)
    assert fonts.warning().startswith("本机缺少5种公文标准字体")
    assert STANDARD.warning() == ""
    assert "请在装有它的电脑上打印" in fonts.sentences[0]


def test_the_choice_is_told_from_the_title_down():
    assert STANDARD.words().startswith("标题方正小标宋简体、正文仿宋_GB2312、")


@pytest.mark.parametrize(
    ("text", "count"), [("张三", 0), ("赵珺、王堃", 1), ("㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊", 1)]
)
def test_rare_characters_are_named(text, count):
    assert len(list(rare_sentences(text, STANDARD))) == count


def test_rare_characters_are_no_matter_to_a_large_face():
    assert list(rare_sentences("王堃", choose_fonts(["仿宋"]))) == []
    assert "等不在" in next(rare_sentences("㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊", STANDARD))
