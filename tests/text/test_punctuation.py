import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.punctuation import narrow, widen, widen_by_neighbours

WIDE = {
    ",": "\uff0c",
    ":": "\uff1a",
    ";": "\uff1b",
    "?": "\uff1f",
    "!": "\uff01",
    "(": "\uff08",
    ")": "\uff09",
}


def wide(text):
    """The expected text: every mark after a backtick is full-width."""
    for mark, full in WIDE.items():
        text = text.replace("`" + mark, full)
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("好,好", "好`,好"),
        ("时间:9月", "时间`:9月"),
        ("达到95%,其中", "达到95%`,其中"),
        ("达到95%;\n另外", "达到95%`;\n另外"),
        ("共3次;2次以上", "共3次`;2次以上"),
        ("::。", "`:`:。"),
        ("比例为95;3天", "比例为95`;3天"),
        ("真的吗??!", "真的吗`?`?`!"),
        ("甲局(乙局)负责", "甲局`(乙局`)负责"),
        ("按ISO(IP地址)管", "按ISO`(IP地址`)管"),
        ("(1)甲", "`(1`)甲"),
        ("甲(1)", "甲`(1`)"),
        ("1)甲", "1`)甲"),
        ("甲(未完", "甲`(未完"),
        ("各县(市(区))", "各县`(市`(区`)`)"),
        ("见“双打”办:", "见“双打”办`:"),
        # left alone: numbers, times, ratios, addresses, Latin text
        ("上午8:30到", "上午8:30到"),
        ("约1,000家", "约1,000家"),
        ("按3:2", "按3:2"),
        ("http://a.cn/?b=1", "http://a.cn/?b=1"),
        ("see f(x), then g(y);", "see f(x), then g(y);"),
        ("x)", "x)"),
        ("(x", "(x"),
        ("", ""),
    ],
)
def test_marks_in_chinese_become_full_width(before, after):
    assert widen(before) == wide(after)


@given(st.text(alphabet="甲乙,:;?!()8aA \n%。", max_size=60))
def test_widening_twice_changes_nothing_more_and_keeps_the_length(text):
    once = widen(text)
    assert widen(once) == once
    assert len(once) == len(text)
    assert narrow(once) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\uff08甲\uff09\uff0c\uff1a\uff1b\uff1f\uff01", "(甲),:;?!"),
        ("\uff11\uff21\uff41\uff05", "1Aa%"),
        ("甲\u3000乙\u00a0丙\u2003丁", "甲 乙 丙 丁"),
        ("甲\ufe51乙\uff64丙\uff61", "甲、乙、丙。"),
        ("\ufe59甲\ufe5a\ufe50\ufe55\ufe5d", "(甲),:\u3014"),
        ("、。“”《》〔〕", "、。“”《》〔〕"),
        ("a\tb\nc", "a\tb\nc"),
    ],
)
def test_narrowing_folds_the_width_only(before, after):
    assert narrow(before) == after


@given(st.text())
def test_narrowing_keeps_every_place(text):
    assert len(narrow(text)) == len(text)


MIXED = st.text(
    st.sampled_from("甲乙aB19,:;?!()\uff0c\uff08\uff09。、“”\n %.\u3400\ufe50"), max_size=24
)


@given(MIXED)
def test_the_short_way_to_full_width_leads_to_the_same_text(text):
    assert widen(text) == widen_by_neighbours(text)
