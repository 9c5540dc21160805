"""The number before a damaged heading is told by its place in the row."""

import pytest

from shuangda_desktop.text.mapped import MappedText
from shuangda_desktop.text.rules.gbk import damage
from shuangda_desktop.text.rules.line_numbers import (
    differ_by_number,
    fits_between,
    may_be_number,
    number_end,
    numbers_around,
)
from shuangda_desktop.text.rules.mojibake import restore_shifted
from shuangda_desktop.text.rules.shift_doubts import doubt_shifted

OPEN, CLOSE = "\uff08", "\uff09"


def labelled(number, words=""):
    return f"{OPEN}{number}{CLOSE}{words}"


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("十一", "十二", "十三"),
        ("九", "十", "十一"),
        ("十五", "十六", "十七"),
        ("十八", "十九", "二十"),
    ],
)
def test_numbers_that_look_alike_when_damaged_are_told_by_their_place(before, number, after):
    clean = f"\u3000{labelled(number, '推進')}"
    text = f"{labelled(before)}甲\n{damage(clean)}平台。\n{labelled(after)}乙"
    restored = MappedText.of(text).apply(restore_shifted(text)).text
    assert restored == f"{labelled(before)}甲\n{clean}平台。\n{labelled(after)}乙"


def test_without_neighbours_the_number_is_left_to_the_clerk():
    text = damage(f"\u3000{labelled('十二', '建設')}") + "平台。"
    assert list(restore_shifted(text)) == []
    (doubt,) = doubt_shifted(text)
    assert len(doubt.candidates) > 1
    assert all(words.startswith(f"\u3000{OPEN}十") for words in doubt.candidates)


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("(一)甲\n?\n(三)乙", (1, 3)),
        ("\u3000(十)甲\n?", (10, 100)),
        ("?\n(二)甲", (0, 2)),
        ("(五)甲\n?\n(一)乙", (5, 100)),  # another row begins
        ("甲(三)\n?", (0, 100)),  # not at the head of a line
    ],
)
def test_the_numbers_around_a_spot(text, around):
    assert numbers_around(text, text.index("?")) == around


def test_what_fits_between():
    assert fits_between(f"\u3000{labelled('二')}", (1, 3))
    assert not fits_between(f"\u3000{labelled('三')}", (1, 3))
    assert fits_between("推进", (1, 3))
    assert not fits_between(f"\u3000{OPEN}施", (1, 3))
    assert not fits_between(f"\u3000{labelled('二', labelled('三'))}", (1, 3))
    assert not fits_between(f"\u3000{labelled('二', f'巡堤{CLOSE}')}", (1, 3))
    assert fits_between(f"\u3000{labelled('二', f'巡堤{OPEN}')}", (1, 3))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("", True),
        (OPEN, True),
        (f"{OPEN}十", True),
        (labelled("十二", "甲"), True),
        ("甲", False),
        (f"{OPEN}甲", False),
        (f"{OPEN}十二三四", False),
    ],
)
def test_what_may_go_on_to_be_a_number(text, may):
    assert may_be_number(text) is may


def test_readings_that_differ_by_their_number():
    ten, twelve = (f"\u3000{labelled(number, '推進')}" for number in ("十", "十二"))
    assert differ_by_number(ten, twelve)
    assert not differ_by_number(ten, ten)
    assert not differ_by_number(ten, twelve + "甲")
    assert not differ_by_number(f"\u3000{labelled('二')}", f"\u3000{labelled('二十')}")
    assert not differ_by_number("推進", "推广")


def test_where_the_number_of_a_reading_ends():
    assert number_end(f"\u3000{labelled('十二', '推进')}") == 5
    assert number_end("推进") == 0
