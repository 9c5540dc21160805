import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.lines import text_lines, width
from shuangda_desktop.text.punctuation import widen


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        (" \n\u3000\n\t", []),
        ("甲", ["甲"]),
        ("  甲 乙\u00a0\n\n乙", ["甲 乙", "乙"]),
        ("甲\t乙", ["甲\t乙"]),
    ],
)
def test_lines_that_hold_something_without_the_blanks_around(text, lines):
    assert [line.text for line in text_lines(text)] == lines


@given(st.text(alphabet="甲a \n\t\u3000\u00a0", max_size=40))
def test_a_line_knows_its_place(text):
    for line in text_lines(text):
        assert text[line.start : line.end] == line.text
        assert line.text == line.text.strip() != ""


def test_a_line_knows_whether_an_empty_one_stands_before_it():
    assert [line.adjacent for line in text_lines("甲\n乙\n\n丙\n  \n丁")] == [
        False,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("", 0),
        ("甲乙", 2),
        ("ab", 1),
        ("\u3000\u3000", 2),
        ("    ", 2),
        ("\uff08甲)", 2.5),
        ("“甲”", 3),
    ],
)
def test_a_han_is_one_wide_and_a_letter_half(text, wide):
    assert width(text) == wide


@pytest.mark.parametrize(
    ("lead", "indent"), [("", 0), ("    ", 2), ("\u3000\u3000", 2), ("\t", 2), ("\u00a0", 0.5)]
)
def test_the_indent_is_measured_in_han(lead, indent):
    assert text_lines(lead + "甲")[0].indent == indent


NUMBERED = [
    "一、加强",
    "二十一、加强",
    "第三章 总则",
    "第五条 本办法",
    "(一)加强",
    "(十二)加强",
    "(3)加强",
    "1.加强",
    "12、加强",
    "3)加强",
    "\uff13\uff0e加强",
    "\u2460加强",
    "\u2474加强",
    "附件1",
    "附表",
    "任务一 加强",
]
UNNUMBERED = [
    "加强",
    "一是加强",
    "1.5万家",
    "十四五期间",
    "(见附件)",
    "2024年",
    "第一季度",
    "1 加强",
    "三中全会",
    "任务清单",
]


@pytest.mark.parametrize("text", [*NUMBERED, *map(widen, NUMBERED)])
def test_a_numbered_item_is_known_by_its_beginning(text):
    assert text_lines(text)[0].numbered


@pytest.mark.parametrize("text", [*UNNUMBERED, *map(widen, UNNUMBERED)])
def test_other_lines_are_not_numbered(text):
    assert not text_lines(text)[0].numbered
