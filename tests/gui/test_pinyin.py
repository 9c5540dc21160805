"""Units are found by the first letters of their pinyin."""

import pytest

from shuangda_desktop.gui.models.pinyin import initials, matches


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("公安局", "gaj"),
        ("市场监管局", "scjgj"),
        ("海关", "hg"),
        ("阿把擦大鹅发", "abcdef"),
        ("农业", "ny"),
        ("A级", "aj"),
        ("12315", "12315"),
    ],
)
def test_a_word_is_known_by_its_first_letters(word, letters):
    assert letters in initials(word)


def test_a_character_read_in_two_ways_is_found_by_either():
    assert initials("银行") == {"yx", "yh"}
    assert initials("重庆") == {"zq", "cq"}


def test_many_readings_are_cut_short():
    assert len(initials("行" * 10)) == 8


@pytest.mark.parametrize("rare", ["\u9f98", "\u4e8d", "\U00020000", "\u3001"])
def test_a_character_without_a_known_letter_is_passed_over(rare):
    assert initials(f"公{rare}安") == {"ga"}


@pytest.mark.parametrize(
    ("typed", "word", "found"),
    [
        ("公安", "云泽市公安局", True),
        ("gaj", "云泽市公安局", True),
        ("GAJ", "云泽市公安局", True),
        (" 公安 ", "云泽市公安局", True),
        ("公a", "云泽市公安局", False),
        ("hg", "云泽市公安局", False),
        ("", "云泽市公安局", True),
    ],
)
def test_what_is_typed_is_found_as_it_stands_or_by_letters(typed, word, found):
    assert matches(typed, word) is found
