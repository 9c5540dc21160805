import pytest

from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.rules.glosses import remove_glosses


def repaired(text):
    return MappedText.of(text).apply(remove_glosses(text)).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("產(chǎn)權(quán)", "產權"),
        ("产(chǎn)权(quán)", "产权"),
        ("权\uff08quán\uff09", "权"),
        ("权 ( quán )", "权"),
        ("权(qu án)利(l ì)", "权利"),
        ("权(qua\u0301n)", "权"),
        ("绿(lǜ)化", "绿化"),
        # a page that breaks its lines inside a gloss
        ("权(q\nuán)益", "权益"),
        ("权\n(quán)益", "权益"),
        ("权(quán\n)益", "权益"),
        # a gloss after what a damaged character ended in
        ("诤jP(lù)", "诤jP"),
        # a particle's neutral tone
        ("为了(le)", "为了"),
        ("他们(men)", "他们"),
    ],
)
def test_pinyin_is_removed(before, after):
    assert repaired(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "应用(app)",
        "系统(an)",
        "了(de)",
        "网络(IP地址)",
        "项目(gdp)增长",
        "(lù)在行首",
        "权(quánquánquán)",
        "权(quán",
        "(ABC)",
    ],
)
def test_what_an_author_wrote_in_brackets_stays(text):
    assert repaired(text) == text


def test_a_page_that_glosses_many_characters_without_tones_is_cleaned():
    assert repaired("产(chan)权(quan)监(jian)") == "产权监"


def test_two_glosses_without_tones_may_be_an_authors():
    assert repaired("产(chan)权(quan)") == "产(chan)权(quan)"


def test_letters_that_are_no_syllable_stay_even_there():
    assert repaired("产(chan)权(quan)监(jian)业(ye)关(guan)网(www)") == "产权监业关网(www)"
