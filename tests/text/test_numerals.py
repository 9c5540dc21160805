import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuangda_desktop.text.numerals import to_chinese, to_int


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零五", 105),
        ("一百一十", 110),
        ("三千二百", 3200),
        ("一万二千", 12000),
        ("十万", 100000),
        ("两百", 200),
        ("百", 100),
        # years are read digit by digit, whatever stands for the zero
        ("二〇一二", 2012),
        ("二\u25cb一二", 2012),
        ("二零二六", 2026),
        # the banker's and the Traditional forms
        ("叁拾贰", 32),
        ("貳萬", 20000),
        # Arabic, full-width, circled and bracketed
        ("7", 7),
        ("\uff11\uff12", 12),
        ("\u2460", 1),
        ("\u2474", 1),
        ("\u2488", 1),
        ("(三)", 3),
        ("\uff08十四\uff09", 14),
        ("3.", 3),
    ],
)
def test_a_numeral_is_read(written, number):
    assert to_int(written) == number


@pytest.mark.parametrize("written", ["", "甲", "三a", "1.5", "一" * 17, "9" * 40, "-1", "()"])
def test_what_is_no_numeral_is_none(written):
    assert to_int(written) is None


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (9999, "九千九百九十九"),
    ],
)
def test_a_number_is_written_as_headings_write_it(number, written):
    assert to_chinese(number) == written


@given(st.integers(0, 9999))
def test_what_is_written_is_read_back(number):
    assert to_int(to_chinese(number)) == number


@given(st.text(max_size=30))
def test_reading_a_numeral_never_raises(text):
    number = to_int(text)
    assert number is None or number >= 0
